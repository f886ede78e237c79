#include "core/probe/metrics/metrics_comparison.h"

#include "core/probe/fact_building.h"

#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace awb
{

namespace
{

constexpr qsizetype maxPathValues = 100;

QString endpointLabelOf(const MetricSample& sample)
{
    // A route is better than a path with its values.
    static const QList<QByteArray> best{"http_route", "route", "handler", "uri", "endpoint", "path"};
    for (const QByteArray& name : best) {
        if (sample.labels.contains(name))
            return QString::fromUtf8(sample.labels.value(name));
    }
    for (auto it = sample.labels.constBegin(); it != sample.labels.constEnd(); ++it) {
        if (isEndpointLabel(it.key()))
            return QString::fromUtf8(it.value());
    }
    return {};
}

bool hasErrorLabel(const MetricSample& sample)
{
    const auto keys = sample.labels.keys();
    return std::any_of(keys.cbegin(), keys.cend(), &isErrorLabel);
}

// By request, not by kind of statement: the `operation` of a query is SELECT or INSERT.
bool isCountedByEndpoint(const MetricMatch& queries)
{
    static const QList<QByteArray> ofTheQuery{"operation", "action"};
    return std::any_of(queries.samples.cbegin(), queries.samples.cend(), [](const MetricSample* sample) {
        for (auto it = sample->labels.constBegin(); it != sample->labels.constEnd(); ++it) {
            if (isEndpointLabel(it.key()) && !ofTheQuery.contains(it.key().toLower()) &&
                !it.value().isEmpty())
                return true;
        }
        return false;
    });
}

// Sums by normalised route; samples without an endpoint label are under "".
QHash<QString, double> byRoute(const MetricMatch& match)
{
    QHash<QString, double> sums;
    for (const MetricSample* sample : match.samples) {
        if (std::isfinite(sample->value))
            sums[routeKey(endpointLabelOf(*sample))] += sample->value;
    }
    return sums;
}

double total(const MetricMatch& match)
{
    double sum = 0;
    for (const MetricSample* sample : match.samples)
        sum += std::isfinite(sample->value) ? sample->value : 0;
    return sum;
}

// The template itself, or what a router knows of it behind a prefix; "/{}" alone would fit everything.
QString matchingRoute(const QHash<QString, double>& routes, const Endpoint& endpoint)
{
    static const QRegularExpression letter(QStringLiteral("[A-Za-z]"));
    const QString key = routeKey(endpoint.path);
    QString best;
    for (auto it = routes.constBegin(); it != routes.constEnd(); ++it) {
        const QString& route = it.key();
        const bool fits = route == key || key.endsWith(QLatin1Char('/') + route) ||
                          (route.startsWith(QLatin1Char('/')) && key.endsWith(route)) || route.endsWith(key);
        if (fits && route.contains(letter) && route.size() > best.size())
            best = route;
    }
    return routes.contains(key) ? key : best;
}

} // namespace

double MetricsComparison::grown(MetricNeed need) const
{
    return total(findMetrics(after_, need)) - total(findMetrics(before_, need));
}

QJsonArray MetricsComparison::endpoints(const QVector<std::pair<Endpoint, int>>& called,
                                        double* covered) const
{
    const MetricMatch requests = findMetrics(after_, MetricNeed::Requests);
    const MetricMatch durations = findMetrics(after_, MetricNeed::Duration);
    const QHash<QString, double> first = byRoute(findMetrics(before_, MetricNeed::Requests));
    const QHash<QString, double> second = byRoute(requests);
    const QHash<QString, double> timed = byRoute(durations);
    QSet<QString> errors;
    for (const MetricSample* sample : requests.samples) {
        if (hasErrorLabel(*sample))
            errors.insert(routeKey(endpointLabelOf(*sample)));
    }
    QJsonArray rows;
    for (const auto& [endpoint, sent] : called) {
        const QString route = matchingRoute(second, endpoint);
        const double grew = second.value(route) - first.value(route);
        const bool rate = !route.isEmpty() && grew >= sent;
        const bool error = errors.contains(route) && !route.isEmpty();
        const bool duration = !matchingRoute(timed, endpoint).isEmpty();
        const bool whole = rate && error && duration;
        *covered += whole ? 1 : 0;
        rows.append(
            QJsonObject{{QStringLiteral("endpoint"), endpoint.title()},
                        {QStringLiteral("sent"), sent},
                        {QStringLiteral("counted"), route.isEmpty() ? QJsonValue() : QJsonValue(grew)},
                        {QStringLiteral("rate"), rate},
                        {QStringLiteral("errors"), error},
                        {QStringLiteral("duration"), duration},
                        {QStringLiteral("covered"), whole}});
    }
    return rows;
}

QJsonArray MetricsComparison::poolStates(QList<QByteArray>& families) const
{
    QJsonArray states;
    for (const auto& [need, name] :
         {std::pair{MetricNeed::PoolActive, "active"}, std::pair{MetricNeed::PoolIdle, "idle"},
          std::pair{MetricNeed::PoolWaiting, "waiting"}}) {
        const MetricMatch match = findMetrics(after_, need);
        const bool known = std::any_of(match.samples.cbegin(), match.samples.cend(),
                                       [](const MetricSample* sample) { return !std::isnan(sample->value); });
        if (!known)
            continue;
        states.append(QLatin1String(name));
        families.append(match.family);
    }
    return states;
}

// Ids in the label, or very many values: a series for every user.
bool MetricsComparison::rawPaths() const
{
    static const QRegularExpression id(QStringLiteral("/([0-9]+|[0-9a-fA-F]{8}-[0-9a-fA-F-]{27})(/|$)"));
    QSet<QString> paths;
    for (const MetricSample* sample : findMetrics(after_, MetricNeed::Requests).samples) {
        const QString path = endpointLabelOf(*sample);
        paths.insert(path);
        if (id.match(path).hasMatch())
            return true;
    }
    return paths.size() > maxPathValues;
}

QJsonArray MetricsComparison::families() const
{
    QJsonArray rows;
    for (int i = 0; i <= static_cast<int>(MetricNeed::CacheEvictions); ++i) {
        const auto need = static_cast<MetricNeed>(i);
        const MetricMatch match = findMetrics(after_, need);
        rows.append(QJsonObject{{QStringLiteral("need"), QString::fromLatin1(metricNeedTitle(need))},
                                {QStringLiteral("exposed"), !match.isFound()    ? QStringLiteral("absent")
                                                            : match.ofChecklist ? QStringLiteral("present")
                                                                                : QStringLiteral("other")},
                                {QStringLiteral("family"), QString::fromUtf8(match.family.left(200))},
                                {QStringLiteral("server_wide"), match.serverWide}});
    }
    return rows;
}

void MetricsComparison::describe(Facts& facts) const
{
    const MetricMatch requests = findMetrics(after_, MetricNeed::Requests);
    const MetricMatch durations = findMetrics(after_, MetricNeed::Duration);
    const MetricMatch queries = findMetrics(after_, MetricNeed::Queries);
    const MetricMatch hits = findMetrics(after_, MetricNeed::CacheHits);
    const MetricMatch misses = findMetrics(after_, MetricNeed::CacheMisses);
    const auto labelled = [](const MetricMatch& match) {
        return std::any_of(match.samples.cbegin(), match.samples.cend(),
                           [](const MetricSample* sample) { return !endpointLabelOf(*sample).isEmpty(); });
    };
    const bool summary = durations.isFound() && durations.samples.first()->labels.contains("quantile");
    const bool perEndpoint = isCountedByEndpoint(queries);
    const bool cache = hits.isFound() && misses.isFound();
    const bool service = cache && !hits.serverWide && !misses.serverWide;
    QList<QByteArray> ofThePool;
    const QJsonArray pool = poolStates(ofThePool);
    facts.details.insert(QStringLiteral("pool"), pool);
    facts.details.insert(QStringLiteral("pool_like"),
                         QJsonArray::fromStringList(unknownPoolNames(after_, ofThePool)));
    facts.details.insert(QStringLiteral("requests"), requests.isFound());
    facts.details.insert(QStringLiteral("durations"), !durations.isFound() ? QStringLiteral("none")
                                                      : summary            ? QStringLiteral("summary")
                                                                           : QStringLiteral("histogram"));
    facts.details.insert(QStringLiteral("endpoint_label"), labelled(requests));
    facts.details.insert(QStringLiteral("error_label"),
                         std::any_of(requests.samples.cbegin(), requests.samples.cend(),
                                     [](const auto* s) { return hasErrorLabel(*s); }));
    facts.details.insert(QStringLiteral("raw_paths"), rawPaths());
    facts.details.insert(QStringLiteral("moves"), grown(MetricNeed::Requests) > 0);
    facts.details.insert(QStringLiteral("queries"), !queries.isFound() ? QStringLiteral("none")
                                                    : perEndpoint && !queries.serverWide
                                                        ? QStringLiteral("endpoint")
                                                        : QStringLiteral("global"));
    facts.details.insert(QStringLiteral("cache"), !cache    ? QStringLiteral("none")
                                                  : service ? QStringLiteral("service")
                                                            : QStringLiteral("server"));
    facts.details.insert(QStringLiteral("cache_moves"),
                         grown(MetricNeed::CacheHits) + grown(MetricNeed::CacheMisses) > 0);
    facts.measured << measurement("states", static_cast<double>(pool.size()), "count",
                                  {QStringLiteral("4.7")})
                   << measurement("query_metrics", perEndpoint && !queries.serverWide ? 1 : 0, "count",
                                  {QStringLiteral("5.7")})
                   << measurement("cache_metrics", service ? 1 : 0, "count", {QStringLiteral("5.8")})
                   << measurement("series", static_cast<double>(after_.samples.size()), "count");
}

} // namespace awb
