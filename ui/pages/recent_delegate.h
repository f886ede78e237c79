// Rows of the recent audits: two lines, a bar of marks, the band as a chip. Never a widget in a cell.
#pragma once

#include <QStyledItemDelegate>

namespace awb
{

class RecentDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace awb
