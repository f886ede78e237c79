#include "core/probe/chart_limits.h"
#include "core/probe/fact_building.h"
#include "core/probe/redis/counting_intervals.h"
#include "core/probe/redis/redis_nodes.h"
#include "core/probe/redis/redis_probes.h"
#include "core/probe/redis/redis_window.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace awb
{

namespace
{

const QString probeId = QStringLiteral("redis.stats_window");
const QStringList hitChecks{QStringLiteral("3.1")};
const QStringList evictionChecks{QStringLiteral("3.8")};
const QStringList allChecks{QStringLiteral("3.1"), QStringLiteral("3.8")};

struct Lifetime
{
    bool known = true;
    double hits = 0, misses = 0, evicted = 0, keys = 0, uptimeS = 0;
};

// Since the servers started (or their statistics were reset), without our own part.
Lifetime lifetimeOf(const WindowSeries& series)
{
    Lifetime life;
    for (const QVector<CounterSnapshot>& node : series.snapshots) {
        const CounterSnapshot& last = node.last();
        life.known = life.known && last.hits && last.misses && last.evicted;
        life.hits += static_cast<double>(std::max<qint64>(0, last.hits.value_or(0) - last.own.hits));
        life.misses += static_cast<double>(std::max<qint64>(0, last.misses.value_or(0) - last.own.misses));
        life.evicted += static_cast<double>(last.evicted.value_or(0));
        life.keys += static_cast<double>(last.keys);
        life.uptimeS = std::max(life.uptimeS, static_cast<double>(last.uptimeS));
    }
    return life;
}

Measurement hitRate(const char* name, double hits, double misses)
{
    const double n = hits + misses;
    if (!(n > 0))
        return measurement(name, std::numeric_limits<double>::quiet_NaN(), "percent", hitChecks);
    const CountInterval range = shareInterval(hits, n);
    return estimate(name, 100 * hits / n, "percent", static_cast<qint64>(n), 100 * range.low,
                    100 * range.high, hitChecks);
}

// Evictions an hour in percent of the keys that are there.
Measurement evictionRate(const char* name, double evicted, double seconds, double keys)
{
    if (!(seconds > 0) || !(keys > 0))
        return measurement(name, std::numeric_limits<double>::quiet_NaN(), "per_hour", evictionChecks);
    const double scale = 100.0 * 3600.0 / seconds / keys;
    const CountInterval range = countInterval(evicted);
    return estimate(name, evicted * scale, "per_hour", static_cast<qint64>(evicted), range.low * scale,
                    range.high * scale, evictionChecks);
}

void measureHits(Facts& facts, const CounterWindow& window, const Lifetime& life)
{
    facts.measured << hitRate("hit_rate_window", static_cast<double>(window.hits),
                              static_cast<double>(window.misses))
                   << hitRate("hit_rate_lifetime", life.hits, life.misses)
                   << measurement("hits_window", static_cast<double>(window.hits), "count", hitChecks)
                   << measurement("misses_window", static_cast<double>(window.misses), "count", hitChecks)
                   << measurement("own_lookups", static_cast<double>(window.ownLookups), "count", hitChecks);
}

void measureEvictions(Facts& facts, const CounterWindow& window, const Lifetime& life)
{
    facts.measured
        << evictionRate("eviction_rate_window", static_cast<double>(window.evicted), window.seconds,
                        window.meanKeys)
        << evictionRate("eviction_rate_lifetime", life.evicted, life.uptimeS, life.keys)
        << measurement("evicted_window", static_cast<double>(window.evicted), "count", evictionChecks)
        << measurement("writes_window", static_cast<double>(window.writes), "count", evictionChecks)
        << measurement("keys_mean", window.meanKeys, "keys", evictionChecks)
        << measurement("eviction_exceeded_ms", static_cast<double>(window.exceededMs), "ms", evictionChecks);
}

QJsonValue number(const std::optional<qint64>& value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

Table nodeTable(const RedisDeployment& deployment, const WindowSeries& series)
{
    Table table;
    table.id = QStringLiteral("nodes");
    table.title = QT_TRANSLATE_NOOP("awb", "Counters by server");
    table.columns = {column("node", QT_TRANSLATE_NOOP("awb", "Server"), "", 1, true),
                     column("hits", QT_TRANSLATE_NOOP("awb", "Hits in the window"), "count"),
                     column("misses", QT_TRANSLATE_NOOP("awb", "Misses in the window"), "count"),
                     column("hit_rate", QT_TRANSLATE_NOOP("awb", "Hit rate in the window"), "percent"),
                     column("lifetime_hits", QT_TRANSLATE_NOOP("awb", "Hits since start"), "count", 3),
                     column("lifetime_misses", QT_TRANSLATE_NOOP("awb", "Misses since start"), "count", 3),
                     column("evicted", QT_TRANSLATE_NOOP("awb", "Evicted in the window"), "count"),
                     column("lifetime_evicted", QT_TRANSLATE_NOOP("awb", "Evicted since start"), "count", 3),
                     column("keys", QT_TRANSLATE_NOOP("awb", "Keys"), "keys"),
                     column("used", QT_TRANSLATE_NOOP("awb", "Memory used"), "bytes", 2),
                     column("maxmemory", QT_TRANSLATE_NOOP("awb", "maxmemory"), "bytes", 2),
                     column("uptime", QT_TRANSLATE_NOOP("awb", "Uptime"), "s", 3)};
    const QVector<CounterWindow> windows = series.windows();
    for (qsizetype i = 0; i < windows.size(); ++i) {
        const CounterWindow& w = windows[i];
        const CounterSnapshot& last = series.snapshots[i].last();
        const qint64 lookups = w.hits + w.misses;
        table.rows.append(
            {deployment.nodes[static_cast<std::size_t>(i)].label, w.hits, w.misses,
             lookups > 0 ? QJsonValue(100.0 * static_cast<double>(w.hits) / static_cast<double>(lookups))
                         : QJsonValue(),
             number(last.hits), number(last.misses), w.evicted, number(last.evicted), last.keys,
             number(series.lastInfo[i].integer("used_memory")),
             number(series.lastInfo[i].integer("maxmemory")), last.uptimeS});
    }
    table.total = table.rows.size();
    return table;
}

ChartSpec lineChart(const char* id, const char* check, Message title, Message yLabel, const char* unit)
{
    ChartSpec chart;
    chart.id = QLatin1String(id);
    chart.check = QLatin1String(check);
    chart.kind = ChartKind::Line;
    chart.title = std::move(title);
    chart.x = {QT_TRANSLATE_NOOP("awb", "Time in the window"), QStringLiteral("s"), false};
    chart.y = {std::move(yLabel), QLatin1String(unit), false};
    chart.emptyReason = QT_TRANSLATE_NOOP("awb", "Nothing happened in the window.");
    return chart;
}

constexpr ChecklistLimit hitRateLimit{"3.1", "hit_rate", 80, "percent", false};
constexpr ChecklistLimit evictionLimit{"3.8", "eviction_rate", 5, "percent", true};

QVector<ChartSpec> charts(const WindowSeries& series, const TargetProfile& profile)
{
    ChartSpec hits =
        lineChart("hit_rate", "3.1", QT_TRANSLATE_NOOP("awb", "Cache hit rate over the measured window"),
                  QT_TRANSLATE_NOOP("awb", "Hit rate"), "percent");
    hits.threshold = limitLine(profile, hitRateLimit);
    hits.emptyReason = QT_TRANSLATE_NOOP("awb", "No key was looked up in the window.");
    ChartSpec evictions =
        lineChart("evictions", "3.8", QT_TRANSLATE_NOOP("awb", "Evictions over the measured window"),
                  QT_TRANSLATE_NOOP("awb", "Evicted keys an hour, share of all keys"), "per_hour");
    evictions.threshold = limitLine(profile, evictionLimit);
    ChartSeries rate{QT_TRANSLATE_NOOP("awb", "Hit rate"), {}};
    ChartSeries evicted{QT_TRANSLATE_NOOP("awb", "Evictions"), {}};
    for (const auto& [end, step] : series.steps()) {
        const double lookups = static_cast<double>(step.hits + step.misses);
        if (step.valid && lookups > 0) {
            const CountInterval range = shareInterval(static_cast<double>(step.hits), lookups);
            rate.points.append(
                {end, 100 * static_cast<double>(step.hits) / lookups, 100 * range.low, 100 * range.high});
        }
        if (step.valid && step.seconds > 0 && step.meanKeys > 0)
            evicted.points.append(
                {end, static_cast<double>(step.evicted) * 360000.0 / step.seconds / step.meanKeys, {}, {}});
    }
    hits.series.append(rate);
    evictions.series.append(evicted);
    return {hits, evictions};
}

void addDetails(Facts& facts, const WindowSeries& series, const CounterWindow& window,
                const ProbeTarget& target)
{
    bool hitsKnown = true;
    bool evictionsKnown = true;
    bool lifetimeKnown = true;
    for (const QVector<CounterSnapshot>& node : series.snapshots) {
        hitsKnown = hitsKnown && node.last().hits && node.last().misses;
        evictionsKnown = evictionsKnown && node.last().evicted && node.last().keyspaceKnown;
        lifetimeKnown = lifetimeKnown && node.last().uptimeS > 0;
    }
    facts.details.insert(QStringLiteral("window_valid"), window.valid);
    facts.details.insert(QStringLiteral("hits_known"), hitsKnown);
    facts.details.insert(QStringLiteral("evictions_known"), evictionsKnown);
    facts.details.insert(QStringLiteral("lifetime_known"), lifetimeKnown);
    facts.details.insert(QStringLiteral("not_cache"),
                         QJsonArray::fromStringList(target.profile.redis->notCache));
    if (!hitsKnown || !evictionsKnown) {
        facts.complete = false;
        facts.reason = QT_TRANSLATE_NOOP(
            "awb", "The server's INFO leaves out keyspace_hits, keyspace_misses or evicted_keys.");
    }
}

Facts describe(const RedisDeployment& deployment, const WindowSeries& series, const ProbeTarget& target,
               const ProbeContext& context)
{
    Facts facts = redisFacts(probeId, allChecks, deployment, context);
    const CounterWindow window = sumOf(series.windows());
    addDetails(facts, series, window, target);
    if (!window.valid) {
        facts.complete = false;
        facts.reason = window.why;
    }
    const Lifetime life = lifetimeOf(series);
    facts.measured << measurement("window_s", window.seconds, "s")
                   << measurement("uptime_s", life.uptimeS, "s");
    measureHits(facts, window, life);
    measureEvictions(facts, window, life);
    facts.tables.append(nodeTable(deployment, series));
    facts.charts = charts(series, target.profile);
    if (series.stopped) {
        facts.cancelled = context.stopRequested();
        facts.complete = false;
        facts.reason = QT_TRANSLATE_NOOP("awb", "The window was ended early.");
    }
    facts.sent = context.sentSoFar();
    return facts;
}

} // namespace

Result<Facts> StatsWindowProbe::run(const ProbeTarget& target, ProbeContext& context)
{
    const QDateTime started = context.clock().now();
    auto deployment = openRedis(target, context, *ledger_);
    if (!deployment)
        return factsOrError(probeId, allChecks, deployment.error(), target, context);
    const auto publish = [&](const WindowSeries& soFar) {
        Facts partial = describe(*deployment, soFar, target, context);
        partial.complete = false;
        partial.reason = QT_TRANSLATE_NOOP("awb", "The window was ended early.");
        context.publishPartial(std::move(partial));
    };
    auto series = watchWindow(*deployment, *ledger_, context,
                              std::chrono::milliseconds(target.profile.observeMs), publish);
    if (!series)
        return factsOrError(probeId, allChecks, series.error(), target, context);
    Facts facts = describe(*deployment, *series, target, context);
    facts.started = started;
    facts.durationMs = started.msecsTo(context.clock().now());
    return facts;
}

} // namespace awb
