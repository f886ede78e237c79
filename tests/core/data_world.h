#pragma once

#include "core/probe/catalog/catalog.h"
#include "core/rules/rules.h"
#include "tests/core/rule_table.h"
#include "tests/support/private_pgbouncer.h"
#include "tests/support/private_postgres.h"
#include "tests/support/private_redis.h"

#include <QJsonDocument>
#include <QUrl>

namespace awb::test
{

// A PostgreSQL, a PgBouncer before it and a Redis, each asking for a password; and targets that name them.
class DataWorld
{
public:
    static QString missing()
    {
        for (const QString& reason :
             {PrivatePostgres::missing(), PrivatePgBouncer::missing(), PrivateRedis::missing()}) {
            if (!reason.isEmpty())
                return reason;
        }
        return {};
    }

    // Empty, or what went wrong.
    QString start()
    {
        const QString secret = QString::fromLatin1(password);
        PrivatePostgresOptions options;
        options.superuserPassword = secret;
        postgres = std::make_unique<PrivatePostgres>(options);
        if (!postgres->start())
            return postgres->error();
        QStringList roles;
        for (const char* role : {"shop", "bare", "auditbench"})
            roles.append(
                QStringLiteral("CREATE ROLE %1 LOGIN PASSWORD '%2'").arg(QLatin1String(role), secret));
        roles << QStringLiteral("GRANT pg_monitor, pg_read_all_data TO auditbench")
              << QStringLiteral("CREATE DATABASE shop") << QStringLiteral("CREATE DATABASE plain");
        if (const PgAnswer made = postgres->sqlEach(roles); !made.ok)
            return made.error;
        const QString schema =
            QStringLiteral("CREATE TABLE orders(id int PRIMARY KEY, code text); "
                           "CREATE TABLE items(id int PRIMARY KEY, order_id int REFERENCES orders); "
                           "INSERT INTO orders SELECT i, 'c' || i FROM generate_series(1, 20000) i; ANALYZE; "
                           "GRANT SELECT ON ALL TABLES IN SCHEMA public TO shop");
        for (const char* database : {"shop", "plain"}) {
            if (const PgAnswer made = postgres->sql(schema, QLatin1String(database)); !made.ok)
                return made.error;
        }
        if (const PgAnswer made =
                postgres->sql(QStringLiteral("CREATE EXTENSION pg_stat_statements"), QStringLiteral("shop"));
            !made.ok)
            return made.error;
        return startRest(secret);
    }

    ProbeTarget target(const char* user = "auditbench", const char* database = "shop") const
    {
        ProbeTarget out;
        out.profile.observeMs = 300;
        PostgresTarget server;
        server.url = QUrl(postgres->url(QLatin1String(user), QLatin1String(database)));
        server.appRoles = {QStringLiteral("shop")};
        out.profile.postgres = {server};
        out.profile.pgbouncer =
            PgBouncerTarget{QUrl(bouncer->url(QStringLiteral("stats"), QStringLiteral("pgbouncer"))), {}};
        RedisTarget cache;
        cache.url = QUrl(redis->url(QStringLiteral("audit")));
        out.profile.redis = cache;
        for (const char* key : {"postgres/0", "pgbouncer", "redis"})
            out.secrets.insert(QLatin1String(key), Secret(QByteArray(password)));
        return out;
    }

    static constexpr auto password = "planted-password-0815";
    std::unique_ptr<PrivatePostgres> postgres;
    std::unique_ptr<PrivatePgBouncer> bouncer;
    std::unique_ptr<PrivateRedis> redis;

private:
    QString startRest(const QString& secret)
    {
        PrivatePgBouncerOptions bouncing;
        bouncing.postgresPort = postgres->port();
        bouncing.authType = QStringLiteral("plain");
        for (const char* user : {"shop", "auditbench", "stats"})
            bouncing.users.insert(QLatin1String(user), secret);
        bouncer = std::make_unique<PrivatePgBouncer>(bouncing);
        if (!bouncer->start())
            return bouncer->error();
        PrivateRedisOptions caching;
        caching.users = {QStringLiteral("audit on >%1 ~* resetchannels -@all +info +ping +scan +pttl +type "
                                        "+dbsize +select")
                             .arg(secret)};
        redis = std::make_unique<PrivateRedis>(caching);
        if (!redis->start())
            return redis->error();
        QList<QByteArrayList> writes;
        for (int i = 0; i < 20000; ++i)
            writes.append({"SET", "user:" + QByteArray::number(i), "x"});
        redis->link().pipeline(writes);
        return {};
    }
};

// The probes of PostgreSQL, PgBouncer and Redis.
inline std::vector<ProbeDescriptor> dataProbes()
{
    const ProbeTable table = makeProbeTable();
    std::vector<ProbeDescriptor> out;
    for (const ProbeDescriptor& probe : table.probes()) {
        if (probe.source == ProbeSource::Postgres || probe.source == ProbeSource::PgBouncer ||
            probe.source == ProbeSource::Redis)
            out.push_back(probe);
    }
    return out;
}

// What the rules of a probe's checks say about these facts alone.
inline QMap<QString, Verdict> verdictsOf(const ProbeDescriptor& probe, Facts facts)
{
    facts.probe = probe.id;
    QMap<QString, Verdict> out;
    for (const QString& check : probe.checks)
        out.insert(check, judge(check, only(facts.forCheck(check))).verdict);
    return out;
}

} // namespace awb::test
