// The libcurl engine against a real nginx: what it speaks, and that its numbers are the server's.

#include "core/probe/load/engine_choice.h"
#include "core/probe/load/latency_facts.h"
#include "core/target/target_profile.h"
#include "tests/core/curl_world.h"

#include <QElapsedTimer>

using namespace awb;
using namespace awb::test;
using namespace std::chrono_literals;

namespace
{

HttpReply after(int ms)
{
    HttpReply reply = HttpReply::ok();
    reply.delayMs = ms;
    return reply;
}

double msAt(const LatencyHistogram& histogram, double quantile)
{
    return static_cast<double>(histogram.quantile(quantile)) / 1000;
}

} // namespace

class TestCurlLoad : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void the_protocol_that_is_spoken_is_said_data()
    {
        QTest::addColumn<bool>("tls");
        QTest::addColumn<bool>("http2");
        QTest::addColumn<QString>("protocol");
        QTest::newRow("a server with HTTP/2") << true << true << QStringLiteral("HTTP/2");
        QTest::newRow("a server without it") << true << false << QStringLiteral("HTTP/1.1");
        QTest::newRow("in plain") << false << false << QStringLiteral("HTTP/1.1");
    }
    void the_protocol_that_is_spoken_is_said()
    {
        QFETCH(bool, tls);
        QFETCH(bool, http2);
        QFETCH(QString, protocol);
        PrivateNginx nginx({}, http2 ? PrivateNginx::Tls::Http2 : PrivateNginx::Tls::Http11);
        AWB_FRONT(nginx);
        LoadPlan plan = planFor(tls ? nginx.tlsPort() : nginx.port());
        if (tls)
            plan.tls = LoadTls{QStringLiteral("localhost"), nginx.certificates().caFile(), {}, {}, {}};
        AWB_CURL(result, plan);
        const RequestTally& counts = result->total.requests[0];
        QVERIFY(counts.scheduled > 100);
        QCOMPARE(counts.ok, counts.scheduled);
        QCOMPARE(answersIn(counts, http2 ? HttpVersion::Http2 : HttpVersion::Http11), counts.answered);
        EndpointLatency endpoint;
        endpoint.name = QStringLiteral("GET /");
        endpoint.runs = {runToJson(*result, 0, 1)};
        Facts facts;
        describeLatency(facts, {endpoint});
        QCOMPARE(facts.tables.size(), 2);
        QCOMPARE(facts.tables[1].title.text(),
                 QStringLiteral("%1 in %2 of %2 answers").arg(protocol).arg(counts.answered));
        QCOMPARE(facts.tables[1].rows,
                 (QVector<QVector<QJsonValue>>{{protocol, static_cast<qint64>(counts.answered)}}));
    }

    void the_profile_chooses_it()
    {
        const auto engine = chooseLoadEngine(QStringLiteral("curl"), {});
        QVERIFY(engine.has_value());
        QCOMPARE((*engine)->info().id, QStringLiteral("curl"));
        QVERIFY2((*engine)->info().name.startsWith(QLatin1String("libcurl ")),
                 qPrintable((*engine)->info().name));
        QVERIFY(loadEngineWords().contains(QLatin1String("curl")));
    }

    void an_open_loop_sends_at_its_rate_and_counts_everything()
    {
        Http2Front front([](const QByteArray&, int) { return HttpReply::ok(); });
        AWB_FRONT(front);
        LoadPlan plan = front.plan("/app");
        plan.warmUp = 300ms;
        AWB_CURL(result, plan);
        const RequestTally& counts = result->total.requests[0];
        QVERIFY2(counts.scheduled > 150 && counts.scheduled < 260,
                 qPrintable(QString::number(counts.scheduled)));
        QCOMPARE(counts.ok, counts.scheduled);
        QCOMPARE(counts.response.count(), counts.ok);
        QCOMPARE(counts.service.count(), counts.ok);
        QCOMPARE(counts.bytes, 2 * counts.ok);
        QCOMPARE(counts.failures(), 0);
        QCOMPARE(static_cast<quint64>(front.app().requests()), counts.sent);
        QCOMPARE(result->stop, LoadStop::Over);
        QCOMPARE(result->total.schedulerLag.count() + result->total.queueLag.count(), counts.scheduled);
        QCOMPARE(result->series[0].slices.size(), 1);
        QCOMPARE(static_cast<quint64>(result->series[0].slices[0].n), counts.scheduled);
        QCOMPARE(result->addresses, QStringList{QStringLiteral("127.0.0.1:%1").arg(plan.port)});
    }

    void streams_share_a_connection()
    {
        Http2Front front([](const QByteArray&, int) { return after(100); });
        AWB_FRONT(front);
        AWB_CURL(result, front.plan("/app")); // twenty are under way at a time
        QCOMPARE(result->total.opened, 0);    // the one of before the start
        QCOMPARE(result->total.requests[0].ok, result->total.requests[0].scheduled);
        QVERIFY(msAt(result->total.requests[0].response, 0.5) < 180);
    }

    void the_numbers_are_the_servers()
    {
        std::mutex mutex;
        LatencyHistogram truth; // what a request takes behind nginx
        std::atomic<int> number{0};
        Http2Front front([&](const QByteArray&, int) {
            const int ms = ++number % 50 == 0 ? 60 : 5;
            const std::scoped_lock lock(mutex);
            truth.record(static_cast<quint64>(ms) * 1000);
            return after(ms);
        });
        AWB_FRONT(front);
        LoadPlan plan = front.plan("/app");
        plan.duration = 3s;
        AWB_CURL(result, plan);
        const LatencyHistogram& found = result->total.requests[0].response;
        QVERIFY(found.count() > 500);
        for (const double quantile : {0.5, 0.99}) {
            const double off = msAt(found, quantile) - msAt(truth, quantile);
            QVERIFY2(off >= 0 && off < 20, qPrintable(QString::number(off)));
        }
        QVERIFY(result->total.schedulerLag.quantile(0.5) < 5000);
    }

    // 1.3: a closed loop and a server's own clock cannot see this
    void a_stall_of_a_second_counts_from_the_intended_start()
    {
        std::atomic<bool> stalled{false};
        std::mutex one; // a server that handles one request at a time
        std::atomic<int> number{0};
        Http2Front front([&](const QByteArray&, int) {
            const std::scoped_lock lock(one);
            if (++number > 100 && !stalled.exchange(true))
                std::this_thread::sleep_for(1s);
            return HttpReply::ok();
        });
        AWB_FRONT(front);
        LoadPlan plan = front.plan("/app");
        plan.duration = 4s;
        AWB_CURL(result, plan);
        const RequestTally& counts = result->total.requests[0];
        QCOMPARE(counts.response.count(), counts.scheduled);
        // a quarter of the arrivals waits 1 … 0 s: its quantiles are a line, 0.96 s at the 99th of all, 0.6 s
        // at the 90th; later by what this server takes for those that have queued, seconds on a busy machine
        const double p99 = msAt(counts.response, 0.99);
        QVERIFY2(p99 > 850 && p99 < 4000, qPrintable(QString::number(p99)));
        const double p90 = msAt(counts.response, 0.9);
        QVERIFY2(p90 > 450 && p90 < 4000, qPrintable(QString::number(p90)));
    }

    void waiting_for_a_stream_is_told_from_lag_of_our_own()
    {
        Http2Front front([](const QByteArray&, int) { return after(50); });
        AWB_FRONT(front);
        LoadPlan plan = front.plan("/app");
        plan.connections = 2;
        plan.mostInFlight = 2; // 40/s of 200/s
        plan.timeout = 20s;
        AWB_CURL(result, plan);
        QVERIFY(result->total.queueLag.count() > result->total.schedulerLag.count());
        QVERIFY(result->total.queueLag.quantile(0.9) > 200'000);
        QVERIFY(result->total.schedulerLag.quantile(0.5) < 50'000);
        QVERIFY(result->total.requests[0].sentInTime < result->total.requests[0].scheduled);
    }

    void a_closed_loop_keeps_its_users_busy()
    {
        Http2Front front([](const QByteArray&, int) { return after(20); });
        AWB_FRONT(front);
        LoadPlan plan = front.plan("/app");
        plan.arrivals = ArrivalKind::ClosedLoop;
        plan.connections = 4;
        AWB_CURL(result, plan);
        QVERIFY(!result->mayPass);
        const RequestTally& counts = result->total.requests[0];
        QVERIFY2(counts.ok > 60 && counts.ok <= 204, qPrintable(QString::number(counts.ok)));
        QVERIFY(counts.response.quantile(0.5) >= 19'000);
        QCOMPARE(result->total.opened, 0); // four users, one connection
    }

    void a_mix_over_two_threads_keeps_its_kinds_apart()
    {
        Http2Front front([](const QByteArray&, int) { return HttpReply::ok(); });
        AWB_FRONT(front);
        LoadPlan plan = front.plan("/");
        plan.requests = {requestOf("GET", "/"), requestOf("HEAD", "/"), requestOf("GET", "/app")};
        plan.requests[0].weight = 2;
        plan.rate = 400;
        plan.threads = 2;
        AWB_CURL(result, plan);
        const auto& kinds = result->total.requests;
        QVERIFY(kinds[0].scheduled > kinds[1].scheduled + 40);
        for (const RequestTally& kind : kinds)
            QCOMPARE(kind.ok, kind.scheduled);
        QCOMPARE(kinds[0].bytes, 60 * kinds[0].ok);
        QCOMPARE(kinds[1].bytes, 0);
        QCOMPARE(kinds[2].bytes, 2 * kinds[2].ok);
    }

    void method_headers_body_and_uuid_arrive_as_planned()
    {
        std::mutex mutex;
        QVector<QByteArray> seen;
        Http2Front front([&](const QByteArray& request, int) {
            const std::scoped_lock lock(mutex);
            seen.append(request);
            return HttpReply::ok();
        });
        AWB_FRONT(front);
        LoadPlan plan = front.plan("/app");
        LoadRequest& request = plan.requests[0];
        request.bytes = "PUT /app/x%20y?a=b%2Fc HTTP/1.1\r\nHost: shop.example\r\nAuthorization: Bearer t\r\n"
                        "X-Empty: \r\nContent-Type: application/json\r\nIdempotency-Key: ";
        request.uuidAt = request.bytes.size();
        request.bytes += QByteArray(36, '0') + "\r\nContent-Length: 7\r\n\r\n{\"a\":1}";
        request.isSafe = false;
        request.most = 20;
        AWB_CURL(result, plan);
        QCOMPARE(seen.size(), 20);
        QCOMPARE(result->total.requests[0].ok, 20);
        QSet<QByteArray> keys;
        static const QRegularExpression key(
            QStringLiteral(
                "Idempotency-Key: ([0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})\r"),
            QRegularExpression::CaseInsensitiveOption);
        for (const QByteArray& one : std::as_const(seen)) {
            QVERIFY2(one.startsWith("PUT /app/x%20y?a=b%2Fc HTTP/1."), one.constData());
            QVERIFY2(one.endsWith("\r\n\r\n{\"a\":1}"), one.constData());
            const QByteArray lower = one.toLower();
            QVERIFY(lower.contains("\r\nauthorization: bearer t\r\n"));
            QVERIFY(lower.contains("\r\ncontent-type: application/json\r\n"));
            QVERIFY(!lower.contains("expect:") && !lower.contains("x-www-form"));
            keys.insert(key.match(QString::fromLatin1(one)).captured(1).toLatin1());
        }
        QCOMPARE(keys.size(), 20);
        QVERIFY(!keys.contains(QByteArray()));
    }

    void progress_comes_ten_times_a_second()
    {
        PrivateNginx nginx({}, PrivateNginx::Tls::Http2);
        AWB_FRONT(nginx);
        int calls = 0;
        quint64 sum = 0;
        const auto result = runCurl(planFor(nginx.port()), [&](const LoadProgress& progress) {
            ++calls;
            sum += progress.interval.requests[0].ok;
        });
        QVERIFY(result);
        QVERIFY2(calls >= 4, qPrintable(QString::number(calls)));
        QCOMPARE(sum, result->total.requests[0].ok);
    }

    void a_stop_ends_within_a_tenth_of_a_second()
    {
        Http2Front front([](const QByteArray&, int) { return after(2000); });
        AWB_FRONT(front);
        LoadPlan plan = front.plan("/app");
        plan.requests[0].isSafe = false; // so that nothing is tried before the start
        plan.duration = 30s;
        plan.timeout = 20s;
        std::stop_source stop;
        QElapsedTimer asked;
        std::jthread later([&] {
            std::this_thread::sleep_for(500ms);
            asked.start();
            stop.request_stop();
        });
        const auto result = runCurl(plan, {}, stop.get_token());
        const qint64 took = asked.elapsed();
        QVERIFY2(took < 100, qPrintable(QString::number(took)));
        QVERIFY(result);
        QCOMPARE(result->stop, LoadStop::Cancelled);
        QVERIFY(result->total.requests[0].sent > 20);
    }

    void caps_end_a_run_data()
    {
        QTest::addColumn<QString>("cap");
        for (const char* cap : {"requests", "kind", "bytes"})
            QTest::newRow(cap) << QString::fromLatin1(cap);
    }
    void caps_end_a_run()
    {
        QFETCH(QString, cap);
        Http2Front front([](const QByteArray&, int) { return HttpReply::ok(QByteArray(1000, 'x')); });
        AWB_FRONT(front);
        LoadPlan plan = front.plan("/app");
        plan.duration = 20s;
        plan.rate = 500;
        if (cap == QLatin1String("bytes"))
            plan.mostBytes = 50'000;
        else
            (cap == QLatin1String("kind") ? plan.requests[0].most : plan.mostRequests) = 50;
        AWB_CURL(result, plan);
        QVERIFY(result->total.requests[0].sent >= 45);
        QVERIFY(front.app().requests() > 0); // a cap leaves those in flight to the front
        QVERIFY(front.app().requests() <= (cap == QLatin1String("bytes") ? 400 : 50));
        QCOMPARE(result->stop, cap == QLatin1String("kind") ? LoadStop::Over : LoadStop::Cap);
    }
};

QTEST_GUILESS_MAIN(TestCurlLoad)
#include "tst_curl_load.moc"
