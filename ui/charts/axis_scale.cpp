#include "ui/charts/axis_scale.h"

#include <algorithm>
#include <cmath>

namespace awb
{

namespace
{

// The smallest 1, 2 or 5 times a power of ten that is not below value.
double niceStep(double value)
{
    const double decade = std::pow(10.0, std::floor(std::log10(value)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * decade >= value * (1 - 1e-9))
            return factor * decade;
    }
    return 10 * decade;
}

// Bytes count in powers of two: 4 MiB, not 5,000 KiB.
double niceBytes(double value)
{
    return std::pow(2.0, std::ceil(std::log2(std::max(1.0, value)) - 1e-9));
}

bool isNegligible(double value, double step)
{
    return std::fabs(value) < step * 1e-9;
}

} // namespace

double AxisScale::clamped(double value) const
{
    if (!std::isfinite(value))
        return min;
    return logarithmic ? std::max(value, min) : value;
}

double AxisScale::position(double value) const
{
    const double inside = std::clamp(std::isfinite(value) ? value : min, min, max);
    if (logarithmic)
        return (std::log10(inside) - std::log10(min)) / (std::log10(max) - std::log10(min));
    return (inside - min) / (max - min);
}

double AxisScale::valueAt(double position) const
{
    if (logarithmic)
        return std::pow(10.0, std::log10(min) + position * (std::log10(max) - std::log10(min)));
    return min + position * (max - min);
}

AxisScale linearScale(double low, double high, const QString& unit, int wantedTicks)
{
    if (!(high > low))
        high = low + (low == 0 ? 1 : std::fabs(low) * 0.1);
    const double rough = (high - low) / std::max(1, wantedTicks);
    const double step = unit == QLatin1String("bytes") ? niceBytes(rough) : niceStep(rough);
    AxisScale scale;
    scale.min = std::floor(low / step + 1e-9) * step;
    scale.max = std::ceil(high / step - 1e-9) * step;
    if (unit == QLatin1String("percent") && high <= 100)
        scale.max = std::min(scale.max, 100.0);
    for (int i = 0; i < 64; ++i) {
        const double tick = scale.min + i * step;
        if (tick > scale.max + step * 1e-6)
            break;
        scale.ticks.append(isNegligible(tick, step) ? 0 : tick);
    }
    return scale;
}

AxisScale logScale(double low, double high, double smallest)
{
    AxisScale scale;
    scale.logarithmic = true;
    double from = smallest > 0 ? smallest : 0.5;
    if (low <= 0)
        from = std::min(0.5, from / 2);
    high = std::max(high, from * 10);
    const double firstDecade = std::floor(std::log10(from) + 1e-9);
    const double lastDecade = std::ceil(std::log10(high) - 1e-9);
    const bool onlyDecades = lastDecade - firstDecade > 4;
    scale.min = std::pow(10.0, firstDecade);
    scale.max = std::pow(10.0, lastDecade);
    for (double decade = firstDecade; decade <= lastDecade; ++decade) {
        for (const double factor : {1.0, 2.0, 5.0}) {
            const double value = factor * std::pow(10.0, decade);
            // The range ends at the nearest label outside of the data, not at the decade.
            if (value <= from * (1 + 1e-9))
                scale.min = value;
            if (value >= high * (1 - 1e-9))
                scale.max = std::min(scale.max, value);
        }
    }
    for (double decade = firstDecade; decade <= lastDecade; ++decade) {
        for (const double factor : {1.0, 2.0, 5.0}) {
            const double value = factor * std::pow(10.0, decade);
            const bool inside = value >= scale.min * (1 - 1e-9) && value <= scale.max * (1 + 1e-9);
            if (inside && (factor == 1.0 || !onlyDecades))
                scale.ticks.append(value);
        }
    }
    return scale;
}

} // namespace awb
