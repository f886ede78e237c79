// Probes against a real nginx: what plain HTTP says beside TLS (6.9), and limits of a body that it announces
// or reads (1.6).

#include "core/probe/http/http_probes.h"
#include "core/probe/http/plain_http.h"
#include "tests/core/http_world.h"
#include "tests/core/rule_table.h"
#include "tests/support/private_nginx.h"

#include <QTest>

using namespace awb;
using namespace awb::test;

namespace
{

const char* const headerLines =
    "add_header X-Content-Type-Options nosniff always; add_header X-Frame-Options DENY "
    "always; add_header Strict-Transport-Security max-age=31536000 always; ";

} // namespace

class HttpNginxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString reason = PrivateNginx::missing(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
    }

    void plainHttpIsAskedOnce_data()
    {
        QTest::addColumn<QString>("lines");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("verdict");
        const auto expect = [](const char* name, const char* lines, const char* state, const char* verdict) {
            QTest::newRow(name) << QString::fromLatin1(lines) << QString::fromLatin1(state)
                                << QString::fromLatin1(verdict);
        };
        // On an address browsers keep no Strict-Transport-Security, so the best is inconclusive.
        expect("redirects to https", "if ($scheme = http) { return 301 https://$host$request_uri; }",
               "redirects", "inconclusive");
        expect("redirects to https on another name",
               "if ($scheme = http) { return 308 https://www.shop.example$request_uri; }", "redirects",
               "inconclusive");
        expect("first to itself, then to https",
               "set $k $scheme$uri; if ($k = http/) { return 302 http://$http_host/start; } "
               "if ($k = http/start) { return 301 https://$host/; }",
               "redirects", "inconclusive");
        expect("serves the page", "", "served", "warn");
        expect("asks for a credential", "if ($scheme = http) { return 401; }", "served", "warn");
        expect("leads to plain HTTP elsewhere", "if ($scheme = http) { return 302 http://other.example/; }",
               "elsewhere", "warn");
        expect("refuses", "if ($scheme = http) { return 403; }", "refused", "inconclusive");
        expect("fails", "if ($scheme = http) { return 500; }", "unclear", "inconclusive");
        expect("goes in a circle", "if ($scheme = http) { return 302 http://$http_host$request_uri; }",
               "unclear", "inconclusive");
        expect("closes the connection", "if ($scheme = http) { return 444; }", "silent", "inconclusive");
    }
    void plainHttpIsAskedOnce()
    {
        QFETCH(QString, lines);
        PrivateNginx nginx(QLatin1String(headerLines) + lines);
        QVERIFY2(nginx.start(), qPrintable(nginx.error()));
        HttpWorld world(QStringLiteral("https://127.0.0.1:%1").arg(nginx.tlsPort()));
        world.http().caFile = nginx.certificates().caFile();
        world.http().plainPort = nginx.port();
        const auto facts = world.run<HeadersProbe>(std::shared_ptr<HttpPace>());
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().message));
        const QJsonObject plain = facts->details.value(QStringLiteral("plain")).toArray().first().toObject();
        QTEST(plain.value(QStringLiteral("state")).toString(), "state");
        QTEST(verdictId(judge(QStringLiteral("6.9"), only(*facts)).verdict), "verdict");
    }
    void aClosedPortIsFine()
    {
        PrivateNginx nginx{QLatin1String(headerLines)};
        QVERIFY2(nginx.start(), qPrintable(nginx.error()));
        HttpWorld world(QStringLiteral("https://127.0.0.1:%1").arg(nginx.tlsPort()));
        world.http().caFile = nginx.certificates().caFile();
        world.http().plainPort = freePort();
        const auto facts = world.run<HeadersProbe>(std::shared_ptr<HttpPace>());
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().message));
        QVERIFY(facts->complete);
        const QJsonObject plain = facts->details.value(QStringLiteral("plain")).toArray().first().toObject();
        QCOMPARE(plain.value(QStringLiteral("state")).toString(), QStringLiteral("silent"));
    }
    void anotherPortIsNotGuessed()
    {
        HttpTarget target;
        const auto portFor = [&](const char* base) {
            target.baseUrl = QUrl(QString::fromLatin1(base));
            return plainPort(target);
        };
        QCOMPARE(portFor("https://shop.example/api"), 80);
        QCOMPARE(portFor("https://shop.example:443/"), 80);
        QCOMPARE(portFor("https://shop.example:8443/"), 0); // port 80 may be somebody else's
        QCOMPARE(portFor("http://shop.example/"), 0);
        target.plainPort = 8080;
        QCOMPARE(portFor("https://shop.example:8443/"), 8080);
        QCOMPARE(portFor("http://shop.example/"), 0);
    }
    void noCredentialTravelsInPlain()
    {
        PrivateNginx nginx{QLatin1String(headerLines)};
        QVERIFY2(nginx.start(), qPrintable(nginx.error()));
        HttpPeer peer(always(jsonReply("{}")));
        HttpWorld world(QStringLiteral("https://127.0.0.1:%1").arg(nginx.tlsPort()));
        world.authenticate(QStringLiteral("bearer"));
        world.http().caFile = nginx.certificates().caFile();
        world.http().plainPort = peer.port();
        QVERIFY(world.run<HeadersProbe>(std::shared_ptr<HttpPace>()));
        const auto seen = peer.seen();
        QCOMPARE(seen.size(), 1);
        for (const auto& [name, value] : seen.first().headers)
            QVERIFY2(!value.contains(plantedWord), name.constData());
    }

    void aLimitOfABodyMustMeanSomething_data()
    {
        QTest::addColumn<QString>("size");
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<QString>("letter");
        QTest::newRow("1 MiB") << "1m"
                               << "pass"
                               << "pass";
        QTest::newRow("10 MiB") << "10m"
                                << "pass"
                                << "pass";
        QTest::newRow("500 MiB") << "500m"
                                 << "warn"
                                 << "pass";
        QTest::newRow("none") << "0"
                              << "fail"
                              << "fail";
    }
    void aLimitOfABodyMustMeanSomething()
    {
        QFETCH(QString, size);
        HttpPeer app([](PeerLine& line, const PeerRequest&) { line.send(reply(422)); });
        PrivateNginx nginx(QStringLiteral("location /orders { client_max_body_size %1; proxy_pass %2; }")
                               .arg(size, app.url()));
        QVERIFY2(nginx.start(), qPrintable(nginx.error()));
        HttpWorld world(QStringLiteral("http://127.0.0.1:%1").arg(nginx.port()));
        EndpointTarget orders;
        orders.path = QStringLiteral("/orders");
        orders.method = QStringLiteral("POST");
        world.http().endpoints = {orders};
        const auto facts =
            world.run<BodyLimitProbe>(std::shared_ptr<HttpPace>(), std::chrono::milliseconds(500));
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().message));
        const Suggestion said = judge(QStringLiteral("1.6"), only(*facts));
        QVERIFY(!said.summary.text().isEmpty());
        QTEST(verdictId(said.verdict), "verdict");
        QTEST(verdictId(said.byLetter), "letter");
    }
    void anAnnouncedLimitAloneProvesNoLimit()
    {
        HttpPeer::Options options;
        options.expectToHandler = true;
        HttpPeer peer(
            [](PeerLine& line, const PeerRequest& request) {
                const qint64 length = request.header("Content-Length").toLongLong();
                line.send(reply(length > 500 * 1024 * 1024 ? 413 : 401));
            },
            options);
        HttpWorld world(peer.url());
        EndpointTarget orders;
        orders.path = QStringLiteral("/orders");
        orders.method = QStringLiteral("POST");
        world.http().endpoints = {orders};
        const auto facts =
            world.run<BodyLimitProbe>(std::shared_ptr<HttpPace>(), std::chrono::milliseconds(300));
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().message));
        QCOMPARE(judge(QStringLiteral("1.6"), only(*facts)).verdict, Verdict::Inconclusive);
    }
};

QTEST_GUILESS_MAIN(HttpNginxTest)
#include "tst_http_nginx.moc"
