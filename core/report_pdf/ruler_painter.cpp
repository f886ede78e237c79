#include "core/report_pdf/ruler_painter.h"

#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace awb
{
namespace
{

using tokens::Role;

void drawText(QPainter& painter, const QRectF& rect, Qt::Alignment align, const QString& text,
              const QFont& font, const QColor& color)
{
    painter.setFont(font);
    painter.setPen(color);
    const QFontMetricsF metrics(font, painter.device());
    const QString shown = metrics.horizontalAdvance(text) > rect.width() + 1
                              ? metrics.elidedText(text, Qt::ElideRight, rect.width())
                              : text;
    painter.drawText(rect, align.toInt() | Qt::TextSingleLine, shown);
}

void drawTrack(QPainter& painter, const QRectF& bar, const QRectF& pass, const Theme& theme, bool hatched)
{
    QPainterPath rest;
    rest.addRect(bar);
    if (!pass.isEmpty()) {
        const QRectF below(bar.topLeft(), QPointF(pass.left(), bar.bottom()));
        const QRectF above(QPointF(pass.right(), bar.top()), bar.bottomRight());
        for (const QRectF& area : {below, above}) {
            if (area.width() < 0.5)
                continue;
            if (hatched)
                fillBeyond(painter, area, theme);
            else
                painter.fillRect(area, theme.color(Role::FailTint));
        }
        painter.fillRect(pass, theme.color(Role::PassTint));
    } else if (hatched) {
        fillBeyond(painter, bar, theme);
    } else {
        painter.fillRect(bar, theme.color(Role::FailTint));
    }
}

void drawInterval(QPainter& painter, const RulerLayout& layout, const Theme& theme)
{
    if (!layout.lowX || !layout.highX)
        return;
    const double middle = layout.bar.center().y();
    QColor band = theme.color(Role::Text);
    band.setAlphaF(0.32F);
    const double half = theme.px(3.5);
    painter.fillRect(QRectF(*layout.lowX, middle - half, *layout.highX - *layout.lowX, 2 * half), band);
    const double cap = theme.px(7);
    painter.setPen(QPen(theme.color(Role::Text), theme.px(2), Qt::SolidLine, Qt::FlatCap));
    for (const double x : {*layout.lowX, *layout.highX})
        painter.drawLine(QPointF(x, middle - cap), QPointF(x, middle + cap));
}

void drawTicks(QPainter& painter, const RulerLayout& layout, const Theme& theme)
{
    const QFont font = theme.font(tokens::Type::Caption);
    for (const RulerLayout::Tick& tick : layout.ticks) {
        painter.setPen(QPen(theme.color(Role::LineStrong), 1));
        painter.drawLine(QPointF(tick.x, layout.bar.bottom()),
                         QPointF(tick.x, layout.bar.bottom() + theme.px(3)));
        if (!tick.label.isEmpty())
            drawText(painter, tick.label.adjusted(-1, 0, 1, 0), Qt::AlignCenter, tick.text, font,
                     theme.color(Role::Axis));
    }
}

} // namespace

void fillBeyond(QPainter& painter, const QRectF& rect, const Theme& theme)
{
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    painter.fillRect(rect, theme.color(Role::FailTint));
    painter.setRenderHint(QPainter::Antialiasing);
    QColor line = theme.color(Role::Fail);
    line.setAlphaF(0.35F);
    painter.setPen(QPen(line, theme.px(1.5)));
    const double pitch = theme.px(6) * 1.41421356;
    for (double x = rect.left() - rect.height(); x < rect.right(); x += pitch)
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()));
    painter.restore();
}

void drawValueDiamond(QPainter& painter, const QPointF& centre, double size, const Theme& theme, bool hollow)
{
    const double r = size / 2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QPolygonF diamond{{centre.x(), centre.y() - r},
                            {centre.x() + r, centre.y()},
                            {centre.x(), centre.y() + r},
                            {centre.x() - r, centre.y()}};
    QPen pen(hollow ? theme.color(Role::Text) : theme.color(Role::Panel), theme.px(1.5));
    pen.setJoinStyle(Qt::MiterJoin);
    painter.setPen(pen);
    painter.setBrush(theme.color(hollow ? Role::Panel : Role::Text));
    painter.drawPolygon(diamond);
    painter.restore();
}

void RulerPainter::paint(QPainter& painter, const QRectF& rect, const ValueRuler& ruler, const Theme& theme)
{
    const RulerLayout layout = layoutRuler(ruler, rect, theme, painter.device());
    painter.save();
    drawTrack(painter, layout.bar, layout.passArea, theme, true);
    drawTicks(painter, layout, theme);
    drawInterval(painter, layout, theme);
    if (layout.valueX)
        drawValueDiamond(painter, QPointF(*layout.valueX, layout.bar.center().y()), theme.px(15), theme);
    const double reach = theme.px(8);
    painter.setPen(
        QPen(theme.color(Role::Text), theme.px(tokens::stroke::strong), Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(layout.thresholdX, layout.bar.top() - reach),
                     QPointF(layout.thresholdX, layout.bar.bottom() + theme.px(5)));
    const Role valueRole = layout.valueX ? Role::Text : Role::UnknownText;
    drawText(painter, layout.valueLabel, Qt::AlignCenter, ruler.valueText,
             theme.font(tokens::Type::Body, 600), theme.color(valueRole));
    if (!layout.thresholdLabel.isEmpty())
        drawText(painter, layout.thresholdLabel, Qt::AlignCenter, layout.thresholdText,
                 theme.font(tokens::Type::Small, 500), theme.color(Role::Text2));
    painter.restore();
}

void RulerPainter::paintMini(QPainter& painter, const QRectF& rect, const ValueRuler& ruler,
                             const Theme& theme)
{
    const ScaleRange range = rulerRange(ruler);
    const double height = theme.px(8);
    const QRectF bar(rect.left(), rect.center().y() - height / 2, rect.width(), height);
    const double threshold = positionOn(range, bar, ruler.threshold);
    painter.save();
    drawTrack(painter, bar, passAreaOf(ruler.comparison, threshold, bar), theme, false);
    painter.setPen(QPen(theme.color(Role::Text), theme.px(2), Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(threshold, bar.top() - theme.px(4)),
                     QPointF(threshold, bar.bottom() + theme.px(4)));
    if (ruler.value && std::isfinite(*ruler.value))
        drawValueDiamond(painter, QPointF(positionOn(range, bar, *ruler.value), bar.center().y()),
                         theme.px(11), theme);
    painter.restore();
}

} // namespace awb
