#include "core/report/redact.h"

#include <QJsonArray>

namespace awb
{

namespace
{

enum class Kind { Foreign, Query, Plan, Key, Text };

// What a column or field holds, by its name.
Kind kindOf(const QString& name)
{
    static const QStringList queries{QStringLiteral("query"), QStringLiteral("sql"),
                                     QStringLiteral("statement"), QStringLiteral("shape")};
    static const QStringList keys{QStringLiteral("key"),      QStringLiteral("keys"),
                                  QStringLiteral("key_name"), QStringLiteral("prefix"),
                                  QStringLiteral("example"),  QStringLiteral("examples"),
                                  QStringLiteral("sample"),   QStringLiteral("pattern")};
    const QString lower = name.toLower();
    for (const QString& word : queries) {
        if (lower == word || lower.startsWith(word + QLatin1Char('_')) ||
            lower.endsWith(QLatin1Char('_') + word))
            return Kind::Query;
    }
    if (lower == QLatin1String("plan") || lower.endsWith(QLatin1String("_plan")))
        return Kind::Plan;
    for (const QString& word : keys) {
        if (lower == word || lower.endsWith(QLatin1Char('_') + word))
            return Kind::Key;
    }
    return Kind::Foreign;
}

QString apply(Kind kind, const QString& text)
{
    switch (kind) {
    case Kind::Query:
        return redactQuery(text);
    case Kind::Plan:
        return redactPlan(text);
    case Kind::Key:
        return redactText(redactKeyName(text));
    case Kind::Text:
        return redactText(text);
    case Kind::Foreign:
        break;
    }
    return redactForeign(text);
}

QJsonValue redactJson(const QJsonValue& value, Kind kind, int depth = 0)
{
    if (depth > 32)
        return QStringLiteral("…");
    if (value.isString())
        return apply(kind, value.toString());
    if (value.isArray()) {
        QJsonArray out;
        for (const QJsonValue& item : value.toArray())
            out.append(redactJson(item, kind, depth + 1));
        return out;
    }
    if (!value.isObject())
        return value;
    const QJsonObject object = value.toObject();
    QJsonObject out;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const Kind own = kindOf(it.key());
        out.insert(redactForeign(it.key()),
                   redactJson(it.value(), own == Kind::Foreign ? kind : own, depth + 1));
    }
    return out;
}

void redactMessage(Message& message)
{
    for (MessageArg& arg : message.args) {
        if (!arg.isNumber)
            arg.text = redactForeign(arg.text);
    }
}

void redactTable(Table& table)
{
    redactMessage(table.title);
    QVector<Kind> kinds;
    for (Column& column : table.columns) {
        redactMessage(column.title);
        kinds.append(kindOf(column.id));
    }
    for (QVector<QJsonValue>& row : table.rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            row[i] = redactJson(row.at(i), kinds.value(i, Kind::Foreign));
    }
}

void redactChart(ChartSpec& chart)
{
    redactMessage(chart.title);
    redactMessage(chart.x.label);
    redactMessage(chart.y.label);
    redactMessage(chart.emptyReason);
    for (QString& category : chart.categories)
        category = redactForeign(category);
    for (ChartSeries& series : chart.series)
        redactMessage(series.name);
    if (chart.threshold)
        redactMessage(chart.threshold->label);
    for (ChartMark& mark : chart.marks)
        redactMessage(mark.label);
}

// Remedies are our own statements over quoted identifiers, whose settings must stay ('5s'); what follows an
// EXPLAIN of ours is a query of theirs.
QString redactRemedy(const QString& text)
{
    static const QString explain = QStringLiteral("EXPLAIN (ANALYZE, BUFFERS)\n");
    const qsizetype at = text.indexOf(explain);
    if (at < 0)
        return redactText(text);
    const qsizetype query = at + explain.size();
    return redactText(text.left(query)) + redactQuery(text.mid(query));
}

void redactFacts(Facts& facts)
{
    for (Table& table : facts.tables)
        redactTable(table);
    for (ChartSpec& chart : facts.charts)
        redactChart(chart);
    for (RemedyCode& remedy : facts.remedies)
        remedy.text = redactRemedy(remedy.text);
    facts.details = redactJson(facts.details, Kind::Foreign).toObject();
    redactMessage(facts.reason);
    facts.unlock = redactText(facts.unlock);
    for (Sent& sent : facts.sent)
        sent.what = redactText(sent.what);
    facts.source = redactText(facts.source);
}

void redactCheck(CheckResult& check)
{
    redactMessage(check.suggestion.summary);
    redactMessage(check.suggestion.settle);
    check.suggestion.unlock = redactText(check.suggestion.unlock);
    check.judgment.reason = redactText(check.judgment.reason);
    check.judgment.note = redactText(check.judgment.note);
    redactMessage(check.stale.text);
    for (Facts& facts : check.evidence)
        redactFacts(facts);
    for (AttachmentRef& attachment : check.attachments)
        attachment.name = redactText(attachment.name);
}

} // namespace

AuditResult redacted(AuditResult result)
{
    result.meta.target = redactText(result.meta.target);
    result.meta.version = redactText(result.meta.version);
    // The profile names secrets ("env:NAME") but holds none, so its text is kept apart from addresses with
    // credentials: redactText() would blank the names too.
    result.meta.profileText.clear();
    for (CheckResult& check : result.checks)
        redactCheck(check);
    for (ActionItem& item : result.actions) {
        item.text = redactText(item.text);
        item.owner = redactText(item.owner);
    }
    for (Sent& sent : result.executed)
        sent.what = redactText(sent.what);
    return result;
}

} // namespace awb
