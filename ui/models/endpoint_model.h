// The endpoint inventory as a table: asked or left out, public, read or write, weight, rate, and who says so.
#pragma once

#include "core/probe/endpoint_source.h"

#include <QAbstractTableModel>

namespace awb
{

class EndpointModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Asked, Name, Public, Kind, Weight, Rate, Note, ColumnCount };
    enum Role : int { IconRole = 0x0100 + 200, TitleRole }; // int of tokens::IconId; QString "GET /users"

    explicit EndpointModel(QObject* parent = nullptr);
    // Repaints the cells; the rows are made anew only when other endpoints come.
    void setEndpoints(const QVector<KnownEndpoint>& endpoints, bool canEdit);
    const QVector<KnownEndpoint>& endpoints() const { return endpoints_; }
    static bool isSwitch(int column) { return column == Asked || column == Public || column == Kind; }
    // The two words of a switch: on, off.
    static QStringList switchWords(int column);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void numberEntered(const QString& title, int column, double value);

private:
    QString text(const KnownEndpoint& endpoint, int column) const;
    QString note(const KnownEndpoint& endpoint) const;
    bool isSaid(const KnownEndpoint& endpoint, int column) const;

    QVector<KnownEndpoint> endpoints_;
    bool canEdit_ = false;
};

} // namespace awb
