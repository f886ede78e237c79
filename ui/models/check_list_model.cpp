#include "ui/models/check_list_model.h"

#include "ui/presenters/check_view.h"
#include "ui/widgets/cell_roles.h"

#include <QCoreApplication>

namespace awb
{

namespace
{

// Rows of checks carry their section's row + 1 as internal id; sections carry 0.
constexpr quintptr kSection = 0;

} // namespace

CheckListModel::CheckListModel(QObject* parent) : QAbstractItemModel(parent) {}

QVector<CheckListModel::Group> CheckListModel::groupsOf(const AuditResult& result)
{
    QVector<Group> groups;
    for (const SectionScore& section : result.score.sections) {
        groups.append({section, {}});
    }
    for (const CheckResult& check : result.checks) {
        for (Group& group : groups) {
            if (group.score.number == check.check.section) {
                group.checks.append(check);
            }
        }
    }
    return groups;
}

bool CheckListModel::sameShape(const QVector<Group>& groups) const
{
    if (groups.size() != groups_.size()) {
        return false;
    }
    for (qsizetype i = 0; i < groups.size(); ++i) {
        if (groups.at(i).checks.size() != groups_.at(i).checks.size()) {
            return false;
        }
    }
    return !groups.isEmpty();
}

void CheckListModel::setResult(const AuditResult& result)
{
    QVector<Group> groups = groupsOf(result);
    if (!sameShape(groups)) {
        beginResetModel();
        groups_ = std::move(groups);
        endResetModel();
        return;
    }
    groups_ = std::move(groups);
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex section = index(row, 0);
        Q_EMIT dataChanged(index(0, 0, section), index(rowCount(section) - 1, 0, section));
    }
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0));
}

QModelIndex CheckListModel::indexOf(const QString& checkId) const
{
    for (qsizetype s = 0; s < groups_.size(); ++s) {
        const QVector<CheckResult>& checks = groups_.at(s).checks;
        for (qsizetype c = 0; c < checks.size(); ++c) {
            if (checks.at(c).check.id == checkId) {
                return createIndex(int(c), 0, quintptr(s) + 1);
            }
        }
    }
    return {};
}

QModelIndex CheckListModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : kSection);
}

QModelIndex CheckListModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalId() == kSection) {
        return {};
    }
    return createIndex(int(child.internalId()) - 1, 0, kSection);
}

int CheckListModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid()) {
        return int(groups_.size());
    }
    return parent.internalId() == kSection ? int(groups_.at(parent.row()).checks.size()) : 0;
}

int CheckListModel::columnCount(const QModelIndex&) const
{
    return 1;
}

QVariant CheckListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    if (index.internalId() == kSection) {
        return sectionData(groups_.at(index.row()), role);
    }
    return checkData(groups_.at(qsizetype(index.internalId()) - 1).checks.at(index.row()), role);
}

QVariant CheckListModel::sectionData(const Group& group, int role) const
{
    const SectionScore& score = group.score;
    switch (role) {
    case Qt::DisplayRole:
        return QStringLiteral("%1. %2").arg(score.number).arg(score.title);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tr("%1. %2: %3 of %4 points, %5 of %6 decided")
            .arg(score.number)
            .arg(score.title)
            .arg(score.points)
            .arg(score.max)
            .arg(score.decided)
            .arg(score.strictMax);
    case IdRole:
        return QString::number(score.number);
    case SectionRole:
        return true;
    case CountsRole:
        return QVariant::fromValue(MarkCounts{score.pass, score.warn, score.fail, score.na, score.strictMax});
    case PointsRole:
        return QString::number(score.points);
    case MaxPointsRole:
        return QString::number(score.max);
    default:
        return {};
    }
}

QVariant CheckListModel::checkData(const CheckResult& check, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return check.check.shortName;
    case Qt::ToolTipRole:
        return check.check.id + QLatin1Char(' ') + check.check.check;
    case Qt::AccessibleTextRole:
        return tr("%1 %2: %3").arg(check.check.id, check.check.shortName, awb::markWord(check.mark()));
    case IdRole:
    case NumberRole:
        return check.check.id;
    case SectionRole:
        return false;
    case MarkRole:
        return int(check.mark());
    case GlyphRole:
        return int(glyphFor(check.mark())); // a suggestion never fills it
    case FilledRole:
        return check.mark() != Mark::Undecided;
    case FlaggedRole:
        return check.judgment.flagged;
    case StaleRole:
        return !check.stale.cause.isEmpty();
    default:
        return {};
    }
}

CheckFilterModel::CheckFilterModel(QObject* parent) : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
}

void CheckFilterModel::setVisible(const QSet<QString>& checkIds)
{
    if (visible_ != checkIds) {
        visible_ = checkIds;
        invalidateFilter();
    }
}

bool CheckFilterModel::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    return !index.data(SectionRole).toBool() &&
           visible_.contains(index.data(CheckListModel::IdRole).toString());
}

} // namespace awb

#include "moc_check_list_model.cpp"
