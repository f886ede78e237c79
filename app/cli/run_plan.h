#pragma once

#include "app/cli/command.h"
#include "core/probe/probe.h"

namespace awb::cli
{

// Everything `run` was asked for, checked before anything is sent.
struct RunPlan
{
    TargetProfile profile;
    QStringList checks; // expanded; empty: all
    bool checksNamed = false;
    Consent consent;
    std::vector<ProbeDescriptor> probes; // in the order of the table
    quint64 seed = 0;
};

Result<RunPlan> planRun(const Services& services, const Options& options);

// --dry-run: every statement, command and request class with its upper bound.
QString describePlan(const RunPlan& plan);

// Reads the secrets that the chosen probes need; asks on a terminal for those that are to be asked for.
Result<std::shared_ptr<const ProbeTarget>> resolveTarget(const RunPlan& plan);
Result<QMap<QString, Secret>> resolveSecrets(const TargetProfile& profile);

} // namespace awb::cli
