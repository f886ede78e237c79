#pragma once

#include "core/probe/load/curl_stream.h"
#include "core/probe/load/fifo_list.h"

#include <deque>

namespace awb
{

// HTTP/2 or HTTP/1.1 through one multi handle of libcurl over an epoll loop of our own. libcurl chooses the
// connections: one with many streams for HTTP/2, one for each request under way for HTTP/1.1.
class CurlWorker final : public LoadThread
{
public:
    CurlWorker(LoadRun& run, int number, const CurlSetup& setup);
    ~CurlWorker() override;

private:
    bool prepare() override;
    bool isPrepared() const override { return prepared_; }
    void begin() override;
    void take(const Arrival& arrival) override;
    void tend(qint64 now) override;
    bool isQuiet() const override { return queue_.empty() && busy_.isEmpty(); }
    void waitAndHandle(qint64 untilNs) override;
    void finish() override;

    CurlStream* newStream();
    CurlStream* freeStream(); // nullptr: as many are under way as may be
    void takeFromQueue();
    void tryOnce(qint64 now);
    void keepUsersBusy(qint64 now);
    void expire(qint64 now);
    void assign(CurlStream* stream, const Arrival& arrival, bool wasFree);
    bool askFor(CurlStream* stream, std::size_t kind);
    void act(curl_socket_t socket, int events);
    void runTimer();
    void readMessages();
    void onDone(CurlStream* stream, CURLcode code);
    void onFailure(CurlStream* stream, LoadFault fault, const QString& reason, qint64 now);
    void release(CurlStream* stream);

    static int onSocket(CURL* easy, curl_socket_t socket, int what, void* self, void* known);
    static int onTimer(CURLM* multi, long milliseconds, void* self);

    const CurlSetup& setup_;
    const std::size_t number_;
    int epoll_ = -1;
    CURLM* multi_ = nullptr;
    std::vector<std::unique_ptr<CurlStream>> streams_;
    std::vector<CurlStream*> free_;
    FifoList<CurlStream> busy_; // first sent first
    std::deque<Arrival> queue_;
    qint64 timerAt_ = -1; // ns: libcurl wants to be called; -1: not at all
    bool prepared_ = false;
    std::size_t firstKind_ = 0;
    qint64 notBefore_ = 0; // nothing new after a failed connection
    int failedInARow_ = 0;
};

} // namespace awb
