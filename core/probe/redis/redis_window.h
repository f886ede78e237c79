#pragma once

#include "core/audit/facts.h"
#include "core/foundation/result.h"
#include "core/probe/redis/redis_info.h"
#include "core/probe/redis/redis_ledger.h"

#include <chrono>
#include <functional>
#include <optional>

namespace awb
{

class ProbeContext;
struct RedisDeployment;

// The counters of one server at one moment, by the server's own clock where it tells it.
struct CounterSnapshot
{
    std::chrono::microseconds at{0};
    bool serverClock = false;
    QByteArray runId;
    QByteArray role;
    qint64 uptimeS = 0;
    std::optional<qint64> hits, misses, evicted, commands, connections;
    std::optional<qint64> exceededMs; // total_eviction_exceeded_time, Redis 7.0+
    std::optional<qint64> unsaved;    // rdb_changes_since_last_save
    std::optional<qint64> lastSave;   // rdb_last_save_time
    qint64 keys = 0;
    bool keyspaceKnown = false;
    OwnTraffic own; // of this program, up to this moment

    static CounterSnapshot from(const RedisInfo& info, const OwnTraffic& own,
                                std::chrono::microseconds localTime);
};

// What happened on one server between two snapshots, without our own part. Not valid when the counters were
// reset, the server restarted or changed its role in between; `why` says so.
struct CounterWindow
{
    bool valid = true;
    Message why;
    double seconds = 0;
    qint64 hits = 0, misses = 0, evicted = 0, commands = 0, connections = 0;
    qint64 exceededMs = 0;
    qint64 writes = 0; // at least so many changes to keys
    qint64 ownLookups = 0;
    double meanKeys = 0;
};
CounterWindow windowBetween(const CounterSnapshot& first, const CounterSnapshot& last);

// Several servers' windows as one: counters summed, the longest time.
CounterWindow sumOf(const QVector<CounterWindow>& windows);

// Snapshots of all nodes of a deployment, taken through the window. Row i belongs to node i.
struct WindowSeries
{
    QVector<QVector<CounterSnapshot>> snapshots; // [node][sample]
    QVector<RedisInfo> lastInfo;
    bool stopped = false;                   // before the window was over
    QVector<CounterWindow> windows() const; // first against last, per node
    // Sample i against i+1 over all nodes; time in seconds from the start at the end of each.
    QVector<QPair<double, CounterWindow>> steps() const;
};

// Takes a snapshot at once, then every few seconds until `window` has passed. A stop or the deadline ends it
// early with what there is. `progressed` is called after each sample.
Result<WindowSeries> watchWindow(RedisDeployment& deployment, RedisLedger& ledger, ProbeContext& context,
                                 std::chrono::milliseconds window,
                                 const std::function<void(const WindowSeries&)>& progressed = {});

} // namespace awb
