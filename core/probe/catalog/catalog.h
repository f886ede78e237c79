#pragma once

#include "core/probe/doctor.h"
#include "core/probe/endpoint_source.h"
#include "core/probe/probe_table.h"

namespace awb
{

// Every probe of the program, in the order shown. To add one: write the class and its test, and add its
// descriptor to the list of its room (postgresProbes(), redisProbes() …); this table, the menus, the CLI, the
// help and the checklist's own validation follow.
ProbeTable makeProbeTable();

// Who examines which part of a target, step by step.
std::vector<DoctorEntry> makeDoctors();

// Who reads the endpoints of a service for the window.
std::unique_ptr<EndpointSource> makeEndpointSource();

} // namespace awb
