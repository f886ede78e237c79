#include "ui/models/scorecard_model.h"

#include "core/report_pdf/mark_painter.h"
#include "ui/widgets/cell_roles.h"

#include <QLocale>

#include <algorithm>

namespace awb
{

ScorecardModel::ScorecardModel(QObject* parent) : QAbstractTableModel(parent) {}

void ScorecardModel::setResult(const AuditResult& result)
{
    QVector<Row> rows;
    int columns = FirstCheckColumn;
    for (const SectionScore& section : result.score.sections) {
        Row row{section, {}};
        for (const CheckResult& check : result.checks) {
            if (check.check.section == section.number)
                row.cells.append(
                    {check.check.id, check.check.shortName, check.mark(), !check.stale.cause.isEmpty()});
        }
        columns = std::max(columns, FirstCheckColumn + static_cast<int>(row.cells.size()));
        rows.append(row);
    }
    const bool same =
        columns == columns_ &&
        std::equal(rows.begin(), rows.end(), rows_.begin(), rows_.end(), [](const Row& a, const Row& b) {
            return a.cells.size() == b.cells.size() && a.score.title == b.score.title;
        });
    if (same) {
        rows_ = rows;
        if (!rows_.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns_ - 1));
        return;
    }
    beginResetModel();
    rows_ = rows;
    columns_ = columns;
    endResetModel();
}

QModelIndex ScorecardModel::indexOf(const QString& checkId) const
{
    for (int row = 0; row < rows_.size(); ++row) {
        for (int cell = 0; cell < rows_.at(row).cells.size(); ++cell) {
            if (rows_.at(row).cells.at(cell).id == checkId)
                return index(row, FirstCheckColumn + cell);
        }
    }
    return {};
}

int ScorecardModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int ScorecardModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns_;
}

const ScorecardModel::Cell* ScorecardModel::cellAt(const QModelIndex& index) const
{
    const QVector<Cell>& cells = rows_.at(index.row()).cells;
    const int at = index.column() - FirstCheckColumn;
    return at >= 0 && at < cells.size() ? &cells.at(at) : nullptr;
}

QVariant ScorecardModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.column() < FirstCheckColumn)
        return sectionData(rows_.at(index.row()), index.column(), role);
    const Cell* cell = cellAt(index);
    return cell ? cellData(*cell, role) : QVariant();
}

QVariant ScorecardModel::sectionData(const Row& row, int column, int role) const
{
    const SectionScore& score = row.score;
    switch (role) {
    case Qt::DisplayRole:
        if (column == SectionColumn)
            return QStringLiteral("%1. %2").arg(score.number).arg(score.title);
        if (score.max == 0)
            return column == ScoreColumn ? tr("N/A") : QStringLiteral("–");
        if (column == ScoreColumn)
            return QStringLiteral("%1 / %2").arg(score.points).arg(score.max, 2);
        return QLocale().toString(percentOneDecimal(score.points, score.max), 'f', 1) +
               QStringLiteral("\u00A0%");
    case Qt::TextAlignmentRole:
        return static_cast<int>((column == SectionColumn ? Qt::AlignLeft : Qt::AlignRight) |
                                Qt::AlignVCenter);
    case CountsRole:
        return column == SectionColumn ? QVariant::fromValue(MarkCounts{score.pass, score.warn, score.fail,
                                                                        score.na, score.strictMax})
                                       : QVariant();
    case StrongRole:
        return column == SectionColumn;
    case MonoRole:
        return column != SectionColumn;
    default:
        return {};
    }
}

QVariant ScorecardModel::cellData(const Cell& cell, int role) const
{
    const MarkGlyph glyph = glyphFor(cell.mark);
    switch (role) {
    case Qt::DisplayRole:
    case IdRole:
        return cell.id;
    case GlyphRole:
        return static_cast<int>(glyph);
    case FilledRole:
        return true;
    case StaleRole:
        return cell.stale;
    case Qt::ToolTipRole:
        return QStringLiteral("%1 %2: %3%4")
            .arg(cell.id, cell.name, awb::markWord(cell.mark), cell.stale ? tr(", stale") : QString());
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1 %2, %3").arg(cell.id, cell.name, awb::markWord(cell.mark));
    default:
        return {};
    }
}

QVariant ScorecardModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole) {
        const bool right = section == ScoreColumn || section == PercentColumn;
        return static_cast<int>((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SectionColumn:
        return tr("Section");
    case ScoreColumn:
        return tr("Score");
    case PercentColumn:
        return QStringLiteral("%");
    default:
        return QString();
    }
}

Qt::ItemFlags ScorecardModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (index.column() < FirstCheckColumn)
        return Qt::ItemIsEnabled;
    return cellAt(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

} // namespace awb
