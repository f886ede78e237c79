#include "core/probe/fact_building.h"
#include "core/probe/redis/redis_nodes.h"
#include "core/probe/redis/redis_probes.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace awb
{

namespace
{

const QString probeId = QStringLiteral("redis.memory");
const QString policyCheck = QStringLiteral("3.3");
const QString memoryCheck = QStringLiteral("3.4");
const QStringList allChecks{policyCheck, memoryCheck};

struct NodeMemory
{
    QString label;
    QString host;
    QString policy; // empty: the server does not say
    std::optional<qint64> maxmemory, used, system;
    qint64 keys = 0;
    qint64 expires = 0;
};

QString policyWord(const QByteArray& bytes)
{
    const QString word = QString::fromLatin1(bytes.left(40)).toLower();
    const bool plain = std::all_of(word.cbegin(), word.cend(), [](QChar c) {
        return c == QLatin1Char('-') || (c >= QLatin1Char('a') && c <= QLatin1Char('z'));
    });
    return plain ? word : QString();
}

QVector<NodeMemory> readNodes(const RedisDeployment& deployment)
{
    QVector<NodeMemory> nodes;
    for (const RedisNode& node : deployment.nodes) {
        NodeMemory memory;
        memory.label = node.label;
        memory.host = node.client->endpoint().host;
        memory.policy = policyWord(node.info.text("maxmemory_policy"));
        memory.maxmemory = node.info.integer("maxmemory");
        memory.used = node.info.integer("used_memory");
        memory.system = node.info.integer("total_system_memory");
        memory.keys = node.info.keys();
        memory.expires = node.info.expires();
        nodes.append(memory);
    }
    return nodes;
}

QJsonValue json(const std::optional<qint64>& value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonArray nodeDetails(const QVector<NodeMemory>& nodes)
{
    QJsonArray list;
    for (const NodeMemory& node : nodes) {
        list.append(QJsonObject{
            {QStringLiteral("node"), node.label},
            {QStringLiteral("policy"), node.policy.isEmpty() ? QJsonValue() : QJsonValue(node.policy)},
            {QStringLiteral("maxmemory"), json(node.maxmemory)},
            {QStringLiteral("used"), json(node.used)},
            {QStringLiteral("system"), json(node.system)},
            {QStringLiteral("keys"), node.keys},
            {QStringLiteral("expires"), node.expires}});
    }
    return list;
}

Table nodeTable(const QVector<NodeMemory>& nodes)
{
    Table table;
    table.id = QStringLiteral("memory");
    table.title = QT_TRANSLATE_NOOP("awb", "Memory and policy by server");
    table.columns = {column("node", QT_TRANSLATE_NOOP("awb", "Server"), "", 1, true),
                     column("policy", QT_TRANSLATE_NOOP("awb", "maxmemory-policy"), "", 1, true),
                     column("maxmemory", QT_TRANSLATE_NOOP("awb", "maxmemory"), "bytes"),
                     column("used", QT_TRANSLATE_NOOP("awb", "Memory used"), "bytes"),
                     column("system", QT_TRANSLATE_NOOP("awb", "Memory of the machine"), "bytes", 2),
                     column("keys", QT_TRANSLATE_NOOP("awb", "Keys"), "keys", 2),
                     column("expires", QT_TRANSLATE_NOOP("awb", "Keys with a TTL"), "keys", 2)};
    for (const NodeMemory& node : nodes)
        table.rows.append({node.label, node.policy, json(node.maxmemory), json(node.used), json(node.system),
                           node.keys, node.expires});
    table.total = table.rows.size();
    return table;
}

void measure(Facts& facts, const QVector<NodeMemory>& nodes)
{
    const double unknown = std::numeric_limits<double>::quiet_NaN();
    double least = unknown, used = 0, usedShare = unknown, systemShare = unknown, expiring = unknown;
    QMap<QString, double> limitByHost;
    for (const NodeMemory& node : nodes) {
        const auto limit = static_cast<double>(node.maxmemory.value_or(0));
        if (node.maxmemory)
            least = std::isnan(least) ? limit : std::min(least, limit);
        used += static_cast<double>(node.used.value_or(0));
        if (limit > 0 && node.used)
            usedShare = std::fmax(usedShare, 100 * static_cast<double>(*node.used) / limit);
        // Servers that share a machine share its memory.
        const double together = limitByHost[node.host] += limit;
        if (limit > 0 && node.system && *node.system > 0)
            systemShare = std::fmax(systemShare, 100 * together / static_cast<double>(*node.system));
        if (node.keys > 0)
            expiring =
                std::fmin(expiring, 100 * static_cast<double>(node.expires) / static_cast<double>(node.keys));
    }
    facts.measured << measurement("maxmemory_min", least, "bytes")
                   << measurement("used_memory", used, "bytes", {memoryCheck})
                   << measurement("used_share_max", usedShare, "percent", {memoryCheck})
                   << measurement("system_share_max", systemShare, "percent", {memoryCheck})
                   << measurement("expiring_share_min", expiring, "percent", {policyCheck});
}

// One line for all servers if they agree: their maxmemory, or without one the memory of the machine.
std::optional<ChartThreshold> limitLine(const QVector<NodeMemory>& nodes)
{
    const NodeMemory& first = nodes.first();
    const bool agree = std::all_of(nodes.cbegin(), nodes.cend(), [&](const NodeMemory& node) {
        return node.maxmemory == first.maxmemory && node.system == first.system;
    });
    if (!agree || !first.maxmemory)
        return std::nullopt;
    if (*first.maxmemory > 0)
        return ChartThreshold{static_cast<double>(*first.maxmemory), true, true,
                              QT_TRANSLATE_NOOP("awb", "maxmemory")};
    if (!first.system)
        return std::nullopt;
    return ChartThreshold{static_cast<double>(*first.system), true, true,
                          QT_TRANSLATE_NOOP("awb", "Memory of the machine: no maxmemory is set")};
}

ChartSpec memoryChart(const QVector<NodeMemory>& nodes)
{
    ChartSpec chart;
    chart.id = QStringLiteral("memory");
    chart.check = memoryCheck;
    chart.kind = ChartKind::Bars;
    chart.title = QT_TRANSLATE_NOOP("awb", "Memory used against maxmemory");
    chart.x.label = QT_TRANSLATE_NOOP("awb", "Server");
    chart.y = {QT_TRANSLATE_NOOP("awb", "Memory"), QStringLiteral("bytes"), false};
    chart.emptyReason = QT_TRANSLATE_NOOP("awb", "The server does not say how much memory it uses.");
    ChartSeries used{QT_TRANSLATE_NOOP("awb", "Used"), {}};
    ChartSeries limit{QT_TRANSLATE_NOOP("awb", "maxmemory"), {}};
    for (qsizetype i = 0; i < nodes.size(); ++i) {
        chart.categories << nodes[i].label;
        if (nodes[i].used)
            used.points.append({static_cast<double>(i), static_cast<double>(*nodes[i].used), {}, {}});
        if (nodes[i].maxmemory.value_or(0) > 0)
            limit.points.append({static_cast<double>(i), static_cast<double>(*nodes[i].maxmemory), {}, {}});
    }
    chart.series << used;
    if (!limit.points.isEmpty())
        chart.series << limit;
    chart.threshold = limitLine(nodes);
    return chart;
}

} // namespace

Result<Facts> MemoryProbe::run(const ProbeTarget& target, ProbeContext& context)
{
    const QDateTime started = context.clock().now();
    auto deployment = openRedis(target, context, *ledger_);
    if (!deployment)
        return factsOrError(probeId, allChecks, deployment.error(), target, context);
    Facts facts = redisFacts(probeId, allChecks, *deployment, context);
    facts.started = started;
    const QVector<NodeMemory> nodes = readNodes(*deployment);
    measure(facts, nodes);
    facts.details.insert(QStringLiteral("nodes"), nodeDetails(nodes));
    facts.tables.append(nodeTable(nodes));
    facts.charts.append(memoryChart(nodes));
    const bool told = std::all_of(nodes.cbegin(), nodes.cend(), [](const NodeMemory& node) {
        return node.maxmemory.has_value() && !node.policy.isEmpty();
    });
    if (!told && facts.complete) {
        facts.complete = false;
        facts.reason =
            QT_TRANSLATE_NOOP("awb", "INFO memory does not tell maxmemory or its policy here: read the "
                                     "parameter group of this managed service.");
    }
    facts.sent = context.sentSoFar();
    facts.durationMs = started.msecsTo(context.clock().now());
    return facts;
}

} // namespace awb
