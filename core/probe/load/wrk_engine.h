#pragma once

#include "core/probe/load/foreign_tool.h"

namespace awb
{

// Sends with the user's own wrk 4. A process for each kind of request, because wrk keeps one histogram: each
// sends at its share of the asked rate at most (a pause before each request), each with the whole histogram
// handed over by a generated script, which is checked against the number of requests. What it cannot give,
// and what is done about it:
//   a schedule: it is a closed loop, so that mayPass is false, and response and service time are the same
//   times: no seconds; a verdict assumes bursts
//   which answer took how long: as many of the slowest as were not answered with 2xx are left out
//   its own lateness: schedulerLag is how late this machine wakes us up meanwhile
//   certificates: it checks none, so https only without a credential; pins, proxies and HEAD not at all
//   (Unsupported)
// Durations and timeouts are whole seconds, rounded up; no connection is kept from the warm-up.
class WrkEngine final : public LoadEngine
{
public:
    static Result<ForeignTool> find(std::stop_token stop);
    explicit WrkEngine(ForeignTool tool) : tool_(std::move(tool)) {}

    LoadEngineInfo info() const override;
    Result<LoadResult> run(const LoadPlan& plan, const Observer& observer, std::stop_token stop) override;

private:
    ForeignTool tool_;
};

} // namespace awb
