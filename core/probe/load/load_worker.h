#pragma once

#include "core/probe/load/arrivals.h"
#include "core/probe/load/load_connection.h"
#include "core/probe/load/load_run.h"

#include <deque>

namespace awb
{

// One thread of a run: an epoll loop with its own connections, arrivals and counts. loop() never blocks for
// more than 50 ms and returns soon after the run is stopped and wake() was called. Counts go to the engine by
// swapping two tallies ten times a second, without a lock.
class LoadWorker
{
public:
    LoadWorker(LoadRun& run, int number);
    ~LoadWorker();
    LoadWorker(const LoadWorker&) = delete;
    LoadWorker& operator=(const LoadWorker&) = delete;

    void loop();
    void wake();

    // The engine's side: a full tally, or nullptr; give it back cleared.
    LoadTally* takePublished() { return published_.exchange(nullptr, std::memory_order_acquire); }
    void giveBack(LoadTally* tally) { spare_.store(tally, std::memory_order_release); }

    // After loop() has returned.
    const LoadTally& unpublished() const { return *current_; }
    // Counts of a second, for each kind of request: how many latencies lie between two edges (edges + 1
    // numbers).
    const std::vector<std::vector<quint32>>& slices() const { return slices_; }
    qint64 cpuNs() const { return cpuNs_; }
    qint64 runDelayNs() const { return runDelayNs_; } // runnable, but without a processor

private:
    // load_worker.cpp: what is due, and what it counts
    bool prepare();
    void beginIfReady();
    void dispatch(qint64 now);
    void expire(qint64 now);
    void publish(qint64 now);
    bool isOver(qint64 now) const;
    timespec waitFrom(qint64 now) const;
    bool takeBudget(std::size_t request);
    void beginClosedLoop(LoadConnection* connection, qint64 now);
    void assign(LoadConnection* connection, const Arrival& arrival, bool wasFree);
    void countAnswer(const LoadConnection& connection, qint64 now);
    void failArrival(const Arrival& arrival, LoadFault fault, qint64 now);
    void countSlice(std::size_t request, qint64 intended, quint64 us);
    bool isMeasured(qint64 intended) const { return begun_ && intended >= measureFrom_; }
    RequestTally& tally(std::size_t request) { return current_->requests[request]; }

    // load_worker_io.cpp: sockets
    void handleEvents();
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
    void send(LoadConnection* connection);
    void flush(LoadConnection* connection);
    void receive(LoadConnection* connection);
    void onAnswer(LoadConnection* connection, bool hasMore, qint64 now);
    void onClosed(LoadConnection* connection, bool orderly);
    void failRequest(LoadConnection* connection, LoadFault fault);
    void failConnect(LoadConnection* connection, LoadFault fault, const QString& reason);
    qint64 read(LoadConnection* connection, bool& orderly); // > 0 bytes, 0: closed, -1: later
    qint64 write(LoadConnection* connection, const char* data, std::size_t size); // likewise
    const char* outgoing(const LoadConnection& connection, std::size_t& size) const;
    void putUuid(std::string& bytes, std::size_t at);

    LoadRun& run_;
    const LoadPlan& plan_;
    const bool openLoop_;
    Arrivals arrivals_;
    int epoll_ = -1;
    int waker_ = -1;

    std::vector<std::unique_ptr<LoadConnection>> connections_;
    std::vector<LoadConnection*> unused_;
    ConnectionList opening_;
    ConnectionList idle_; // longest idle first
    ConnectionList busy_; // first sent first
    std::deque<Arrival> queue_;
    std::vector<std::pair<quint32, quint32>> again_; // number and generation: bytes wait inside OpenSSL

    bool begun_ = false;
    bool saidReady_ = false;
    qint64 start_ = 0;
    qint64 measureFrom_ = 0;
    qint64 end_ = 0;
    qint64 timeoutNs_ = 0;
    qint64 nextPublication_ = 0;
    qint64 notBefore_ = 0; // no new connections after a failed one
    int failedInARow_ = 0;
    std::size_t nextAddress_ = 0;

    LoadTally tallies_[2];
    LoadTally* current_ = &tallies_[0];
    std::atomic<LoadTally*> spare_{&tallies_[1]};
    std::atomic<LoadTally*> published_{nullptr};
    std::vector<std::vector<quint32>> slices_;
    qint64 cpuNs_ = 0;
    qint64 runDelayNs_ = 0;
    std::vector<char> buffer_;
};

} // namespace awb
