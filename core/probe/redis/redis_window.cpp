#include "core/probe/redis/redis_window.h"

#include "core/probe/probe.h"
#include "core/probe/redis/redis_nodes.h"

#include <algorithm>

namespace awb
{

namespace
{

using std::chrono::microseconds;
using std::chrono::milliseconds;

bool decreased(const std::optional<qint64>& before, const std::optional<qint64>& after)
{
    return before && (!after || *after < *before);
}

qint64 grown(const std::optional<qint64>& before, const std::optional<qint64>& after)
{
    return before && after ? *after - *before : 0;
}

CounterWindow broken(const char* why)
{
    CounterWindow window;
    window.valid = false;
    window.why = why;
    return window;
}

// A save sets the counter of unsaved changes back; then only what came after it is known.
qint64 writesBetween(const CounterSnapshot& first, const CounterSnapshot& last)
{
    if (!first.unsaved || !last.unsaved)
        return 0;
    const bool saved = first.lastSave != last.lastSave || *last.unsaved < *first.unsaved;
    return saved ? *last.unsaved : *last.unsaved - *first.unsaved;
}

milliseconds sampleInterval(milliseconds window)
{
    return std::clamp(window / 20, milliseconds(200), milliseconds(5000));
}

// One INFO of every node; false in `stopped` only by errors of a stop.
Status sampleAll(WindowSeries& series, RedisDeployment& deployment, RedisLedger& ledger,
                 ProbeContext& context)
{
    for (std::size_t i = 0; i < deployment.nodes.size(); ++i) {
        auto info = readInfo(deployment.nodes[i], ledger);
        if (!info)
            return info.error();
        const auto local = std::chrono::duration_cast<microseconds>(context.clock().monotonic());
        const auto node = static_cast<qsizetype>(i);
        series.snapshots[node].append(CounterSnapshot::from(*info, ledger.at(info->text("run_id")), local));
        series.lastInfo[node] = std::move(*info);
    }
    return Done{};
}

} // namespace

CounterSnapshot CounterSnapshot::from(const RedisInfo& info, const OwnTraffic& own, microseconds localTime)
{
    CounterSnapshot snapshot;
    const std::optional<qint64> server = info.integer("server_time_usec");
    snapshot.serverClock = server.has_value();
    snapshot.at = server ? microseconds(*server) : localTime;
    snapshot.runId = info.text("run_id");
    snapshot.role = info.text("role");
    snapshot.uptimeS = info.integer("uptime_in_seconds").value_or(0);
    snapshot.hits = info.integer("keyspace_hits");
    snapshot.misses = info.integer("keyspace_misses");
    snapshot.evicted = info.integer("evicted_keys");
    snapshot.commands = info.integer("total_commands_processed");
    snapshot.connections = info.integer("total_connections_received");
    snapshot.exceededMs = info.integer("total_eviction_exceeded_time");
    snapshot.unsaved = info.integer("rdb_changes_since_last_save");
    snapshot.lastSave = info.integer("rdb_last_save_time");
    snapshot.keys = info.keys();
    snapshot.keyspaceKnown = info.hasKeyspace();
    snapshot.own = own;
    return snapshot;
}

CounterWindow windowBetween(const CounterSnapshot& first, const CounterSnapshot& last)
{
    if (first.runId != last.runId || last.uptimeS < first.uptimeS)
        return broken(
            QT_TRANSLATE_NOOP("awb", "The server restarted during the window, so its counters say nothing."));
    if (first.role != last.role)
        return broken(
            QT_TRANSLATE_NOOP("awb", "The server changed its role during the window (a failover)."));
    if (decreased(first.hits, last.hits) || decreased(first.misses, last.misses) ||
        decreased(first.evicted, last.evicted) || decreased(first.commands, last.commands) ||
        decreased(first.connections, last.connections))
        return broken(
            QT_TRANSLATE_NOOP("awb", "The counters were reset during the window (CONFIG RESETSTAT)."));
    if (last.at < first.at || first.serverClock != last.serverClock)
        return broken(QT_TRANSLATE_NOOP("awb", "The server's clock was set back during the window."));
    CounterWindow window;
    window.seconds = static_cast<double>((last.at - first.at).count()) / 1e6;
    const qint64 ownHits = last.own.hits - first.own.hits;
    const qint64 ownMisses = last.own.misses - first.own.misses;
    window.ownLookups = ownHits + ownMisses;
    window.hits = std::max<qint64>(0, grown(first.hits, last.hits) - ownHits);
    window.misses = std::max<qint64>(0, grown(first.misses, last.misses) - ownMisses);
    window.evicted = grown(first.evicted, last.evicted);
    window.exceededMs = grown(first.exceededMs, last.exceededMs);
    window.commands =
        std::max<qint64>(0, grown(first.commands, last.commands) - (last.own.commands - first.own.commands));
    window.connections = std::max<qint64>(0, grown(first.connections, last.connections) -
                                                 (last.own.connections - first.own.connections));
    window.writes = std::max(writesBetween(first, last), window.evicted);
    window.meanKeys = static_cast<double>(first.keys + last.keys) / 2;
    return window;
}

CounterWindow sumOf(const QVector<CounterWindow>& windows)
{
    CounterWindow sum;
    for (const CounterWindow& window : windows) {
        if (!window.valid)
            return window;
        sum.seconds = std::max(sum.seconds, window.seconds);
        sum.hits += window.hits;
        sum.misses += window.misses;
        sum.evicted += window.evicted;
        sum.commands += window.commands;
        sum.connections += window.connections;
        sum.exceededMs += window.exceededMs;
        sum.writes += window.writes;
        sum.ownLookups += window.ownLookups;
        sum.meanKeys += window.meanKeys;
    }
    return sum;
}

QVector<CounterWindow> WindowSeries::windows() const
{
    QVector<CounterWindow> all;
    for (const QVector<CounterSnapshot>& node : snapshots) {
        CounterWindow whole = windowBetween(node.first(), node.last());
        qint64 writes = 0;
        for (qsizetype i = 1; i < node.size() && whole.valid; ++i) {
            const CounterWindow step = windowBetween(node[i - 1], node[i]);
            if (!step.valid) // a reset that later counting hid
                whole = step;
            writes += step.writes;
        }
        whole.writes = std::max(whole.writes, writes);
        all.append(whole);
    }
    return all;
}

QVector<QPair<double, CounterWindow>> WindowSeries::steps() const
{
    QVector<QPair<double, CounterWindow>> all;
    for (qsizetype i = 1; !snapshots.isEmpty() && i < snapshots.first().size(); ++i) {
        QVector<CounterWindow> nodes;
        for (const QVector<CounterSnapshot>& node : snapshots) {
            if (i < node.size())
                nodes.append(windowBetween(node[i - 1], node[i]));
        }
        const QVector<CounterSnapshot>& first = snapshots.first();
        const double end = static_cast<double>((first[i].at - first.first().at).count()) / 1e6;
        all.append({end, sumOf(nodes)});
    }
    return all;
}

Result<WindowSeries> watchWindow(RedisDeployment& deployment, RedisLedger& ledger, ProbeContext& context,
                                 milliseconds window,
                                 const std::function<void(const WindowSeries&)>& progressed)
{
    WindowSeries series;
    series.snapshots.resize(static_cast<qsizetype>(deployment.nodes.size()));
    series.lastInfo.resize(static_cast<qsizetype>(deployment.nodes.size()));
    if (Status first = sampleAll(series, deployment, ledger, context); !first)
        return first.error();
    const auto started = context.clock().monotonic();
    const milliseconds interval = sampleInterval(window);
    for (;;) {
        const auto gone = std::chrono::duration_cast<milliseconds>(context.clock().monotonic() - started);
        if (gone >= window)
            return series;
        const double share = static_cast<double>(gone.count()) / static_cast<double>(window.count());
        context.progress(
            share, Message(QT_TRANSLATE_NOOP("awb", "Watching the counters, %1 to go"),
                           {MessageArg(static_cast<double>((window - gone).count()), QStringLiteral("ms"))}));
        // A millisecond more, so that the last sample is never short of the asked window by rounding.
        const bool waited = context.waitFor(std::min(interval, window - gone + milliseconds(1)));
        Status sampled = waited ? sampleAll(series, deployment, ledger, context) : Status(Done{});
        if (!waited || (!sampled && sampled.error().code == ErrorCode::Cancelled)) {
            series.stopped = true;
            return series;
        }
        if (!sampled)
            return sampled.error();
        if (progressed)
            progressed(series);
    }
}

} // namespace awb
