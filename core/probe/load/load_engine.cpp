#include "core/probe/load/load_engine.h"

#include "core/probe/load/host_addresses.h"
#include "core/probe/load/load_worker.h"
#include "core/probe/load/safe_stop.h"
#include "core/probe/load/tls_client.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <thread>

namespace awb
{

namespace
{

constexpr int mostInFlight = 1000;
constexpr int mostConnections = 20'000;
constexpr double mostRate = 1e6;
constexpr int collectEveryMs = 50;
constexpr std::chrono::milliseconds resolveWithin{5000};
constexpr std::chrono::milliseconds connectWithin{3000};

Error usage(const QString& sentence)
{
    return {ErrorCode::Usage, sentence, {}, {}};
}

Status checkPlan(const LoadPlan& plan)
{
    if (plan.requests.isEmpty())
        return usage(QStringLiteral("There is no request to send."));
    if (plan.host.isEmpty() || plan.port == 0)
        return usage(QStringLiteral("There is no host to send to."));
    const bool open = plan.arrivals != ArrivalKind::ClosedLoop;
    if (open && !(plan.rate > 0 && plan.rate <= mostRate))
        return usage(QStringLiteral("The rate must be more than 0 and at most a million a second."));
    if (plan.threads < 1 || plan.threads > 64 || plan.connections < 0 || plan.connections > mostConnections)
        return usage(QStringLiteral("Between 1 and 64 threads and at most 20,000 connections are possible."));
    if (plan.duration.count() <= 0 || plan.timeout.count() <= 0 || plan.warmUp.count() < 0)
        return usage(QStringLiteral("Duration and timeout must be more than 0."));
    if (!std::is_sorted(plan.edgesUs.cbegin(), plan.edgesUs.cend()) || plan.edgesUs.size() > 64)
        return usage(QStringLiteral("At most 64 limits, in ascending order, are possible."));
    const bool weighted = std::any_of(plan.requests.cbegin(), plan.requests.cend(),
                                      [](const LoadRequest& request) { return request.weight > 0; });
    return weighted ? Status(Done{}) : usage(QStringLiteral("One request at least needs a weight above 0."));
}

// Enough for a tenth of a second of the rate, so that few connections are opened while measuring.
int connectionsFor(const LoadPlan& plan)
{
    if (plan.connections > 0)
        return plan.connections;
    return static_cast<int>(std::clamp(std::ceil(plan.rate * 0.1), 4.0, 200.0));
}

int inFlightFor(const LoadPlan& plan, int connections)
{
    if (plan.arrivals == ArrivalKind::ClosedLoop)
        return connections;
    const double timeoutS = static_cast<double>(plan.timeout.count()) / 1000;
    const double usual = std::min<double>(mostInFlight, std::ceil(4 * plan.rate * timeoutS));
    return std::max(connections, plan.mostInFlight > 0 ? plan.mostInFlight : static_cast<int>(usual));
}

// One share of a whole that is divided as evenly as possible, at least 1.
int shareOf(int whole, int parts)
{
    return std::max(1, (whole + parts - 1) / parts);
}

double milliseconds(quint64 us)
{
    return static_cast<double>(us) / 1000;
}

// Collects what the workers publish, watches it, and keeps the seconds.
class Collector
{
public:
    Collector(LoadRun& run, std::vector<std::unique_ptr<LoadWorker>>& workers)
        : run_(run),
          workers_(workers),
          safeStop_(run.plan.unsafeShare),
          second_(static_cast<std::size_t>(run.plan.requests.size()))
    {
        const auto kinds = static_cast<std::size_t>(run.plan.requests.size());
        result.total.requests.resize(kinds);
        result.bySecond.resize(kinds);
        interval_.requests.resize(kinds);
    }

    void collect(const LoadEngine::Observer& observer)
    {
        interval_.clear();
        bool any = false;
        for (const auto& worker : workers_) {
            if (LoadTally* tally = worker->takePublished()) {
                interval_.merge(*tally);
                tally->clear();
                worker->giveBack(tally);
                any = true;
            }
        }
        if (any)
            take(observer);
    }

    // After all workers have ended.
    void collectRest(const LoadEngine::Observer& observer)
    {
        interval_.clear();
        for (const auto& worker : workers_) {
            if (const LoadTally* tally = worker->takePublished())
                interval_.merge(*tally);
            interval_.merge(worker->unpublished());
        }
        take(observer);
        if (std::any_of(second_.begin(), second_.end(), [](const auto& h) { return !h.isEmpty(); }))
            closeSecond();
    }

    LoadResult result;

private:
    double elapsedS() const { return static_cast<double>(monotonicNs() - run_.start.load()) / 1e9; }

    void take(const LoadEngine::Observer& observer)
    {
        const double elapsed = elapsedS();
        const double measured = elapsed - static_cast<double>(run_.plan.warmUp.count()) / 1000;
        result.total.merge(interval_);
        while (measured >= secondEnds_ &&
               secondEnds_ <= static_cast<double>(run_.plan.duration.count()) / 1000) {
            closeSecond();
            secondEnds_ += 1;
        }
        for (std::size_t i = 0; i < second_.size(); ++i)
            second_[i].merge(interval_.requests[i].response);
        watch(elapsed);
        if (!observer)
            return;
        const double all = static_cast<double>((run_.plan.warmUp + run_.plan.duration).count()) / 1000;
        observer({elapsed, std::min(1.0, elapsed / all), measured < 0, interval_, result.total});
    }

    void closeSecond()
    {
        for (std::size_t i = 0; i < second_.size(); ++i) {
            constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
            const LatencyHistogram& answers = second_[i];
            result.bySecond[i].append({answers.count(),
                                       answers.isEmpty() ? unknown : milliseconds(answers.quantile(0.5)),
                                       answers.isEmpty() ? unknown : milliseconds(answers.quantile(0.99))});
            second_[i].clear();
        }
    }

    void watch(double elapsed)
    {
        if (run_.plan.unsafeShare > 0 && safeStop_.isUnsafe(interval_, elapsed))
            run_.askToStop(LoadStop::Unsafe);
        quint64 bytes = 0;
        for (const RequestTally& request : result.total.requests)
            bytes += request.bytes;
        if (run_.plan.mostBytes > 0 && bytes > static_cast<quint64>(run_.plan.mostBytes))
            run_.askToStop(LoadStop::Cap);
    }

    LoadRun& run_;
    std::vector<std::unique_ptr<LoadWorker>>& workers_;
    SafeStop safeStop_;
    LoadTally interval_;
    std::vector<LatencyHistogram> second_;
    double secondEnds_ = 1;
};

// The slices of all workers as series; a run that broke off has fewer seconds.
void addSeries(LoadResult& result, const LoadPlan& plan,
               const std::vector<std::unique_ptr<LoadWorker>>& workers)
{
    const auto stride = static_cast<std::size_t>(plan.edgesUs.size()) + 1;
    for (std::size_t kind = 0; kind < result.total.requests.size(); ++kind) {
        LatencySeries series;
        series.histogram = result.total.requests[kind].response;
        series.edgesUs = plan.edgesUs;
        for (const auto& worker : workers) {
            const std::vector<quint32>& counts = worker->slices()[kind];
            const auto seconds = static_cast<qsizetype>(counts.size() / stride);
            while (series.slices.size() < seconds)
                series.slices.append({0, QVector<qint64>(plan.edgesUs.size(), 0)});
            for (std::size_t i = 0; i < counts.size(); ++i) {
                SliceCounts& slice = series.slices[static_cast<qsizetype>(i / stride)];
                slice.n += counts[i];
                // a latency between two edges has reached all edges up to the lower one
                for (std::size_t edge = 0; edge < i % stride; ++edge)
                    slice.atLeast[static_cast<qsizetype>(edge)] += counts[i];
            }
        }
        result.series.push_back(std::move(series));
    }
}

void addMeans(LoadResult& result, const LoadRun& run, const std::vector<std::unique_ptr<LoadWorker>>& workers)
{
    const qint64 start = run.start.load();
    const qint64 until = std::min(monotonicNs(), run.end(start));
    result.measuredS =
        start == 0 ? 0 : std::max(0.0, static_cast<double>(until - run.measureFrom(start)) / 1e9);
    double delay = 0;
    for (const auto& worker : workers) {
        result.cpuS += static_cast<double>(worker->cpuNs()) / 1e9;
        delay += static_cast<double>(worker->runDelayNs()) / 1e9;
    }
    const double lived = (start == 0 ? 0 : static_cast<double>(monotonicNs() - start) / 1e9) *
                         static_cast<double>(workers.size());
    result.runDelayShare = lived > 0 ? delay / lived : 0;
    for (std::size_t i = 0; i < loadFaultCount; ++i) {
        const auto fault = static_cast<LoadFault>(i);
        if (const QString reason = run.noted(fault); !reason.isEmpty())
            result.faults << QStringLiteral("%1: %2").arg(QLatin1String(loadFaultId(fault)), reason);
    }
    for (const SocketAddress& address : run.addresses)
        result.addresses << address.text();
}

Error neverConnected(const LoadResult& result)
{
    return {ErrorCode::Unreachable,
            QStringLiteral("No connection works (%1).").arg(result.faults.join(QStringLiteral("; "))),
            {},
            {}};
}

// Runs the workers in their threads and collects from them until all have ended.
void drive(LoadRun& run, const std::vector<std::unique_ptr<LoadWorker>>& workers, Collector& collector,
           const LoadEngine::Observer& observer, const std::stop_token& stop)
{
    const int awake = ::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    {
        const std::stop_callback onStop(stop, [&] {
            run.askToStop(LoadStop::Cancelled);
            const quint64 one = 1;
            [[maybe_unused]] const auto written = ::write(awake, &one, sizeof one);
            for (const auto& worker : workers)
                worker->wake();
        });
        const int all = static_cast<int>(workers.size());
        std::atomic<int> left{all};
        std::vector<std::jthread> threads;
        for (const auto& worker : workers)
            threads.emplace_back([&worker, &left] {
                worker->loop();
                --left;
            });
        const qint64 beganNs = monotonicNs();
        const qint64 patienceNs = std::chrono::nanoseconds(connectWithin).count();
        while (left.load() > 0) {
            pollfd wait{awake, POLLIN, 0};
            ::poll(&wait, 1, run.stop ? 1 : collectEveryMs);
            if (run.start == 0 && (run.ready == all || monotonicNs() - beganNs > patienceNs))
                run.start = monotonicNs();
            collector.collect(observer);
        }
    }
    ::close(awake);
    if (run.start == 0)
        run.start = monotonicNs();
    collector.collectRest(observer);
}

LoadResult resultOf(Collector& collector, const LoadRun& run,
                    const std::vector<std::unique_ptr<LoadWorker>>& workers)
{
    LoadResult result = std::move(collector.result);
    addSeries(result, run.plan, workers);
    addMeans(result, run, workers);
    result.stop = run.reason;
    const bool allLimited = std::all_of(result.total.requests.begin(), result.total.requests.end(),
                                        [](const RequestTally& request) { return request.limited; });
    if (result.stop == LoadStop::Over && allLimited)
        result.stop = LoadStop::Limited;
    return result;
}

} // namespace

Result<LoadResult> NativeLoadEngine::run(const LoadPlan& plan, const Observer& observer, std::stop_token stop)
{
    if (const Status usable = checkPlan(plan); !usable)
        return usable.error();
    LoadRun run(plan);
    const int connections = connectionsFor(plan);
    run.connections = shareOf(connections, plan.threads);
    run.mostInFlight = shareOf(inFlightFor(plan, connections), plan.threads);
    std::optional<TlsClient> tls;
    if (plan.tls) {
        constexpr int many = 200;
        auto client = TlsClient::create(*plan.tls, connections > many);
        if (!client)
            return client.error();
        run.tls = &tls.emplace(std::move(*client));
    }
    const QString host = plan.proxy ? plan.proxy->host : plan.host;
    auto addresses = reachableAddresses(host, plan.proxy ? plan.proxy->port : plan.port,
                                        std::min(resolveWithin, plan.timeout + connectWithin), stop);
    if (!addresses)
        return addresses.error();
    run.addresses = std::move(*addresses);

    std::vector<std::unique_ptr<LoadWorker>> workers;
    for (int i = 0; i < plan.threads; ++i)
        workers.push_back(std::make_unique<LoadWorker>(run, i));
    Collector collector(run, workers);
    drive(run, workers, collector, observer, stop);
    LoadResult result = resultOf(collector, run, workers);
    result.connections = connections;
    if (result.stop == LoadStop::NeverConnected)
        return neverConnected(result);
    return result;
}

} // namespace awb
