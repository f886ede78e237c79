#include "core/rules/rule_support.h"

#include <algorithm>
#include <cmath>

namespace awb::rule
{

namespace
{

Suggestion make(Verdict verdict, Message summary)
{
    Suggestion suggestion;
    suggestion.verdict = verdict;
    suggestion.byLetter = verdict;
    suggestion.confidence = Confidence::Measured;
    suggestion.summary = std::move(summary);
    return suggestion;
}

} // namespace

Suggestion pass(Message summary)
{
    return make(Verdict::Pass, std::move(summary));
}

Suggestion warn(Message summary)
{
    return make(Verdict::Warn, std::move(summary));
}

Suggestion fail(Message summary)
{
    return make(Verdict::Fail, std::move(summary));
}

Suggestion inconclusive(Message summary, Message settle)
{
    Suggestion suggestion = make(Verdict::Inconclusive, std::move(summary));
    suggestion.settle = std::move(settle);
    return suggestion;
}

Suggestion notMeasured(Message summary, QString unlock, Message settle)
{
    Suggestion suggestion = make(Verdict::NotMeasured, std::move(summary));
    suggestion.unlock = std::move(unlock);
    suggestion.settle = std::move(settle);
    return suggestion;
}

Suggestion notApplicable(Message summary)
{
    return make(Verdict::NotApplicable, std::move(summary));
}

Suggestion notMeasuredBecause(const Facts& facts)
{
    return notMeasured(facts.reason, facts.unlock);
}

Interval wilson(double k, double n, double z)
{
    if (!(n > 0))
        return {};
    const double p = std::clamp(k / n, 0.0, 1.0);
    const double z2 = z * z;
    const double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
    const double half = z / (1 + z2 / n) * std::sqrt(p * (1 - p) / n + z2 / (4 * n * n));
    return {std::max(0.0, centre - half), std::min(1.0, centre + half)};
}

Suggestion& headline(Suggestion& suggestion, const Facts& facts, const QString& measurement,
                     const Threshold& threshold)
{
    if (const Measurement* m = facts.find(measurement); m && m->isKnown()) {
        suggestion.headline = *m;
        suggestion.threshold = threshold;
    }
    return suggestion;
}

} // namespace awb::rule
