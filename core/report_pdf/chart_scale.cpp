#include "core/report_pdf/chart_scale.h"

#include "core/foundation/units.h"

#include <algorithm>
#include <cmath>

namespace awb
{

namespace
{

double roundStep(double rough)
{
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    const double ratio = rough / power;
    const double factor = ratio <= 1.0 ? 1.0 : ratio <= 2.0 ? 2.0 : ratio <= 5.0 ? 5.0 : 10.0;
    return factor * power;
}

QVector<double> logTicks(const ChartScale& scale, int most)
{
    const QVector<double> all{1, 2, 5};
    for (const QVector<double>& factors : {all, QVector<double>{1}}) {
        QVector<double> ticks;
        const int first = static_cast<int>(std::floor(std::log10(scale.low)));
        const int last = static_cast<int>(std::ceil(std::log10(scale.high)));
        for (int decade = first; decade <= last; ++decade) {
            for (const double factor : factors) {
                const double tick = factor * std::pow(10.0, decade);
                if (tick >= scale.low * 0.999 && tick <= scale.high * 1.001)
                    ticks.append(tick);
            }
        }
        if (ticks.size() <= most || factors.size() == 1) {
            // Very many decades: every second, third …
            const auto step = static_cast<qsizetype>(
                std::ceil(static_cast<double>(ticks.size()) / static_cast<double>(std::max(1, most))));
            QVector<double> thinned;
            for (qsizetype i = 0; i < ticks.size(); i += std::max<qsizetype>(1, step))
                thinned.append(ticks.at(i));
            return thinned;
        }
    }
    return {};
}

} // namespace

double ChartScale::share(double value) const
{
    if (std::isnan(value))
        return 0;
    if (logarithmic) {
        if (value <= low)
            return 0;
        return std::clamp(std::log(value / low) / std::log(high / low), 0.0, 1.0);
    }
    return std::clamp((value - low) / (high - low), 0.0, 1.0);
}

ChartScale chartScale(const QVector<double>& values, std::optional<double> threshold, bool logarithmic)
{
    QVector<double> known;
    for (const double value : values) {
        if (std::isfinite(value) && (!logarithmic || value > 0))
            known.append(value);
    }
    if (threshold && std::isfinite(*threshold) && (!logarithmic || *threshold > 0))
        known.append(*threshold);
    if (known.isEmpty())
        return {logarithmic ? 1.0 : 0.0, logarithmic ? 10.0 : 1.0, logarithmic};
    const auto [least, most] = std::minmax_element(known.cbegin(), known.cend());
    ChartScale scale{*least, *most, logarithmic};
    if (logarithmic) {
        scale.low /= 1.25;
        scale.high *= 1.25;
        return scale;
    }
    if (scale.low >= 0 && scale.low < 0.6 * scale.high)
        scale.low = 0;
    double span = scale.high - scale.low;
    if (span <= 0)
        span = scale.high != 0 ? std::fabs(scale.high) : 1;
    if (scale.low != 0)
        scale.low -= span * 0.15;
    scale.high += span * 0.08;
    return scale;
}

QVector<double> chartTicks(const ChartScale& scale, int most)
{
    if (!(scale.high > scale.low) || most < 1)
        return {};
    if (scale.logarithmic)
        return scale.low > 0 ? logTicks(scale, most) : QVector<double>();
    const double step = roundStep((scale.high - scale.low) / most);
    QVector<double> ticks;
    for (double index = std::ceil(scale.low / step - 1e-9);
         index * step <= scale.high * (1 + 1e-12) + step * 1e-9; ++index) {
        ticks.append(index * step);
        if (ticks.size() > most + 1)
            break;
    }
    return ticks;
}

QString axisText(const ChartAxis& axis, const QLocale& locale)
{
    const QString label = axis.label.text(locale);
    const QString unit = axis.unit == QLatin1String("bytes") || axis.unit == QLatin1String("percent")
                             ? QString()
                             : unitSymbol(axis.unit);
    if (unit.isEmpty() || unit.toLower() == label.toLower())
        return label;
    return label.isEmpty() ? unit : label + QStringLiteral(", ") + unit;
}

} // namespace awb
