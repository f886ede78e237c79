#include "core/rules/left_out.h"

#include "core/rules/rule_parts.h"
#include "core/rules/rule_support.h"
#include "core/rules/rules_http.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace awb::rule
{

namespace
{

// Which endpoints a check would have asked.
enum class Asks {
    Reads,      // GET and HEAD, or what counts as a read
    Writes,     // the others, or what counts as a write
    Everything, // but OPTIONS
    Bodies,     // POST, PUT, PATCH
    Logins      // named by the probe
};

const QHash<QString, Asks>& asking()
{
    static const QHash<QString, Asks> table{
        {QStringLiteral("1.1"), Asks::Reads},      {QStringLiteral("1.2"), Asks::Writes},
        {QStringLiteral("1.3"), Asks::Everything}, {QStringLiteral("1.4"), Asks::Everything},
        {QStringLiteral("1.6"), Asks::Bodies},     {QStringLiteral("2.4"), Asks::Reads},
        {QStringLiteral("5.1"), Asks::Reads},      {QStringLiteral("5.2"), Asks::Reads},
        {QStringLiteral("6.4"), Asks::Logins},     {QStringLiteral("6.8"), Asks::Reads},
        {QStringLiteral("6.9"), Asks::Reads},      {QStringLiteral("7.4"), Asks::Reads},
        {QStringLiteral("7.6"), Asks::Reads},      {QStringLiteral("8.7"), Asks::Reads},
        {QStringLiteral("8.8"), Asks::Reads}};
    return table;
}

// A load run measures a read that counts as a write, where writes are allowed.
bool isMeasured(const Facts& facts, const QString& title)
{
    const QVector<QJsonObject> rows = rowsOf(facts, "endpoints");
    return std::any_of(rows.cbegin(), rows.cend(),
                       [&](const QJsonObject& row) { return textOf(row, "name") == title; });
}

bool wouldAsk(Asks asks, const QJsonObject& row, const Facts& facts)
{
    const QString method = textOf(row, "endpoint").section(QLatin1Char(' '), 0, 0);
    if (method == QLatin1String("OPTIONS"))
        return false;
    const bool reads = method == QLatin1String("GET") || method == QLatin1String("HEAD");
    const QString counts = textOf(row, "counts_as");
    switch (asks) {
    case Asks::Reads:
        return reads || counts == QLatin1String("read");
    case Asks::Writes: // a read that counts as a write is one of them, and asked as such unless left out
        return textOf(row, "why") == QLatin1String("skip") && (!reads || counts == QLatin1String("write"));
    case Asks::Everything:
        return textOf(row, "why") == QLatin1String("skip") || !isMeasured(facts, textOf(row, "endpoint"));
    case Asks::Bodies:
        return method == QLatin1String("POST") || method == QLatin1String("PUT") ||
               method == QLatin1String("PATCH");
    case Asks::Logins:
        return false;
    }
    return true;
}

} // namespace

QStringList leftOutOf(const RuleInput& input)
{
    const auto asks = asking().constFind(input.check.id);
    if (asks == asking().constEnd())
        return {};
    QStringList names;
    for (const Facts& facts : input.facts) {
        if (*asks == Asks::Logins)
            names += titlesWhere(rowsOf(facts, "skipped"), "why", "left_out", "endpoint");
        for (const QJsonObject& row : rowsOf(facts, "left_out")) {
            if (wouldAsk(*asks, row, facts))
                names.append(textOf(row, "endpoint"));
        }
    }
    names.removeDuplicates();
    return names;
}

Suggestion heldByLeftOut(const RuleInput& input, Suggestion suggestion)
{
    const bool ours = suggestion.verdict == Verdict::Pass;
    const bool letter = suggestion.byLetter == Verdict::Pass;
    if (!ours && !letter)
        return suggestion;
    const QStringList names = leftOutOf(input);
    if (names.isEmpty())
        return suggestion;
    if (letter)
        suggestion.byLetter = Verdict::Inconclusive;
    if (!ours)
        return suggestion;
    suggestion.verdict = Verdict::Inconclusive;
    suggestion.summary =
        Message(QT_TRANSLATE_NOOP("awb", "What was asked would pass, but the profile leaves out %1, or "
                                         "counts it as a write."),
                {namesText(names)});
    suggestion.settle = QT_TRANSLATE_NOOP(
        "awb", "Take it in again in the endpoint inventory, or look at it and judge by hand.");
    return suggestion;
}

} // namespace awb::rule
