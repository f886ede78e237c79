#include "ui/models/probe_table_model.h"

#include "design_tokens.h"
#include "ui/widgets/cell_roles.h"

namespace awb
{

namespace
{

tokens::IconId sourceIcon(ProbeSource source)
{
    switch (source) {
    case ProbeSource::Postgres:
    case ProbeSource::PgBouncer:
        return tokens::IconId::Db;
    case ProbeSource::Redis:
        return tokens::IconId::Bolt;
    case ProbeSource::Http:
        return tokens::IconId::Globe;
    case ProbeSource::Prometheus:
        return tokens::IconId::Chart;
    case ProbeSource::Repository:
        return tokens::IconId::Repo;
    case ProbeSource::Logs:
        return tokens::IconId::File;
    }
    return tokens::IconId::Db;
}

std::optional<tokens::IconId> phaseIcon(ProbePhase phase)
{
    switch (phase) {
    case ProbePhase::NotRun:
    case ProbePhase::Running:
    case ProbePhase::NotMeasured:
        return std::nullopt;
    case ProbePhase::Waiting:
        return tokens::IconId::Clock;
    case ProbePhase::Done:
        return tokens::IconId::Check;
    case ProbePhase::Failed:
        return tokens::IconId::Warn;
    case ProbePhase::Stopped:
        return tokens::IconId::Stop;
    case ProbePhase::NotAllowed:
        return tokens::IconId::Lock;
    }
    return std::nullopt;
}

} // namespace

ProbeTableModel::ProbeTableModel(QObject* parent) : QAbstractTableModel(parent) {}

void ProbeTableModel::setGroups(const QVector<ProbeGroup>& groups)
{
    beginResetModel();
    groups_ = groups;
    rows_.clear();
    for (int group = 0; group < groups_.size(); ++group) {
        rows_.append({group, -1});
        for (int probe = 0; probe < groups_.at(group).probes.size(); ++probe)
            rows_.append({group, probe});
    }
    endResetModel();
}

void ProbeTableModel::update(const QVector<ProbeGroup>& groups, const QStringList& probes)
{
    groups_ = groups;
    for (int row = 0; row < rows_.size(); ++row) {
        const Row& at = rows_.at(row);
        const ProbeGroup& group = groups_.at(at.group);
        if (at.probe < 0) {
            Q_EMIT dataChanged(index(row, 0), index(row, 0)); // its count
            continue;
        }
        if (probes.contains(group.probes.at(at.probe).id))
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

QModelIndex ProbeTableModel::indexOf(const QString& probeId) const
{
    for (int row = 0; row < rows_.size(); ++row) {
        const Row& at = rows_.at(row);
        if (at.probe >= 0 && groups_.at(at.group).probes.at(at.probe).id == probeId)
            return index(row, TitleColumn);
    }
    return {};
}

QVector<int> ProbeTableModel::headings() const
{
    QVector<int> rows;
    for (int row = 0; row < rows_.size(); ++row) {
        if (rows_.at(row).probe < 0)
            rows << row;
    }
    return rows;
}

void ProbeTableModel::advance()
{
    spin_ = (spin_ + 1) % 10;
    for (int row = 0; row < rows_.size(); ++row) {
        const Row& at = rows_.at(row);
        if (at.probe >= 0 && groups_.at(at.group).probes.at(at.probe).phase == ProbePhase::Running)
            Q_EMIT dataChanged(index(row, StateIconColumn), index(row, StateIconColumn));
    }
}

int ProbeTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int ProbeTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProbeTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& at = rows_.at(index.row());
    const ProbeGroup& group = groups_.at(at.group);
    return at.probe < 0 ? headingData(group, role)
                        : probeData(group.probes.at(at.probe), index.column(), role);
}

QVariant ProbeTableModel::headingData(const ProbeGroup& group, int role) const
{
    const QString over = tr("%1 of %2 done").arg(group.over).arg(group.probes.size());
    switch (role) {
    case Qt::DisplayRole:
        return group.title;
    case Qt::AccessibleTextRole:
        return group.title + QStringLiteral(", ") + group.target + QStringLiteral(", ") + over;
    case SectionRole:
        return true;
    case IconRole:
        return static_cast<int>(sourceIcon(group.source));
    case TargetRole:
        return group.target;
    case OverRole:
        return over;
    default:
        return {};
    }
}

QVariant ProbeTableModel::probeData(const ProbeView& view, int column, int role) const
{
    const bool quiet = view.phase == ProbePhase::NotRun || view.phase == ProbePhase::Waiting;
    switch (role) {
    case IdRole:
        return view.id;
    case PhaseRole:
        return static_cast<int>(view.phase);
    case Qt::DisplayRole:
        switch (column) {
        case TitleColumn:
            return view.title;
        case ChecksColumn:
            return view.checks.join(QLatin1Char(' '));
        case StateColumn:
            return view.state;
        case ResultColumn:
            return view.result;
        case TimeColumn:
            return view.time;
        default:
            return {};
        }
    case Qt::AccessibleTextRole:
        return column == StateIconColumn
                   ? QStringLiteral("%1, %2%3")
                         .arg(view.title, view.state,
                              view.glyph ? QStringLiteral(", ") + awb::markWord(*view.glyph) : QString())
                   : QVariant();
    case GlyphRole:
        return column == StateIconColumn && view.glyph ? QVariant(static_cast<int>(*view.glyph)) : QVariant();
    case IconRole:
        if (column == StateIconColumn && !view.glyph) {
            if (const auto icon = phaseIcon(view.phase))
                return static_cast<int>(*icon);
        }
        return {};
    case ProgressRole:
        return column == ResultColumn && view.phase == ProbePhase::Running ? QVariant(view.fraction)
                                                                           : QVariant();
    case MonoRole:
        return column == ChecksColumn || column == TimeColumn;
    case QuietRole:
        return column == StateColumn || (quiet && column != TitleColumn);
    case Qt::TextAlignmentRole:
        return static_cast<int>((column == TimeColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant ProbeTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TitleColumn:
        return tr("Probe");
    case ChecksColumn:
        return tr("Checks");
    case StateColumn:
        return tr("State");
    case ResultColumn:
        return tr("Result");
    case TimeColumn:
        return tr("Time");
    default:
        return QString();
    }
}

Qt::ItemFlags ProbeTableModel::flags(const QModelIndex& index) const
{
    if (!index.isValid() || rows_.at(index.row()).probe < 0)
        return Qt::ItemIsEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace awb
