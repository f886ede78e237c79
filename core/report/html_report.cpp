#include "core/report/html_page.h"
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

constexpr qsizetype longestCell = 1000;
constexpr qsizetype mostRows = 50;

QString tag(const char* name, const QString& safe, const char* styleClass = nullptr)
{
    const QString open =
        styleClass == nullptr
            ? QLatin1String(name)
            : QStringLiteral("%1 class=\"%2\"").arg(QLatin1String(name), QLatin1String(styleClass));
    return QLatin1Char('<') + open + QLatin1Char('>') + safe + QStringLiteral("</") + QLatin1String(name) +
           QStringLiteral(">");
}

QString paragraphs(const QString& text)
{
    return markupText(text).replace(QLatin1Char('\n'), QStringLiteral("<br>"));
}

class HtmlWriter
{
public:
    HtmlWriter(const AuditResult& result, const QLocale& locale)
        : result_(result),
          locale_(reportLocale(locale))
    {
    }

    QByteArray write()
    {
        line(tag("h1", markupText(reportTitle(result_))));
        summary();
        for (const ReportList& list : reportLists(result_))
            listOf(list);
        for (const SectionScore& section : result_.score.sections)
            sectionOf(section);
        method();
        return htmlPage(reportTitle(result_), out_, locale_).toUtf8();
    }

private:
    void line(const QString& safe) { out_ += safe + QLatin1Char('\n'); }
    QString definition(const char* label, const QString& text) const
    {
        return text.isEmpty() ? QString() : tag("dt", markupText(say(label))) + tag("dd", paragraphs(text));
    }

    // The checklist's own Score Summary Template, its blanks filled in.
    void summary()
    {
        const Scorecard& score = result_.score;
        line(QStringLiteral("<section class=\"card\" id=\"summary\">"));
        line(tag("h2", markupText(say(QT_TRANSLATE_NOOP("awb", "Score summary")))));
        line(
            tag("dl", definition(QT_TRANSLATE_NOOP("awb", "Team"), result_.meta.team) +
                          definition(QT_TRANSLATE_NOOP("awb", "Date"), dateText(result_.meta.date, locale_)) +
                          definition(QT_TRANSLATE_NOOP("awb", "Reviewer"), result_.meta.reviewer) +
                          definition(QT_TRANSLATE_NOOP("awb", "Team lead"), result_.meta.lead) +
                          definition(QT_TRANSLATE_NOOP("awb", "Band"), bandText(result_, locale_))));
        line(tag("p", markupText(honestLine(result_, locale_)), "honest"));
        line(QStringLiteral("<table><thead><tr><th>%1</th><th class=\"num\">%2</th><th class=\"num\">%3</th>"
                            "<th class=\"num\">%</th><th>%4</th></tr></thead><tbody>")
                 .arg(say(QT_TRANSLATE_NOOP("awb", "Section")), say(QT_TRANSLATE_NOOP("awb", "Score")),
                      say(QT_TRANSLATE_NOOP("awb", "Max")), say(QT_TRANSLATE_NOOP("awb", "Marks"))));
        for (const SectionScore& section : score.sections)
            scoreRow(section);
        line(QStringLiteral(
                 "</tbody><tfoot><tr class=\"total\"><td>%1</td><td class=\"num\">%2</td><td "
                 "class=\"num\">%3</td><td class=\"num\">%4&#160;%</td><td></td></tr></tfoot></table>")
                 .arg(say(QT_TRANSLATE_NOOP("awb", "TOTAL")), locale_.toString(score.points),
                      locale_.toString(score.max), percentText(score.points, score.max, locale_)));
        actions();
        line(QStringLiteral("</section>"));
    }

    void scoreRow(const SectionScore& section)
    {
        QString marks;
        for (const CheckResult& check : result_.checks) {
            if (check.check.section == section.number)
                marks += QStringLiteral("<a href=\"#c%1\" title=\"%1 %2\">%3</a> ")
                             .arg(check.check.id, markupText(check.check.check), htmlMark(check.mark()));
        }
        line(QStringLiteral("<tr><td>%1. %2</td><td class=\"num\">%3</td><td class=\"num\">%4</td><td "
                            "class=\"num\">%5</td><td>%6</td></tr>")
                 .arg(QString::number(section.number), markupText(section.title),
                      locale_.toString(section.points), locale_.toString(section.max),
                      percentText(section.points, section.max, locale_), marks));
    }

    void actions()
    {
        line(tag("h2", markupText(say(QT_TRANSLATE_NOOP("awb", "Top 3 action items")))) +
             QStringLiteral("<ol>"));
        for (const ActionItem& item : result_.actions) {
            QStringList parts;
            if (!item.checks.isEmpty())
                parts.append(
                    say(QT_TRANSLATE_NOOP("awb", "Clears %1"), {item.checks.join(QStringLiteral(", "))}));
            if (!item.owner.isEmpty())
                parts.append(say(QT_TRANSLATE_NOOP("awb", "Owner: %1"), {item.owner}));
            if (item.due.isValid())
                parts.append(say(QT_TRANSLATE_NOOP("awb", "Due: %1"), {dateText(item.due, locale_)}));
            line(tag("li", tag("strong", markupText(item.text)) + QStringLiteral("<br>") +
                               tag("span", markupText(parts.join(QStringLiteral(". "))), "muted")));
        }
        line(QStringLiteral("</ol>"));
    }

    void listOf(const ReportList& list)
    {
        line(QStringLiteral("<section class=\"card\">") + tag("h2", markupText(list.title)));
        if (list.checks.isEmpty())
            line(tag("p", markupText(list.empty)));
        for (const CheckResult* check : list.checks)
            line(tag("p", htmlMark(check->mark()) +
                              QStringLiteral(" <a href=\"#c%1\">%1</a> ").arg(check->check.id) +
                              markupText(check->check.check) + QStringLiteral("<br>") +
                              tag("span", paragraphs(list.detail(*check, locale_)), "muted")));
        line(QStringLiteral("</section>"));
    }

    void sectionOf(const SectionScore& section)
    {
        line(tag("h2", markupText(say(QT_TRANSLATE_NOOP("awb", "%1. %2: %3 of %4 points, %5 %"),
                                      {QString::number(section.number), section.title, section.points,
                                       section.max, percentText(section.points, section.max, locale_)},
                                      locale_))));
        for (const CheckResult& check : result_.checks) {
            if (check.check.section == section.number)
                checkOf(check);
        }
    }

    void checkOf(const CheckResult& check)
    {
        const QString origin = originText(check);
        line(QStringLiteral("<article class=\"card\" id=\"c%1\"><div class=\"head\">%2<h3><span "
                            "class=\"id\">%1</span>%3</h3><span class=\"chip\">%4</span></div>")
                 .arg(check.check.id, htmlMark(check.mark()), markupText(check.check.check),
                      markupText(origin.isEmpty() ? markWord(check.mark())
                                                  : markWord(check.mark()) + QStringLiteral(", ") + origin)));
        line(htmlRuler(check.suggestion, locale_));
        line(
            tag("dl",
                definition(QT_TRANSLATE_NOOP("awb", "Threshold"), thresholdText(check, locale_)) +
                    definition(QT_TRANSLATE_NOOP("awb", "Measured"), measuredText(check, locale_)) +
                    definition(QT_TRANSLATE_NOOP("awb", "Finding"), check.suggestion.summary.text(locale_)) +
                    definition(QT_TRANSLATE_NOOP("awb", "Suggested"), suggestionText(check)) +
                    definition(QT_TRANSLATE_NOOP("awb", "Marked"), markedText(check)) +
                    definition(QT_TRANSLATE_NOOP("awb", "Reason"), check.judgment.reason) +
                    definition(QT_TRANSLATE_NOOP("awb", "Stale"), check.stale.text.text(locale_)) +
                    definition(QT_TRANSLATE_NOOP("awb", "To settle"), check.suggestion.settle.text(locale_)) +
                    definition(QT_TRANSLATE_NOOP("awb", "Unlock"), check.suggestion.unlock)));
        if (!check.judgment.note.isEmpty())
            line(tag("div", paragraphs(check.judgment.note), "note"));
        for (const Facts& facts : check.evidence)
            evidenceOf(facts, check);
        if (check.mark() == Mark::Fail || check.mark() == Mark::Warn)
            line(tag("p", tag("strong", markupText(say(QT_TRANSLATE_NOOP("awb", "Remedy:")))) +
                              QLatin1Char(' ') + paragraphs(check.check.remedy)));
        line(QStringLiteral("</article>"));
    }

    void evidenceOf(const Facts& facts, const CheckResult& check)
    {
        line(tag("p", markupText(evidenceLine(facts, locale_)), "muted"));
        if (!facts.reason.isEmpty())
            line(tag("p", paragraphs(facts.reason.text(locale_))));
        for (const Table& table : facts.tables)
            tableOf(table);
        const bool open = check.mark() == Mark::Fail || check.mark() == Mark::Warn;
        for (const RemedyCode& remedy : facts.remedies) {
            if (open && (remedy.check.isEmpty() || remedy.check == check.check.id))
                line(tag("pre", markupText(remedy.text)));
        }
    }

    void tableOf(const Table& table)
    {
        if (table.rows.isEmpty() || table.columns.isEmpty())
            return;
        QString rows;
        for (const Column& column : table.columns)
            rows +=
                tag("th", markupText(column.title.text(locale_)), column.unit.isEmpty() ? nullptr : "num");
        rows = tag("tr", rows);
        const qsizetype shown = std::min(mostRows, table.rows.size());
        for (qsizetype r = 0; r < shown; ++r) {
            QString cells;
            for (qsizetype c = 0; c < table.columns.size(); ++c) {
                const Column& column = table.columns.at(c);
                const QString text = markupText(
                    visibleLine(cellText(column, table.rows.at(r).value(c), locale_), longestCell));
                cells += tag("td", column.code ? tag("code", text) : text,
                             column.unit.isEmpty() ? nullptr : "num");
            }
            rows += tag("tr", cells);
        }
        line(tag("div", tag("table", rows), "scroll"));
        const qint64 more = std::max<qint64>(table.total, table.rows.size()) - shown;
        if (more > 0)
            line(
                tag("p", markupText(say(QT_TRANSLATE_NOOP("awb", "and %1 more"), {more}, locale_)), "muted"));
    }

    void method()
    {
        line(QStringLiteral("<section class=\"card\">") +
             tag("h2", markupText(say(QT_TRANSLATE_NOOP("awb", "Method and environment")))));
        QString fields;
        for (const ReportField& f : methodFields(result_, locale_))
            fields += tag("dt", markupText(f.label)) + tag("dd", paragraphs(f.text));
        line(tag("dl", fields) + QStringLiteral("</section>"));
        line(QStringLiteral("<section class=\"card\">") +
             tag("h2", markupText(say(QT_TRANSLATE_NOOP("awb", "Everything executed")))));
        if (result_.executed.isEmpty())
            line(tag("p", markupText(say(QT_TRANSLATE_NOOP("awb", "Nothing was sent.")))));
        for (const Sent& sent : result_.executed)
            line(
                tag("pre", markupText(QStringLiteral("%1× ").arg(locale_.toString(sent.count)) + sent.what)));
        line(QStringLiteral("</section>"));
    }

    const AuditResult& result_;
    QLocale locale_;
    QString out_;
};

} // namespace

QByteArray htmlReport(const AuditResult& result, const ReportOptions& options)
{
    const AuditResult shown = options.redact ? redacted(result) : result;
    return HtmlWriter(shown, options.locale).write();
}

} // namespace awb
