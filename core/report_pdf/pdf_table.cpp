// Evidence tables of the PDF: columns that fit, rows that never split, a head on every page.
#include "core/report/cell_words.h"
#include "core/report/report_words.h"
#include "core/report/safe_text.h"
#include "core/report_pdf/mark_painter.h"
#include "core/report_pdf/pdf_body.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <numeric>
#include <optional>

namespace awb
{

namespace
{

using tokens::Role;
using tokens::Type;

constexpr double gap = 14;
constexpr double cellPadding = 5;
constexpr double narrowest = 56;
constexpr double widestWord = 190; // a name up to this width is never broken: another column goes before
constexpr double widestNatural = 420;
constexpr int mostLines = 3;
constexpr qsizetype measuredRows = 40;
constexpr double glyphSide = 11;
constexpr double glyphRoom = glyphSide + 5; // left of the word of a cell that judges

struct TableColumn
{
    Column column;
    qsizetype index = 0; // in the rows
    double natural = 0;
    double least = 0;
    double width = 0;
    bool right = false;
    double glyph = 0; // room for one
};

TextStyle cellStyle(const TableColumn& column)
{
    if (column.right)
        return {Type::Number, 400, Role::Text, true};
    return column.column.code ? TextStyle{Type::Code, 400, Role::Text, true}
                              : TextStyle{Type::Body, 400, Role::Text, false};
}

constexpr TextStyle headStyle{Type::Caption, 500, Role::Text2, false};

QString cellOf(const TableColumn& column, const QVector<QJsonValue>& row, const QLocale& locale)
{
    return visibleLine(cellText(column.column, row.value(column.index), locale), 600);
}

std::optional<MarkGlyph> glyphOf(const TableColumn& column, const QVector<QJsonValue>& row)
{
    const auto word = cellWord(column.column, row.value(column.index));
    return word ? std::optional(glyphFor(word->state)) : std::nullopt;
}

class TableLayout
{
public:
    TableLayout(const PdfSheet& sheet, const Table& table, double width)
        : sheet_(sheet),
          table_(table),
          width_(width)
    {
        for (qsizetype i = 0; i < table.columns.size(); ++i) {
            TableColumn column{table.columns.at(i),
                               i,
                               0,
                               0,
                               0,
                               !table.columns.at(i).unit.isEmpty(),
                               judgesCells(table.columns.at(i)) ? glyphRoom : 0};
            column.natural = naturalWidth(column);
            column.least = column.right ? column.natural : leastWidth(column);
            columns_.append(column);
        }
        dropUntilItFits();
        distribute();
    }

    const QVector<TableColumn>& columns() const { return columns_; }
    QStringList dropped() const { return dropped_; }

private:
    double naturalWidth(const TableColumn& column) const
    {
        double natural =
            sheet_.widthOf(visibleLine(column.column.title.text(sheet_.locale()), 80), headStyle);
        const qsizetype rows = std::min(measuredRows, table_.rows.size());
        for (qsizetype r = 0; r < rows && natural < widestNatural; ++r)
            natural = std::max(natural,
                               column.glyph +
                                   sheet_.widthOf(cellOf(column, table_.rows.at(r), sheet_.locale()).left(80),
                                                  cellStyle(column)));
        return std::min(natural + 1, widestNatural);
    }

    // The width at which no word of the column breaks, as far as that is bearable.
    double leastWidth(const TableColumn& column) const
    {
        double least = std::min(column.natural, narrowest);
        const qsizetype rows = std::min(measuredRows, table_.rows.size());
        for (qsizetype r = 0; r < rows && least < widestWord; ++r) {
            const QString text = cellOf(column, table_.rows.at(r), sheet_.locale()).left(80);
            for (const QString& word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts))
                least = std::max(least, column.glyph + sheet_.widthOf(word, cellStyle(column)) + 1);
        }
        return std::min({least, widestWord, column.natural});
    }

    double leastTogether() const
    {
        return std::accumulate(columns_.cbegin(), columns_.cend(), 0.0,
                               [](double total, const TableColumn& c) { return total + c.least; });
    }
    double available() const { return width_ - gap * static_cast<double>(columns_.size() - 1); }

    // The columns of the lowest priority go first, from the right.
    void dropUntilItFits()
    {
        while (columns_.size() > 1 && leastTogether() > available()) {
            qsizetype victim = columns_.size() - 1;
            for (qsizetype i = columns_.size() - 1; i >= 0; --i) {
                if (columns_.at(i).column.priority > columns_.at(victim).column.priority)
                    victim = i;
            }
            dropped_.append(columns_.at(victim).column.title.text(sheet_.locale()));
            columns_.removeAt(victim);
        }
    }

    void distribute()
    {
        double natural = 0;
        double smallest = 0;
        for (const TableColumn& column : columns_) {
            natural += column.natural;
            smallest += column.least;
        }
        const double room = available();
        const double share =
            natural <= room ? (room - natural) / static_cast<double>(std::max<qsizetype>(1, columns_.size()))
                            : 0;
        const double squeeze =
            natural > room && natural > smallest ? (room - smallest) / (natural - smallest) : 1;
        for (TableColumn& column : columns_)
            column.width = natural <= room
                               ? column.natural + share
                               : column.least + (column.natural - column.least) * std::max(0.0, squeeze);
    }

    const PdfSheet& sheet_;
    const Table& table_;
    double width_;
    QVector<TableColumn> columns_;
    QStringList dropped_;
};

struct Cell
{
    TextBlock block;
    double x = 0;
    std::optional<MarkGlyph> glyph = {}; // left of x
};

// Blocks at their places, right-aligned where the column is of numbers.
template<typename TextOf>
QVector<Cell> cellsOf(const QVector<TableColumn>& columns, const PdfSheet& sheet, TextOf textOf,
                      const TextStyle* style, int lines, double& height)
{
    QVector<Cell> cells;
    double x = 0;
    for (const TableColumn& column : columns) {
        const TextStyle own = style != nullptr ? *style : cellStyle(column);
        const double room = style != nullptr ? 0 : column.glyph; // a head has no glyph
        Cell cell{sheet.text(textOf(column), own, column.width - room + 0.5, lines), x + room};
        if (column.right)
            cell.x = x + std::max(0.0, column.width - cell.block.naturalWidth());
        height = std::max(height, cell.block.height());
        cells.append(cell);
        x += column.width + gap;
    }
    return cells;
}

} // namespace

void PdfBody::table(const Table& table, double before, qsizetype mostRows)
{
    if (table.columns.isEmpty() || table.rows.isEmpty())
        return;
    const QLocale& locale = sheet_.locale();
    if (!table.title.isEmpty())
        paragraph(table.title.text(locale), {Type::BodyStrong, 600, Role::Text, false}, {before, 0, true, 1});
    const TableLayout layout(sheet_, table, width());
    double headHeight = 0;
    const QVector<Cell> head = cellsOf(
        layout.columns(), sheet_,
        [&](const TableColumn& column) { return visibleLine(column.column.title.text(locale), 80); },
        &headStyle, 1, headHeight);
    const QColor ink = sheet_.color(Role::Text);
    const QColor line = sheet_.color(Role::Line);
    const auto paintCells = [theme = sheet_.theme()](QPainter& painter, const QRectF& rect,
                                                     const QVector<Cell>& cells) {
        for (const Cell& cell : cells) {
            const QPointF at = rect.topLeft() + QPointF(cell.x, cellPadding);
            cell.block.paint(painter, at);
            if (cell.glyph)
                MarkPainter::paint(painter, QRectF(at.x() - glyphRoom, at.y() + 3, glyphSide, glyphSide),
                                   *cell.glyph, false, theme);
        }
    };
    const qsizetype headIndex = flow_.size();
    picture(headHeight + 2 * cellPadding, table.title.isEmpty() ? before : 2, true,
            [=](QPainter& painter, const QRectF& rect) {
                paintCells(painter, rect, head);
                painter.fillRect(QRectF(rect.left(), rect.bottom() - 1.5, rect.width(), 1.5), ink);
            });
    const qsizetype shown = std::min(mostRows, table.rows.size());
    for (qsizetype r = 0; r < shown; ++r) {
        double height = 0;
        QVector<Cell> cells = cellsOf(
            layout.columns(), sheet_,
            [&](const TableColumn& column) { return cellOf(column, table.rows.at(r), locale); }, nullptr,
            mostLines, height);
        for (qsizetype c = 0; c < cells.size(); ++c)
            cells[c].glyph = glyphOf(layout.columns().at(c), table.rows.at(r));
        FlowItem item;
        item.height = height + 2 * cellPadding;
        item.repeat = headIndex;
        item.paint = [=](QPainter& painter, const QRectF& rect) {
            paintCells(painter, rect, cells);
            painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), line);
        };
        flow_.add(std::move(item));
    }
    const qint64 more = std::max<qint64>(table.total, table.rows.size()) - shown;
    const TextStyle small{Type::Small, 400, Role::Text2, false};
    if (more > 0)
        paragraph(say(QT_TRANSLATE_NOOP("awb", "%1 more rows, in the JSON result as far as they were kept."),
                      {more}, locale),
                  small, {4, 0, false, 1});
    if (!layout.dropped().isEmpty())
        paragraph(say(QT_TRANSLATE_NOOP("awb", "Columns left out for want of room: %1."),
                      {layout.dropped().join(QStringLiteral(", "))}, locale),
                  small, {4, 0, false, 2});
}

} // namespace awb
