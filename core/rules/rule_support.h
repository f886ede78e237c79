#pragma once

#include "core/rules/rules.h"

namespace awb::rule
{

// Suggestions in the words of every rule; ours and the letter alike unless byLetter is set afterwards.
Suggestion pass(Message summary);
Suggestion warn(Message summary);
Suggestion fail(Message summary);
Suggestion inconclusive(Message summary, Message settle);
Suggestion notMeasured(Message summary, QString unlock = {}, Message settle = {});
Suggestion notApplicable(Message summary);

// A probe's facts that exist but are incomplete: not measured, with the probe's reason and unlock.
Suggestion notMeasuredBecause(const Facts& facts);

// Wilson score interval for k of n at z (1.96: 95 %). Source: E. B. Wilson 1927; n = 0 gives [0, 1].
struct Interval
{
    double low = 0;
    double high = 1;
};
Interval wilson(double k, double n, double z = 1.959964);

// Sets the ruler: the measurement against the check's threshold.
Suggestion& headline(Suggestion& suggestion, const Facts& facts, const QString& measurement,
                     const Threshold& threshold);

} // namespace awb::rule
