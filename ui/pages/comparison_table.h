// The comparison as a table: groups, a pair of marks, values, cause.
#pragma once

#include "ui/widgets/cell_delegates.h"

#include <QTableView>

namespace awb
{

class ComparisonModel;

class ComparisonDelegate : public CellDelegate
{
    Q_OBJECT
public:
    using CellDelegate::CellDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

protected:
    void paintCell(QPainter& painter, const QRectF& cell, const QStyleOptionViewItem& option,
                   const QModelIndex& index, const Theme& theme) const override;
};

class ComparisonTable : public QTableView
{
    Q_OBJECT
public:
    explicit ComparisonTable(QWidget* parent = nullptr);
    void setComparison(ComparisonModel* model);
    QString currentCheck() const;

Q_SIGNALS:
    void currentCheckChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
    void span();

    ComparisonModel* comparison_ = nullptr;
};

} // namespace awb
