#include "core/report/comparison_words.h"
#include "core/report/html_page.h"
#include "core/report/report_words.h"
#include "core/report/reports.h"
#include "core/report/safe_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace awb
{

namespace
{

QString sectionTable(const AuditComparison& comparison, const QLocale& locale)
{
    QString out =
        QStringLiteral("<table><thead><tr><th>%1</th><th class=\"num\">A</th><th class=\"num\">B</th><th "
                       "class=\"num\">%2</th></tr></thead><tbody>\n")
            .arg(say(QT_TRANSLATE_NOOP("awb", "Section")), say(QT_TRANSLATE_NOOP("awb", "Change")));
    const qsizetype count = std::min(comparison.sectionsBefore.size(), comparison.sectionsAfter.size());
    for (qsizetype i = 0; i < count; ++i) {
        const SectionScore& before = comparison.sectionsBefore.at(i);
        const SectionScore& after = comparison.sectionsAfter.at(i);
        out +=
            QStringLiteral("<tr><td>%1. %2</td><td class=\"num\">%3</td><td class=\"num\">%4</td><td "
                           "class=\"num\">%5</td></tr>\n")
                .arg(QString::number(after.number), markupText(after.title), locale.toString(before.points),
                     locale.toString(after.points), signedNumber(after.points - before.points, locale));
    }
    return out + QStringLiteral("</tbody></table>\n");
}

QString changeRow(const CheckChange& change, const QLocale& locale)
{
    return QStringLiteral("<tr><td class=\"id\">%1</td><td>%2</td><td>%3 → %4</td><td>%5</td><td>%6</td><td "
                          "class=\"muted\">%7</td></tr>\n")
        .arg(markupText(change.check), markupText(change.title), htmlMark(change.before),
             htmlMark(change.after), markupText(valueChange(change, locale)),
             markupText(causeWord(change.cause)), markupText(change.why.text(locale)));
}

} // namespace

QByteArray htmlComparison(const AuditComparison& comparison, const ReportOptions& options)
{
    const QLocale locale = reportLocale(options.locale);
    QString body = QStringLiteral("<h1>%1</h1>\n<section class=\"card\"><p><strong>%2 → %3</strong> (%4) "
                                  "%5</p><p class=\"muted\">A: %6, %7<br>B: %8, %9</p>\n")
                       .arg(markupText(comparisonTitle(comparison)), locale.toString(comparison.pointsBefore),
                            say(QT_TRANSLATE_NOOP("awb", "%1 of %2"),
                                {comparison.pointsAfter, comparison.maxAfter}, locale),
                            signedNumber(comparison.pointsAfter - comparison.pointsBefore, locale),
                            markupText(percentLine(comparison, locale)), markupText(comparison.labelBefore),
                            timeText(comparison.timeBefore, locale), markupText(comparison.labelAfter),
                            timeText(comparison.timeAfter, locale));
    if (!comparison.sameEnvironment)
        body +=
            QStringLiteral("<p class=\"honest\">%1</p>\n")
                .arg(say(QT_TRANSLATE_NOOP("awb", "The two looked at different environments: the values are "
                                                  "printed, their changes are not.")));
    body += sectionTable(comparison, locale) + QStringLiteral("</section>\n");
    for (const ChangeGroup& group : changeGroups(comparison, locale)) {
        body += QStringLiteral("<section class=\"card\"><h2>%1</h2><table><tbody>\n")
                    .arg(markupText(group.title));
        for (const CheckChange* change : group.changes)
            body += changeRow(*change, locale);
        body += QStringLiteral("</tbody></table></section>\n");
    }
    body += QStringLiteral("<p class=\"muted\">%1</p>\n")
                .arg(say(QT_TRANSLATE_NOOP("awb", "Unchanged checks: %1."), {unchangedCount(comparison)},
                         locale));
    return htmlPage(comparisonTitle(comparison), body, locale).toUtf8();
}

} // namespace awb
