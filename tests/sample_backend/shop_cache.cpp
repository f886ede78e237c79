#include "tests/sample_backend/shop_cache.h"

namespace awb::sample
{

using test::RedisLink;
using test::RedisValue;

namespace
{

constexpr int products = 500;
constexpr int warmUsers = 8000;
constexpr int sessions = 1500;
constexpr int carts = 600;

QByteArray number(int value)
{
    return QByteArray::number(value);
}

void addSet(QList<QByteArrayList>& commands, const QByteArray& key, const QByteArray& value,
            int secondsToLive)
{
    if (secondsToLive > 0)
        commands << QByteArrayList{"SET", key, value, "EX", number(secondsToLive)};
    else
        commands << QByteArrayList{"SET", key, value};
}

QList<QByteArrayList> warmCommands(const FlawSet& flaws)
{
    QList<QByteArrayList> commands;
    for (int i = 1; i <= products; ++i)
        addSet(commands, "product:" + number(i),
               R"({"id":)" + number(i) + R"(,"name":"Product )" + number(i) + "\"}", 3600 + i);
    for (int i = 1; i <= warmUsers; ++i)
        addSet(commands, "user:" + number(i),
               R"({"id":)" + number(i) + R"(,"name":"User )" + number(i) + "\"}", 7200 + i % 900);
    for (int i = 1; i <= sessions; ++i)
        addSet(commands, "session:" + number(i), R"({"user":)" + number(i) + "}",
               flaws.has("keys_without_ttl") ? 0 : 1800 + i);
    for (int i = 1; flaws.has("eviction_storm") && i <= 8000; ++i) // more than 16 MB hold
        addSet(commands, "page:" + number(-i), QByteArray(2000, 'x'), 3600);
    const QByteArray wishes = flaws.has("colliding_prefixes") ? "cart:" : "wishlist:";
    for (int i = 1; i <= carts; ++i) {
        const QByteArray cart = "cart:" + number(i);
        const QByteArray wish = wishes + number(carts + i);
        commands << QByteArrayList{"HSET", cart, "sku", number(i), "quantity", "1"}
                 << QByteArrayList{"EXPIRE", cart, number(3600 + i)}
                 << QByteArrayList{"RPUSH", wish, number(i)}
                 << QByteArrayList{"EXPIRE", wish, number(3600 + i)};
    }
    return commands;
}

} // namespace

QString applyCacheFlaws(RedisLink& admin, const FlawSet& flaws)
{
    const QByteArray memory = flaws.has("no_maxmemory") ? "0" : flaws.has("eviction_storm") ? "16mb" : "64mb";
    const QByteArray policy = flaws.has("noeviction") ? "noeviction" : "allkeys-lru";
    for (const QByteArrayList& words : {QByteArrayList{"CONFIG", "SET", "maxmemory", memory},
                                        QByteArrayList{"CONFIG", "SET", "maxmemory-policy", policy}}) {
        const RedisValue answer = admin.command(words);
        if (answer.isError())
            return QString::fromUtf8(words.join(' ') + ": " + answer.text);
    }
    return {};
}

QString warmCache(RedisLink& admin, const FlawSet& flaws)
{
    QList<QByteArrayList> commands{{"FLUSHALL"}};
    commands << warmCommands(flaws) << QByteArrayList{"CONFIG", "RESETSTAT"};
    constexpr qsizetype batch = 1000;
    for (qsizetype i = 0; i < commands.size(); i += batch) {
        if (!admin.pipeline(commands.mid(i, batch)))
            return admin.error();
    }
    return {};
}

RedisValue ShopCache::run(const QByteArrayList& words)
{
    RedisLink link;
    {
        const std::lock_guard lock(mutex_);
        if (!idle_.empty()) {
            link = std::move(idle_.back());
            idle_.pop_back();
        }
    }
    if (!link.isOpen())
        link.open(access_.port, access_.user, access_.password, std::chrono::seconds{2});
    RedisValue value = link.command(words);
    if (link.isOpen()) {
        const std::lock_guard lock(mutex_);
        idle_.push_back(std::move(link));
    }
    return value;
}

std::optional<QByteArray> ShopCache::get(const QByteArray& key)
{
    const RedisValue value = run({"GET", key});
    if (value.kind != RedisValue::Kind::Text) {
        ++misses_;
        return std::nullopt;
    }
    ++hits_;
    return value.text;
}

void ShopCache::set(const QByteArray& key, const QByteArray& value, std::optional<int> secondsToLive)
{
    if (secondsToLive)
        run({"SET", key, value, "EX", QByteArray::number(*secondsToLive)});
    else
        run({"SET", key, value});
}

bool ShopCache::isReachable()
{
    return run({"PING"}).text == "PONG";
}

} // namespace awb::sample
