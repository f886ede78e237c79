#include "ui/pages/section_table.h"

#include "core/report_pdf/mark_painter.h"
#include "ui/models/scorecard_model.h"
#include "ui/style/awb_style.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/cell_delegates.h"
#include "ui/widgets/cell_roles.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <algorithm>

#include <cmath>

namespace awb
{

namespace
{

using tokens::Role;

constexpr double kRow = 42;
constexpr double kCell = 54;

// The word over the marks belongs to all of their columns, so it is not cut to the first one.
class MarksHeader : public QHeaderView
{
public:
    explicit MarksHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent) {}

protected:
    void paintEvent(QPaintEvent* event) override
    {
        QHeaderView::paintEvent(event);
        const Theme theme = themeOf(this);
        QPainter painter(viewport());
        painter.setFont(theme.font(tokens::Type::Caption, 600));
        painter.setPen(theme.color(Role::Text2));
        const int left =
            sectionViewportPosition(ScorecardModel::FirstCheckColumn) + static_cast<int>(theme.px(4));
        painter.drawText(QRect(left, 0, width() - left, height()), Qt::AlignLeft | Qt::AlignVCenter,
                         SectionTable::tr("Checks, one mark each: Enter opens it"));
    }
};

// The name of a section over the bar of its marks.
class SectionNameDelegate : public CellDelegate
{
public:
    using CellDelegate::CellDelegate;

protected:
    void paintCell(QPainter& painter, const QRectF& cell, const QStyleOptionViewItem& option,
                   const QModelIndex& index, const Theme& theme) const override
    {
        const QVariant counts = index.data(CountsRole);
        const double bar = counts.isValid() ? theme.px(4) : 0;
        CellDelegate::paintCell(painter, cell.adjusted(0, 0, 0, -theme.px(10)), option, index, theme);
        if (bar > 0)
            ScorePainter::paintMarks(painter,
                                     QRectF(cell.left(), cell.bottom() - theme.px(11), cell.width(), bar),
                                     counts.value<MarkCounts>(), theme);
    }
};

} // namespace

void MarkCellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const
{
    const Theme theme = themeOf(option.widget);
    const QRect row = option.rect;
    painter->save();
    painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), theme.color(Role::Line));
    const QVariant value = index.data(GlyphRole);
    if (value.isValid()) {
        const auto glyph = static_cast<MarkGlyph>(value.toInt());
        const bool open = glyph == MarkGlyph::Undecided;
        const bool hover = option.state.testFlag(QStyle::State_MouseOver);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        QRectF chip = QRectF(row).adjusted(theme.px(2), theme.px(6), -theme.px(2), -theme.px(7));
        if (const auto* table =
                qobject_cast<const QTableView*>(option.widget)) // the last column has the rest
            chip.setWidth(
                std::min(chip.width(), table->columnWidth(ScorecardModel::FirstCheckColumn) - theme.px(4)));
        painter->setRenderHint(QPainter::Antialiasing);
        const QColor line = selected        ? theme.color(Role::Focus)
                            : hover || open ? theme.color(open && !hover ? Role::Line : Role::LineStrong)
                                            : QColor();
        drawRounded(*painter, chip, theme.px(tokens::radius::chip),
                    open ? theme.color(Role::Panel) : theme.color(markRoles(glyph).tint), line,
                    selected ? theme.px(2) : 1);
        const double side = theme.px(14);
        MarkPainter::paint(*painter,
                           QRectF(chip.left() + theme.px(5), chip.center().y() - side / 2, side, side), glyph,
                           true, theme);
        painter->setFont(theme.font(tokens::Type::Caption));
        QFont mono = theme.font(tokens::Type::Number);
        mono.setPointSizeF(theme.font(tokens::Type::Caption).pointSizeF());
        painter->setFont(mono);
        painter->setPen(theme.color(open ? Role::Text2 : markRoles(glyph).text));
        painter->drawText(chip.adjusted(theme.px(22), 0, 0, 0),
                          static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
                          index.data().toString());
        if (index.data(StaleRole).toBool()) // a bar below: never colour alone, the tooltip says it too
            painter->fillRect(QRectF(chip.left() + theme.px(5), chip.bottom() - theme.px(3),
                                     chip.width() - theme.px(10), 2),
                              theme.color(Role::Warn));
    }
    painter->restore();
}

SectionTable::SectionTable(QWidget* parent) : QTableView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setSelectionBehavior(QAbstractItemView::SelectItems);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setWordWrap(false);
    verticalHeader()->hide();
    setHorizontalHeader(new MarksHeader(this));
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    setItemDelegate(new MarkCellDelegate(this));
    auto* text = new CellDelegate(this);
    for (const int column : {ScorecardModel::ScoreColumn, ScorecardModel::PercentColumn})
        setItemDelegateForColumn(column, text);
    setItemDelegateForColumn(ScorecardModel::SectionColumn, new SectionNameDelegate(this));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
        const QString id = index.data(ScorecardModel::IdRole).toString();
        if (!id.isEmpty())
            Q_EMIT checkOpened(id);
    });
    followTheme(this, [this] { applyTheme(); });
}

void SectionTable::setScorecard(ScorecardModel* model)
{
    scorecard_ = model;
    setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        fit();
        setCurrentIndex(scorecard_->index(0, ScorecardModel::FirstCheckColumn));
    });
    fit();
}

QString SectionTable::currentCheck() const
{
    return currentIndex().data(ScorecardModel::IdRole).toString();
}

void SectionTable::setCurrentCheck(const QString& checkId)
{
    if (!scorecard_)
        return;
    const QModelIndex index = scorecard_->indexOf(checkId);
    if (index.isValid())
        setCurrentIndex(index);
}

void SectionTable::applyTheme()
{
    const Theme theme = themeOf(this);
    verticalHeader()->setMinimumSectionSize(8); // else the margins of a header decide
    verticalHeader()->setDefaultSectionSize(static_cast<int>(theme.px(kRow)));
    fit();
}

void SectionTable::fit()
{
    if (!scorecard_ || scorecard_->rowCount() == 0)
        return;
    const Theme theme = themeOf(this);
    const int cells = scorecard_->columnCount() - ScorecardModel::FirstCheckColumn;
    const int score = static_cast<int>(theme.px(84));
    const int percent = static_cast<int>(theme.px(86));
    const int least = static_cast<int>(theme.px(150));
    const int edge = static_cast<int>(theme.px(10)); // the last mark keeps off the edge, its row does not
    const int width = viewport()->width() - edge;
    const int room = width - score - percent - least;
    const int cell = std::clamp(room / std::max(1, cells), static_cast<int>(theme.px(44)),
                                static_cast<int>(theme.px(kCell)));
    const int section =
        std::clamp(width - score - percent - cells * cell, least, static_cast<int>(theme.px(300)));
    setColumnWidth(ScorecardModel::SectionColumn, section);
    setColumnWidth(ScorecardModel::ScoreColumn, score);
    setColumnWidth(ScorecardModel::PercentColumn, percent);
    for (int i = 0; i + 1 < cells; ++i)
        setColumnWidth(ScorecardModel::FirstCheckColumn + i, cell);
    setColumnWidth(
        ScorecardModel::FirstCheckColumn + cells - 1,
        std::max(cell + edge, viewport()->width() - section - score - percent - (cells - 1) * cell));
    updateGeometry();
    Q_EMIT columnsMoved(section + score, section + score + percent);
}

void SectionTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fit();
}

QSize SectionTable::sizeHint() const
{
    const Theme theme = themeOf(this);
    const int rows = scorecard_ ? scorecard_->rowCount() : 0;
    return {static_cast<int>(theme.px(860)),
            horizontalHeader()->sizeHint().height() + rows * static_cast<int>(theme.px(kRow)) + 1};
}

QSize SectionTable::minimumSizeHint() const
{
    return {static_cast<int>(themeOf(this).px(600)), sizeHint().height()};
}

void SectionTable::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !currentCheck().isEmpty()) {
        Q_EMIT checkOpened(currentCheck());
        return;
    }
    QTableView::keyPressEvent(event);
}

// Only cells of checks: from the last of a row to the first of the next, and never into a hole.
QModelIndex SectionTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex now = currentIndex();
    if (!scorecard_ || !now.isValid())
        return QTableView::moveCursor(action, modifiers);
    int row = now.row();
    int column = std::max<int>(now.column(), ScorecardModel::FirstCheckColumn);
    const auto lastOf = [this](int r) {
        int last = ScorecardModel::FirstCheckColumn;
        while (scorecard_->index(r, last + 1).data(ScorecardModel::IdRole).isValid())
            ++last;
        return last;
    };
    switch (action) {
    case MoveLeft:
    case MovePrevious:
        --column;
        if (column < ScorecardModel::FirstCheckColumn && row > 0)
            column = lastOf(--row);
        break;
    case MoveRight:
    case MoveNext:
        ++column;
        if (column > lastOf(row) && row + 1 < scorecard_->rowCount()) {
            ++row;
            column = ScorecardModel::FirstCheckColumn;
        }
        break;
    case MoveUp:
        --row;
        break;
    case MoveDown:
        ++row;
        break;
    case MoveHome:
        column = ScorecardModel::FirstCheckColumn;
        break;
    case MoveEnd:
        column = lastOf(row);
        break;
    default:
        return QTableView::moveCursor(action, modifiers);
    }
    row = std::clamp(row, 0, scorecard_->rowCount() - 1);
    column = std::clamp<int>(column, ScorecardModel::FirstCheckColumn, lastOf(row));
    return scorecard_->index(row, column);
}

} // namespace awb

#include "moc_section_table.cpp"
