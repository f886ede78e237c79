// 2.4, from statement counters around bursts of requests. Source: specification of the database probes, 2.4.

#include "core/rules/rule_parts.h"
#include "core/rules/rule_support.h"
#include "core/rules/rules_http.h"

#include <QCoreApplication>

#include <algorithm>

namespace awb
{

namespace
{

using namespace rule;

MessageArg count(double value)
{
    return {value, QStringLiteral("count")};
}

const QJsonObject* rowWith(const QVector<QJsonObject>& rows, const char* state)
{
    const auto found = std::find_if(rows.cbegin(), rows.cend(), [state](const QJsonObject& row) {
        return textOf(row, "state") == QLatin1String(state);
    });
    return found == rows.cend() ? nullptr : &*found;
}

Suggestion tooMany(const QJsonObject& row)
{
    const double times = numberField(row, "worst_per_request");
    return fail(Message(
        QT_TRANSLATE_NOOP("awb", "%1 sends %2 queries for each request, one statement of them %3 times."),
        {MessageArg(textOf(row, "endpoint")), count(numberField(row, "queries")),
         count(std::isnan(times) ? 0 : times)}));
}

// Why the bursts of an endpoint settle nothing; empty: they settle it.
std::optional<Suggestion> unsettled(const QVector<QJsonObject>& rows)
{
    const auto name = [](const QJsonObject& row) {
        return QVector<MessageArg>{MessageArg(textOf(row, "endpoint"))};
    };
    if (const QJsonObject* row = rowWith(rows, "noisy"))
        return inconclusive(
            Message(QT_TRANSLATE_NOOP(
                        "awb", "%1: other traffic on the database hides which queries are the request's."),
                    name(*row)),
            QT_TRANSLATE_NOOP("awb", "Measure while nobody else uses the service, or against a copy of it."));
    if (const QJsonObject* row = rowWith(rows, "limited"))
        return inconclusive(
            Message(QT_TRANSLATE_NOOP("awb", "%1 refused the bursts with 429 or asked to come back later."),
                    name(*row)),
            QT_TRANSLATE_NOOP("awb", "Exempt the audit from the limiter."));
    if (const QJsonObject* row = rowWith(rows, "slow"))
        return inconclusive(
            Message(QT_TRANSLATE_NOOP("awb", "%1 answers too slowly for bursts of requests."), name(*row)),
            QT_TRANSLATE_NOOP("awb", "Look at its queries with a trace."));
    if (const QJsonObject* row = rowWith(rows, "void"))
        return inconclusive(
            Message(QT_TRANSLATE_NOOP("awb", "%1: the statement counters were reset, or entries evicted, "
                                             "during its bursts."),
                    name(*row)),
            QT_TRANSLATE_NOOP("awb", "Measure again; raise pg_stat_statements.max if entries are evicted."));
    return std::nullopt;
}

Suggestion proven(const RuleInput& input, const Facts& facts, const QVector<QJsonObject>& rows)
{
    const auto silent = std::count_if(rows.cbegin(), rows.cend(),
                                      [](const QJsonObject& row) { return numberField(row, "most") < 0.5; });
    if (silent == rows.size())
        return inconclusive(
            QT_TRANSLATE_NOOP("awb", "No query followed any request: the service uses another database, or "
                                     "answers all of it from a cache."),
            QT_TRANSLATE_NOOP("awb", "Name every database of the service, and measure with a cold cache."));
    const double known =
        std::max(static_cast<double>(rows.size()), numberField(facts.details, "reads_total"));
    const double covered = 100 * static_cast<double>(rows.size()) / known;
    if (covered < policy(input, "min_coverage_percent", 80))
        return inconclusive(
            Message(QT_TRANSLATE_NOOP("awb", "Each of %1 endpoints keeps to the limit, but %2 are known."),
                    {count(static_cast<double>(rows.size())), count(known)}),
            QT_TRANSLATE_NOOP("awb", "Give the other endpoints values and a credential."));
    const auto growing =
        std::find_if(rows.cbegin(), rows.cend(), [](const QJsonObject& row) { return flagOf(row, "grows"); });
    if (growing != rows.cend()) {
        Suggestion suggestion = warn(
            Message(QT_TRANSLATE_NOOP(
                        "awb", "%1 sends %2 queries for each request, and more the larger the page is."),
                    {MessageArg(textOf(*growing, "endpoint")), count(numberField(*growing, "queries"))}));
        suggestion.byLetter = Verdict::Pass;
        return suggestion;
    }
    return pass(
        Message(QT_TRANSLATE_NOOP("awb", "Each of %1 measured endpoints sends %2 queries a request or "
                                         "fewer; %3 of them {3:sends|send} none."),
                {count(static_cast<double>(rows.size())),
                 count(std::ceil(facts.value(QStringLiteral("queries_per_request")) - 0.05)),
                 count(static_cast<double>(silent))}));
}

Suggestion queriesPerRequest(const RuleInput& input)
{
    const Facts* facts = input.find(QStringLiteral("http.queries"));
    if (!facts)
        return notMeasured(QT_TRANSLATE_NOOP("awb", "No queries were counted."),
                           QStringLiteral("--allow burst"));
    const QVector<QJsonObject> rows = rowsOf(*facts, "endpoints");
    if (rows.isEmpty())
        return notMeasuredBecause(*facts);
    const Threshold& limit = input.threshold(QStringLiteral("queries_per_request"));
    const auto worst =
        std::max_element(rows.cbegin(), rows.cend(), [](const QJsonObject& a, const QJsonObject& b) {
            return a.value(QLatin1String("queries")).toDouble() <
                   b.value(QLatin1String("queries")).toDouble();
        });
    Suggestion suggestion;
    if (worst->value(QLatin1String("queries")).toDouble() > limit.value)
        suggestion = tooMany(*worst);
    else if (facts->flag(QStringLiteral("hidden")))
        return notMeasuredBecause(*facts); // what is hidden may be the request's
    else if (const auto open = unsettled(rows))
        suggestion = *open;
    else
        suggestion = proven(input, *facts, rows);
    return headline(suggestion, *facts, QStringLiteral("queries_per_request"), limit);
}

} // namespace

QVector<RuleEntry> burstRules()
{
    return {{"2.4", &queriesPerRequest}};
}

} // namespace awb
