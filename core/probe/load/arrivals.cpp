#include "core/probe/load/arrivals.h"

#include <algorithm>
#include <cmath>

namespace awb
{

namespace
{

constexpr double rampFrom = 0.1; // of the rate

double uniform(std::mt19937_64& random)
{
    return static_cast<double>(random() >> 11) * 0x1p-53; // 0 ≤ u < 1, the same on every platform
}

} // namespace

Arrivals::Arrivals(const LoadPlan& plan, int worker, int shares)
    : random_(plan.seed * 0x9e3779b97f4a7c15U + static_cast<quint64>(worker)),
      poisson_(plan.arrivals == ArrivalKind::Poisson),
      perNs_(std::max(plan.rate, 1e-6) / shares / 1e9) /* a closed loop has none */,
      rampNs_(1e6 * static_cast<double>(std::min(plan.ramp, plan.warmUp).count()))
{
    double sum = 0;
    for (const LoadRequest& request : plan.requests) {
        sum += std::max(0.0, request.weight);
        upTo_.push_back(sum);
    }
    for (double& value : upTo_)
        value = sum > 0 ? value / sum : 1;
    // equal gaps of several workers interleave instead of falling together
    exact_ = poisson_ ? gapNs() : worker / (perNs_ * shares);
    due_ = static_cast<qint64>(exact_);
    request_ = choose();
}

double Arrivals::gapNs()
{
    double rate = perNs_;
    if (exact_ < rampNs_)
        rate *= rampFrom + (1 - rampFrom) * exact_ / rampNs_;
    return (poisson_ ? -std::log1p(-uniform(random_)) : 1.0) / rate;
}

void Arrivals::next()
{
    exact_ += gapNs();
    due_ = static_cast<qint64>(exact_);
    request_ = choose();
}

std::size_t Arrivals::choose()
{
    if (upTo_.size() < 2)
        return 0;
    const auto found = std::upper_bound(upTo_.begin(), upTo_.end(), uniform(random_));
    return std::min(static_cast<std::size_t>(found - upTo_.begin()), upTo_.size() - 1);
}

} // namespace awb
