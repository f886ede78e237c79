#pragma once

#include "core/audit/facts.h"
#include "core/probe/redis/redis_client.h"
#include "core/probe/redis/redis_info.h"

#include <memory>
#include <vector>

namespace awb
{

class ProbeContext;
class RedisLedger;
struct ProbeTarget;

// The minimum ACL of specs: enough for every Redis probe on a single server.
QString minimumAcl(const QString& user, bool cluster = false);

// One server that a probe talks to, with INFO as it was when the connection was made.
struct RedisNode
{
    QString label;
    std::unique_ptr<RedisClient> client;
    RedisInfo info;
    QByteArray runId;
};

// The servers that hold the target's keys: every master of a cluster, or the one server.
struct RedisDeployment
{
    std::vector<RedisNode> nodes;
    bool cluster = false;
    bool replica = false;    // the one server is a replica: its counters are its own
    bool complete = true;    // all masters are here; false never passes
    qint64 mastersKnown = 1; // -1: unknown, the cluster may not be asked
    Message reason;          // why not complete
    QString unlock;
    QString source; // "cache:6380, Redis 7.0.15", "cache:6380, 3 masters, Redis 7.0.15"
};

// Connects to the profile's Redis, and in cluster mode to every master. A master that cannot be reached, or a
// cluster that may not be asked, gives an incomplete deployment. Errors: no connection, refused login, a
// Sentinel, INFO not allowed (ErrorCode::Permission).
Result<RedisDeployment> openRedis(const ProbeTarget& target, ProbeContext& context, RedisLedger& ledger);

// INFO of one node, counted in the ledger.
Result<RedisInfo> readInfo(RedisNode& node, RedisLedger& ledger, const QByteArray& section = {});

// One master of a cluster as CLUSTER SHARDS, SLOTS or NODES announce it, with how many slots it owns.
struct AnnouncedMaster
{
    QString host; // empty: the host that was asked
    quint16 port = 0;
    int slotCount = 0;
};
struct AnnouncedCluster
{
    QVector<AnnouncedMaster> masters;
    int slotsCovered = 0; // of 16,384
};
// Nothing when the reply has another shape. At most 512 masters are taken.
std::optional<AnnouncedCluster> readClusterShards(const RedisReply& reply, bool tls);
std::optional<AnnouncedCluster> readClusterSlots(const RedisReply& reply);
std::optional<AnnouncedCluster> readClusterNodes(const QByteArray& text);

// Facts with what every Redis probe says about where it measured: source, and details "cluster", "replica",
// "masters_measured", "masters_known", "product".
Facts redisFacts(const QString& probe, const QStringList& checks, const RedisDeployment& deployment,
                 const ProbeContext& context);

// An error as facts when a right was missing (the probe could see nothing), else the error itself.
Result<Facts> factsOrError(const QString& probe, const QStringList& checks, const Error& error,
                           const ProbeTarget& target, const ProbeContext& context);

} // namespace awb
