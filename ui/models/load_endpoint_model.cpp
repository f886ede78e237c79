#include "ui/models/load_endpoint_model.h"

#include "core/foundation/units.h"
#include "ui/widgets/cell_roles.h"

#include <algorithm>

namespace awb
{

LoadEndpointModel::LoadEndpointModel(QObject* parent) : QAbstractTableModel(parent) {}

void LoadEndpointModel::setRows(const QVector<LoadEndpointRow>& rows, double limitMs)
{
    const bool same =
        rows.size() == rows_.size() &&
        std::equal(rows.cbegin(), rows.cend(), rows_.cbegin(),
                   [](const LoadEndpointRow& a, const LoadEndpointRow& b) { return a.name == b.name; });
    if (!same)
        beginResetModel();
    rows_ = rows;
    limitMs_ = limitMs;
    if (!same)
        endResetModel();
    else if (!rows_.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, Ruler, Ruler);
}

int LoadEndpointModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int LoadEndpointModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString LoadEndpointModel::text(const LoadEndpointRow& row, int column) const
{
    switch (column) {
    case Name:
        return row.name;
    case Requests:
        return QLocale().toString(row.requests);
    case P99:
        return row.p99Ms ? formatQuantity(*row.p99Ms, QStringLiteral("ms"), QLocale()) : QStringLiteral("–");
    case Interval:
        return row.interval;
    default:
        return {};
    }
}

QVariant LoadEndpointModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rows_.size())
        return {};
    const LoadEndpointRow& row = rows_.at(index.row());
    const bool figures = index.column() == Requests || index.column() == P99 || index.column() == Interval;
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == Name ? QVariant(row.name.toHtmlEscaped()) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((figures ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case MonoRole:
        return figures || index.column() == Name;
    case StrongRole:
        return index.column() == P99;
    case GlyphRole:
        if (index.column() != Name || (!row.glyph && !row.running))
            return {};
        return static_cast<int>(row.running ? MarkGlyph::Undecided : *row.glyph);
    case FilledRole:
        return false;
    case RulerRole:
        return index.column() == Ruler ? QVariant::fromValue(row.ruler) : QVariant();
    default:
        return {};
    }
}

QVariant LoadEndpointModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const bool figures = section == Requests || section == P99 || section == Interval;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((figures ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Endpoint");
    case Requests:
        return tr("Requests");
    case P99:
        return tr("p99");
    case Interval:
        return tr("95 % interval, ms");
    default:
        return tr("against %1").arg(formatQuantity(limitMs_, QStringLiteral("ms"), QLocale()));
    }
}

} // namespace awb

#include "moc_load_endpoint_model.cpp"
