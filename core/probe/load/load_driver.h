#pragma once

#include "core/probe/load/load_collector.h"

// What every engine does around its threads.
namespace awb
{

Status checkPlan(const LoadPlan& plan);

// Sets what each thread opens before the start and what it may have in flight; returns the connections in
// all.
int shareOut(LoadRun& run);

// The addresses of whom the run connects to first: the proxy, or the host.
Status findAddresses(LoadRun& run, std::stop_token stop);

// Runs the threads, collects from them until all have ended, and says what was found.
Result<LoadResult> driveLoad(LoadRun& run, const LoadThreads& threads, const LoadEngine::Observer& observer,
                             const std::stop_token& stop);

} // namespace awb
