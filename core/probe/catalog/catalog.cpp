#include "core/probe/catalog/catalog.h"

#include "core/probe/burst/queries_probe.h"
#include "core/probe/http/http_doctor.h"
#include "core/probe/http/http_endpoint_source.h"
#include "core/probe/http/http_probes.h"
#include "core/probe/load/engine_choice.h"
#include "core/probe/load/latency_probe.h"
#include "core/probe/logs/logs_probe.h"
#include "core/probe/metrics/alerts_probe.h"
#include "core/probe/metrics/metrics_probes.h"
#include "core/probe/postgres/postgres_probes.h"
#include "core/probe/redis/redis_doctor.h"
#include "core/probe/redis/redis_probes.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace awb
{

namespace
{

// What a probe lacks, so that it stays unmeasured.
struct Lack
{
    Message text;
    QString fix;
};

std::optional<Lack> lackOf(const ProbeDescriptor& probe, const TargetProfile& profile,
                           const std::stop_token& stop)
{
    if (probe.id == QLatin1String("http.queries") && profile.postgres.isEmpty())
        return Lack{QT_TRANSLATE_NOOP("awb", "The profile names no database: queries are counted there."),
                    QStringLiteral("postgres: {url: postgresql://auditbench@db/shop}")};
    if (probe.id == QLatin1String("http.latency")) {
        if (const auto engine = chooseLoadEngine(profile.loadEngine, stop);
            !engine) // a tool of the user's own
            return Lack{Message::verbatim(engine.error().message), engine.error().remedy};
    }
    return std::nullopt;
}

// Probes that send more than reads live in rooms that the doctor of HTTP does not know.
DoctorSight sightOf(const ProbeDescriptor& probe, const std::optional<Lack>& lack, bool reachable)
{
    DoctorSight sight;
    sight.probe = probe.id;
    sight.checks = probe.checks;
    sight.state = StepState::Failed;
    if (!reachable) {
        sight.text = QT_TRANSLATE_NOOP("awb", "There is no connection.");
    } else if (lack) {
        sight.text = lack->text;
        sight.fix = lack->fix;
    } else {
        sight.state = StepState::Warning;
        sight.text = QT_TRANSLATE_NOOP("awb", "Runs only when what it sends is allowed.");
        sight.fix = QStringLiteral("--allow ") + capabilityIds(probe.needs).join(QLatin1Char(','));
    }
    return sight;
}

QVector<DoctorReport> examineService(const ProbeTarget& target, ProbeContext& context)
{
    QVector<DoctorReport> reports = examineHttp(target, context);
    const ProbeTable table = makeProbeTable();
    for (DoctorReport& report : reports) {
        for (const ProbeDescriptor& probe : table.probes()) {
            const bool told = std::any_of(report.sights.cbegin(), report.sights.cend(),
                                          [&](const DoctorSight& s) { return s.probe == probe.id; });
            if (probe.source != ProbeSource::Http || !probe.needs || told)
                continue;
            const auto lack =
                report.reachable ? lackOf(probe, target.profile, context.stopToken()) : std::nullopt;
            report.sights.append(sightOf(probe, lack, report.reachable));
            if (lack)
                report.unmeasuredChecks << probe.checks;
        }
    }
    return reports;
}

} // namespace

ProbeTable makeProbeTable()
{
    const auto pace = functionalPace();
    std::vector<ProbeDescriptor> probes = postgresProbes();
    for (ProbeDescriptor& probe : redisProbes())
        probes.push_back(std::move(probe));
    for (ProbeDescriptor& probe : httpProbes(pace))
        probes.push_back(std::move(probe));
    for (ProbeDescriptor& probe : metricsProbes(pace))
        probes.push_back(std::move(probe));
    for (ProbeDescriptor& probe : logsProbes())
        probes.push_back(std::move(probe));
    for (ProbeDescriptor& probe : burstProbes(pace))
        probes.push_back(std::move(probe));
    for (ProbeDescriptor& probe : loadProbes())
        probes.push_back(std::move(probe));
    return ProbeTable(std::move(probes), {QStringLiteral("http.restart")});
}

std::vector<DoctorEntry> makeDoctors()
{
    return {{ProbeSource::Postgres, examinePostgres},     {ProbeSource::PgBouncer, examinePgBouncer},
            {ProbeSource::Redis, examineRedis},           {ProbeSource::Http, examineService},
            {ProbeSource::Prometheus, examinePrometheus}, {ProbeSource::Logs, examineLogs}};
}

std::unique_ptr<EndpointSource> makeEndpointSource()
{
    return std::make_unique<HttpEndpointSource>();
}

} // namespace awb
