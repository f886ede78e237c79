#pragma once

#include "core/probe/load/load_connection.h"
#include "core/probe/load/load_thread.h"

#include <deque>

namespace awb
{

// HTTP/1.1 over an epoll loop with its own connections.
class LoadWorker final : public LoadThread
{
public:
    LoadWorker(LoadRun& run, int number);
    ~LoadWorker() override;

private:
    // load_worker.cpp: what is sent when
    bool prepare() override;
    bool isPrepared() const override { return opening_.isEmpty(); }
    void begin() override;
    void take(const Arrival& arrival) override;
    void tend(qint64 now) override;
    bool isQuiet() const override { return queue_.empty() && busy_.isEmpty(); }
    void waitAndHandle(qint64 untilNs) override;
    void finish() override;
    void beginClosedLoop(LoadConnection* connection, qint64 now);
    void assign(LoadConnection* connection, const Arrival& arrival, bool wasFree);
    void expire(qint64 now);

    // load_worker_connections.cpp: opening
    void handle(LoadConnection* connection, quint32 events);
    void openMore(qint64 now);
    void open(LoadConnection* connection);
    void close(LoadConnection* connection);
    void arm(LoadConnection* connection, quint32 events);
    void onConnected(LoadConnection* connection);
    void startHandshake(LoadConnection* connection);
    void shakeHands(LoadConnection* connection);
    void readProxy(LoadConnection* connection);
    void onUsable(LoadConnection* connection);
    void becomeIdle(LoadConnection* connection);
    void failConnect(LoadConnection* connection, LoadFault fault, const QString& reason);

    // load_worker_io.cpp: bytes
    void send(LoadConnection* connection);
    void flush(LoadConnection* connection);
    void receive(LoadConnection* connection);
    void onAnswer(LoadConnection* connection, bool hasMore, qint64 now);
    void onClosed(LoadConnection* connection, bool orderly);
    void failRequest(LoadConnection* connection, LoadFault fault);
    qint64 read(LoadConnection* connection, bool& orderly); // > 0 bytes, 0: closed, -1: later
    qint64 write(LoadConnection* connection, const char* data, std::size_t size); // likewise
    const char* outgoing(const LoadConnection& connection, std::size_t& size) const;

    int epoll_ = -1;
    std::vector<std::unique_ptr<LoadConnection>> connections_;
    std::vector<LoadConnection*> unused_;
    ConnectionList opening_;
    ConnectionList idle_; // longest idle first
    ConnectionList busy_; // first sent first
    std::deque<Arrival> queue_;
    std::vector<std::pair<quint32, quint32>> again_; // number and generation: bytes wait inside OpenSSL
    qint64 notBefore_ = 0;                           // no new connections after a failed one
    int failedInARow_ = 0;
    std::size_t nextAddress_ = 0;
    std::vector<char> buffer_;
};

} // namespace awb
