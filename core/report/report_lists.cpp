#include "core/audit/action_items.h"
#include "core/report/report_words.h"

#include <QCoreApplication>

namespace awb
{

namespace
{

QString summaryDetail(const CheckResult& check, const QLocale& locale)
{
    return check.suggestion.summary.isEmpty() ? check.judgment.note : check.suggestion.summary.text(locale);
}

QString undecidedDetail(const CheckResult& check, const QLocale& locale)
{
    if (check.suggestion.verdict == Verdict::None)
        return say(QT_TRANSLATE_NOOP("awb", "Nothing suggests a mark."));
    const QString summary = check.suggestion.summary.text(locale);
    return summary.isEmpty() ? suggestionText(check) : suggestionText(check) + QStringLiteral(": ") + summary;
}

QString reasonDetail(const CheckResult& check, const QLocale&)
{
    return check.judgment.reason.isEmpty() ? say(QT_TRANSLATE_NOOP("awb", "No reason was given."))
                                           : check.judgment.reason;
}

QString overruledDetail(const CheckResult& check, const QLocale& locale)
{
    return say(QT_TRANSLATE_NOOP("awb", "Suggested %1, marked %2: %3"),
               {verdictWord(check.suggestion.verdict), markWord(check.mark()), reasonDetail(check, locale)},
               locale);
}

QString noteDetail(const CheckResult& check, const QLocale&)
{
    return check.judgment.note.isEmpty() ? say(QT_TRANSLATE_NOOP("awb", "No note was written."))
                                         : check.judgment.note;
}

QString staleDetail(const CheckResult& check, const QLocale& locale)
{
    return check.stale.text.isEmpty() ? check.stale.cause : check.stale.text.text(locale);
}

QString carriedDetail(const CheckResult& check, const QLocale&)
{
    return markedText(check);
}

QStringList probeSources(const AuditResult& result)
{
    QStringList sources;
    for (const CheckResult& check : result.checks) {
        for (const Facts& facts : check.evidence) {
            if (!facts.source.isEmpty() && !sources.contains(facts.source))
                sources.append(facts.source);
        }
    }
    return sources;
}

} // namespace

QVector<ReportList> reportLists(const AuditResult& result)
{
    QVector<ReportList> lists{{say(QT_TRANSLATE_NOOP("awb", "Immediate action items (✗)")),
                               say(QT_TRANSLATE_NOOP("awb", "None: no check is marked Fail.")),
                               immediateActions(result), summaryDetail},
                              {say(QT_TRANSLATE_NOOP("awb", "Improvement opportunities (⚠)")),
                               say(QT_TRANSLATE_NOOP("awb", "None: no check is marked Warning.")),
                               improvements(result), summaryDetail}};
    const QVector<ReportList> optional{
        {say(QT_TRANSLATE_NOOP("awb", "Undecided checks (score 0)")),
         {},
         undecidedChecks(result),
         undecidedDetail},
        {say(QT_TRANSLATE_NOOP("awb", "Not applicable, with reasons")),
         {},
         notApplicableChecks(result),
         reasonDetail},
        {say(QT_TRANSLATE_NOOP("awb", "Overruled suggestions")),
         {},
         overruledChecks(result),
         overruledDetail},
        {say(QT_TRANSLATE_NOOP("awb", "Judged without measurement")),
         {},
         withoutMeasurement(result),
         noteDetail},
        {say(QT_TRANSLATE_NOOP("awb", "Stale marks")), {}, staleChecks(result), staleDetail},
        {say(QT_TRANSLATE_NOOP("awb", "Carried, to be confirmed")), {}, carriedChecks(result), carriedDetail},
        {say(QT_TRANSLATE_NOOP("awb", "Thresholds of this audit's own")),
         {},
         ownThresholds(result),
         thresholdText}};
    for (const ReportList& list : optional) {
        if (!list.checks.isEmpty())
            lists.append(list);
    }
    return lists;
}

QVector<ReportField> methodFields(const AuditResult& result, const QLocale& locale)
{
    QVector<ReportField> fields;
    const auto add = [&fields](const char* label, const QString& text) {
        if (!text.isEmpty())
            fields.append({say(label), text});
    };
    add(QT_TRANSLATE_NOOP("awb", "Checklist"), say(QT_TRANSLATE_NOOP("awb", "%1, %2 checks"),
                                                   {result.checklistTitle, result.score.strictMax}, locale));
    add(QT_TRANSLATE_NOOP("awb", "Scoring"),
        say(QT_TRANSLATE_NOOP("awb",
                              "1 point for each ✓, 0 for ⚠, ✗ and undecided; a check that does not apply "
                              "leaves the maximum.")));
    if (result.byLetter)
        add(QT_TRANSLATE_NOOP("awb", "Reading"),
            say(QT_TRANSLATE_NOOP("awb", "By the letter of the checklist.")));
    add(QT_TRANSLATE_NOOP("awb", "Program"), QStringLiteral("Backend Audit Workbench ") + result.toolVersion);
    add(QT_TRANSLATE_NOOP("awb", "Environment"), result.meta.environment);
    add(QT_TRANSLATE_NOOP("awb", "Version"), result.meta.version);
    add(QT_TRANSLATE_NOOP("awb", "Target"), result.meta.target);
    add(QT_TRANSLATE_NOOP("awb", "Measured at"), probeSources(result).join(QStringLiteral("; ")));
    add(QT_TRANSLATE_NOOP("awb", "Started"), timeText(result.started, locale));
    add(QT_TRANSLATE_NOOP("awb", "Last entry"), timeText(result.finished, locale));
    add(QT_TRANSLATE_NOOP("awb", "Snapshot"), result.snapshotLabel);
    return fields;
}

QString evidenceLine(const Facts& facts, const QLocale& locale)
{
    QStringList parts{facts.probe};
    if (!facts.source.isEmpty())
        parts.append(facts.source);
    if (facts.started.isValid())
        parts.append(timeText(facts.started, locale));
    parts.append(formatQuantity(static_cast<double>(facts.durationMs) / 1000.0, QStringLiteral("s"), locale));
    if (facts.failed)
        parts.append(say(QT_TRANSLATE_NOOP("awb", "failed")));
    else if (facts.cancelled)
        parts.append(say(QT_TRANSLATE_NOOP("awb", "stopped early")));
    else
        parts.append(facts.complete ? say(QT_TRANSLATE_NOOP("awb", "complete"))
                                    : say(QT_TRANSLATE_NOOP("awb", "not complete")));
    return parts.join(QStringLiteral(" · "));
}

} // namespace awb
