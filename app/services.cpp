#include "app/services.h"

#include "core/probe/catalog/catalog.h"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace awb
{

Result<std::unique_ptr<Services>> Services::create()
{
    ProbeTable probes = makeProbeTable();
    Result<Checklist> checklist = loadBuiltInChecklist(probes.ids());
    if (!checklist)
        return checklist.error();
    return std::unique_ptr<Services>(new Services{{},
                                                  std::move(probes),
                                                  makeDoctors(),
                                                  makeEndpointSource(),
                                                  *std::move(checklist),
                                                  QStringLiteral(AWB_VERSION)});
}

void forbidCoreDumps()
{
    if (qEnvironmentVariableIsSet("AUDITBENCH_ALLOW_CORE"))
        return;
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0);
}

} // namespace awb
