#include "ui/pages/pane.h"

#include "ui/style/style_theme.h"

#include <QPainter>

namespace awb
{

Pane::Pane(Qt::Edges lines, QWidget* parent) : QWidget(parent), lines_(lines) {}

void Pane::setGround(tokens::Role role)
{
    ground_ = role;
    update();
}

void Pane::paintEvent(QPaintEvent*)
{
    const Theme theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(ground_));
    const QColor line = theme.color(tokens::Role::Line);
    if (lines_ & Qt::TopEdge) {
        painter.fillRect(QRect(0, 0, width(), 1), line);
    }
    if (lines_ & Qt::BottomEdge) {
        painter.fillRect(QRect(0, height() - 1, width(), 1), line);
    }
    if (lines_ & Qt::LeftEdge) {
        painter.fillRect(QRect(0, 0, 1, height()), line);
    }
    if (lines_ & Qt::RightEdge) {
        painter.fillRect(QRect(width() - 1, 0, 1, height()), line);
    }
}

} // namespace awb

#include "moc_pane.cpp"
