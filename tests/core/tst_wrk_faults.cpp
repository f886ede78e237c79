// Where wrk must stop, cannot be used or cannot be trusted.

#include "core/probe/load/wrk_engine.h"
#include "core/target/target_profile.h"
#include "tests/core/engine_world.h"

#include <thread>

using namespace awb;
using namespace awb::test;
using namespace std::chrono_literals;

namespace
{

const QString native = QStringLiteral("load: {engine: native}");

} // namespace

class TestWrkFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto tool = WrkEngine::find({});
        if (!tool)
            QSKIP(qPrintable(tool.error().message));
    }
    void cleanup() { QVERIFY(hasNoChildren()); }

    void a_limiter_ends_it_data()
    {
        QTest::addColumn<HttpReply>("reply");
        QTest::addColumn<bool>("limited");
        QTest::newRow("429") << HttpReply::status(429) << true;
        QTest::newRow("503 with Retry-After") << HttpReply::status(503, "retry-after: 9\r\n") << true;
        QTest::newRow("503 alone is an error like others") << HttpReply::status(503) << false;
    }
    void a_limiter_ends_it()
    {
        QFETCH(HttpReply, reply);
        QFETCH(bool, limited);
        ScriptedHttpServer server([&](const QByteArray&, int) { return reply; });
        QElapsedTimer timer;
        timer.start();
        LoadPlan plan = foreignPlan(server.port());
        plan.duration = limited ? 20s : 2s;
        AWB_WRK(result, plan);
        const RequestTally& counts = result->total.requests[0];
        QCOMPARE(counts.limited, limited);
        QCOMPARE(result->stop, limited ? LoadStop::Limited : LoadStop::Over);
        QVERIFY2(limited ? server.requests() < 10 : server.requests() > 50,
                 qPrintable(QString::number(server.requests())));
        QVERIFY(timer.elapsed() < 6000);
        QCOMPARE(counts.ok, 0);
        QVERIFY(counts.response.isEmpty()); // no answer that is not 2xx reads as a latency
    }

    void a_target_in_trouble_ends_the_run_data()
    {
        QTest::addColumn<HttpReply>("reply");
        QTest::newRow("5xx") << HttpReply::status(500);
        QTest::newRow("resets") << HttpReply::of({}, HttpReply::End::Reset);
    }
    void a_target_in_trouble_ends_the_run()
    {
        QFETCH(HttpReply, reply);
        std::atomic<int> seen{0};
        ScriptedHttpServer server(
            [&](const QByteArray&, int) { return ++seen % 2 == 0 ? reply : HttpReply::ok(); });
        LoadPlan plan = foreignPlan(server.port());
        plan.unsafeShare = 0.2;
        plan.duration = 30s;
        QElapsedTimer timer;
        timer.start();
        AWB_WRK(result, plan);
        QVERIFY2(timer.elapsed() < 15000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(result->stop, LoadStop::Unsafe);
    }

    void a_target_that_was_never_there_is_said()
    {
        quint16 port = 0;
        {
            ScriptedHttpServer gone([](const QByteArray&, int) { return HttpReply::ok(); });
            port = gone.port();
        }
        const auto result = sendWithWrk(foreignPlan(port));
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Unreachable);
        QVERIFY2(result.error().message.contains(QLatin1String("Connection refused")),
                 qPrintable(result.error().message));
    }

    void a_target_that_goes_away_ends_the_run()
    {
        auto server =
            std::make_unique<ScriptedHttpServer>([](const QByteArray&, int) { return HttpReply::ok(); });
        LoadPlan plan = foreignPlan(server->port());
        plan.duration = 40s;
        std::jthread later([&] {
            std::this_thread::sleep_for(1500ms);
            server.reset();
        });
        QElapsedTimer timer;
        timer.start();
        AWB_WRK(result, plan);
        QVERIFY2(timer.elapsed() < 15000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(result->stop, LoadStop::Unsafe);
        QVERIFY(result->total.requests[0].ok > 10);
    }

    void late_answers_count_as_timeouts()
    {
        std::atomic<int> seen{0};
        ScriptedHttpServer server([&](const QByteArray&, int) {
            HttpReply reply = HttpReply::ok();
            reply.delayMs = ++seen % 10 == 0 ? 1300 : 0;
            return reply;
        });
        LoadPlan plan = foreignPlan(server.port());
        plan.duration = 4s;
        AWB_WRK(result, plan);
        const RequestTally& counts = result->total.requests[0];
        QVERIFY(counts.fault(LoadFault::Timeout) > 2);
        QCOMPARE(counts.response.atLeast(1'000'000).most, counts.fault(LoadFault::Timeout));
        QCOMPARE(counts.response.count(), counts.ok + counts.fault(LoadFault::Timeout));
    }

    void what_wrk_cannot_do_is_refused_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("says");
        QTest::newRow("a credential over TLS") << "credential"
                                               << "checks no certificate";
        QTest::newRow("a client certificate") << "client"
                                              << "checks no certificate";
        QTest::newRow("a pin") << "pin"
                               << "pinned key";
        QTest::newRow("a proxy") << "proxy"
                                 << "through a proxy";
        QTest::newRow("HEAD") << "head"
                              << "HEAD";
        QTest::newRow("a bound of bytes") << "bytes"
                                          << "bound";
    }
    void what_wrk_cannot_do_is_refused()
    {
        QFETCH(QString, what);
        QFETCH(QString, says);
        ScriptedHttpServer server([](const QByteArray&, int) { return HttpReply::ok(); });
        LoadPlan plan = foreignPlan(server.port());
        if (what != QLatin1String("proxy") && what != QLatin1String("head"))
            plan.tls.emplace();
        plan.requests[0].hasCredential = what == QLatin1String("credential");
        plan.requests[0].isHead = what == QLatin1String("head");
        plan.mostBytes = what == QLatin1String("bytes") ? 1000 : 0;
        if (what == QLatin1String("client"))
            plan.tls->certificateFile = QStringLiteral("/some.pem");
        if (what == QLatin1String("pin"))
            plan.tls->pin = QStringLiteral("sha256/AAAA");
        if (what == QLatin1String("proxy"))
            plan.proxy = LoadProxy{QStringLiteral("127.0.0.1"), 3128, {}};
        const auto result = sendWithWrk(plan);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Unsupported);
        QVERIFY2(result.error().message.contains(says), qPrintable(result.error().message));
        QCOMPARE(result.error().remedy, native);
        QCOMPARE(server.connections(), 0);
    }

    void a_wrk_that_cannot_be_used_is_said_data()
    {
        QTest::addColumn<QByteArray>("prints"); // nothing: there is none
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says");
        QTest::newRow("none") << QByteArray() << static_cast<int>(ErrorCode::NotFound) << "not on the PATH";
        QTest::newRow("a newer one") << QByteArray("wrk 5.0.0 [epoll]")
                                     << static_cast<int>(ErrorCode::Unsupported) << "5.0.0";
        QTest::newRow("an older one")
            << QByteArray("wrk 3.1.2 [epoll]") << static_cast<int>(ErrorCode::Unsupported) << "3.1.2";
        QTest::newRow("another program")
            << QByteArray("hello") << static_cast<int>(ErrorCode::Unsupported) << "untold version";
    }
    void a_wrk_that_cannot_be_used_is_said()
    {
        QFETCH(QByteArray, prints);
        QFETCH(int, code);
        QFETCH(QString, says);
        const PlayedTool played(QStringLiteral("wrk"), "#!/bin/sh\necho '" + prints + "'\n");
        const PrivateFolder empty;
        std::optional<SetVariable> path;
        if (prints.isEmpty())
            path.emplace("PATH", empty.path().toLocal8Bit());
        const auto engine = chooseLoadEngine(QStringLiteral("wrk"), {});
        QVERIFY(!engine);
        QCOMPARE(static_cast<int>(engine.error().code), code);
        QVERIFY2(engine.error().message.contains(says), qPrintable(engine.error().message));
        QCOMPARE(engine.error().remedy, prints.isEmpty() ? QStringLiteral("apt-get install wrk") : native);
    }

    void the_profiles_words_all_have_an_engine()
    {
        for (const QString& word : loadEngineWords()) {
            const auto engine = chooseLoadEngine(word, {});
            if (engine)
                QCOMPARE((*engine)->info().id, word);
            else
                QVERIFY2(engine.error().code == ErrorCode::NotFound, qPrintable(word));
        }
        QVERIFY(!chooseLoadEngine(QStringLiteral("gatling"), {}));
    }
};

Q_DECLARE_METATYPE(awb::test::HttpReply)

QTEST_GUILESS_MAIN(TestWrkFaults)
#include "tst_wrk_faults.moc"
