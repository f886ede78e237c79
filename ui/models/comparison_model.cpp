#include "ui/models/comparison_model.h"

#include "core/report_pdf/mark_painter.h"
#include "ui/widgets/cell_roles.h"

namespace awb
{

void ComparisonModel::setRows(const QVector<ChangeRow>& rows, const QString& before, const QString& after)
{
    beginResetModel();
    rows_ = rows;
    before_ = before;
    after_ = after;
    endResetModel();
}

QVector<int> ComparisonModel::headings() const
{
    QVector<int> found;
    for (int row = 0; row < rows_.size(); ++row) {
        if (!rows_.at(row).heading.isEmpty())
            found << row;
    }
    return found;
}

int ComparisonModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int ComparisonModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ComparisonModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ChangeRow& row = rows_.at(index.row());
    const bool heading = !row.heading.isEmpty();
    if (role == SectionRole)
        return heading;
    if (role == KindRole)
        return static_cast<int>(row.kind);
    if (heading)
        return role == Qt::DisplayRole ? QVariant(tr("%1, %n checks", nullptr, row.count).arg(row.heading))
                                       : QVariant();
    const int column = index.column();
    switch (role) {
    case IdRole:
        return row.change.check;
    case Qt::DisplayRole:
        switch (column) {
        case CheckColumn:
            return row.change.check;
        case TitleColumn:
            return row.change.title;
        case BeforeColumn:
            return row.before;
        case AfterColumn:
            return row.after;
        case DeltaColumn:
            return row.delta;
        case CauseColumn:
            return row.cause;
        case WhyColumn:
            return row.why;
        default:
            return {};
        }
    case Qt::AccessibleTextRole:
        return column == MarksColumn
                   ? QVariant(tr("%1, then %2")
                                  .arg(awb::markWord(row.change.before), awb::markWord(row.change.after)))
                   : QVariant();
    case BeforeGlyphRole:
        return static_cast<int>(glyphFor(row.change.before));
    case AfterGlyphRole:
        return static_cast<int>(glyphFor(row.change.after));
    case MonoRole:
        return column == CheckColumn || column == BeforeColumn || column == AfterColumn ||
               column == DeltaColumn;
    case StrongRole:
        return column == AfterColumn;
    case QuietRole:
        return column == BeforeColumn || column == WhyColumn;
    case Qt::TextAlignmentRole: {
        const bool right = column == BeforeColumn || column == AfterColumn || column == DeltaColumn;
        return static_cast<int>((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    default:
        return {};
    }
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const bool right = section == BeforeColumn || section == AfterColumn || section == DeltaColumn;
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TitleColumn:
        return tr("Check");
    case MarksColumn:
        return tr("Mark");
    case BeforeColumn:
        return tr("A: %1").arg(before_);
    case AfterColumn:
        return tr("B: %1").arg(after_);
    case DeltaColumn:
        return tr("Change");
    case CauseColumn:
        return tr("Cause");
    case WhyColumn:
        return tr("Why");
    default:
        return QString();
    }
}

} // namespace awb
