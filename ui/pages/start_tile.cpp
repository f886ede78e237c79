#include "ui/pages/start_tile.h"

#include "core/report_pdf/icon_painter.h"
#include "ui/style/awb_style.h"
#include "ui/style/style_theme.h"

#include <QPainter>

namespace awb
{

StartTile::StartTile(tokens::IconId icon, const QString& title, const QString& text, const QString& key,
                     bool primary, QWidget* parent)
    : QAbstractButton(parent),
      icon_(icon),
      detail_(text),
      key_(key),
      primary_(primary)
{
    setText(title);
    setAccessibleDescription(text);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize StartTile::sizeHint() const
{
    const Theme theme = themeOf(this);
    const QFontMetrics heading(theme.font(tokens::Type::Heading));
    const QFontMetrics small(theme.font(tokens::Type::Small));
    const int first = heading.horizontalAdvance(text()) + int(keyCapWidth(theme, key_)) + 16;
    const int words = qMax(first, small.horizontalAdvance(detail_));
    return {words + int(theme.px(16 + 40 + 12 + 16)), int(theme.px(84))};
}

void StartTile::paintEvent(QPaintEvent*)
{
    using tokens::Role;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme theme = themeOf(this);
    const double radius = theme.px(tokens::radius::card);
    const QRectF frame(rect());
    drawRounded(painter, frame, radius, theme.color(underMouse() ? Role::Hover : Role::Panel),
                theme.color(Role::Line));
    if (hasFocus()) {
        drawRounded(painter, frame, radius, Qt::transparent, theme.color(Role::Focus), 2);
    }
    const double side = theme.px(40);
    const QRectF tile(frame.left() + theme.px(14), frame.center().y() - side / 2, side, side);
    drawRounded(painter, tile, theme.px(6), theme.color(primary_ ? Role::Accent : Role::Select),
                Qt::transparent, 0);
    const double icon = theme.px(tokens::size::iconLarge);
    IconPainter::paint(painter,
                       QRectF(tile.center().x() - icon / 2, tile.center().y() - icon / 2, icon, icon), icon_,
                       theme.color(primary_ ? Role::OnAccent : Role::AccentText));
    const double keyWidth = keyCapWidth(theme, key_);
    const double left = tile.right() + theme.px(12);
    const QRectF title(left, frame.center().y() - theme.px(22),
                       frame.right() - theme.px(14) - left - keyWidth, theme.px(22));
    painter.setFont(theme.font(tokens::Type::Heading));
    painter.setPen(theme.color(Role::Text));
    painter.drawText(title, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, int(title.width())));
    const double keyHeight = theme.px(tokens::size::key);
    drawKeyCap(painter,
               QRectF(frame.right() - theme.px(14) - keyWidth, title.center().y() - keyHeight / 2, keyWidth,
                      keyHeight),
               key_, theme, keyCapColors(theme));
    const QRectF detail(left, frame.center().y() + theme.px(2), frame.right() - theme.px(14) - left,
                        theme.px(18));
    painter.setFont(theme.font(tokens::Type::Small));
    painter.setPen(theme.color(Role::Text2));
    painter.drawText(detail, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(detail_, Qt::ElideRight, int(detail.width())));
}

} // namespace awb

#include "moc_start_tile.cpp"
