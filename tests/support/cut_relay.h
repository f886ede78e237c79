#pragma once

#include <QtGlobal>

#include <atomic>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace awb::test
{

// Stands between a client and a server on 127.0.0.1 and breaks every connection off, with a reset, once the
// server has said so many bytes: in the middle of an answer, at the same place each time.
class CutRelay
{
public:
    // Speaks with a new client (a blocking socket) before the server is reached; false: refused.
    using Greeting = std::function<bool(int client)>;

    CutRelay(quint16 serverPort, qint64 cutAfterBytes, Greeting greeting = {});
    ~CutRelay();
    CutRelay(const CutRelay&) = delete;
    CutRelay& operator=(const CutRelay&) = delete;

    quint16 port() const { return port_; }
    int cuts() const { return cuts_; }

private:
    void serve();
    void pump(int client);

    quint16 serverPort_;
    qint64 cutAfter_;
    Greeting greeting_;
    int listener_ = -1;
    quint16 port_ = 0;
    std::atomic<bool> over_{false};
    std::atomic<int> cuts_{0};
    std::mutex mutex_;
    std::vector<std::thread> pumps_;
    std::thread thread_;
};

} // namespace awb::test
