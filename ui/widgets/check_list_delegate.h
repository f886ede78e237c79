// The list of the walk: sections with a bar of marks and points, checks with number, name, flag, clock and
// mark.
#pragma once

#include "core/report_pdf/theme.h"

#include <QStyledItemDelegate>

QT_BEGIN_NAMESPACE
class QTreeView;
QT_END_NAMESPACE

namespace awb
{

// For a QTreeView set up by setUpCheckList(): the delegate draws the chevron of a section itself. Roles:
// DisplayRole is the name; NumberRole, SectionRole, CountsRole, PointsRole, MaxPointsRole, FlaggedRole,
// StaleRole, GlyphRole, FilledRole of cell_roles.h.
class CheckListDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

private:
    void paintSection(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                      const Theme& theme) const;
    void paintCheck(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                    const Theme& theme) const;
};

// No header, no indentation, a click on a section opens or closes it, the delegate installed.
void setUpCheckList(QTreeView* view);

} // namespace awb
