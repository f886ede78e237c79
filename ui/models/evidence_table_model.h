// The rows of one evidence table. JSON values become text here, by the one formatter; sorting is by value.
#pragma once

#include "core/audit/facts.h"

#include <QAbstractTableModel>
#include <QLocale>

namespace awb
{

class EvidenceTableModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role {
        SortRole = Qt::UserRole + 1, // number or text
        // GlyphRole of cell_roles.h: of a cell that judges, left of its word
        CodeRole,    // bool: mono, shown as it is
        NumberRole,  // bool: right-aligned figures
        PriorityRole // int, of a header section: 1 always shown … 3 first to go
    };

    explicit EvidenceTableModel(QObject* parent = nullptr);
    void setTable(const Table& table, const QLocale& locale = QLocale());
    // The same rows with other words in them: sorting and selection stay.
    void updateRows(const QVector<QVector<QJsonValue>>& rows);
    const Table& table() const { return table_; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    // Tab-separated, with the head: for the clipboard.
    QString toText() const;

private:
    QString cellText(const Column& column, const QJsonValue& value) const;

    Table table_;
    QLocale locale_;
};

} // namespace awb
