#pragma once

#include <QVector>

namespace awb
{

// Did a run change while it was measured? Compares the medians of its first and its last third.
struct Steadiness
{
    double first = 0;
    double last = 0;
    double shiftPercent = 0;  // of the last against the first
    bool significant = false; // Mann–Whitney, two-sided, p < 0.01 (normal approximation with ties)
    bool known = false;       // false: fewer than 8 values in a third
};

// One median a second, in order. NaN marks a second without a request.
Steadiness steadinessOf(const QVector<double>& mediansBySecond);

} // namespace awb
