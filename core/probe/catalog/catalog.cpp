#include "core/probe/catalog/catalog.h"

#include "core/probe/burst/queries_probe.h"
#include "core/probe/http/http_doctor.h"
#include "core/probe/http/http_endpoint_source.h"
#include "core/probe/http/http_probes.h"
#include "core/probe/load/latency_probe.h"
#include "core/probe/logs/logs_probe.h"
#include "core/probe/metrics/alerts_probe.h"
#include "core/probe/metrics/metrics_probes.h"
#include "core/probe/postgres/postgres_probes.h"
#include "core/probe/redis/redis_doctor.h"
#include "core/probe/redis/redis_probes.h"

#include <QCoreApplication>

#include <algorithm>

namespace awb
{

namespace
{

// Probes that send more than reads live in rooms that the doctor of HTTP does not know.
DoctorSight sightOf(const ProbeDescriptor& probe, const TargetProfile& profile, bool reachable)
{
    DoctorSight sight;
    sight.probe = probe.id;
    sight.checks = probe.checks;
    if (!reachable) {
        sight.state = StepState::Failed;
        sight.text = QT_TRANSLATE_NOOP("awb", "There is no connection.");
    } else if (probe.id == QLatin1String("http.queries") && profile.postgres.isEmpty()) {
        sight.state = StepState::Failed;
        sight.text = QT_TRANSLATE_NOOP("awb", "The profile names no database: queries are counted there.");
        sight.fix = QStringLiteral("postgres: {url: postgresql://auditbench@db/shop}");
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
            if (probe.source == ProbeSource::Http && probe.needs && !told)
                report.sights.append(sightOf(probe, target.profile, report.reachable));
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
