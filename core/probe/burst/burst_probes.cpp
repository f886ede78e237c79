#include "core/probe/burst/queries_probe.h"
#include "core/probe/burst/restart_probe.h"

#include <QCoreApplication>

#include <numeric>

namespace awb
{

namespace
{

std::vector<PlannedSend> queriesPlan(const TargetProfile& profile)
{
    const QueryBurstOptions options;
    const int perRound = std::accumulate(options.sizes.begin(), options.sizes.end(), 0);
    const auto databases = std::max<qint64>(1, profile.postgres.size());
    return {
        {QStringLiteral("GET (API description)"), 5, {}},
        {QStringLiteral("GET (list endpoints, for an id)"), 10, {}},
        {QStringLiteral("GET {path}"), -1,
         Message(QT_TRANSLATE_NOOP("awb",
                                   "bursts of 20, 10 and 5 (at most 20 a second) to each of at most %1 read "
                                   "endpoints: %2 requests, up to %3 where other traffic or a page's size "
                                   "must be told apart"),
                 {MessageArg(options.mostEndpoints), MessageArg(perRound + options.warmUp),
                  MessageArg((options.retries + 3) * perRound + options.warmUp)})},
        {QStringLiteral("SELECT from pg_stat_statements(false) (counters, no texts)"), -1,
         Message(QT_TRANSLATE_NOOP("awb", "before and after each burst, in {1:one database|%1 databases}"),
                 {MessageArg(databases)})},
        {QStringLiteral("SELECT texts of statements that moved, from pg_stat_statements"), -1,
         QT_TRANSLATE_NOOP("awb", "once after each three bursts")}};
}

} // namespace

std::vector<ProbeDescriptor> burstProbes(const std::shared_ptr<HttpPace>& pace)
{
    ProbeDescriptor queries;
    queries.id = QStringLiteral("http.queries");
    queries.title = QT_TRANSLATE_NOOP("awb", "Queries of a request");
    queries.about = QT_TRANSLATE_NOOP(
        "awb", "Sends bursts of GETs and counts in pg_stat_statements which queries grow with them.");
    queries.source = ProbeSource::Http;
    queries.checks = {QStringLiteral("2.4")};
    queries.needs = Capability::Burst;
    queries.exclusive = true; // what another probe asks meanwhile would be counted too
    queries.rights = {QStringLiteral("pg_monitor")};
    queries.budget = std::chrono::minutes(20);
    queries.plan = queriesPlan;
    queries.create = [pace] { return std::make_unique<QueriesProbe>(pace); };
    return {queries, restartProbe()};
}

} // namespace awb
