#include "core/probe/burst/call_fit.h"

#include <algorithm>
#include <cmath>

namespace awb
{

CallFit fitCalls(const QVector<BurstCalls>& bursts, const FitTolerance& tolerance)
{
    const auto n = static_cast<double>(bursts.size());
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    double most = 0;
    for (const BurstCalls& burst : bursts) {
        const double r = burst.requests;
        x += r;
        y += burst.calls;
        xx += r * r;
        xy += r * burst.calls;
        most = std::max(most, r);
    }
    CallFit fit;
    const double spread = n * xx - x * x;
    if (!(spread > 0))
        return fit; // bursts of one size tell nothing
    const double slope = (n * xy - x * y) / spread;
    fit.perRequest = std::max(0.0, slope);
    fit.constant = (y - slope * x) / n;
    const double own = std::max(tolerance.calls, tolerance.share * fit.perRequest * most);
    fit.accepted = slope >= 0 ? std::fabs(fit.constant) <= own : std::fabs(y) <= tolerance.calls;
    for (const BurstCalls& burst : bursts) {
        const double residual = std::fabs(burst.calls - fit.constant - slope * burst.requests);
        fit.accepted = fit.accepted && residual <= std::max(tolerance.calls, tolerance.share * burst.calls);
    }
    return fit;
}

} // namespace awb
