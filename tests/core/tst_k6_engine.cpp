// k6's points and its process. k6 itself cannot be had here and was not run: its outputs are written after
// its repository, and a shell script plays its part.

#include "core/probe/load/k6_engine.h"
#include "core/probe/load/k6_points.h"
#include "core/probe/load/latency_facts.h"
#include "tests/core/k6_world.h"

using namespace awb;
using namespace awb::test;
using namespace std::chrono_literals;

namespace
{

using Request = K6Output::Request;

Result<LoadResult> sendWithK6(const LoadPlan& plan, const LoadEngine::Observer& observer = {},
                              std::stop_token stop = {})
{
    auto engine = chooseLoadEngine(QStringLiteral("k6"), {});
    if (!engine)
        return engine.error();
    return (*engine)->run(plan, observer, stop);
}

#define AWB_K6(variable, ...)                                                                                \
    const auto variable = sendWithK6(__VA_ARGS__);                                                           \
    QVERIFY2(variable.has_value(), variable ? "" : qPrintable((variable).error().message))

LoadResult resultOf(const K6Output& output, const LoadPlan& plan, bool complete = true)
{
    K6Points points(plan);
    for (const QByteArray& line : output.lines())
        points.take(line);
    return points.result(complete);
}

// 50 requests a second for so long, on time, 10 ms each.
K6Output steady(double seconds, double startS = 0)
{
    K6Output output;
    for (int k = 0; k < static_cast<int>(50 * seconds); ++k)
        output.request("m0", {startS + k / 50.0});
    return output;
}

} // namespace

class TestK6Engine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QVERIFY(hasNoChildren()); }

    void every_request_is_counted_once()
    {
        K6Output output;
        for (int k = 0; k < 20; ++k)
            output.request("w0", {k / 50.0, 900}); // the warm-up does not count
        for (int k = 0; k < 100; ++k)
            output.request("m0", {1 + k / 50.0, k % 50 == 0 ? 120.0 : 10.0});
        const LoadResult result = resultOf(output, foreignPlan(80));
        const RequestTally& counts = result.total.requests[0];
        QCOMPARE(counts.sent, quint64{120});
        QCOMPARE(counts.ok, quint64{100});
        QCOMPARE(counts.response.count(), quint64{100});
        QCOMPARE(counts.statuses, (std::vector<std::pair<int, quint64>>{{200, 100}}));
        QVERIFY(counts.response.max() >= 120'000 && counts.response.max() < 122'000);
        QVERIFY(result.mayPass);
        QVERIFY(std::fabs(result.measuredS - 2) < 0.01);
        QCOMPARE(result.bySecond[0].size(), 2);
        QCOMPARE(result.bySecond[0][0].answers, quint64{50});
        QCOMPARE(result.series[0].slices.size(), 2);
        QCOMPARE(result.series[0].slices[1].n, 50);
        QCOMPARE(result.series[0].slices[1].atLeast, (QVector<qint64>{50, 1, 1})); // of 1, 20 and 100 ms
        QVERIFY(result.total.schedulerLag.max() <= 10);
    }

    void connecting_is_part_of_the_time()
    {
        K6Output output;
        Request slow{0.1, 10};
        slow.blockedMs = 20;
        slow.connectingMs = 30;
        slow.tlsMs = 40;
        output.request("m0", slow);
        const LoadResult result = resultOf(output, foreignPlan(80));
        QVERIFY(result.total.requests[0].response.max() >= 99'000);
        QVERIFY(result.total.requests[0].service.max() < 11'000); // what k6 calls its duration
    }

    void what_the_generator_is_late_is_found()
    {
        K6Output output;
        for (int k = 0; k < 100; ++k)
            output.request("m0", {k / 50.0 + (k >= 40 && k < 50 ? 0.3 : 0.0), 10});
        const LoadResult result = resultOf(output, foreignPlan(80));
        QCOMPARE(result.total.schedulerLag.atLeast(250'000).most,
                 quint64{0});                                        // the requests overtake each other …
        QVERIFY(result.total.schedulerLag.quantile(0.95) > 100'000); // … but some are late, whichever it was
        QVERIFY(result.total.requests[0].response.quantile(0.95) > 110'000);
    }

    void what_was_not_sent_or_not_told_gives_no_pass_data()
    {
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<bool>("mayPass");
        K6Output dropped;
        dropped.dropped("m0", 1.5, 3);
        K6Output inWarmUp;
        inWarmUp.dropped("w0", 0.5, 3);
        K6Output unsent;
        unsent.iteration("m0", 1.7); // an iteration without a request: the script failed in it
        QByteArray missing = K6Output(steady(0.02, 2)).text();
        missing.replace("\"metric\":\"http_req_blocked\",\"type\":\"Point\"",
                        "\"metric\":\"x\",\"type\":\"Point\"");
        QTest::newRow("nothing is wrong") << QByteArray() << true;
        QTest::newRow("a dropped iteration") << dropped.text() << false;
        QTest::newRow("one dropped in the warm-up") << inWarmUp.text() << true;
        QTest::newRow("an iteration without a request") << unsent.text() << false;
        QTest::newRow("a request without one of its times") << missing << false;
        QTest::newRow("a broken line")
            << QByteArray("{\"metric\":\"http_req_duration\",\"type\":\"Point\",\"data\":{\n") << false;
        QTest::newRow("a scenario that is not ours")
            << QByteArray(steady(0.02, 2).text()).replace("\"m0\"", "\"m7\"") << false;
        QTest::newRow("k6 talking") << QByteArray("running (0m01s), 4 VUs\n") << true;
    }
    void what_was_not_sent_or_not_told_gives_no_pass()
    {
        QFETCH(QByteArray, more);
        QFETCH(bool, mayPass);
        K6Output output = steady(2);
        output.line(more.trimmed());
        const LoadResult result = resultOf(output, foreignPlan(80));
        QCOMPARE(result.mayPass, mayPass);
        QVERIFY(result.total.requests[0].ok >= 100);
    }

    void dropped_iterations_count_as_unsent()
    {
        K6Output output = steady(2);
        output.dropped("m0", 1.5, 7);
        const LoadResult result = resultOf(output, foreignPlan(80));
        QCOMPARE(result.total.requests[0].fault(LoadFault::Unsent), quint64{7});
        QCOMPARE(result.total.requests[0].scheduled, quint64{107});
        QCOMPARE(result.total.requests[0].sentInTime, quint64{100});
    }

    void failures_are_counted_by_their_cause_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("fault");
        const auto row = [](const char* name, int code, LoadFault fault) {
            QTest::newRow(name) << code << static_cast<int>(fault);
        };
        row("request timeout", 1050, LoadFault::Timeout);
        row("dial timeout", 1211, LoadFault::Timeout);
        row("refused", 1212, LoadFault::Refused);
        row("no such host", 1101, LoadFault::Unreachable);
        row("reset by peer", 1220, LoadFault::Reset);
        row("broken pipe", 1201, LoadFault::Reset);
        row("an unknown authority", 1310, LoadFault::Tls);
        row("an HTTP/2 stream", 1631, LoadFault::Reset);
    }
    void failures_are_counted_by_their_cause()
    {
        QFETCH(int, code);
        QFETCH(int, fault);
        K6Output output = steady(1);
        Request failed{1, 3};
        failed.status = 0;
        failed.error = code;
        output.request("m0", failed);
        const LoadResult result = resultOf(output, foreignPlan(80));
        const RequestTally& counts = result.total.requests[0];
        QCOMPARE(counts.fault(static_cast<LoadFault>(fault)), quint64{1});
        QCOMPARE(counts.failures(), quint64{1});
        QCOMPARE(counts.ok, quint64{50});
        const bool timedOut = static_cast<LoadFault>(fault) == LoadFault::Timeout;
        QCOMPARE(counts.response.count(), timedOut ? quint64{51} : quint64{50});
        QVERIFY(!timedOut || counts.response.max() >= 1'000'000); // with the timeout at least
    }

    void other_statuses_are_no_latency()
    {
        K6Output output = steady(1);
        Request error{1, 3};
        error.status = 503;
        error.error = 1503;
        output.request("m0", error);
        const LoadResult result = resultOf(output, foreignPlan(80));
        const RequestTally& counts = result.total.requests[0];
        QCOMPARE(counts.answered, quint64{51});
        QCOMPARE(counts.ok, quint64{50});
        QCOMPARE(counts.response.count(), quint64{50});
        QCOMPARE(counts.serverErrors, quint64{1});
        QCOMPARE(counts.failures(), quint64{0});
    }

    void a_played_k6_is_started_and_read()
    {
        const SetVariable token("AWB_SHOP_TOKEN", "another-secret");
        const SetVariable option("K6_VUS", "50");
        const PlayedK6 k6(steady(2).text());
        LoadPlan plan = foreignPlan(8080, "/?key=s3cr3t-value");
        plan.requests[0].name = QStringLiteral("GET /");
        double last = 0;
        AWB_K6(result, plan, [&](const LoadProgress& progress) {
            QVERIFY(progress.fraction >= last);
            last = progress.fraction;
        });
        QCOMPARE(result->total.requests[0].ok, quint64{100});
        QVERIFY(result->mayPass);
        QCOMPARE(result->stop, LoadStop::Over);
        QVERIFY2(result->commands.value(0).endsWith(
                     QLatin1String("/k6 run --quiet --no-color --config <empty> --log-output stderr "
                                   "--include-system-env-vars --out json=- "
                                   "--no-summary --address= <script>")),
                 qPrintable(result->commands.value(0)));
        QVERIFY(k6.seen("script.js").contains("import http from 'k6/http'"));
        QVERIFY(!k6.seen("arguments").contains("s3cr3t") && !k6.seen("script.js").contains("s3cr3t"));
        QVERIFY(k6.seen("environment").contains("s3cr3t-value"));
        QVERIFY(k6.seen("environment").contains("K6_NO_USAGE_REPORT=true"));
        QVERIFY(!k6.seen("environment").contains("another-secret"));
        QVERIFY(!k6.seen("environment").contains("K6_VUS"));
    }

    void exit_codes_are_understood_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says"); // empty: a valid run
        QTest::newRow("well") << 0 << "";
        QTest::newRow("a threshold that was not kept") << 99 << "";
        QTest::newRow("an interruption by another") << 105 << "interrupted";
        QTest::newRow("a wrong configuration") << 104 << "configuration";
        QTest::newRow("an exception") << 107 << "exception";
        QTest::newRow("something else") << 3 << "not known";
    }
    void exit_codes_are_understood()
    {
        QFETCH(int, code);
        QFETCH(QString, says);
        const PlayedK6 k6(steady(2).text(),
                          "echo 'level=error msg=\"Get http://h/?key=s3cr3t-value: no\"' >&2; exit " +
                              QByteArray::number(code));
        const auto result = sendWithK6(foreignPlan(8080, "/?key=s3cr3t-value"));
        QCOMPARE(result.has_value(), says.isEmpty());
        if (says.isEmpty())
            return;
        QCOMPARE(result.error().code, ErrorCode::Protocol);
        QVERIFY2(result.error().message.contains(says), qPrintable(result.error().message));
        QVERIFY2(result.error().message.contains(QLatin1String("no\"")), qPrintable(result.error().message));
        QVERIFY(!result.error().message.contains(QLatin1String("s3cr3t")));
    }

    void a_limiter_ends_the_run_data()
    {
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("as the script says when it gives up")
            << QByteArray("echo 'level=warning msg=\"AWB limited <0>\" source=console' >&2; exit 108");
        QTest::newRow("when what it says is lost among warnings")
            << QByteArray("head -c 20000 /dev/zero | tr '\\0' w >&2; exit 108");
        QTest::newRow("while it goes on") << QByteArray("echo 'msg=\"AWB limited <0>\"' >&2; sleep 20");
    }
    void a_limiter_ends_the_run()
    {
        QFETCH(QByteArray, after);
        const PlayedK6 k6(steady(0.5).text(), after);
        QElapsedTimer timer;
        timer.start();
        AWB_K6(result, foreignPlan(8080));
        QVERIFY(timer.elapsed() < 5000);
        QCOMPARE(result->stop, LoadStop::Limited);
        QVERIFY(result->total.requests[0].limited);
    }

    void a_stop_takes_a_tenth_of_a_second_and_leaves_nothing_data()
    {
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("one that listens") << QByteArray("sleep 30");
        QTest::newRow("one that does not, with a child")
            << QByteArray("trap '' INT; (trap '' INT; sleep 30) & while :; do sleep 1; done");
    }
    void a_stop_takes_a_tenth_of_a_second_and_leaves_nothing()
    {
        QFETCH(QByteArray, after);
        const PrivateFolder temporary;
        const SetVariable folder("TMPDIR", temporary.path().toLocal8Bit());
        std::optional<PlayedK6> k6(std::in_place, steady(1).text(), after);
        const MachineLag machine;
        std::stop_source stop;
        QElapsedTimer asked;
        const auto stopOnceHeard = [&](const LoadProgress& progress) {
            if (asked.isValid() || progress.total.requests[0].ok < 49) // its last line is still open
                return;
            asked.start();
            stop.request_stop();
        };
        AWB_K6(result, foreignPlan(8080), stopOnceHeard, stop.get_token());
        const qint64 tookMs = asked.isValid() ? asked.elapsed() : -1;
        QVERIFY2(tookMs >= 0 && tookMs <= 100 + machine.worstMs(), qPrintable(QString::number(tookMs)));
        QVERIFY(hasNoChildren());
        QCOMPARE(result->stop, LoadStop::Cancelled);
        QCOMPARE(result->total.requests[0].ok, quint64{50}); // what was told is kept
        k6.reset();
        QVERIFY(QDir(temporary.path()).isEmpty());
    }

    void a_k6_that_says_nothing_is_no_measurement_data()
    {
        QTest::addColumn<QByteArray>("output");
        QTest::addColumn<int>("code");
        K6Output refused;
        for (int k = 0; k < 20; ++k) {
            Request request{k / 50.0, 0};
            request.status = 0;
            request.error = 1212;
            refused.request("m0", request);
        }
        QTest::newRow("silent") << QByteArray() << static_cast<int>(ErrorCode::Protocol);
        QTest::newRow("a banner") << QByteArray("          /\\      |‾‾|\n")
                                  << static_cast<int>(ErrorCode::Protocol);
        QTest::newRow("nobody there") << refused.text() << static_cast<int>(ErrorCode::Unreachable);
    }
    void a_k6_that_says_nothing_is_no_measurement()
    {
        QFETCH(QByteArray, output);
        QFETCH(int, code);
        const PlayedK6 k6(output);
        const auto result = sendWithK6(foreignPlan(8080));
        QVERIFY(!result);
        QCOMPARE(static_cast<int>(result.error().code), code);
    }

    void an_unknown_version_is_refused_data()
    {
        QTest::addColumn<QByteArray>("version");
        QTest::addColumn<bool>("known");
        QTest::newRow("too old") << QByteArray("v0.37.0") << false;
        QTest::newRow("the oldest") << QByteArray("v0.38.0") << true;
        QTest::newRow("without a v") << QByteArray("2.2.0") << true;
        QTest::newRow("too new") << QByteArray("v3.0.0") << false;
        QTest::newRow("none") << QByteArray("devel") << false;
    }
    void an_unknown_version_is_refused()
    {
        QFETCH(QByteArray, version);
        QFETCH(bool, known);
        const PlayedK6 k6({}, "exit 0", version);
        const auto tool = K6Engine::find({});
        QCOMPARE(tool.has_value(), known);
        QVERIFY(known || tool.error().code == ErrorCode::Unsupported);
    }
};

QTEST_GUILESS_MAIN(TestK6Engine)
#include "tst_k6_engine.moc"
