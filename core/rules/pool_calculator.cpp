#include "core/rules/pool_calculator.h"

#include <algorithm>
#include <cmath>

namespace awb
{

namespace
{

bool usable(const std::optional<double>& value)
{
    return value && std::isfinite(*value) && *value >= 0 && *value <= 1e6;
}

// ceil with room for the binary form of 0.015 × 500 × 1.3.
int roundUp(double value)
{
    return static_cast<int>(std::ceil(value - 1e-9));
}

} // namespace

PoolTarget poolTarget(const PoolInputs& inputs)
{
    PoolTarget out;
    if (usable(inputs.peakRps) && usable(inputs.avgQueryMs)) {
        const double busy = *inputs.peakRps * *inputs.avgQueryMs / 1000.0;
        if (busy <= 1e6)
            out.byLoad = std::max(1, roundUp(busy * inputs.safetyFactor));
    }
    if (usable(inputs.busyConnections))
        out.byLittle = std::max(1, roundUp(*inputs.busyConnections * inputs.safetyFactor));
    if (usable(inputs.dbCores) && *inputs.dbCores > 0) {
        out.byCores = std::max(1, roundUp(*inputs.dbCores * 2));
        out.target = std::max({*out.byCores, out.byLoad.value_or(0), out.byLittle.value_or(0)});
    }
    return out;
}

} // namespace awb
