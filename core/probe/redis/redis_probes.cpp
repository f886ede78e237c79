#include "core/probe/redis/redis_probes.h"

#include <QCoreApplication>

namespace awb
{

namespace
{

PlannedSend once(const char* what, const char* bound = QT_TRANSLATE_NOOP("awb", "for each master"))
{
    return {QString::fromUtf8(what), 1, bound};
}

std::vector<PlannedSend> connecting(const TargetProfile&)
{
    return {once("AUTH {user} {secret}",
                 QT_TRANSLATE_NOOP("awb", "for each connection, if the profile gives a login")),
            once("SELECT {database}",
                 QT_TRANSLATE_NOOP("awb", "for each connection, if the URL names a database")),
            once("INFO"),
            once("CLUSTER SHARDS", QT_TRANSLATE_NOOP("awb", "in cluster mode; else SLOTS, else NODES"))};
}

std::vector<PlannedSend> windowPlan(const TargetProfile& profile)
{
    std::vector<PlannedSend> plan = connecting(profile);
    plan.push_back({QStringLiteral("INFO"), 22,
                    QT_TRANSLATE_NOOP("awb", "for each master, at most every 200 ms of the window")});
    return plan;
}

std::vector<PlannedSend> commandStatsPlan(const TargetProfile& profile)
{
    std::vector<PlannedSend> plan = connecting(profile);
    plan.push_back(once("INFO commandstats"));
    return plan;
}

std::vector<PlannedSend> keysPlan(const TargetProfile& profile)
{
    const Message sampled =
        QT_TRANSLATE_NOOP("awb", "50,000 keys in all, at most 20 % of the time; every key, unpaced, with the "
                                 "capability scan");
    std::vector<PlannedSend> plan = connecting(profile);
    plan.push_back(once("INFO keyspace"));
    plan.push_back({QStringLiteral("SELECT {database}"), -1,
                    QT_TRANSLATE_NOOP("awb", "once for each database that holds keys")});
    plan.push_back({QStringLiteral("SCAN {cursor} COUNT 500"), -1, sampled});
    plan.push_back({QStringLiteral("PTTL {key}"), -1, sampled});
    plan.push_back({QStringLiteral("TYPE {key}"), -1, sampled});
    return plan;
}

ProbeDescriptor descriptor(const char* id, const char* title, const char* about, const QStringList& checks)
{
    ProbeDescriptor probe;
    probe.id = QLatin1String(id);
    probe.title = title;
    probe.about = about;
    probe.source = ProbeSource::Redis;
    probe.checks = checks;
    probe.rights = {QStringLiteral("+info"), QStringLiteral("+ping")};
    probe.plan = connecting;
    return probe;
}

} // namespace

std::vector<ProbeDescriptor> redisProbes()
{
    const auto ledger = std::make_shared<RedisLedger>();
    ProbeDescriptor window =
        descriptor("redis.stats_window", QT_TRANSLATE_NOOP("awb", "Redis hit rate and evictions"),
                   QT_TRANSLATE_NOOP(
                       "awb", "Reads the counters of INFO over a window, before anything else touches them."),
                   {QStringLiteral("3.1"), QStringLiteral("3.8")});
    window.usesWindow = true;
    window.plan = windowPlan;
    window.create = [ledger] { return std::make_unique<StatsWindowProbe>(ledger); };

    ProbeDescriptor memory = descriptor(
        "redis.memory", QT_TRANSLATE_NOOP("awb", "Redis memory and eviction policy"),
        QT_TRANSLATE_NOOP("awb", "Reads maxmemory and its policy from INFO; CONFIG is not needed."),
        {QStringLiteral("3.3"), QStringLiteral("3.4")});
    memory.create = [ledger] { return std::make_unique<MemoryProbe>(ledger); };

    ProbeDescriptor commands = descriptor(
        "redis.command_stats", QT_TRANSLATE_NOOP("awb", "Redis commands of locks and filters"),
        QT_TRANSLATE_NOOP("awb", "Looks in INFO commandstats for hints of locks and negative caching."),
        {QStringLiteral("3.6"), QStringLiteral("3.7")});
    commands.plan = commandStatsPlan;
    commands.create = [ledger] { return std::make_unique<CommandStatsProbe>(ledger); };

    ProbeDescriptor connections = descriptor(
        "redis.connections", QT_TRANSLATE_NOOP("awb", "Redis connections"),
        QT_TRANSLATE_NOOP("awb", "Compares new connections with commands over a window: a hint for pooling."),
        {QStringLiteral("4.1")});
    connections.usesWindow = true;
    connections.plan = windowPlan;
    connections.create = [ledger] { return std::make_unique<ConnectionsProbe>(ledger); };

    ProbeDescriptor keys = descriptor(
        "redis.keys", QT_TRANSLATE_NOOP("awb", "Redis keys: TTL and names"),
        QT_TRANSLATE_NOOP("awb",
                          "Counts keys with and without TTL exactly, and looks at a paced sample of them."),
        {QStringLiteral("3.2"), QStringLiteral("3.5")});
    keys.uses = Capability::Scan;
    keys.after = {window.id, connections.id}; // looking at keys raises the counters that these watch
    keys.rights = {QStringLiteral("+info"), QStringLiteral("+scan"), QStringLiteral("+pttl"),
                   QStringLiteral("+type"), QStringLiteral("+select")};
    keys.budget = std::chrono::minutes(10);
    keys.plan = keysPlan;
    keys.create = [ledger] { return std::make_unique<KeysProbe>(ledger, KeySampleOptions{}); };
    return {window, memory, commands, connections, keys};
}

} // namespace awb
