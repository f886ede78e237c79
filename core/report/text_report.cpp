#include "core/report/redact.h"
#include "core/report/report_words.h"
#include "core/report/reports.h"
#include "core/report/safe_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace awb
{

namespace
{

constexpr int lineWidth = 96;
constexpr qsizetype longestCell = 160;
constexpr qsizetype mostRows = 10;

// Breaks at spaces; a longer word stays whole. Every line but the first is indented.
QString wrapped(const QString& text, int indent)
{
    const QString pad(indent, QLatin1Char(' '));
    QStringList lines;
    for (const QString& paragraph : text.split(QLatin1Char('\n'))) {
        QString line;
        for (const QString& word : paragraph.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            if (!line.isEmpty() && indent + line.size() + 1 + word.size() > lineWidth) {
                lines.append(line);
                line.clear();
            }
            line += line.isEmpty() ? word : QLatin1Char(' ') + word;
        }
        lines.append(line);
    }
    return lines.join(QLatin1Char('\n') + pad);
}

class TextWriter
{
public:
    TextWriter(const AuditResult& result, const QLocale& locale)
        : result_(result),
          locale_(reportLocale(locale))
    {
    }

    QByteArray write()
    {
        head();
        scoreTemplate();
        standing();
        for (const ReportList& list : reportLists(result_))
            listOf(list);
        for (const SectionScore& section : result_.score.sections)
            sectionOf(section);
        method();
        executed();
        return out_.toUtf8();
    }

private:
    void line(const QString& text = {}) { out_ += text + QLatin1Char('\n'); }
    void heading(const QString& text, QChar underline)
    {
        const QString title = visibleLine(text);
        line();
        line(title);
        line(QString(title.size(), underline));
    }
    void field(const QString& label, const QString& text)
    {
        if (!text.isEmpty())
            line(QStringLiteral("     ") + label.leftJustified(12) + wrapped(visibleText(text), 17));
    }

    void head()
    {
        const QString title = visibleLine(reportTitle(result_));
        line(title);
        line(QString(title.size(), QLatin1Char('=')));
        line();
    }

    void row(const QString& name, const QString& score, const QString& max, const QString& percent)
    {
        QString text = name.leftJustified(28) + score.rightJustified(6) + max.rightJustified(6) +
                       percent.rightJustified(9);
        while (text.endsWith(QLatin1Char(' ')))
            text.chop(1);
        line(text);
    }

    // The checklist's own Score Summary Template, its blanks filled in.
    void scoreTemplate()
    {
        const QString rule(49, QChar(0x2500));
        const Scorecard& score = result_.score;
        line(say(QT_TRANSLATE_NOOP("awb", "Team: %1 Date: %2 Reviewer: %3"),
                 {visibleLine(result_.meta.team), dateText(result_.meta.date, locale_),
                  visibleLine(result_.meta.reviewer)},
                 locale_));
        row(say(QT_TRANSLATE_NOOP("awb", "Section")), say(QT_TRANSLATE_NOOP("awb", "Score")),
            say(QT_TRANSLATE_NOOP("awb", "Max")), QStringLiteral("%  "));
        line(rule);
        for (const SectionScore& section : score.sections)
            row(QStringLiteral("%1. %2").arg(section.number).arg(visibleLine(section.title)),
                locale_.toString(section.points), locale_.toString(section.max),
                percentText(section.points, section.max, locale_) + QStringLiteral("  "));
        line(rule);
        row(say(QT_TRANSLATE_NOOP("awb", "TOTAL")), locale_.toString(score.points),
            locale_.toString(score.max),
            percentText(score.points, score.max, locale_) + QStringLiteral(" %"));
        line(say(QT_TRANSLATE_NOOP("awb", "Top 3 action items:")));
        for (int i = 0; i < 3; ++i)
            line(QStringLiteral("%1. ").arg(i + 1) + actionText(i));
    }

    QString actionText(qsizetype index) const
    {
        if (index >= result_.actions.size())
            return QStringLiteral("–");
        const ActionItem& item = result_.actions.at(index);
        QString text = visibleLine(item.text);
        if (!item.checks.isEmpty())
            text += QStringLiteral(" (%1)").arg(item.checks.join(QStringLiteral(", ")));
        if (!item.owner.isEmpty())
            text += say(QT_TRANSLATE_NOOP("awb", ", owner: %1"), {visibleLine(item.owner)});
        if (item.due.isValid())
            text += say(QT_TRANSLATE_NOOP("awb", ", due: %1"), {dateText(item.due, locale_)});
        return wrapped(text, 3);
    }

    void standing()
    {
        line();
        line(say(QT_TRANSLATE_NOOP("awb", "Band: %1"), {bandText(result_, locale_)}, locale_));
        line(honestLine(result_, locale_));
        if (!result_.meta.lead.isEmpty())
            line(say(QT_TRANSLATE_NOOP("awb", "Team lead: %1"), {visibleLine(result_.meta.lead)}, locale_));
        for (qsizetype i = 3; i < result_.actions.size(); ++i)
            line(say(QT_TRANSLATE_NOOP("awb", "Further action item: %1"), {actionText(i)}, locale_));
    }

    void listOf(const ReportList& list)
    {
        heading(list.title, QLatin1Char('-'));
        if (list.checks.isEmpty())
            line(list.empty);
        for (const CheckResult* check : list.checks) {
            line(check->check.id.leftJustified(6) + symbolOf(check->mark()) + QLatin1Char(' ') +
                 visibleLine(check->check.check));
            const QString detail = visibleText(list.detail(*check, locale_));
            if (!detail.isEmpty())
                line(QStringLiteral("        ") + wrapped(detail, 8));
        }
    }

    void sectionOf(const SectionScore& section)
    {
        heading(say(QT_TRANSLATE_NOOP("awb", "%1. %2: %3 of %4 points, %5 %"),
                    {QString::number(section.number), section.title, section.points, section.max,
                     percentText(section.points, section.max, locale_)},
                    locale_),
                QLatin1Char('='));
        for (const CheckResult& check : result_.checks) {
            if (check.check.section == section.number)
                checkOf(check);
        }
    }

    void checkOf(const CheckResult& check)
    {
        line();
        line(check.check.id.leftJustified(5) + symbolOf(check.mark()) + QLatin1Char(' ') +
             visibleLine(check.check.check));
        field(say(QT_TRANSLATE_NOOP("awb", "Threshold")), thresholdText(check, locale_));
        field(say(QT_TRANSLATE_NOOP("awb", "Measured")), measuredText(check, locale_));
        field(say(QT_TRANSLATE_NOOP("awb", "Finding")), check.suggestion.summary.text(locale_));
        field(say(QT_TRANSLATE_NOOP("awb", "Suggested")), suggestionText(check));
        field(say(QT_TRANSLATE_NOOP("awb", "Marked")), markedText(check));
        field(say(QT_TRANSLATE_NOOP("awb", "Origin")), originText(check));
        field(say(QT_TRANSLATE_NOOP("awb", "Reason")), check.judgment.reason);
        field(say(QT_TRANSLATE_NOOP("awb", "Note")), check.judgment.note);
        field(say(QT_TRANSLATE_NOOP("awb", "Stale")), check.stale.text.text(locale_));
        field(say(QT_TRANSLATE_NOOP("awb", "To settle")), check.suggestion.settle.text(locale_));
        field(say(QT_TRANSLATE_NOOP("awb", "Unlock")), check.suggestion.unlock);
        if (check.mark() == Mark::Fail || check.mark() == Mark::Warn)
            field(say(QT_TRANSLATE_NOOP("awb", "Remedy")), check.check.remedy);
        for (const Facts& facts : check.evidence)
            evidenceOf(facts);
    }

    void evidenceOf(const Facts& facts)
    {
        field(say(QT_TRANSLATE_NOOP("awb", "Evidence")), evidenceLine(facts, locale_));
        field(QString(), facts.reason.text(locale_));
        for (const Table& table : facts.tables)
            tableOf(table);
    }

    void tableOf(const Table& table)
    {
        const QString indent(17, QLatin1Char(' '));
        QStringList head;
        for (const Column& column : table.columns)
            head.append(visibleLine(column.title.text(locale_), longestCell));
        if (table.rows.isEmpty())
            return;
        line(indent + head.join(QStringLiteral(" | ")));
        const qsizetype shown = std::min(mostRows, table.rows.size());
        for (qsizetype r = 0; r < shown; ++r) {
            QStringList cells;
            for (qsizetype c = 0; c < table.columns.size(); ++c)
                cells.append(visibleLine(cellText(table.columns.at(c), table.rows.at(r).value(c), locale_),
                                         longestCell));
            line(indent + cells.join(QStringLiteral(" | ")));
        }
        const qint64 more = std::max<qint64>(table.total, table.rows.size()) - shown;
        if (more > 0)
            line(indent + say(QT_TRANSLATE_NOOP("awb", "and %1 more"), {more}, locale_));
    }

    void method()
    {
        heading(say(QT_TRANSLATE_NOOP("awb", "Method and environment")), QLatin1Char('='));
        for (const ReportField& f : methodFields(result_, locale_))
            line(f.label.leftJustified(17) + wrapped(visibleText(f.text), 17));
    }

    void executed()
    {
        heading(say(QT_TRANSLATE_NOOP("awb", "Everything executed")), QLatin1Char('='));
        if (result_.executed.isEmpty())
            line(say(QT_TRANSLATE_NOOP("awb", "Nothing was sent.")));
        for (const Sent& sent : result_.executed)
            line((locale_.toString(sent.count) + QStringLiteral("×")).rightJustified(10) + QLatin1Char(' ') +
                 visibleLine(sent.what, 2000));
    }

    const AuditResult& result_;
    QLocale locale_;
    QString out_;
};

} // namespace

QByteArray textReport(const AuditResult& result, const ReportOptions& options)
{
    return TextWriter(options.redact ? redacted(result) : result, options.locale).write();
}

} // namespace awb
