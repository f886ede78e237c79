#pragma once

#include "core/probe/load/latency_plan.h"
#include "core/probe/load/load_engine.h"
#include "core/probe/probe.h"

#include <memory>

namespace awb
{

// 1.1 – 1.4, and a hint for 8.5, by open-loop load: each endpoint alone at its rate on an ordinary day, then
// all together. Reads by default; a write only when the profile lists it with a body and the capability write
// is allowed.
//
// Measured: read_p99_max (1.1), write_p99_max (1.2), p99_max (1.3) in ms and ratio_max (1.4), each of the
// worst endpoint with its interval and n. Details: "source" ("load": by this program), "endpoints_total",
// "reads_total", "skipped": [{"name", "why"}], "endpoints": [{"name", "write", "rate", "runs": [RUN], "mix":
// RUN or null}], where RUN is
// {"series": LatencySeries, "service": HdrHistogram V2 in base64, "service_p50_ms", "service_p99_ms",
// "seconds", "scheduled", "sent_in_time", "answered", "ok", "timeouts", "unsent", "failures": {cause: n},
// "statuses": {code: n}, "versions": {"HTTP/2": n}, "limited", "stop", "scheduler_lag_p99_ms",
// "queue_lag_p99_ms", "run_delay_percent", "first_ms", "last_ms", "unsteady", "may_pass", "seed"}. With
// another engine (load.engine) "source" is its word, and "engine" {"name", "binary"} and "note" (what it
// cannot prove) are there too; an endpoint that it cannot send is skipped as "engine".
class LatencyProbe final : public Probe
{
public:
    explicit LatencyProbe(LatencyOptions options = {}) : options_(options) {}
    Result<Facts> run(const ProbeTarget& target, ProbeContext& context) override;

private:
    LatencyOptions options_;
};

std::vector<ProbeDescriptor> loadProbes();

} // namespace awb
