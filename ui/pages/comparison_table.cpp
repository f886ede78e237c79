#include "ui/pages/comparison_table.h"

#include "core/report_pdf/icon_painter.h"
#include "core/report_pdf/mark_painter.h"
#include "ui/models/comparison_model.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/cell_roles.h"

#include <QHeaderView>
#include <QPainter>

#include <algorithm>

namespace awb
{

void ComparisonDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                               const QModelIndex& index) const
{
    if (!index.data(SectionRole).toBool()) {
        CellDelegate::paint(painter, option, index);
        return;
    }
    const Theme theme = themeOf(option.widget);
    painter->save();
    painter->fillRect(option.rect, theme.color(tokens::Role::Window));
    const auto kind = static_cast<ChangeKind>(index.data(ComparisonModel::KindRole).toInt());
    const bool worse = kind == ChangeKind::Regressed || kind == ChangeKind::ValueWorse;
    const bool better = kind == ChangeKind::Improved || kind == ChangeKind::ValueBetter;
    const double side = theme.px(16);
    const QRectF icon(option.rect.left() + theme.px(12), option.rect.center().y() - side / 2, side, side);
    IconPainter::paint(*painter, icon,
                       worse    ? tokens::IconId::Down
                       : better ? tokens::IconId::Up
                                : tokens::IconId::Eq,
                       theme.color(worse    ? tokens::Role::Fail
                                   : better ? tokens::Role::Pass
                                            : tokens::Role::Text2));
    painter->setFont(theme.font(tokens::Type::BodyStrong));
    painter->setPen(theme.color(tokens::Role::Text));
    painter->drawText(QRectF(option.rect).adjusted(theme.px(38), 0, 0, 0),
                      static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), index.data().toString());
    painter->restore();
}

void ComparisonDelegate::paintCell(QPainter& painter, const QRectF& cell, const QStyleOptionViewItem& option,
                                   const QModelIndex& index, const Theme& theme) const
{
    if (index.column() == ComparisonModel::CauseColumn && !index.data().toString().isEmpty()) {
        ChipContent chip;
        chip.text = index.data().toString();
        ChipPainter::paint(painter, cell, chip, theme);
        return;
    }
    if (index.column() != ComparisonModel::MarksColumn) {
        CellDelegate::paintCell(painter, cell, option, index, theme);
        return;
    }
    const double side = theme.px(16);
    const double top = cell.center().y() - side / 2;
    const auto glyph = [&](int role) { return static_cast<MarkGlyph>(index.data(role).toInt()); };
    MarkPainter::paint(painter, QRectF(cell.left(), top, side, side), glyph(ComparisonModel::BeforeGlyphRole),
                       true, theme);
    painter.setFont(theme.font(tokens::Type::Body));
    painter.setPen(theme.color(tokens::Role::Text2));
    painter.drawText(QRectF(cell.left() + side, cell.top(), theme.px(20), cell.height()), Qt::AlignCenter,
                     QStringLiteral("→"));
    MarkPainter::paint(painter, QRectF(cell.left() + side + theme.px(20), top, side, side),
                       glyph(ComparisonModel::AfterGlyphRole), true, theme);
}

ComparisonTable::ComparisonTable(QWidget* parent) : QTableView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setWordWrap(false);
    setItemDelegate(new ComparisonDelegate(this));
    verticalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    followTheme(this, [this] {
        verticalHeader()->setMinimumSectionSize(8); // else the margins of a header decide
        verticalHeader()->setDefaultSectionSize(static_cast<int>(themeOf(this).px(tokens::size::row)));
        fit();
    });
}

void ComparisonTable::setComparison(ComparisonModel* model)
{
    comparison_ = model;
    setModel(model);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ComparisonTable::currentCheckChanged);
    connect(model, &QAbstractItemModel::modelReset, this, &ComparisonTable::span);
    span();
}

QString ComparisonTable::currentCheck() const
{
    return currentIndex().data(ComparisonModel::IdRole).toString();
}

void ComparisonTable::span()
{
    clearSpans();
    if (!comparison_)
        return;
    for (const int row : comparison_->headings())
        setSpan(row, 0, 1, ComparisonModel::ColumnCount);
    fit();
}

void ComparisonTable::fit()
{
    if (!comparison_)
        return;
    const Theme theme = themeOf(this);
    const int width = viewport()->width();
    const bool narrow = width < theme.px(1100);
    const int fixed[] = {52, narrow ? 190 : 240, 84, narrow ? 100 : 130, narrow ? 100 : 130,
                         96, narrow ? 120 : 140};
    int used = 0;
    for (int i = 0; i < static_cast<int>(std::size(fixed)); ++i) {
        const int size = static_cast<int>(theme.px(fixed[i]));
        setColumnWidth(i, size);
        used += size;
    }
    setColumnWidth(ComparisonModel::WhyColumn, std::max(static_cast<int>(theme.px(120)), width - used));
}

void ComparisonTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fit();
}

} // namespace awb

#include "moc_comparison_table.cpp"
