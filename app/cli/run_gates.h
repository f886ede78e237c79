#pragma once

#include "app/cli/run_plan.h"
#include "core/probe/probe_runner.h"

namespace awb::cli
{

// How a run ended, for the exit code.
struct RunEnd
{
    const RunPlan& plan;
    const AuditResult& result;
    const QVector<ProbeOutcome>& outcomes;
    bool cancelled = false;
    bool written = true;
    const AuditResult* baseline = nullptr; // of --baseline, read before anything was sent
};

// A sentence about a --fail-under that is no percentage, or nothing.
std::optional<QString> checkGateOptions(const Options& options);

// 130, 5, 4, 1, 3, 0: the first that applies; the reason goes to standard error.
int exitCodeOf(const Options& options, const RunEnd& end);

} // namespace awb::cli
