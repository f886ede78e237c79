// The 71 checks under their nine sections, with what the audit says of each. Roles: ui/widgets/cell_roles.h.
#pragma once

#include "core/audit/audit_result.h"

#include <QAbstractItemModel>
#include <QSet>
#include <QSortFilterProxyModel>

namespace awb
{

class CheckListModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole + 200, MarkRole }; // QString "2.2"; int of Mark

    explicit CheckListModel(QObject* parent = nullptr);

    // The same checks in the same order only repaint; anything else resets the model.
    void setResult(const AuditResult& result);
    QModelIndex indexOf(const QString& checkId) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Group
    {
        SectionScore score;
        QVector<CheckResult> checks;
    };
    static QVector<Group> groupsOf(const AuditResult& result);
    bool sameShape(const QVector<Group>& groups) const;
    QVariant sectionData(const Group& group, int role) const;
    QVariant checkData(const CheckResult& check, int role) const;

    QVector<Group> groups_;
};

// Shows the checks whose ids it is given; a section stays while one of its checks is shown.
class CheckFilterModel final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit CheckFilterModel(QObject* parent = nullptr);
    void setVisible(const QSet<QString>& checkIds);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QSet<QString> visible_;
};

} // namespace awb
