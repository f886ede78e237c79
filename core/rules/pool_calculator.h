#pragma once

#include <optional>

namespace awb
{

// The checklist's pool sizing calculator, with Little's law where the busy connections were measured.
// Checklist, section 4: target = ceil(peak_rps × avg_query_seconds × 1.3), cross-checked against
// DB cores × 2; the larger counts. The formula assumes one query a request.
// Little (1961): mean busy connections L = arrival rate × time held; measured as Δtotal_exec_time ÷ Δt it
// needs no request rate: target = ceil(L × 1.3).
struct PoolInputs
{
    std::optional<double> peakRps;
    std::optional<double> avgQueryMs;
    std::optional<double> dbCores;
    std::optional<double> busyConnections; // L, measured at peak
    double safetyFactor = 1.3;
};

struct PoolTarget
{
    std::optional<int> byLoad;   // peak_rps × avg_query
    std::optional<int> byLittle; // L
    std::optional<int> byCores;  // 2 × cores: the checklist's letter
    std::optional<int> target;   // the largest; only with the cores known
};

// Negative, NaN and absurd inputs (above 1e6) count as not given.
PoolTarget poolTarget(const PoolInputs& inputs);

} // namespace awb
