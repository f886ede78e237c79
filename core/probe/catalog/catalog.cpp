#include "core/probe/catalog/catalog.h"

#include "core/probe/http/http_doctor.h"
#include "core/probe/http/http_probes.h"
#include "core/probe/load/latency_probe.h"
#include "core/probe/metrics/alerts_probe.h"
#include "core/probe/metrics/metrics_probes.h"
#include "core/probe/postgres/postgres_probes.h"
#include "core/probe/redis/redis_doctor.h"
#include "core/probe/redis/redis_probes.h"

namespace awb
{

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
    for (ProbeDescriptor& probe : loadProbes())
        probes.push_back(std::move(probe));
    return ProbeTable(std::move(probes));
}

std::vector<DoctorEntry> makeDoctors()
{
    return {{ProbeSource::Postgres, examinePostgres},
            {ProbeSource::PgBouncer, examinePgBouncer},
            {ProbeSource::Redis, examineRedis},
            {ProbeSource::Http, examineHttp},
            {ProbeSource::Prometheus, examinePrometheus}};
}

} // namespace awb
