#include "core/probe/load/latency_probe.h"

#include "core/probe/http/http_client.h"
#include "core/probe/http/http_probe.h"
#include "core/probe/load/engine_choice.h"
#include "core/probe/load/latency_facts.h"
#include "core/probe/load/load_watch.h"

#include <QCoreApplication>

#include <algorithm>

namespace awb
{

namespace
{

// One measurement from the inventory to the facts.
class Measuring
{
public:
    Measuring(const ProbeTarget& target, ProbeContext& context, const LatencyOptions& options)
        : target_(target),
          context_(context),
          options_(options),
          client_(httpSettings(target), context, std::make_shared<HttpPace>(std::chrono::milliseconds(200)))
    {
        facts_.probe = QStringLiteral("http.latency");
        facts_.source = originOf(target.profile.http->baseUrl);
        facts_.details.insert(QStringLiteral("source"), QStringLiteral("load"));
        listLeftOut(facts_, *target.profile.http);
    }

    Result<Facts> run()
    {
        auto engine = chooseLoadEngine(target_.profile.loadEngine, context_.stopToken());
        if (!engine)
            return withoutEngine(engine.error());
        engine_ = std::move(*engine);
        describeEngine();
        const auto inventory = loadInventory(target_, client_);
        if (!inventory)
            return inventory.error();
        if (const Status chosen = choose(*inventory); !chosen)
            return chosen.error();
        if (endpoints_.isEmpty())
            return nothingToMeasure();
        const auto shared = sharedPlan(target_, options_);
        if (!shared)
            return shared.error();
        if (const Status done = measureAll(*shared); !done)
            return done.error();
        return conclude();
    }

private:
    void describeEngine()
    {
        const LoadEngineInfo info = engine_->info();
        if (info.name.isEmpty())
            return;
        facts_.source += QStringLiteral(", ") + info.name;
        facts_.details.insert(QStringLiteral("source"), info.id);
        facts_.details.insert(QStringLiteral("engine"), QJsonObject{{QStringLiteral("name"), info.name},
                                                                    {QStringLiteral("binary"), info.binary}});
        facts_.details.insert(QStringLiteral("note"), info.note.toJson());
    }

    // Not measured, with what to do: nothing was sent.
    Result<Facts> withoutEngine(const Error& error)
    {
        if (error.code != ErrorCode::NotFound && error.code != ErrorCode::Unsupported)
            return error;
        facts_.reason = Message(QT_TRANSLATE_NOOP("awb", "The load engine that the profile asks for cannot "
                                                         "be used: %1"),
                                {MessageArg(error.message)});
        facts_.unlock = error.remedy;
        return facts_;
    }

    void skip(const Endpoint& endpoint, const QString& why)
    {
        skipped_.append(
            QJsonObject{{QStringLiteral("name"), endpoint.title()}, {QStringLiteral("why"), why}});
    }

    // Empty: it can be measured.
    QString whyNot(const Endpoint& endpoint)
    {
        if (!endpoint.problem.isEmpty())
            return QStringLiteral("problem");
        if (endpoint.isWrite()) {
            if (isLoginPath(endpoint.path))
                return QStringLiteral("login"); // many failed ones lock accounts
            if (!endpoint.fromProfile)
                return QStringLiteral("not_listed");
            if (endpoint.body.isEmpty() && endpoint.changesByMethod() &&
                endpoint.method != QLatin1String("DELETE"))
                return QStringLiteral("no_body");
            return target_.allows(Capability::Write) ? QString() : QStringLiteral("not_allowed");
        }
        HttpRequest request;
        request.method = endpoint.method.toLatin1();
        request.url = client_.at(endpoint.filled.isEmpty() ? endpoint.path : endpoint.filled);
        request.maxBodyBytes = 64 * 1024;
        const auto answer = client_.send(request);
        if (!answer)
            return QStringLiteral("no_answer");
        return answer->ok() ? QString() : QStringLiteral("status_%1").arg(answer->status);
    }

    Status choose(const EndpointInventory& inventory)
    {
        int reads = 0;
        double weights = 0;
        for (const Endpoint& endpoint : inventory.endpoints) {
            reads += endpoint.isJudgedAsWrite() ? 0 : 1;
            weights += endpoint.weight;
        }
        for (const Endpoint& endpoint : inventory.leftOut) { // still part of the service
            reads += endpoint.isJudgedAsWrite() ? 0 : 1;
            skip(endpoint, QStringLiteral("left_out"));
        }
        QVector<Endpoint> ordered = inventory.endpoints; // what the profile names first
        std::stable_sort(ordered.begin(), ordered.end(),
                         [](const Endpoint& a, const Endpoint& b) { return a.fromProfile > b.fromProfile; });
        for (const Endpoint& endpoint : std::as_const(ordered)) {
            if (context_.stopRequested())
                break;
            const QString why =
                endpoints_.size() >= options_.mostEndpoints ? QStringLiteral("too_many") : whyNot(endpoint);
            if (!why.isEmpty()) {
                skip(endpoint, why);
                continue;
            }
            auto request = loadRequest(target_, endpoint, client_.settings().runId);
            if (!request)
                return request.error();
            endpoints_.append({endpoint, normalRate(target_.profile, endpoint, weights, options_.rate),
                               std::move(*request)});
        }
        facts_.details.insert(QStringLiteral("endpoints_total"),
                              inventory.endpoints.size() + inventory.leftOut.size());
        facts_.details.insert(QStringLiteral("reads_total"), reads);
        facts_.details.insert(QStringLiteral("writes_total"),
                              inventory.endpoints.size() + inventory.leftOut.size() - reads);
        facts_.details.insert(QStringLiteral("described"), inventory.described);
        return Done{};
    }

    Facts nothingToMeasure()
    {
        facts_.details.insert(QStringLiteral("skipped"), skipped_);
        facts_.details.insert(QStringLiteral("endpoints"), QJsonArray());
        facts_.reason =
            skipped_.isEmpty()
                ? QT_TRANSLATE_NOOP("awb", "No endpoint is known: neither the profile nor an API "
                                           "description names one.")
                : QT_TRANSLATE_NOOP("awb", "No endpoint could be measured: none is a read that answers "
                                           "2xx, and no write is listed and allowed.");
        facts_.unlock = QStringLiteral("http: {endpoints: [{path: /products, method: GET}]}");
        return facts_;
    }

    // start: name and place of the run, for whoever watches it.
    Result<LoadResult> load(const LoadPlan& plan, LoadStatus start)
    {
        const double done = runsDone_;
        const double all = runsPlanned_;
        const QString name = start.endpoint;
        start.of = static_cast<int>(endpoints_.size());
        LoadWatch watch(plan, std::move(start));
        const Message text(
            QT_TRANSLATE_NOOP("awb", "%1 at %2 for %3"),
            {MessageArg(name), MessageArg(plan.rate, QStringLiteral("per_second")),
             MessageArg(static_cast<double>(plan.duration.count()) / 1000, QStringLiteral("s"))});
        auto result = engine_->run(
            plan,
            [&](const LoadProgress& progress) {
                const double fraction = std::min(1.0, (done + progress.fraction) / all);
                context_.progress(fraction, text);
                if (const LoadStatusPtr status = watch.take(progress, fraction))
                    context_.load(status);
            },
            context_.stopToken());
        if (!result)
            return result;
        for (std::size_t i = 0; i < result->total.requests.size(); ++i)
            context_.sent(plan.requests[static_cast<qsizetype>(i)].name,
                          static_cast<qint64>(result->total.requests[i].sent));
        for (const QString& command : std::as_const(result->commands))
            context_.sent(command);
        ++runsDone_;
        return result;
    }

    Status measureAll(const LoadPlan& shared)
    {
        const bool mixed = endpoints_.size() > 1;
        runsPlanned_ = static_cast<double>(endpoints_.size()) + (mixed ? 1 : 0);
        int number = 0;
        for (const MeasuredEndpoint& endpoint : std::as_const(endpoints_)) {
            if (const Status done = measureAlone(shared, endpoint, ++number); !done)
                return done;
            if (broken_)
                return Done{};
            publish();
        }
        return mixed ? measureMix(shared) : Status(Done{});
    }

    qint64 limitOf(bool isWrite) const
    {
        return latencyThreshold(target_.profile, isWrite ? QStringLiteral("1.2") : QStringLiteral("1.1"));
    }

    Status measureAlone(const LoadPlan& shared, const MeasuredEndpoint& endpoint, int number)
    {
        EndpointLatency latency{endpoint.endpoint.title(),
                                endpoint.endpoint.isJudgedAsWrite(),
                                endpoint.rate,
                                {},
                                {},
                                {},
                                {},
                                {}};
        LoadPlan plan = planAlone(shared, endpoint, options_);
        int left = 1;
        for (int run = 0; run < left; ++run) {
            plan.seed = shared.seed + static_cast<quint64>(run);
            if (endpoint.endpoint.isWrite() && run > 0)
                break; // what writes leave behind is bounded
            LoadStatus start;
            start.endpoint = latency.name;
            start.isWrite = latency.isWrite;
            start.number = number;
            start.limitUs = limitOf(latency.isWrite);
            const auto result = load(plan, std::move(start));
            if (!result && result.error().code == ErrorCode::Unsupported) {
                skip(endpoint.endpoint, QStringLiteral("engine"));
                refused_ = result.error().message;
                return Done{};
            }
            if (!result)
                return result.error();
            keep(latency, *result, plan.seed);
            if (broken_ || context_.expired())
                break;
            if (run == 0 && isLongEnough(shared, options_) && isClose(latency)) {
                left += options_.repeats;
                runsPlanned_ += options_.repeats;
            }
        }
        latencies_.append(std::move(latency));
        return Done{};
    }

    void keep(EndpointLatency& latency, const LoadResult& result, quint64 seed)
    {
        const RequestTally& counts = result.total.requests[0];
        if (latency.runs.isEmpty())
            latency.bySecond = result.bySecond[0];
        latency.series.merge(result.series[0]);
        latency.service.merge(counts.service);
        latency.runs.append(runToJson(result, 0, seed));
        broken_ = broken_ || result.stop == LoadStop::Cancelled || result.stop == LoadStop::Unsafe ||
                  result.stop == LoadStop::Failed;
        unsafe_ = unsafe_ || result.stop == LoadStop::Unsafe;
    }

    // One run may have been lucky: the verdict is near, or slow requests come together.
    bool isClose(const EndpointLatency& latency) const
    {
        const qint64 limit = limitOf(latency.isWrite);
        const double p99 = static_cast<double>(latency.series.histogram.quantile(0.99));
        const auto threshold = static_cast<double>(limit);
        const bool near = p99 > threshold / options_.repeatWithin && p99 < threshold * options_.repeatWithin;
        return near || latency.series.burstNear(threshold).value_or(1) > options_.repeatAboveBurst;
    }

    // False: the engine could not send it.
    bool wasMeasured(const QString& name) const
    {
        return std::any_of(latencies_.cbegin(), latencies_.cend(),
                           [&name](const EndpointLatency& latency) { return latency.name == name; });
    }

    Status measureMix(const LoadPlan& shared)
    {
        QVector<MeasuredEndpoint> reads; // writes have spent what they may leave behind
        std::copy_if(endpoints_.cbegin(), endpoints_.cend(), std::back_inserter(reads),
                     [this](const MeasuredEndpoint& endpoint) {
                         return !endpoint.endpoint.isWrite() && wasMeasured(endpoint.endpoint.title());
                     });
        if (reads.size() < 2)
            return Done{};
        const LoadPlan plan = planMix(shared, reads);
        LoadStatus start;
        start.endpoint = QCoreApplication::translate("awb", "All endpoints together");
        start.number = static_cast<int>(endpoints_.size());
        start.together = true;
        start.limitUs = latencyThreshold(target_.profile, QStringLiteral("1.3"));
        const auto result = load(plan, std::move(start));
        if (!result)
            return result.error();
        for (qsizetype i = 0; i < reads.size(); ++i) {
            for (EndpointLatency& latency : latencies_) {
                if (latency.name == reads[i].endpoint.title())
                    latency.mix = runToJson(*result, static_cast<std::size_t>(i), plan.seed);
            }
        }
        broken_ = result->stop != LoadStop::Over && result->stop != LoadStop::Limited;
        unsafe_ = result->stop == LoadStop::Unsafe;
        return Done{};
    }

    Facts described() const
    {
        Facts facts = facts_;
        facts.details.insert(QStringLiteral("skipped"), skipped_);
        describeLatency(facts, latencies_);
        return facts;
    }

    void publish()
    {
        Facts facts = described();
        facts.reason = QT_TRANSLATE_NOOP("awb", "Stopped before every endpoint was measured.");
        context_.publishPartial(std::move(facts));
    }

    Facts conclude()
    {
        Facts facts = described();
        facts.complete =
            !broken_ && !context_.stopRequested() && !(latencies_.isEmpty() && !refused_.isEmpty());
        if (latencies_.isEmpty() && !refused_.isEmpty())
            facts.reason = Message::verbatim(refused_);
        else if (unsafe_)
            facts.reason =
                QT_TRANSLATE_NOOP("awb", "The load was stopped: more than a fifth of the requests failed in "
                                         "two windows in a row.");
        else if (!facts.complete)
            facts.reason = QT_TRANSLATE_NOOP("awb", "Stopped before every endpoint was measured.");
        return facts;
    }

    const ProbeTarget& target_;
    ProbeContext& context_;
    const LatencyOptions& options_;
    HttpClient client_;
    std::unique_ptr<LoadEngine> engine_;
    QString refused_; // why the engine could not send something
    Facts facts_;
    QJsonArray skipped_;
    QVector<MeasuredEndpoint> endpoints_;
    QVector<EndpointLatency> latencies_;
    double runsDone_ = 0;
    double runsPlanned_ = 1;
    bool broken_ = false;
    bool unsafe_ = false;
};

} // namespace

Result<Facts> LatencyProbe::run(const ProbeTarget& target, ProbeContext& context)
{
    if (!target.profile.http || target.profile.http->baseUrl.isEmpty()) {
        Facts facts;
        facts.probe = QStringLiteral("http.latency");
        facts.reason = QT_TRANSLATE_NOOP("awb", "The profile names no base URL of the service.");
        facts.unlock = QStringLiteral("http: {base_url: https://shop.example/api}");
        return facts;
    }
    return Measuring(target, context, options_).run();
}

} // namespace awb
