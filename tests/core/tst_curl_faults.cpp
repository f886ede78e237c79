// What a broken or hostile server, a certificate or a proxy does to a run of the libcurl engine: it ends in
// bounded time, every failure is counted by its cause, and none of it reads as a fast answer.

#include "tests/core/curl_world.h"
#include "tests/support/cut_relay.h"
#include "tests/support/socks_proxy.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRegularExpression>

using namespace awb;
using namespace awb::test;
using namespace std::chrono_literals;

namespace
{

HttpReply never()
{
    HttpReply reply;
    reply.delayMs = 100000;
    return reply;
}

QString pinOf(const QString& certificate)
{
    QProcess openssl;
    openssl.start(QStringLiteral("sh"),
                  {QStringLiteral("-c"),
                   QStringLiteral("openssl x509 -pubkey -noout -in '%1' | openssl pkey -pubin -outform der | "
                                  "openssl dgst -sha256 -binary | openssl base64 -A")
                       .arg(certificate)});
    openssl.waitForFinished();
    return QStringLiteral("sha256/") + QString::fromLatin1(openssl.readAllStandardOutput());
}

} // namespace

class TestCurlFaults : public QObject
{
    Q_OBJECT

    std::unique_ptr<PrivateCertificates> certificates_;

private Q_SLOTS:
    void initTestCase()
    {
        certificates_ = std::make_unique<PrivateCertificates>();
        QVERIFY2(certificates_->isValid(), qPrintable(certificates_->error()));
        QVERIFY2(certificates_->addFlawedLeaf(QStringLiteral("expired")), qPrintable(certificates_->error()));
    }

    void timeouts_count_with_the_time_they_took()
    {
        Http2Front front([](const QByteArray&, int) { return never(); });
        AWB_FRONT(front);
        LoadPlan plan = front.plan("/app");
        plan.rate = 50;
        plan.timeout = 300ms;
        plan.requests[0].isSafe = false; // so that nothing is tried before the start
        QElapsedTimer timer;
        timer.start();
        AWB_CURL(result, plan);
        QVERIFY(timer.elapsed() < 4000);
        const RequestTally& counts = result->total.requests[0];
        QVERIFY(counts.scheduled > 20);
        QCOMPARE(counts.fault(LoadFault::Timeout), counts.scheduled);
        QCOMPARE(counts.response.count(), counts.scheduled);
        QVERIFY(counts.response.min() >= 300'000);
        QCOMPARE(counts.ok, 0);
    }

    void each_failure_is_counted_by_its_cause_data()
    {
        QTest::addColumn<HttpReply>("reply");
        QTest::addColumn<int>("fault");
        const auto row = [](const char* name, const HttpReply& reply, LoadFault fault) {
            QTest::newRow(name) << reply << static_cast<int>(fault);
        };
        const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n";
        HttpReply endless = HttpReply::of("HTTP/1.1 200 OK\r\n\r\n");
        endless.endless = qint64{1} << 40;
        HttpReply hugeHeader =
            HttpReply::of("HTTP/1.1 200 OK\r\n" + QByteArray("X: 0123456789\r\n").repeated(9000));
        row("reset in the middle of the body", HttpReply::of(head + "12345", HttpReply::End::Reset),
            LoadFault::Reset);
        row("closed in the middle of the body", HttpReply::of(head + "12345", HttpReply::End::Close),
            LoadFault::Reset);
        row("closed at once", HttpReply::of({}, HttpReply::End::Close), LoadFault::Reset);
        row("another protocol", HttpReply::of("220 mail.example ESMTP\r\n"), LoadFault::Malformed);
        row("128 KiB of headers", hugeHeader, LoadFault::HeaderSize);
        row("an endless body", endless, LoadFault::BodySize);
        row("no answer", never(), LoadFault::Timeout);
    }
    void each_failure_is_counted_by_its_cause()
    {
        QFETCH(HttpReply, reply);
        QFETCH(int, fault);
        ScriptedHttpServer server([&](const QByteArray&, int) { return reply; });
        LoadPlan plan = planFor(server.port());
        plan.rate = 20;
        plan.mostInFlight = 50;
        plan.mostBodyBytes = 1'000'000;
        QElapsedTimer timer;
        timer.start();
        AWB_CURL(result, plan);
        QVERIFY(timer.elapsed() < 5000);
        const RequestTally& counts = result->total.requests[0];
        QVERIFY(counts.scheduled > 5);
        QCOMPARE(counts.fault(static_cast<LoadFault>(fault)), counts.scheduled);
        QCOMPARE(counts.failures(), counts.scheduled);
        QCOMPARE(counts.ok, 0);
        const bool isTimeout = static_cast<LoadFault>(fault) == LoadFault::Timeout;
        QCOMPARE(counts.response.count(), isTimeout ? counts.scheduled : 0);
    }

    void goaway_in_the_middle_loses_nothing()
    {
        PrivateNginx nginx(QStringLiteral("keepalive_requests 20;"), PrivateNginx::Tls::Http2);
        AWB_FRONT(nginx);
        LoadPlan plan = planFor(nginx.tlsPort());
        plan.tls = LoadTls{QStringLiteral("localhost"), nginx.certificates().caFile(), {}, {}, {}};
        plan.rate = 400;
        plan.timeout = 5s;
        AWB_CURL(result, plan);
        const RequestTally& counts = result->total.requests[0];
        QVERIFY2(counts.ok == counts.scheduled, qPrintable(result->faults.join(QLatin1Char(' '))));
        QVERIFY(result->total.opened >= counts.ok / 20 - 1);
        QCOMPARE(answersIn(counts, HttpVersion::Http2), counts.answered);
    }

    void a_reset_connection_fails_what_was_on_it_only()
    {
        Http2Front front([](const QByteArray&, int) { return HttpReply::ok(QByteArray(2000, 'x')); });
        AWB_FRONT(front);
        CutRelay relay(front.nginx().tlsPort(), 60'000); // after some 25 answers, in the middle of one
        LoadPlan plan = front.plan("/app");
        plan.port = relay.port();
        AWB_CURL(result, plan);
        const RequestTally& counts = result->total.requests[0];
        QVERIFY(relay.cuts() > 3);
        QVERIFY(counts.fault(LoadFault::Reset) > 0);
        QCOMPARE(counts.failures(), counts.fault(LoadFault::Reset));
        QCOMPARE(counts.ok + counts.failures(), counts.scheduled);
        QVERIFY(counts.ok > counts.scheduled / 2);
    }

    void a_target_that_goes_away_is_counted_to_the_end()
    {
        PrivateNginx nginx({}, PrivateNginx::Tls::Http2);
        AWB_FRONT(nginx);
        LoadPlan plan = planFor(nginx.tlsPort());
        plan.tls = LoadTls{QStringLiteral("localhost"), nginx.certificates().caFile(), {}, {}, {}};
        plan.duration = 2s;
        bool gone = false;
        const auto result = runCurl(plan, [&](const LoadProgress& progress) {
            if (!gone && progress.elapsedS > 0.7) {
                gone = true;
                nginx.stop();
            }
        });
        QVERIFY(result);
        const RequestTally& counts = result->total.requests[0];
        QCOMPARE(result->stop, LoadStop::Over);
        QVERIFY(counts.ok > 50);
        QVERIFY(counts.fault(LoadFault::Refused) > 50);
        QCOMPARE(counts.ok + counts.failures(), counts.scheduled);
    }

    void nobody_there_is_said_at_once()
    {
        LoadPlan plan = planFor(freePort());
        const auto result = runCurl(plan);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Unreachable);
        QVERIFY2(result.error().message.contains(QLatin1String("refused"), Qt::CaseInsensitive),
                 qPrintable(result.error().message));
    }

    void a_limiter_ends_that_kind_of_request_data()
    {
        QTest::addColumn<HttpReply>("reply");
        QTest::addColumn<bool>("limited");
        QTest::newRow("429") << HttpReply::status(429) << true;
        QTest::newRow("503 with Retry-After") << HttpReply::status(503, "Retry-After: 0\r\n") << true;
        QTest::newRow("503 alone is an error like others") << HttpReply::status(503) << false;
    }
    void a_limiter_ends_that_kind_of_request()
    {
        QFETCH(HttpReply, reply);
        QFETCH(bool, limited);
        Http2Front front([&](const QByteArray&, int) { return reply; });
        AWB_FRONT(front);
        LoadPlan plan = front.plan("/");
        plan.requests = {requestOf("GET", "/"), requestOf("GET", "/app")};
        AWB_CURL(result, plan);
        QCOMPARE(result->total.requests[1].limited, limited);
        QVERIFY(!result->total.requests[0].limited);
        QVERIFY(result->total.requests[0].ok > 50);
        const quint64 sent = result->total.requests[1].sent;
        QVERIFY2(limited ? sent < 10 : sent > 50, qPrintable(QString::number(sent)));
    }

    void an_unsafe_target_ends_the_run()
    {
        std::atomic<int> number{0};
        Http2Front front(
            [&](const QByteArray&, int) { return HttpReply::status(++number % 2 == 0 ? 500 : 200); });
        AWB_FRONT(front);
        LoadPlan plan = front.plan("/app");
        plan.unsafeShare = 0.2;
        plan.duration = 30s;
        QElapsedTimer timer;
        timer.start();
        AWB_CURL(result, plan);
        QVERIFY(timer.elapsed() < 10000);
        QCOMPARE(result->stop, LoadStop::Unsafe);
    }

    void a_write_is_never_repeated()
    {
        // answers once, then closes at the next request without a byte: as a server's idle timeout looks
        QAtomicInt posts;
        ScriptedHttpServer server([&](const QByteArray& request, int before) {
            posts += request.startsWith("POST") ? 1 : 0;
            return before == 0 ? HttpReply::ok() : HttpReply::of({}, HttpReply::End::Close);
        });
        LoadPlan plan = planFor(server.port());
        plan.rate = 50;
        AWB_CURL(reads, plan);
        // five times at most: what libcurl finds may be as stale as the last
        QVERIFY(reads->total.requests[0].ok > reads->total.requests[0].scheduled * 3 / 4);
        QVERIFY(static_cast<quint64>(server.requests()) > reads->total.requests[0].sent);
        plan.requests[0].bytes = "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\n{}";
        plan.requests[0].isSafe = false;
        AWB_CURL(writes, plan);
        QVERIFY(writes->total.requests[0].fault(LoadFault::Reset) > 5);
        QCOMPARE(static_cast<quint64>(posts), writes->total.requests[0].sent);
    }

    void certificates_are_verified_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("says"); // a pattern; empty: it works
        QTest::newRow("a good one") << QStringLiteral("good") << QString();
        QTest::newRow("a good one by address") << QStringLiteral("address") << QString();
        QTest::newRow("another authority") << QStringLiteral("other") << QStringLiteral("certificate");
        QTest::newRow("the system's authorities")
            << QStringLiteral("system") << QStringLiteral("certificate");
        QTest::newRow("another name") << QStringLiteral("name") << QStringLiteral("host name");
        QTest::newRow("an expired one") << QStringLiteral("expired") << QStringLiteral("expired");
        QTest::newRow("the pinned key") << QStringLiteral("pin") << QString();
        QTest::newRow("another key than the pinned one")
            << QStringLiteral("wrong pin") << QStringLiteral("tls:");
        // with TLS 1.3 the server refuses after the handshake: its alert and its reset race
        QTest::newRow("no client certificate")
            << QStringLiteral("no client") << QStringLiteral("certificate|reset");
        QTest::newRow("a client certificate") << QStringLiteral("client") << QString();
    }
    void certificates_are_verified()
    {
        QFETCH(QString, kind);
        QFETCH(QString, says);
        const bool expired = kind == QLatin1String("expired");
        ScriptedHttpServer::Options options;
        options.certificate = expired ? certificates_->leafCertificate(QStringLiteral("expired"))
                                      : certificates_->serverCertificate();
        options.key =
            expired ? certificates_->leafKey(QStringLiteral("expired")) : certificates_->serverKey();
        if (kind.contains(QLatin1String("client")))
            options.clientCa = certificates_->caFile();
        ScriptedHttpServer server([](const QByteArray&, int) { return HttpReply::ok(); }, options);
        QVERIFY2(server.error().isEmpty(), qPrintable(server.error()));
        LoadPlan plan = planFor(server.port());
        plan.rate = 50;
        plan.timeout = 3s;
        plan.tls = LoadTls{QStringLiteral("localhost"), certificates_->caFile(), {}, {}, {}};
        if (kind == QLatin1String("address"))
            plan.tls->serverName = QStringLiteral("127.0.0.1");
        else if (kind == QLatin1String("other"))
            plan.tls->caFile = certificates_->otherCaFile();
        else if (kind == QLatin1String("system"))
            plan.tls->caFile.clear();
        else if (kind == QLatin1String("name"))
            plan.tls->serverName = QStringLiteral("shop.example");
        else if (kind == QLatin1String("pin"))
            plan.tls = LoadTls{
                QStringLiteral("shop.example"), {}, pinOf(certificates_->serverCertificate()), {}, {}};
        else if (kind == QLatin1String("wrong pin"))
            plan.tls->pin = pinOf(certificates_->clientCertificate());
        else if (kind == QLatin1String("client")) {
            plan.tls->certificateFile = certificates_->clientCertificate();
            plan.tls->keyFile = certificates_->clientKey();
        }
        const auto result = runCurl(plan);
        if (says.isEmpty()) {
            QVERIFY2(result.has_value(), result ? "" : qPrintable(result.error().message));
            QVERIFY(result->total.requests[0].ok > 25);
            QCOMPARE(result->total.requests[0].ok, result->total.requests[0].scheduled);
            return;
        }
        QVERIFY(!result || result->total.requests[0].ok == 0);
        const QString said = result ? result->faults.join(QLatin1Char(' ')) : result.error().message;
        QVERIFY2(said.contains(QRegularExpression(says, QRegularExpression::CaseInsensitiveOption)),
                 qPrintable(said));
    }

    void load_goes_through_a_socks_proxy_data()
    {
        QTest::addColumn<QByteArray>("user");
        QTest::newRow("without a login") << QByteArray();
        QTest::newRow("with a login") << QByteArray("auditor");
    }
    void load_goes_through_a_socks_proxy()
    {
        QFETCH(QByteArray, user);
        PrivateNginx nginx({}, PrivateNginx::Tls::Http2);
        AWB_FRONT(nginx);
        const SocksProxy proxy(nginx.tlsPort(), user, user.isEmpty() ? QByteArray() : QByteArray("pass"));
        LoadPlan plan = planFor(443);
        plan.host = QStringLiteral("localhost"); // which the proxy resolves, and leads to nginx
        plan.tls = LoadTls{plan.host, nginx.certificates().caFile(), {}, {}, {}};
        plan.proxy =
            LoadProxy{QStringLiteral("127.0.0.1"), proxy.port(),
                      user.isEmpty() ? QByteArray() : "Basic " + QByteArray(user + ":pass").toBase64(),
                      QStringLiteral("socks5h")};
        plan.timeout = 5s;
        AWB_CURL(result, plan);
        const RequestTally& counts = result->total.requests[0];
        QVERIFY(counts.scheduled > 100);
        QCOMPARE(counts.ok, counts.scheduled);
        QCOMPARE(answersIn(counts, HttpVersion::Http2), counts.answered);
        QCOMPARE(proxy.asked(), QSet<QByteArray>{"localhost:443"});
        if (user.isEmpty())
            return;
        plan.proxy->authorization = "Basic " + QByteArray(user + ":wrong").toBase64();
        const auto refused = runCurl(plan);
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(QLatin1String("proxy")),
                 qPrintable(refused.error().message));
        QVERIFY(!refused.error().message.contains(QLatin1String("wrong")));
    }

    void a_proxy_that_refuses_is_said()
    {
        QByteArray seen;
        ScriptedHttpServer proxy([&](const QByteArray& request, int) {
            seen = request;
            return HttpReply::status(407);
        });
        LoadPlan plan = planFor(443);
        plan.host = QStringLiteral("shop.example");
        plan.tls = LoadTls{QStringLiteral("shop.example"), {}, {}, {}, {}};
        plan.proxy = LoadProxy{QStringLiteral("127.0.0.1"), proxy.port(), "Basic YTpi"};
        const auto result = runCurl(plan);
        QVERIFY(!result);
        QVERIFY2(result.error().message.contains(QLatin1String("407")), qPrintable(result.error().message));
        QVERIFY(seen.startsWith("CONNECT shop.example:443 HTTP/1.1\r\nHost: shop.example:443\r\n"));
        QVERIFY(seen.contains("Proxy-Authorization: Basic YTpi\r\n"));
        QVERIFY(!result.error().message.contains(QLatin1String("YTpi")));
    }

    void what_cannot_be_sent_is_refused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no request") << QByteArray("hello");
        QTest::newRow("another version") << QByteArray("GET / HTTP/1.0\r\n\r\n");
        QTest::newRow("a line without a colon") << QByteArray("GET / HTTP/1.1\r\nHost\r\n\r\n");
        QTest::newRow("a coded body")
            << QByteArray("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    }
    void what_cannot_be_sent_is_refused()
    {
        QFETCH(QByteArray, bytes);
        ScriptedHttpServer server([](const QByteArray&, int) { return HttpReply::ok(); });
        LoadPlan plan = planFor(server.port());
        plan.requests[0].bytes = bytes;
        const auto result = runCurl(plan);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Usage);
        QCOMPARE(server.requests(), 0);
    }
};

Q_DECLARE_METATYPE(awb::test::HttpReply)

QTEST_GUILESS_MAIN(TestCurlFaults)
#include "tst_curl_faults.moc"
