#include "core/probe/burst/restart_probe.h"

#include "core/probe/burst/restart_watch.h"
#include "core/probe/fact_building.h"
#include "core/probe/http/endpoint_inventory.h"
#include "core/probe/http/http_client.h"
#include "core/probe/http/http_probe.h"
#include "core/probe/load/latency_plan.h"
#include "core/probe/metrics/exposition.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <optional>
#include <thread>

namespace awb
{

namespace
{

constexpr double cheapShare = 0.25;

struct Candidate
{
    Endpoint endpoint;
    qint64 us = 0;
};

class Watching
{
public:
    Watching(const ProbeTarget& target, ProbeContext& context, const RestartOptions& options)
        : target_(target),
          context_(context),
          options_(options),
          client_(httpSettings(target), context)
    {
        facts_.probe = QStringLiteral("http.restart");
        facts_.source = originOf(target.profile.http->baseUrl);
        listLeftOut(facts_, *target.profile.http);
    }

    Result<Facts> run()
    {
        if (const Status chosen = choose(); !chosen)
            return chosen.error();
        if (candidates_.isEmpty()) {
            facts_.reason =
                QT_TRANSLATE_NOOP("awb", "No read endpoint answers 2xx: there is nothing to send.");
            facts_.unlock = QStringLiteral("http: {endpoints: [{path: /products, method: GET}]}");
            return facts_;
        }
        const auto plan = makePlan();
        if (!plan)
            return plan.error();
        before_ = startTimes();
        const auto result = watch(*plan);
        if (!result)
            return result.error();
        describe(*result);
        return facts_;
    }

private:
    // The reads that answer, with the time that the second answer took.
    Status choose()
    {
        const auto inventory = loadInventory(target_, client_);
        if (!inventory)
            return inventory.error();
        QVector<Endpoint> reads = inventory->reads();
        std::stable_sort(reads.begin(), reads.end(),
                         [](const Endpoint& a, const Endpoint& b) { return a.fromProfile > b.fromProfile; });
        for (const Endpoint& endpoint : std::as_const(reads)) {
            if (candidates_.size() >= options_.mostCandidates)
                break;
            Candidate candidate{endpoint, 0};
            bool good = true;
            for (int i = 0; i < 2 && good; ++i) {
                HttpRequest request;
                request.url = client_.at(endpoint.filled);
                request.countedAs = endpoint.title();
                request.maxBodyBytes = 64 * 1024;
                const auto answer = client_.send(request);
                if (!answer && endsProbe(answer.error()))
                    return answer.error();
                good = answer && answer->ok();
                candidate.us = good ? answer->timings.total : 0;
            }
            if (good)
                candidates_.append(candidate);
        }
        std::stable_sort(candidates_.begin(), candidates_.end(),
                         [](const Candidate& a, const Candidate& b) { return a.us < b.us; });
        return Done{};
    }

    Result<LoadPlan> makePlan() const
    {
        LatencyOptions latency;
        latency.timeout = options_.timeout;
        auto plan = sharedPlan(target_, latency);
        if (!plan)
            return plan;
        for (const bool slow : {false, true}) {
            const Endpoint& endpoint = slow ? candidates_.last().endpoint : candidates_.first().endpoint;
            auto request = loadRequest(target_, endpoint, client_.settings().runId);
            if (!request)
                return request.error();
            request->weight = slow ? 1 - cheapShare : cheapShare;
            plan->requests.append(*std::move(request));
        }
        plan->rate = options_.rate;
        plan->warmUp = plan->ramp = std::chrono::milliseconds(0);
        plan->duration = options_.watch;
        // a reset of a kept connection could be an idle one that was closed in order: fresh ones leave no
        // doubt
        plan->requestsPerConnection = 1;
        plan->connections = 1;
        plan->unsafeShare = 0; // failures are what we look for
        plan->stopWhenLimited = false;
        return plan;
    }

    // The engine sends in its own thread; this one looks for signs and for the end.
    Result<LoadResult> watch(const LoadPlan& plan)
    {
        std::stop_source over;
        const std::stop_callback passOn(context_.stopToken(), [&over] { over.request_stop(); });
        std::optional<Result<LoadResult>> result;
        std::atomic<bool> ended{false};
        {
            const std::jthread engine([&] {
                NativeLoadEngine native;
                result = native.run(
                    plan, [this](const LoadProgress& progress) { watch_.take(progress); }, over.get_token());
                ended = true;
            });
            const auto begun = context_.clock().monotonic();
            auto looked = begun;
            while (!ended) {
                if (!context_.waitFor(std::chrono::milliseconds(50)))
                    break;
                const auto now = context_.clock().monotonic();
                const double elapsed = std::chrono::duration<double>(now - begun).count();
                if (now - looked >= options_.lookEvery) {
                    lookAtStartTime(elapsed);
                    looked = context_.clock().monotonic();
                }
                tell(elapsed);
                if (isOver(elapsed))
                    break;
            }
            over.request_stop();
        }
        if (context_.stopRequested())
            return Error{ErrorCode::Cancelled, QStringLiteral("The run was stopped."), {}, {}};
        return *std::move(result);
    }

    struct StartTimes
    {
        double newest = 0; // Unix seconds; 0: none was told
        double now = 0;    // of the service's own clock, where it tells; else of ours
    };
    std::optional<StartTimes> startTimes()
    {
        const QUrl& url = target_.profile.http->metricsUrl;
        if (url.isEmpty())
            return std::nullopt;
        HttpRequest request;
        request.url = url;
        request.countedAs = QStringLiteral("GET (metrics)");
        request.timeout = std::chrono::milliseconds(1000);
        request.waitWhenLimited = false;
        const auto answer = client_.send(request);
        if (!answer || !answer->ok() || answer->truncated)
            return std::nullopt;
        const auto read = readExposition(answer->body);
        if (!read)
            return std::nullopt;
        const QDateTime date =
            QDateTime::fromString(QString::fromLatin1(answer->header("Date")), Qt::RFC2822Date);
        StartTimes times;
        times.now =
            static_cast<double>((date.isValid() ? date : context_.clock().now()).toMSecsSinceEpoch()) / 1000;
        for (const MetricSample& sample : read->samples) {
            if (sample.name == "process_start_time_seconds" && std::isfinite(sample.value))
                times.newest = std::max(times.newest, sample.value);
        }
        return times.newest > 0 ? std::optional(times) : std::nullopt;
    }

    // Younger than every process known before, and than the watch itself by the service's own clock.
    void lookAtStartTime(double elapsedS)
    {
        if (!before_)
            return;
        const auto times = startTimes();
        if (!times || times->newest <= std::max(before_->newest, before_->now))
            return;
        signs_.append(std::clamp(times->newest - before_->now, 0.0, elapsedS));
        before_->newest = times->newest;
    }

    void tell(double elapsedS)
    {
        const double left = static_cast<double>(options_.watch.count()) / 1000 - elapsedS;
        const bool seen = !signs_.isEmpty() || watch_.lastFailureS() >= 0;
        context_.progress(
            std::min(1.0, 1000 * elapsedS / static_cast<double>(options_.watch.count())),
            Message(seen ? QT_TRANSLATE_NOOP("awb", "A restart was seen; waiting until it is over: %1 left.")
                         : QT_TRANSLATE_NOOP("awb", "Restart or deploy the service now: %1 left."),
                    {MessageArg(std::max(0.0, std::floor(left)), QStringLiteral("s"))}));
    }

    bool isOver(double elapsedS) const
    {
        const double lastSign = signs_.isEmpty() ? -1 : signs_.last();
        const double last = std::max(watch_.lastFailureS(), lastSign);
        return last >= 0 && elapsedS - last > static_cast<double>(options_.calm.count()) / 1000 &&
               watch_.answered() >= options_.fewest;
    }

    void describe(const LoadResult& result)
    {
        const WatchedRestart found = judgeWatch(watch_.ticks(), signs_, options_.aroundS);
        double underWay = 0;
        bool limited = false;
        QJsonObject faults;
        for (std::size_t i = 0; i < result.total.requests.size(); ++i) {
            const RequestTally& tally = result.total.requests[i];
            underWay += tally.service.mean() * static_cast<double>(tally.service.count()) / 1e6;
            for (const auto& [status, count] : tally.statuses)
                limited = limited || (status == 429 && count > 0);
            for (std::size_t f = 0; f < loadFaultCount; ++f) {
                const QString id = QLatin1String(loadFaultId(static_cast<LoadFault>(f)));
                if (tally.faults[f] > 0)
                    faults.insert(id, faults.value(id).toInteger() + static_cast<qint64>(tally.faults[f]));
            }
        }
        const double seconds = std::max(0.1, result.measuredS);
        const QStringList shutdown{QStringLiteral("7.4")};
        const QStringList deployment{QStringLiteral("7.6")};
        facts_.measured << measurement("failed_in_flight", static_cast<double>(found.lost), "count", shutdown)
                        << measurement("failed", static_cast<double>(found.lost + found.refused), "count",
                                       deployment)
                        << measurement("in_flight", underWay / seconds, "count", shutdown)
                        << measurement("requests", static_cast<double>(found.requests), "count")
                        << measurement("gap", found.gapS, "s", deployment);
        QJsonArray by;
        if (found.refused > 0)
            by.append(QStringLiteral("refused"));
        if (!signs_.isEmpty())
            by.append(QStringLiteral("start_time"));
        facts_.details = {{QStringLiteral("restart"), found.seen},
                          {QStringLiteral("by"), by},
                          {QStringLiteral("refused"), found.refused},
                          {QStringLiteral("lost_elsewhere"), found.lostElsewhere},
                          {QStringLiteral("limited"), limited},
                          {QStringLiteral("faults"), faults},
                          {QStringLiteral("watched_s"), seconds},
                          {QStringLiteral("cheap"), candidates_.first().endpoint.title()},
                          {QStringLiteral("slow"), candidates_.last().endpoint.title()}};
        for (std::size_t i = 0; i < result.total.requests.size(); ++i)
            context_.sent(i == 0 ? candidates_.first().endpoint.title() : candidates_.last().endpoint.title(),
                          static_cast<qint64>(result.total.requests[i].sent));
        facts_.charts << restartChart(watch_.ticks());
        facts_.complete = true;
    }

    const ProbeTarget& target_;
    ProbeContext& context_;
    const RestartOptions& options_;
    HttpClient client_;
    Facts facts_;
    QVector<Candidate> candidates_; // the fastest first
    RestartWatch watch_;
    QVector<double> signs_;
    std::optional<StartTimes> before_; // the watch
};

std::vector<PlannedSend> restartPlan(const TargetProfile&)
{
    const RestartOptions options;
    return {{QStringLiteral("GET (API description)"), 5, {}},
            {QStringLiteral("GET {path}"), 2,
             Message(QT_TRANSLATE_NOOP(
                         "awb", "for each of at most %1 read endpoints, to find a fast and a slow one"),
                     {MessageArg(options.mostCandidates)})},
            {QStringLiteral("GET {path}"), -1,
             Message(QT_TRANSLATE_NOOP(
                         "awb",
                         "%1 a second to these two, each on a connection of its own, until the service was "
                         "restarted by somebody, at most %2 s; only when 7.4 or 7.6 is named"),
                     {MessageArg(static_cast<double>(options.rate), {}),
                      MessageArg(static_cast<qint64>(options.watch.count() / 1000))})},
            {QStringLiteral("GET (metrics)"), -1,
             QT_TRANSLATE_NOOP("awb", "every 2 s, for the process's start time")}};
}

} // namespace

Result<Facts> RestartProbe::run(const ProbeTarget& target, ProbeContext& context)
{
    if (!target.profile.http || target.profile.http->baseUrl.isEmpty()) {
        Facts facts;
        facts.probe = QStringLiteral("http.restart");
        facts.reason = QT_TRANSLATE_NOOP("awb", "The profile names no base URL of the service.");
        facts.unlock = QStringLiteral("http: {base_url: https://shop.example/api}");
        return facts;
    }
    return Watching(target, context, options_).run();
}

ProbeDescriptor restartProbe()
{
    ProbeDescriptor restart;
    restart.id = QStringLiteral("http.restart");
    restart.title = QT_TRANSLATE_NOOP("awb", "Watch a restart");
    restart.about = QT_TRANSLATE_NOOP(
        "awb", "Sends requests while you restart or deploy the service, and counts those that fail.");
    restart.source = ProbeSource::Http;
    restart.checks = {QStringLiteral("7.4"), QStringLiteral("7.6")};
    restart.needs = Capability::Load;
    restart.exclusive = true;
    restart.after = {QStringLiteral("http.queries"), QStringLiteral("http.latency")};
    restart.budget = std::chrono::minutes(6);
    restart.plan = restartPlan;
    restart.create = [] { return std::make_unique<RestartProbe>(); };
    return restart;
}

} // namespace awb
