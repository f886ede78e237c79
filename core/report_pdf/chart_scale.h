// A chart's axis as numbers: range, position, round ticks. No painting.
#pragma once

#include "core/audit/chart_spec.h"

#include <QLocale>
#include <QVector>

namespace awb
{

struct ChartScale
{
    double low = 0;
    double high = 1;
    bool logarithmic = false;

    // From 0 at low to 1 at high, clamped; a logarithmic scale puts what is not above 0 at its low end.
    double share(double value) const;
};

// Covers the values and the threshold with some room above. Linear: from 0 when all are at least 0 and 0 is
// not far off (a share that stays above 60 % starts higher up). Logarithmic: over the positive values only.
ChartScale chartScale(const QVector<double>& values, std::optional<double> threshold, bool logarithmic);

// Round values within the scale, at most `most`: 1, 2 or 5 times a power of ten apart; on a logarithmic scale
// 1-2-5 of each decade while they fit, else the decades alone.
QVector<double> chartTicks(const ChartScale& scale, int most);

// "Latency, ms"; the label alone without a unit or where the labels of the ticks have it.
QString axisText(const ChartAxis& axis, const QLocale& locale);

} // namespace awb
