#include "core/probe/postgres/statement_bounds.h"

#include <algorithm>
#include <cmath>

namespace awb
{

namespace
{

struct Share
{
    double low = 0;
    double high = 1;
};

Share shareAbove(const StatementMoments& s, double limit)
{
    const double mean = s.mean;
    const double v = s.variance;
    const bool spread = std::isfinite(v) && v >= 0;
    const double gap = limit - mean;
    Share share;
    if (gap < 0 && spread)
        share.low = std::max(share.low, gap * gap / (v + gap * gap));
    if (gap > 0 && spread)
        share.high = std::min(share.high, v / (v + gap * gap));
    if (limit > s.min)
        share.high = std::min(share.high, (mean - s.min) / (limit - s.min));
    if (!std::isfinite(s.max))
        return share;
    if (gap < 0)
        share.low = std::max(share.low, -gap / (s.max - limit));
    if (spread && limit > s.min) {
        const double width = s.max - s.min;
        share.low = std::max(share.low, (v - (mean - s.min) * gap) / (width * (s.max - limit)));
        share.high = std::min(share.high, 1 - (v + gap * (s.max - mean)) / ((limit - s.min) * width));
    }
    return share;
}

constexpr double rankShare = 0.99;

} // namespace

SlowCalls slowCalls(const StatementMoments& s, double limit)
{
    const double n = s.calls;
    if (!(n > 0) || s.max <= limit)
        return {0, 0};
    if (s.min > limit)
        return {n, n};
    const Share share = shareAbove(s, limit);
    // A count is whole; the slack absorbs rounding so that a bound never excludes the truth.
    const double slack = 1e-9 * std::max(1.0, n) + 1e-6;
    SlowCalls out;
    out.low = std::clamp(std::ceil(share.low * n - slack), 0.0, n);
    out.high = std::clamp(std::floor(std::max(0.0, share.high) * n + slack), 0.0, n);
    if (std::isfinite(s.max) && s.maxIsInside)
        out.low = std::max(out.low, 1.0); // the maximum itself was one
    out.high = std::max(out.high, out.low);
    return out;
}

double allowedSlowCalls(double calls)
{
    return calls - std::ceil(rankShare * calls - 1e-9);
}

PaceVerdict paceVerdict(double calls, const SlowCalls& slow, double minCalls)
{
    const double allowed = allowedSlowCalls(calls);
    if (slow.high <= allowed)
        return PaceVerdict::Fast;
    if (slow.low > allowed)
        return calls >= minCalls ? PaceVerdict::Slow : PaceVerdict::FewSlow;
    return PaceVerdict::Open;
}

P99Range p99Range(const StatementMoments& s)
{
    P99Range range{s.min, s.max};
    if (!(s.calls > 0))
        return range;
    const double allowed = allowedSlowCalls(s.calls);
    const double top = std::isfinite(s.max) ? s.max : std::max(1.0, s.mean) * 1e6;
    // Above `high` the share is proven small enough, below `low` it is proven too large.
    double provenFast = top;
    double notFast = s.min;
    double provenSlow = s.min;
    double notSlow = top;
    for (int i = 0; i < 60; ++i) {
        const double fast = (provenFast + notFast) / 2;
        (slowCalls(s, fast).high <= allowed ? provenFast : notFast) = fast;
        const double slow = (provenSlow + notSlow) / 2;
        (slowCalls(s, slow).low > allowed ? provenSlow : notSlow) = slow;
    }
    range.low = std::max(range.low, provenSlow);
    range.high = std::min(range.high, provenFast);
    return range;
}

StatementMoments pool(const StatementMoments& a, const StatementMoments& b)
{
    if (!(a.calls > 0))
        return b;
    if (!(b.calls > 0))
        return a;
    StatementMoments out;
    out.calls = a.calls + b.calls;
    out.mean = (a.calls * a.mean + b.calls * b.mean) / out.calls;
    // Around the common mean: the textbook Σn(σ²+μ²)/n − μ² loses digits.
    const double da = a.mean - out.mean;
    const double db = b.mean - out.mean;
    out.variance = (a.calls * (a.variance + da * da) + b.calls * (b.variance + db * db)) / out.calls;
    out.min = std::min(a.min, b.min);
    out.maxIsInside = a.max >= b.max ? a.maxIsInside : b.maxIsInside;
    out.max = std::max(a.max, b.max);
    return out;
}

std::optional<StatementMoments> windowMoments(const StatementMoments& before, const StatementMoments& after)
{
    const double n = after.calls - before.calls;
    const double total = after.calls * after.mean - before.calls * before.mean;
    const double slack = 1e-12 * after.calls * std::fabs(after.mean);
    if (n < 0 || total < -slack - 1e-9)
        return std::nullopt;
    StatementMoments window;
    window.calls = n;
    window.min = after.min;
    window.max = after.max;
    window.maxIsInside = false; // the slowest may have run before
    if (n <= 0)
        return window;
    window.mean = std::clamp(std::max(0.0, total) / n, window.min, window.max);
    const double squares = after.calls * (after.variance + after.mean * after.mean) -
                           before.calls * (before.variance + before.mean * before.mean);
    const double rounding = 1e-12 * after.calls * (after.variance + after.mean * after.mean) / n;
    const double variance = squares / n - window.mean * window.mean;
    const bool trusted = n >= 1e-6 * after.calls && variance >= 0 && rounding <= 1e-6 * (1 + variance);
    window.variance = trusted ? variance : std::numeric_limits<double>::quiet_NaN();
    return window;
}

SlowCalls slowCallsOfSlice(double calls, double total, double limit, double min, double max)
{
    if (!(calls > 0) || total <= limit)
        return {0, 0};
    if (calls < 1.5)
        return {1, 1};
    SlowCalls out;
    if (total > calls * limit && max > limit)
        out.low = std::isfinite(max) ? std::ceil((total - calls * limit) / (max - limit) - 1e-9) : 1;
    out.high = calls;
    if (limit > min)
        out.high = std::ceil((total - calls * min) / (limit - min) - 1e-9) - 1;
    out.high = std::clamp(out.high, 0.0, calls);
    out.low = std::clamp(out.low, 0.0, out.high);
    return out;
}

} // namespace awb
