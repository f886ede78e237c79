#include "core/probe/fact_building.h"
#include "core/probe/redis/counting_intervals.h"
#include "core/probe/redis/redis_nodes.h"
#include "core/probe/redis/redis_probes.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace awb
{

namespace
{

const QString probeId = QStringLiteral("redis.command_stats");
const QString herdCheck = QStringLiteral("3.6");
const QString negativeCheck = QStringLiteral("3.7");
const QStringList allChecks{herdCheck, negativeCheck};

bool isLockCommand(const QString& command)
{
    static const QStringList names{QStringLiteral("setnx"), QStringLiteral("eval"), QStringLiteral("evalsha"),
                                   QStringLiteral("fcall")};
    return names.contains(command);
}

bool isFilterCommand(const QString& command)
{
    return command.startsWith(QLatin1String("bf.")) || command.startsWith(QLatin1String("cf."));
}

struct Hints
{
    QMap<QString, qint64> calls;
    QStringList modules;
    bool known = false;
    qint64 hits = 0, misses = 0;
};

Table hintTable(const Hints& hints)
{
    Table table;
    table.id = QStringLiteral("commands");
    table.title = QT_TRANSLATE_NOOP("awb", "Commands that locks and filters use, calls since start");
    table.columns = {column("command", QT_TRANSLATE_NOOP("awb", "Command"), "", 1, true),
                     column("calls", QT_TRANSLATE_NOOP("awb", "Calls"), "calls")};
    for (auto it = hints.calls.cbegin(); it != hints.calls.cend(); ++it) {
        if (isLockCommand(it.key()) || isFilterCommand(it.key()))
            table.rows.append({it.key(), it.value()});
    }
    table.total = table.rows.size();
    return table;
}

void measure(Facts& facts, const Hints& hints)
{
    qint64 locks = 0;
    qint64 filters = 0;
    for (auto it = hints.calls.cbegin(); it != hints.calls.cend(); ++it) {
        locks += isLockCommand(it.key()) ? it.value() : 0;
        filters += isFilterCommand(it.key()) ? it.value() : 0;
    }
    facts.measured << measurement("lock_calls", static_cast<double>(locks), "calls", {herdCheck})
                   << measurement("filter_calls", static_cast<double>(filters), "calls", {negativeCheck});
    const auto lookups = static_cast<double>(hints.hits + hints.misses);
    if (lookups > 0) {
        const auto misses = static_cast<double>(hints.misses);
        const CountInterval range = shareInterval(misses, lookups);
        facts.measured << estimate("miss_share", 100 * misses / lookups, "percent", hints.hits + hints.misses,
                                   100 * range.low, 100 * range.high);
    }
}

} // namespace

Result<Facts> CommandStatsProbe::run(const ProbeTarget& target, ProbeContext& context)
{
    const QDateTime started = context.clock().now();
    auto deployment = openRedis(target, context, *ledger_);
    if (!deployment)
        return factsOrError(probeId, allChecks, deployment.error(), target, context);
    Hints hints;
    for (RedisNode& node : deployment->nodes) {
        auto stats = readInfo(node, *ledger_, QByteArrayLiteral("commandstats"));
        if (!stats)
            return factsOrError(probeId, allChecks, stats.error(), target, context);
        const QMap<QString, qint64> calls = stats->commandCalls();
        hints.known = hints.known || !calls.isEmpty();
        for (auto it = calls.cbegin(); it != calls.cend(); ++it)
            hints.calls[it.key()] += it.value();
        for (const QString& module : node.info.modules()) {
            if (!hints.modules.contains(module))
                hints.modules << module;
        }
        const OwnTraffic own = ledger_->at(node.runId);
        hints.hits += std::max<qint64>(0, node.info.integer("keyspace_hits").value_or(0) - own.hits);
        hints.misses += std::max<qint64>(0, node.info.integer("keyspace_misses").value_or(0) - own.misses);
    }
    Facts facts = redisFacts(probeId, allChecks, *deployment, context);
    facts.started = started;
    measure(facts, hints);
    QStringList filterModules = hints.modules.filter(QStringLiteral("bf"), Qt::CaseInsensitive);
    facts.details.insert(QStringLiteral("hint"), true);
    facts.details.insert(QStringLiteral("commandstats_known"), hints.known);
    facts.details.insert(QStringLiteral("filter_modules"), QJsonArray::fromStringList(filterModules));
    facts.tables.append(hintTable(hints));
    facts.sent = context.sentSoFar();
    facts.durationMs = started.msecsTo(context.clock().now());
    return facts;
}

} // namespace awb
