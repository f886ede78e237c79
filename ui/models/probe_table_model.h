// The probes as a flat table: a heading a source, then its probes. Progress changes cells only.
#pragma once

#include "ui/presenters/probes_presenter.h"

#include <QAbstractTableModel>

namespace awb
{

class ProbeTableModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        StateIconColumn,
        TitleColumn,
        ChecksColumn,
        StateColumn,
        ResultColumn,
        TimeColumn,
        ColumnCount
    };
    enum Role {
        IdRole = Qt::UserRole + 300, // QString of a probe; empty: a heading
        PhaseRole,                   // int of ProbePhase
        IconRole,                    // int of tokens::IconId, of a heading or a state
        TargetRole,                  // QString, of a heading
        OverRole                     // QString "8 of 9 done", of a heading
    };

    explicit ProbeTableModel(QObject* parent = nullptr);

    void setGroups(const QVector<ProbeGroup>& groups);                         // another list
    void update(const QVector<ProbeGroup>& groups, const QStringList& probes); // the same list, new states
    QModelIndex indexOf(const QString& probeId) const;
    QVector<int> headings() const;
    int spin() const { return spin_; }
    void advance(); // the running sign turns

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row
    {
        int group = 0;
        int probe = -1; // -1: the heading
    };
    QVariant headingData(const ProbeGroup& group, int role) const;
    QVariant probeData(const ProbeView& view, int column, int role) const;

    QVector<ProbeGroup> groups_;
    QVector<Row> rows_;
    int spin_ = 0;
};

} // namespace awb
