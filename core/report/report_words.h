// What every report says in the same words: the one place that turns the frozen audit into sentences. The
// answers may hold foreign text: the writer of each format makes it safe (core/report/safe_text.h).
#pragma once

#include "core/audit/audit_result.h"

#include <QLocale>

namespace awb
{

// The locale that a report is written in. The C locale, the default, gets thousands separators: 1,284,310.
QLocale reportLocale(const QLocale& wanted);

// A translated sentence with arguments, in context "awb".
QString say(const char* source, const QVector<MessageArg>& arguments = {},
            const QLocale& locale = QLocale::c());

QString dateText(const QDate& date, const QLocale& locale);     // "24 Nov 2026", "–" if invalid
QString timeText(const QDateTime& time, const QLocale& locale); // "24 Nov 2026, 13:48:31 UTC"

// "66.7"; "–" when the maximum is 0 (all checks not applicable): 0 of 0 is no score.
QString percentText(int points, int max, const QLocale& locale);

QString reportTitle(const AuditResult& result); // the audit's name, else its team, else "Backend audit"

// "Some gaps, addressable within one sprint", with ", provisional: 11 checks are undecided" while any is.
QString bandText(const AuditResult& result, const QLocale& locale);

// "51 of 71 strict · 51 of 70 applicable (N/A: 4.10) · 52 measured · 0 undecided · 0 stale · 2 overruled
// (1.1, 8.8)"
QString honestLine(const AuditResult& result, const QLocale& locale);
// The same as single statements, figure and word apart, for a report that sets the figures in bold.
struct HonestPart
{
    QString figure;
    QString word;
};
QVector<HonestPart> honestParts(const AuditResult& result, const QLocale& locale);

// The checklist's words; with the audit's own threshold when one was set, and whether it is looser.
QString thresholdText(const CheckResult& check, const QLocale& locale);
// Only the audit's own threshold: "< 150 ms, stricter than the checklist"; empty without one.
QString thresholdOverrideText(const CheckResult& check, const QLocale& locale);

// "187 ms [171–203] (n = 412)", "14 of 15 (93.3 %)", "Not measured", "No probe"; never empty.
QString measuredText(const CheckResult& check, const QLocale& locale);
QString measurementText(const Measurement& measurement, const QLocale& locale);

QString originText(
    const CheckResult& check); // "Measured", "Judged", "Overruled", "From the profile", "Carried"; "" if open
QString
suggestionText(const CheckResult& check); // "Fail, accepted", "Pass, overruled", "Too close to call", "None"
QString markedText(const CheckResult& check); // "Fail, by both seats", "Pass, by A. Reviewer", "Undecided"

// ✓ ⚠ ✗ and – as everywhere; "·" while undecided.
QString symbolOf(Mark mark);

// A cell of an evidence table: numbers with their unit, null as "–". Never longer than a few thousand
// characters.
QString cellText(const Column& column, const QJsonValue& value, const QLocale& locale);

// Checks of one kind, in walking order.
QVector<const CheckResult*> undecidedChecks(const AuditResult& result);
QVector<const CheckResult*> notApplicableChecks(const AuditResult& result);
QVector<const CheckResult*> overruledChecks(const AuditResult& result);
QVector<const CheckResult*> withoutMeasurement(const AuditResult& result);
QVector<const CheckResult*> staleChecks(const AuditResult& result);
QVector<const CheckResult*> ownThresholds(const AuditResult& result);
QVector<const CheckResult*> carriedChecks(const AuditResult& result);

// The lists that follow the summary in every report, those that are empty left out except the first two.
struct ReportList
{
    QString title;
    QString empty; // what an empty list says
    QVector<const CheckResult*> checks;
    // What stands after the check's title: reason, summary.
    QString (*detail)(const CheckResult& check, const QLocale& locale);
};
QVector<ReportList> reportLists(const AuditResult& result);

// Method and environment as label and text.
struct ReportField
{
    QString label;
    QString text;
};
QVector<ReportField> methodFields(const AuditResult& result, const QLocale& locale);

// "2 min 30 s of measuring, complete" for one probe's evidence.
QString evidenceLine(const Facts& facts, const QLocale& locale);

} // namespace awb
