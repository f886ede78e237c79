#pragma once

#include "tests/sample_backend/flaws.h"
#include "tests/support/redis_link.h"

#include <atomic>
#include <mutex>
#include <optional>
#include <vector>

namespace awb::sample
{

struct CacheAccess
{
    quint16 port = 0;
    QString user;
    QString password;
};

// Sets maxmemory and its policy as the flaws ask (CONFIG SET). Empty, or what went wrong.
QString applyCacheFlaws(test::RedisLink& admin, const FlawSet& flaws);

// Empties the cache and fills it as a day of traffic would have: products, users, sessions, carts and wish
// lists.
QString warmCache(test::RedisLink& admin, const FlawSet& flaws);

// The service's cache: a few connections, shared by its threads. A cache that is down answers nothing.
class ShopCache
{
public:
    explicit ShopCache(CacheAccess access) : access_(std::move(access)) {}

    std::optional<QByteArray> get(const QByteArray& key);
    void set(const QByteArray& key, const QByteArray& value, std::optional<int> secondsToLive);
    bool isReachable();
    qint64 hits() const { return hits_; }
    qint64 misses() const { return misses_; }

private:
    test::RedisValue run(const QByteArrayList& words);

    const CacheAccess access_;
    std::mutex mutex_;
    std::vector<test::RedisLink> idle_;
    std::atomic<qint64> hits_{0};
    std::atomic<qint64> misses_{0};
};

} // namespace awb::sample
