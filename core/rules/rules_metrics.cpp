// 4.7, 5.2, 5.7 and 5.8, from two scrapes of the service's metrics. Source: the specification of the HTTP
// probes.

#include "core/rules/rule_parts.h"
#include "core/rules/rule_support.h"
#include "core/rules/rules_http.h"

#include <QCoreApplication>

namespace awb
{

namespace
{

using namespace rule;

// The facts if metrics were read; otherwise the suggestion that says why not.
const Facts* scraped(const RuleInput& input, Suggestion* otherwise)
{
    const Facts* facts = input.find(QStringLiteral("metrics.scrape"));
    if (!facts)
        *otherwise = probeMissing();
    else if (!facts->details.contains(QStringLiteral("families")))
        *otherwise = notMeasuredBecause(*facts);
    else
        return facts;
    return nullptr;
}

Suggestion poolMetrics(const RuleInput& input)
{
    Suggestion suggestion;
    const Facts* facts = scraped(input, &suggestion);
    if (!facts)
        return suggestion;
    QStringList states;
    for (const QJsonValue& state : facts->details.value(QStringLiteral("pool")).toArray())
        states.append(state.toString());
    QStringList unknown;
    for (const QJsonValue& name : facts->details.value(QStringLiteral("pool_like")).toArray())
        unknown.append(name.toString());
    const bool partial = facts->flag(QStringLiteral("partial"));
    if (states.size() < 3 && !unknown.isEmpty())
        suggestion = inconclusive(
            Message(QT_TRANSLATE_NOOP("awb",
                                      "Of the pool {1:%1 state is|%1 states are} exposed under a known name; "
                                      "these names may hold the rest: %2."),
                    {MessageArg(static_cast<qint64>(states.size())), namesText(unknown)}),
            QT_TRANSLATE_NOOP("awb",
                              "Look at what these metrics count, and judge by hand: connections in use, idle "
                              "and waited for."));
    else if (states.size() < 3 && partial)
        suggestion = inconclusive(
            QT_TRANSLATE_NOOP("awb",
                              "The metrics page could not be read whole, and what was read does not show all "
                              "of the pool."),
            QT_TRANSLATE_NOOP(
                "awb", "Correct the lines of the page that are no Prometheus text, or make it shorter."));
    else if (states.size() == 3)
        suggestion =
            pass(QT_TRANSLATE_NOOP("awb", "The pool's connections in use, idle and waited for are exposed."));
    else if (static_cast<double>(states.size()) >= policy(input, "warn_min_states", 1))
        suggestion = warn(Message(QT_TRANSLATE_NOOP("awb", "Of the pool only this is exposed: %1."),
                                  {states.join(QStringLiteral(", "))}));
    else
        suggestion = fail(QT_TRANSLATE_NOOP("awb", "The metrics say nothing of the connection pool."));
    return headline(suggestion, *facts, QStringLiteral("states"), input.threshold());
}

Suggestion redMetrics(const RuleInput& input)
{
    Suggestion suggestion;
    const Facts* facts = scraped(input, &suggestion);
    if (!facts)
        return suggestion;
    const auto has = [&](const char* name) { return facts->flag(QLatin1String(name)); };
    const QString durations = field(facts->details, "durations");
    const double covered = facts->value(QStringLiteral("covered"));
    if (!has("requests") && durations == QLatin1String("none"))
        suggestion = fail(QT_TRANSLATE_NOOP("awb", "The metrics count no requests and time none."));
    else if (!has("requests") || durations == QLatin1String("none") || !has("error_label"))
        suggestion = warn(QT_TRANSLATE_NOOP("awb", "Of rate, errors and duration only a part is exposed."));
    else if (!has("endpoint_label"))
        suggestion = warn(QT_TRANSLATE_NOOP("awb", "Requests are counted, but not by endpoint."));
    else if (durations == QLatin1String("summary"))
        suggestion = warn(QT_TRANSLATE_NOOP(
            "awb", "Durations are a summary: its quantiles cannot be added up over instances."));
    else if (has("raw_paths"))
        suggestion = warn(
            QT_TRANSLATE_NOOP("awb", "The endpoint label holds raw paths with ids: a series for every one."));
    else if (std::isnan(covered))
        return inconclusive(
            QT_TRANSLATE_NOOP("awb", "No endpoint with known values could be called between two scrapes."),
            QT_TRANSLATE_NOOP("awb", "Name an API description, or endpoints in the profile."));
    else if (covered >= input.threshold().value)
        suggestion = pass(Message(
            QT_TRANSLATE_NOOP("awb", "Rate, errors and duration are exposed for %1 of the endpoints that "
                                     "were called."),
            {MessageArg(covered, QStringLiteral("percent"))}));
    else
        suggestion = warn(Message(
            QT_TRANSLATE_NOOP("awb",
                              "Rate, errors and duration are exposed for %1 of the endpoints "
                              "only; under the paths of the others nothing moved by the requests sent."),
            {MessageArg(covered, QStringLiteral("percent"))}));
    return headline(suggestion, *facts, QStringLiteral("covered"), input.threshold());
}

Suggestion queryCounts(const RuleInput& input)
{
    Suggestion suggestion;
    const Facts* facts = scraped(input, &suggestion);
    if (!facts)
        return suggestion;
    const QString queries = field(facts->details, "queries");
    if (queries == QLatin1String("endpoint"))
        suggestion = pass(QT_TRANSLATE_NOOP("awb", "Database queries are counted by endpoint."));
    else if (queries == QLatin1String("global"))
        suggestion = warn(QT_TRANSLATE_NOOP("awb", "Database queries are counted, but not by endpoint."));
    else
        suggestion = fail(QT_TRANSLATE_NOOP("awb", "The metrics count no database queries."));
    return headline(suggestion, *facts, QStringLiteral("query_metrics"), input.threshold());
}

Suggestion cacheMetrics(const RuleInput& input)
{
    Suggestion suggestion;
    const Facts* facts = scraped(input, &suggestion);
    if (!facts)
        return suggestion;
    const QString cache = field(facts->details, "cache");
    if (cache == QLatin1String("none"))
        suggestion = fail(QT_TRANSLATE_NOOP("awb", "No hit rate of a cache follows from the metrics."));
    else if (cache == QLatin1String("server"))
        suggestion = warn(QT_TRANSLATE_NOOP(
            "awb", "Only the cache server's own totals are exposed: they mix every use of it."));
    else if (!facts->flag(QStringLiteral("cache_moves")))
        return inconclusive(
            QT_TRANSLATE_NOOP("awb", "Hits and misses are exposed, but did not move between two scrapes."),
            QT_TRANSLATE_NOOP("awb", "Measure while the cache is used."));
    else
        suggestion =
            pass(QT_TRANSLATE_NOOP("awb", "Hits and misses of the cache are exposed, and they move."));
    return headline(suggestion, *facts, QStringLiteral("cache_metrics"), input.threshold());
}

// What is missing on half a page may stand on the other half.
template<Rule judge>
Suggestion ofWholePage(const RuleInput& input)
{
    const Suggestion suggestion = judge(input);
    Suggestion unused;
    const Facts* facts = scraped(input, &unused);
    if (suggestion.verdict != Verdict::Fail || !facts || !facts->flag(QStringLiteral("partial")))
        return suggestion;
    return inconclusive(
        QT_TRANSLATE_NOOP(
            "awb", "The metrics page could not be read whole, and what was read does not show all of it."),
        QT_TRANSLATE_NOOP("awb",
                          "Correct the lines of the page that are no Prometheus text, or make it shorter."));
}

} // namespace

QVector<RuleEntry> metricRules()
{
    return {{"4.7", &poolMetrics},
            {"5.2", &ofWholePage<redMetrics>},
            {"5.7", &ofWholePage<queryCounts>},
            {"5.8", &ofWholePage<cacheMetrics>}};
}

} // namespace awb
