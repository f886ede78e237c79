// The section table of the scorecard: a row a section, its score, and all of its checks as cells.
#pragma once

#include "core/audit/audit_result.h"

#include <QAbstractTableModel>

namespace awb
{

class ScorecardModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { SectionColumn, ScoreColumn, PercentColumn, FirstCheckColumn };
    enum Role { IdRole = Qt::UserRole + 200 }; // QString "2.2" of a check's cell

    explicit ScorecardModel(QObject* parent = nullptr);

    // The same checklist only repaints.
    void setResult(const AuditResult& result);
    QModelIndex indexOf(const QString& checkId) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Cell
    {
        QString id;
        QString name;
        Mark mark = Mark::Undecided;
        bool stale = false;
    };
    struct Row
    {
        SectionScore score;
        QVector<Cell> cells;
    };
    const Cell* cellAt(const QModelIndex& index) const;
    QVariant sectionData(const Row& row, int column, int role) const;
    QVariant cellData(const Cell& cell, int role) const;

    QVector<Row> rows_;
    int columns_ = FirstCheckColumn;
};

} // namespace awb
