#include "core/latency/quantile_interval.h"

#include "core/latency/binomial.h"

#include <cmath>

namespace awb
{

QuantileRanks quantileRanks(qint64 n, double q, double confidence)
{
    const double tail = (1 - confidence) / 2;
    const auto size = static_cast<double>(n);
    QuantileRanks ranks;
    // X = how many of n lie at or below the true quantile. low: the largest rank with P(X < rank) at most the
    // tail.
    qint64 proven = 0;
    qint64 tooHigh = n + 1;
    while (proven + 1 < tooHigh) {
        const qint64 rank = proven + (tooHigh - proven) / 2;
        (binomialAtMost(static_cast<double>(rank - 1), size, q) <= tail ? proven : tooHigh) = rank;
    }
    ranks.low = proven;
    // high: the smallest rank with P(X ≥ rank) at most the tail.
    qint64 tooLow = 0;
    qint64 enough = n + 1;
    while (tooLow + 1 < enough) {
        const qint64 rank = tooLow + (enough - tooLow) / 2;
        (1 - binomialAtMost(static_cast<double>(rank - 1), size, q) <= tail ? enough : tooLow) = rank;
    }
    if (enough <= n)
        ranks.high = enough;
    return ranks;
}

QuantileInterval quantileInterval(const LatencyHistogram& histogram, double q, double burst,
                                  double confidence)
{
    QuantileInterval interval;
    if (histogram.isEmpty())
        return interval;
    const auto n = static_cast<double>(histogram.count());
    const auto thinned = static_cast<qint64>(n / std::max(1.0, burst));
    interval.value = static_cast<double>(histogram.quantile(q));
    const QuantileRanks ranks = quantileRanks(thinned, q, confidence);
    const double scale = thinned > 0 ? n / static_cast<double>(thinned) : n;
    if (ranks.low > 0) {
        const auto rank = static_cast<quint64>(std::floor(static_cast<double>(ranks.low) * scale));
        // the lowest value of its bucket: a bound must not lean to our side
        interval.low = static_cast<double>(
            LatencyHistogram::lowestOf(LatencyHistogram::indexOf(histogram.atRank(rank))));
    }
    if (ranks.high)
        interval.high = static_cast<double>(
            histogram.atRank(static_cast<quint64>(std::ceil(static_cast<double>(*ranks.high) * scale))));
    return interval;
}

RatioInterval ratioInterval(const QuantileInterval& upper, const QuantileInterval& lower)
{
    RatioInterval ratio;
    if (!(lower.value > 0))
        return ratio;
    ratio.value = upper.value / lower.value;
    if (lower.high && *lower.high > 0)
        ratio.low = upper.low / *lower.high;
    if (upper.high && lower.low > 0)
        ratio.high = *upper.high / lower.low;
    return ratio;
}

} // namespace awb
