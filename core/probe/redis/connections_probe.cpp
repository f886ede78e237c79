#include "core/probe/fact_building.h"
#include "core/probe/redis/redis_nodes.h"
#include "core/probe/redis/redis_probes.h"
#include "core/probe/redis/redis_window.h"

#include <QCoreApplication>

namespace awb
{

namespace
{

const QString probeId = QStringLiteral("redis.connections");
const QStringList allChecks{QStringLiteral("4.1")};

QJsonValue number(const std::optional<qint64>& value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

Table nodeTable(const RedisDeployment& deployment, const WindowSeries& series)
{
    Table table;
    table.id = QStringLiteral("connections");
    table.title = QT_TRANSLATE_NOOP("awb", "New connections and commands by Redis server, without our own");
    table.columns = {column("node", QT_TRANSLATE_NOOP("awb", "Server"), "", 1, true),
                     column("connections", QT_TRANSLATE_NOOP("awb", "New connections"), "connections"),
                     column("commands", QT_TRANSLATE_NOOP("awb", "Commands"), "count"),
                     column("clients", QT_TRANSLATE_NOOP("awb", "Connected clients"), "connections", 2)};
    const QVector<CounterWindow> windows = series.windows();
    for (qsizetype i = 0; i < windows.size(); ++i)
        table.rows.append({deployment.nodes[static_cast<std::size_t>(i)].label, windows[i].connections,
                           windows[i].commands, number(series.lastInfo[i].integer("connected_clients"))});
    table.total = table.rows.size();
    return table;
}

Facts describe(const RedisDeployment& deployment, const WindowSeries& series, const ProbeContext& context)
{
    Facts facts = redisFacts(probeId, allChecks, deployment, context);
    const CounterWindow window = sumOf(series.windows());
    facts.details.insert(QStringLiteral("hint"), true);
    facts.details.insert(QStringLiteral("window_valid"), window.valid);
    if (!window.valid || series.stopped) {
        facts.complete = false;
        facts.cancelled = series.stopped && context.stopRequested();
        facts.reason =
            window.valid ? Message(QT_TRANSLATE_NOOP("awb", "The window was ended early.")) : window.why;
    }
    double clients = 0;
    for (const RedisInfo& info : series.lastInfo)
        clients += static_cast<double>(info.integer("connected_clients").value_or(0));
    facts.measured << measurement("window_s", window.seconds, "s")
                   << measurement("connections_window", static_cast<double>(window.connections),
                                  "connections")
                   << measurement("commands_window", static_cast<double>(window.commands), "count")
                   << measurement("connected_clients", clients, "connections");
    if (window.valid && window.commands > 0)
        facts.measured << measurement(
            "connections_per_command",
            static_cast<double>(window.connections) / static_cast<double>(window.commands), "ratio");
    facts.tables.append(nodeTable(deployment, series));
    facts.sent = context.sentSoFar();
    return facts;
}

} // namespace

Result<Facts> ConnectionsProbe::run(const ProbeTarget& target, ProbeContext& context)
{
    const QDateTime started = context.clock().now();
    auto deployment = openRedis(target, context, *ledger_);
    if (!deployment)
        return factsOrError(probeId, allChecks, deployment.error(), target, context);
    const auto publish = [&](const WindowSeries& soFar) {
        Facts partial = describe(*deployment, soFar, context);
        partial.complete = false;
        partial.reason = QT_TRANSLATE_NOOP("awb", "The window was ended early.");
        context.publishPartial(std::move(partial));
    };
    auto series = watchWindow(*deployment, *ledger_, context,
                              std::chrono::milliseconds(target.profile.observeMs), publish);
    if (!series)
        return factsOrError(probeId, allChecks, series.error(), target, context);
    Facts facts = describe(*deployment, *series, context);
    facts.started = started;
    facts.durationMs = started.msecsTo(context.clock().now());
    return facts;
}

} // namespace awb
