#include "core/report/redact.h"
#include "core/report/report_words.h"
#include "core/report/reports.h"
#include "core/report/safe_text.h"

namespace awb
{

namespace
{

QString numberOrNothing(const std::optional<double>& value)
{
    return value ? rawNumber(*value) : QString();
}

QStringList fieldsOf(const CheckResult& check, const AuditResult& result)
{
    const Measurement headline = check.suggestion.headline.value_or(Measurement{});
    QString section;
    for (const SectionScore& score : result.score.sections) {
        if (score.number == check.check.section)
            section = score.title;
    }
    const bool isNa = check.mark() == Mark::NotApplicable;
    return {check.check.id,
            section,
            check.check.check,
            check.check.threshold,
            thresholdOverrideText(check, QLocale::c()),
            markId(check.mark()),
            originId(check.judgment.origin),
            verdictId(check.suggestion.verdict),
            verdictId(check.suggestion.byLetter),
            confidenceId(check.suggestion.confidence),
            rawNumber(headline.value),
            numberOrNothing(headline.low),
            numberOrNothing(headline.high),
            headline.unit,
            headline.n >= 0 ? QString::number(headline.n) : QString(),
            check.suggestion.summary.text(),
            check.judgment.note,
            isNa ? QString() : check.judgment.reason,
            isNa ? check.judgment.reason : QString(),
            check.stale.cause,
            check.judgedWithoutMeasurement ? QStringLiteral("yes") : QString(),
            check.judgment.author};
}

} // namespace

// Field names are fixed: a script reads them.
QByteArray csvReport(const AuditResult& original, const ReportOptions& options)
{
    const AuditResult result = options.redact ? redacted(original) : original;
    QString out = QStringLiteral(
        "id,section,check,threshold,threshold_override,mark,origin,suggestion,by_letter,confidence,value,low,"
        "high,"
        "unit,n,summary,note,override_reason,na_reason,stale,judged_without_measurement,author\r\n");
    for (const CheckResult& check : result.checks) {
        QStringList fields;
        for (const QString& field : fieldsOf(check, result))
            fields.append(csvField(field));
        out += fields.join(QLatin1Char(',')) + QStringLiteral("\r\n");
    }
    return out.toUtf8();
}

} // namespace awb
