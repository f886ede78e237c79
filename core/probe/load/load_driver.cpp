#include "core/probe/load/load_driver.h"

#include "core/probe/load/host_addresses.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
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

Error neverConnected(const LoadResult& result)
{
    return {ErrorCode::Unreachable,
            QStringLiteral("No connection works (%1).").arg(result.faults.join(QStringLiteral("; "))),
            {},
            {}};
}

// Runs each in a thread of its own and collects from them until all have ended.
void drive(LoadRun& run, const LoadThreads& threads, LoadCollector& collector,
           const LoadEngine::Observer& observer, const std::stop_token& stop)
{
    const int awake = ::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    {
        const std::stop_callback onStop(stop, [&] {
            run.askToStop(LoadStop::Cancelled);
            const quint64 one = 1;
            [[maybe_unused]] const auto written = ::write(awake, &one, sizeof one);
            for (const auto& thread : threads)
                thread->wake();
        });
        const int all = static_cast<int>(threads.size());
        std::atomic<int> left{all};
        std::vector<std::jthread> running;
        for (const auto& thread : threads)
            running.emplace_back([&thread, &left] {
                thread->loop();
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

} // namespace

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

int shareOut(LoadRun& run)
{
    const int connections = connectionsFor(run.plan);
    run.connections = shareOf(connections, run.plan.threads);
    run.mostInFlight = shareOf(inFlightFor(run.plan, connections), run.plan.threads);
    return connections;
}

Status findAddresses(LoadRun& run, std::stop_token stop)
{
    const LoadPlan& plan = run.plan;
    auto addresses = reachableAddresses(
        plan.proxy ? plan.proxy->host : plan.host, plan.proxy ? plan.proxy->port : plan.port,
        std::min(resolveWithin, plan.timeout + connectWithin), std::move(stop));
    if (!addresses)
        return addresses.error();
    run.addresses = std::move(*addresses);
    return Done{};
}

Result<LoadResult> driveLoad(LoadRun& run, const LoadThreads& threads, const LoadEngine::Observer& observer,
                             const std::stop_token& stop)
{
    LoadCollector collector(run, threads);
    drive(run, threads, collector, observer, stop);
    LoadResult result = collector.finish();
    result.mayPass = run.plan.arrivals != ArrivalKind::ClosedLoop; // its users wait for a slow server
    if (result.stop == LoadStop::NeverConnected)
        return neverConnected(result);
    return result;
}

} // namespace awb
