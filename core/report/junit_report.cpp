#include "core/report/redact.h"
#include "core/report/report_words.h"
#include "core/report/reports.h"
#include "core/report/safe_text.h"

#include <QXmlStreamWriter>

namespace awb
{

namespace
{

QString outputOf(const CheckResult& check, const QLocale& locale)
{
    QStringList lines{QStringLiteral("Threshold: ") + thresholdText(check, locale),
                      QStringLiteral("Measured: ") + measuredText(check, locale)};
    if (!check.suggestion.summary.isEmpty())
        lines.append(check.suggestion.summary.text(locale));
    if (!check.judgment.note.isEmpty())
        lines.append(QStringLiteral("Note: ") + check.judgment.note);
    return visibleText(lines.join(QLatin1Char('\n')));
}

// Why a check that is neither pass, warn nor fail was skipped.
QString skipReason(const CheckResult& check, const QLocale& locale)
{
    if (check.mark() == Mark::NotApplicable)
        return visibleLine(QStringLiteral("not applicable: ") + check.judgment.reason);
    const QString summary = check.suggestion.summary.text(locale);
    const QString state = QStringLiteral("undecided, suggestion ") + verdictId(check.suggestion.verdict);
    return visibleLine(summary.isEmpty() ? state : state + QStringLiteral(": ") + summary, 4000);
}

void writeCase(QXmlStreamWriter& xml, const CheckResult& check, const QString& className,
               const QLocale& locale)
{
    double seconds = 0;
    for (const Facts& facts : check.evidence)
        seconds += static_cast<double>(facts.durationMs) / 1000.0;
    xml.writeStartElement(QStringLiteral("testcase"));
    xml.writeAttribute(QStringLiteral("classname"), className);
    xml.writeAttribute(QStringLiteral("name"),
                       visibleLine(check.check.id + QLatin1Char(' ') + check.check.check));
    xml.writeAttribute(QStringLiteral("time"), QString::number(seconds, 'f', 3));
    switch (check.mark()) {
    case Mark::Fail:
        xml.writeStartElement(QStringLiteral("failure"));
        xml.writeAttribute(QStringLiteral("message"),
                           visibleLine(check.suggestion.summary.text(locale), 4000));
        xml.writeAttribute(QStringLiteral("type"), originId(check.judgment.origin));
        xml.writeCharacters(outputOf(check, locale));
        xml.writeEndElement();
        break;
    case Mark::Warn:
        xml.writeTextElement(QStringLiteral("system-out"),
                             QStringLiteral("Warning\n") + outputOf(check, locale));
        break;
    case Mark::Pass:
        break;
    case Mark::NotApplicable:
    case Mark::Undecided:
        xml.writeEmptyElement(QStringLiteral("skipped"));
        xml.writeAttribute(QStringLiteral("message"), skipReason(check, locale));
        break;
    }
    xml.writeEndElement();
}

} // namespace

QByteArray junitReport(const AuditResult& original, const ReportOptions& options)
{
    const AuditResult result = options.redact ? redacted(original) : original;
    QByteArray out;
    QXmlStreamWriter xml(&out);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(QStringLiteral("testsuites"));
    xml.writeAttribute(QStringLiteral("name"), visibleLine(reportTitle(result)));
    xml.writeAttribute(QStringLiteral("tests"), QString::number(result.checks.size()));
    xml.writeAttribute(QStringLiteral("failures"), QString::number(result.score.fail));
    for (const SectionScore& section : result.score.sections) {
        const QString name = QStringLiteral("%1. %2").arg(section.number).arg(visibleLine(section.title));
        xml.writeStartElement(QStringLiteral("testsuite"));
        xml.writeAttribute(QStringLiteral("name"), name);
        xml.writeAttribute(QStringLiteral("tests"), QString::number(section.strictMax));
        xml.writeAttribute(QStringLiteral("failures"), QString::number(section.fail));
        xml.writeAttribute(QStringLiteral("errors"), QStringLiteral("0"));
        const int decided = section.pass + section.warn + section.fail;
        xml.writeAttribute(QStringLiteral("skipped"), QString::number(section.strictMax - decided));
        for (const CheckResult& check : result.checks) {
            if (check.check.section == section.number)
                writeCase(xml, check, name, reportLocale(options.locale));
        }
        xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    return out;
}

} // namespace awb
