#pragma once

#include "core/audit/checklist.h"
#include "core/foundation/clock.h"
#include "core/probe/doctor.h"
#include "core/probe/endpoint_source.h"
#include "core/probe/probe_table.h"

#include <memory>

namespace awb
{

// The composition root: the one place that builds concrete probes and loads the built-in checklist. Both
// programs use it.
struct Services
{
    SystemClock clock;
    ProbeTable probes;
    std::vector<DoctorEntry> doctors;
    std::unique_ptr<EndpointSource> endpoints;
    Checklist checklist;
    QString version;

    // An error here means a broken build: the built-in checklist does not load.
    static Result<std::unique_ptr<Services>> create();
};

// Answers no core dump: a core would hold secrets (RLIMIT_CORE 0, PR_SET_DUMPABLE 0). AUDITBENCH_ALLOW_CORE=1
// keeps it.
void forbidCoreDumps();

} // namespace awb
