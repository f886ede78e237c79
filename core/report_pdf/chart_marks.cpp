#include "core/report_pdf/chart_marks.h"

#include "core/report_pdf/ruler_painter.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

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

} // namespace awb
