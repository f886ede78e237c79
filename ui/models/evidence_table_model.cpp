#include "ui/models/evidence_table_model.h"

#include "core/foundation/units.h"
#include "core/report/cell_words.h"
#include "core/report/safe_text.h"
#include "core/report_pdf/mark_painter.h"
#include "ui/widgets/cell_roles.h"

namespace awb
{

namespace
{

constexpr qsizetype kMaxCellText = 2000; // of hostile names; the tooltip shows no more either

bool isNumeric(const Column& column)
{
    return !column.unit.isEmpty();
}

} // namespace

EvidenceTableModel::EvidenceTableModel(QObject* parent) : QAbstractTableModel(parent) {}

void EvidenceTableModel::setTable(const Table& table, const QLocale& locale)
{
    beginResetModel();
    table_ = table;
    locale_ = locale;
    endResetModel();
}

void EvidenceTableModel::updateRows(const QVector<QVector<QJsonValue>>& rows)
{
    Q_ASSERT(rows.size() == table_.rows.size());
    table_.rows = rows;
    if (!rows.isEmpty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

int EvidenceTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(table_.rows.size());
}

int EvidenceTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(table_.columns.size());
}

QString EvidenceTableModel::cellText(const Column& column, const QJsonValue& value) const
{
    if (const auto word = cellWord(column, value)) {
        return word->word.text(locale_);
    }
    switch (value.type()) {
    case QJsonValue::Double:
        return isNumeric(column) ? formatQuantity(value.toDouble(), column.unit, locale_)
                                 : formatNumber(value.toDouble(), QString(), locale_);
    case QJsonValue::Bool:
        return value.toBool() ? tr("yes") : tr("no");
    case QJsonValue::String:
        return visibleLine(value.toString(), kMaxCellText);
    default:
        return QStringLiteral("\u2013");
    }
}

QVariant EvidenceTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Column& column = table_.columns.at(index.column());
    const QVector<QJsonValue>& row = table_.rows.at(index.row());
    const QJsonValue value = index.column() < row.size() ? row.at(index.column()) : QJsonValue();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return cellText(column, value);
    case Qt::TextAlignmentRole:
        return QVariant(value.isDouble() ? Qt::AlignRight | Qt::AlignVCenter
                                         : Qt::AlignLeft | Qt::AlignVCenter);
    case SortRole:
        return value.isDouble() ? QVariant(value.toDouble()) : QVariant(cellText(column, value));
    case CodeRole:
        return column.code;
    case NumberRole:
        return value.isDouble();
    case GlyphRole: {
        const auto word = cellWord(column, value);
        return word ? QVariant(static_cast<int>(glyphFor(word->state))) : QVariant();
    }
    default:
        return {};
    }
}

QVariant EvidenceTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= table_.columns.size()) {
        return {};
    }
    const Column& column = table_.columns.at(section);
    switch (role) {
    case Qt::DisplayRole:
        return column.title.text(locale_);
    case Qt::TextAlignmentRole:
        return QVariant(isNumeric(column) ? Qt::AlignRight | Qt::AlignVCenter
                                          : Qt::AlignLeft | Qt::AlignVCenter);
    case PriorityRole:
        return column.priority;
    default:
        return {};
    }
}

QString EvidenceTableModel::toText() const
{
    QStringList lines;
    QStringList cells;
    for (const Column& column : table_.columns) {
        cells << column.title.text(locale_);
    }
    lines << cells.join(QLatin1Char('\t'));
    for (int row = 0; row < rowCount(); ++row) {
        cells.clear();
        for (int column = 0; column < columnCount(); ++column) {
            cells << data(index(row, column), Qt::DisplayRole).toString();
        }
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace awb

#include "moc_evidence_table_model.cpp"
