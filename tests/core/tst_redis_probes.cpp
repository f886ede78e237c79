#include "core/probe/redis/redis_probes.h"
#include "tests/core/fake_server.h"
#include "tests/core/redis_world.h"
#include "tests/core/verdict_of.h"
#include "tests/support/private_redis.h"

#include <QJsonArray>
#include <QTest>

using namespace awb;
using namespace awb::test;

namespace
{

const QString auditUser = QStringLiteral("audit");
const QByteArray auditPassword = QByteArrayLiteral("audit-secret-planted");

PrivateRedisOptions withUser(const QStringList& config = {}, const QString& user = minimumUser)
{
    PrivateRedisOptions options;
    options.config = config;
    options.users = {user};
    return options;
}

QList<QByteArrayList> sets(int from, int to, const QByteArray& prefix, const QByteArray& ttl = "3600",
                           int bytes = 8)
{
    QList<QByteArrayList> commands;
    for (int i = from; i < to; ++i) {
        QByteArrayList words{"SET", prefix + QByteArray::number(i), QByteArray(bytes, 'x')};
        if (!ttl.isEmpty())
            words << "EX" << ttl;
        commands << words;
    }
    return commands;
}

// Of 10 lookups, `hits` hit.
QList<QByteArrayList> gets(int hits)
{
    QList<QByteArrayList> commands;
    for (int i = 0; i < 100; ++i)
        commands << QByteArrayList{"GET", (i % 10 < hits ? "user:" : "absent:") + QByteArray::number(i)};
    return commands;
}

// Windows of a second decide here.
const Asked shortWindow{{{QStringLiteral("min_window_s"), 1}}, {}, {}};

KeySampleOptions unpaced(qint64 sample = 50000)
{
    KeySampleOptions options;
    options.sampleKeys = sample;
    options.duty = 1;
    return options;
}

#define VERIFY_FACTS(result)                                                                                 \
    QVERIFY2(result, qPrintable(result ? QString() : result.error().message));                               \
    QVERIFY(!jsonOf(*result).contains(plantedWord))

} // namespace

class TestRedisProbes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString missing = PrivateRedis::missing(); !missing.isEmpty())
            QSKIP(qPrintable(missing));
    }

    void theTableIsWhole()
    {
        const auto probes = redisProbes();
        QStringList ids;
        for (const ProbeDescriptor& probe : probes) {
            ids << probe.id;
            QVERIFY(!probe.checks.isEmpty() && probe.create && probe.create() && probe.plan);
            for (const PlannedSend& send : probe.plan({})) {
                QVERIFY(!send.what.isEmpty());
                QVERIFY(send.atMost > 0 || !send.bound.isEmpty());
            }
        }
        const auto keys = std::find_if(probes.begin(), probes.end(),
                                       [](const auto& p) { return p.id == QLatin1String("redis.keys"); });
        QVERIFY(keys->after.contains(QStringLiteral("redis.stats_window")));
        QCOMPARE(ids.size(), 5);
    }

    void hitRateOfAWindow_data()
    {
        QTest::addColumn<int>("hitsOfTen");
        QTest::addColumn<int>("verdict");
        QTest::newRow("nine of ten") << 9 << static_cast<int>(Verdict::Pass);
        QTest::newRow("half") << 5 << static_cast<int>(Verdict::Fail);
        QTest::newRow("no traffic") << -1 << static_cast<int>(Verdict::NotMeasured);
    }
    void hitRateOfAWindow()
    {
        QFETCH(int, hitsOfTen);
        QFETCH(int, verdict);
        PrivateRedis server(withUser());
        QVERIFY2(server.start(), qPrintable(server.error()));
        QVERIFY(server.link().pipeline(sets(0, 100, "user:")));
        RedisWorld world(server.url(auditUser), auditPassword);
        std::unique_ptr<Traffic> traffic;
        if (hitsOfTen >= 0) {
            traffic = std::make_unique<Traffic>(server.port(), gets(hitsOfTen));
            QTRY_VERIFY(traffic->rounds() > 20);
        }
        auto facts = world.run<StatsWindowProbe>();
        VERIFY_FACTS(facts);
        QVERIFY(facts->complete);
        QVERIFY(facts->value(QStringLiteral("window_s")) >= 1.2);
        COMPARE_VERDICT("3.1", *facts, static_cast<Verdict>(verdict), shortWindow);
        if (hitsOfTen < 0) {
            QVERIFY(std::isnan(facts->value(QStringLiteral("hit_rate_window"))));
            return;
        }
        QVERIFY(std::abs(facts->value(QStringLiteral("hit_rate_window")) - 10.0 * hitsOfTen) < 2);
        QCOMPARE(facts->charts.size(), 2);
        QVERIFY(facts->charts[0].series.first().points.size() >= 3);
        QVERIFY(facts->charts[0].threshold.has_value());
        QCOMPARE(facts->tables.first().rows.size(), 1);
    }

    void evictionsOfAWindow()
    {
        PrivateRedis server(
            withUser({QStringLiteral("maxmemory 4mb"), QStringLiteral("maxmemory-policy allkeys-lru")}));
        QVERIFY2(server.start(), qPrintable(server.error()));
        QVERIFY(server.link().pipeline(sets(0, 5000, "user:", "3600", 400)));
        RedisWorld world(server.url(auditUser), auditPassword);
        QList<QByteArrayList> writes;
        for (int i = 0; i < 20; ++i)
            writes += sets(i * 500, (i + 1) * 500, "page" + QByteArray::number(i) + ":", "3600", 400);
        Traffic traffic(server.port(), writes);
        QTRY_VERIFY(traffic.rounds() > 1);
        auto facts = world.run<StatsWindowProbe>();
        VERIFY_FACTS(facts);
        QVERIFY(facts->value(QStringLiteral("evicted_window")) > 0);
        QVERIFY(facts->value(QStringLiteral("eviction_rate_window")) > 5);
        COMPARE_VERDICT("3.8", *facts, Verdict::Fail, shortWindow);
    }

    void evictionsWithoutWritesAreNotMeasured()
    {
        PrivateRedis server(withUser());
        QVERIFY2(server.start(), qPrintable(server.error()));
        QVERIFY(server.link().pipeline(sets(0, 2000, "user:")));
        RedisWorld world(server.url(auditUser), auditPassword);
        auto quiet = world.run<StatsWindowProbe>();
        VERIFY_FACTS(quiet);
        COMPARE_VERDICT("3.8", *quiet, Verdict::NotMeasured, shortWindow);
    }

    void ownLookupsAreSubtracted()
    {
        PrivateRedis server(withUser());
        QVERIFY2(server.start(), qPrintable(server.error()));
        QVERIFY(server.link().pipeline(sets(0, 2000, "user:")));
        RedisWorld world(server.url(auditUser), auditPassword, 300);
        auto keys = world.run<KeysProbe>(unpaced());
        VERIFY_FACTS(keys);
        QCOMPARE(keys->value(QStringLiteral("own_lookups")), 4000.0);
        auto same = world.run<StatsWindowProbe>();
        VERIFY_FACTS(same);
        QVERIFY(std::isnan(same->value(QStringLiteral("hit_rate_lifetime"))));
        RedisWorld stranger(server.url(auditUser), auditPassword, 300);
        auto other = stranger.run<StatsWindowProbe>();
        VERIFY_FACTS(other);
        QCOMPARE(other->find(QStringLiteral("hit_rate_lifetime"))->n, 4000);
    }

    void aResetDropsTheWindow()
    {
        PrivateRedis server(withUser());
        QVERIFY2(server.start(), qPrintable(server.error()));
        QVERIFY(server.link().pipeline(sets(0, 100, "user:")));
        QVERIFY(server.link().pipeline(gets(9)));
        RedisWorld world(server.url(auditUser), auditPassword);
        bool done = false;
        world.onProgress = [&] {
            if (!std::exchange(done, true))
                server.command({"CONFIG", "RESETSTAT"});
        };
        auto facts = world.run<StatsWindowProbe>();
        VERIFY_FACTS(facts);
        QVERIFY(!facts->complete);
        QVERIFY(!facts->flag(QStringLiteral("window_valid")));
        QVERIFY(!facts->reason.isEmpty());
        COMPARE_VERDICT("3.1", *facts, Verdict::NotMeasured, shortWindow);
        COMPARE_VERDICT("3.8", *facts, Verdict::NotMeasured, shortWindow);
    }

    void aServerThatDiesIsAnError_data()
    {
        QTest::addColumn<bool>("comesBack");
        QTest::newRow("killed") << false;
        QTest::newRow("restarted") << true;
    }
    void aServerThatDiesIsAnError()
    {
        QFETCH(bool, comesBack);
        PrivateRedis server(withUser());
        QVERIFY2(server.start(), qPrintable(server.error()));
        RedisWorld world(server.url(auditUser), auditPassword);
        bool done = false;
        world.onProgress = [&] {
            if (std::exchange(done, true))
                return;
            if (comesBack)
                QVERIFY(server.restart());
            else
                server.crash();
        };
        auto facts = world.run<StatsWindowProbe>();
        QVERIFY(!facts);
        QCOMPARE(errorCodeName(facts.error().code), errorCodeName(ErrorCode::Unreachable));
        QVERIFY(!facts.error().message.contains(plantedWord));
    }

    void aStopKeepsWhatWasMeasured()
    {
        PrivateRedis server(withUser());
        QVERIFY2(server.start(), qPrintable(server.error()));
        RedisWorld world(server.url(auditUser), auditPassword, 60000);
        int calls = 0;
        world.onProgress = [&] {
            if (++calls == 3)
                world.stop.request_stop();
        };
        auto facts = world.run<StatsWindowProbe>();
        VERIFY_FACTS(facts);
        QVERIFY(facts->cancelled);
        QVERIFY(!facts->complete);
        QVERIFY(facts->value(QStringLiteral("window_s")) > 0);
        COMPARE_VERDICT("3.1", *facts, Verdict::NotMeasured, shortWindow);
    }

    void policyAndLimit_data()
    {
        QTest::addColumn<QStringList>("config");
        QTest::addColumn<int>("policy");
        QTest::addColumn<int>("limit");
        const auto row = [](const char* name, const QStringList& config, Verdict policy, Verdict limit) {
            QTest::newRow(name) << config << static_cast<int>(policy) << static_cast<int>(limit);
        };
        const QString mb64 = QStringLiteral("maxmemory 64mb");
        row("as installed", {}, Verdict::Fail, Verdict::Fail);
        row("allkeys-lru with a limit", {mb64, QStringLiteral("maxmemory-policy allkeys-lru")}, Verdict::Pass,
            Verdict::Pass);
        row("without CONFIG",
            {mb64, QStringLiteral("maxmemory-policy allkeys-lru"),
             QStringLiteral("rename-command CONFIG \"\"")},
            Verdict::Pass, Verdict::Pass);
        row("allkeys-lru without a limit", {QStringLiteral("maxmemory-policy allkeys-lru")}, Verdict::Warn,
            Verdict::Fail);
        row("volatile-lru, nothing expires", {mb64, QStringLiteral("maxmemory-policy volatile-lru")},
            Verdict::Fail, Verdict::Pass);
        row("a limit beyond the machine",
            {QStringLiteral("maxmemory 900gb"), QStringLiteral("maxmemory-policy allkeys-lfu")},
            Verdict::Pass, Verdict::Warn);
    }
    void policyAndLimit()
    {
        QFETCH(QStringList, config);
        QFETCH(int, policy);
        QFETCH(int, limit);
        PrivateRedis server(withUser(config));
        QVERIFY2(server.start(), qPrintable(server.error()));
        QVERIFY(server.link().pipeline(sets(0, 10, "user:", {})));
        RedisWorld world(server.url(auditUser), auditPassword);
        auto facts = world.run<MemoryProbe>();
        VERIFY_FACTS(facts);
        QVERIFY(facts->complete);
        COMPARE_VERDICT("3.3", *facts, static_cast<Verdict>(policy));
        COMPARE_VERDICT("3.4", *facts, static_cast<Verdict>(limit));
        QVERIFY(!facts->charts.first().isEmpty());
        for (const Sent& sent : facts->sent)
            QVERIFY(!sent.what.startsWith(QLatin1String("CONFIG")));
    }

    void keysAreCountedExactlyInEveryDatabase()
    {
        PrivateRedis server(withUser());
        QVERIFY2(server.start(), qPrintable(server.error()));
        QVERIFY(server.link().pipeline(sets(0, 300, "user:")));
        server.command({"SELECT", "3"});
        QVERIFY(server.link().pipeline(sets(0, 200, "page:", {})));
        RedisWorld world(server.url(auditUser), auditPassword);
        auto facts = world.run<KeysProbe>(unpaced());
        VERIFY_FACTS(facts);
        QCOMPARE(facts->value(QStringLiteral("keys_total")), 500.0);
        QCOMPARE(facts->value(QStringLiteral("keys_without_ttl")), 200.0);
        QCOMPARE(facts->value(QStringLiteral("sampled")), 500.0);
        QCOMPARE(facts->value(QStringLiteral("open_without_ttl")), 200.0);
        QVERIFY(facts->flag(QStringLiteral("full_scan")));
        QCOMPARE(facts->tables.first().rows.size(), 2);
        COMPARE_VERDICT("3.2", *facts, Verdict::Warn);
        world.target.profile.redis->prefixes = {{QStringLiteral("page:"), QStringLiteral("Page")}};
        auto named = world.run<KeysProbe>(unpaced());
        VERIFY_FACTS(named);
        COMPARE_VERDICT("3.2", *named, Verdict::Fail);
        world.target.profile.redis->prefixes.clear();
        world.target.profile.redis->notCache = {QStringLiteral("page:*")};
        auto marked = world.run<KeysProbe>(unpaced());
        VERIFY_FACTS(marked);
        COMPARE_VERDICT("3.2", *marked, Verdict::Pass);
    }

    void aSampleIsNoFullScan()
    {
        PrivateRedis server(withUser());
        QVERIFY2(server.start(), qPrintable(server.error()));
        QVERIFY(server.link().pipeline(sets(0, 20000, "user:")));
        RedisWorld world(server.url(auditUser), auditPassword);
        world.target.profile.redis->prefixes = {{QStringLiteral("user:"), QStringLiteral("User")}};
        auto sample = world.run<KeysProbe>(unpaced(2000));
        VERIFY_FACTS(sample);
        QVERIFY(!sample->flag(QStringLiteral("full_scan")));
        QVERIFY(sample->value(QStringLiteral("sampled")) >= 2000);
        QVERIFY(sample->value(QStringLiteral("sampled")) < 4000);
        COMPARE_VERDICT("3.2", *sample, Verdict::Pass); // INFO keyspace is exact
        COMPARE_VERDICT("3.5", *sample, Verdict::Inconclusive);
        world.target.allowed = Capability::Scan;
        auto all = world.run<KeysProbe>(unpaced(2000));
        VERIFY_FACTS(all);
        QVERIFY(all->flag(QStringLiteral("full_scan")));
        QCOMPARE(all->value(QStringLiteral("sampled")), 20000.0);
        COMPARE_VERDICT("3.5", *all, Verdict::Pass);
    }

    void collisionsAndEmptiness()
    {
        PrivateRedis server(withUser());
        QVERIFY2(server.start(), qPrintable(server.error()));
        RedisWorld world(server.url(auditUser), auditPassword);
        auto none = world.run<KeysProbe>(unpaced());
        VERIFY_FACTS(none);
        COMPARE_VERDICT("3.2", *none, Verdict::NotMeasured);
        COMPARE_VERDICT("3.5", *none, Verdict::NotMeasured);
        for (int i = 0; i < 4; ++i) {
            server.command({"HSET", "cart:" + QByteArray::number(i), "sku", "1"});
            server.command({"RPUSH", "cart:1" + QByteArray::number(i), "1"});
        }
        auto mixed = world.run<KeysProbe>(unpaced());
        VERIFY_FACTS(mixed);
        QCOMPARE(mixed->details.value(QStringLiteral("mixed")).toArray().size(), 1);
        COMPARE_VERDICT("3.5", *mixed, Verdict::Fail);
    }

    void strangeKeyNamesAreSafe()
    {
        PrivateRedis server(withUser());
        QVERIFY2(server.start(), qPrintable(server.error()));
        const QByteArray token = "k3yT0kenPlanted9" + plantedWord.toLatin1() + "AbCdEf123456";
        QList<QByteArrayList> commands{{"SET", "session:" + token, "1", "EX", "600"},
                                       {"SET", QByteArray("bin:\0\r\n\xff\xfe", 9), "1", "EX", "600"},
                                       {"SET", "", "1", "EX", "600"},
                                       {"SET", "<b>&\"':\x1b[31m\xe2\x80\xae", "1", "EX", "600"}};
        for (int i = 0; i < 12; ++i)
            commands << QByteArrayList{"SET", "blob:" + QByteArray::number(i) + QByteArray(1024 * 1024, 'b'),
                                       "1", "EX", "600"};
        QVERIFY(server.link().pipeline(commands));
        RedisWorld world(server.url(auditUser), auditPassword);
        auto facts = world.run<KeysProbe>(unpaced());
        VERIFY_FACTS(facts);
        QCOMPARE(facts->value(QStringLiteral("sampled")), 16.0);
        QVERIFY2(facts->flag(QStringLiteral("full_scan")), qPrintable(facts->reason.text()));
        const QString json = jsonOf(*facts);
        QVERIFY(!json.contains(QChar(0x1b)) && !json.contains(QChar(0x202e)));
        QVERIFY(json.size() < 100000);
    }

    void narrowLoginsAreTold_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<bool>("keysSeen");
        QTest::addColumn<double>("unreadable");
        const QString head = QStringLiteral("audit on >audit-secret-planted resetchannels -@all ");
        QTest::newRow("minimum") << minimumUser << true << 0.0;
        QTest::newRow("only user:*") << head + QStringLiteral("~user:* +info +scan +pttl +type +select")
                                     << true << 50.0;
        QTest::newRow("no SCAN") << head + QStringLiteral("~* +info +pttl +type") << false << 0.0;
        QTest::newRow("no PTTL") << head + QStringLiteral("~* +info +scan +type +select") << true << 150.0;
    }
    void narrowLoginsAreTold()
    {
        QFETCH(QString, user);
        QFETCH(bool, keysSeen);
        QFETCH(double, unreadable);
        PrivateRedis server(withUser({}, user));
        QVERIFY2(server.start(), qPrintable(server.error()));
        QVERIFY(server.link().pipeline(sets(0, 100, "user:") + sets(0, 50, "page:", {})));
        RedisWorld world(server.url(auditUser), auditPassword);
        auto facts = world.run<KeysProbe>(unpaced());
        VERIFY_FACTS(facts);
        QCOMPARE(facts->value(QStringLiteral("keys_total")), 150.0);
        QCOMPARE(facts->value(QStringLiteral("unreadable")), unreadable);
        QCOMPARE(facts->complete, keysSeen);
        QVERIFY(verdictOf(QStringLiteral("3.2"), *facts) != Verdict::Pass);
        QVERIFY(verdictOf(QStringLiteral("3.5"), *facts) != Verdict::Pass);
        if (!keysSeen)
            QVERIFY(facts->unlock.contains(QStringLiteral("+scan")));
        if (unreadable > 0) // what could not be read is not counted as "no TTL"
            QVERIFY(facts->value(QStringLiteral("open_without_ttl")) < 50);
    }

    void withoutInfoNothingIsMeasured()
    {
        PrivateRedis server(
            withUser({}, QStringLiteral("audit on >audit-secret-planted ~* resetchannels -@all +ping")));
        QVERIFY2(server.start(), qPrintable(server.error()));
        for (const ProbeDescriptor& probe : redisProbes()) {
            RedisWorld world(server.url(auditUser), auditPassword);
            const auto context = world.context();
            auto facts = probe.create()->run(world.target, *context);
            VERIFY_FACTS(facts);
            QVERIFY(!facts->complete);
            QVERIFY(facts->measured.isEmpty());
            QVERIFY(facts->unlock.contains(QStringLiteral("+info")));
            QCOMPARE(facts->probe, probe.id);
        }
    }

    void everyProbeReportsABadConnection_data()
    {
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<bool>("closed");
        QTest::addColumn<int>("code");
        QTest::newRow("wrong password")
            << QByteArray("wrong-secret-planted") << false << static_cast<int>(ErrorCode::Auth);
        QTest::newRow("closed port") << auditPassword << true << static_cast<int>(ErrorCode::Unreachable);
    }
    void everyProbeReportsABadConnection()
    {
        QFETCH(QByteArray, password);
        QFETCH(bool, closed);
        QFETCH(int, code);
        PrivateRedis server(withUser());
        QVERIFY2(server.start(), qPrintable(server.error()));
        QString url = server.url(auditUser);
        if (closed)
            server.stop();
        for (const ProbeDescriptor& probe : redisProbes()) {
            RedisWorld world(url, password);
            const auto context = world.context();
            auto facts = probe.create()->run(world.target, *context);
            QVERIFY(!facts);
            QCOMPARE(static_cast<int>(facts.error().code), code);
            QVERIFY(!(facts.error().message + facts.error().detail).contains(plantedWord));
        }
    }

    void aStoppedSampleKeepsItsCounts()
    {
        PrivateRedis server(withUser());
        QVERIFY2(server.start(), qPrintable(server.error()));
        QVERIFY(server.link().pipeline(sets(0, 5000, "user:")));
        RedisWorld world(server.url(auditUser), auditPassword);
        KeySampleOptions slow;
        slow.scanCount = 50;
        slow.duty = 0.01;
        world.onProgress = [&] { world.stop.request_stop(); };
        auto facts = world.run<KeysProbe>(slow);
        VERIFY_FACTS(facts);
        QVERIFY(facts->cancelled && !facts->complete);
        QVERIFY(!facts->flag(QStringLiteral("full_scan")));
        QVERIFY(facts->value(QStringLiteral("sampled")) > 0);
        QVERIFY(facts->value(QStringLiteral("sampled")) < 5000);
        COMPARE_VERDICT("3.5", *facts, Verdict::NotMeasured);
    }

    void hintsAreCounted()
    {
        PrivateRedis server(withUser());
        QVERIFY2(server.start(), qPrintable(server.error()));
        for (int i = 0; i < 7; ++i)
            server.command({"SETNX", "lock:a", "1"});
        server.command({"EVAL", "return 1", "0"});
        server.command({"GET", "absent"});
        RedisWorld world(server.url(auditUser), auditPassword);
        auto facts = world.run<CommandStatsProbe>();
        VERIFY_FACTS(facts);
        QCOMPARE(facts->value(QStringLiteral("lock_calls")), 8.0);
        QCOMPARE(facts->value(QStringLiteral("filter_calls")), 0.0);
        QCOMPARE(facts->value(QStringLiteral("miss_share")), 100.0);
    }

    void connectionsAreCountedWithoutOurs()
    {
        PrivateRedis server(withUser());
        QVERIFY2(server.start(), qPrintable(server.error()));
        RedisWorld world(server.url(auditUser), auditPassword);
        int opened = 0;
        world.onProgress = [&] {
            RedisLink link;
            if (link.open(server.port()) && !link.command({"PING"}).isError())
                ++opened;
        };
        auto facts = world.run<ConnectionsProbe>();
        VERIFY_FACTS(facts);
        QVERIFY(opened >= 3);
        QCOMPARE(facts->value(QStringLiteral("connections_window")), static_cast<double>(opened));
        QCOMPARE(facts->value(QStringLiteral("commands_window")), static_cast<double>(opened));
        QCOMPARE(facts->value(QStringLiteral("connections_per_command")), 1.0);
    }

    void aReplicaIsNoMaster()
    {
        PrivateRedis master(withUser({QStringLiteral("repl-diskless-sync-delay 0")}));
        QVERIFY2(master.start(), qPrintable(master.error()));
        QVERIFY(master.link().pipeline(sets(0, 50, "user:")));
        PrivateRedis replica(
            withUser({QStringLiteral("replicaof 127.0.0.1 %1").arg(master.port()),
                      QStringLiteral("maxmemory 64mb"), QStringLiteral("maxmemory-policy allkeys-lru")}));
        QVERIFY2(replica.start(), qPrintable(replica.error()));
        QTRY_COMPARE_WITH_TIMEOUT(
            replica.link().infoField("replication", QStringLiteral("master_link_status")).value_or(QString()),
            QStringLiteral("up"), 20000);
        RedisWorld world(replica.url(auditUser), auditPassword, 1100);
        auto memory = world.run<MemoryProbe>();
        VERIFY_FACTS(memory);
        QVERIFY(memory->flag(QStringLiteral("replica")));
        QVERIFY(memory->source.contains(QStringLiteral("replica")));
        COMPARE_VERDICT("3.3", *memory, Verdict::Inconclusive);
        auto window = world.run<StatsWindowProbe>();
        VERIFY_FACTS(window);
        COMPARE_VERDICT("3.1", *window, Verdict::Inconclusive, shortWindow);
        auto keys = world.run<KeysProbe>(unpaced());
        VERIFY_FACTS(keys);
        COMPARE_VERDICT("3.2", *keys, Verdict::Pass); // keys are the same on a replica
    }

    void nonsenseInInfoIsNotMeasured_data()
    {
        QTest::addColumn<QByteArray>("info");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("numbers that are none")
            << QByteArray("# Stats\r\nkeyspace_hits:many\r\nkeyspace_misses:-\r\nmaxmemory:x\r\n");
        QTest::newRow("a managed service without the fields")
            << QByteArray("# Server\r\nredis_version:7.1\r\nuptime_in_seconds:9\r\n");
    }
    void nonsenseInInfoIsNotMeasured()
    {
        QFETCH(QByteArray, info);
        FakeServer server([&](FakeServer::Line& line) {
            while (line.waitForRequest())
                line.send("$" + QByteArray::number(info.size()) + "\r\n" + info + "\r\n");
        });
        RedisWorld world(server.url(), {}, 300);
        auto window = world.run<StatsWindowProbe>();
        VERIFY_FACTS(window);
        QVERIFY(!window->complete);
        COMPARE_VERDICT("3.1", *window, Verdict::NotMeasured, shortWindow);
        COMPARE_VERDICT("3.8", *window, Verdict::NotMeasured, shortWindow);
        auto memory = world.run<MemoryProbe>();
        VERIFY_FACTS(memory);
        COMPARE_VERDICT("3.3", *memory, Verdict::NotMeasured);
        COMPARE_VERDICT("3.4", *memory, Verdict::NotMeasured);
        auto keys = world.run<KeysProbe>(unpaced());
        VERIFY_FACTS(keys);
        COMPARE_VERDICT("3.2", *keys, Verdict::NotMeasured);
        COMPARE_VERDICT("3.5", *keys, Verdict::NotMeasured);
    }

    // A proxy that answers every lookup with OK and ends its SCAN early: neither a TTL nor a whole scan.
    void wrongAnswersAreNoAnswers()
    {
        const QByteArray info = "# Keyspace\r\ndb0:keys=1000,expires=900\r\n";
        const QByteArray page = "*2\r\n$1\r\n0\r\n*2\r\n$6\r\nuser:1\r\n$6\r\nuser:2\r\n";
        int scans = 0;
        FakeServer server([&](FakeServer::Line& line) {
            const QByteArray told = "$" + QByteArray::number(info.size()) + "\r\n" + info + "\r\n";
            line.waitForRequest();
            line.send(told);
            line.waitForRequest();
            line.send(told);
            line.waitForRequest();
            ++scans;
            line.send(page);
            line.waitForRequest();
            line.send(QByteArray("+OK\r\n").repeated(4));
            line.waitUntilGone();
        });
        RedisWorld world(server.url());
        auto facts = world.run<KeysProbe>(unpaced());
        VERIFY_FACTS(facts);
        QCOMPARE(scans, 1);
        QCOMPARE(facts->value(QStringLiteral("unreadable")), 2.0);
        QCOMPARE(facts->value(QStringLiteral("sampled")), 0.0);
        QVERIFY(!facts->flag(QStringLiteral("full_scan")));
        QVERIFY(verdictOf(QStringLiteral("3.2"), *facts) != Verdict::Pass);
        QVERIFY(verdictOf(QStringLiteral("3.5"), *facts) != Verdict::Pass);
    }

    void aSentinelIsRefused()
    {
        const QByteArray info = "# Server\r\nredis_mode:sentinel\r\n";
        FakeServer server([&](FakeServer::Line& line) {
            while (line.waitForRequest())
                line.send("$" + QByteArray::number(info.size()) + "\r\n" + info + "\r\n");
        });
        RedisWorld world(server.url());
        auto facts = world.run<MemoryProbe>();
        QVERIFY(!facts);
        QCOMPARE(errorCodeName(facts.error().code), errorCodeName(ErrorCode::Unsupported));
    }
};

QTEST_GUILESS_MAIN(TestRedisProbes)
#include "tst_redis_probes.moc"
