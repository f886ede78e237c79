// The three ways in which a cluster tells its masters, from the newest to the oldest.

#include "core/probe/redis/redis_nodes.h"

#include <algorithm>

namespace awb
{

namespace
{

constexpr qsizetype maxMasters = 512;
constexpr qint64 slotCount = 16384;

QString hostOf(const QByteArray& bytes)
{
    // "?" and "" mean "the host you asked"; anything that is no host name is not followed.
    const QString host = QString::fromLatin1(bytes.left(255));
    const bool plain = std::all_of(host.cbegin(), host.cend(), [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || QStringLiteral(".-_:").contains(c));
    });
    return plain ? host : QString();
}

// The value that follows a name in a flat list of names and values.
const RedisReply* field(const RedisReply& list, const char* name)
{
    for (std::size_t i = 0; i + 1 < list.elements.size(); i += 2) {
        if (list.elements[i].text == name)
            return &list.elements[i + 1];
    }
    return nullptr;
}

int rangeSize(qint64 first, qint64 last)
{
    const bool sane = first >= 0 && last >= first && last < slotCount;
    return sane ? static_cast<int>(last - first + 1) : 0;
}

void addMaster(AnnouncedCluster& cluster, const AnnouncedMaster& master)
{
    if (master.port == 0 || master.slotCount == 0)
        return;
    cluster.slotsCovered += master.slotCount;
    for (AnnouncedMaster& known : cluster.masters) {
        if (known.host == master.host && known.port == master.port) {
            known.slotCount += master.slotCount;
            return;
        }
    }
    if (cluster.masters.size() < maxMasters)
        cluster.masters.append(master);
}

AnnouncedMaster masterOfShard(const RedisReply& shard, bool tls)
{
    AnnouncedMaster master;
    const RedisReply* ranges = field(shard, "slots");
    const RedisReply* nodes = field(shard, "nodes");
    if (!ranges || !nodes)
        return master;
    for (std::size_t i = 0; i + 1 < ranges->elements.size(); i += 2)
        master.slotCount += rangeSize(ranges->elements[i].integer, ranges->elements[i + 1].integer);
    for (const RedisReply& node : nodes->elements) {
        const RedisReply* role = field(node, "role");
        const RedisReply* endpoint = field(node, "endpoint");
        const RedisReply* port = field(node, tls ? "tls-port" : "port");
        if (!port && tls)
            port = field(node, "port");
        if (!role || role->text != "master" || !port || port->integer <= 0 || port->integer > 65535)
            continue;
        master.host = endpoint ? hostOf(endpoint->text) : QString();
        master.port = static_cast<quint16>(port->integer);
    }
    return master;
}

} // namespace

std::optional<AnnouncedCluster> readClusterShards(const RedisReply& reply, bool tls)
{
    if (!reply.isArray() || reply.elements.empty())
        return std::nullopt;
    AnnouncedCluster cluster;
    for (const RedisReply& shard : reply.elements)
        addMaster(cluster, masterOfShard(shard, tls));
    return cluster.masters.isEmpty() ? std::nullopt : std::optional(cluster);
}

std::optional<AnnouncedCluster> readClusterSlots(const RedisReply& reply)
{
    if (!reply.isArray() || reply.elements.empty())
        return std::nullopt;
    AnnouncedCluster cluster;
    for (const RedisReply& range : reply.elements) {
        // first slot, last slot, [host, port, id …] of the master, then its replicas
        if (range.elements.size() < 3 || range.elements[2].elements.size() < 2)
            continue;
        const std::vector<RedisReply>& node = range.elements[2].elements;
        if (node[1].integer <= 0 || node[1].integer > 65535)
            continue;
        addMaster(cluster, {hostOf(node[0].text), static_cast<quint16>(node[1].integer),
                            rangeSize(range.elements[0].integer, range.elements[1].integer)});
    }
    return cluster.masters.isEmpty() ? std::nullopt : std::optional(cluster);
}

std::optional<AnnouncedCluster> readClusterNodes(const QByteArray& text)
{
    AnnouncedCluster cluster;
    for (const QByteArray& line : text.split('\n')) {
        // <id> <ip:port@cport[,hostname]> <flags> <master> <ping> <pong> <epoch> <link> <slot or range> …
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.size() < 9 || !words[2].split(',').contains("master"))
            continue;
        const QByteArray address = words[1].left(words[1].indexOf('@'));
        const qsizetype colon = address.lastIndexOf(':');
        AnnouncedMaster master{hostOf(address.left(colon)), address.mid(colon + 1).toUShort(), 0};
        for (const QByteArray& range : words.mid(8)) {
            if (range.startsWith('[')) // a slot on the move: it is still owned as listed
                continue;
            const QList<QByteArray> ends = range.split('-');
            bool ok = false;
            const qint64 first = ends.first().toLongLong(&ok);
            if (ok)
                master.slotCount += rangeSize(first, ends.last().toLongLong());
        }
        addMaster(cluster, master);
    }
    return cluster.masters.isEmpty() ? std::nullopt : std::optional(cluster);
}

} // namespace awb
