// Bars, stacked bars and ranges of ChartPainter: categories run down, values to the right, so that a category
// may have a long name.
#include "core/foundation/units.h"
#include "core/report_pdf/chart_parts.h"
#include "core/report_pdf/ruler_painter.h"

#include <algorithm>
#include <cmath>

namespace awb::chart
{

namespace
{

using tokens::Role;

constexpr double rowHeight = 22;
constexpr double keyHeight = 20; // the names of several series, above the bars
constexpr int mostCategories = 24;

int shownCategories(const ChartSpec& chart)
{
    return std::min(mostCategories, static_cast<int>(chart.categories.size()));
}

struct Rows
{
    QRectF plot;
    ChartScale scale;
    double row = 0;

    double xOf(double value) const { return plot.left() + plot.width() * scale.share(value); }
    double middle(int category) const { return plot.top() + row * (category + 0.5); }
    double base() const { return scale.logarithmic ? plot.left() : xOf(std::max(0.0, scale.low)); }
};

int categoryOf(const ChartPoint& point, int count)
{
    const double index = std::round(point.x);
    return index >= 0 && index < count ? static_cast<int>(index) : -1;
}

QVector<double> extents(const ChartSpec& chart, int count)
{
    QVector<double> sums(count, 0);
    QVector<double> values;
    for (const ChartSeries& series : chart.series) {
        for (const ChartPoint& point : series.points) {
            const int category = categoryOf(point, count);
            if (category < 0 || !std::isfinite(point.y))
                continue;
            values.append(point.y);
            if (point.low)
                values.append(*point.low);
            if (point.high)
                values.append(*point.high);
            sums[category] += std::max(0.0, point.y);
        }
    }
    if (chart.kind == ChartKind::Stacked)
        values = sums;
    if (!chart.y.logarithmic)
        values.append(0);
    return values;
}

Rows rowsOf(const Context& context, const QRectF& rect)
{
    const ChartSpec& chart = context.chart;
    const int count = shownCategories(chart);
    Rows rows;
    const auto limit = chart.threshold && chart.threshold->onY ? std::optional<double>(chart.threshold->value)
                                                               : std::nullopt;
    rows.scale = chartScale(extents(chart, count), limit, chart.y.logarithmic);
    double labels = 0;
    for (int i = 0; i < count; ++i)
        labels = std::max(labels, context.textWidth(chart.categories.at(i).left(120), context.caption()));
    labels = std::min(labels + 2, rect.width() * 0.38);
    const double top = chart.series.size() > 1 ? context.px(keyHeight) : 0;
    rows.plot = QRectF(rect.left() + labels + context.px(axisGap + 2), rect.top() + top + context.px(14),
                       rect.width() - labels - context.px(axisGap + 2 + 64), count * context.px(rowHeight));
    rows.row = context.px(rowHeight);
    return rows;
}

void paintFrame(const Context& context, const Rows& rows, const QRectF& rect)
{
    const ChartSpec& chart = context.chart;
    QPainter& painter = context.painter;
    const double caption = context.px(captionHeight);
    for (const double tick : chartTicks(rows.scale, 6)) {
        const double x = rows.xOf(tick);
        painter.setPen(QPen(context.color(Role::Grid), 1));
        painter.drawLine(QPointF(x, rows.plot.top()), QPointF(x, rows.plot.bottom()));
        context.text(QRectF(x - context.px(40), rows.plot.bottom() + context.px(2), context.px(80), caption),
                     Qt::AlignCenter, formatTick(tick, chart.y.unit, context.locale), context.caption(),
                     Role::Axis);
    }
    painter.setPen(QPen(context.color(Role::Axis), 1));
    painter.drawLine(QPointF(rows.base(), rows.plot.top()), QPointF(rows.base(), rows.plot.bottom()));
    for (int i = 0; i < shownCategories(chart); ++i)
        context.text(QRectF(rect.left(), rows.middle(i) - caption / 2,
                            rows.plot.left() - rect.left() - context.px(axisGap), caption),
                     Qt::AlignRight | Qt::AlignVCenter, chart.categories.at(i), context.caption(),
                     Role::Text);
    context.text(
        QRectF(rows.plot.left(), rows.plot.bottom() + context.px(2) + caption, rows.plot.width(), caption),
        Qt::AlignRight | Qt::AlignVCenter, axisText(chart.y, context.locale), context.caption(), Role::Text2);
}

void paintBeyond(const Context& context, const Rows& rows)
{
    if (!context.chart.threshold || !context.chart.threshold->onY)
        return;
    const double x = rows.xOf(context.chart.threshold->value);
    QRectF area = rows.plot;
    if (context.chart.threshold->passIsBelow)
        area.setLeft(x);
    else
        area.setRight(x);
    if (area.width() > 0.5)
        fillBeyond(context.painter, area, context.theme);
}

void paintThreshold(const Context& context, const Rows& rows)
{
    if (!context.chart.threshold || !context.chart.threshold->onY)
        return;
    const double x = rows.xOf(context.chart.threshold->value);
    context.painter.setPen(QPen(context.color(Role::Text), context.px(2), Qt::SolidLine, Qt::FlatCap));
    context.painter.drawLine(QPointF(x, rows.plot.top() - context.px(4)), QPointF(x, rows.plot.bottom()));
    const QFont font = context.theme.font(tokens::Type::Caption, 600);
    const QString label = context.chart.threshold->label.text(context.locale);
    const double width = context.textWidth(label, font) + 4;
    const double left =
        std::clamp(x - width / 2, rows.plot.left(), std::max(rows.plot.left(), rows.plot.right() - width));
    context.text(
        QRectF(left, rows.plot.top() - context.px(4 + captionHeight - 1), width, context.px(captionHeight)),
        Qt::AlignCenter, label, font, Role::Text);
}

void paintValue(const Context& context, double left, double middle, double value)
{
    const double height = context.px(captionHeight);
    context.text(QRectF(left + context.px(5), middle - height / 2, context.px(80), height),
                 Qt::AlignLeft | Qt::AlignVCenter,
                 formatQuantity(value, context.chart.y.unit, context.locale), context.caption(), Role::Text2);
}

void paintBars(const Context& context, const Rows& rows)
{
    const ChartSpec& chart = context.chart;
    const int count = shownCategories(chart);
    const bool stacked = chart.kind == ChartKind::Stacked;
    const auto lanes = stacked ? 1 : std::max<qsizetype>(1, chart.series.size());
    const double thickness = context.px(12) / static_cast<double>(lanes);
    QVector<double> sums(count, 0);
    for (qsizetype s = 0; s < chart.series.size(); ++s) {
        for (const ChartPoint& point : chart.series.at(s).points) {
            const int category = categoryOf(point, count);
            if (category < 0 || !std::isfinite(point.y))
                continue;
            const double from =
                stacked ? (sums.at(category) > 0 ? rows.xOf(sums.at(category)) : rows.base()) : rows.base();
            sums[category] += std::max(0.0, point.y);
            const double to = rows.xOf(stacked ? sums.at(category) : point.y);
            const double top =
                rows.middle(category) - context.px(6) + (stacked ? 0 : thickness * static_cast<double>(s));
            const QRectF bar(QPointF(std::min(from, to), top), QPointF(std::max(from, to), top + thickness));
            context.painter.fillRect(bar, context.seriesColor(s));
            if (stacked && s > 0 && bar.width() > 1) // told apart without colour
                context.painter.fillRect(QRectF(bar.left(), bar.top(), context.px(1.5), bar.height()),
                                         context.color(Role::Panel));
            if (!stacked && lanes == 1)
                paintValue(context, to, rows.middle(category), point.y);
        }
    }
    for (int i = 0; stacked && i < count; ++i)
        paintValue(context, rows.xOf(sums.at(i)), rows.middle(i), sums.at(i));
}

void paintRanges(const Context& context, const Rows& rows)
{
    const ChartSpec& chart = context.chart;
    const int count = shownCategories(chart);
    for (qsizetype s = 0; s < chart.series.size(); ++s) {
        for (const ChartPoint& point : chart.series.at(s).points) {
            const int category = categoryOf(point, count);
            if (category < 0 || !std::isfinite(point.y))
                continue;
            const double y = rows.middle(category);
            const double low = rows.xOf(point.low.value_or(point.y));
            const double high = rows.xOf(point.high.value_or(point.y));
            QPainter& painter = context.painter;
            painter.setPen(QPen(context.seriesColor(s), context.px(2), Qt::SolidLine, Qt::FlatCap));
            painter.drawLine(QPointF(low, y), QPointF(high, y));
            for (const double end : {low, high})
                painter.drawLine(QPointF(end, y - context.px(4)), QPointF(end, y + context.px(4)));
            paintPoint(context, QPointF(rows.xOf(point.y), y), context.px(8), s);
            paintValue(context, rows.plot.right(), y, point.high.value_or(point.y));
        }
    }
}

void paintKey(const Context& context, const QRectF& rect, double left)
{
    if (context.chart.series.size() < 2)
        return;
    double x = left;
    const double height = context.px(captionHeight);
    for (qsizetype s = 0; s < context.chart.series.size(); ++s) {
        const QString name = context.chart.series.at(s).name.text(context.locale);
        const double width = std::min(context.textWidth(name, context.caption()) + 2, context.px(200));
        if (x + width > rect.right())
            break;
        context.painter.fillRect(
            QRectF(x, rect.top() + height / 2 - context.px(5), context.px(10), context.px(10)),
            context.seriesColor(s));
        context.text(QRectF(x + context.px(15), rect.top(), width, height), Qt::AlignLeft | Qt::AlignVCenter,
                     name, context.caption(), Role::Text);
        x += context.px(15 + 18) + width;
    }
}

} // namespace

double categoriesHeight(const ChartSpec& chart, const Theme& theme)
{
    const double key = chart.series.size() > 1 ? keyHeight : 0;
    return theme.px(key + 14 + rowHeight * shownCategories(chart) + 2 * captionHeight + 6);
}

void paintCategories(const Context& context, const QRectF& rect)
{
    const Rows rows = rowsOf(context, rect);
    if (rows.plot.width() < 10 || rows.row <= 0)
        return;
    paintBeyond(context, rows);
    paintFrame(context, rows, rect);
    if (context.chart.kind == ChartKind::Range)
        paintRanges(context, rows);
    else
        paintBars(context, rows);
    paintThreshold(context, rows);
    paintKey(context, rect, rows.plot.left());
}

} // namespace awb::chart
