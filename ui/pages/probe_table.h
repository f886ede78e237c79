// The list of probes: outline mark, spinner or sign, name, checks, state, progress or result, time.
#pragma once

#include "ui/widgets/cell_delegates.h"

#include <QTableView>
#include <QTimer>

namespace awb
{

class ProbeTableModel;

class ProbeDelegate : public CellDelegate
{
    Q_OBJECT
public:
    using CellDelegate::CellDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

protected:
    void paintCell(QPainter& painter, const QRectF& cell, const QStyleOptionViewItem& option,
                   const QModelIndex& index, const Theme& theme) const override;

private:
    void paintHeading(QPainter& painter, const QRect& row, const QModelIndex& index,
                      const Theme& theme) const;
    void paintState(QPainter& painter, const QRectF& cell, const QModelIndex& index,
                    const Theme& theme) const;
    void paintProgress(QPainter& painter, const QRectF& cell, const QStyleOptionViewItem& option,
                       const QModelIndex& index, const Theme& theme) const;
};

class ProbeTableView : public QTableView
{
    Q_OBJECT
public:
    explicit ProbeTableView(QWidget* parent = nullptr);

    void setProbes(ProbeTableModel* model);
    void setRunning(bool running);
    QString currentProbe() const;
    void setCurrentProbe(const QString& id);

Q_SIGNALS:
    void currentProbeChanged(const QString& id);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    void applyTheme();
    void fit();
    void span();

    ProbeTableModel* probes_ = nullptr;
    QTimer spinner_;
};

} // namespace awb
