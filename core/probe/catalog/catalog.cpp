#include "core/probe/catalog/catalog.h"

#include "core/probe/http/http_probes.h"
#include "core/probe/postgres/postgres_probes.h"
#include "core/probe/redis/redis_doctor.h"
#include "core/probe/redis/redis_probes.h"

namespace awb
{

ProbeTable makeProbeTable()
{
    std::vector<ProbeDescriptor> probes = postgresProbes();
    for (ProbeDescriptor& probe : redisProbes())
        probes.push_back(std::move(probe));
    for (ProbeDescriptor& probe : httpProbes())
        probes.push_back(std::move(probe));
    return ProbeTable(std::move(probes));
}

std::vector<DoctorEntry> makeDoctors()
{
    return {{ProbeSource::Postgres, examinePostgres},
            {ProbeSource::PgBouncer, examinePgBouncer},
            {ProbeSource::Redis, examineRedis}};
}

} // namespace awb
