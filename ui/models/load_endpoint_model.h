// The endpoints of a load run as a table: state, requests, p99 with its interval, and a small ruler.
#pragma once

#include "ui/presenters/load_view.h"

#include <QAbstractTableModel>

namespace awb
{

class LoadEndpointModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Requests, P99, Interval, Ruler, ColumnCount };

    explicit LoadEndpointModel(QObject* parent = nullptr);
    // Repaints the cells; the rows are made anew only when other endpoints come.
    void setRows(const QVector<LoadEndpointRow>& rows, double limitMs);
    const QVector<LoadEndpointRow>& rows() const { return rows_; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const LoadEndpointRow& row, int column) const;

    QVector<LoadEndpointRow> rows_;
    double limitMs_ = 0;
};

} // namespace awb
