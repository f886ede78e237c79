#include "core/probe/redis/counting_intervals.h"

#include <algorithm>
#include <cmath>

namespace awb
{

namespace
{
constexpr double z = 1.959964;
constexpr double ruleOfThree = 3.0;
} // namespace

CountInterval shareInterval(double k, double n)
{
    if (!(n > 0))
        return {0, 1};
    const double p = std::clamp(k / n, 0.0, 1.0);
    const double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
    const double half = z / (1 + z * z / n) * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    CountInterval interval{std::max(0.0, centre - half), std::min(1.0, centre + half)};
    if (k <= 0)
        interval = {0, std::min(1.0, ruleOfThree / n)};
    else if (k >= n)
        interval = {std::max(0.0, 1 - ruleOfThree / n), 1};
    return interval;
}

CountInterval countInterval(double k)
{
    if (!(k > 0))
        return {0, ruleOfThree};
    const auto cubed = [](double x) { return x > 0 ? x * x * x : 0.0; };
    return {k * cubed(1 - 1 / (9 * k) - z / (3 * std::sqrt(k))),
            (k + 1) * cubed(1 - 1 / (9 * (k + 1)) + z / (3 * std::sqrt(k + 1)))};
}

} // namespace awb
