#include "ui/pages/recent_delegate.h"

#include "core/report_pdf/score_painter.h"
#include "ui/models/audit_list_model.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/chip.h"

#include <QPainter>

namespace awb
{

namespace
{

using tokens::Role;

void paintLines(QPainter& painter, const QRectF& cell, const QModelIndex& index, const Theme& theme)
{
    const QString first = index.data().toString();
    const QString second = index.data(AuditListModel::SecondLineRole).toString();
    const int column = index.column();
    const bool strong = column == AuditListModel::Name || column == AuditListModel::Score;
    const auto align = index.data(Qt::TextAlignmentRole).value<Qt::Alignment>();
    const QRectF top =
        second.isEmpty() ? cell : QRectF(cell.left(), cell.top() + 6, cell.width(), cell.height() / 2 - 6);
    painter.setFont(
        theme.font(strong ? tokens::Type::BodyStrong
                          : (column == AuditListModel::State ? tokens::Type::Small : tokens::Type::Body)));
    painter.setPen(theme.color(strong ? Role::Text : Role::Text2));
    painter.drawText(top, int(align),
                     painter.fontMetrics().elidedText(first, Qt::ElideRight, int(cell.width())));
    if (second.isEmpty()) {
        return;
    }
    painter.setFont(theme.font(tokens::Type::Small));
    painter.setPen(theme.color(Role::Text2));
    painter.drawText(QRectF(cell.left(), cell.center().y(), cell.width(), cell.height() / 2 - 6), int(align),
                     painter.fontMetrics().elidedText(second, Qt::ElideRight, int(cell.width())));
}

void paintMarks(QPainter& painter, const QRectF& cell, const QModelIndex& index, const Theme& theme)
{
    const QVariantList counts = index.data(AuditListModel::CountsRole).toList();
    if (counts.size() < 5) {
        return;
    }
    const double height = theme.px(8);
    ScorePainter::paintMarks(
        painter,
        QRectF(cell.left(), cell.center().y() - height / 2, qMin(cell.width(), theme.px(180)), height),
        {counts.at(0).toInt(), counts.at(1).toInt(), counts.at(2).toInt(), counts.at(3).toInt(),
         counts.at(4).toInt()},
        theme);
}

} // namespace

void RecentDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const
{
    const Theme theme = themeOf(option.widget);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver;
    painter->fillRect(option.rect,
                      theme.color(selected ? Role::Select : (hovered ? Role::Hover : Role::Panel)));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      theme.color(Role::Line));
    const QRectF cell = QRectF(option.rect).adjusted(12, 0, -12, -1);
    switch (index.column()) {
    case AuditListModel::Marks:
        paintMarks(*painter, cell, index, theme);
        break;
    case AuditListModel::BandColumn:
        ChipPainter::paint(*painter, cell,
                           bandChip(index.data(AuditListModel::BandRole).toString(), index.data().toString()),
                           theme);
        break;
    default:
        paintLines(*painter, cell, index, theme);
    }
    painter->restore();
}

QSize RecentDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {80, int(themeOf(option.widget).px(52))};
}

} // namespace awb

#include "moc_recent_delegate.cpp"
