#pragma once

#include "tests/sample_backend/http_front.h"
#include "tests/sample_backend/traffic.h"
#include "tests/support/private_pgbouncer.h"
#include "tests/support/private_postgres.h"
#include "tests/support/private_redis.h"

#include <functional>
#include <optional>

namespace awb::sample
{

struct WorldSettings
{
    QString folder; // gets profile.yaml and env
    FlawSet flaws;
    // Requests a second; 0: no traffic. With the default flaws, half of a 2-core machine.
    double rate = 25;
    QString observe = QStringLiteral("60s");
    // Requests that must have been answered before start() returns, so that counters mean something at once;
    // it waits a minute at most.
    int warmRequests = 0;
};

// The whole sample backend on loopback: a private PostgreSQL, Redis and (when installed) PgBouncer, the
// service and its customers. Everything ends when it is destroyed. The servers die with the thread that
// called start().
class SampleWorld
{
public:
    explicit SampleWorld(WorldSettings settings);
    ~SampleWorld();

    // say gets a sentence per step. Empty, or what went wrong.
    QString start(const std::function<void(const QString&)>& say);
    // The first server that has died, as a sentence; empty while all live.
    QString trouble() const;

    test::PrivatePostgres& postgres() { return *postgres_; }
    test::PrivateRedis& redis() { return *redis_; }
    test::PrivatePgBouncer* bouncer() { return bouncer_.get(); } // null when it is not installed
    quint16 httpPort() const { return httpPort_; }
    QString profileFile() const;

private:
    QString startPostgres();
    QString startRedis();
    QString startBouncer();
    QString startService();
    QString warmUp();
    QString writeFiles();
    QByteArray profile() const;

    const WorldSettings settings_;
    const QString superPassword_;
    const QString appPassword_;
    const QString auditPassword_;
    const QString apiToken_;
    std::unique_ptr<test::PrivatePostgres> postgres_;
    std::unique_ptr<test::PrivateRedis> redis_;
    std::unique_ptr<test::PrivatePgBouncer> bouncer_;
    std::unique_ptr<ShopService> service_;
    std::unique_ptr<HttpFront> front_;
    std::unique_ptr<Traffic> traffic_;
    quint16 httpPort_ = 0;
};

} // namespace awb::sample
