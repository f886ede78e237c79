#pragma once

#include <QVector>

namespace awb
{

// One second (or other equal stretch) of a run: how many requests began in it, how many of them reached the
// limit.
struct Slice
{
    qint64 n = 0;
    qint64 over = 0;
};

// The share of requests that reached a limit, with what bursts leave of the sample. overMost ≥ over where the
// limit lies inside a histogram's bucket and the exact count is not known.
struct Exceedance
{
    qint64 n = 0;
    qint64 over = 0;
    qint64 overMost = 0;
    double burst = 1;       // φ: 1 for steady traffic; n and the counts are divided by it
    bool burstKnown = true; // false: no (or too few) slices, φ was assumed
    double lower = 0;       // one-sided bounds of the share, at `confidence` each
    double upper = 1;
    double confidence = 0.95;

    double effectiveN() const { return static_cast<double>(n) / burst; }
    double share() const { return n > 0 ? static_cast<double>(over) / static_cast<double>(n) : 0; }
};

enum class ExceedanceOutcome { Below, Above, Undecided };

// The fewest slices that φ is estimated from.
constexpr int fewestSlices = 20;

// φ of the slices: the largest over blocks of 1, 2, 5, 10 and 20 slices (at least 6 blocks) of Pearson's χ²
// over its degrees of freedom; 1 when nothing reached the limit, or everything did. Source: overdispersion of
// binomial counts, McCullagh & Nelder 4.5; the maximum over block lengths is ours (bench_verdict_simulation).
double burstFactor(const QVector<Slice>& slices);

// With fewer than fewestSlices slices φ is not known: assumedBurst stands in.
Exceedance exceedanceOf(const QVector<Slice>& slices, double assumedBurst, double confidence = 0.95);
Exceedance exceedanceOf(qint64 n, qint64 over, qint64 overMost, double burst, bool burstKnown,
                        double confidence = 0.95);

// Is the limit kept by more than `quantile` of all requests? Below: proven; Above: the contrary is proven.
ExceedanceOutcome outcomeOf(const Exceedance& exceedance, double quantile = 0.99);

// The chance of at least so many exceedances if the limit were just kept: small speaks against it. For
// several endpoints at once (Holm): the smallest of m must be at most (1 − confidence) ÷ m.
double chanceIfKept(const Exceedance& exceedance, double quantile = 0.99);

// The smallest sample that proves "p99 below the limit" with this many exceedances (299 with none, for 0.99
// and 0.95).
qint64 fewestSamples(qint64 over, double quantile = 0.99, double confidence = 0.95);

} // namespace awb
