#pragma once

#include "core/latency/latency_histogram.h"

#include <optional>

namespace awb
{

// Ranks (from 1) of the order statistics that hold the q-quantile between them, each side at (1 − confidence)
// ÷ 2. low = 0: no lower bound; no high: the sample is too small for an upper bound (p99 needs 368 at 95 %).
struct QuantileRanks
{
    qint64 low = 0;
    std::optional<qint64> high;
};
QuantileRanks quantileRanks(qint64 n, double q, double confidence = 0.95);

// A quantile in µs with its interval. The burst factor thins the sample: the ranks are those of n ÷ burst
// values.
struct QuantileInterval
{
    double value = 0;
    double low = 0;
    std::optional<double> high;
};
QuantileInterval quantileInterval(const LatencyHistogram& histogram, double q, double burst,
                                  double confidence = 0.95);

// upper quantile ÷ lower quantile: high = high of the upper ÷ low of the lower, low the other way round (each
// at 97.5 % a side, so together at 95 %).
struct RatioInterval
{
    double value = 0;
    double low = 0;
    std::optional<double> high;
};
RatioInterval ratioInterval(const QuantileInterval& upper, const QuantileInterval& lower);

} // namespace awb
