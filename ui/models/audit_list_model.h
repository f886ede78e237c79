// The audits of a store, newest change first. A model only, no widget a row: 1,000 audits open at once.
#pragma once

#include "core/store/audit_store.h"

#include <QAbstractTableModel>
#include <QLocale>

namespace awb
{

class AuditListModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Date, Marks, Score, BandColumn, State, ColumnCount };
    enum Role {
        IdRole = Qt::UserRole + 1, // QString
        SecondLineRole,            // QString: host, percent
        CountsRole,                // QVariantList of int: pass warn fail na total
        BandRole,                  // QString: band id, empty while undecided checks are left
        SearchRole                 // QString: name, team, host, date
    };

    explicit AuditListModel(int checkCount, QObject* parent = nullptr);
    void setAudits(QVector<AuditSummary> audits, const QDateTime& now);
    const AuditSummary& at(int row) const { return audits_.at(row); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const AuditSummary& audit, int column) const;
    QString secondLine(const AuditSummary& audit, int column) const;
    QString lastEntry(const QDateTime& time) const;
    int undecided(const AuditSummary& audit) const { return checkCount_ - audit.decided; }

    int checkCount_;
    QVector<AuditSummary> audits_;
    QDateTime now_;
    QLocale locale_;
};

} // namespace awb
