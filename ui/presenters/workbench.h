// What the window is given by the composition root (app/services): everything concrete, already built.
#pragma once

#include "core/audit/checklist.h"
#include "core/foundation/clock.h"
#include "core/probe/doctor.h"
#include "core/probe/endpoint_source.h"
#include "core/probe/probe_table.h"

namespace awb
{

class SecretStore;
class StoreThread;

// References outlive the window and every session. `secrets` blocks (up to 5 s a call): use it on a worker
// only.
struct Workbench
{
    const Clock& clock;
    const Checklist& checklist;
    const ProbeTable& probes;
    const std::vector<DoctorEntry>& doctors;
    StoreThread& store; // the shared store of the start page
    SecretStore& secrets;
    QString toolVersion;
    const EndpointSource* endpoints = nullptr; // null: endpoints are only what the profile lists
};

} // namespace awb
