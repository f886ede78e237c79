// The comparison check by check, under its groups.
#pragma once

#include "ui/presenters/snapshots_presenter.h"

#include <QAbstractTableModel>

namespace awb
{

class ComparisonModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        CheckColumn,
        TitleColumn,
        MarksColumn,
        BeforeColumn,
        AfterColumn,
        DeltaColumn,
        CauseColumn,
        WhyColumn,
        ColumnCount
    };
    enum Role { IdRole = Qt::UserRole + 400, BeforeGlyphRole, AfterGlyphRole, KindRole };

    explicit ComparisonModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}
    void setRows(const QVector<ChangeRow>& rows, const QString& before, const QString& after);
    QVector<int> headings() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVector<ChangeRow> rows_;
    QString before_;
    QString after_;
};

} // namespace awb
