#include "tests/core/http_world.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace awb;
using namespace awb::test;
using namespace std::chrono_literals;

namespace
{

// 64 MiB of zeros as a gzip stream: three fixed headers and one repeated deflate block would need a
// compressor; Qt's zlib stream is wrapped into gzip instead.
QByteArray gzipOf(const QByteArray& plain)
{
    const QByteArray zlib = qCompress(plain, 9).mid(4);
    const QByteArray deflate = zlib.mid(2, zlib.size() - 6);
    quint32 crc = 0xffffffffU;
    for (const char c : plain) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (0xedb88320U & (0U - (crc & 1U)));
    }
    crc = ~crc;
    QByteArray out("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10);
    out += deflate;
    for (const quint32 value : {crc, static_cast<quint32>(plain.size())}) {
        for (int shift = 0; shift < 32; shift += 8)
            out.append(static_cast<char>((value >> shift) & 0xff));
    }
    return out;
}

} // namespace

class HttpClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAnAnswerWithItsSizesAndTimings()
    {
        HttpPeer peer(always(jsonReply("{\"a\":1}", {"X-Thing: one", "x-thing: two"})));
        HttpWorld world(peer.url());
        HttpClient client = world.client();
        const auto answer = client.get(client.at(QStringLiteral("/users?page=2")));
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().message));
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->body, QByteArray("{\"a\":1}"));
        QCOMPARE(answer->all("X-THING"), (QList<QByteArray>{"one", "two"}));
        QVERIFY(answer->isJson());
        QCOMPARE(answer->wireBytes, 7);
        QVERIFY(answer->timings.total > 0 && answer->timings.firstByte <= answer->timings.total);
        QCOMPARE(answer->address, QStringLiteral("127.0.0.1"));
        QCOMPARE(peer.seen().first().target, QByteArray("/users?page=2"));
        QVERIFY(!peer.seen().first().header("X-Audit-Run").isEmpty());
        QCOMPARE(world.where->sentSoFar().first().what, QStringLiteral("GET /users"));
    }

    void joinsPathsToABaseWithAPathOfItsOwn_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("url");
        QTest::newRow("plain") << "http://h:1"
                               << "/a"
                               << "http://h:1/a";
        QTest::newRow("a slash at the end") << "http://h:1/api/"
                                            << "/a"
                                            << "http://h:1/api/a";
        QTest::newRow("a query") << "http://h:1/api"
                                 << "/a?b=c%20d"
                                 << "http://h:1/api/a?b=c%20d";
        QTest::newRow("an escaped slash stays one") << "http://h:1"
                                                    << "/a%2Fb"
                                                    << "http://h:1/a%2Fb";
    }
    void joinsPathsToABaseWithAPathOfItsOwn()
    {
        QFETCH(QString, base);
        QFETCH(QString, path);
        HttpWorld world(base);
        QTEST(world.client().at(path).toString(QUrl::FullyEncoded), "url");
    }

    void unpacksGzipAndCountsTheWire()
    {
        const QByteArray plain(5000, 'a');
        HttpPeer peer(always(reply(200, gzipOf(plain), {"Content-Encoding: gzip"})));
        HttpWorld world(peer.url());
        const auto answer = world.client().send(to(peer.url()));
        QVERIFY(answer);
        QCOMPARE(answer->body, plain);
        QVERIFY(answer->wireBytes < 200 && answer->wireBytes > 0);
        QCOMPARE(peer.seen().first().header("Accept-Encoding"), QByteArray("gzip"));
    }

    void stopsAGzipBomb()
    {
        HttpPeer peer(always(reply(200, gzipOf(QByteArray(40'000'000, '\0')), {"Content-Encoding: gzip"})));
        HttpWorld world(peer.url());
        const auto answer = world.client().send(to(peer.url()));
        QVERIFY(answer);
        QVERIFY(answer->truncated && answer->bomb);
        QVERIFY2(answer->body.size() <= 16 * 1024 * 1024, qPrintable(QString::number(answer->body.size())));
    }

    void cutsABodyWithoutEnd()
    {
        HttpPeer peer([](PeerLine& line, const PeerRequest&) {
            line.send("HTTP/1.1 200 OK\r\n\r\n");
            while (line.send(QByteArray(65536, 'x'))) {
            }
        });
        HttpWorld world(peer.url());
        HttpRequest request = to(peer.url());
        request.maxBodyBytes = 300'000;
        request.timeout = 10s;
        const auto answer = world.client().send(request);
        QVERIFY(answer);
        QVERIFY(answer->truncated && !answer->streaming);
        QCOMPARE(answer->body.size(), 300'000);
    }

    void callsADrippingBodyAStream()
    {
        HttpPeer peer([](PeerLine& line, const PeerRequest&) {
            line.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n");
            while (line.send("data: x\n\n"))
                line.pause(50);
        });
        HttpWorld world(peer.url());
        HttpRequest request = to(peer.url());
        request.timeout = 400ms;
        const auto answer = world.client().send(request);
        QVERIFY(answer);
        QVERIFY(answer->streaming && answer->truncated && answer->body.startsWith("data: x"));
    }

    void endsInAClearErrorWithinItsTime_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("code");
        QTest::newRow("never answers") << QByteArray() << int(ErrorCode::Timeout);
        QTest::newRow("headers that never end")
            << QByteArray("HTTP/1.1 200 OK\r\nX: ") << int(ErrorCode::Timeout);
        QTest::newRow("a megabyte of headers")
            << QByteArray("HTTP/1.1 200 OK\r\n") +
                   QByteArray("X-Fill: " + QByteArray(1000, 'x') + "\r\n").repeated(1000)
            << int(ErrorCode::Limit);
        QTest::newRow("no HTTP at all")
            << QByteArray("SSH-2.0-OpenSSH_9.2\r\n\r\n") << int(ErrorCode::Protocol);
        QTest::newRow("a body that breaks its packing")
            << reply(200, "this is no gzip", {"Content-Encoding: gzip"}) << int(ErrorCode::Protocol);
        QTest::newRow("an invalid chunk size")
            << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n")
            << int(ErrorCode::Protocol);
    }
    void endsInAClearErrorWithinItsTime()
    {
        QFETCH(QByteArray, bytes);
        HttpPeer peer([bytes](PeerLine& line, const PeerRequest&) {
            line.send(bytes);
            line.waitUntilGone();
        });
        HttpWorld world(peer.url());
        QElapsedTimer timer;
        timer.start();
        const auto answer = world.client().send(to(peer.url()));
        QVERIFY(!answer);
        QTEST(int(answer.error().code), "code");
        QVERIFY(!answer.error().message.isEmpty());
        QVERIFY(timer.elapsed() < 3000);
    }

    void saysWhenTheConnectionBreaksInTheMiddle()
    {
        HttpPeer peer([](PeerLine& line, const PeerRequest&) {
            line.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
            line.close();
        });
        HttpWorld world(peer.url());
        const auto answer = world.client().send(to(peer.url()));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Protocol);
    }

    void usesAKeptConnectionAgainAndSurvivesItsEnd()
    {
        int count = 0;
        HttpPeer peer([&count](PeerLine& line, const PeerRequest&) {
            line.send(reply(200, "x"));
            if (++count == 2)
                line.close(); // without saying so
        });
        HttpWorld world(peer.url());
        HttpClient client = world.client();
        for (int i = 0; i < 4; ++i) {
            const auto answer = client.send(to(peer.url()));
            QVERIFY2(answer, answer ? "" : qPrintable(answer.error().message));
        }
    }

    void followsRedirectsOfTheSameOriginOnly()
    {
        QByteArray elsewhere;
        HttpPeer other(always(reply(200, "other")));
        elsewhere = other.url().toLatin1();
        HttpPeer peer([&](PeerLine& line, const PeerRequest& request) {
            if (request.target == "/a")
                line.send(reply(302, {}, {"Location: /b"}));
            else if (request.target == "/b")
                line.send(reply(200, "here"));
            else if (request.target == "/round")
                line.send(reply(302, {}, {"Location: /round"}));
            else
                line.send(reply(307, {}, {"Location: " + elsewhere + "/x"}));
        });
        HttpWorld world(peer.url());
        world.authenticate(QStringLiteral("bearer"));
        HttpClient client = world.client();
        const auto near = client.get(client.at(QStringLiteral("/a")));
        QVERIFY(near);
        QCOMPARE(near->body, QByteArray("here"));
        QCOMPARE(near->chain.size(), 1);
        const auto far = client.get(client.at(QStringLiteral("/far")));
        QVERIFY(far);
        QCOMPARE(far->status, 307);
        QCOMPARE(far->elsewhere, QUrl(QString::fromLatin1(elsewhere) + QStringLiteral("/x")));
        QVERIFY(other.seen().isEmpty());
        const auto round = client.get(client.at(QStringLiteral("/round")));
        QVERIFY(!round);
        QCOMPARE(round.error().code, ErrorCode::Refused);
    }

    void givesCredentialsToTheirOriginOnly()
    {
        HttpPeer own(always(reply(200)));
        HttpPeer other(always(reply(200)));
        HttpWorld world(own.url());
        world.authenticate(QStringLiteral("bearer"));
        HttpClient client = world.client();
        QVERIFY(client.get(QUrl(own.url(QStringLiteral("/x")))));
        QVERIFY(client.get(QUrl(other.url(QStringLiteral("/x")))));
        QCOMPARE(own.seen().first().header("Authorization"), "Bearer token-" + plantedWord);
        QVERIFY(other.seen().first().header("Authorization").isEmpty());
    }

    void sendsEachKindOfCredential_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("value");
        const QByteArray secret = "token-" + plantedWord;
        QTest::newRow("bearer") << "bearer"
                                << "" << QByteArray("Authorization") << "Bearer " + secret;
        QTest::newRow("basic") << "basic"
                               << "" << QByteArray("Authorization")
                               << "Basic " + ("auditor:" + secret).toBase64();
        QTest::newRow("a header") << "header"
                                  << "X-Api-Key" << QByteArray("X-Api-Key") << secret;
        QTest::newRow("a cookie") << "cookie"
                                  << "sid" << QByteArray("Cookie") << "sid=" + secret;
        QTest::newRow("the query") << "query"
                                   << "api_key" << QByteArray() << secret;
    }
    void sendsEachKindOfCredential()
    {
        QFETCH(QString, kind);
        QFETCH(QString, name);
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, value);
        HttpPeer peer(always(reply(200)));
        HttpWorld world(peer.url());
        world.authenticate(kind, name);
        HttpClient client = world.client();
        for (const Credential which : {Credential::First, Credential::None, Credential::Broken}) {
            HttpRequest request = to(peer.url(QStringLiteral("/a?b=c")));
            request.credential = which;
            QVERIFY(client.send(request));
        }
        const auto seen = peer.seen();
        const auto sent = [&](int i) {
            return header.isEmpty() ? seen[i].query("api_key") : seen[i].header(header.constData());
        };
        QCOMPARE(sent(0), value);
        QVERIFY(sent(1).isEmpty());
        QVERIFY(!sent(2).isEmpty());
        QVERIFY(!sent(2).contains(plantedWord));
        QCOMPARE(seen[0].query("b"), QByteArray("c"));
    }

    void breaksOnlyTheSignatureOfAJwt()
    {
        HttpPeer peer(always(reply(200)));
        HttpWorld world(peer.url());
        world.authenticate(QStringLiteral("bearer"), {}, "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl");
        HttpRequest request = to(peer.url());
        request.credential = Credential::Broken;
        QVERIFY(world.client().send(request));
        const QByteArray sent = peer.seen().first().header("Authorization");
        QVERIFY(sent.startsWith("Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0."));
        QVERIFY(!sent.endsWith("c2lnbmF0dXJl"));
    }

    void refusesALineBreakInAHeader()
    {
        HttpPeer peer(always(reply(200)));
        HttpWorld world(peer.url());
        HttpRequest request = to(peer.url());
        request.headers.append(HttpHeader{"X-Odd", "a\r\nX-Injected: b"});
        const auto answer = world.client().send(request);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Usage);
        QVERIFY(peer.seen().isEmpty());
    }

    void showsNoSecretInItsEvidence()
    {
        HttpPeer peer(always(
            reply(200, "{\"token\":\"abc-secret-planted\"}", {"Set-Cookie: sid=secret-planted; Secure"})));
        HttpWorld world(peer.url());
        HttpRequest request = to(peer.url(QStringLiteral("/a?api_key=secret-planted&page=2")));
        const auto answer = world.client().send(request);
        QVERIFY(answer);
        const QString text = describeExchange(request, *answer);
        QVERIFY2(!text.contains(QString::fromLatin1(plantedWord)), qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("page=2")));
        QVERIFY(text.contains(QStringLiteral("; Secure")));
    }

    void asksForAnAnnouncedBodyWithoutSendingIt_data()
    {
        QTest::addColumn<bool>("refuses");
        QTest::newRow("413 from the headers alone") << true;
        QTest::newRow("100 Continue") << false;
    }
    void asksForAnAnnouncedBodyWithoutSendingIt()
    {
        QFETCH(bool, refuses);
        HttpPeer::Options options;
        options.expectToHandler = true;
        qint64 after = 0;
        HttpPeer peer(
            [&](PeerLine& line, const PeerRequest&) {
                line.send(refuses ? reply(413, "too large") : QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
                if (!refuses)
                    line.waitUntilGone();
                after = 1;
            },
            options);
        HttpWorld world(peer.url());
        HttpRequest request = to(peer.url());
        request.method = "POST";
        request.announcedBodyBytes = 1073741824;
        const auto answer = world.client().send(request);
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().message));
        QCOMPARE(answer->status, refuses ? 413 : 0);
        QCOMPARE(answer->continued, !refuses);
        QCOMPARE(answer->bodyRead, refuses);
        QCOMPARE(peer.seen().first().header("Content-Length"), QByteArray("1073741824"));
    }

    void waitsOnceWhenLimited()
    {
        int count = 0;
        HttpPeer peer([&count](PeerLine& line, const PeerRequest&) {
            line.send(++count == 1 ? reply(429, {}, {"Retry-After: 1"}) : reply(200));
        });
        HttpWorld world(peer.url());
        HttpClient client = world.client();
        const auto answer = client.send(to(peer.url()));
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
        QVERIFY(client.sawLimit() && !client.isRefusedByLimit());
    }

    void givesUpWhenTheLimitStays()
    {
        HttpPeer peer(always(reply(429, {}, {"Retry-After: 3600"})));
        HttpWorld world(peer.url());
        HttpClient client = world.client();
        const auto answer = client.send(to(peer.url()));
        QVERIFY(answer);
        QCOMPARE(answer->status, 429);
        QVERIFY(client.isRefusedByLimit());
        QCOMPARE(peer.seen().size(), 1);
    }

    void stopsWithinAHundredMilliseconds()
    {
        HttpPeer peer([](PeerLine& line, const PeerRequest&) { line.waitUntilGone(); });
        HttpWorld world(peer.url());
        std::thread stopper([&] {
            std::this_thread::sleep_for(200ms);
            world.stop.request_stop();
        });
        QElapsedTimer timer;
        timer.start();
        HttpRequest request = to(peer.url());
        request.timeout = 10s;
        const auto answer = world.client().send(request);
        stopper.join();
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Cancelled);
        QVERIFY2(timer.elapsed() < 300, qPrintable(QString::number(timer.elapsed())));
    }

    void keepsToTheProbesDeadline()
    {
        HttpPeer peer([](PeerLine& line, const PeerRequest&) { line.waitUntilGone(); });
        HttpWorld world(peer.url(), 300ms);
        HttpRequest request = to(peer.url());
        request.timeout = 10s;
        const auto answer = world.client().send(request);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Timeout);
    }

    void namesWhatCannotBeReached_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("word");
        QTest::newRow("a closed port") << "http://127.0.0.1:1"
                                       << "Nothing accepts connections";
        QTest::newRow("an unknown name") << "http://no-such-name.invalid"
                                         << "not known";
        QTest::newRow("another scheme") << "file:///etc/passwd"
                                        << "no http or https URL";
    }
    void namesWhatCannotBeReached()
    {
        QFETCH(QString, url);
        HttpWorld world(url);
        HttpRequest request = to(url);
        request.timeout = 10s;
        const auto answer = world.client().send(request);
        QVERIFY(!answer);
        QFETCH(QString, word);
        QVERIFY2(answer.error().message.contains(word), qPrintable(answer.error().message));
    }

    void speaksIpv6()
    {
        HttpPeer::Options options;
        options.ipv6 = true;
        HttpPeer peer(always(reply(200, "six")), options);
        if (peer.port() == 0)
            QSKIP("this machine has no ::1");
        HttpWorld world(peer.url());
        const auto answer = world.client().send(to(peer.url()));
        QVERIFY(answer);
        QCOMPARE(answer->address, QStringLiteral("::1"));
    }

    void ignoresProxiesOfTheEnvironmentAndUsesTheProfiles()
    {
        HttpPeer peer(always(reply(200, "direct")));
        HttpPeer proxy(always(reply(200, "proxied")));
        qputenv("http_proxy", proxy.url().toLatin1());
        HttpWorld world(peer.url());
        const auto direct = world.client().send(to(peer.url()));
        qunsetenv("http_proxy");
        QVERIFY(direct);
        QCOMPARE(direct->body, QByteArray("direct"));
        world.http().proxy = proxy.url();
        const auto proxied = world.client().send(to(peer.url()));
        QVERIFY(proxied);
        QCOMPARE(proxied->body, QByteArray("proxied"));
    }
};

QTEST_GUILESS_MAIN(HttpClientTest)
#include "tst_http_client.moc"
