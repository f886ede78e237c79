// The table of the endpoint inventory: every cell reached by the arrows; Space or Enter turns a switch, a
// digit, F2 or Enter edits a number.
#pragma once

#include "ui/widgets/cell_delegates.h"

#include <QTableView>

QT_BEGIN_NAMESPACE
class QSortFilterProxyModel;
QT_END_NAMESPACE

namespace awb
{

class EndpointModel;

// An icon before the word; the editor of a number.
class EndpointDelegate : public CellDelegate
{
    Q_OBJECT
public:
    using CellDelegate::CellDelegate;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;

protected:
    void paintCell(QPainter& painter, const QRectF& cell, const QStyleOptionViewItem& option,
                   const QModelIndex& index, const Theme& theme) const override;
};

class EndpointTable : public QTableView
{
    Q_OBJECT
public:
    explicit EndpointTable(EndpointModel* model, QWidget* parent = nullptr);

    void setFilter(const QString& text); // of the method and path
    QString currentTitle() const;        // "GET /users"; empty: no row

Q_SIGNALS:
    void switched(const QString& title, int column); // the other of its two values is wanted

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    bool turn(const QModelIndex& at);
    void fit();

    QSortFilterProxyModel* shown_;
};

} // namespace awb
