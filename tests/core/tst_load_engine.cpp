#include "core/latency/hdr_codec.h"
#include "core/probe/load/arrivals.h"
#include "core/probe/load/latency_import.h"
#include "core/probe/load/safe_stop.h"
#include "tests/core/load_world.h"
#include "tests/support/private_nginx.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

#include <cmath>

using namespace awb;
using namespace awb::test;
using namespace std::chrono_literals;

namespace
{

QVector<qint64> dueTimes(LoadPlan plan, int count)
{
    Arrivals arrivals(plan, 0, 1);
    QVector<qint64> times;
    for (int i = 0; i < count; ++i) {
        times.append(arrivals.dueNs());
        arrivals.next();
    }
    return times;
}

} // namespace

class TestLoadEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void arrivals_follow_their_seed_and_rate()
    {
        LoadPlan plan = planFor(1);
        plan.rate = 1000;
        const QVector<qint64> first = dueTimes(plan, 10000);
        QCOMPARE(dueTimes(plan, 10000), first);
        QVERIFY(std::fabs(static_cast<double>(first.last()) / 1e9 - 10) < 0.3);
        plan.seed = 2;
        QVERIFY(dueTimes(plan, 100) != first.first(100));
        double squares = 0; // exponential gaps: the deviation is the mean
        for (qsizetype i = 1; i < first.size(); ++i)
            squares += std::pow(static_cast<double>(first[i] - first[i - 1]) / 1e6 - 1, 2);
        QVERIFY(std::fabs(squares / 10000 - 1) < 0.1);
        plan.arrivals = ArrivalKind::Constant;
        const QVector<qint64> even = dueTimes(plan, 100);
        QVERIFY(std::abs(even[50] - even[49] - 1'000'000) <= 1);
    }

    void a_mix_follows_its_weights()
    {
        LoadPlan plan = planFor(1);
        plan.requests = {requestOf("GET", "/a"), requestOf("GET", "/b"), requestOf("GET", "/never")};
        plan.requests[0].weight = 3;
        plan.requests[2].weight = 0;
        Arrivals arrivals(plan, 0, 1);
        int counts[3] = {0, 0, 0};
        for (int i = 0; i < 10000; ++i)
            ++counts[arrivals.choose()];
        QVERIFY(std::abs(counts[0] - 7500) < 200);
        QCOMPARE(counts[2], 0);
    }

    void an_open_loop_sends_at_its_rate_and_counts_everything()
    {
        ScriptedHttpServer server([](const QByteArray&, int) { return HttpReply::ok(); });
        AWB_RUN(result, planFor(server.port()));
        const RequestTally& counts = result->total.requests[0];
        QVERIFY2(counts.scheduled > 150 && counts.scheduled < 260,
                 qPrintable(QString::number(counts.scheduled)));
        QCOMPARE(counts.ok, counts.scheduled);
        QCOMPARE(counts.answered, counts.scheduled);
        QCOMPARE(counts.response.count(), counts.ok);
        QCOMPARE(counts.service.count(), counts.ok);
        QCOMPARE(counts.bytes, 2 * counts.ok);
        QCOMPARE(counts.failures(), 0);
        QCOMPARE(static_cast<quint64>(server.requests()), counts.sent);
        QCOMPARE(result->stop, LoadStop::Over);
        QCOMPARE(result->addresses, QStringList{QStringLiteral("127.0.0.1:%1").arg(server.port())});
        QCOMPARE(result->total.schedulerLag.count() + result->total.queueLag.count(), counts.scheduled);
        qint64 inSlices = 0;
        for (const SliceCounts& slice : result->series[0].slices)
            inSlices += slice.n;
        QCOMPARE(static_cast<quint64>(inSlices), counts.scheduled);
    }

    void a_warm_up_is_sent_but_not_counted()
    {
        ScriptedHttpServer server([](const QByteArray&, int) { return HttpReply::ok(); });
        LoadPlan plan = planFor(server.port());
        plan.warmUp = 500ms;
        plan.ramp = 200ms;
        plan.duration = 500ms;
        AWB_RUN(result, plan);
        const RequestTally& counts = result->total.requests[0];
        QVERIFY(counts.sent > counts.scheduled + 40);
        QCOMPARE(counts.response.count(), counts.scheduled);
        QVERIFY(std::fabs(result->measuredS - 0.5) < 0.1);
    }

    // 1.3: a closed loop and a server's own clock cannot see this
    void a_stall_counts_from_the_intended_start()
    {
        std::atomic<bool> stalled{false};
        std::mutex one; // a server that handles one request at a time
        ScriptedHttpServer server([&](const QByteArray&, int) {
            const std::scoped_lock lock(one);
            if (!stalled.exchange(true))
                std::this_thread::sleep_for(400ms);
            return HttpReply::ok();
        });
        LoadPlan plan = planFor(server.port());
        plan.timeout = 3s;
        AWB_RUN(result, plan);
        const RequestTally& counts = result->total.requests[0];
        // four tenths of the arrivals fall into the stall and wait 0 … 400 ms: its quantiles are a line
        const double p90 = static_cast<double>(counts.response.quantile(0.9)) / 1000;
        QVERIFY2(p90 > 200 && p90 < 420, qPrintable(QString::number(p90)));
        QCOMPARE(counts.response.count(), counts.scheduled);
    }

    void lag_of_our_own_is_told_from_waiting_for_a_connection()
    {
        ScriptedHttpServer server([](const QByteArray&, int) {
            HttpReply reply = HttpReply::ok();
            reply.delayMs = 50;
            return reply;
        });
        LoadPlan plan = planFor(server.port());
        plan.connections = 2;
        plan.mostInFlight = 2; // 40/s of 200/s
        plan.timeout = 5s;
        AWB_RUN(result, plan);
        QVERIFY(result->total.queueLag.count() > result->total.schedulerLag.count());
        QVERIFY(result->total.queueLag.quantile(0.9) > 200'000);
        QVERIFY(result->total.schedulerLag.quantile(0.5) < 50'000);
        QVERIFY(result->total.requests[0].sentInTime < result->total.requests[0].scheduled);
    }

    void connections_are_reused_longest_idle_first()
    {
        std::mutex mutex;
        QMap<int, int> served; // requests before → how often
        ScriptedHttpServer server([&](const QByteArray&, int before) {
            const std::scoped_lock lock(mutex);
            ++served[before];
            return HttpReply::ok();
        });
        LoadPlan plan = planFor(server.port());
        plan.connections = 10;
        AWB_RUN(result, plan);
        QCOMPARE(result->total.opened, 0);
        // spread evenly: each of the ten had its tenth request before any had its fortieth
        QCOMPARE(served.value(9), 10);
        QVERIFY(!served.contains(40));
    }

    void a_closed_loop_keeps_its_users_busy()
    {
        ScriptedHttpServer server([](const QByteArray&, int) {
            HttpReply reply = HttpReply::ok();
            reply.delayMs = 20;
            return reply;
        });
        LoadPlan plan = planFor(server.port());
        plan.arrivals = ArrivalKind::ClosedLoop;
        plan.connections = 4;
        AWB_RUN(result, plan);
        QVERIFY(!result->mayPass);
        const RequestTally& counts = result->total.requests[0];
        QVERIFY2(counts.ok > 60 && counts.ok <= 204, qPrintable(QString::number(counts.ok)));
        QVERIFY(counts.response.quantile(0.5) >= 19'000);
        QCOMPARE(server.connections(), 5); // and one that looked whether anybody listens
    }

    void two_threads_share_the_rate()
    {
        ScriptedHttpServer server([](const QByteArray&, int) { return HttpReply::ok(); });
        LoadPlan plan = planFor(server.port());
        plan.threads = 2;
        AWB_RUN(result, plan);
        QVERIFY(result->total.requests[0].scheduled > 150);
        QVERIFY(result->total.requests[0].scheduled < 260);
        QCOMPARE(result->total.requests[0].ok, result->total.requests[0].scheduled);
    }

    void progress_comes_ten_times_a_second()
    {
        ScriptedHttpServer server([](const QByteArray&, int) { return HttpReply::ok(); });
        int calls = 0;
        quint64 sum = 0;
        const auto result = runPlan(planFor(server.port()), [&](const LoadProgress& progress) {
            ++calls;
            sum += progress.interval.requests[0].ok;
        });
        QVERIFY(result);
        QVERIFY2(calls >= 4, qPrintable(QString::number(calls)));
        QCOMPARE(sum, result->total.requests[0].ok);
    }

    void a_stop_ends_within_a_tenth_of_a_second()
    {
        ScriptedHttpServer server([](const QByteArray&, int) {
            HttpReply reply = HttpReply::ok();
            reply.delayMs = 2000;
            return reply;
        });
        LoadPlan plan = planFor(server.port());
        plan.duration = 30s;
        plan.timeout = 20s;
        std::stop_source stop;
        QElapsedTimer asked;
        std::jthread later([&] {
            std::this_thread::sleep_for(300ms);
            asked.start();
            stop.request_stop();
        });
        const auto result = runPlan(plan, {}, stop.get_token());
        QVERIFY(asked.elapsed() < 100);
        QVERIFY(result);
        QCOMPARE(result->stop, LoadStop::Cancelled);
    }

    void bytes_count_in_the_warm_up_and_of_broken_answers_data()
    {
        QTest::addColumn<bool>("whole");
        QTest::newRow("whole answers, all in the warm-up") << true;
        QTest::newRow("answers that never end") << false;
    }
    void bytes_count_in_the_warm_up_and_of_broken_answers()
    {
        QFETCH(bool, whole);
        ScriptedHttpServer server([whole](const QByteArray&, int) {
            const QByteArray length = whole ? "100000" : "900000";
            return HttpReply::of("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n" +
                                 QByteArray(100'000, 'x'));
        });
        LoadPlan plan = planFor(server.port());
        plan.warmUp = plan.duration = 20s;
        plan.rate = 50;
        plan.timeout = 300ms;
        plan.unsafeShare = 0;
        plan.mostBytes = 1'000'000;
        QElapsedTimer took;
        took.start();
        AWB_RUN(result, plan);
        QCOMPARE(result->stop, LoadStop::Cap);
        QVERIFY2(took.elapsed() < 10'000, qPrintable(QString::number(took.elapsed())));
        QVERIFY(result->total.received > 1'000'000);
    }

    void caps_end_a_run_data()
    {
        QTest::addColumn<bool>("ofAll");
        QTest::newRow("of all requests") << true;
        QTest::newRow("of one kind") << false;
    }
    void caps_end_a_run()
    {
        QFETCH(bool, ofAll);
        ScriptedHttpServer server([](const QByteArray&, int) { return HttpReply::ok(); });
        LoadPlan plan = planFor(server.port());
        plan.duration = 20s;
        plan.rate = 500;
        (ofAll ? plan.mostRequests : plan.requests[0].most) = 50;
        AWB_RUN(result, plan);
        QVERIFY(server.requests() <= 50);
        QVERIFY(server.requests() >= 45);
        QCOMPARE(result->stop, ofAll ? LoadStop::Cap : LoadStop::Over);
    }

    void each_request_gets_its_own_uuid()
    {
        std::mutex mutex;
        QSet<QByteArray> keys;
        ScriptedHttpServer server([&](const QByteArray& request, int) {
            const std::scoped_lock lock(mutex);
            keys.insert(request.mid(request.indexOf("Key: ") + 5, 36));
            return HttpReply::ok();
        });
        LoadPlan plan = planFor(server.port());
        LoadRequest& request = plan.requests[0];
        request.bytes = "POST / HTTP/1.1\r\nHost: h\r\nIdempotency-Key: ";
        request.uuidAt = request.bytes.size();
        request.bytes += QByteArray(36, '0') + "\r\nContent-Length: 2\r\n\r\n{}";
        request.isSafe = false;
        AWB_RUN(result, plan);
        QCOMPARE(keys.size(), server.requests());
        static const QRegularExpression form(
            QStringLiteral("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"));
        QVERIFY(form.match(QString::fromLatin1(*keys.begin())).hasMatch());
    }

    void nginx_is_measured_plain_and_over_tls_data()
    {
        QTest::addColumn<bool>("tls");
        QTest::newRow("plain") << false;
        QTest::newRow("over TLS") << true;
    }
    void nginx_is_measured_plain_and_over_tls()
    {
        QFETCH(bool, tls);
        if (!PrivateNginx::missing().isEmpty())
            QSKIP(qPrintable(PrivateNginx::missing()));
        PrivateNginx nginx(
            QStringLiteral("keepalive_requests 5;")); // closes often, without it being an error
        QVERIFY2(nginx.start(), qPrintable(nginx.error()));
        LoadPlan plan = planFor(tls ? nginx.tlsPort() : nginx.port());
        if (tls)
            plan.tls = LoadTls{QStringLiteral("localhost"), nginx.certificates().caFile(), {}, {}, {}};
        plan.rate = 1000;
        plan.timeout = 5s;
        AWB_RUN(result, plan);
        const RequestTally& counts = result->total.requests[0];
        QVERIFY(counts.scheduled > 800);
        QCOMPARE(counts.ok, counts.scheduled);
        QCOMPARE(counts.bytes, counts.ok * 60);
        QVERIFY(result->total.opened > 20);
    }

    void wrk_hands_over_its_whole_histogram()
    {
        const QString wrk = findServerProgram(QStringLiteral("wrk"));
        if (wrk.isEmpty() || !PrivateNginx::missing().isEmpty())
            QSKIP("wrk and nginx are needed");
        PrivateNginx nginx;
        QVERIFY2(nginx.start(), qPrintable(nginx.error()));
        const QTemporaryDir dir;
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("AUDITBENCH_OUT"), dir.filePath(QStringLiteral("wrk.json")));
        process.setProcessEnvironment(environment);
        process.start(
            wrk, {QStringLiteral("-t1"), QStringLiteral("-c5"), QStringLiteral("-d1s"), QStringLiteral("-s"),
                  qEnvironmentVariable("AWB_SOURCE_DIR") + QStringLiteral("/resources/load/wrk_audit.lua"),
                  QStringLiteral("http://127.0.0.1:%1/").arg(nginx.port())});
        QVERIFY(process.waitForFinished(30000));
        QFile file(dir.filePath(QStringLiteral("wrk.json")));
        QVERIFY2(file.open(QIODevice::ReadOnly), process.readAll().constData());
        const auto facts = importLatency(LatencyFormat::Wrk, file, QStringLiteral("wrk.json"), {});
        QVERIFY2(facts.has_value(), facts ? "" : qPrintable(facts.error().message));
        QVERIFY(facts->value(QStringLiteral("read_p99_max")) > 0);
        const auto histogram = decodeHdrBase64(facts->histogram.toLatin1());
        QVERIFY(histogram);
        QVERIFY(histogram->histogram.count() > 100);
    }

    void a_target_in_trouble_is_left_alone()
    {
        SafeStop stop(0.2);
        LoadTally good;
        good.requests.resize(1);
        good.requests[0].watched = 100;
        LoadTally bad = good;
        bad.requests[0].watchedBad = 30;
        QVERIFY(!stop.isUnsafe(bad, 2.1));  // one bad window
        QVERIFY(!stop.isUnsafe(good, 4.2)); // a good one between
        QVERIFY(!stop.isUnsafe(bad, 6.3));
        QVERIFY(!stop.isUnsafe(bad, 7.0)); // the window is not over
        QVERIFY(stop.isUnsafe(bad, 8.4));
    }

    void a_plan_that_makes_no_sense_is_refused_data()
    {
        QTest::addColumn<int>("kind");
        for (int kind = 0; kind < 6; ++kind)
            QTest::addRow("kind %d", kind) << kind;
    }
    void a_plan_that_makes_no_sense_is_refused()
    {
        QFETCH(int, kind);
        LoadPlan plan = planFor(80);
        switch (kind) {
        case 0:
            plan.requests.clear();
            break;
        case 1:
            plan.rate = 0;
            break;
        case 2:
            plan.rate = std::nan("");
            break;
        case 3:
            plan.requests[0].weight = 0;
            break;
        case 4:
            plan.edgesUs = {2, 1};
            break;
        default:
            plan.threads = 0;
            break;
        }
        const auto result = runPlan(plan);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Usage);
    }
};

QTEST_GUILESS_MAIN(TestLoadEngine)
#include "tst_load_engine.moc"
