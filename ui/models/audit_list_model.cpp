#include "ui/models/audit_list_model.h"

#include "core/audit/scorecard.h"
#include "core/foundation/units.h"

#include <algorithm>

namespace awb
{

namespace
{

QString bandWord(const QString& band)
{
    if (band == QLatin1String("production-ready")) {
        return AuditListModel::tr("Production-ready");
    }
    if (band == QLatin1String("some-gaps")) {
        return AuditListModel::tr("Some gaps");
    }
    if (band == QLatin1String("significant-technical-debt")) {
        return AuditListModel::tr("Significant debt");
    }
    return band == QLatin1String("high-risk") ? AuditListModel::tr("High risk") : QString();
}

} // namespace

AuditListModel::AuditListModel(int checkCount, QObject* parent)
    : QAbstractTableModel(parent),
      checkCount_(checkCount)
{
}

void AuditListModel::setAudits(QVector<AuditSummary> audits, const QDateTime& now)
{
    std::stable_sort(audits.begin(), audits.end(),
                     [](const AuditSummary& a, const AuditSummary& b) { return a.changed > b.changed; });
    beginResetModel();
    audits_ = std::move(audits);
    now_ = now;
    endResetModel();
}

int AuditListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(audits_.size());
}

int AuditListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString AuditListModel::lastEntry(const QDateTime& time) const
{
    const QDateTime local = time.toLocalTime();
    const QString clock = locale_.toString(local.time(), QStringLiteral("HH:mm"));
    if (local.date() == now_.toLocalTime().date()) {
        return tr("Last entry today, %1").arg(clock);
    }
    return tr("Last entry %1, %2").arg(locale_.toString(local.date(), QStringLiteral("d MMM yyyy")), clock);
}

QString AuditListModel::text(const AuditSummary& audit, int column) const
{
    switch (column) {
    case Name:
        return audit.meta.name.isEmpty() ? tr("Unnamed audit") : audit.meta.name;
    case Date:
        return locale_.toString(audit.meta.date.isValid() ? audit.meta.date
                                                          : audit.created.toLocalTime().date(),
                                QStringLiteral("d MMM yyyy"));
    case Score:
        return undecided(audit) > 0 ? tr("%1 of %2 so far").arg(audit.points).arg(audit.max)
                                    : tr("%1 of %2").arg(audit.points).arg(audit.max);
    case BandColumn:
        return undecided(audit) > 0 ? tr("In progress") : bandWord(audit.band);
    case State:
        return lastEntry(audit.changed);
    default:
        return {};
    }
}

QString AuditListModel::secondLine(const AuditSummary& audit, int column) const
{
    if (column == Name) {
        return audit.meta.target;
    }
    if (column != Score) {
        return {};
    }
    if (undecided(audit) > 0) {
        return tr("%n undecided", nullptr, undecided(audit));
    }
    return formatQuantity(percentOneDecimal(audit.points, audit.max), QStringLiteral("percent"), locale_);
}

QVariant AuditListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const AuditSummary& audit = audits_.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(audit, index.column());
    case Qt::ToolTipRole:
        return index.column() == Name ? text(audit, Name) + QLatin1Char('\n') + audit.meta.target : QString();
    case Qt::TextAlignmentRole:
        return QVariant((index.column() == Score ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case IdRole:
        return audit.id;
    case SecondLineRole:
        return secondLine(audit, index.column());
    case CountsRole:
        return QVariantList{audit.pass, audit.warn, audit.fail, audit.na, checkCount_};
    case BandRole:
        return undecided(audit) > 0 ? QString() : audit.band;
    case SearchRole:
        return QStringList{audit.meta.name, audit.meta.team, audit.meta.target, text(audit, Date)}.join(
            QLatin1Char('\n'));
    default:
        return {};
    }
}

QVariant AuditListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= ColumnCount) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant((section == Score ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    const QStringList titles{tr("Audit"), tr("Date"), tr("Marks"), tr("Score"), tr("Band"), tr("State")};
    return titles.at(section);
}

} // namespace awb

#include "moc_audit_list_model.cpp"
