#include "core/probe/redis/redis_client.h"
#include "core/probe/redis/redis_info.h"
#include "core/probe/redis/redis_nodes.h"
#include "core/probe/redis/redis_window.h"
#include "core/probe/redis/resp_reader.h"

#include <QTest>

using namespace awb;

Q_DECLARE_METATYPE(awb::CounterSnapshot)

namespace
{

// Feeds in pieces of `step` bytes and takes every reply.
Result<std::vector<RedisReply>> readAll(RespReader& reader, const QByteArray& bytes, qsizetype step)
{
    std::vector<RedisReply> replies;
    for (qsizetype i = 0; i < bytes.size(); i += step) {
        const QByteArray piece = bytes.mid(i, step);
        if (Status fed = reader.feed(piece.constData(), piece.size()); !fed)
            return fed.error();
        for (;;) {
            auto reply = reader.next();
            if (!reply)
                return reply.error();
            if (!reply->has_value())
                break;
            replies.push_back(std::move(**reply));
        }
    }
    return replies;
}

QString describe(const RedisReply& reply)
{
    switch (reply.kind) {
    case RedisReply::Kind::Nil:
        return QStringLiteral("nil");
    case RedisReply::Kind::Integer:
        return QString::number(reply.integer);
    case RedisReply::Kind::Simple:
        return QLatin1Char('+') + QString::fromLatin1(reply.text);
    case RedisReply::Kind::Error:
        return QLatin1Char('-') + QString::fromLatin1(reply.text);
    case RedisReply::Kind::Bulk:
        return QLatin1Char('"') + QString::fromLatin1(reply.text.toPercentEncoding()) + QLatin1Char('"');
    case RedisReply::Kind::Array:
        break;
    }
    QStringList parts;
    for (const RedisReply& element : reply.elements)
        parts << describe(element);
    return QLatin1Char('[') + parts.join(QLatin1Char(' ')) + QLatin1Char(']');
}

CounterSnapshot snapshot(qint64 second, qint64 hits, qint64 misses, qint64 evicted)
{
    CounterSnapshot s;
    s.at = std::chrono::seconds(1000 + second);
    s.serverClock = true;
    s.runId = "a";
    s.role = "master";
    s.uptimeS = 100 + second;
    s.hits = hits;
    s.misses = misses;
    s.evicted = evicted;
    s.commands = 1000 + second * 10;
    s.connections = 50 + second;
    s.unsaved = second;
    s.lastSave = 1;
    s.keys = 1000;
    s.keyspaceKnown = true;
    return s;
}

} // namespace

class TestRedisProtocol : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void repliesAreReadWhateverTheirPieces_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("expected");
        QTest::newRow("status") << QByteArray("+OK\r\n") << QStringLiteral("+OK");
        QTest::newRow("error") << QByteArray("-NOPERM no\r\n") << QStringLiteral("-NOPERM no");
        QTest::newRow("negative integer") << QByteArray(":-2\r\n") << QStringLiteral("-2");
        QTest::newRow("nil") << QByteArray("$-1\r\n") << QStringLiteral("nil");
        QTest::newRow("nil list") << QByteArray("*-1\r\n") << QStringLiteral("nil");
        QTest::newRow("empty bulk") << QByteArray("$0\r\n\r\n") << QStringLiteral("\"\"");
        QTest::newRow("binary bulk") << QByteArray("$4\r\n\0\r\n\xff\r\n", 10)
                                     << QStringLiteral("\"%00%0D%0A%FF\"");
        QTest::newRow("nested lists")
            << QByteArray("*2\r\n$1\r\n0\r\n*2\r\n:1\r\n*0\r\n") << QStringLiteral("[\"0\" [1 []]]");
        QTest::newRow("two replies") << QByteArray("+A\r\n*1\r\n:7\r\n") << QStringLiteral("+A [7]");
    }
    void repliesAreReadWhateverTheirPieces()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, expected);
        for (qsizetype step = 1; step <= bytes.size(); ++step) {
            RespReader reader;
            auto replies = readAll(reader, bytes, step);
            QVERIFY2(replies, qPrintable(replies ? QString() : replies.error().message));
            QStringList texts;
            for (const RedisReply& reply : *replies)
                texts << describe(reply);
            QCOMPARE(texts.join(QLatin1Char(' ')), expected);
        }
    }

    void hostileAnswersAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("code");
        const int limit = static_cast<int>(ErrorCode::Limit);
        const int protocol = static_cast<int>(ErrorCode::Protocol);
        QTest::newRow("500 million elements") << QByteArray("*500000000\r\n") << limit;
        QTest::newRow("2^31 elements") << QByteArray("*2147483648\r\n") << limit;
        QTest::newRow("more digits than a number has") << QByteArray("*99999999999999999999\r\n") << limit;
        QTest::newRow("a bulk of 4 GB") << QByteArray("$4294967296\r\n") << limit;
        QTest::newRow("many lists of many elements")
            << QByteArray("*60000\r\n*5000\r\n") + QByteArray("*5000\r\n").repeated(20) << limit;
        QTest::newRow("lists in lists in lists") << QByteArray("*1\r\n").repeated(40) << limit;
        QTest::newRow("an endless line") << QByteArray("+") + QByteArray(70000, 'a') << limit;
        QTest::newRow("many bulks make one reply too long")
            << QByteArray("*9\r\n") +
                   (QByteArray("$1000000\r\n") + QByteArray(1000000, 'a') + "\r\n").repeated(9)
            << limit;
        QTest::newRow("a negative length") << QByteArray("$-2\r\n") << protocol;
        QTest::newRow("a negative count") << QByteArray("*-17\r\n") << protocol;
        QTest::newRow("a length of letters") << QByteArray("$abc\r\n") << protocol;
        QTest::newRow("no length") << QByteArray("$\r\n") << protocol;
        QTest::newRow("only a sign") << QByteArray(":-\r\n") << protocol;
        QTest::newRow("a number too long") << QByteArray(":1234567890123456789012345\r\n") << protocol;
        QTest::newRow("a bulk longer than announced") << QByteArray("$2\r\nabc\r\n") << protocol;
        QTest::newRow("RESP3 map") << QByteArray("%1\r\n+a\r\n+b\r\n") << protocol;
        QTest::newRow("HTTP") << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n") << protocol;
    }
    void hostileAnswersAreRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, code);
        for (const qsizetype step : {qsizetype(1), qsizetype(7), bytes.size()}) {
            if (step == 1 && bytes.size() > 100000)
                continue;
            RespReader reader;
            auto replies = readAll(reader, bytes, step);
            QVERIFY(!replies);
            QCOMPARE(static_cast<int>(replies.error().code), code);
        }
    }

    void commandsHoldAnyByte()
    {
        QByteArray out;
        appendCommand(out, {QByteArrayLiteral("PTTL"), QByteArray("a\0\r\n", 4)});
        QCOMPARE(out, QByteArray("*2\r\n$4\r\nPTTL\r\n$4\r\na\0\r\n\r\n", 24));
    }

    void errorRepliesBecomeCodes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("code");
        const auto row = [](const char* text, ErrorCode code) {
            QTest::newRow(text) << QByteArray(text) << static_cast<int>(code);
        };
        row("WRONGPASS invalid username-password pair", ErrorCode::Auth);
        row("NOAUTH Authentication required.", ErrorCode::Auth);
        row("ERR AUTH <password> called without any password configured", ErrorCode::Auth);
        row("NOPERM this user has no permissions to run the 'config|get' command", ErrorCode::Permission);
        row("LOADING Redis is loading the dataset in memory", ErrorCode::Unreachable);
        row("MOVED 3999 127.0.0.1:6381", ErrorCode::Unsupported);
        row("CLUSTERDOWN The cluster is down", ErrorCode::Unreachable);
        row("DENIED Redis is running in protected mode", ErrorCode::Refused);
        row("ERR DB index is out of range", ErrorCode::NotFound);
        row("ERR unknown command 'CLUSTER'", ErrorCode::Unsupported);
        row("SOMETHING else", ErrorCode::Protocol);
    }
    void errorRepliesBecomeCodes()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, code);
        const Error error = redisError(text, QStringLiteral("cache:6379"), {});
        QCOMPARE(static_cast<int>(error.code), code);
        QVERIFY(error.message.contains(QStringLiteral("cache:6379")));
    }
    void errorRepliesLoseSecretsAndControlCharacters()
    {
        const Secret password(QByteArrayLiteral("s3cr3t-planted"));
        const Error error =
            redisError("ERR \x1b[31m %1 %2 with s3cr3t-planted \r\n here" + QByteArray(5000, 'x'),
                       QStringLiteral("cache:6379"), password);
        QVERIFY(!error.message.contains(QStringLiteral("s3cr3t-planted")));
        QVERIFY(!error.detail.contains(QStringLiteral("s3cr3t-planted")));
        QVERIFY(!error.message.contains(QChar(0x1b)));
        QVERIFY(error.message.size() < 600);
        QVERIFY(error.message.contains(QStringLiteral("%1 %2"))); // foreign text is no template
    }

    void infoIsReadTolerantly()
    {
        const RedisInfo info = RedisInfo::parse(
            "# Server\r\nredis_version:7.4.1\r\nrun_id:abc\r\n\r\n# Keyspace\r\n"
            "db0:keys=10,expires=4,avg_ttl=7,subexpiry=3\r\ndb3:keys=5\r\ndbx:keys=9\r\ndb4:keys=-1,expires="
            "2\r\n"
            "# Commandstats\r\ncmdstat_setnx:calls=12,usec=1\r\ncmdstat_bf.add:calls=3,usec=1\r\n"
            "module:name=bf,ver=20612,api=1\r\nnonsense\r\n:\r\n");
        QCOMPARE(info.databases().size(), 2);
        QCOMPARE(info.keys(), 15);
        QCOMPARE(info.expires(), 4);
        QVERIFY(info.hasKeyspace());
        QCOMPARE(info.commandCalls().value(QStringLiteral("setnx")), 12);
        QCOMPARE(info.commandCalls().value(QStringLiteral("bf.add")), 3);
        QCOMPARE(info.modules(), QStringList{QStringLiteral("bf")});
        QCOMPARE(info.product(), QStringLiteral("Redis 7.4.1"));
        QVERIFY(!info.integer("keyspace_hits").has_value()); // absent is not 0
    }
    void valkeyNamesItself() // recorded from documentation: not run
    {
        const RedisInfo info = RedisInfo::parse(
            "# Server\r\nredis_version:7.2.4\r\nserver_name:valkey\r\nvalkey_version:8.0.1\r\n");
        QCOMPARE(info.product(), QStringLiteral("Valkey 8.0.1"));
        QVERIFY(!info.hasKeyspace());
    }

    void clusterShardsAreRead()
    {
        RespReader reader;
        auto replies = readAll(
            reader,
            "*2\r\n"
            "*4\r\n$5\r\nslots\r\n*2\r\n:0\r\n:8191\r\n$5\r\nnodes\r\n*2\r\n"
            "*8\r\n$4\r\nport\r\n:7000\r\n$8\r\nendpoint\r\n$9\r\n127.0.0.1\r\n$4\r\nrole\r\n$"
            "6\r\nmaster\r\n$6\r\nhealth\r\n$6\r\nonline\r\n"
            "*8\r\n$4\r\nport\r\n:7003\r\n$8\r\nendpoint\r\n$9\r\n127.0.0.1\r\n$4\r\nrole\r\n$"
            "7\r\nreplica\r\n$6\r\nhealth\r\n$6\r\nonline\r\n"
            "*4\r\n$5\r\nslots\r\n*2\r\n:8192\r\n:16383\r\n$5\r\nnodes\r\n*1\r\n"
            "*6\r\n$4\r\nport\r\n:7001\r\n$8\r\nendpoint\r\n$1\r\n?\r\n$4\r\nrole\r\n$6\r\nmaster\r\n",
            4096);
        QVERIFY(replies);
        const auto cluster = readClusterShards(replies->front(), false);
        QVERIFY(cluster.has_value());
        QCOMPARE(cluster->masters.size(), 2);
        QCOMPARE(cluster->slotsCovered, 16384);
        QCOMPARE(cluster->masters[0].port, quint16(7000));
        QCOMPARE(cluster->masters[1].host, QString());
    }
    void clusterNodesAreRead()
    {
        const auto cluster = readClusterNodes(
            "07c37d 127.0.0.1:30004@31004,host4 slave e7d1 0 1426238317239 4 connected\n"
            "67ed2d 127.0.0.1:30002@31002,host2 master - 0 1426238316232 2 connected 5461-10922\n"
            "292f8b [::1]:30003@31003 master - 0 1426238318243 3 connected 10923-16383 [93-<-292f8b]\n"
            "e7d1ee 127.0.0.1:30001@31001 myself,master - 0 0 1 connected 0-5459 5460\n");
        QVERIFY(cluster.has_value());
        QCOMPARE(cluster->masters.size(), 3);
        QCOMPARE(cluster->slotsCovered, 16384);
    }
    void nonsenseAboutAClusterIsNoCluster()
    {
        QVERIFY(!readClusterNodes("hello\n").has_value());
        QVERIFY(!readClusterSlots(RedisReply{}).has_value());
        QVERIFY(!readClusterShards(RedisReply{}, true).has_value());
    }

    void windowsCountWhatHappened()
    {
        CounterSnapshot first = snapshot(0, 100, 10, 5);
        CounterSnapshot last = snapshot(60, 1100, 110, 25);
        last.own = {1, 4, 200, 3}; // we looked at keys ourselves
        const CounterWindow window = windowBetween(first, last);
        QVERIFY(window.valid);
        QCOMPARE(window.seconds, 60.0);
        QCOMPARE(window.hits, 800);
        QCOMPARE(window.misses, 97);
        QCOMPARE(window.ownLookups, 203);
        QCOMPARE(window.evicted, 20);
        QCOMPARE(window.commands, 596);
        QCOMPARE(window.connections, 59);
        QCOMPARE(window.writes, 60);
    }
    void brokenWindowsAreDropped_data()
    {
        QTest::addColumn<CounterSnapshot>("last");
        CounterSnapshot restarted = snapshot(60, 200, 20, 5);
        restarted.runId = "b";
        QTest::newRow("another run id") << restarted;
        CounterSnapshot uptime = snapshot(60, 200, 20, 5);
        uptime.uptimeS = 3;
        QTest::newRow("uptime went back") << uptime;
        QTest::newRow("hits went back") << snapshot(60, 1, 20, 5);
        QTest::newRow("evictions went back") << snapshot(60, 200, 20, 0);
        CounterSnapshot role = snapshot(60, 200, 20, 5);
        role.role = "slave";
        QTest::newRow("failover") << role;
        QTest::newRow("the clock went back") << [] {
            CounterSnapshot s = snapshot(60, 200, 20, 5);
            s.at = std::chrono::seconds(10);
            return s;
        }();
    }
    void brokenWindowsAreDropped()
    {
        QFETCH(CounterSnapshot, last);
        const CounterWindow window = windowBetween(snapshot(0, 100, 10, 5), last);
        QVERIFY(!window.valid);
        QVERIFY(!window.why.isEmpty());
        QVERIFY(!sumOf({windowBetween(snapshot(0, 1, 1, 1), snapshot(9, 2, 2, 2)), window}).valid);
    }
    void mastersAreSummedNotAveraged()
    {
        const CounterWindow sum = sumOf({windowBetween(snapshot(0, 0, 0, 0), snapshot(10, 900, 100, 0)),
                                         windowBetween(snapshot(0, 0, 0, 0), snapshot(10, 0, 10, 3))});
        QCOMPARE(sum.hits, 900);
        QCOMPARE(sum.misses, 110);
        QCOMPARE(sum.evicted, 3);
        QCOMPARE(sum.meanKeys, 2000.0);
        QCOMPARE(sum.seconds, 10.0);
    }
};

QTEST_GUILESS_MAIN(TestRedisProtocol)
#include "tst_redis_protocol.moc"
