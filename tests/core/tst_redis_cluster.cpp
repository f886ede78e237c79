#include "core/probe/redis/redis_nodes.h"
#include "core/probe/redis/redis_probes.h"
#include "tests/core/fake_server.h"
#include "tests/core/redis_world.h"
#include "tests/support/private_redis.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

using namespace awb;
using namespace awb::test;

// A real cluster of three masters.
class TestRedisCluster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString missing = PrivateRedisCluster::missing(); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        cluster_ = std::make_unique<PrivateRedisCluster>(
            QStringList{QStringLiteral("maxmemory 64mb"), QStringLiteral("maxmemory-policy allkeys-lru")},
            QStringList{
                minimumUser,
                QStringLiteral("wide on >wide-secret-planted ~* resetchannels -@all +info +ping "
                               "+scan +pttl +type +select +cluster|shards"),
                QStringLiteral("old on >old-secret-planted ~* resetchannels -@all +info +scan +pttl +type "
                               "+cluster|slots"),
                QStringLiteral("oldest on >oldest-secret-planted ~* resetchannels -@all +info +scan +pttl "
                               "+type +cluster|nodes")});
        QVERIFY2(cluster_->start(), qPrintable(cluster_->error()));
        for (int i = 0; i < 300; ++i) {
            const QByteArray key = "user:" + QByteArray::number(i);
            QVERIFY(!cluster_->commandFor(key, {"SET", key, "x", "EX", "3600"}).isError());
        }
        for (int i = 0; i < 30; ++i) {
            const QByteArray key = "page:" + QByteArray::number(i);
            QVERIFY(!cluster_->commandFor(key, {"SET", key, "x"}).isError());
        }
    }
    void cleanupTestCase() { cluster_.reset(); }

    void everyMasterIsFound_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<int>("masters");
        QTest::newRow("CLUSTER SHARDS") << QStringLiteral("wide") << QByteArray("wide-secret-planted") << 3;
        QTest::newRow("CLUSTER SLOTS") << QStringLiteral("old") << QByteArray("old-secret-planted") << 3;
        QTest::newRow("CLUSTER NODES")
            << QStringLiteral("oldest") << QByteArray("oldest-secret-planted") << 3;
        QTest::newRow("no right to ask")
            << QStringLiteral("audit") << QByteArray("audit-secret-planted") << 1;
    }
    void everyMasterIsFound()
    {
        QFETCH(QString, user);
        QFETCH(QByteArray, password);
        QFETCH(int, masters);
        RedisWorld world(cluster_->node(0).url(user), password);
        auto facts = world.run<MemoryProbe>();
        QVERIFY2(facts, qPrintable(facts ? QString() : facts.error().message));
        QVERIFY(facts->flag(QStringLiteral("cluster")));
        QCOMPARE(facts->details.value(QStringLiteral("masters_measured")).toInt(), masters);
        QCOMPARE(facts->complete, masters == 3);
        QCOMPARE(facts->tables.first().rows.size(), masters);
        if (masters == 1) {
            QCOMPARE(facts->details.value(QStringLiteral("masters_known")).toInt(), -1);
            QVERIFY(facts->unlock.contains(QStringLiteral("+cluster|shards")));
        }
        QVERIFY(!jsonOf(*facts).contains(plantedWord));
    }

    void countersAndKeysAreSummed()
    {
        RedisWorld world(cluster_->node(1).url(QStringLiteral("wide")), "wide-secret-planted", 500);
        int lookups = 0;
        world.onProgress = [&] {
            for (int i = 0; i < 40; ++i) {
                const QByteArray key = (i % 4 ? "user:" : "absent:") + QByteArray::number(i);
                lookups += cluster_->commandFor(key, {"GET", key}).isError() ? 0 : 1;
            }
        };
        auto window = world.run<StatsWindowProbe>();
        QVERIFY2(window, qPrintable(window ? QString() : window.error().message));
        QVERIFY(window->complete);
        QVERIFY(lookups >= 40);
        QCOMPARE(window->find(QStringLiteral("hit_rate_window"))->n, static_cast<qint64>(lookups));
        QCOMPARE(window->value(QStringLiteral("hit_rate_window")), 75.0);
        QCOMPARE(window->value(QStringLiteral("keys_mean")), 330.0);
        world.onProgress = {};
        KeySampleOptions options;
        options.duty = 1;
        auto keys = world.run<KeysProbe>(options);
        QVERIFY2(keys, qPrintable(keys ? QString() : keys.error().message));
        QCOMPARE(keys->value(QStringLiteral("keys_total")), 330.0);
        QCOMPARE(keys->value(QStringLiteral("keys_without_ttl")), 30.0);
        QCOMPARE(keys->value(QStringLiteral("sampled")), 330.0);
        QVERIFY(keys->flag(QStringLiteral("full_scan")));
    }

    void oneNodeIsNeverTheWhole()
    {
        RedisWorld world(cluster_->node(2).url(QStringLiteral("audit")), "audit-secret-planted", 300);
        KeySampleOptions options;
        options.duty = 1;
        auto keys = world.run<KeysProbe>(options);
        QVERIFY2(keys, qPrintable(keys ? QString() : keys.error().message));
        QVERIFY(!keys->complete);
        QVERIFY(keys->value(QStringLiteral("keys_total")) < 330);
        QVERIFY(!keys->reason.isEmpty());
        auto window = world.run<StatsWindowProbe>();
        QVERIFY(window && !window->complete);
    }

    // A server on loopback that announces masters elsewhere: they are never connected to.
    void announcedMastersStayOnThisMachine()
    {
        FakeServer server([](FakeServer::Line& line) {
            const QByteArray info =
                "redis_version:7.0.15\r\nredis_mode:cluster\r\nrole:master\r\nrun_id:a\r\n";
            const QByteArray shards =
                "*1\r\n*4\r\n$5\r\nslots\r\n*2\r\n:0\r\n:16383\r\n$5\r\nnodes\r\n*1\r\n*6\r\n"
                "$4\r\nport\r\n:6379\r\n$8\r\nendpoint\r\n$9\r\n192.0.2.1\r\n$4\r\nrole\r\n$6\r\nmaster\r\n";
            while (line.waitForRequest()) {
                line.send("$" + QByteArray::number(info.size()) + "\r\n" + info + "\r\n");
                if (!line.waitForRequest() || !line.send(shards))
                    return;
                line.waitUntilGone();
                return;
            }
        });
        RedisWorld world(server.url());
        QElapsedTimer timer;
        timer.start();
        auto facts = world.run<MemoryProbe>();
        QVERIFY2(facts, qPrintable(facts ? QString() : facts.error().message));
        QVERIFY2(timer.elapsed() < 4000, "nobody waited for 192.0.2.1");
        QVERIFY(!facts->complete);
        QVERIFY2(facts->reason.text().contains(QStringLiteral("not this machine")),
                 qPrintable(facts->reason.text()));
    }

    void aLostMasterIsTold() // the last: it breaks the cluster
    {
        cluster_->node(2).crash();
        RedisWorld world(cluster_->node(0).url(QStringLiteral("wide")), "wide-secret-planted");
        auto facts = world.run<MemoryProbe>();
        QVERIFY2(facts, qPrintable(facts ? QString() : facts.error().message));
        QVERIFY(!facts->complete);
        QCOMPARE(facts->details.value(QStringLiteral("masters_measured")).toInt(), 2);
        QVERIFY(!facts->reason.text().isEmpty());
    }

private:
    std::unique_ptr<PrivateRedisCluster> cluster_;
};

QTEST_GUILESS_MAIN(TestRedisCluster)
#include "tst_redis_cluster.moc"
