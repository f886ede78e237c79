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

constexpr qsizetype longestCell = 300;
constexpr qsizetype mostRows = 20;

class MarkdownWriter
{
public:
    MarkdownWriter(const AuditResult& result, const QLocale& locale)
        : result_(result),
          locale_(reportLocale(locale))
    {
    }

    QByteArray write()
    {
        line(QStringLiteral("# ") + markdownText(reportTitle(result_)));
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
    void heading(int level, const QString& safe)
    {
        line();
        line(QString(level, QLatin1Char('#')) + QLatin1Char(' ') + safe);
        line();
    }
    void row(const QStringList& cells)
    {
        line(QStringLiteral("| ") + cells.join(QStringLiteral(" | ")) + QStringLiteral(" |"));
    }
    QString bold(const QString& safe) const { return QStringLiteral("**") + safe + QStringLiteral("**"); }

    // The checklist's own Score Summary Template, its blanks filled in.
    void scoreTemplate()
    {
        const Scorecard& score = result_.score;
        heading(2, say(QT_TRANSLATE_NOOP("awb", "Score summary")));
        line(say(QT_TRANSLATE_NOOP("awb", "**Team:** %1 **Date:** %2 **Reviewer:** %3"),
                 {markdownText(result_.meta.team), dateText(result_.meta.date, locale_),
                  markdownText(result_.meta.reviewer)},
                 locale_));
        line();
        row({say(QT_TRANSLATE_NOOP("awb", "Section")), say(QT_TRANSLATE_NOOP("awb", "Score")),
             say(QT_TRANSLATE_NOOP("awb", "Max")), QStringLiteral("%")});
        line(QStringLiteral("| --- | ---: | ---: | ---: |"));
        for (const SectionScore& section : score.sections)
            row({QStringLiteral("%1. ").arg(section.number) + markdownText(section.title),
                 locale_.toString(section.points), locale_.toString(section.max),
                 percentText(section.points, section.max, locale_)});
        row({bold(say(QT_TRANSLATE_NOOP("awb", "TOTAL"))), bold(locale_.toString(score.points)),
             bold(locale_.toString(score.max)),
             bold(percentText(score.points, score.max, locale_) + QStringLiteral(" %"))});
        line();
        line(bold(say(QT_TRANSLATE_NOOP("awb", "Top 3 action items:"))));
        line();
        for (int i = 0; i < 3; ++i)
            line(QStringLiteral("%1. ").arg(i + 1) + actionText(i));
        line();
    }

    QString actionText(qsizetype index) const
    {
        if (index >= result_.actions.size())
            return QStringLiteral("–");
        const ActionItem& item = result_.actions.at(index);
        QString text = markdownText(item.text);
        if (!item.checks.isEmpty())
            text += QStringLiteral(" (%1)").arg(item.checks.join(QStringLiteral(", ")));
        if (!item.owner.isEmpty())
            text += say(QT_TRANSLATE_NOOP("awb", ", owner: %1"), {markdownText(item.owner)});
        if (item.due.isValid())
            text += say(QT_TRANSLATE_NOOP("awb", ", due: %1"), {dateText(item.due, locale_)});
        return text;
    }

    void standing()
    {
        line(bold(say(QT_TRANSLATE_NOOP("awb", "Band:"))) + QLatin1Char(' ') +
             markdownText(bandText(result_, locale_)));
        line();
        line(markdownText(honestLine(result_, locale_)));
        if (!result_.meta.lead.isEmpty()) {
            line();
            line(bold(say(QT_TRANSLATE_NOOP("awb", "Team lead:"))) + QLatin1Char(' ') +
                 markdownText(result_.meta.lead));
        }
        for (qsizetype i = 3; i < result_.actions.size(); ++i) {
            line();
            line(say(QT_TRANSLATE_NOOP("awb", "Further action item: %1"), {actionText(i)}, locale_));
        }
    }

    void listOf(const ReportList& list)
    {
        heading(2, markdownText(list.title));
        if (list.checks.isEmpty())
            line(list.empty);
        for (const CheckResult* check : list.checks) {
            QString text = QStringLiteral("- %1 %2 ").arg(check->check.id, symbolOf(check->mark())) +
                           markdownText(check->check.check);
            const QString detail = markdownParagraph(list.detail(*check, locale_));
            if (!detail.isEmpty())
                text += QStringLiteral("<br>") + detail;
            line(text);
        }
    }

    void sectionOf(const SectionScore& section)
    {
        heading(2, say(QT_TRANSLATE_NOOP("awb", "%1. %2: %3 of %4 points, %5 %"),
                       {QString::number(section.number), markdownText(section.title), section.points,
                        section.max, percentText(section.points, section.max, locale_)},
                       locale_));
        for (const CheckResult& check : result_.checks) {
            if (check.check.section == section.number)
                checkOf(check);
        }
    }

    void field(const char* label, const QString& text)
    {
        if (!text.isEmpty())
            row({say(label), markdownParagraph(text)});
    }

    void checkOf(const CheckResult& check)
    {
        heading(3, QStringLiteral("%1 %2 ").arg(check.check.id, symbolOf(check.mark())) +
                       markdownText(check.check.check));
        row({QString(), QString()});
        line(QStringLiteral("| --- | --- |"));
        field(QT_TRANSLATE_NOOP("awb", "Threshold"), thresholdText(check, locale_));
        field(QT_TRANSLATE_NOOP("awb", "Measured"), measuredText(check, locale_));
        field(QT_TRANSLATE_NOOP("awb", "Finding"), check.suggestion.summary.text(locale_));
        field(QT_TRANSLATE_NOOP("awb", "Suggested"), suggestionText(check));
        field(QT_TRANSLATE_NOOP("awb", "Marked"), markedText(check));
        field(QT_TRANSLATE_NOOP("awb", "Origin"), originText(check));
        field(QT_TRANSLATE_NOOP("awb", "Reason"), check.judgment.reason);
        field(QT_TRANSLATE_NOOP("awb", "Note"), check.judgment.note);
        field(QT_TRANSLATE_NOOP("awb", "Stale"), check.stale.text.text(locale_));
        field(QT_TRANSLATE_NOOP("awb", "To settle"), check.suggestion.settle.text(locale_));
        if (!check.suggestion.unlock.isEmpty())
            row({say(QT_TRANSLATE_NOOP("awb", "Unlock")), markdownCode(check.suggestion.unlock)});
        for (const Facts& facts : check.evidence)
            evidenceOf(facts);
        if (check.mark() == Mark::Fail || check.mark() == Mark::Warn)
            remedyOf(check);
    }

    void evidenceOf(const Facts& facts)
    {
        line();
        line(say(QT_TRANSLATE_NOOP("awb", "Evidence: %1"), {markdownText(evidenceLine(facts, locale_))},
                 locale_));
        if (!facts.reason.isEmpty()) {
            line();
            line(markdownParagraph(facts.reason.text(locale_)));
        }
        for (const Table& table : facts.tables)
            tableOf(table);
    }

    void tableOf(const Table& table)
    {
        if (table.rows.isEmpty() || table.columns.isEmpty())
            return;
        line();
        QStringList head;
        QStringList rules;
        for (const Column& column : table.columns) {
            head.append(markdownText(column.title.text(locale_)));
            rules.append(column.unit.isEmpty() ? QStringLiteral("---") : QStringLiteral("---:"));
        }
        row(head);
        row(rules);
        const qsizetype shown = std::min(mostRows, table.rows.size());
        for (qsizetype r = 0; r < shown; ++r) {
            QStringList cells;
            for (qsizetype c = 0; c < table.columns.size(); ++c) {
                const Column& column = table.columns.at(c);
                const QString text = cellText(column, table.rows.at(r).value(c), locale_);
                cells.append(column.code ? markdownCode(text, longestCell) : markdownText(text, longestCell));
            }
            row(cells);
        }
        const qint64 more = std::max<qint64>(table.total, table.rows.size()) - shown;
        if (more > 0) {
            line();
            line(say(QT_TRANSLATE_NOOP("awb", "and %1 more"), {more}, locale_));
        }
    }

    void remedyOf(const CheckResult& check)
    {
        line();
        line(bold(say(QT_TRANSLATE_NOOP("awb", "Remedy:"))) + QLatin1Char(' ') +
             markdownParagraph(check.check.remedy));
        for (const Facts& facts : check.evidence) {
            for (const RemedyCode& remedy : facts.remedies) {
                if (!remedy.check.isEmpty() && remedy.check != check.check.id)
                    continue;
                line();
                out_ += markdownBlock(remedy.text, remedy.language);
            }
        }
    }

    void method()
    {
        heading(2, say(QT_TRANSLATE_NOOP("awb", "Method and environment")));
        row({QString(), QString()});
        line(QStringLiteral("| --- | --- |"));
        for (const ReportField& f : methodFields(result_, locale_))
            row({f.label, markdownParagraph(f.text)});
    }

    void executed()
    {
        heading(2, say(QT_TRANSLATE_NOOP("awb", "Everything executed")));
        if (result_.executed.isEmpty())
            line(say(QT_TRANSLATE_NOOP("awb", "Nothing was sent.")));
        for (const Sent& sent : result_.executed)
            line(QStringLiteral("- %1× ").arg(locale_.toString(sent.count)) + markdownCode(sent.what, 2000));
    }

    const AuditResult& result_;
    QLocale locale_;
    QString out_;
};

} // namespace

QByteArray markdownReport(const AuditResult& result, const ReportOptions& options)
{
    return MarkdownWriter(options.redact ? redacted(result) : result, options.locale).write();
}

} // namespace awb
