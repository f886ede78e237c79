#pragma once

#include "core/probe/load/load_engine.h"
#include "core/probe/load/load_thread.h"
#include "core/probe/load/safe_stop.h"

namespace awb
{

using LoadThreads = std::vector<std::unique_ptr<LoadThread>>;

// Collects what the threads of a run publish, watches it, and keeps the seconds.
class LoadCollector
{
public:
    LoadCollector(LoadRun& run, const LoadThreads& threads);

    void collect(const LoadEngine::Observer& observer);
    // After all threads have ended.
    void collectRest(const LoadEngine::Observer& observer);
    // Everything that was found; the collector is empty afterwards.
    LoadResult finish();

private:
    double elapsedS() const { return static_cast<double>(monotonicNs() - run_.start.load()) / 1e9; }
    void take(const LoadEngine::Observer& observer);
    void closeSecond();
    void watch(double elapsed);
    void addSeries();
    void addMeans();

    LoadRun& run_;
    const LoadThreads& threads_;
    SafeStop safeStop_;
    LoadResult result_;
    LoadTally interval_;
    std::vector<LatencyHistogram> second_;
    double secondEnds_ = 1;
};

} // namespace awb
