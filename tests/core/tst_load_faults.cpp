// What a hostile or broken server may do to a run: it ends in bounded time, every failure is counted by its
// cause, and none of it reads as a fast answer.

#include "tests/core/load_world.h"
#include "tests/support/private_certificates.h"

#include <QElapsedTimer>
#include <QProcess>

using namespace awb;
using namespace awb::test;
using namespace std::chrono_literals;

namespace
{

using End = HttpReply::End;

HttpReply piecewise(const QByteArrayList& pieces, int pauseMs, End end = End::Keep)
{
    HttpReply reply;
    reply.pieces = pieces;
    reply.pauseMs = pauseMs;
    reply.end = end;
    return reply;
}

const QByteArray okHead = QByteArrayLiteral("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n");

LoadTls tlsFor(const PrivateCertificates& certificates)
{
    return {QStringLiteral("localhost"), certificates.caFile(), {}, {}, {}};
}

} // namespace

class TestLoadFaults : public QObject
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

    void each_failure_is_counted_by_its_cause_data()
    {
        QTest::addColumn<HttpReply>("reply");
        QTest::addColumn<int>("fault");
        const auto row = [](const char* name, const HttpReply& reply, LoadFault fault) {
            QTest::newRow(name) << reply << static_cast<int>(fault);
        };
        HttpReply endless = HttpReply::of("HTTP/1.1 200 OK\r\n\r\n");
        endless.endless = qint64{1} << 40;
        HttpReply hugeHeader = HttpReply::of("HTTP/1.1 200 OK\r\nX: ");
        hugeHeader.endless = 64 * 1024 * 1024;
        HttpReply never;
        never.delayMs = 100000;
        row("reset in the middle of the body", HttpReply::of(okHead + "12345", End::Reset), LoadFault::Reset);
        row("closed in the middle of the body", HttpReply::of(okHead + "12345", End::Close),
            LoadFault::Reset);
        row("closed at once", HttpReply::of({}, End::Close), LoadFault::Reset);
        row("an invalid chunk", HttpReply::of("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"),
            LoadFault::Malformed);
        row("another protocol", HttpReply::of("220 mail.example ESMTP\r\n"), LoadFault::Malformed);
        row("a header of 64 MB", hugeHeader, LoadFault::HeaderSize);
        row("slow headers", piecewise(QByteArrayList(200, "X"), 20), LoadFault::Timeout);
        row("an endless body", endless, LoadFault::BodySize);
        row("no answer", never, LoadFault::Timeout);
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
        AWB_RUN(result, plan);
        QVERIFY(timer.elapsed() < 5000);
        const RequestTally& counts = result->total.requests[0];
        QVERIFY(counts.scheduled > 5);
        QCOMPARE(counts.fault(static_cast<LoadFault>(fault)), counts.scheduled);
        QCOMPARE(counts.failures(), counts.scheduled);
        QCOMPARE(counts.ok, 0);
        // slow is never better than slowest: what was given up counts with the time it took
        const bool isTimeout = static_cast<LoadFault>(fault) == LoadFault::Timeout;
        QCOMPARE(counts.response.count(), isTimeout ? counts.scheduled : 0);
        QVERIFY(!isTimeout || counts.response.min() >= 500'000);
    }

    void odd_answers_are_read_data()
    {
        QTest::addColumn<HttpReply>("reply");
        QTest::addColumn<QByteArray>("method");
        QTest::newRow("chunked, in pieces")
            << piecewise(
                   {"HTTP/1.1 200 OK\r\nTransfer-Enc", "oding: chunked\r\n\r\n4\r\nab", "cd\r\n0\r\n\r\n"}, 5)
            << QByteArray("GET");
        QTest::newRow("after 100 and 103")
            << HttpReply::of("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\n" + okHead +
                             "0123456789")
            << QByteArray("GET");
        QTest::newRow("HEAD with a length") << HttpReply::of(okHead) << QByteArray("HEAD");
        QTest::newRow("204") << HttpReply::of("HTTP/1.1 204 No Content\r\n\r\n") << QByteArray("GET");
        QTest::newRow("until the connection closes")
            << HttpReply::of("HTTP/1.1 200 OK\r\n\r\nsome text", End::Close) << QByteArray("GET");
        QTest::newRow("Connection: close")
            << HttpReply::of("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n", End::Close)
            << QByteArray("GET");
        QTest::newRow("closed after each without saying so")
            << HttpReply::of(okHead + "0123456789", End::Close) << QByteArray("GET");
    }
    void odd_answers_are_read()
    {
        QFETCH(HttpReply, reply);
        QFETCH(QByteArray, method);
        ScriptedHttpServer server([&](const QByteArray&, int) { return reply; });
        LoadPlan plan = planFor(server.port());
        plan.requests = {requestOf(method, "/")};
        plan.rate = 50;
        AWB_RUN(result, plan);
        const RequestTally& counts = result->total.requests[0];
        QVERIFY(counts.scheduled > 25);
        QCOMPARE(counts.ok, counts.scheduled);
        QCOMPARE(counts.failures(), 0);
    }

    void other_statuses_are_kept_out_of_the_verdict()
    {
        ScriptedHttpServer server([](const QByteArray& request, int) {
            return request.contains("/missing") ? HttpReply::status(404) : HttpReply::ok();
        });
        LoadPlan plan = planFor(server.port());
        plan.requests = {requestOf("GET", "/"), requestOf("GET", "/missing")};
        AWB_RUN(result, plan);
        const RequestTally& missing = result->total.requests[1];
        QVERIFY(missing.answered > 20);
        QCOMPARE(missing.ok, 0);
        QVERIFY(missing.response.isEmpty());
        QCOMPARE(missing.statuses, (std::vector<std::pair<int, quint64>>{{404, missing.answered}}));
    }

    void a_limiter_ends_that_kind_of_request_data()
    {
        QTest::addColumn<HttpReply>("reply");
        QTest::addColumn<bool>("limited");
        QTest::newRow("429") << HttpReply::status(429) << true;
        QTest::newRow("503 with Retry-After") << HttpReply::status(503, "Retry-After: 9\r\n") << true;
        QTest::newRow("503 alone is an error like others") << HttpReply::status(503) << false;
    }
    void a_limiter_ends_that_kind_of_request()
    {
        QFETCH(HttpReply, reply);
        QFETCH(bool, limited);
        ScriptedHttpServer server([&](const QByteArray& request, int) {
            return request.contains("/limited") ? reply : HttpReply::ok();
        });
        LoadPlan plan = planFor(server.port());
        plan.requests = {requestOf("GET", "/"), requestOf("GET", "/limited")};
        AWB_RUN(result, plan);
        QCOMPARE(result->total.requests[1].limited, limited);
        QVERIFY(!result->total.requests[0].limited);
        QVERIFY(result->total.requests[0].ok > 50);
        const quint64 sent = result->total.requests[1].sent;
        QVERIFY2(limited ? sent < 10 : sent > 50, qPrintable(QString::number(sent)));
    }

    void an_unsafe_target_ends_the_run()
    {
        ScriptedHttpServer server(
            [](const QByteArray&, int before) { return HttpReply::status(before % 2 == 0 ? 500 : 200); });
        LoadPlan plan = planFor(server.port());
        plan.unsafeShare = 0.2;
        plan.duration = 30s;
        QElapsedTimer timer;
        timer.start();
        AWB_RUN(result, plan);
        QVERIFY(timer.elapsed() < 10000);
        QCOMPARE(result->stop, LoadStop::Unsafe);
    }

    void an_idle_connection_that_was_closed_is_no_error()
    {
        // answers once, then closes at the next request without a byte: what a server's idle timeout looks
        // like
        ScriptedHttpServer server([](const QByteArray&, int before) {
            return before == 0 ? HttpReply::ok() : HttpReply::of({}, End::Close);
        });
        LoadPlan plan = planFor(server.port());
        plan.rate = 50;
        AWB_RUN(result, plan);
        const RequestTally& counts = result->total.requests[0];
        QVERIFY(counts.staleReuse > 5);
        QCOMPARE(counts.ok, counts.scheduled);
        plan.requests = {requestOf("POST", "/")}; // may have been carried out: never repeated
        AWB_RUN(writes, plan);
        QCOMPARE(writes->total.requests[0].staleReuse, 0);
        QVERIFY(writes->total.requests[0].fault(LoadFault::Reset) > 5);
    }

    void nobody_there_is_said_at_once_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("says");
        QTest::newRow("a closed port") << QStringLiteral("127.0.0.1") << QStringLiteral("refused");
        QTest::newRow("a name that does not exist")
            << QStringLiteral("nobody.invalid") << QStringLiteral("not resolved");
    }
    void nobody_there_is_said_at_once()
    {
        QFETCH(QString, host);
        QFETCH(QString, says);
        quint16 port = 0;
        {
            ScriptedHttpServer gone([](const QByteArray&, int) { return HttpReply::ok(); });
            port = gone.port();
        }
        LoadPlan plan = planFor(port);
        plan.host = host;
        const auto result = runPlan(plan);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Unreachable);
        QVERIFY2(result.error().message.contains(says, Qt::CaseInsensitive),
                 qPrintable(result.error().message));
    }

    void ipv6_and_names_with_two_addresses_work()
    {
        ScriptedHttpServer::Options options;
        options.ipv6 = true;
        ScriptedHttpServer server([](const QByteArray&, int) { return HttpReply::ok(); }, options);
        if (!server.error().isEmpty())
            QSKIP("no IPv6 loopback here");
        LoadPlan plan = planFor(server.port());
        plan.host = QStringLiteral("::1");
        AWB_RUN(result, plan);
        QCOMPARE(result->total.requests[0].ok, result->total.requests[0].scheduled);
        QCOMPARE(result->addresses, QStringList{QStringLiteral("[::1]:%1").arg(server.port())});
    }

    void certificates_are_verified_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("says"); // empty: it works
        QTest::newRow("a good one") << QStringLiteral("good") << QString();
        QTest::newRow("a good one by address") << QStringLiteral("address") << QString();
        QTest::newRow("another authority")
            << QStringLiteral("other") << QStringLiteral("certificate is not accepted");
        QTest::newRow("the system's authorities")
            << QStringLiteral("system") << QStringLiteral("certificate is not accepted");
        QTest::newRow("another name") << QStringLiteral("name") << QStringLiteral("hostname mismatch");
        QTest::newRow("an expired one") << QStringLiteral("expired") << QStringLiteral("expired");
        QTest::newRow("the pinned key") << QStringLiteral("pin") << QString();
        QTest::newRow("another key than the pinned one")
            << QStringLiteral("wrong pin") << QStringLiteral("pinned");
        QTest::newRow("no client certificate") << QStringLiteral("no client") << QStringLiteral("tls");
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
        plan.tls = tlsFor(*certificates_);
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
        const auto result = runPlan(plan);
        if (says.isEmpty()) {
            QVERIFY2(result.has_value(), result ? "" : qPrintable(result.error().message));
            QVERIFY(result->total.requests[0].ok > 25);
            QCOMPARE(result->total.requests[0].ok, result->total.requests[0].scheduled);
            return;
        }
        // with TLS 1.3 a client learns only afterwards that its certificate is missing
        const QString said =
            result ? result->faults.join(QLatin1Char(' ')) +
                         (result->total.requests[0].ok == 0 ? QStringLiteral(" tls") : QString())
                   : result.error().message;
        QVERIFY2(said.contains(says, Qt::CaseInsensitive), qPrintable(said));
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
        plan.proxy = LoadProxy{QStringLiteral("127.0.0.1"), proxy.port(), QByteArrayLiteral("Basic YTpi")};
        const auto result = runPlan(plan);
        QVERIFY(!result);
        QVERIFY2(result.error().message.contains(QLatin1String("407")), qPrintable(result.error().message));
        QVERIFY(seen.startsWith("CONNECT shop.example:443 HTTP/1.1\r\nHost: shop.example:443\r\n"));
        QVERIFY(seen.contains("Proxy-Authorization: Basic YTpi\r\n"));
        QVERIFY(!result.error().message.contains(QLatin1String("YTpi")));
    }

private:
    static QString pinOf(const QString& certificate)
    {
        QProcess openssl;
        openssl.start(
            QStringLiteral("sh"),
            {QStringLiteral("-c"),
             QStringLiteral("openssl x509 -pubkey -noout -in '%1' | openssl pkey -pubin -outform der | "
                            "openssl dgst -sha256 -binary | openssl base64 -A")
                 .arg(certificate)});
        openssl.waitForFinished();
        return QStringLiteral("sha256/") + QString::fromLatin1(openssl.readAllStandardOutput());
    }
};

Q_DECLARE_METATYPE(awb::test::HttpReply)

QTEST_GUILESS_MAIN(TestLoadFaults)
#include "tst_load_faults.moc"
