#pragma once

#include "core/probe/load/arrivals.h"
#include "core/probe/load/load_run.h"

#include <optional>
#include <string>

namespace awb
{

// A request that is due.
struct Arrival
{
    std::size_t request = 0; // index into the plan's requests
    qint64 intended = 0;     // ns, CLOCK_MONOTONIC
};

// How a request was answered.
struct LoadAnswer
{
    int status = 0;
    bool hasRetryAfter = false;
    quint64 bodyBytes = 0;
    HttpVersion version = HttpVersion::Http11;
};

// One thread of a run, whatever protocol it speaks: the clock, what is due, and what counts. loop() never
// blocks for more than 50 ms and returns soon after the run is stopped and wake() was called. Counts go to
// the engine by swapping two tallies ten times a second, without a lock.
class LoadThread
{
public:
    LoadThread(LoadRun& run, int number);
    virtual ~LoadThread();
    LoadThread(const LoadThread&) = delete;
    LoadThread& operator=(const LoadThread&) = delete;

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

protected:
    // What a protocol adds, called from loop() in its thread.
    virtual bool prepare() = 0;                     // false: the machine refused
    virtual bool isPrepared() const = 0;            // every connection of the start is open, or gave up
    virtual void begin() = 0;                       // the clock starts now
    virtual void take(const Arrival& arrival) = 0;  // open loop: due now; a budget is taken
    virtual void tend(qint64 now) = 0;              // what is late, what waits
    virtual bool isQuiet() const = 0;               // nothing is queued or under way
    virtual void waitAndHandle(qint64 untilNs) = 0; // sockets, until then at the latest
    virtual void finish() = 0;                      // closes everything

    // For a child's epoll: readable after wake(); drain() then.
    int wakerFd() const { return waker_; }
    void drain();

    // False: no more of these. Without caps this costs a load.
    bool takeBudget(std::size_t request);
    // A closed loop's next request, with its budget taken; nothing: none is left, or the time is over.
    std::optional<Arrival> nextOfClosedLoop(qint64 now);

    // wasFree: a connection was, so that lateness is our own.
    void countSending(const Arrival& arrival, qint64 sentNs, bool wasFree);
    void countAnswer(const Arrival& arrival, qint64 sentNs, const LoadAnswer& answer, qint64 now);
    // Given up: a timeout counts at the time it took, so that slow is never better than slowest.
    void countFailure(const Arrival& arrival, LoadFault fault, qint64 now);

    // Writes a fresh UUID (36 bytes, version 4) into bytes that have room for it.
    void putUuid(std::string& bytes, std::size_t at);

    bool isMeasured(qint64 intended) const { return begun_ && intended >= measureFrom_; }
    bool hasBegun() const { return begun_; }
    qint64 endNs() const { return end_; }
    LoadTally& counts() { return *current_; }
    RequestTally& tally(std::size_t request) { return current_->requests[request]; }

    LoadRun& run_;
    const LoadPlan& plan_;
    const bool openLoop_;
    const qint64 timeoutNs_;

private:
    bool makeReady();
    void beginIfReady();
    void dispatch(qint64 now);
    void publish(qint64 now);
    bool isOver(qint64 now) const;
    qint64 waitUntil(qint64 now) const;
    void countSlice(std::size_t request, qint64 intended, quint64 us);

    Arrivals arrivals_;
    int waker_ = -1;
    bool begun_ = false;
    bool saidReady_ = false;
    qint64 start_ = 0;
    qint64 measureFrom_ = 0;
    qint64 end_ = 0;
    qint64 nextPublication_ = 0;

    LoadTally tallies_[2];
    LoadTally* current_ = &tallies_[0];
    std::atomic<LoadTally*> spare_{&tallies_[1]};
    std::atomic<LoadTally*> published_{nullptr};
    std::vector<std::vector<quint32>> slices_;
    qint64 cpuNs_ = 0;
    qint64 runDelayNs_ = 0;
};

} // namespace awb
