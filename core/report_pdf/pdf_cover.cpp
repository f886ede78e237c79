// Cover of the PDF report.
#include "core/report/report_words.h"
#include "core/report/safe_text.h"
#include "core/report_pdf/pdf_pages.h"

namespace awb
{

using tokens::Role;
using tokens::Type;

void addCover(PdfBody& body, const AuditResult& result)
{
    const PdfSheet& sheet = body.sheet();
    const QLocale& locale = sheet.locale();
    body.picture(120, 0, true, {});
    body.paragraph(result.checklistTitle, {Type::Heading, 600, Role::Text2, false}, {0, 0, true, 1});
    body.paragraph(visibleLine(reportTitle(result), 300), {Type::Hero, 0, Role::Text, false},
                   {4, 0, true, 3});
    body.rule(16, 1.5, Role::Text, true);
    QVector<BodyField> fields;
    const auto add = [&fields](const char* name, const QString& text) {
        if (!text.isEmpty())
            fields.append({say(name), visibleLine(text, 300), false});
    };
    add(QT_TRANSLATE_NOOP("awb", "Team"), result.meta.team);
    add(QT_TRANSLATE_NOOP("awb", "Date"), dateText(result.meta.date, locale));
    add(QT_TRANSLATE_NOOP("awb", "Reviewer"), result.meta.reviewer);
    add(QT_TRANSLATE_NOOP("awb", "Team lead"), result.meta.lead);
    add(QT_TRANSLATE_NOOP("awb", "Target"), result.meta.target);
    add(QT_TRANSLATE_NOOP("awb", "Environment"), result.meta.environment);
    add(QT_TRANSLATE_NOOP("awb", "Version"), result.meta.version);
    add(QT_TRANSLATE_NOOP("awb", "Snapshot"), result.snapshotLabel);
    body.fieldList(fields, 16, 120);
    body.paragraph(say(QT_TRANSLATE_NOOP("awb", "%1 of %2 points, %3 %"),
                       {result.score.points, result.score.max,
                        percentText(result.score.points, result.score.max, locale)},
                       locale),
                   {Type::Title, 600, Role::Text, false}, {32, 0, true, 1});
    body.paragraph(bandText(result, locale), {Type::Heading, 400, Role::Text2, false}, {2, 0, true, 2});
    body.paragraph(honestLine(result, locale), {Type::Small, 400, Role::Text2, false}, {6, 0, false, 3});
}

} // namespace awb
