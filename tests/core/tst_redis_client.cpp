#include "core/probe/redis/redis_client.h"
#include "tests/core/fake_server.h"
#include "tests/core/redis_world.h"
#include "tests/support/private_redis.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace awb;
using namespace awb::test;

namespace
{

// Peak resident memory of this process in MiB.
double peakMiB()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

RedisEndpoint endpointOf(quint16 port, bool tls = false, const QString& host = QStringLiteral("127.0.0.1"))
{
    RedisEndpoint endpoint;
    endpoint.host = host;
    endpoint.port = port;
    endpoint.tls = tls;
    return endpoint;
}

QString codeOf(const Status& status)
{
    return status ? QStringLiteral("ok") : errorCodeName(status.error().code);
}

} // namespace

class TestRedisClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString missing = PrivateRedis::missing(); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        PrivateRedisOptions options;
        options.tls = true;
        options.password = QStringLiteral("default-secret-planted");
        options.users = {
            QStringLiteral("audit on >audit-secret-planted ~* resetchannels -@all +info +ping +select")};
        server_ = std::make_unique<PrivateRedis>(options);
        QVERIFY2(server_->start(), qPrintable(server_->error()));
    }
    void cleanupTestCase() { server_.reset(); }

    void urlsAreRead_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("label");
        QTest::addColumn<int>("database");
        QTest::addColumn<bool>("tls");
        QTest::newRow("plain") << QStringLiteral("redis://cache:6380/3") << QStringLiteral("cache:6380") << 3
                               << false;
        QTest::newRow("tls, default port")
            << QStringLiteral("rediss://u@cache") << QStringLiteral("cache:6379") << 0 << true;
        QTest::newRow("IPv6") << QStringLiteral("redis://[::1]:7000/") << QStringLiteral("[::1]:7000") << 0
                              << false;
        QTest::newRow("wrong scheme") << QStringLiteral("http://cache") << QString() << 0 << false;
        QTest::newRow("no number") << QStringLiteral("redis://cache/abc") << QString() << 0 << false;
    }
    void urlsAreRead()
    {
        QFETCH(QString, url);
        QFETCH(QString, label);
        QFETCH(int, database);
        QFETCH(bool, tls);
        RedisWorld world(url);
        auto endpoint = redisEndpoint(world.target.profile);
        QCOMPARE(static_cast<bool>(endpoint), !label.isEmpty());
        if (!endpoint) {
            QCOMPARE(errorCodeName(endpoint.error().code), errorCodeName(ErrorCode::Usage));
            return;
        }
        QCOMPARE(endpoint->label(), label);
        QCOMPARE(endpoint->database, database);
        QCOMPARE(endpoint->tls, tls);
    }

    void connectionsEndAsTheyShould_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("port"); // 0: plain, 1: TLS, 2: closed
        QTest::addColumn<bool>("tls");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<QString>("ca"); // good, other, none, missing
        QTest::addColumn<QString>("expected");
        const QString local = QStringLiteral("127.0.0.1");
        const QString good = QStringLiteral("good");
        const QByteArray right("audit-secret-planted");
        const QString audit = QStringLiteral("audit");
        const auto code = [](ErrorCode c) { return errorCodeName(c); };
        QTest::newRow("ACL user") << local << 0 << false << audit << right << good << QStringLiteral("ok");
        QTest::newRow("default user") << local << 0 << false << QString()
                                      << QByteArray("default-secret-planted") << good << QStringLiteral("ok");
        QTest::newRow("wrong password") << local << 0 << false << audit << QByteArray("wrong-secret-planted")
                                        << good << code(ErrorCode::Auth);
        QTest::newRow("no password") << local << 0 << false << QString() << QByteArray() << good
                                     << code(ErrorCode::Auth);
        QTest::newRow("unknown user")
            << local << 0 << false << QStringLiteral("nobody") << right << good << code(ErrorCode::Auth);
        QTest::newRow("closed port") << local << 2 << false << audit << right << good
                                     << code(ErrorCode::Unreachable);
        QTest::newRow("unknown host") << QStringLiteral("no-such-host.invalid") << 0 << false << audit
                                      << right << good << code(ErrorCode::Unreachable);
        QTest::newRow("TLS, right authority")
            << QStringLiteral("localhost") << 1 << true << audit << right << good << QStringLiteral("ok");
        QTest::newRow("TLS, by address")
            << local << 1 << true << audit << right << good << QStringLiteral("ok");
        QTest::newRow("TLS, other authority") << local << 1 << true << audit << right
                                              << QStringLiteral("other") << code(ErrorCode::Unreachable);
        QTest::newRow("TLS, the system's authorities")
            << local << 1 << true << audit << right << QStringLiteral("none") << code(ErrorCode::Unreachable);
        QTest::newRow("TLS, unreadable authority")
            << local << 1 << true << audit << right << QStringLiteral("missing") << code(ErrorCode::Io);
        QTest::newRow("TLS to a plain port")
            << local << 0 << true << audit << right << good << code(ErrorCode::Timeout);
        QTest::newRow("plain to a TLS port")
            << local << 1 << false << audit << right << good << QStringLiteral("any");
    }
    void connectionsEndAsTheyShould()
    {
        QFETCH(QString, host);
        QFETCH(int, port);
        QFETCH(bool, tls);
        QFETCH(QString, user);
        QFETCH(QByteArray, password);
        QFETCH(QString, ca);
        QFETCH(QString, expected);
        RedisWorld world(QStringLiteral("redis://x"));
        const auto context = world.context();
        const quint16 ports[] = {server_->port(), server_->tlsPort(), freePort()};
        RedisEndpoint endpoint = endpointOf(ports[port], tls, host);
        endpoint.user = user;
        const PrivateCertificates* certificates = server_->certificates();
        endpoint.caFile = ca == QLatin1String("good")    ? certificates->caFile()
                          : ca == QLatin1String("other") ? certificates->otherCaFile()
                          : ca == QLatin1String("none")  ? QString()
                                                         : QStringLiteral("/nowhere/ca.pem");
        RedisClient client(endpoint, Secret(password), *context);
        Status opened = client.open();
        if (opened && user.isEmpty() && password.isEmpty()) { // without a login the first command is refused
            auto pong = client.command({QByteArrayLiteral("PING")});
            opened = pong ? Status(Done{}) : Status(pong.error());
        }
        if (expected == QLatin1String("any"))
            QVERIFY(!opened);
        else
            QVERIFY2(codeOf(opened) == expected,
                     qPrintable(codeOf(opened) + (opened ? QString() : opened.error().message)));
        if (!opened) {
            const QString words = opened.error().message + opened.error().detail + opened.error().remedy;
            QVERIFY2(!words.contains(QStringLiteral("secret-planted")), qPrintable(words));
            QVERIFY(!opened.error().message.isEmpty());
        }
        for (const Sent& sent : context->sentSoFar())
            QVERIFY2(!sent.what.contains(QStringLiteral("secret-planted")), qPrintable(sent.what));
        if (tls && opened) {
            QVERIFY(client.tlsSummary().contains(QStringLiteral("TLS")));
            QVERIFY(client.certificateExpiry().isValid());
        }
    }

    void pipelinesKeepTheirOrder()
    {
        for (const bool tls : {false, true}) {
            RedisWorld world(QStringLiteral("redis://x"));
            const auto context = world.context();
            RedisEndpoint endpoint = endpointOf(tls ? server_->tlsPort() : server_->port(), tls);
            endpoint.caFile = server_->certificates()->caFile();
            RedisClient client(endpoint, Secret("default-secret-planted"), *context);
            QVERIFY(client.open());
            const int count = 20000;
            for (int i = 0; i < count; ++i)
                client.append({QByteArrayLiteral("ECHO"), QByteArray::number(i) + QByteArray("\0\r\n", 3)});
            QVERIFY(client.flush());
            for (int i = 0; i < count; ++i) {
                auto reply = client.read();
                QVERIFY(reply);
                if (reply->text != QByteArray::number(i) + QByteArray("\0\r\n", 3))
                    QFAIL("a reply is out of order");
            }
        }
    }

    void permissionIsTold()
    {
        RedisWorld world(QStringLiteral("redis://x"));
        const auto context = world.context();
        RedisEndpoint endpoint = endpointOf(server_->port());
        endpoint.user = QStringLiteral("audit");
        RedisClient client(endpoint, Secret("audit-secret-planted"), *context);
        QVERIFY(client.open());
        auto reply = client.command(
            {QByteArrayLiteral("CONFIG"), QByteArrayLiteral("GET"), QByteArrayLiteral("maxmemory")});
        QVERIFY(!reply);
        QCOMPARE(errorCodeName(reply.error().code), errorCodeName(ErrorCode::Permission));
        QVERIFY(client.isOpen()); // an error reply leaves the connection usable
        QVERIFY(client.command({QByteArrayLiteral("PING")}));
    }

    void hostileServersAreBounded_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<bool>("repeat");
        QTest::addColumn<QString>("expected");
        const auto code = [](ErrorCode c) { return errorCodeName(c); };
        QTest::newRow("500 million elements")
            << QByteArray("*500000000\r\n") << false << code(ErrorCode::Limit);
        QTest::newRow("a bulk of 4 GB") << QByteArray("$4294967296\r\n") << false << code(ErrorCode::Limit);
        QTest::newRow("an endless line")
            << QByteArray(65536, 'a').prepend('+') << true << code(ErrorCode::Limit);
        QTest::newRow("an endless list of lists")
            << QByteArray("*60000\r\n*60000\r\n") << true << code(ErrorCode::Limit);
        QTest::newRow("a negative length") << QByteArray("$-5\r\n") << false << code(ErrorCode::Protocol);
        QTest::newRow("HTTP") << QByteArray("HTTP/1.1 200 OK\r\n\r\n") << false << code(ErrorCode::Protocol);
        QTest::newRow("half a reply, then gone")
            << QByteArray("$10\r\nabc") << false << code(ErrorCode::Unreachable);
        QTest::newRow("half a reply, then silence")
            << QByteArray("$10\r\nabc") << false << code(ErrorCode::Timeout);
        QTest::newRow("never an answer") << QByteArray() << false << code(ErrorCode::Timeout);
        QTest::newRow("dripping for ever") << QByteArray("a") << true << code(ErrorCode::Timeout);
    }
    void hostileServersAreBounded()
    {
        QFETCH(QByteArray, answer);
        QFETCH(bool, repeat);
        QFETCH(QString, expected);
        const bool gone = expected == errorCodeName(ErrorCode::Unreachable);
        const bool drip = answer == "a";
        FakeServer server([=](FakeServer::Line& line) {
            if (!line.waitForRequest())
                return;
            if (drip)
                line.send("$1000000\r\n");
            bool alive = line.send(answer);
            while (alive && repeat) {
                alive = line.send(answer);
                if (drip)
                    std::this_thread::sleep_for(
                        std::chrono::milliseconds(1)); // the server's pace, not the test's
            }
            if (!gone)
                line.waitUntilGone();
        });
        RedisWorld world(server.url());
        const auto context = world.context();
        RedisClientOptions options;
        options.replyLimit = std::chrono::milliseconds(400);
        RedisClient client(endpointOf(server.port()), {}, *context, options);
        QVERIFY(client.open());
        const double before = peakMiB();
        auto reply = client.command({QByteArrayLiteral("INFO")});
        QVERIFY(!reply);
        QCOMPARE(errorCodeName(reply.error().code), expected);
        QVERIFY2(peakMiB() - before < 48, qPrintable(QString::number(peakMiB() - before)));
        QVERIFY(!client.isOpen());
    }

    void aStopEndsTheWait()
    {
        FakeServer server([](FakeServer::Line& line) { line.waitUntilGone(); });
        RedisWorld world(server.url());
        const auto context = world.context();
        RedisClient client(endpointOf(server.port()), {}, *context);
        QVERIFY(client.open());
        std::thread stopper([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            world.stop.request_stop();
        });
        auto reply = client.command({QByteArrayLiteral("PING")});
        stopper.join();
        QVERIFY(!reply);
        QCOMPARE(errorCodeName(reply.error().code), errorCodeName(ErrorCode::Cancelled));
    }

    void theContextsDeadlineEndsTheWait()
    {
        FakeServer server([](FakeServer::Line& line) { line.waitUntilGone(); });
        RedisWorld world(server.url());
        const auto context = world.context(std::chrono::milliseconds(200));
        RedisClient client(endpointOf(server.port()), {}, *context);
        QVERIFY(client.open());
        auto reply = client.command({QByteArrayLiteral("PING")});
        QVERIFY(!reply);
        QCOMPARE(errorCodeName(reply.error().code), errorCodeName(ErrorCode::Timeout));
    }

private:
    std::unique_ptr<PrivateRedis> server_;
};

QTEST_GUILESS_MAIN(TestRedisClient)
#include "tst_redis_client.moc"
