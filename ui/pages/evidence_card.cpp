#include "ui/pages/evidence_card.h"

#include "ui/charts/chart_view.h"
#include "ui/models/evidence_table_model.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/cell_delegates.h"
#include "ui/widgets/cell_roles.h"
#include "ui/widgets/text_label.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QStyle>
#include <QTableView>
#include <QVBoxLayout>

namespace awb
{

namespace
{

constexpr int kFoldedRows = 6;
constexpr int kExpandedRows = 16;
constexpr int kChartHeight = 220;     // px
constexpr int kFewColumnsBelow = 620; // px of width: less important columns go
constexpr int kOneColumnBelow = 480;

// A glyph before the word of a cell that judges; every other cell begins at its left edge.
class JudgingDelegate : public MarkDelegate
{
public:
    using MarkDelegate::MarkDelegate;

protected:
    void paintCell(QPainter& painter, const QRectF& cell, const QStyleOptionViewItem& option,
                   const QModelIndex& index, const Theme& theme) const override
    {
        if (index.data(GlyphRole).isValid())
            MarkDelegate::paintCell(painter, cell, option, index, theme);
        else
            CellDelegate::paintCell(painter, cell, option, index, theme);
    }
};

} // namespace

EvidenceCard::EvidenceCard(QWidget* parent) : Card(tr("Evidence"), parent)
{
    setObjectName(QStringLiteral("evidence"));
    setFlush(true);
    makeActions();
    makeTable();
    auto* chartPage = new QWidget(this);
    chartColumn_ = new QVBoxLayout(chartPage);
    chartColumn_->setContentsMargins(16, 4, 16, 8);
    stack_ = new QStackedWidget(this);
    stack_->addWidget(table_);
    stack_->addWidget(chartPage);
    body()->addWidget(stack_);
    more_ = new QPushButton(this);
    more_->setObjectName(QStringLiteral("moreEvidence"));
    setButtonKind(more_, ButtonKind::Quiet, true);
    body()->addWidget(more_, 0, Qt::AlignLeft);
    connect(more_, &QPushButton::clicked, this, [this] {
        expanded_ = !expanded_;
        fitHeight();
    });
}

void EvidenceCard::makeActions()
{
    chooser_ = new QComboBox(this);
    chooser_->setAccessibleName(tr("Table"));
    // Long titles never widen the page.
    chooser_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    chooser_->setMinimumContentsLength(16);
    chooser_->setMaximumWidth(int(themeOf(this).px(260)));
    connect(chooser_, &QComboBox::activated, this, &EvidenceCard::showTable);
    tableButton_ = new QPushButton(tr("Table"), this);
    chartButton_ = new QPushButton(tr("Chart"), this);
    chartButton_->setObjectName(QStringLiteral("evidenceChart"));
    auto* copy = new QPushButton(this);
    copy->setToolTip(tr("Copy the table"));
    copy->setAccessibleName(tr("Copy the table"));
    setButtonIcon(tableButton_, tokens::IconId::List);
    setButtonIcon(chartButton_, tokens::IconId::Chart);
    setButtonIcon(copy, tokens::IconId::Copy);
    for (QPushButton* button : {tableButton_, chartButton_, copy}) {
        setButtonKind(button, ButtonKind::Quiet, true);
        actions()->addWidget(button);
    }
    actions()->insertWidget(0, chooser_);
    for (QPushButton* button : {tableButton_, chartButton_}) {
        button->setCheckable(true);
    }
    connect(tableButton_, &QPushButton::clicked, this, [this] { showPart(false); });
    connect(chartButton_, &QPushButton::clicked, this, [this] { showPart(true); });
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(model_->toText()); });
}

void EvidenceCard::makeTable()
{
    model_ = new EvidenceTableModel(this);
    sorted_ = new QSortFilterProxyModel(this);
    sorted_->setSourceModel(model_);
    sorted_->setSortRole(EvidenceTableModel::SortRole);
    table_ = new QTableView(this);
    table_->setObjectName(QStringLiteral("evidenceTable"));
    table_->setAccessibleName(tr("Evidence"));
    table_->setModel(sorted_);
    table_->setItemDelegate(new JudgingDelegate(table_));
    table_->setFrameShape(QFrame::NoFrame);
    table_->setShowGrid(false);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setWordWrap(false);
    table_->setTabKeyNavigation(false);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setMinimumSectionSize(8); // else the margins of a header decide
    table_->verticalHeader()->setDefaultSectionSize(int(themeOf(this).px(tokens::size::row)));
    table_->horizontalHeader()->setHighlightSections(false);
    table_->horizontalHeader()->setStretchLastSection(true);
    table_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &EvidenceCard::rowChanged);
}

QString EvidenceCard::shownTable() const
{
    const bool table = stack_->currentIndex() == 0 && !tables_.isEmpty();
    return table ? model_->table().id : QString();
}

int EvidenceCard::chosenRow() const
{
    return sorted_->mapToSource(table_->currentIndex()).row();
}

void EvidenceCard::chooseRow(int row)
{
    table_->setCurrentIndex(sorted_->mapFromSource(model_->index(row, 0)));
}

void EvidenceCard::setEvidence(const QString& checkId, const QVector<Facts>& evidence, const QString& stamp)
{
    QStringList parts{checkId};
    for (const Facts& facts : evidence) {
        parts << facts.probe << facts.started.toString(Qt::ISODateWithMs)
              << QString::number(facts.tables.size()) << QString::number(facts.charts.size());
    }
    const QString key = parts.join(QChar(0x1F));
    if (key == key_) { // a mark changes no evidence: sorting and scrolling stay
        if (stamp != stamp_) {
            stamp_ = stamp;
            updateCells(evidence);
        }
        return;
    }
    key_ = key;
    stamp_ = stamp;
    tables_.clear();
    charts_.clear();
    for (const Facts& facts : evidence) {
        tables_ += facts.tables;
        charts_ += facts.charts;
    }
    chooser_->clear();
    for (const Table& table : std::as_const(tables_)) {
        chooser_->addItem(table.title.text(locale()));
    }
    chooser_->setVisible(tables_.size() > 1);
    const bool both = !tables_.isEmpty() && !charts_.isEmpty();
    tableButton_->setVisible(both);
    chartButton_->setVisible(both);
    showCharts();
    expanded_ = false;
    showTable(0);
    showPart(tables_.isEmpty() && !charts_.isEmpty());
    setVisible(!tables_.isEmpty() || !charts_.isEmpty());
}

void EvidenceCard::updateCells(const QVector<Facts>& evidence)
{
    qsizetype at = 0;
    for (const Facts& facts : evidence) {
        for (const Table& table : facts.tables) {
            tables_[at++] = table; // as many as before: the key says so
        }
    }
    const int shown = chooser_->currentIndex();
    if (shown >= 0 && tables_.at(shown).rows.size() == model_->rowCount()) {
        model_->updateRows(tables_.at(shown).rows);
        fitColumns();
        fitHeight();
    } else {
        showTable(shown);
    }
}

void EvidenceCard::showTable(int index)
{
    if (index < 0 || index >= tables_.size()) {
        model_->setTable({});
        setSubtitle({});
        return;
    }
    const Table& table = tables_.at(index);
    table_->setSortingEnabled(false);
    sorted_->sort(-1); // as measured: the most useful first
    model_->setTable(table, locale());
    table_->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    table_->setSortingEnabled(true);
    const qint64 total = qMax<qint64>(table.total, table.rows.size());
    const QString title = tables_.size() > 1 ? QString() : table.title.text(locale()); // the chooser says it
    const QString part =
        tr("first %1 of %2").arg(locale().toString(table.rows.size()), locale().toString(total));
    setSubtitle(total <= table.rows.size() ? title
                : title.isEmpty()          ? part
                                           : QStringLiteral("%1, %2").arg(title, part));
    fitColumns();
    fitHeight();
    Q_EMIT rowChanged();
}

void EvidenceCard::showCharts()
{
    while (QLayoutItem* item = chartColumn_->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    for (const ChartSpec& spec : std::as_const(charts_)) {
        auto* title =
            new TextLabel(spec.title.text(locale()), tokens::Type::BodyStrong, tokens::Role::Text, this);
        title->setElided(true);
        chartColumn_->addWidget(title);
        auto* chart = new ChartView(this);
        chart->setFixedHeight(int(themeOf(this).px(kChartHeight)));
        chart->setChart(spec);
        chartColumn_->addWidget(chart);
    }
}

void EvidenceCard::showPart(bool chart)
{
    stack_->setCurrentIndex(chart ? 1 : 0);
    tableButton_->setChecked(!chart);
    chartButton_->setChecked(chart);
    chooser_->setVisible(!chart && tables_.size() > 1);
    fitHeight();
    Q_EMIT rowChanged();
}

void EvidenceCard::toggleChart()
{
    if (!tables_.isEmpty() && !charts_.isEmpty()) {
        showPart(stack_->currentIndex() == 0);
    }
}

// The card is as high as its rows, up to a bound: the page scrolls, the table only when it is long.
void EvidenceCard::fitHeight()
{
    const bool chart = stack_->currentIndex() == 1;
    const int rows = model_->rowCount();
    const int shown = qMin(rows, expanded_ ? kExpandedRows : kFoldedRows);
    if (chart) {
        stack_->setFixedHeight(int(themeOf(this).px(kChartHeight + 28)) * int(charts_.size()) + 16);
    } else {
        const int row = table_->verticalHeader()->defaultSectionSize();
        int columns = 0;
        for (int column = 0; column < model_->columnCount(); ++column) {
            columns += table_->isColumnHidden(column) ? 0 : table_->columnWidth(column);
        }
        const bool wide = columns > table_->width(); // the bar stands under the last row, not on it
        const int bar =
            wide ? table_->style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, table_) + 2 : 0;
        stack_->setFixedHeight(table_->horizontalHeader()->sizeHint().height() + row * qMax(1, shown) + bar +
                               2);
    }
    table_->setVerticalScrollBarPolicy(rows > shown && expanded_ ? Qt::ScrollBarAsNeeded
                                                                 : Qt::ScrollBarAlwaysOff);
    more_->setVisible(!chart && rows > kFoldedRows);
    more_->setText(expanded_ ? tr("Show fewer") : tr("Show %n more", nullptr, rows - kFoldedRows));
}

// Widths by sampling the first rows: never ResizeToContents on a long table.
void EvidenceCard::fitColumns()
{
    const int columns = model_->columnCount();
    const int most = width() < kOneColumnBelow ? 1 : (width() < kFewColumnsBelow ? 2 : 3);
    const QFontMetrics metrics(themeOf(this).font(tokens::Type::Number));
    const int markRoom = int(themeOf(this).px(tokens::size::mark + 8)); // as MarkDelegate paints it
    for (int column = 0; column < columns; ++column) {
        const QVariant head = model_->headerData(column, Qt::Horizontal, Qt::DisplayRole);
        int wide = metrics.horizontalAdvance(head.toString()) + 40;
        for (int row = 0; row < qMin(20, model_->rowCount()); ++row) {
            const QString text = model_->index(row, column).data().toString().left(80);
            const bool glyph = model_->index(row, column).data(GlyphRole).isValid();
            wide = qMax(wide, metrics.horizontalAdvance(text) + 28 + (glyph ? markRoom : 0));
        }
        table_->setColumnWidth(column, qMin(wide, 420));
        const int priority =
            model_->headerData(column, Qt::Horizontal, EvidenceTableModel::PriorityRole).toInt();
        table_->setColumnHidden(column, priority > most);
    }
}

void EvidenceCard::resizeEvent(QResizeEvent* event)
{
    Card::resizeEvent(event);
    fitColumns();
    fitHeight();
}

} // namespace awb

#include "moc_evidence_card.cpp"
