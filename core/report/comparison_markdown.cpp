#include "core/report/comparison_words.h"
#include "core/report/report_words.h"
#include "core/report/reports.h"
#include "core/report/safe_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace awb
{

namespace
{

QString sectionRows(const AuditComparison& comparison, const QLocale& locale)
{
    QString out;
    const qsizetype count = std::min(comparison.sectionsBefore.size(), comparison.sectionsAfter.size());
    for (qsizetype i = 0; i < count; ++i) {
        const SectionScore& before = comparison.sectionsBefore.at(i);
        const SectionScore& after = comparison.sectionsAfter.at(i);
        const QStringList cells{
            QStringLiteral("%1. ").arg(after.number) + markdownText(after.title),
            say(QT_TRANSLATE_NOOP("awb", "%1 of %2"), {before.points, before.max}, locale),
            say(QT_TRANSLATE_NOOP("awb", "%1 of %2"), {after.points, after.max}, locale),
            signedNumber(after.points - before.points, locale)};
        out += QStringLiteral("| ") + cells.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
    }
    return out;
}

QString changeRow(const CheckChange& change, const QLocale& locale)
{
    const QStringList cells{change.check,
                            markdownText(change.title),
                            symbolOf(change.before) + QStringLiteral(" → ") + symbolOf(change.after),
                            markdownText(valueChange(change, locale)),
                            causeWord(change.cause),
                            markdownText(change.why.text(locale))};
    return QStringLiteral("| ") + cells.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
}

} // namespace

QByteArray markdownComparison(const AuditComparison& comparison, const ReportOptions& options)
{
    const QLocale locale = reportLocale(options.locale);
    QString out = QStringLiteral("# ") + markdownText(comparisonTitle(comparison)) + QStringLiteral("\n\n");
    out += say(QT_TRANSLATE_NOOP("awb", "**%1 of %2 → %3 of %4** (%5 points)"),
               {comparison.pointsBefore, comparison.maxBefore, comparison.pointsAfter, comparison.maxAfter,
                signedNumber(comparison.pointsAfter - comparison.pointsBefore, locale)},
               locale) +
           QStringLiteral(", ") + markdownText(percentLine(comparison, locale)) + QStringLiteral("\n\n");
    out += say(QT_TRANSLATE_NOOP("awb", "A: %1, %2. B: %3, %4."),
               {markdownText(comparison.labelBefore), timeText(comparison.timeBefore, locale),
                markdownText(comparison.labelAfter), timeText(comparison.timeAfter, locale)},
               locale) +
           QStringLiteral("\n\n");
    if (!comparison.sameEnvironment)
        out +=
            say(QT_TRANSLATE_NOOP("awb", "The two looked at different environments: the values are printed, "
                                         "their changes are not.")) +
            QStringLiteral("\n\n");
    out += QStringLiteral("| %1 | A | B | %2 |\n| --- | ---: | ---: | ---: |\n")
               .arg(say(QT_TRANSLATE_NOOP("awb", "Section")), say(QT_TRANSLATE_NOOP("awb", "Change"))) +
           sectionRows(comparison, locale);
    for (const ChangeGroup& group : changeGroups(comparison, locale)) {
        out += QStringLiteral("\n## ") + markdownText(group.title) +
               QStringLiteral("\n\n| # | %1 | %2 | %3 | %4 | %5 |\n| --- | --- | --- | --- | --- | --- |\n")
                   .arg(say(QT_TRANSLATE_NOOP("awb", "Check")), say(QT_TRANSLATE_NOOP("awb", "Mark")),
                        say(QT_TRANSLATE_NOOP("awb", "Value")), say(QT_TRANSLATE_NOOP("awb", "Cause")),
                        say(QT_TRANSLATE_NOOP("awb", "Why")));
        for (const CheckChange* change : group.changes)
            out += changeRow(*change, locale);
    }
    out += QLatin1Char('\n') +
           say(QT_TRANSLATE_NOOP("awb", "Unchanged checks: %1."), {unchangedCount(comparison)}, locale) +
           QLatin1Char('\n');
    return out.toUtf8();
}

} // namespace awb
