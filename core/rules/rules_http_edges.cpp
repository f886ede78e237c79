// 1.6 and 5.4: body limits and request ids. Source: the specification of the HTTP probes; RFC 9110 §10.1.1,
// §15.5.14.

#include "core/rules/rule_parts.h"
#include "core/rules/rule_support.h"
#include "core/rules/rules_http.h"

#include <QCoreApplication>

#include <algorithm>

namespace awb::rule
{

Suggestion bodyLimit(const RuleInput& input)
{
    const Facts* facts = input.find(QStringLiteral("http.body_limit"));
    if (!facts)
        return probeMissing();
    const QVector<QJsonObject> rows = rowsOf(*facts, "endpoints");
    const QStringList unlimited = titlesWhere(rows, "state", "unlimited", "endpoint");
    const QStringList closed = titlesWhere(rows, "state", "closed", "endpoint");
    Suggestion suggestion;
    if (!unlimited.isEmpty())
        suggestion = fail(Message(QT_TRANSLATE_NOOP("awb", "A body of 32 MiB is read to its end by %1."),
                                  {namesText(unlimited)}));
    else if (!closed.isEmpty())
        suggestion = warn(
            Message(QT_TRANSLATE_NOOP("awb", "Too large a body ends the connection without a 413 at %1."),
                    {namesText(closed)}));
    else if (const QStringList chunks = titlesWhere(rows, "state", "length", "endpoint"); !chunks.isEmpty())
        suggestion = warn(Message(
            QT_TRANSLATE_NOOP(
                "awb", "Only Content-Length is checked: a body sent in chunks is read to its end by %1."),
            {namesText(chunks)}));
    else if (const QStringList other = titlesWhere(rows, "state", "otherwise", "endpoint"); !other.isEmpty())
        suggestion = warn(
            Message(QT_TRANSLATE_NOOP("awb", "Too large a body is refused, but not with status 413, by %1."),
                    {namesText(other)}));
    else if (const QStringList high = titlesWhere(rows, "state", "high", "endpoint"); !high.isEmpty()) {
        suggestion = warn(Message(
            QT_TRANSLATE_NOOP("awb", "A body of 1 GiB is refused with 413, but one of 32 MiB is read to its "
                                     "end by %1."),
            {namesText(high)}));
        suggestion.byLetter = Verdict::Pass; // a maximum is configured
    } else if (rows.isEmpty() || !facts->complete)
        return notMeasuredBecause(*facts);
    else if (const QStringList some = titlesWhere(rows, "state", "announced", "endpoint"); !some.isEmpty()) {
        suggestion = inconclusive(
            Message(QT_TRANSLATE_NOOP(
                        "awb", "%1 refuses an announced 1 GiB with 413: a limit exists, and how high it "
                               "is could not be seen."),
                    {namesText(some)}),
            QT_TRANSLATE_NOOP(
                "awb", "Name a credential and values with which the endpoint reads a body, or show the "
                       "configured limit."));
        suggestion.byLetter = Verdict::Pass;
    } else
        suggestion =
            pass(Message(QT_TRANSLATE_NOOP("awb", "{1:The one tried endpoint refuses|All %1 tried endpoints "
                                                  "refuse} too large a body with 413."),
                         {MessageArg(static_cast<qint64>(rows.size()))}));
    return headline(suggestion, *facts, QStringLiteral("covered"), input.threshold());
}

Suggestion requestIds(const RuleInput& input)
{
    const Facts* facts = input.find(QStringLiteral("http.request_ids"));
    if (!facts)
        return probeMissing();
    const QVector<QJsonObject> rows = rowsOf(*facts, "answers");
    if (rows.isEmpty())
        return notMeasuredBecause(*facts);
    QStringList without, raw;
    for (const QJsonObject& row : rows) {
        if (!flagOf(row, "echoed") && !flagOf(row, "generated"))
            without.append(textOf(row, "url"));
        if (textOf(row, "hostile") == QLatin1String("raw"))
            raw.append(textOf(row, "url"));
    }
    const MessageArg all(static_cast<qint64>(rows.size()));
    Suggestion suggestion;
    if (without.size() == rows.size() && rows.size() > 1)
        suggestion = fail(
            Message(QT_TRANSLATE_NOOP("awb", "None of %1 sampled answers carries a request id."), {all}));
    else if (without.size() == rows.size())
        return notMeasuredBecause(*facts);
    else if (!without.isEmpty())
        suggestion = warn(
            Message(QT_TRANSLATE_NOOP("awb", "Answers without a request id: %1."), {namesText(without)}));
    else if (!raw.isEmpty())
        suggestion = warn(Message(
            QT_TRANSLATE_NOOP("awb", "A hostile request id comes back unchanged from %1: it would stand in "
                                     "the logs the same way."),
            {namesText(raw)}));
    else
        suggestion = warn(Message(
            QT_TRANSLATE_NOOP("awb",
                              "{1:The one sampled answer carries|All %1 sampled answers carry} a request "
                              "id; that proves one hop only. With a single service, mark it as passed."),
            {all}));
    suggestion.settle = QT_TRANSLATE_NOOP(
        "awb", "Show a trace, or a log line of the next service, that carries the same id.");
    return headline(suggestion, *facts, QStringLiteral("covered"), input.threshold());
}

} // namespace awb::rule
