#include "core/report_pdf/icon_painter.h"

#include "core/report_pdf/path_data.h"

#include <QPainter>

#include <algorithm>

namespace awb
{

void IconPainter::paint(QPainter& painter, const QRectF& rect, tokens::IconId icon, const QColor& color)
{
    constexpr double grid = 16.0;
    constexpr double stroke = 1.5;
    const tokens::Icon& data = tokens::icons[static_cast<std::size_t>(icon)];
    const QPainterPath path = parsePathData(data.path).value_or(QPainterPath());
    const double side = std::min(rect.width(), rect.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.center().x() - side / 2, rect.center().y() - side / 2);
    painter.scale(side / grid, side / grid);
    painter.setPen(QPen(color, stroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(data.filled ? QBrush(color) : QBrush(Qt::NoBrush));
    painter.drawPath(path);
    painter.restore();
}

} // namespace awb
