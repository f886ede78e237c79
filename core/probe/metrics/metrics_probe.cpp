#include "core/probe/metrics/alerts_probe.h"
#include "core/probe/metrics/metric_families.h"
#include "core/probe/metrics/metrics_probes.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace awb
{

namespace
{

constexpr int requestsBetween = 20;
constexpr qsizetype maxEndpoints = 10;
constexpr qsizetype maxPathValues = 100;

HttpRequest scrapeRequest(const QUrl& url)
{
    HttpRequest request;
    request.url = url;
    request.followRedirects = true;
    request.countedAs = QStringLiteral("GET ") + url.path();
    request.headers.append(
        HttpHeader{"Accept", "application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5"});
    return request;
}

struct Scrape
{
    QUrl url;
    Exposition exposition;
    QString problem; // why there is none
};

Result<Scrape> scrape(HttpClient& client, const QUrl& url)
{
    Scrape scrape{url, {}, {}};
    const auto answer = client.send(scrapeRequest(url));
    if (!answer) {
        // Metrics may live on a port of their own: that nobody answers there says nothing of the service.
        if (answer.error().code == ErrorCode::Cancelled)
            return answer.error();
        scrape.problem = answer.error().message;
    } else if (!answer->ok()) {
        scrape.problem =
            QStringLiteral("%1 answers with status %2.").arg(url.path(), QString::number(answer->status));
    } else {
        auto read = readExposition(answer->body);
        if (read)
            scrape.exposition = *std::move(read);
        else
            scrape.problem = read.error().message;
    }
    return scrape;
}

Result<Scrape> findMetricsPage(const HttpTarget& target, HttpClient& client)
{
    if (!target.metricsUrl.isEmpty())
        return scrape(client, target.metricsUrl);
    Scrape last;
    for (const char* place : {"/metrics", "/actuator/prometheus", "/q/metrics", "/-/metrics"}) {
        auto tried = scrape(client, client.at(QString::fromLatin1(place)));
        if (!tried || tried->problem.isEmpty())
            return tried;
        last = *std::move(tried);
    }
    last.problem = QStringLiteral("None of the usual metrics paths shows Prometheus text.");
    return last;
}

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

class MetricsComparison
{
public:
    MetricsComparison(const Exposition& before, const Exposition& after) : before_(before), after_(after) {}

    QJsonArray endpoints(const QVector<std::pair<Endpoint, int>>& called, double* covered) const;
    void describe(Facts& facts) const;
    QJsonArray families() const;

private:
    QJsonArray poolStates() const;
    bool rawPaths() const;
    double grown(MetricNeed need) const
    {
        return total(findMetrics(after_, need)) - total(findMetrics(before_, need));
    }

    const Exposition& before_;
    const Exposition& after_;
};

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

QJsonArray MetricsComparison::poolStates() const
{
    QJsonArray states;
    for (const auto& [need, name] :
         {std::pair{MetricNeed::PoolActive, "active"}, std::pair{MetricNeed::PoolIdle, "idle"},
          std::pair{MetricNeed::PoolWaiting, "waiting"}}) {
        const MetricMatch match = findMetrics(after_, need);
        const bool known = std::any_of(match.samples.cbegin(), match.samples.cend(),
                                       [](const MetricSample* sample) { return !std::isnan(sample->value); });
        if (known)
            states.append(QLatin1String(name));
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
                                {QStringLiteral("state"), !match.isFound()    ? QStringLiteral("absent")
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
    const QJsonArray pool = poolStates();
    facts.details.insert(QStringLiteral("pool"), pool);
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

QVector<Column> endpointColumns()
{
    return {column("endpoint", QT_TRANSLATE_NOOP("awb", "Endpoint"), "", 1, true),
            column("sent", QT_TRANSLATE_NOOP("awb", "Requests sent"), "count"),
            column("counted", QT_TRANSLATE_NOOP("awb", "Requests counted"), "count"),
            column("errors", QT_TRANSLATE_NOOP("awb", "Errors told apart")),
            column("duration", QT_TRANSLATE_NOOP("awb", "Duration"))};
}

QVector<Column> familyColumns()
{
    return {column("need", QT_TRANSLATE_NOOP("awb", "Minimum metric set")),
            column("state", QT_TRANSLATE_NOOP("awb", "State")),
            column("family", QT_TRANSLATE_NOOP("awb", "Metric"), "", 1, true)};
}

// Twenty requests over at most ten endpoints, and how many each got.
Result<QVector<std::pair<Endpoint, int>>> callEndpoints(HttpClient& client,
                                                        const EndpointInventory& inventory)
{
    QVector<std::pair<Endpoint, int>> called;
    for (const Endpoint& endpoint : sampledReads(inventory, maxEndpoints)) {
        if (!endpoint.isGuessed)
            called.append({endpoint, 0});
    }
    for (int i = 0; i < requestsBetween && !called.isEmpty(); ++i) {
        auto& [endpoint, sent] = called[i % called.size()];
        HttpRequest request;
        request.url = client.at(endpoint.filled);
        request.countedAs = endpoint.title();
        const auto answer = client.send(request);
        if (!answer && endsProbe(answer.error()))
            return answer.error();
        sent += answer ? 1 : 0;
    }
    return called;
}

} // namespace

Status MetricsProbe::measure(const ProbeTarget& target, HttpClient& client, ProbeContext& context,
                             Facts& facts)
{
    const auto first = findMetricsPage(*target.profile.http, client);
    if (!first)
        return first.error();
    if (!first->problem.isEmpty()) {
        facts.reason = Message(QT_TRANSLATE_NOOP("awb", "No metrics could be read: %1"), {first->problem});
        facts.unlock = QStringLiteral("http: {metrics_url: …}");
        return Done{};
    }
    const auto inventory = loadInventory(target, client);
    if (!inventory)
        return inventory.error();
    const auto called = callEndpoints(client, *inventory);
    if (!called)
        return called.error();
    context.progress(0.5);
    if (!context.waitFor(between_))
        return Error{context.stopRequested() ? ErrorCode::Cancelled : ErrorCode::Timeout,
                     QStringLiteral("The probe ended between two scrapes."),
                     {},
                     {}};
    const auto second = scrape(client, first->url);
    if (!second)
        return second.error();
    if (!second->problem.isEmpty()) {
        facts.reason = Message(QT_TRANSLATE_NOOP("awb", "The second scrape failed: %1"), {second->problem});
        return Done{};
    }
    const MetricsComparison comparison(first->exposition, second->exposition);
    double covered = 0;
    const QJsonArray rows = comparison.endpoints(*called, &covered);
    setRows(facts, "endpoints", QT_TRANSLATE_NOOP("awb", "Rate, errors and duration by endpoint"),
            endpointColumns(), rows, {QStringLiteral("5.2")});
    setRows(facts, "families", QT_TRANSLATE_NOOP("awb", "The minimum metric set"), familyColumns(),
            comparison.families());
    comparison.describe(facts);
    facts.details.insert(QStringLiteral("url"), requestLine("GET", first->url));
    if (!rows.isEmpty())
        facts.measured << measurement("covered", 100 * covered / static_cast<double>(rows.size()), "percent",
                                      {QStringLiteral("5.2")});
    concludeFacts(facts, client, true, {});
    return Done{};
}

std::vector<ProbeDescriptor> metricsProbes(const std::shared_ptr<HttpPace>& pace)
{
    ProbeDescriptor scrape;
    scrape.id = QStringLiteral("metrics.scrape");
    scrape.title = QT_TRANSLATE_NOOP("awb", "Metrics");
    scrape.about = QT_TRANSLATE_NOOP("awb", "Reads the service's metrics twice, with requests between.");
    scrape.source = ProbeSource::Http;
    scrape.checks = {QStringLiteral("4.7"), QStringLiteral("5.2"), QStringLiteral("5.7"),
                     QStringLiteral("5.8")};
    scrape.budget = std::chrono::minutes(3);
    scrape.plan = [](const TargetProfile&) {
        return std::vector<PlannedSend>{
            {QStringLiteral("GET (metrics)"), 5, {}},
            {QStringLiteral("GET (API description)"), 5, {}},
            {QStringLiteral("GET (list endpoints, for an id)"), 10, {}},
            {QStringLiteral("GET (endpoints between two scrapes)"), requestsBetween, {}}};
    };
    scrape.create = [pace] { return std::make_unique<MetricsProbe>(pace); };
    return {scrape, alertsProbe()};
}

} // namespace awb
