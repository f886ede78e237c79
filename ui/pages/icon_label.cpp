#include "ui/pages/icon_label.h"

#include "core/report_pdf/icon_painter.h"
#include "ui/style/style_theme.h"

#include <QPainter>

namespace awb
{

IconLabel::IconLabel(std::optional<tokens::IconId> icon, tokens::Role role, QWidget* parent)
    : QWidget(parent),
      icon_(icon),
      role_(role)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconLabel::setIcon(std::optional<tokens::IconId> icon, tokens::Role role)
{
    icon_ = icon;
    role_ = role;
    update();
}

QSize IconLabel::sizeHint() const
{
    const Theme theme = themeOf(this);
    return {static_cast<int>(theme.px(16)), static_cast<int>(theme.px(18))};
}

void IconLabel::paintEvent(QPaintEvent*)
{
    if (!icon_)
        return;
    const Theme theme = themeOf(this);
    QPainter painter(this);
    const double side = theme.px(16);
    IconPainter::paint(painter, QRectF(0, (height() - side) / 2, side, side), *icon_, theme.color(role_));
}

} // namespace awb

#include "moc_icon_label.cpp"
