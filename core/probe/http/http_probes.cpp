#include "core/probe/http/http_probes.h"

#include "core/probe/http/files_probe.h"
#include "core/probe/http/instances_probe.h"
#include "core/probe/http/login_limit_probe.h"
#include "core/probe/http/plain_http.h"
#include "core/probe/http/rate_limits_probe.h"
#include "core/probe/http/second_user_probe.h"
#include "core/probe/http/traces_probe.h"

#include <QCoreApplication>

namespace awb
{

namespace
{

constexpr std::chrono::milliseconds paceInterval{200};

// Every probe reads the API description and harvests a few ids first.
std::vector<PlannedSend> inventoryPlan(const TargetProfile& profile)
{
    const bool named =
        profile.http && (!profile.http->openapi.isEmpty() || !profile.http->endpoints.isEmpty());
    return {{QStringLiteral("GET (API description)"), named ? 1 : 5, {}},
            {QStringLiteral("GET (list endpoints, for an id)"), 10, {}}};
}

// `perEndpoint` requests for at most `endpoints` endpoints (0: all of the inventory).
std::function<std::vector<PlannedSend>(const TargetProfile&)> planOf(const char* what, qint64 perEndpoint,
                                                                     qint64 endpoints)
{
    return [=](const TargetProfile& profile) {
        std::vector<PlannedSend> plan = inventoryPlan(profile);
        if (endpoints > 0)
            plan.push_back({QString::fromLatin1(what), perEndpoint * endpoints, {}});
        else
            plan.push_back({QString::fromLatin1(what), -1,
                            Message(QT_TRANSLATE_NOOP("awb", "%1 for each endpoint, at most 5 a second"),
                                    {MessageArg(perEndpoint)})});
        return plan;
    };
}

template<typename ProbeType>
ProbeDescriptor descriptor(const std::shared_ptr<HttpPace>& pace, const char* id, const char* title,
                           const char* about, const QStringList& checks)
{
    ProbeDescriptor probe;
    probe.id = QLatin1String(id);
    probe.title = title;
    probe.about = about;
    probe.source = ProbeSource::Http;
    probe.checks = checks;
    probe.budget = std::chrono::minutes(10);
    probe.create = [pace] { return std::make_unique<ProbeType>(pace); };
    return probe;
}

} // namespace

std::shared_ptr<HttpPace> functionalPace()
{
    return std::make_shared<HttpPace>(paceInterval);
}

std::vector<ProbeDescriptor> httpProbes(const std::shared_ptr<HttpPace>& pace)
{
    ProbeDescriptor authentication = descriptor<AuthenticationProbe>(
        pace, "http.authentication", QT_TRANSLATE_NOOP("awb", "Endpoints without a credential"),
        QT_TRANSLATE_NOOP("awb", "Calls every endpoint with, without and with a broken credential."),
        {QStringLiteral("6.1")});
    authentication.uses = Capability::Write;
    authentication.plan = planOf("GET (none, own, no, and a broken credential; a path beside it)", 6, 0);
    ProbeDescriptor cors = descriptor<CorsProbe>(
        pace, "http.cors", QT_TRANSLATE_NOOP("awb", "CORS"),
        QT_TRANSLATE_NOOP("awb", "Asks as seven origins, foreign ones among them."), {QStringLiteral("6.8")});
    cors.plan = planOf("GET and OPTIONS (with Origin; a path that does not exist)", 11, 5);
    ProbeDescriptor headers = descriptor<HeadersProbe>(
        pace, "http.headers", QT_TRANSLATE_NOOP("awb", "Security headers"),
        QT_TRANSLATE_NOOP("awb", "Reads the headers of success, error and HTML answers."),
        {QStringLiteral("6.9")});
    headers.plan = [base = planOf("GET (base, endpoints, a path that does not exist)", 1, 6)](
                       const TargetProfile& profile) {
        std::vector<PlannedSend> plan = base(profile);
        if (profile.http && plainPort(*profile.http) > 0)
            plan.push_back({QStringLiteral("GET http://{host} (plain)"), 5, {}});
        return plan;
    };
    ProbeDescriptor health = descriptor<HealthProbe>(
        pace, "http.health", QT_TRANSLATE_NOOP("awb", "Health endpoints"),
        QT_TRANSLATE_NOOP("awb", "Looks for liveness and readiness paths, against paths that do not exist."),
        {QStringLiteral("7.5")});
    health.plan = [](const TargetProfile&) {
        return std::vector<PlannedSend>{{QStringLiteral("GET (usual health paths)"), 19, {}},
                                        {QStringLiteral("GET {folder}/{random}"), 6, {}}};
    };
    ProbeDescriptor lists = descriptor<ListsProbe>(
        pace, "http.lists", QT_TRANSLATE_NOOP("awb", "Lists and sizes"),
        QT_TRANSLATE_NOOP("awb", "Asks each list for one item and for a million, and weighs every answer."),
        {QStringLiteral("8.7"), QStringLiteral("8.8")});
    lists.plan = planOf("GET (default, limit=1, limit=1000000 or else 10000, the page after)", 6, 0);
    ProbeDescriptor ids = descriptor<RequestIdsProbe>(
        pace, "http.request_ids", QT_TRANSLATE_NOOP("awb", "Request ids"),
        QT_TRANSLATE_NOOP("awb",
                          "Looks for a request id on success and error answers, and sends a hostile one."),
        {QStringLiteral("5.4")});
    ids.plan = planOf("GET (own id, none, a hostile id)", 4, 5);
    ProbeDescriptor limits = descriptor<RateLimitsProbe>(
        pace, "http.rate_limits", QT_TRANSLATE_NOOP("awb", "Rate limits"),
        QT_TRANSLATE_NOOP(
            "awb",
            "Reads the limit's headers of public endpoints; with a burst it looks for the first refusal."),
        {QStringLiteral("6.3")});
    limits.uses = Capability::Burst;
    limits.after = {authentication.id, cors.id,  headers.id,
                    health.id,         lists.id, ids.id}; // its 429 would be theirs
    // … and that of the probes that run alone, so it does, too
    limits.after << QStringLiteral("http.queries") << QStringLiteral("http.latency")
                 << QStringLiteral("http.restart") << QStringLiteral("http.traces")
                 << QStringLiteral("http.second_user") << QStringLiteral("http.instances")
                 << QStringLiteral("http.files");
    limits.exclusive = true;
    limits.plan = [](const TargetProfile& profile) {
        std::vector<PlannedSend> plan = inventoryPlan(profile);
        plan.push_back({QStringLiteral("GET (public endpoints)"), 160, {}});
        plan.push_back(
            {QStringLiteral("GET (the cheapest public endpoint, at most 20 a second; with burst)"), 120, {}});
        return plan;
    };
    ProbeDescriptor body = descriptor<BodyLimitProbe>(
        pace, "http.body_limit", QT_TRANSLATE_NOOP("awb", "Body limits"),
        QT_TRANSLATE_NOOP(
            "awb",
            "Announces a body of 1 GiB, then sends spaces, up to 32 MiB, to the writes of the profile."),
        {QStringLiteral("1.6")});
    body.needs = Capability::Body;
    body.plan = [](const TargetProfile& profile) {
        const qint64 writes = profile.http ? std::max<qint64>(1, profile.http->endpoints.size()) : 1;
        return std::vector<PlannedSend>{
            {QStringLiteral("POST, PUT or PATCH (headers that announce 1 GiB, or 32 MiB; no body)"),
             2 * writes,
             {}},
            {QStringLiteral("POST, PUT or PATCH (64 KiB to 32 MiB of spaces)"), 9 * writes, {}}};
    };
    return {authentication,
            cors,
            headers,
            health,
            lists,
            ids,
            body,
            tracesProbe(pace),
            limits,
            loginLimitProbe(pace),
            secondUserProbe(pace),
            instancesProbe(pace),
            filesProbe(pace)};
}

} // namespace awb
