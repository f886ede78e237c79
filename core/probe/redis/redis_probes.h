#pragma once

#include "core/probe/probe.h"
#include "core/probe/redis/key_sample.h"
#include "core/probe/redis/redis_ledger.h"

#include <vector>

namespace awb
{

// All Redis probes: redis.stats_window, redis.memory, redis.command_stats, redis.connections, redis.keys.
// They share one ledger of what this program itself adds to the server's counters. The connection needs no
// more than minimumAcl(); nothing is ever written, KEYS, MONITOR and CONFIG are never sent.
std::vector<ProbeDescriptor> redisProbes();

// 3.1 and 3.8: INFO over the window, per master; counters are summed, ratios never averaged.
// Measured: hit_rate_window, hit_rate_lifetime (percent, Wilson 95 %), hits_window, misses_window, window_s,
// own_lookups; eviction_rate_window, eviction_rate_lifetime (per_hour, Poisson 95 %), evicted_window,
// writes_window, keys_mean, uptime_s, eviction_exceeded_ms.
// Details beside those of redisFacts(): "window_valid" (no reset, restart or failover in it), "hits_known",
// "evictions_known", "lifetime_known", "not_cache" (patterns that the profile marks as no cache).
class StatsWindowProbe final : public Probe
{
public:
    explicit StatsWindowProbe(std::shared_ptr<RedisLedger> ledger) : ledger_(std::move(ledger)) {}
    Result<Facts> run(const ProbeTarget& target, ProbeContext& context) override;

private:
    std::shared_ptr<RedisLedger> ledger_;
};

// 3.3 and 3.4 from INFO alone (no CONFIG). Measured: maxmemory_min (bytes; 0: some master has none),
// used_memory, used_share_max (percent of maxmemory, worst master), system_share_max (maxmemory of all
// masters of one host in percent of its memory, worst host), expiring_share_min (percent of keys with a TTL,
// the master where it is least). Details: "nodes": [{"node", "policy", "maxmemory", "used", "system", "keys",
// "expires"}]; a field that the server does not tell is null.
class MemoryProbe final : public Probe
{
public:
    explicit MemoryProbe(std::shared_ptr<RedisLedger> ledger) : ledger_(std::move(ledger)) {}
    Result<Facts> run(const ProbeTarget& target, ProbeContext& context) override;

private:
    std::shared_ptr<RedisLedger> ledger_;
};

// Hints for 3.6 and 3.7: INFO commandstats and modules. Measured: lock_calls (SETNX, scripts), filter_calls
// (BF.*, CF.*), miss_share (percent of lookups since the start). Details: "hint" true, "filter_modules",
// "commandstats_known".
class CommandStatsProbe final : public Probe
{
public:
    explicit CommandStatsProbe(std::shared_ptr<RedisLedger> ledger) : ledger_(std::move(ledger)) {}
    Result<Facts> run(const ProbeTarget& target, ProbeContext& context) override;

private:
    std::shared_ptr<RedisLedger> ledger_;
};

// A hint for 4.1: new connections in relation to commands over the window. Measured: connections_window,
// commands_window, connections_per_command (ratio), connected_clients, window_s. Details: "hint" true,
// "window_valid".
class ConnectionsProbe final : public Probe
{
public:
    explicit ConnectionsProbe(std::shared_ptr<RedisLedger> ledger) : ledger_(std::move(ledger)) {}
    Result<Facts> run(const ProbeTarget& target, ProbeContext& context) override;

private:
    std::shared_ptr<RedisLedger> ledger_;
};

// 3.2 and 3.5: see key_sample.h for the numbers.
class KeysProbe final : public Probe
{
public:
    KeysProbe(std::shared_ptr<RedisLedger> ledger, KeySampleOptions options)
        : ledger_(std::move(ledger)),
          options_(options)
    {
    }
    Result<Facts> run(const ProbeTarget& target, ProbeContext& context) override;

private:
    std::shared_ptr<RedisLedger> ledger_;
    KeySampleOptions options_;
};

} // namespace awb
