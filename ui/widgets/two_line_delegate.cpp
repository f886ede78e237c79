#include "ui/widgets/two_line_delegate.h"

#include "core/report_pdf/icon_painter.h"
#include "ui/style/awb_style.h"
#include "ui/style/style_theme.h"

#include <QPainter>

#include <cmath>

namespace awb
{

using tokens::Role;

TwoLineDelegate::TwoLineDelegate(Badge badge, QObject* parent) : QStyledItemDelegate(parent), badge_(badge) {}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    const Theme theme = themeOf(option.widget);
    const double lines = theme.lineHeight(tokens::Type::BodyStrong) + theme.lineHeight(tokens::Type::Small);
    const double padding = theme.px(badge_ == Badge::Step ? 22 : 12);
    return {static_cast<int>(theme.px(120)), static_cast<int>(std::ceil(lines + padding))};
}

void TwoLineDelegate::paintGround(QPainter& painter, const QStyleOptionViewItem& option,
                                  const Theme& theme) const
{
    const QRectF row(option.rect);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hover = option.state.testFlag(QStyle::State_MouseOver);
    const QColor fill = theme.color(selected ? Role::Select : Role::Hover);
    if (badge_ == Badge::Step) {
        if (selected || hover)
            drawRounded(painter, row.adjusted(0, theme.px(2), 0, -theme.px(2)),
                        theme.px(tokens::radius::control), fill, QColor());
    } else {
        if (selected || hover)
            painter.fillRect(row, fill);
        painter.fillRect(QRectF(row.left(), row.bottom() - 1, row.width(), 1), theme.color(Role::Line));
    }
    if (option.state.testFlag(QStyle::State_HasFocus))
        drawRounded(painter, row.adjusted(1, 1, -1, -2), theme.px(tokens::radius::bar), QColor(),
                    theme.color(Role::Focus), 1.5);
}

void TwoLineDelegate::paintBadge(QPainter& painter, const QRectF& row, bool selected,
                                 const QModelIndex& index, const Theme& theme) const
{
    const QString text = index.data(BadgeRole).toString();
    if (text.isEmpty())
        return;
    if (badge_ == Badge::Cap) {
        const double side = theme.px(tokens::size::key);
        drawKeyCap(painter, QRectF(row.left() + theme.px(12), row.center().y() - side / 2, side, side), text,
                   theme, {theme.color(Role::Panel), theme.color(Role::LineStrong), theme.color(Role::Text)});
        return;
    }
    const double side = theme.px(24);
    const QRectF disc(row.left() + theme.px(12), row.center().y() - side / 2, side, side);
    const bool done = index.data(StepDoneRole).toBool() && !selected;
    drawRounded(painter, disc, side / 2,
                theme.color(selected ? Role::Accent
                            : done   ? Role::PassTint
                                     : Role::Panel),
                selected || done ? QColor() : theme.color(Role::LineStrong));
    if (done) {
        const double icon = theme.px(14);
        IconPainter::paint(painter,
                           QRectF(disc.center().x() - icon / 2, disc.center().y() - icon / 2, icon, icon),
                           tokens::IconId::Check, theme.color(Role::PassText));
        return;
    }
    painter.setFont(theme.font(tokens::Type::Small, 700));
    painter.setPen(theme.color(selected ? Role::OnAccent : Role::Text2));
    painter.drawText(disc, Qt::AlignCenter, text);
}

void TwoLineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    const Theme theme = themeOf(option.widget);
    const QRectF row(option.rect);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(*painter, option, theme);
    paintBadge(*painter, row, selected, index, theme);
    const double badge = badge_ == Badge::None ? 0 : badge_ == Badge::Cap ? theme.px(32) : theme.px(36);
    QRectF text = row.adjusted(theme.px(12) + badge, 0, -theme.px(12), 0);
    const QString trailing = index.data(TrailingRole).toString();
    if (!trailing.isEmpty()) {
        painter->setFont(theme.font(tokens::Type::Body));
        painter->setPen(theme.color(Role::Text2));
        const double width = painter->fontMetrics().horizontalAdvance(trailing) + 1.0;
        painter->drawText(text, static_cast<int>(Qt::AlignRight | Qt::AlignVCenter), trailing);
        text.setRight(text.right() - width - theme.px(8));
    }
    const double first = theme.lineHeight(tokens::Type::BodyStrong);
    const double second = theme.lineHeight(tokens::Type::Small);
    const double top = row.center().y() - (first + second) / 2;
    const auto line = [&](double y, double height, const QString& words, tokens::Type type, Role role) {
        painter->setFont(theme.font(type));
        painter->setPen(theme.color(role));
        painter->drawText(QRectF(text.left(), y, text.width(), height),
                          static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
                          QFontMetricsF(painter->font()).elidedText(words, Qt::ElideRight, text.width()));
    };
    line(top, first, index.data().toString(), tokens::Type::BodyStrong, Role::Text);
    line(top + first, second, index.data(SecondLineRole).toString(), tokens::Type::Small, Role::Text2);
    painter->restore();
}

} // namespace awb

#include "moc_two_line_delegate.cpp"
