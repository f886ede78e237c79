#include "core/probe/load/load_collector.h"

#include <algorithm>
#include <limits>

namespace awb
{

namespace
{

double milliseconds(quint64 us)
{
    return static_cast<double>(us) / 1000;
}

} // namespace

LoadCollector::LoadCollector(LoadRun& run, const LoadThreads& threads)
    : run_(run),
      threads_(threads),
      safeStop_(run.plan.unsafeShare),
      second_(static_cast<std::size_t>(run.plan.requests.size()))
{
    const auto kinds = static_cast<std::size_t>(run.plan.requests.size());
    result_.total.requests.resize(kinds);
    result_.bySecond.resize(kinds);
    interval_.requests.resize(kinds);
}

void LoadCollector::collect(const LoadEngine::Observer& observer)
{
    interval_.clear();
    bool any = false;
    for (const auto& thread : threads_) {
        if (LoadTally* tally = thread->takePublished()) {
            interval_.merge(*tally);
            tally->clear();
            thread->giveBack(tally);
            any = true;
        }
    }
    if (any)
        take(observer);
}

void LoadCollector::collectRest(const LoadEngine::Observer& observer)
{
    interval_.clear();
    for (const auto& thread : threads_) {
        if (const LoadTally* tally = thread->takePublished())
            interval_.merge(*tally);
        interval_.merge(thread->unpublished());
    }
    take(observer);
    if (std::any_of(second_.begin(), second_.end(), [](const auto& h) { return !h.isEmpty(); }))
        closeSecond();
}

void LoadCollector::take(const LoadEngine::Observer& observer)
{
    const double elapsed = elapsedS();
    const double measured = elapsed - static_cast<double>(run_.plan.warmUp.count()) / 1000;
    result_.total.merge(interval_);
    while (measured >= secondEnds_ && secondEnds_ <= static_cast<double>(run_.plan.duration.count()) / 1000) {
        closeSecond();
        secondEnds_ += 1;
    }
    for (std::size_t i = 0; i < second_.size(); ++i)
        second_[i].merge(interval_.requests[i].response);
    watch(elapsed);
    if (!observer)
        return;
    const double all = static_cast<double>((run_.plan.warmUp + run_.plan.duration).count()) / 1000;
    observer({elapsed, std::min(1.0, elapsed / all), measured < 0, interval_, result_.total});
}

void LoadCollector::closeSecond()
{
    for (std::size_t i = 0; i < second_.size(); ++i) {
        constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
        const LatencyHistogram& answers = second_[i];
        result_.bySecond[i].append({answers.count(),
                                    answers.isEmpty() ? unknown : milliseconds(answers.quantile(0.5)),
                                    answers.isEmpty() ? unknown : milliseconds(answers.quantile(0.99))});
        second_[i].clear();
    }
}

void LoadCollector::watch(double elapsed)
{
    if (run_.plan.unsafeShare > 0 && safeStop_.isUnsafe(interval_, elapsed))
        run_.askToStop(LoadStop::Unsafe);
    if (run_.plan.mostBytes > 0 && result_.total.received > static_cast<quint64>(run_.plan.mostBytes))
        run_.askToStop(LoadStop::Cap);
}

// The slices of all threads as series; a run that broke off has fewer seconds.
void LoadCollector::addSeries()
{
    const auto stride = static_cast<std::size_t>(run_.plan.edgesUs.size()) + 1;
    for (std::size_t kind = 0; kind < result_.total.requests.size(); ++kind) {
        LatencySeries series;
        series.histogram = result_.total.requests[kind].response;
        series.edgesUs = run_.plan.edgesUs;
        for (const auto& thread : threads_) {
            const std::vector<quint32>& counts = thread->slices()[kind];
            const auto seconds = static_cast<qsizetype>(counts.size() / stride);
            while (series.slices.size() < seconds)
                series.slices.append({0, QVector<qint64>(run_.plan.edgesUs.size(), 0)});
            for (std::size_t i = 0; i < counts.size(); ++i) {
                SliceCounts& slice = series.slices[static_cast<qsizetype>(i / stride)];
                slice.n += counts[i];
                // a latency between two edges has reached all edges up to the lower one
                for (std::size_t edge = 0; edge < i % stride; ++edge)
                    slice.atLeast[static_cast<qsizetype>(edge)] += counts[i];
            }
        }
        result_.series.push_back(std::move(series));
    }
}

void LoadCollector::addMeans()
{
    const qint64 start = run_.start.load();
    const qint64 until = std::min(monotonicNs(), run_.end(start));
    result_.measuredS =
        start == 0 ? 0 : std::max(0.0, static_cast<double>(until - run_.measureFrom(start)) / 1e9);
    double delay = 0;
    for (const auto& thread : threads_) {
        result_.cpuS += static_cast<double>(thread->cpuNs()) / 1e9;
        delay += static_cast<double>(thread->runDelayNs()) / 1e9;
    }
    const double lived = (start == 0 ? 0 : static_cast<double>(monotonicNs() - start) / 1e9) *
                         static_cast<double>(threads_.size());
    result_.runDelayShare = lived > 0 ? delay / lived : 0;
    for (std::size_t i = 0; i < loadFaultCount; ++i) {
        const auto fault = static_cast<LoadFault>(i);
        if (const QString reason = run_.noted(fault); !reason.isEmpty())
            result_.faults << QStringLiteral("%1: %2").arg(QLatin1String(loadFaultId(fault)), reason);
    }
    for (const SocketAddress& address : run_.addresses)
        result_.addresses << address.text();
}

LoadResult LoadCollector::finish()
{
    addSeries();
    addMeans();
    result_.stop = run_.reason;
    const bool allLimited = std::all_of(result_.total.requests.begin(), result_.total.requests.end(),
                                        [](const RequestTally& request) { return request.limited; });
    if (result_.stop == LoadStop::Over && allLimited)
        result_.stop = LoadStop::Limited;
    return std::move(result_);
}

} // namespace awb
