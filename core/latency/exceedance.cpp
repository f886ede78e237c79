#include "core/latency/exceedance.h"

#include "core/latency/binomial.h"

#include <algorithm>
#include <array>

namespace awb
{

namespace
{

constexpr std::array<qsizetype, 5> blockLengths{1, 2, 5, 10, 20};
constexpr qsizetype fewestBlocks = 6;

// Pearson's χ² of the blocks over its degrees of freedom. A last block that is not full is left out: it would
// count as much as the others.
double dispersion(const QVector<Slice>& slices, qsizetype length, double share)
{
    double chiSquare = 0;
    qsizetype blocks = 0;
    for (qsizetype at = 0; at + length <= slices.size(); at += length) {
        double n = 0;
        double over = 0;
        for (qsizetype i = at; i < at + length; ++i) {
            n += static_cast<double>(slices[i].n);
            over += static_cast<double>(slices[i].over);
        }
        if (!(n > 0))
            continue;
        const double apart = over - n * share;
        chiSquare += apart * apart / (n * share * (1 - share));
        ++blocks;
    }
    return blocks < fewestBlocks ? 1 : chiSquare / static_cast<double>(blocks - 1);
}

} // namespace

double burstFactor(const QVector<Slice>& slices)
{
    Slice all;
    for (const Slice& slice : slices) {
        all.n += slice.n;
        all.over += slice.over;
    }
    if (all.over <= 0 || all.over >= all.n)
        return 1;
    const double share = static_cast<double>(all.over) / static_cast<double>(all.n);
    double largest = 1;
    for (const qsizetype length : blockLengths)
        largest = std::max(largest, dispersion(slices, length, share));
    return largest;
}

Exceedance exceedanceOf(qint64 n, qint64 over, qint64 overMost, double burst, bool burstKnown,
                        double confidence)
{
    Exceedance result;
    result.n = n;
    result.over = over;
    result.overMost = std::max(over, overMost);
    result.burst = std::max(1.0, burst);
    result.burstKnown = burstKnown;
    result.confidence = confidence;
    const double size = result.effectiveN();
    result.lower = shareLowerBound(static_cast<double>(over) / result.burst, size, confidence);
    // A single burst hides how long bursts are: on the side of a pass its slow requests never weigh less than
    // two.
    const auto most = static_cast<double>(result.overMost);
    result.upper = shareUpperBound(std::max(most / result.burst, std::min(most, 2.0)), size, confidence);
    return result;
}

Exceedance exceedanceOf(const QVector<Slice>& slices, double assumedBurst, double confidence)
{
    Slice all;
    qsizetype used = 0;
    for (const Slice& slice : slices) {
        all.n += slice.n;
        all.over += slice.over;
        used += slice.n > 0 ? 1 : 0;
    }
    const bool known = used >= fewestSlices;
    return exceedanceOf(all.n, all.over, all.over, known ? burstFactor(slices) : assumedBurst, known,
                        confidence);
}

ExceedanceOutcome outcomeOf(const Exceedance& exceedance, double quantile)
{
    if (exceedance.n <= 0)
        return ExceedanceOutcome::Undecided;
    const double allowed = 1 - quantile;
    if (exceedance.upper <= allowed)
        return ExceedanceOutcome::Below;
    if (exceedance.lower >= allowed)
        return ExceedanceOutcome::Above;
    return ExceedanceOutcome::Undecided;
}

double chanceIfKept(const Exceedance& exceedance, double quantile)
{
    const double k = static_cast<double>(exceedance.over) / exceedance.burst;
    if (exceedance.n <= 0 || !(k > 0))
        return 1;
    return incompleteBeta(1 - quantile, k, exceedance.effectiveN() - k + 1);
}

qint64 fewestSamples(qint64 over, double quantile, double confidence)
{
    const double allowed = 1 - quantile;
    const auto k = static_cast<double>(over);
    qint64 low = over;
    qint64 high = over + 1;
    while (binomialAtMost(k, static_cast<double>(high), allowed) > 1 - confidence)
        high *= 2;
    while (low + 1 < high) { // low does not prove it, high does
        const qint64 middle = low + (high - low) / 2;
        (binomialAtMost(k, static_cast<double>(middle), allowed) > 1 - confidence ? low : high) = middle;
    }
    return high;
}

} // namespace awb
