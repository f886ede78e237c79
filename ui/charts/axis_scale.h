// The range of one axis and where its labels stand. Pure arithmetic, no widgets.
#pragma once

#include <QString>
#include <QVector>

namespace awb
{

struct AxisScale
{
    double min = 0;
    double max = 1;
    bool logarithmic = false;
    QVector<double> ticks; // ascending, inside min … max

    // 0 at min, 1 at max. What lies outside is clamped; on a log axis so is everything not positive.
    double position(double value) const;
    // The value at a position of 0 … 1.
    double valueAt(double position) const;
    // The value as it can be drawn: a point at 0 or below would make a whole log series vanish.
    double clamped(double value) const;
};

// From `low` to at least `high` in steps of 1, 2 or 5 (bytes: powers of 1,024). A share stays within 100 %.
AxisScale linearScale(double low, double high, const QString& unit, int wantedTicks = 5);
// Labels at 1, 2 and 5 of each decade; at 1 only when there are more than four decades. `low` at or below 0
// means that there are values which are not positive: the axis then begins at 0.5 or below the smallest
// positive value, `smallest`.
AxisScale logScale(double low, double high, double smallest);

} // namespace awb
