#include "ui/widgets/cell_delegates.h"

#include "core/report_pdf/ruler_painter.h"
#include "ui/style/awb_style.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/cell_roles.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace awb
{
namespace
{

using tokens::Role;

QFont cellFont(const QModelIndex& index, const Theme& theme)
{
    const bool strong = index.data(StrongRole).toBool();
    if (index.data(MonoRole).toBool()) {
        QFont font = theme.evidenceFont(index.data().toString(), tokens::Type::Number);
        font.setWeight(strong ? QFont::Bold : QFont::Normal);
        return font;
    }
    return theme.font(strong ? tokens::Type::BodyStrong : tokens::Type::Body);
}

} // namespace

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    const Theme theme = themeOf(option.widget);
    const QRect rect = option.rect;
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(rect, theme.color(Role::Select));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(rect, theme.color(Role::Hover));
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color(Role::Line));
    const double pad = theme.px(12);
    paintCell(*painter, QRectF(rect).adjusted(pad, 0, -pad, -1), option, index, theme);
    if (option.state.testFlag(QStyle::State_HasFocus))
        drawRounded(*painter, QRectF(rect).adjusted(1, 1, -1, -2), theme.px(tokens::radius::bar), QColor(),
                    theme.color(Role::Focus), 1.5);
    painter->restore();
}

void CellDelegate::paintCell(QPainter& painter, const QRectF& cell, const QStyleOptionViewItem& option,
                             const QModelIndex& index, const Theme& theme) const
{
    Q_UNUSED(option)
    const QString text = index.data().toString();
    const QFont font = cellFont(index, theme);
    const QVariant alignment = index.data(Qt::TextAlignmentRole);
    const int align = alignment.isValid() ? alignment.toInt() : static_cast<int>(Qt::AlignLeft);
    painter.setFont(font);
    painter.setPen(theme.color(index.data(QuietRole).toBool() ? Role::Text2 : Role::Text));
    const QFontMetricsF metrics(font, painter.device());
    const QString shown = metrics.horizontalAdvance(text) > cell.width()
                              ? metrics.elidedText(text, Qt::ElideRight, cell.width())
                              : text;
    painter.drawText(cell, (align & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter | Qt::TextSingleLine, shown);
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme theme = themeOf(option.widget);
    const QFontMetricsF metrics(cellFont(index, theme));
    const double width = metrics.horizontalAdvance(index.data().toString()) + theme.px(24) + 2;
    const double height = std::max(theme.px(tokens::size::row), metrics.height() + theme.px(8));
    return {static_cast<int>(std::ceil(width)), static_cast<int>(std::ceil(height))};
}

bool CellDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                             const QModelIndex& index)
{
    const bool own = !index.data(Qt::ToolTipRole).toString().isEmpty();
    if (event->type() != QEvent::ToolTip || own)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    // Only what is cut off, and never as HTML.
    const bool cut = sizeHint(option, index).width() > option.rect.width();
    QToolTip::showText(event->globalPos(), cut ? index.data().toString().toHtmlEscaped() : QString(), view);
    return true;
}

void MarkDelegate::paintCell(QPainter& painter, const QRectF& cell, const QStyleOptionViewItem& option,
                             const QModelIndex& index, const Theme& theme) const
{
    const QVariant glyph = index.data(GlyphRole);
    const double side = theme.px(tokens::size::mark);
    const bool alone = index.data().toString().isEmpty();
    const double left = alone ? cell.center().x() - side / 2 : cell.left();
    if (glyph.isValid())
        MarkPainter::paint(painter, QRectF(left, cell.center().y() - side / 2, side, side),
                           static_cast<MarkGlyph>(glyph.toInt()), index.data(FilledRole).toBool(), theme);
    if (!alone)
        CellDelegate::paintCell(painter, cell.adjusted(side + theme.px(8), 0, 0, 0), option, index, theme);
}

void MiniRulerDelegate::paintCell(QPainter& painter, const QRectF& cell, const QStyleOptionViewItem& option,
                                  const QModelIndex& index, const Theme& theme) const
{
    const QVariant ruler = index.data(RulerRole);
    if (!ruler.canConvert<ValueRuler>()) {
        CellDelegate::paintCell(painter, cell, option, index, theme);
        return;
    }
    QRectF track(cell);
    track.setWidth(std::min(cell.width(), theme.px(124)));
    RulerPainter::paintMini(painter, track, ruler.value<ValueRuler>(), theme);
}

void ProgressDelegate::paintCell(QPainter& painter, const QRectF& cell, const QStyleOptionViewItem& option,
                                 const QModelIndex& index, const Theme& theme) const
{
    const QVariant progress = index.data(ProgressRole);
    if (!progress.isValid()) {
        CellDelegate::paintCell(painter, cell, option, index, theme);
        return;
    }
    const double height = theme.px(6);
    const double text = index.data().toString().isEmpty() ? 0 : theme.px(56);
    const QRectF groove(cell.left(), cell.center().y() - height / 2,
                        std::max(theme.px(24), cell.width() - text), height);
    drawRounded(painter, groove, theme.px(tokens::radius::bar), theme.color(Role::Sunken), QColor());
    const double share = progress.toDouble();
    QRectF done(groove);
    if (share < 0)
        done = QRectF(groove.left() + groove.width() * 0.4, groove.top(), groove.width() * 0.2, height);
    else
        done.setWidth(groove.width() * std::min(share, 1.0));
    if (done.width() > 0)
        drawRounded(painter, done, std::min(theme.px(tokens::radius::bar), done.width() / 2),
                    theme.color(Role::Accent), QColor());
    if (text > 0)
        CellDelegate::paintCell(
            painter, QRectF(groove.right() + theme.px(8), cell.top(), text - theme.px(8), cell.height()),
            option, index, theme);
}

void ChipDelegate::paintCell(QPainter& painter, const QRectF& cell, const QStyleOptionViewItem& option,
                             const QModelIndex& index, const Theme& theme) const
{
    const QVariant chip = index.data(ChipRole);
    if (chip.canConvert<ChipContent>())
        ChipPainter::paint(painter, cell, chip.value<ChipContent>(), theme);
    else
        CellDelegate::paintCell(painter, cell, option, index, theme);
}

} // namespace awb

#include "moc_cell_delegates.cpp"
