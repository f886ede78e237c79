#include "core/report_pdf/chart_marks.h"

#include "core/report_pdf/ruler_painter.h"

#include <QFontMetricsF>
#include <QLineF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace awb
{

namespace
{

using tokens::Role;

constexpr double intervalHeight = 6;
constexpr double diamondSize = 11;

QFont fontOf(const ChartMark& mark, const Theme& theme)
{
    return theme.font(tokens::Type::Caption, mark.main ? 600 : 500);
}

double lineHeight(const Theme& theme)
{
    return theme.lineHeight(tokens::Type::Caption);
}

struct Words
{
    const ChartMark* mark;
    QRectF rect;
};

// The main mark first; whoever finds no free place goes without words, its line stays.
QVector<Words> wordsOf(const ChartSpec& chart, const ChartPlace& place, const Theme& theme,
                       const QLocale& locale, const QPaintDevice* device)
{
    QVector<const ChartMark*> order;
    for (const ChartMark& mark : chart.marks) {
        if (!mark.y && !mark.label.isEmpty())
            order.append(&mark);
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const ChartMark* a, const ChartMark* b) { return a->main && !b->main; });
    QVector<Words> words;
    for (const ChartMark* mark : std::as_const(order)) {
        const QFontMetricsF metrics =
            device ? QFontMetricsF(fontOf(*mark, theme), device) : QFontMetricsF(fontOf(*mark, theme));
        const double width = metrics.horizontalAdvance(mark->label.text(locale)) + theme.px(8);
        const double left = std::clamp(place.x(mark->x) - width / 2, place.plot.left(),
                                       std::max(place.plot.left(), place.plot.right() - width));
        const QRectF rect(left, place.plot.top() - lineHeight(theme) - theme.px(8), width, lineHeight(theme));
        const bool taken = std::any_of(words.cbegin(), words.cend(), [&](const Words& other) {
            return other.rect.adjusted(-theme.px(4), 0, theme.px(4), 0).intersects(rect);
        });
        if (!taken)
            words.append({mark, rect});
    }
    return words;
}

void paintInterval(QPainter& painter, const ChartMark& mark, const ChartPlace& place, const Theme& theme)
{
    const bool onY = mark.y.has_value();
    const auto at = [&](double value) { return onY ? place.y(value) : place.x(value); };
    // a bound that is not known reaches to the end of the plot
    const double end = onY ? place.plot.top() : place.plot.right();
    const double from = at(mark.low.value_or(onY ? *mark.y : mark.x));
    const double to = mark.high ? at(*mark.high) : mark.low ? end : from;
    const double half = theme.px(intervalHeight) / 2;
    const double across = onY ? place.x(mark.x) : place.plot.top();
    const QRectF bar = onY ? QRectF(QPointF(across - half, to), QPointF(across + half, from))
                           : QRectF(QPointF(from, across - half), QPointF(to, across + half));
    QColor fill = theme.color(Role::Text);
    fill.setAlphaF(0.35F);
    painter.fillRect(bar.normalized(), fill);
    drawValueDiamond(painter, onY ? QPointF(across, place.y(*mark.y)) : QPointF(place.x(mark.x), across),
                     theme.px(diamondSize), theme);
}

// What an interval and its diamond cover.
QRectF inkOf(const ChartMark& mark, const ChartPlace& place, const Theme& theme)
{
    const double half = theme.px(diamondSize) / 2 + theme.px(2);
    const double x = place.x(mark.x);
    if (!mark.y)
        return {x - half, place.plot.top() - theme.px(8), 2 * half, place.plot.height() + theme.px(8)};
    const double to = mark.high ? place.y(*mark.high) : mark.low ? place.plot.top() : place.y(*mark.y);
    const double from = place.y(mark.low.value_or(*mark.y));
    return QRectF(QPointF(x - half, std::min(to, place.y(*mark.y) - half)),
                  QPointF(x + half, std::max(from, place.y(*mark.y) + half)))
        .normalized();
}

bool crosses(const QRectF& box, const QLineF& line)
{
    if (box.contains(line.p1()) || box.contains(line.p2()))
        return true;
    const QLineF diagonals[] = {{box.topLeft(), box.bottomRight()}, {box.topRight(), box.bottomLeft()}};
    return std::any_of(std::begin(diagonals), std::end(diagonals), [&](const QLineF& diagonal) {
        return line.intersects(diagonal, nullptr) == QLineF::BoundedIntersection;
    });
}

bool covers(const QRectF& box, const ChartSeries& series, const ChartPlace& place)
{
    for (qsizetype i = 1; i < series.points.size(); ++i) {
        const ChartPoint& a = series.points.at(i - 1);
        const ChartPoint& b = series.points.at(i);
        if (std::isfinite(a.y) && std::isfinite(b.y) &&
            crosses(box, QLineF(place.x(a.x), place.y(a.y), place.x(b.x), place.y(b.y))))
            return true;
    }
    return false;
}

// How much of the chart words in this box would hide: a mark counts more than any curve.
int hiddenBy(const QRectF& box, const ChartSpec& chart, const ChartPlace& place, const Theme& theme)
{
    int hidden = 0;
    for (const ChartMark& mark : chart.marks)
        hidden += inkOf(mark, place, theme).intersects(box) ? 100 : 0;
    for (const ChartSeries& series : chart.series)
        hidden += covers(box, series, place) ? 1 : 0;
    return hidden;
}

} // namespace

double chartMarkHeight(const ChartSpec& chart, const Theme& theme)
{
    const bool any =
        std::any_of(chart.marks.cbegin(), chart.marks.cend(), [](const ChartMark& m) { return !m.y; });
    return any ? lineHeight(theme) + theme.px(8) : 0;
}

void paintChartMarks(QPainter& painter, const ChartSpec& chart, const ChartPlace& place, const Theme& theme,
                     const QLocale& locale)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QVector<Words> words = wordsOf(chart, place, theme, locale, painter.device());
    for (const ChartMark& mark : chart.marks) {
        if (mark.main) {
            paintInterval(painter, mark, place, theme);
            continue;
        }
        if (mark.y)
            continue;
        QPen pen(theme.color(Role::Text2), theme.px(1), Qt::CustomDashLine, Qt::FlatCap);
        pen.setDashPattern({2, 2});
        painter.setPen(pen);
        painter.drawLine(QPointF(place.x(mark.x), place.plot.top() - theme.px(8)),
                         QPointF(place.x(mark.x), place.plot.bottom()));
    }
    for (const Words& word : words) {
        painter.setFont(fontOf(*word.mark, theme));
        painter.setPen(theme.color(word.mark->main ? Role::Text : Role::Text2));
        painter.drawText(word.rect, Qt::AlignCenter | Qt::TextSingleLine, word.mark->label.text(locale));
    }
    painter.restore();
}

QRectF thresholdWords(const ChartSpec& chart, const ChartPlace& place, const Theme& theme, double width)
{
    const double at = place.x(chart.threshold->value);
    const double gap = theme.px(6);
    const bool right = at + gap + width <= place.plot.right();
    const double left = right ? at + gap : std::max(place.plot.left(), at - gap - width);
    return {left, place.plot.top() + theme.px(10), width, lineHeight(theme)};
}

QRectF thresholdWordsAcross(const ChartSpec& chart, const ChartPlace& place, const Theme& theme, double width)
{
    constexpr int steps = 8;
    const double height = lineHeight(theme);
    const double at = place.y(chart.threshold->value);
    const double room = std::max(0.0, place.plot.width() - width);
    const double above = at - height - theme.px(1);
    const double below = at + theme.px(2);
    QRectF best;
    int least = -1;
    for (int step = 0; step <= steps; ++step) {
        for (const double top : {above, below}) {
            const bool fits =
                top == above ? top >= place.plot.top() - height : top + height <= place.plot.bottom();
            const QRectF box(place.plot.left() + room * (steps - step) / steps, top, width, height);
            const int hidden = fits ? hiddenBy(box, chart, place, theme) : -1;
            if (fits && (least < 0 || hidden < least)) {
                least = hidden;
                best = box;
            }
        }
    }
    // A plot that is lower than a line of words.
    return least >= 0 ? best : QRectF(place.plot.left() + room, above, width, height);
}

} // namespace awb
