// Lines and steps of ChartPainter.
#include "core/foundation/units.h"
#include "core/report_pdf/chart_marks.h"
#include "core/report_pdf/chart_parts.h"
#include "core/report_pdf/ruler_painter.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace awb::chart
{

namespace
{

using tokens::Role;

constexpr double pointSpacing = 48; // px between the point marks of a line

struct Frame
{
    QRectF plot;
    ChartScale x;
    ChartScale y;

    double xOf(double value) const { return plot.left() + plot.width() * x.share(value); }
    double yOf(double value) const { return plot.bottom() - plot.height() * y.share(value); }
    QPointF at(const ChartPoint& point) const { return {xOf(point.x), yOf(point.y)}; }
    ChartPlace place() const
    {
        return {plot, [this](double value) { return xOf(value); },
                [this](double value) { return yOf(value); }};
    }
};

QVector<double> valuesOf(const ChartSpec& chart, double ChartPoint::*member)
{
    QVector<double> values;
    for (const ChartSeries& series : chart.series) {
        for (const ChartPoint& point : series.points)
            values.append(point.*member);
    }
    return values;
}

double widestName(const Context& context)
{
    double widest = 0;
    if (context.chart.series.size() > 1) {
        for (const ChartSeries& series : context.chart.series)
            widest = std::max(widest, context.textWidth(series.name.text(context.locale), context.caption()));
    }
    return widest;
}

Frame frameOf(const Context& context, const QRectF& rect)
{
    const ChartSpec& chart = context.chart;
    const bool hasThreshold = chart.threshold.has_value();
    const auto limit = [&](bool onY) {
        return hasThreshold && chart.threshold->onY == onY ? std::optional<double>(chart.threshold->value)
                                                           : std::nullopt;
    };
    Frame frame;
    frame.x = chartScale(valuesOf(chart, &ChartPoint::x), limit(false), chart.x.logarithmic);
    // Time and the like begin and end with the data; only values get room.
    if (!chart.x.logarithmic && !limit(false)) {
        const QVector<double> xs = valuesOf(chart, &ChartPoint::x);
        const auto [least, most] = std::minmax_element(xs.cbegin(), xs.cend());
        if (*most > *least)
            frame.x = {*least, *most, false};
    }
    frame.y = chartScale(valuesOf(chart, &ChartPoint::y), limit(true), chart.y.logarithmic);
    double labels = 0;
    for (const double tick : chartTicks(frame.y, 5))
        labels = std::max(
            labels, context.textWidth(formatTick(tick, chart.y.unit, context.locale), context.caption()));
    const double name = widestName(context);
    frame.plot =
        rect.adjusted(labels + context.px(axisGap + 2),
                      context.px(captionHeight + 4) + chartMarkHeight(chart, context.theme),
                      -(name > 0 ? std::min(name, rect.width() / 4) + context.px(10) : context.px(8)),
                      -context.px(2 * captionHeight + 4));
    return frame;
}

void paintBeyond(const Context& context, const Frame& frame)
{
    const ChartThreshold& threshold = *context.chart.threshold;
    QRectF area = frame.plot;
    if (threshold.onY) {
        const double y = frame.yOf(threshold.value);
        if (threshold.passIsBelow)
            area.setBottom(y);
        else
            area.setTop(y);
    } else {
        const double x = frame.xOf(threshold.value);
        if (threshold.passIsBelow)
            area.setLeft(x);
        else
            area.setRight(x);
    }
    if (area.width() > 0.5 && area.height() > 0.5)
        fillBeyond(context.painter, area, context.theme);
}

void paintAxes(const Context& context, const Frame& frame, const QRectF& rect)
{
    QPainter& painter = context.painter;
    const ChartSpec& chart = context.chart;
    const QRectF& plot = frame.plot;
    const double half = context.px(captionHeight) / 2;
    for (const double tick : chartTicks(frame.y, 5)) {
        const double y = frame.yOf(tick);
        painter.setPen(QPen(context.color(Role::Grid), 1));
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        context.text(QRectF(rect.left(), y - half, plot.left() - rect.left() - context.px(axisGap), 2 * half),
                     Qt::AlignRight | Qt::AlignVCenter, formatTick(tick, chart.y.unit, context.locale),
                     context.caption(), Role::Axis);
    }
    painter.setPen(QPen(context.color(Role::Axis), 1));
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    double free = rect.left();
    for (const double tick :
         chartTicks(frame.x, std::max(3, static_cast<int>(plot.width() / context.px(64))))) {
        const double x = frame.xOf(tick);
        painter.setPen(QPen(context.color(Role::Axis), 1));
        painter.drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() + context.px(3)));
        const QString text = formatTick(tick, chart.x.unit, context.locale);
        const double width = context.textWidth(text, context.caption()) + 2;
        const double left = std::clamp(x - width / 2, rect.left(), rect.right() - width);
        if (left < free)
            continue;
        context.text(QRectF(left, plot.bottom() + context.px(3), width, 2 * half), Qt::AlignCenter, text,
                     context.caption(), Role::Axis);
        free = left + width + context.px(8);
    }
    context.text(QRectF(rect.left(), rect.top(), rect.width() / 2, 2 * half),
                 Qt::AlignLeft | Qt::AlignVCenter, axisText(chart.y, context.locale), context.caption(),
                 Role::Text2);
    context.text(QRectF(plot.left(), rect.bottom() - 2 * half, plot.width(), 2 * half),
                 Qt::AlignRight | Qt::AlignVCenter, axisText(chart.x, context.locale), context.caption(),
                 Role::Text2);
}

QPainterPath pathOf(const Frame& frame, const ChartSeries& series, bool steps)
{
    QPainterPath path;
    bool open = false;
    for (const ChartPoint& point : series.points) {
        if (!std::isfinite(point.x) || !std::isfinite(point.y)) {
            open = false; // a gap in what was measured stays a gap
            continue;
        }
        const QPointF to = frame.at(point);
        if (!open)
            path.moveTo(to);
        else if (steps)
            path.lineTo(QPointF(to.x(), path.currentPosition().y()));
        path.lineTo(to);
        open = true;
    }
    return path;
}

// A histogram alone: solid, and in the colour of what misses the threshold beyond it.
void paintHistogram(const Context& context, const Frame& frame)
{
    QPainter& painter = context.painter;
    const auto limit = context.chart.threshold && !context.chart.threshold->onY
                           ? std::optional<double>(frame.xOf(context.chart.threshold->value))
                           : std::nullopt;
    const bool below = !context.chart.threshold || context.chart.threshold->passIsBelow;
    const QVector<ChartPoint>& points = context.chart.series.constFirst().points;
    const QColor within = context.seriesColor(0);
    const QColor beyond = context.color(Role::Fail);
    for (qsizetype i = 0; i + 1 < points.size(); ++i) {
        if (!(points.at(i).y > 0) || !std::isfinite(points.at(i).y))
            continue;
        const QPointF at = frame.at(points.at(i));
        const QRectF bar(at, QPointF(frame.xOf(points.at(i + 1).x), frame.plot.bottom()));
        QRectF left = bar;
        left.setRight(std::clamp(limit.value_or(bar.right()), bar.left(), bar.right()));
        QRectF right = bar;
        right.setLeft(left.right());
        painter.fillRect(left, below ? within : beyond);
        painter.fillRect(right, below ? beyond : within);
        painter.setPen(QPen(context.color(Role::Panel), context.px(1)));
        painter.drawLine(bar.topRight(), bar.bottomRight());
    }
}

void paintSeries(const Context& context, const Frame& frame)
{
    if (context.chart.kind == ChartKind::Step && context.chart.series.size() == 1) {
        paintHistogram(context, frame);
        return;
    }
    QPainter& painter = context.painter;
    const bool steps = context.chart.kind == ChartKind::Step;
    for (qsizetype i = 0; i < context.chart.series.size(); ++i) {
        const ChartSeries& series = context.chart.series.at(i);
        const QPainterPath path = pathOf(frame, series, steps);
        if (i == 0 && steps && !path.isEmpty()) {
            QPainterPath area = path;
            area.lineTo(QPointF(path.currentPosition().x(), frame.plot.bottom()));
            area.lineTo(QPointF(path.elementAt(0).x, frame.plot.bottom()));
            area.closeSubpath();
            QColor tint = context.seriesColor(i);
            tint.setAlphaF(0.15F);
            painter.fillPath(area, tint);
        }
        painter.setBrush(Qt::NoBrush);
        painter.setPen(context.seriesPen(i, 1.8));
        painter.drawPath(path);
        if (steps)
            continue;
        double free = -1e9;
        for (const ChartPoint& point : series.points) {
            const QPointF at = frame.at(point);
            if (!std::isfinite(point.y) || at.x() < free)
                continue;
            paintPoint(context, at, context.px(6), i);
            free = at.x() + context.px(pointSpacing);
        }
    }
}

// At the end of each line, moved apart where they would overlap.
void paintNames(const Context& context, const Frame& frame, const QRectF& rect)
{
    if (context.chart.series.size() < 2)
        return;
    struct Name
    {
        qsizetype series;
        double y;
    };
    QVector<Name> names;
    for (qsizetype i = 0; i < context.chart.series.size(); ++i) {
        const QVector<ChartPoint>& points = context.chart.series.at(i).points;
        if (!points.isEmpty())
            names.append({i, frame.at(points.constLast()).y()});
    }
    std::stable_sort(names.begin(), names.end(), [](const Name& a, const Name& b) { return a.y < b.y; });
    const double height = context.px(captionHeight - 2);
    double free = frame.plot.top() - height / 2;
    for (Name& name : names) {
        name.y = std::max(name.y, free + height / 2);
        free = name.y + height / 2;
        context.text(QRectF(frame.plot.right() + context.px(6), name.y - height / 2,
                            rect.right() - frame.plot.right() - context.px(6), height),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     context.chart.series.at(name.series).name.text(context.locale),
                     context.theme.font(tokens::Type::Caption, 600), context.seriesColor(name.series));
    }
}

void paintThreshold(const Context& context, const Frame& frame)
{
    const ChartThreshold& threshold = *context.chart.threshold;
    QPainter& painter = context.painter;
    const QString label = threshold.label.text(context.locale);
    const QFont font = context.theme.font(tokens::Type::Caption, 600);
    const double width = context.textWidth(label, font) + 4;
    const double height = context.px(captionHeight);
    const QColor ink = context.color(Role::Text);
    if (threshold.onY) {
        const double y = frame.yOf(threshold.value);
        QPen pen(ink, context.px(1.5), Qt::SolidLine, Qt::FlatCap);
        pen.setDashPattern({4, 3});
        painter.setPen(pen);
        painter.drawLine(QPointF(frame.plot.left(), y), QPointF(frame.plot.right(), y));
        const QRectF place = thresholdWordsAcross(context.chart, frame.place(), context.theme, width);
        painter.fillRect(place, context.color(Role::Panel));
        context.text(place, Qt::AlignCenter, label, font, Role::Text);
        return;
    }
    const double x = frame.xOf(threshold.value);
    painter.setPen(QPen(ink, context.px(2), Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(x, frame.plot.top() - context.px(6)), QPointF(x, frame.plot.bottom()));
    if (chartMarkHeight(context.chart, context.theme) > 0) {
        const QRectF words = thresholdWords(context.chart, frame.place(), context.theme, width);
        painter.fillRect(words, context.color(Role::Panel));
        context.text(words, Qt::AlignCenter, label, font, Role::Text);
        return;
    }
    const bool right = x + width + context.px(6) < frame.plot.right();
    const QRectF place(right ? x + context.px(4) : x - width - context.px(4),
                       frame.plot.top() - context.px(12), width, height);
    painter.fillRect(place, context.color(Role::Panel));
    context.text(place, Qt::AlignCenter, label, font, Role::Text);
}

} // namespace

void paintCurves(const Context& context, const QRectF& rect)
{
    const Frame frame = frameOf(context, rect);
    if (frame.plot.width() < 10 || frame.plot.height() < 10)
        return;
    if (context.chart.threshold)
        paintBeyond(context, frame);
    paintAxes(context, frame, rect);
    context.painter.save();
    context.painter.setClipRect(frame.plot.adjusted(-4, -4, 4, 4), Qt::IntersectClip);
    paintSeries(context, frame);
    context.painter.restore();
    if (context.chart.threshold)
        paintThreshold(context, frame);
    paintChartMarks(context.painter, context.chart, frame.place(), context.theme, context.locale);
    paintNames(context, frame, rect);
}

} // namespace awb::chart
