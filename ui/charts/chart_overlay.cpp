#include "ui/charts/chart_overlay.h"

#include "core/foundation/units.h"
#include "core/report_pdf/ruler_painter.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace awb
{

namespace
{

using tokens::Role;

// Between the grid of Qt Charts and its series; above all of it.
constexpr double kGroundZ = 1.5;
constexpr double kOverlayZ = 100;

QRectF beyondThreshold(const ChartThreshold& line, const ChartLayout& layout)
{
    const QRectF plot = layout.plot;
    const double at = layout.threshold(line);
    if (layout.thresholdIsVertical(line))
        return line.passIsBelow ? QRectF(QPointF(at, plot.top()), plot.bottomRight())
                                : QRectF(plot.topLeft(), QPointF(at, plot.bottom()));
    return line.passIsBelow ? QRectF(plot.topLeft(), QPointF(plot.right(), at))
                            : QRectF(QPointF(plot.left(), at), plot.bottomRight());
}

double snapped(double at)
{
    return std::floor(at) + 0.5;
}

} // namespace

ChartGround::ChartGround(QGraphicsItem* chart) : QGraphicsItem(chart)
{
    setZValue(kGroundZ);
}

void ChartGround::setContent(const ChartSpec& chart, const ChartLayout& layout, const Theme& theme)
{
    prepareGeometryChange();
    chart_ = chart;
    layout_ = layout;
    theme_ = theme;
    update();
}

QRectF ChartGround::boundingRect() const
{
    return layout_.plot.adjusted(-2, -2, 2, 2);
}

void ChartGround::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    const QRectF plot = layout_.plot;
    if (chart_.threshold && !chart_.isEmpty()) {
        const QRectF beyond = beyondThreshold(*chart_.threshold, layout_);
        if (beyond.width() > 0.5 && beyond.height() > 0.5)
            fillBeyond(*painter, beyond, theme_);
    }
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setPen(QPen(theme_.color(Role::Grid), 1));
    for (const double tick : layout_.values.ticks) {
        const double at = layout_.values.position(tick);
        if (layout_.lying) {
            const double x = snapped(plot.left() + at * plot.width());
            painter->drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        } else {
            const double y = snapped(plot.bottom() - at * plot.height());
            painter->drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        }
    }
    painter->setPen(QPen(theme_.color(Role::LineStrong), 1));
    if (layout_.lying)
        painter->drawLine(QPointF(snapped(plot.left()), plot.top()),
                          QPointF(snapped(plot.left()), plot.bottom()));
    else
        painter->drawLine(QPointF(plot.left(), snapped(plot.bottom())),
                          QPointF(plot.right(), snapped(plot.bottom())));
}

ChartOverlay::ChartOverlay(QGraphicsItem* chart) : QGraphicsItem(chart)
{
    setZValue(kOverlayZ);
}

void ChartOverlay::setContent(const ChartSpec& chart, const ChartLayout& layout, const Theme& theme)
{
    prepareGeometryChange();
    chart_ = chart;
    layout_ = layout;
    theme_ = theme;
    update();
}

QRectF ChartOverlay::boundingRect() const
{
    return QRectF(0, 0, layout_.plot.right() + 400, layout_.plot.bottom() + 80);
}

void ChartOverlay::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    paintValueLabels(*painter);
    if (layout_.lying)
        paintCategories(*painter);
    else
        paintAlongLabels(*painter);
    paintThreshold(*painter);
    if (chart_.isEmpty()) {
        paintEmpty(*painter);
        return;
    }
    if (!layout_.lying)
        paintChartMarks(*painter, chart_, layout_.place(), theme_, locale_);
    paintKeyRow(*painter);
    paintRowValues(*painter);
    paintSeriesNames(*painter);
}

void ChartOverlay::label(QPainter& painter, const QRectF& rect, Qt::Alignment align, const QString& text,
                         Role role, int weight) const
{
    const QFont font = theme_.font(tokens::Type::Caption, weight);
    painter.setFont(font);
    painter.setPen(theme_.color(role));
    const QString shown = QFontMetricsF(font).elidedText(text, Qt::ElideMiddle, rect.width() + 1);
    painter.drawText(rect, align.toInt() | Qt::TextSingleLine, shown);
}

void ChartOverlay::paintValueLabels(QPainter& painter) const
{
    const QRectF plot = layout_.plot;
    const double line = theme_.lineHeight(tokens::Type::Caption);
    const QFontMetricsF metrics(theme_.font(tokens::Type::Caption));
    double free = -1e9; // labels that would touch are left out
    for (const double tick : layout_.values.ticks) {
        const QString text = formatTick(tick, chart_.y.unit, locale_);
        const double at = layout_.values.position(tick);
        if (layout_.lying) {
            const double half = metrics.horizontalAdvance(text) / 2 + theme_.px(4);
            const double x = plot.left() + at * plot.width();
            if (x - half < free)
                continue;
            free = x + half;
            label(painter, QRectF(x - half, plot.bottom() + theme_.px(3), 2 * half, line), Qt::AlignCenter,
                  text, Role::Axis);
        } else {
            const double y = plot.bottom() - at * plot.height();
            label(painter, QRectF(0, y - line / 2, plot.left() - theme_.px(6), line),
                  Qt::AlignRight | Qt::AlignVCenter, text, Role::Axis);
        }
    }
    if (layout_.lying)
        label(painter, QRectF(plot.left(), plot.bottom() + theme_.px(3) + line, plot.width(), line),
              Qt::AlignRight | Qt::AlignVCenter, layout_.valueCaption, Role::Axis);
    else
        label(painter, QRectF(0, theme_.px(2), plot.right(), line), Qt::AlignLeft | Qt::AlignVCenter,
              layout_.valueCaption, Role::Axis);
}

void ChartOverlay::paintAlongLabels(QPainter& painter) const
{
    const QRectF plot = layout_.plot;
    const double line = theme_.lineHeight(tokens::Type::Caption);
    const QFontMetricsF metrics(theme_.font(tokens::Type::Caption));
    double free = -1e9;
    for (const double tick : layout_.along.ticks) {
        const QString text = formatTick(tick, chart_.x.unit, locale_);
        const double half = metrics.horizontalAdvance(text) / 2 + theme_.px(4);
        const double x = plot.left() + layout_.along.position(tick) * plot.width();
        if (x - half < free)
            continue;
        free = x + half;
        label(painter, QRectF(x - half, plot.bottom() + theme_.px(3), 2 * half, line), Qt::AlignCenter, text,
              Role::Axis);
    }
    label(painter, QRectF(plot.left(), plot.bottom() + theme_.px(3) + line, plot.width(), line),
          Qt::AlignRight | Qt::AlignVCenter, layout_.alongCaption, Role::Axis);
}

void ChartOverlay::paintCategories(QPainter& painter) const
{
    const QRectF plot = layout_.plot;
    const double row = plot.height() / std::max(1, layout_.rows);
    for (int i = 0; i < layout_.rows; ++i)
        label(painter, QRectF(0, plot.top() + i * row, plot.left() - theme_.px(6), row),
              Qt::AlignRight | Qt::AlignVCenter, chart_.categories.at(i), Role::Text2);
    if (layout_.rowsTotal > layout_.rows) {
        const double line = theme_.lineHeight(tokens::Type::Caption);
        label(painter, QRectF(plot.left(), plot.bottom() + theme_.px(3) + 2 * line, plot.width(), line),
              Qt::AlignLeft | Qt::AlignVCenter,
              QCoreApplication::translate("awb", "The first %1 of %2 are drawn; the table has all.")
                  .arg(layout_.rows)
                  .arg(layout_.rowsTotal),
              Role::Text2);
    }
}

void ChartOverlay::paintThreshold(QPainter& painter) const
{
    if (!chart_.threshold)
        return;
    const QRectF plot = layout_.plot;
    const double at = snapped(layout_.threshold(*chart_.threshold));
    const QString text = chart_.threshold->label.text(locale_);
    const QFont font = theme_.font(tokens::Type::Caption, 600);
    const double width = std::min(QFontMetricsF(font).horizontalAdvance(text) + theme_.px(8), plot.right());
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (layout_.thresholdIsVertical(*chart_.threshold)) {
        painter.setPen(QPen(theme_.color(Role::Text), theme_.px(2), Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(at, plot.top() - theme_.px(2)), QPointF(at, plot.bottom()));
        paintThresholdWords(painter, at, text, width);
        return;
    }
    painter.setPen(QPen(theme_.color(Role::Text), theme_.px(1.5), Qt::DashLine, Qt::FlatCap));
    painter.drawLine(QPointF(plot.left(), at), QPointF(plot.right(), at));
    const QRectF box = thresholdWordsAcross(chart_, layout_.place(), theme_, width);
    QColor ground = theme_.color(Role::Panel);
    ground.setAlphaF(0.86F);
    painter.fillRect(box, ground);
    label(painter, box, Qt::AlignCenter, text, Role::Text, 600);
}

// Above a vertical line; where marks have that place, beside it.
void ChartOverlay::paintThresholdWords(QPainter& painter, double at, const QString& text, double width) const
{
    const QRectF plot = layout_.plot;
    const double line = theme_.lineHeight(tokens::Type::Caption);
    if (!layout_.lying && chartMarkHeight(chart_, theme_) > 0 && !chart_.isEmpty()) {
        const QRectF box = thresholdWords(chart_, layout_.place(), theme_, width);
        QColor ground = theme_.color(Role::Panel);
        ground.setAlphaF(0.86F);
        painter.fillRect(box, ground);
        label(painter, box, Qt::AlignCenter, text, Role::Text, 600);
        return;
    }
    const double left = std::clamp(at - width / 2, 0.0, std::max(0.0, plot.right() + theme_.px(56) - width));
    label(painter, QRectF(left, plot.top() - line - theme_.px(1), width, line), Qt::AlignCenter, text,
          Role::Text, 600);
}

// The name stands where its line ends; names that would overlap move down.
void ChartOverlay::paintSeriesNames(QPainter& painter) const
{
    if (layout_.lying || chart_.series.size() < 2)
        return;
    struct Name
    {
        double y;
        int index;
    };
    QVector<Name> names;
    const double line = theme_.lineHeight(tokens::Type::Caption);
    for (int i = 0; i < static_cast<int>(chart_.series.size()) && i < kMaxChartSeries; ++i) {
        const QVector<ChartPoint>& points = chart_.series.at(i).points;
        if (points.isEmpty())
            continue;
        if (chart_.kind == ChartKind::Line) {
            names.append({layout_.point(points.last().x, points.last().y).y(), i});
            continue;
        }
        const auto peak = std::max_element(points.begin(), points.end(),
                                           [](const auto& a, const auto& b) { return a.y < b.y; });
        const QPointF at = layout_.point(peak->x, peak->y);
        painter.setFont(theme_.font(tokens::Type::Caption, 600));
        painter.setPen(seriesColor(theme_, i));
        painter.drawText(at + QPointF(theme_.px(6), theme_.px(10) + i * line),
                         chart_.series.at(i).name.text(locale_));
    }
    std::sort(names.begin(), names.end(), [](const Name& a, const Name& b) { return a.y < b.y; });
    double free = layout_.plot.top() - line / 2;
    for (const Name& name : std::as_const(names)) {
        const double top = std::max(free, name.y - line / 2);
        free = top + line;
        painter.setFont(theme_.font(tokens::Type::Caption, 600));
        painter.setPen(seriesColor(theme_, name.index));
        painter.drawText(QRectF(layout_.plot.right() + theme_.px(6), top, theme_.px(200), line),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         chart_.series.at(name.index).name.text(locale_));
    }
}

void ChartOverlay::paintKeyRow(QPainter& painter) const
{
    if (layout_.keyRow <= 0)
        return;
    const double line = theme_.lineHeight(tokens::Type::Caption);
    const QFontMetricsF metrics(theme_.font(tokens::Type::Caption));
    double x = layout_.plot.left();
    for (int i = 0; i < static_cast<int>(chart_.series.size()) && i < kMaxChartSeries; ++i) {
        const QString name = chart_.series.at(i).name.text(locale_);
        const QRectF swatch(x, layout_.keyRow + line / 2 - theme_.px(5), theme_.px(10), theme_.px(10));
        painter.setPen(QPen(seriesColor(theme_, i), 1));
        painter.setBrush(QBrush(seriesColor(theme_, i), seriesPattern(i)));
        painter.drawRect(swatch);
        const double width = metrics.horizontalAdvance(name);
        label(painter, QRectF(swatch.right() + theme_.px(4), layout_.keyRow, width + 2, line),
              Qt::AlignLeft | Qt::AlignVCenter, name, Role::Text2);
        x = swatch.right() + theme_.px(16) + width;
    }
}

// Bars of one series and ranges say their value at their end.
void ChartOverlay::paintRowValues(QPainter& painter) const
{
    if (!layout_.lying || chart_.kind == ChartKind::Stacked || chart_.series.isEmpty())
        return;
    if (chart_.kind == ChartKind::Bars && chart_.series.size() > 1)
        return;
    const double line = theme_.lineHeight(tokens::Type::Caption);
    for (const ChartPoint& point : chart_.series.first().points) {
        if (!std::isfinite(point.y) || point.x < 0 || point.x >= layout_.rows)
            continue;
        const double end = std::max(point.y, point.high.value_or(point.y));
        const QPointF at = layout_.point(point.x, end);
        const QString text = formatQuantity(point.y, chart_.y.unit, locale_);
        const QFont font = theme_.font(tokens::Type::Number);
        const double width = std::ceil(QFontMetricsF(font).horizontalAdvance(text)) + theme_.px(4);
        const QRectF box(at.x() + theme_.px(8), at.y() - line / 2, width, line);
        QColor ground = theme_.color(Role::Panel); // readable on the hatch and over the threshold line
        ground.setAlphaF(0.86F);
        painter.fillRect(box.adjusted(0, 1, 0, -1), ground);
        painter.setFont(font);
        painter.setPen(theme_.color(Role::Text));
        painter.drawText(box.adjusted(theme_.px(2), 0, 2, 0),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
    }
}

void ChartOverlay::paintEmpty(QPainter& painter) const
{
    QString text = chart_.emptyReason.text(locale_);
    if (text.isEmpty())
        text = QCoreApplication::translate("awb", "Nothing was measured.");
    const QFont font = theme_.font(tokens::Type::BodyStrong);
    const double width = std::min(layout_.plot.width() - theme_.px(16), theme_.px(420));
    const QRectF wanted = QFontMetricsF(font).boundingRect(QRectF(0, 0, width - theme_.px(24), 1000),
                                                           Qt::AlignCenter | Qt::TextWordWrap, text);
    QRectF box(0, 0, wanted.width() + theme_.px(24), wanted.height() + theme_.px(16));
    box.moveCenter(layout_.plot.center());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme_.color(Role::Line), 1));
    painter.setBrush(theme_.color(Role::Panel));
    painter.drawRoundedRect(box, theme_.px(tokens::radius::control), theme_.px(tokens::radius::control));
    painter.setFont(font);
    painter.setPen(theme_.color(Role::Text));
    painter.drawText(box.adjusted(theme_.px(8), 0, -theme_.px(8), 0), Qt::AlignCenter | Qt::TextWordWrap,
                     text);
}

} // namespace awb
