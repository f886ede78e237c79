#include "core/report_pdf/pdf_body.h"

#include <QPainter>

#include <algorithm>

namespace awb
{

namespace
{

using tokens::Role;
using tokens::Type;

constexpr double labelColumn = 96;
constexpr double codePadding = 8;

} // namespace

void PdfBody::picture(double height, double before, bool keepWithNext,
                      std::function<void(QPainter&, const QRectF&)> paint)
{
    FlowItem item;
    item.height = height;
    item.before = before;
    item.keepWithNext = keepWithNext;
    item.paint = std::move(paint);
    flow_.add(std::move(item));
}

void PdfBody::paragraph(const QString& text, const TextStyle& style, const ParagraphOptions& options)
{
    if (text.isEmpty())
        return;
    const TextBlock block = sheet_.text(text, style, width() - options.indent, options.maxLines);
    const int lines = block.lineCount();
    for (int i = 0; i < lines; ++i) {
        const bool edge = lines > 1 && (i == 0 || i == lines - 2);
        const bool keep = edge || (i == lines - 1 && options.keepWithNext);
        picture(block.lineHeight(), i == 0 ? options.before : 0, keep,
                [block, i, indent = options.indent](QPainter& painter, const QRectF& rect) {
                    block.paintLine(painter, i, rect.topLeft() + QPointF(indent, 0));
                });
    }
}

void PdfBody::rule(double before, double thickness, Role color, bool keepWithNext)
{
    const QColor ink = sheet_.color(color);
    picture(thickness, before, keepWithNext,
            [ink](QPainter& painter, const QRectF& rect) { painter.fillRect(rect, ink); });
}

void PdfBody::heading(const QString& text, double before, bool ruled)
{
    paragraph(text, {Type::Heading, 600, Role::Text, false}, {before, 0, true, 0});
    if (ruled)
        rule(6, 1, Role::Line, true);
}

void PdfBody::fields(const QVector<BodyField>& left, const QVector<BodyField>& right, double before)
{
    const double column = width() / 2;
    const qsizetype rows = std::max(left.size(), right.size());
    for (qsizetype i = 0; i < rows; ++i) {
        QVector<std::pair<TextBlock, TextBlock>> cells;
        double height = sheet_.theme().lineHeight(Type::Body);
        for (const QVector<BodyField>* side : {&left, &right}) {
            const BodyField field = i < side->size() ? side->at(i) : BodyField{};
            const TextBlock label =
                sheet_.text(field.label, {Type::Body, 400, Role::Muted, false}, labelColumn - 8, 1);
            const TextBlock value =
                sheet_.text(field.text, {Type::Body, field.strong ? 600 : 400, Role::Text, false},
                            column - labelColumn - 16, 4);
            height = std::max(height, value.height());
            cells.append({label, value});
        }
        picture(height, i == 0 ? before : 4, true, [cells, column](QPainter& painter, const QRectF& rect) {
            for (qsizetype c = 0; c < cells.size(); ++c) {
                const QPointF at = rect.topLeft() + QPointF(column * static_cast<double>(c), 0);
                cells.at(c).first.paint(painter, at);
                cells.at(c).second.paint(painter, at + QPointF(labelColumn, 0));
            }
        });
    }
}

void PdfBody::fieldList(const QVector<BodyField>& fields, double before, double labelWidth, bool together)
{
    bool first = true;
    for (const BodyField& field : fields) {
        const TextBlock label =
            sheet_.text(field.label, {Type::Body, 400, Role::Muted, false}, labelWidth - 8, 1);
        const TextBlock value = sheet_.text(
            field.text, {Type::Body, field.strong ? 600 : 400, Role::Text, false}, width() - labelWidth);
        for (int i = 0; i < std::max(1, value.lineCount()); ++i) {
            picture(value.lineHeight(),
                    i > 0   ? 0
                    : first ? before
                            : 4,
                    together || (i == 0 && value.lineCount() > 1),
                    [label, value, i, labelWidth](QPainter& painter, const QRectF& rect) {
                        if (i == 0)
                            label.paint(painter, rect.topLeft());
                        if (i < value.lineCount())
                            value.paintLine(painter, i, rect.topLeft() + QPointF(labelWidth, 0));
                    });
        }
        first = false;
    }
}

void PdfBody::code(const QString& text, double before)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return;
    const TextBlock block =
        sheet_.text(trimmed, {Type::Code, 400, Role::Text, true}, width() - 2 * codePadding, 60);
    const QColor ground = sheet_.color(Role::Code);
    const QColor border = sheet_.color(Role::Line);
    const int lines = block.lineCount();
    for (int i = 0; i < lines; ++i) {
        const bool first = i == 0;
        const bool last = i == lines - 1;
        const double top = first ? codePadding : 0;
        const double bottom = last ? codePadding : 0;
        const bool keep = !last && (i == 0 || i == lines - 2);
        picture(block.lineHeight() + top + bottom, first ? before : 0, keep,
                [=](QPainter& painter, const QRectF& rect) {
                    painter.fillRect(rect, ground);
                    painter.setPen(QPen(border, 1));
                    painter.drawLine(rect.topLeft(), rect.bottomLeft());
                    painter.drawLine(rect.topRight(), rect.bottomRight());
                    if (first)
                        painter.drawLine(rect.topLeft(), rect.topRight());
                    if (last)
                        painter.drawLine(rect.bottomLeft(), rect.bottomRight());
                    block.paintLine(painter, i, rect.topLeft() + QPointF(codePadding, top));
                });
    }
}

void PdfBody::quote(const QString& label, const QString& text, double before)
{
    if (text.isEmpty())
        return;
    constexpr double indent = 16;
    const TextBlock head = sheet_.text(label, {Type::Body, 400, Role::Muted, false}, width() - indent, 1);
    const TextBlock body = sheet_.text(text, {Type::Body, 400, Role::Text, false}, width() - indent);
    const QColor bar = sheet_.color(Role::Line);
    const int lines = body.lineCount();
    for (int i = -1; i < lines; ++i) {
        picture(body.lineHeight(), i < 0 ? before : 0, i < 0 || (lines > 1 && (i == 0 || i == lines - 2)),
                [=](QPainter& painter, const QRectF& rect) {
                    painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), bar);
                    if (i < 0)
                        head.paint(painter, rect.topLeft() + QPointF(indent, 0));
                    else
                        body.paintLine(painter, i, rect.topLeft() + QPointF(indent, 0));
                });
    }
}

} // namespace awb
