#include "ui/charts/chart_layout.h"

#include "core/foundation/units.h"
#include "core/report_pdf/chart_scale.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <limits>

namespace awb
{

namespace
{

struct Extent
{
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
    double smallest = std::numeric_limits<double>::infinity(); // positive

    void add(double value)
    {
        if (!std::isfinite(value))
            return;
        low = std::min(low, value);
        high = std::max(high, value);
        if (value > 0)
            smallest = std::min(smallest, value);
    }
    bool isEmpty() const { return low > high; }
};

Extent valueExtent(const ChartSpec& chart)
{
    Extent extent;
    QMap<double, double> sums; // Stacked: by category
    for (const ChartSeries& series : chart.series) {
        for (const ChartPoint& point : series.points) {
            if (chart.kind == ChartKind::Stacked && std::isfinite(point.y)) {
                sums[point.x] += point.y;
                extent.add(sums[point.x]);
                continue;
            }
            extent.add(point.y);
            extent.add(point.low.value_or(point.y));
            extent.add(point.high.value_or(point.y));
        }
    }
    return extent;
}

AxisScale valueScale(const ChartSpec& chart)
{
    Extent extent = valueExtent(chart);
    if (chart.threshold && chart.threshold->onY) {
        extent.add(chart.threshold->value);
        // Both sides of the threshold are seen.
        if (extent.high <= chart.threshold->value && !chart.y.logarithmic)
            extent.add(chart.threshold->value * (chart.threshold->passIsBelow ? 1.25 : 1.05));
    }
    if (chart.y.unit == QLatin1String("percent") && extent.high > 100 && extent.high <= 105)
        extent.high = 100;
    if (extent.isEmpty())
        extent.add(chart.y.logarithmic ? 10 : 1);
    if (chart.y.logarithmic)
        return logScale(extent.low, extent.high, std::isfinite(extent.smallest) ? extent.smallest : 0);
    return linearScale(std::min(0.0, extent.low), extent.high, chart.y.unit);
}

AxisScale alongScale(const ChartSpec& chart)
{
    Extent extent;
    for (const ChartSeries& series : chart.series) {
        for (const ChartPoint& point : series.points)
            extent.add(point.x);
    }
    if (chart.threshold && !chart.threshold->onY)
        extent.add(chart.threshold->value);
    if (extent.isEmpty())
        extent.add(0);
    if (chart.x.logarithmic)
        return logScale(extent.low, extent.high, std::isfinite(extent.smallest) ? extent.smallest : 0);
    if (!(extent.high > extent.low)) { // one point stands in the middle
        extent.high = extent.low + 0.5;
        extent.low -= 0.5;
    }
    AxisScale scale = linearScale(extent.low, extent.high, chart.x.unit, 6);
    // A line reaches both ends of its axis.
    scale.min = extent.low;
    scale.max = extent.high;
    scale.ticks.removeIf([&](double tick) { return tick < scale.min || tick > scale.max; });
    return scale;
}

double widest(const QStringList& texts, const QFontMetricsF& metrics)
{
    double width = 0;
    for (const QString& text : texts)
        width = std::max(width, metrics.horizontalAdvance(text));
    return width;
}

QStringList tickTexts(const AxisScale& scale, const QString& unit, const QLocale& locale)
{
    QStringList texts;
    for (const double tick : scale.ticks)
        texts << formatTick(tick, unit, locale);
    return texts;
}

// Labels of a log axis that would touch: the decades alone. Half a request is no label either.
void thinTicks(AxisScale& scale, const QString& unit, double height, double line)
{
    if (!scale.logarithmic)
        return;
    if (unit == QLatin1String("count"))
        scale.ticks.removeIf([](double tick) { return tick < 1; });
    if (static_cast<double>(scale.ticks.size()) * line <= height)
        return;
    scale.ticks.removeIf([](double tick) {
        const double decade = std::log10(tick);
        return std::fabs(decade - std::round(decade)) > 1e-6;
    });
}

QStringList namesOf(const ChartSpec& chart, const QLocale& locale)
{
    QStringList names;
    for (const ChartSeries& series : chart.series)
        names << series.name.text(locale);
    return names;
}

bool needsKeyRow(const ChartSpec& chart)
{
    return chart.series.size() > 1 && (chart.kind == ChartKind::Bars || chart.kind == ChartKind::Stacked);
}

} // namespace

QPointF ChartLayout::point(double x, double y) const
{
    if (lying) {
        const double row = plot.height() / std::max(1, rows);
        return {plot.left() + values.position(y) * plot.width(), plot.top() + (x + 0.5) * row};
    }
    return {plot.left() + along.position(x) * plot.width(),
            plot.bottom() - values.position(y) * plot.height()};
}

double ChartLayout::threshold(const ChartThreshold& line) const
{
    const bool vertical = thresholdIsVertical(line);
    const AxisScale& scale = line.onY ? values : along;
    if (vertical)
        return plot.left() + scale.position(line.value) * plot.width();
    return plot.bottom() - scale.position(line.value) * plot.height();
}

ChartPlace ChartLayout::place() const
{
    return {plot, [this](double x) { return plot.left() + along.position(x) * plot.width(); },
            [this](double y) { return plot.bottom() - values.position(y) * plot.height(); }};
}

ChartLayout layoutChart(const ChartSpec& chart, const QSizeF& size, const Theme& theme, const QLocale& locale)
{
    ChartLayout layout;
    layout.lying =
        chart.kind == ChartKind::Bars || chart.kind == ChartKind::Stacked || chart.kind == ChartKind::Range;
    layout.values = valueScale(chart);
    layout.rowsTotal = static_cast<int>(chart.categories.size());
    layout.rows = std::min(layout.rowsTotal, kMaxChartRows);
    layout.valueCaption = axisText(chart.y, locale);
    layout.alongCaption = axisText(chart.x, locale);
    const QFontMetricsF caption(theme.font(tokens::Type::Caption));
    const double line = theme.lineHeight(tokens::Type::Caption);
    double left = theme.px(8);
    double top = theme.px(4);
    double right = theme.px(16);
    double bottom = line + theme.px(6) + (layout.rowsTotal > layout.rows ? line : 0);
    if (layout.lying) {
        left += std::min(widest(chart.categories, caption), size.width() * 0.34);
        bottom += line;       // caption of the values
        right = theme.px(84); // the value of the longest row
        if (needsKeyRow(chart)) {
            layout.keyRow = top;
            top += line + theme.px(4);
        }
        if (chart.threshold)
            top += line;
    } else {
        layout.along = alongScale(chart);
        left += widest(tickTexts(layout.values, chart.y.unit, locale), caption);
        top += line + theme.px(4); // caption of the values
        bottom += layout.alongCaption.isEmpty() ? 0 : line;
        if (const double marks = chartMarkHeight(chart, theme); marks > 0)
            top += marks; // the words of the threshold stand inside
        else if (chart.threshold && !chart.threshold->onY)
            top += line;
        if (chart.kind == ChartKind::Line && chart.series.size() > 1)
            right = std::min(widest(namesOf(chart, locale), caption) + theme.px(16), size.width() * 0.25);
    }
    layout.plot = QRectF(left + theme.px(4), top, std::max(40.0, size.width() - left - right - theme.px(4)),
                         std::max(24.0, size.height() - top - bottom));
    if (!layout.lying)
        thinTicks(layout.values, chart.y.unit, layout.plot.height(), line);
    return layout;
}

double preferredChartHeight(const ChartSpec& chart, const Theme& theme)
{
    const bool lying =
        chart.kind == ChartKind::Bars || chart.kind == ChartKind::Stacked || chart.kind == ChartKind::Range;
    if (!lying || chart.isEmpty())
        return theme.px(lying ? 150 : 220);
    const auto rows = std::min<qsizetype>(chart.categories.size(), kMaxChartRows);
    const double perRow = chart.kind == ChartKind::Bars && chart.series.size() > 1 ? 34 : 26;
    const double extra = 16 * (2 + (needsKeyRow(chart) ? 1 : 0) + (chart.threshold ? 1 : 0)) + 18;
    return theme.px(std::max(90.0, perRow * static_cast<double>(rows) + extra));
}

QColor seriesColor(const Theme& theme, int index)
{
    using tokens::Role;
    static constexpr Role roles[] = {Role::C1, Role::C2, Role::C3, Role::C4, Role::C5, Role::C6, Role::Na};
    return theme.color(roles[static_cast<std::size_t>(index) % std::size(roles)]);
}

QVector<qreal> seriesDash(int index)
{
    const tokens::Series& series =
        tokens::series[static_cast<std::size_t>(index) % std::size(tokens::series)];
    QVector<qreal> dash;
    for (int i = 0; i < series.dashCount; ++i)
        dash << series.dash[static_cast<std::size_t>(i)];
    return dash;
}

Qt::BrushStyle seriesPattern(int index)
{
    static constexpr Qt::BrushStyle styles[] = {Qt::SolidPattern, Qt::BDiagPattern,  Qt::Dense4Pattern,
                                                Qt::CrossPattern, Qt::Dense6Pattern, Qt::HorPattern,
                                                Qt::FDiagPattern};
    return styles[static_cast<std::size_t>(index) % std::size(styles)];
}

} // namespace awb
