// Delegates of evidence tables: a thin line under each row, figures in mono, marks, mini rulers, progress and
// chips painted from the model's roles (cell_roles.h). Never a widget in a cell.
#pragma once

#include "core/report_pdf/theme.h"

#include <QStyledItemDelegate>

namespace awb
{

// Text. Elided on the right, the whole text as tooltip; numbers stand where the model's alignment puts them.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

protected:
    // The cell without its background, line and focus ring, which are there already.
    virtual void paintCell(QPainter& painter, const QRectF& cell, const QStyleOptionViewItem& option,
                           const QModelIndex& index, const Theme& theme) const;
};

// GlyphRole, FilledRole; DisplayRole stands right of the mark if there is one.
class MarkDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

protected:
    void paintCell(QPainter& painter, const QRectF& cell, const QStyleOptionViewItem& option,
                   const QModelIndex& index, const Theme& theme) const override;
};

// RulerRole; without one, the text.
class MiniRulerDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

protected:
    void paintCell(QPainter& painter, const QRectF& cell, const QStyleOptionViewItem& option,
                   const QModelIndex& index, const Theme& theme) const override;
};

// ProgressRole, with DisplayRole ("62 %") right of the bar; without a ProgressRole, the text.
class ProgressDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

protected:
    void paintCell(QPainter& painter, const QRectF& cell, const QStyleOptionViewItem& option,
                   const QModelIndex& index, const Theme& theme) const override;
};

// ChipRole; without one, the text.
class ChipDelegate : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

protected:
    void paintCell(QPainter& painter, const QRectF& cell, const QStyleOptionViewItem& option,
                   const QModelIndex& index, const Theme& theme) const override;
};

} // namespace awb
