// Everything that reads a Redis server's bytes: the header guard with hiredis' reader behind it, INFO, the
// announcements of a cluster, key names. The first byte chooses the size of the pieces in which the rest
// arrives.

#include "core/probe/redis/key_census.h"
#include "core/probe/redis/key_pattern.h"
#include "core/probe/redis/redis_info.h"
#include "core/probe/redis/redis_nodes.h"
#include "core/probe/redis/resp_reader.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

using namespace awb;

namespace
{

void use(const RedisReply& reply)
{
    (void)readClusterShards(reply, false);
    (void)readClusterShards(reply, true);
    (void)readClusterSlots(reply);
    KeyCensus census(
        {{QByteArrayLiteral("queue:*")}, {{QByteArrayLiteral("user:"), QStringLiteral("User")}}});
    for (const RedisReply& element : reply.elements)
        census.add(element.text, element.integer, QByteArrayLiteral("string"));
    (void)findCollisions(census.patterns());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char*>(data + 1), static_cast<qsizetype>(size - 1));
    const qsizetype piece = 1 + data[0] % 64;
    RespLimits limits;
    limits.elements = 4096;
    limits.bulkBytes = 65536;
    limits.replyBytes = 131072;
    RespReader reader(limits);
    bool readable = true;
    for (qsizetype at = 0; readable && at < bytes.size(); at += piece) {
        const qsizetype now = std::min(piece, bytes.size() - at);
        readable = static_cast<bool>(reader.feed(bytes.constData() + at, now));
        while (readable) {
            auto reply = reader.next();
            readable = static_cast<bool>(reply);
            if (!readable || !reply->has_value())
                break;
            use(**reply);
        }
    }
    const RedisInfo info = RedisInfo::parse(bytes);
    (void)info.databases();
    (void)info.commandCalls();
    (void)info.product();
    (void)readClusterNodes(bytes);
    (void)patternText(keyPattern(bytes));
    (void)maskedExample(bytes);
    (void)globMatches(bytes.left(32), bytes);
    return 0;
}
