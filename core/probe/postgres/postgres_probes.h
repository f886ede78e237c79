#pragma once

#include "core/probe/doctor.h"
#include "core/probe/probe.h"

namespace awb
{

// All PostgreSQL and PgBouncer probes, one descriptor each.
std::vector<ProbeDescriptor> postgresProbes();

// DNS → TCP → TLS → login → version → rights → extensions for every database of the profile, and what each
// probe can see with this login.
QVector<DoctorReport> examinePostgres(const ProbeTarget& target, ProbeContext& context);
QVector<DoctorReport> examinePgBouncer(const ProbeTarget& target, ProbeContext& context);

} // namespace awb
