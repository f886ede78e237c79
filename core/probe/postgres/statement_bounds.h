#pragma once

#include <limits>
#include <optional>

namespace awb
{

// What pg_stat_statements keeps of one query: how often, and the moments of its execution time in ms.
struct StatementMoments
{
    double calls = 0;
    double mean = 0;
    double variance = 0; // population (÷ n); NaN: not known, only bounds on the mean are used
    double min = 0;
    double max = std::numeric_limits<double>::infinity();
    bool maxIsInside =
        true; // one of these executions took max; false where it is only an outer limit (a window)
};

// The certain range of the number of executions slower than a limit: no assumption about the distribution.
struct SlowCalls
{
    double low = 0;
    double high = 0;
};

enum class PaceVerdict { Fast, Slow, FewSlow, Open };

// Bounds on the share f of executions above T (Cantelli; Markov anchored at the minimum; the parabolas
// through (min, 0), (T, 1 or 0), (max, 1)):
//   f ≤ min{ σ²/(σ²+(T−μ)²) if μ<T; (μ−m)/(T−m); 1−[σ²+(T−μ)(M−μ)]/[(T−m)(M−m)] }
//   f ≥ max{ (μ−T)²/(σ²+(μ−T)²) if μ>T; (μ−T)/(M−T); [σ²+(μ−m)(μ−T)]/[(M−m)(M−T)] }
// Source: Cantelli 1928; Markov 1884; the parabolas are the extremal quadratics of the moment problem on
// [m, M].
SlowCalls slowCalls(const StatementMoments& moments, double limitMs);

// Nearest-rank p99 ≤ T ⇔ at most n − ⌈0.99 n⌉ executions above T. Fewer than minCalls: FewSlow, not Slow.
double allowedSlowCalls(double calls);
PaceVerdict paceVerdict(double calls, const SlowCalls& slow, double minCalls = 100);

// The interval that certainly holds the p99, by bisection of the bounds; [min, max] at worst.
struct P99Range
{
    double low = 0;
    double high = std::numeric_limits<double>::infinity();
};
P99Range p99Range(const StatementMoments& moments);

// The same queryid under several users or nesting levels: n = Σn, μ = Σnμ/n, σ² = Σn(σ²+μ²)/n − μ².
StatementMoments pool(const StatementMoments& a, const StatementMoments& b);

// What ran between two snapshots. The lifetime minimum and maximum stay valid outer limits. Nothing when the
// counters went back. Cancellation guard: with Δn < 1e-6 n, or a variance that is negative or below its own
// rounding error, the variance is NaN.
std::optional<StatementMoments> windowMoments(const StatementMoments& before, const StatementMoments& after);

// One interval of polling: calls executions took total ms together; each between min and max.
SlowCalls slowCallsOfSlice(double calls, double totalMs, double limitMs, double min, double max);

} // namespace awb
