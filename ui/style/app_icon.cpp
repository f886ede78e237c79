#include "ui/style/app_icon.h"

#include "ui/style/awb_style.h"
#include "ui/style/style_theme.h"

#include <QPainter>
#include <QPixmap>

namespace awb
{

void paintAppSign(QPainter& painter, const QRectF& square, const Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const double side = square.width();
    drawRounded(painter, square, side * 0.22, theme.color(tokens::Role::Accent), QColor());
    QPen pen(theme.color(tokens::Role::OnAccent), side * 0.075, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter.save();
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    const auto at = [&](double x, double y) {
        return QPointF(square.left() + x * side, square.top() + y * side);
    };
    painter.drawLine(at(0.24, 0.32), at(0.76, 0.32));
    painter.drawLine(at(0.24, 0.50), at(0.50, 0.50));
    painter.drawLine(at(0.24, 0.68), at(0.42, 0.68));
    painter.drawPolyline(QPolygonF{at(0.54, 0.63), at(0.63, 0.72), at(0.80, 0.52)});
    painter.restore();
}

QIcon appIcon()
{
    QIcon icon;
    const Theme theme = themeOf(nullptr);
    for (const int side : {16, 24, 32, 48, 64, 128, 256}) {
        QPixmap pixmap(side, side);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paintAppSign(painter, QRectF(0, 0, side, side), theme);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace awb
