// Lists, method and the appendix of the PDF report.
#include "core/report/report_words.h"
#include "core/report/safe_text.h"
#include "core/report_pdf/pdf_pages.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace awb
{

namespace
{

using tokens::Role;
using tokens::Type;

constexpr qsizetype mostExecuted = 2000;

void addPageTitle(PdfBody& body, const QString& title, bool newPage)
{
    const qsizetype first = body.flow().size();
    body.paragraph(title, {Type::Title, 700, Role::Text, false}, {newPage ? 0.0 : 28.0, 0, true, 1});
    FlowItem& start = body.flow().at(first);
    start.breakBefore = newPage;
    start.bookmark = title;
    start.running = title;
}

void addEntry(PdfBody& body, const CheckResult& check, const QString& detail)
{
    const PdfSheet& sheet = body.sheet();
    constexpr double indent = 72;
    const TextBlock id = sheet.text(check.check.id, {Type::Number, 400, Role::Text2, true}, 40, 1);
    const TextBlock title =
        sheet.text(check.check.check, {Type::Body, 600, Role::Text, false}, body.width() - indent, 2);
    const TextBlock text =
        sheet.text(detail, {Type::Body, 400, Role::Text2, false}, body.width() - indent, 8);
    const Mark mark = check.mark();
    const QColor line = sheet.color(Role::Line);
    body.picture(title.height() + text.height() + 13, 0, false,
                 [=, &sheet](QPainter& painter, const QRectF& rect) {
                     const double top = rect.top() + 6;
                     id.paint(painter, QPointF(rect.left(), top));
                     sheet.paintMark(painter, QRectF(rect.left() + 42, top + 2, 14, 14), mark);
                     title.paint(painter, QPointF(rect.left() + indent, top));
                     text.paint(painter, QPointF(rect.left() + indent, top + title.height()));
                     painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), line);
                 });
}

void addList(PdfBody& body, const ReportList& list)
{
    const qsizetype first = body.flow().size();
    body.heading(list.title, 24);
    body.flow().at(first).bookmark = list.title;
    body.flow().at(first).level = 1;
    if (list.checks.isEmpty())
        body.paragraph(list.empty, {Type::Body, 400, Role::Text2, false}, {6, 0, false, 2});
    for (const CheckResult* check : list.checks)
        addEntry(body, *check, list.detail(*check, body.sheet().locale()));
}

// Of the lists of every report, the first two lead the checks and the others follow them.
constexpr qsizetype leadingLists = 2;

} // namespace

void addActionLists(PdfBody& body, const AuditResult& result)
{
    addPageTitle(body, say(QT_TRANSLATE_NOOP("awb", "What to do")), true);
    for (const ReportList& list : reportLists(result).mid(0, leadingLists))
        addList(body, list);
}

void addOtherLists(PdfBody& body, const AuditResult& result)
{
    const QVector<ReportList> lists = reportLists(result).mid(leadingLists);
    addPageTitle(body, say(QT_TRANSLATE_NOOP("awb", "Exceptions")), true);
    if (lists.isEmpty())
        body.paragraph(say(QT_TRANSLATE_NOOP(
                           "awb", "Every check is decided, applies, and stands as measured or judged.")),
                       {Type::Body, 400, Role::Text2, false}, {8, 0, false, 2});
    for (const ReportList& list : lists)
        addList(body, list);
}

void addMethod(PdfBody& body, const AuditResult& result)
{
    addPageTitle(body, say(QT_TRANSLATE_NOOP("awb", "Method and environment")), false);
    QVector<BodyField> fields;
    for (const ReportField& field : methodFields(result, body.sheet().locale()))
        fields.append({field.label, field.text, false});
    body.fieldList(fields, 10, 120, true);
}

void addExecuted(PdfBody& body, const AuditResult& result)
{
    const PdfSheet& sheet = body.sheet();
    addPageTitle(body, say(QT_TRANSLATE_NOOP("awb", "Appendix: everything executed")), true);
    if (result.executed.isEmpty())
        body.paragraph(say(QT_TRANSLATE_NOOP("awb", "Nothing was sent.")),
                       {Type::Body, 400, Role::Text2, false}, {8, 0, false, 1});
    const QColor line = sheet.color(Role::Line);
    const qsizetype shown = std::min(mostExecuted, result.executed.size());
    for (qsizetype i = 0; i < shown; ++i) {
        const Sent& sent = result.executed.at(i);
        constexpr double indent = 72;
        const TextBlock count = sheet.text(sheet.locale().toString(sent.count) + QChar(0xD7),
                                           {Type::Number, 400, Role::Text2, true}, indent - 12, 1);
        const TextBlock what =
            sheet.text(sent.what, {Type::Code, 400, Role::Text, true}, body.width() - indent, 12);
        body.picture(what.height() + 9, i == 0 ? 8 : 0, false, [=](QPainter& painter, const QRectF& rect) {
            count.paint(painter, QPointF(rect.left() + indent - 12 - count.naturalWidth(), rect.top() + 4));
            what.paint(painter, QPointF(rect.left() + indent, rect.top() + 4));
            painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), line);
        });
    }
    const qint64 more = result.executed.size() - shown;
    if (more > 0)
        body.paragraph(
            say(QT_TRANSLATE_NOOP("awb", "and %1 more, in the JSON result."), {more}, sheet.locale()),
            {Type::Small, 400, Role::Text2, false}, {4, 0, false, 1});
}

} // namespace awb
