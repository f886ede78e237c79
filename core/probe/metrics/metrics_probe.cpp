#include "core/probe/metrics/alerts_probe.h"
#include "core/probe/metrics/metrics_comparison.h"
#include "core/probe/metrics/metrics_probes.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace awb
{

namespace
{

constexpr int requestsBetween = 20;
constexpr qsizetype maxEndpoints = 10;

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
    QString problem;      // why there is none
    bool partial = false; // the page was cut off, or has lines that are no metrics
};

Result<Scrape> scrape(HttpClient& client, const QUrl& url)
{
    Scrape scrape{url, {}, {}, false};
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
        scrape.partial = answer->truncated || (read && read->unreadable > 0);
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
            column("exposed", QT_TRANSLATE_NOOP("awb", "State")),
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
    facts.details.insert(QStringLiteral("partial"), second->partial);
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
