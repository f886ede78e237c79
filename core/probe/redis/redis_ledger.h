#pragma once

#include <QMap>
#include <QString>

#include <memory>
#include <mutex>

namespace awb
{

// What this program itself did to a server's counters since it began: subtracted from what the server counts,
// because PTTL, TYPE and the like raise keyspace_hits and every connection raises
// total_connections_received.
struct OwnTraffic
{
    qint64 connections = 0;
    qint64 commands = 0;
    qint64 hits = 0;   // keyspace_hits that our PTTL and TYPE caused
    qint64 misses = 0; // likewise, for keys that vanished meanwhile
};

// Shared by the Redis probes of one table; thread-safe. Servers are known by their run_id, so that a restart
// starts at nothing.
class RedisLedger
{
public:
    void add(const QByteArray& runId, const OwnTraffic& more)
    {
        const std::lock_guard lock(mutex_);
        OwnTraffic& own = traffic_[runId];
        own.connections += more.connections;
        own.commands += more.commands;
        own.hits += more.hits;
        own.misses += more.misses;
    }
    OwnTraffic at(const QByteArray& runId) const
    {
        const std::lock_guard lock(mutex_);
        return traffic_.value(runId);
    }

private:
    mutable std::mutex mutex_;
    QMap<QByteArray, OwnTraffic> traffic_;
};

} // namespace awb
