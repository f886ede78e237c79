// 7.5, 8.7 and 8.8: health endpoints, pagination and sizes. Source: the specification of the HTTP probes.

#include "core/rules/rules_http.h"

#include "core/rules/rule_parts.h"
#include "core/rules/rule_support.h"

#include <QCoreApplication>

#include <algorithm>

namespace awb::rule
{

namespace
{

QVector<QJsonObject> ofKind(const QVector<QJsonObject>& rows, const char* kind)
{
    QVector<QJsonObject> some;
    std::copy_if(rows.cbegin(), rows.cend(), std::back_inserter(some),
                 [&](const QJsonObject& row) { return textOf(row, "kind") == QLatin1String(kind); });
    return some;
}

// The profile's own first, then the quickest way to a pass: not guarded, the checklist's name.
std::optional<QJsonObject> best(const QVector<QJsonObject>& rows)
{
    const auto rank = [](const QJsonObject& row) {
        return (flagOf(row, "named") ? 0 : 4) + (flagOf(row, "guarded") ? 2 : 0);
    };
    const auto it =
        std::min_element(rows.cbegin(), rows.cend(),
                         [&](const QJsonObject& a, const QJsonObject& b) { return rank(a) < rank(b); });
    return it == rows.cend() ? std::nullopt : std::optional(*it);
}

Suggestion judgeBoth(const QJsonObject& live, const QJsonObject& ready, double slowest)
{
    const QVector<MessageArg> names{textOf(live, "path"), textOf(ready, "path")};
    for (const QJsonObject& row : {live, ready}) {
        if (flagOf(row, "guarded"))
            return warn(Message(
                QT_TRANSLATE_NOOP("awb", "%1 exists, but asks for a credential: a load balancer has none."),
                {textOf(row, "path")}));
        if (numberField(row, "ms") > slowest)
            return warn(
                Message(QT_TRANSLATE_NOOP("awb", "%1 takes %2."),
                        {textOf(row, "path"), MessageArg(numberField(row, "ms"), QStringLiteral("ms"))}));
        if (flagOf(row, "leaks"))
            return warn(Message(QT_TRANSLATE_NOOP("awb", "%1 tells details to anybody who asks."),
                                {textOf(row, "path")}));
    }
    if (textOf(live, "path") == textOf(ready, "path"))
        return warn(Message(
            QT_TRANSLATE_NOOP("awb", "%1 is named for both: liveness and readiness are not told apart."),
            names));
    const bool confirmed = flagOf(live, "named") && flagOf(ready, "named");
    const bool alike = textOf(live, "sha256") == textOf(ready, "sha256");
    if (alike && !confirmed && !flagOf(ready, "dependencies"))
        return warn(
            Message(QT_TRANSLATE_NOOP("awb", "%1 and %2 answer alike: nothing shows that readiness looks at "
                                             "dependencies."),
                    names));
    if (live.value(QStringLiteral("status")).toInt() == 503)
        return warn(Message(
            QT_TRANSLATE_NOOP("awb", "The liveness endpoint %1 says 503 while the service answers."), names));
    // Another word in the body shows no check: readiness names what it looks at, says 503, or a person
    // confirms.
    const bool notReady = ready.value(QStringLiteral("status")).toInt() == 503;
    if (!confirmed && !notReady && !flagOf(ready, "dependencies")) {
        Suggestion open = inconclusive(
            Message(QT_TRANSLATE_NOOP("awb",
                                      "Liveness answers at %1 and readiness at %2, but nothing shows that "
                                      "readiness looks at dependencies."),
                    names),
            QT_TRANSLATE_NOOP("awb",
                              "Let readiness name what it checks, or confirm both paths in the profile "
                              "(http.health)."));
        open.byLetter = Verdict::Pass; // it asks that both exist
        return open;
    }
    return pass(Message(QT_TRANSLATE_NOOP("awb", "Liveness answers at %1, readiness at %2."), names));
}

// ---- 8.7 and 8.8

struct ListCounts
{
    qsizetype all = 0;
    QStringList unpaged, ignored, unbounded, unknown, clampUnknown;
};

ListCounts countLists(const QVector<QJsonObject>& rows)
{
    ListCounts counts;
    counts.all = rows.size();
    counts.unpaged = titlesWhere(rows, "paging", "none", "endpoint");
    counts.ignored = titlesWhere(rows, "paging", "ignored", "endpoint");
    counts.unknown = titlesWhere(rows, "paging", "unknown", "endpoint");
    counts.unbounded = titlesWhere(rows, "clamp", "none", "endpoint");
    counts.clampUnknown = titlesWhere(rows, "clamp", "unknown", "endpoint");
    return counts;
}

QStringList largeDefaults(const QVector<QJsonObject>& rows, double most)
{
    QStringList names;
    for (const QJsonObject& row : rows) {
        if (numberField(row, "items") > most && !flagOf(row, "next"))
            names.append(textOf(row, "endpoint"));
    }
    return names;
}

Message moreRows()
{
    return QT_TRANSLATE_NOOP("awb", "Measure a service with more rows than a page holds.");
}

Suggestion noList(const Facts& facts)
{
    if (!facts.complete)
        return notMeasuredBecause(facts);
    return inconclusive(
        QT_TRANSLATE_NOOP("awb", "The API description names no list, and no answer looked like one."),
        QT_TRANSLATE_NOOP("awb", "If the service has no lists, mark N/A with that reason."));
}

} // namespace

Suggestion healthEndpoints(const RuleInput& input)
{
    const Facts* facts = input.find(QStringLiteral("http.health"));
    if (!facts)
        return probeMissing();
    if (!facts->complete && facts->details.isEmpty())
        return notMeasuredBecause(*facts);
    const QVector<QJsonObject> rows = rowsOf(*facts, "found");
    const QVector<QJsonObject> combined = ofKind(rows, "combined");
    const auto live = best(ofKind(rows, "live"));
    const auto ready = best(ofKind(rows, "ready"));
    Suggestion suggestion;
    if (live && ready) {
        suggestion = judgeBoth(*live, *ready, policy(input, "max_response_ms", 1000));
        const bool letters = textOf(*live, "path") == QLatin1String("/health/live") &&
                             textOf(*ready, "path") == QLatin1String("/health/ready");
        if (suggestion.byLetter == Verdict::Pass && !letters)
            suggestion.byLetter = Verdict::Warn;
    } else if (live || ready || !combined.isEmpty()) {
        const QJsonObject one = live ? *live : ready ? *ready : combined.first();
        suggestion = warn(
            Message(QT_TRANSLATE_NOOP("awb", "Only %1 answers: liveness and readiness are not told apart."),
                    {textOf(one, "path")}));
    } else if (!facts->complete) {
        return notMeasuredBecause(*facts);
    } else if (facts->flag(QStringLiteral("walled"))) {
        suggestion = inconclusive(
            QT_TRANSLATE_NOOP("awb", "Paths that nobody serves ask for a credential too: whether a health "
                                     "endpoint exists behind that cannot be told."),
            QT_TRANSLATE_NOOP("awb", "Let the health endpoints answer without a credential, or measure where "
                                     "the load balancer does."));
    } else if (!facts->details.value(QStringLiteral("discarded")).toArray().isEmpty()) {
        suggestion = fail(QT_TRANSLATE_NOOP(
            "awb", "No health endpoint exists: the usual paths answer exactly as paths that "
                   "nobody serves do."));
    } else {
        suggestion = fail(QT_TRANSLATE_NOOP("awb", "None of the usual health paths exists."));
    }
    return headline(suggestion, *facts, QStringLiteral("endpoints"), input.threshold());
}

Suggestion pagination(const RuleInput& input)
{
    const Facts* facts = input.find(QStringLiteral("http.lists"));
    if (!facts)
        return probeMissing();
    const QVector<QJsonObject> rows = rowsOf(*facts, "lists");
    if (rows.isEmpty())
        return noList(*facts);
    const ListCounts counts = countLists(rows);
    const QStringList large = largeDefaults(rows, policy(input, "max_default_items", 1000));
    const MessageArg all(static_cast<qint64>(counts.all));
    Suggestion suggestion;
    if (!counts.unpaged.isEmpty())
        suggestion = fail(Message(
            QT_TRANSLATE_NOOP("awb", "%1 of %2 lists come whole, without pages: %3."),
            {MessageArg(static_cast<qint64>(counts.unpaged.size())), all, namesText(counts.unpaged)}));
    else if (!counts.ignored.isEmpty())
        suggestion = warn(Message(QT_TRANSLATE_NOOP("awb", "Paging is declared, but ignored by %1."),
                                  {namesText(counts.ignored)}));
    else if (!large.isEmpty())
        suggestion = warn(Message(QT_TRANSLATE_NOOP("awb", "Without a limit the whole list comes from %1."),
                                  {namesText(large)}));
    else if (!counts.unbounded.isEmpty())
        suggestion = warn(Message(QT_TRANSLATE_NOOP("awb", "A caller may ask for any number of items: %1."),
                                  {namesText(counts.unbounded)}));
    else if (!counts.unknown.isEmpty())
        suggestion = inconclusive(
            Message(QT_TRANSLATE_NOOP(
                        "awb", "Paging could not be shown for %1 of %2 lists, which hold too few rows or "
                               "gave no list: %3."),
                    {MessageArg(static_cast<qint64>(counts.unknown.size())), all, namesText(counts.unknown)}),
            moreRows());
    else
        suggestion = pass(Message(
            QT_TRANSLATE_NOOP("awb", "{1:The one list honours its|All %1 lists honour their} paging."),
            {all}));
    return headline(suggestion, *facts, QStringLiteral("covered"), input.threshold());
}

Suggestion responseSize(const RuleInput& input)
{
    const Facts* facts = input.find(QStringLiteral("http.lists"));
    if (!facts)
        return probeMissing();
    const QVector<QJsonObject> rows = rowsOf(*facts, "lists");
    if (rows.isEmpty() && rowsOf(*facts, "sizes").isEmpty())
        return notMeasuredBecause(*facts);
    const ListCounts counts = countLists(rows);
    const double largest = facts->value(QStringLiteral("largest"));
    const MessageArg size(largest, QStringLiteral("bytes"));
    const Message has =
        facts->flag(QStringLiteral("largest_cut"))
            ? Message(QT_TRANSLATE_NOOP("awb", "The largest answer has more than %1."), {size})
            : Message(QT_TRANSLATE_NOOP("awb", "The largest answer has %1."), {size});
    const double manyItems = policy(input, "fail_items", 10'000);
    const auto flood = std::find_if(rows.cbegin(), rows.cend(), [&](const QJsonObject& row) {
        return numberField(row, "many") >= manyItems;
    });
    Suggestion suggestion;
    if (flood != rows.cend())
        suggestion = fail(Message(
            QT_TRANSLATE_NOOP("awb", "%1 gave %2 items to a caller who asked for a million."),
            {textOf(*flood, "endpoint"), MessageArg(numberField(*flood, "many"), QStringLiteral("count"))}));
    else if (largest > policy(input, "fail_above_bytes", 5'242'880))
        suggestion = fail(has);
    else if (largest > policy(input, "warn_above_bytes", 1'048'576))
        suggestion = warn(has);
    else if (!counts.unbounded.isEmpty())
        suggestion = warn(Message(QT_TRANSLATE_NOOP("awb", "No bound was met: %1 gave thousands of items."),
                                  {namesText(counts.unbounded)}));
    else if (rows.isEmpty())
        return noList(*facts);
    else if (!counts.clampUnknown.isEmpty())
        suggestion = inconclusive(
            Message(QT_TRANSLATE_NOOP("awb", "Too few rows to tell whether there is an upper bound: %1."),
                    {namesText(counts.clampUnknown)}),
            moreRows());
    else
        suggestion = pass(Message(
            QT_TRANSLATE_NOOP("awb", "{1:The one list has|All %1 lists have} an upper bound; the largest "
                                     "answer has %2."),
            {MessageArg(static_cast<qint64>(counts.all)), size}));
    return headline(suggestion, *facts, QStringLiteral("unbounded"), input.threshold());
}

} // namespace awb::rule
