#pragma once

#include "core/probe/load/foreign_tool.h"

namespace awb
{

// Sends with the user's own k6 (0.38 to 2.x; AGPL: it is started as any user would, and only its output is
// read). A generated script sends each kind of request at its share of a constant arrival rate; k6's points
// are read as they come (see k6_points.h), so that there are seconds, lateness and the whole histogram.
// mayPass is false where iterations were dropped, points are missing, or k6 did not end as it should. It
// verifies certificates by the system's authorities or the plan's ca file; pins are not known to it, nor a
// proxy to this machine (Unsupported).
class K6Engine final : public LoadEngine
{
public:
    static Result<ForeignTool> find(std::stop_token stop);
    explicit K6Engine(ForeignTool tool) : tool_(std::move(tool)) {}

    LoadEngineInfo info() const override;
    Result<LoadResult> run(const LoadPlan& plan, const Observer& observer, std::stop_token stop) override;

private:
    ForeignTool tool_;
};

// What an exit code of k6 means; empty: the run is valid (0, and 99: a threshold was not kept).
QString k6ExitMeaning(int code);

} // namespace awb
