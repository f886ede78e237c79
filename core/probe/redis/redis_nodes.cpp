#include "core/probe/redis/redis_nodes.h"

#include "core/probe/probe.h"
#include "core/probe/redis/redis_ledger.h"

namespace awb
{

namespace
{

constexpr int allSlots = 16384;

QString userName(const QString& user)
{
    return user.isEmpty() ? QStringLiteral("auditbench") : user;
}

Result<RedisNode> openNode(const RedisEndpoint& endpoint, const Secret& password, ProbeContext& context,
                           RedisLedger& ledger)
{
    RedisNode node;
    node.label = endpoint.label();
    node.client = std::make_unique<RedisClient>(endpoint, password, context);
    if (Status opened = node.client->open(); !opened)
        return opened.error();
    const qint64 loginCommands = node.client->commandsSent();
    auto reply = node.client->command({QByteArrayLiteral("INFO")});
    if (!reply) {
        Error error = reply.error();
        if (error.code == ErrorCode::Permission)
            error.remedy = minimumAcl(endpoint.user);
        return error;
    }
    node.info = RedisInfo::parse(reply->text);
    node.runId = node.info.text("run_id");
    ledger.add(node.runId, {1, loginCommands + 1, 0, 0});
    return node;
}

// Asks for the masters in the three ways; nothing when none is allowed or understood.
Result<std::optional<AnnouncedCluster>> askCluster(RedisNode& node)
{
    struct Way
    {
        const char* subcommand;
        std::optional<AnnouncedCluster> (*read)(const RedisReply& reply, bool tls);
    };
    const Way ways[] = {
        {"SHARDS", readClusterShards},
        {"SLOTS", [](const RedisReply& reply, bool) { return readClusterSlots(reply); }},
        {"NODES", [](const RedisReply& reply, bool) { return readClusterNodes(reply.text); }},
    };
    for (const Way& way : ways) {
        auto reply = node.client->command({QByteArrayLiteral("CLUSTER"), QByteArray(way.subcommand)});
        if (!reply) {
            const ErrorCode code = reply.error().code;
            if (!node.client->isOpen() || code == ErrorCode::Cancelled)
                return reply.error();
            continue;
        }
        if (auto cluster = way.read(*reply, node.client->endpoint().tls))
            return cluster;
    }
    return std::optional<AnnouncedCluster>();
}

void cannotSeeCluster(RedisDeployment& deployment, const QString& user)
{
    deployment.complete = false;
    deployment.mastersKnown = -1;
    deployment.reason = QT_TRANSLATE_NOOP(
        "awb", "This is one node of a cluster whose other masters this login may not ask for.");
    deployment.unlock = QStringLiteral("ACL SETUSER %1 +cluster|shards +cluster|slots").arg(userName(user));
}

// What a cluster on this machine may lead to is this machine: consent for loopback needs no host, so an
// announced address must not carry the login and the scan elsewhere.
bool leadsAway(const RedisEndpoint& from, const RedisEndpoint& to)
{
    return isLoopbackHost(from.host) && !isLoopbackHost(to.host);
}

Result<RedisNode> openMaster(const RedisEndpoint& first, const RedisEndpoint& master, const Secret& password,
                             ProbeContext& context, RedisLedger& ledger)
{
    if (leadsAway(first, master))
        return Error{ErrorCode::Refused,
                     QStringLiteral("it is not this machine; name it in the profile instead of %1.")
                         .arg(first.label()),
                     {},
                     {}};
    return openNode(master, password, context, ledger);
}

Status openMasters(RedisDeployment& deployment, const AnnouncedCluster& cluster, const RedisEndpoint& first,
                   const Secret& password, ProbeContext& context, RedisLedger& ledger)
{
    RedisNode asked = std::move(deployment.nodes.front());
    deployment.nodes.clear();
    deployment.mastersKnown = cluster.masters.size();
    for (const AnnouncedMaster& master : cluster.masters) {
        RedisEndpoint endpoint = first;
        endpoint.host = master.host.isEmpty() || master.host == QLatin1String("?") ? first.host : master.host;
        endpoint.port = master.port;
        endpoint.database = 0;
        auto node = openMaster(first, endpoint, password, context, ledger);
        if (node && !node->info.isReplica()) {
            deployment.nodes.push_back(std::move(node).value());
            continue;
        }
        if (context.stopRequested())
            return node ? Error{ErrorCode::Cancelled, QStringLiteral("Stopped."), {}, {}} : node.error();
        deployment.complete = false;
        deployment.reason =
            Message(QT_TRANSLATE_NOOP("awb", "The cluster's master %1 cannot be measured: %2"),
                    {endpoint.label(), node ? QStringLiteral("it is a replica now.") : node.error().message});
        deployment.unlock = node ? QString() : node.error().remedy;
    }
    if (cluster.slotsCovered != allSlots && deployment.complete) {
        deployment.complete = false;
        deployment.reason =
            Message(QT_TRANSLATE_NOOP("awb", "The cluster's masters own only %1 of 16,384 slots."),
                    {cluster.slotsCovered});
    }
    if (deployment.nodes.empty()) // better one node, partial, than none
        deployment.nodes.push_back(std::move(asked));
    return Done{};
}

void describe(RedisDeployment& deployment, const QString& label)
{
    QStringList parts{label};
    if (deployment.cluster)
        parts << QStringLiteral("%1 masters").arg(deployment.nodes.size());
    if (deployment.replica)
        parts << QStringLiteral("replica");
    parts << deployment.nodes.front().info.product();
    deployment.source = parts.join(QStringLiteral(", "));
}

} // namespace

QString minimumAcl(const QString& user, bool cluster)
{
    QString acl =
        QStringLiteral("ACL SETUSER %1 on >{password} ~* resetchannels -@all +info +ping +scan +pttl "
                       "+type +dbsize +select")
            .arg(userName(user));
    if (cluster)
        acl += QStringLiteral(" +cluster|shards +cluster|slots");
    return acl;
}

Result<RedisDeployment> openRedis(const ProbeTarget& target, ProbeContext& context, RedisLedger& ledger)
{
    auto endpoint = redisEndpoint(target.profile);
    if (!endpoint)
        return endpoint.error();
    const Secret password = target.secret(QStringLiteral("redis"));
    auto node = openNode(*endpoint, password, context, ledger);
    if (!node)
        return node.error();
    if (node->info.isSentinel())
        return Error{ErrorCode::Unsupported,
                     QStringLiteral("%1 is a Sentinel, not a data server: name the master it watches.")
                         .arg(node->label),
                     {},
                     {}};
    RedisDeployment deployment;
    deployment.cluster = node->info.isCluster();
    deployment.nodes.push_back(std::move(node).value());
    if (deployment.cluster) {
        auto cluster = askCluster(deployment.nodes.front());
        if (!cluster)
            return cluster.error();
        if (!cluster->has_value())
            cannotSeeCluster(deployment, endpoint->user);
        else if (Status opened = openMasters(deployment, **cluster, *endpoint, password, context, ledger);
                 !opened)
            return opened.error();
    }
    RedisNode& first = deployment.nodes.front();
    deployment.replica = first.info.isReplica();
    if (deployment.replica && first.info.text("master_link_status") == "down" && deployment.complete) {
        deployment.complete = false;
        deployment.reason =
            QT_TRANSLATE_NOOP("awb", "This replica has lost its master: what it holds may be old.");
    }
    describe(deployment, endpoint->label());
    return deployment;
}

Result<RedisInfo> readInfo(RedisNode& node, RedisLedger& ledger, const QByteArray& section)
{
    QByteArrayList words{QByteArrayLiteral("INFO")};
    if (!section.isEmpty())
        words.append(section);
    auto reply = node.client->command(words);
    if (!reply)
        return reply.error();
    ledger.add(node.runId, {0, 1, 0, 0});
    return RedisInfo::parse(reply->text);
}

Facts redisFacts(const QString& probe, const QStringList& checks, const RedisDeployment& deployment,
                 const ProbeContext& context)
{
    Facts facts;
    facts.probe = probe;
    facts.checks = checks;
    facts.started = context.clock().now();
    facts.source = deployment.source;
    facts.complete = deployment.complete;
    facts.reason = deployment.reason;
    facts.unlock = deployment.unlock;
    facts.details = {{QStringLiteral("cluster"), deployment.cluster},
                     {QStringLiteral("replica"), deployment.replica},
                     {QStringLiteral("masters_measured"), static_cast<qint64>(deployment.nodes.size())},
                     {QStringLiteral("masters_known"), deployment.mastersKnown},
                     {QStringLiteral("product"), deployment.nodes.front().info.product()}};
    return facts;
}

Result<Facts> factsOrError(const QString& probe, const QStringList& checks, const Error& error,
                           const ProbeTarget& target, const ProbeContext& context)
{
    if (error.code != ErrorCode::Permission)
        return error;
    Facts facts;
    facts.probe = probe;
    facts.checks = checks;
    facts.started = context.clock().now();
    facts.source = target.profile.redis ? target.profile.redis->label() : QString();
    facts.reason = Message::verbatim(error.message);
    facts.unlock = error.remedy;
    facts.sent = context.sentSoFar();
    return facts;
}

} // namespace awb
