#include "core/probe/http/traces_probe.h"

#include "core/probe/http/trace_reading.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QRandomGenerator>

#include <algorithm>

namespace awb
{

namespace
{

constexpr int minServices = 2;
constexpr qint64 mostTraceBytes = 8 * 1024 * 1024;

QByteArray randomHex(int digits)
{
    QByteArray hex;
    while (hex.size() < digits)
        hex += QByteArray::number(QRandomGenerator::system()->generate64() | 1U, 16).rightJustified(16, '0');
    return hex.left(digits);
}

struct SentTrace
{
    QByteArray trace = randomHex(32);
    QByteArray span = randomHex(16);
    bool echoed = false;
    bool found = false;
    bool unanswered = false; // the last look-up of it ended with an error
    TraceSeen seen;
};

struct TracedEndpoint
{
    QString title;
    QVector<SentTrace> traces;
};

bool isEchoed(const HttpResponse& answer, const QByteArray& trace)
{
    for (const char* name : {"traceresponse", "Server-Timing", "X-Trace-Id", "X-B3-TraceId",
                             "X-Amzn-Trace-Id", "X-Cloud-Trace-Context", "Grafana-Trace-Id", "traceparent"}) {
        if (answer.header(name).toLower().contains(trace))
            return true;
    }
    return false;
}

// The trace backend of the profile.
class TraceBackend
{
public:
    TraceBackend(const ProbeTarget& target, ProbeContext& context, const TraceOptions& options)
        : target_(target),
          kind_(target.profile.tracesKind),
          client_(settingsOf(target), context,
                  isDatadog() ? std::make_shared<HttpPace>(options.datadogPace) : nullptr)
    {
    }

    // Nothing: the backend does not know the trace.
    Result<std::optional<TraceSeen>> find(const SentTrace& sent)
    {
        auto seen = ask(sent.trace, sent);
        // a tracer that keeps 64 bits knows it by their decimal
        if (isDatadog() && seen && !*seen)
            seen = ask(decimalTraceId(sent.trace), sent);
        return seen;
    }

private:
    bool isDatadog() const { return kind_ == QLatin1String("datadog"); }

    Result<std::optional<TraceSeen>> ask(const QByteArray& id, const SentTrace& sent)
    {
        const bool singular = isDatadog() || kind_ == QLatin1String("zipkin");
        HttpRequest request;
        request.url =
            client_.at((singular ? QStringLiteral("/api/v2/trace/") : QStringLiteral("/api/traces/")) +
                       QString::fromLatin1(id));
        request.headers.append(HttpHeader{"Accept", "application/json"});
        if (isDatadog()) {
            addKey(request, "DD-API-KEY", "traces");
            addKey(request, "DD-APPLICATION-KEY", "traces/app");
        }
        request.credential = Credential::None;
        request.countedAs = QStringLiteral("GET {traces}/{id}");
        request.maxBodyBytes = mostTraceBytes;
        const auto answer = client_.send(request);
        if (!answer)
            return answer.error();
        if (answer->status == 404)
            return std::optional<TraceSeen>();
        if (!answer->ok() || answer->truncated)
            return Error{ErrorCode::Protocol,
                         QStringLiteral("The trace backend answers %1.").arg(answer->status),
                         {},
                         {}};
        const auto seen = readTrace(answer->body, sent.trace, sent.span);
        if (!seen)
            return seen.error();
        return seen->spans > 0 ? std::optional(*seen) : std::optional<TraceSeen>();
    }

    void addKey(HttpRequest& request, const char* header, const char* secret) const
    {
        const Secret value = target_.secret(QLatin1String(secret));
        if (!value.isEmpty())
            request.headers.append(HttpHeader{header, value.reveal()});
    }

    static HttpSettings settingsOf(const ProbeTarget& target)
    {
        HttpSettings settings;
        settings.base = target.profile.tracesUrl;
        return settings;
    }

    const ProbeTarget& target_;
    const QString kind_;
    HttpClient client_;
};

class Tracing
{
public:
    Tracing(const ProbeTarget& target, HttpClient& client, ProbeContext& context, const TraceOptions& options)
        : target_(target),
          client_(client),
          context_(context),
          options_(options)
    {
    }

    Status run(Facts& facts)
    {
        const auto inventory = loadInventory(target_, client_);
        if (!inventory)
            return inventory.error();
        for (const Endpoint& endpoint : sampledReads(*inventory, options_.endpoints)) {
            if (const Status sent = send(endpoint); !sent)
                return sent;
        }
        if (!target_.profile.tracesUrl.isEmpty() && !endpoints_.isEmpty()) {
            if (const Status looked = lookUp(); !looked)
                return looked;
        }
        describe(facts);
        conclude(facts, *inventory);
        return Done{};
    }

private:
    Status send(const Endpoint& endpoint)
    {
        TracedEndpoint traced{endpoint.title(), {}};
        for (int i = 0; i < options_.perEndpoint; ++i) {
            SentTrace sent;
            HttpRequest request;
            request.url = client_.at(endpoint.filled);
            request.headers.append(HttpHeader{"traceparent", "00-" + sent.trace + '-' + sent.span + "-01"});
            request.countedAs = endpoint.title();
            const auto answer = client_.send(request);
            if (!answer && endsProbe(answer.error()))
                return answer.error();
            if (!answer || !answer->ok())
                return Done{}; // an error answer may skip what the trace should cross
            sent.echoed = isEchoed(*answer, sent.trace);
            traced.traces.append(sent);
        }
        endpoints_.append(std::move(traced));
        return Done{};
    }

    // Spans arrive late: asks again for what is not there, or not whole, yet.
    Status lookUp()
    {
        TraceBackend backend(target_, context_, options_);
        const auto control = backend.find(SentTrace());
        if (!control) {
            if (control.error().code == ErrorCode::Cancelled)
                return control.error();
            backend_ = QStringLiteral("unreachable");
            return Done{};
        }
        backend_ = *control ? QStringLiteral("invents") : QStringLiteral("answers");
        std::chrono::milliseconds waited{0};
        for (const std::chrono::milliseconds& at : options_.lookups) {
            if (!context_.waitFor(at - waited))
                return Error{ErrorCode::Cancelled, QStringLiteral("The run was stopped."), {}, {}};
            waited = at;
            const auto whole = lookUpOnce(backend);
            if (!whole)
                return whole.error();
            if (*whole)
                break;
        }
        // What the backend refused to look up is not missing there.
        if (anyTrace([](const SentTrace& sent) { return !sent.found && sent.unanswered; }))
            backend_ = QStringLiteral("unreachable");
        return Done{};
    }

    // True: every trace crosses to a second service, there is nothing to wait for.
    Result<bool> lookUpOnce(TraceBackend& backend)
    {
        for (TracedEndpoint& endpoint : endpoints_) {
            for (SentTrace& sent : endpoint.traces) {
                if (sent.seen.services.size() >= minServices)
                    continue;
                const auto found = backend.find(sent);
                if (!found && endsProbe(found.error()))
                    return found.error();
                sent.unanswered = !found.has_value();
                if (found && *found) {
                    sent.found = true;
                    sent.seen = **found;
                }
            }
        }
        return !anyTrace([](const SentTrace& sent) { return sent.seen.services.size() < minServices; });
    }

    bool anyTrace(bool (*holds)(const SentTrace&)) const
    {
        return std::any_of(endpoints_.cbegin(), endpoints_.cend(), [&](const TracedEndpoint& endpoint) {
            return std::any_of(endpoint.traces.cbegin(), endpoint.traces.cend(), holds);
        });
    }

    QJsonObject rowOf(const TracedEndpoint& endpoint, QSet<QString>& services) const
    {
        qint64 found = 0;
        qsizetype fewest = endpoint.traces.isEmpty() ? 0 : 100;
        bool ours = !endpoint.traces.isEmpty();
        bool echoed = ours;
        for (const SentTrace& sent : endpoint.traces) {
            found += sent.found ? 1 : 0;
            fewest = std::min(fewest, sent.seen.services.size());
            ours = ours && sent.seen.isOurs;
            echoed = echoed && sent.echoed;
            services.unite(sent.seen.services);
        }
        return {{QStringLiteral("endpoint"), endpoint.title},
                {QStringLiteral("sent"), endpoint.traces.size()},
                {QStringLiteral("found"), found},
                {QStringLiteral("services"), fewest},
                {QStringLiteral("ours"), ours},
                {QStringLiteral("echoed"), echoed}};
    }

    void describe(Facts& facts) const
    {
        QJsonArray rows;
        QSet<QString> services;
        double crossing = 0;
        double traced = 0;
        for (const TracedEndpoint& endpoint : endpoints_) {
            const QJsonObject row = rowOf(endpoint, services);
            const bool all = row.value(QStringLiteral("found")).toInteger() == endpoint.traces.size() &&
                             !endpoint.traces.isEmpty();
            traced += all ? 1 : 0;
            crossing += all && row.value(QStringLiteral("services")).toInt() >= minServices ? 1 : 0;
            rows.append(row);
        }
        setRows(facts, "endpoints", QT_TRANSLATE_NOOP("awb", "Traces by endpoint"),
                {column("endpoint", QT_TRANSLATE_NOOP("awb", "Endpoint"), "", 1, true),
                 column("sent", QT_TRANSLATE_NOOP("awb", "Sent"), "count"),
                 column("found", QT_TRANSLATE_NOOP("awb", "Found"), "count"),
                 column("services", QT_TRANSLATE_NOOP("awb", "Services"), "count"),
                 column("echoed", QT_TRANSLATE_NOOP("awb", "Own id comes back"), "", 2)},
                rows);
        QStringList names(services.cbegin(), services.cend());
        names.sort();
        facts.details.insert(QStringLiteral("services"), QJsonArray::fromStringList(names.mid(0, 50)));
        facts.details.insert(QStringLiteral("backend"), backend_);
        const auto all = static_cast<double>(rows.size());
        facts.measured << measurement("endpoints", all, "count");
        if (!rows.isEmpty())
            facts.measured << measurement("covered", 100 * crossing / all, "percent")
                           << measurement("traced", 100 * traced / all, "percent");
    }

    void conclude(Facts& facts, const EndpointInventory& inventory) const
    {
        facts.complete = backend_ == QLatin1String("answers") && !endpoints_.isEmpty();
        if (facts.complete)
            return;
        facts.unlock = target_.profile.tracesKind == QLatin1String("datadog")
                           ? QStringLiteral("traces: {kind: datadog, url: https://api.datadoghq.eu, secret: "
                                            "env:DD_API_KEY, app_secret: env:DD_APP_KEY}")
                           : QStringLiteral("traces: {kind: jaeger, url: http://jaeger:16686}");
        if (endpoints_.isEmpty())
            facts.reason = !inventory.reason.isEmpty()
                               ? inventory.reason
                               : Message(QT_TRANSLATE_NOOP("awb", "No read endpoint answers 2xx."));
        else if (backend_ == QLatin1String("unreachable"))
            facts.reason = QT_TRANSLATE_NOOP("awb", "The trace backend does not answer as one.");
        else if (backend_ == QLatin1String("invents"))
            facts.reason = QT_TRANSLATE_NOOP("awb", "The trace backend knows a trace that was never sent.");
        else
            facts.reason = QT_TRANSLATE_NOOP("awb", "The profile names no trace backend that can be asked.");
    }

    const ProbeTarget& target_;
    HttpClient& client_;
    ProbeContext& context_;
    const TraceOptions& options_;
    QVector<TracedEndpoint> endpoints_;
    QString backend_ = QStringLiteral("none");
};

} // namespace

Status TracesProbe::measure(const ProbeTarget& target, HttpClient& client, ProbeContext& context,
                            Facts& facts)
{
    return Tracing(target, client, context, options_).run(facts);
}

ProbeDescriptor tracesProbe(const std::shared_ptr<HttpPace>& pace)
{
    ProbeDescriptor probe;
    probe.id = QStringLiteral("http.traces");
    probe.title = QT_TRANSLATE_NOOP("awb", "Traces");
    probe.about = QT_TRANSLATE_NOOP(
        "awb", "Sends requests with a trace of its own and looks it up in the trace backend.");
    probe.source = ProbeSource::Http;
    probe.checks = {QStringLiteral("5.1")};
    probe.budget = std::chrono::minutes(8);
    probe.plan = [](const TargetProfile& profile) {
        // Datadog is asked twice, by hex and by decimal id
        const qint64 names = profile.tracesKind == QLatin1String("datadog") ? 2 : 1;
        std::vector<PlannedSend> plan{{QStringLiteral("GET (API description)"), 5, {}},
                                      {QStringLiteral("GET (list endpoints, for an id)"), 10, {}},
                                      {QStringLiteral("GET {path} (with traceparent)"), 30, {}},
                                      {QStringLiteral("GET {traces}/{id} (trace backend)"), 91 * names, {}}};
        return plan;
    };
    probe.create = [pace] { return std::make_unique<TracesProbe>(pace); };
    return probe;
}

} // namespace awb
