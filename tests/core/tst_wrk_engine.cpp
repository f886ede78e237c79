// With the real wrk, against servers on loopback.

#include "core/probe/load/engine_choice.h"
#include "core/probe/load/latency_probe.h"
#include "core/probe/load/wrk_engine.h"
#include "tests/core/engine_world.h"
#include "tests/core/rule_table.h"
#include "tests/support/private_certificates.h"

#include <QDirIterator>
#include <QJsonDocument>

using namespace awb;
using namespace awb::test;
using namespace std::chrono_literals;

namespace
{

LoadRequest requestWith(const QByteArray& bytes)
{
    LoadRequest request;
    request.name = QStringLiteral("hostile");
    request.bytes = bytes;
    return request;
}

} // namespace

class TestWrkEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto tool = WrkEngine::find({});
        if (!tool)
            QSKIP(qPrintable(tool.error().message));
        QVERIFY(tool->version >= QVersionNumber(4, 0, 0));
    }
    void cleanup() { QVERIFY(hasNoChildren()); }

    void every_answer_is_in_the_histogram()
    {
        ScriptedHttpServer server([](const QByteArray&, int) { return HttpReply::ok(); });
        LoadPlan plan = foreignPlan(server.port());
        plan.rate = 200;
        AWB_WRK(result, plan);
        const RequestTally& counts = result->total.requests[0];
        QVERIFY2(counts.ok > 200, qPrintable(QString::number(counts.ok)));
        QCOMPARE(counts.response.count(), counts.ok);
        QCOMPARE(result->series[0].histogram.count(), counts.ok);
        QCOMPARE(counts.statuses, (std::vector<std::pair<int, quint64>>{{200, counts.answered}}));
        QCOMPARE(counts.sent, static_cast<quint64>(server.requests()));
        QVERIFY(counts.sent - counts.answered <=
                static_cast<quint64>(result->connections)); // under way at the end
        QVERIFY2(counts.sent <= 480,
                 qPrintable(QString::number(counts.sent))); // at most the asked rate (400 ± 4 σ)
        QVERIFY(result->measuredS > 1.9 && result->measuredS < 3);
        QVERIFY(!result->mayPass);
        QVERIFY(result->total.schedulerLag.count() > 100);
        QCOMPARE(result->commands.size(), 1);
        QVERIFY2(result->commands[0].contains(
                     QStringLiteral("wrk -t1 -c20 -d2s -T1s -s <script> http://127.0.0.1:")),
                 qPrintable(result->commands[0]));
    }

    void a_stall_is_in_the_histogram_as_it_was_measured()
    {
        // without a pause, so that wrk's own correction invents samples: they are taken out again
        std::atomic<int> seen{0};
        ScriptedHttpServer server([&](const QByteArray&, int) {
            HttpReply reply = HttpReply::ok();
            const int n = ++seen;
            reply.delayMs = n > 100 && n <= 104 ? 600 : 1;
            return reply;
        });
        LoadPlan plan = foreignPlan(server.port());
        plan.arrivals = ArrivalKind::ClosedLoop;
        plan.connections = 4;
        AWB_WRK(result, plan);
        const RequestTally& counts = result->total.requests[0];
        QVERIFY(counts.ok > 200);
        QCOMPARE(counts.response.count(), counts.ok);
        QVERIFY(counts.response.atLeast(500'000).most >= 4);
        QVERIFY2(counts.response.atLeast(100'000).most <= 12, "samples that wrk invented were counted");
    }

    void latencies_are_the_servers_own()
    {
        LatencyHistogram truth;
        std::mutex mutex;
        std::atomic<int> seen{0};
        ScriptedHttpServer server([&](const QByteArray&, int) {
            HttpReply reply = HttpReply::ok();
            reply.delayMs = ++seen % 20 == 0 ? 80 : 10;
            const std::scoped_lock lock(mutex);
            truth.record(static_cast<quint64>(reply.delayMs) * 1000);
            return reply;
        });
        LoadPlan plan = foreignPlan(server.port());
        plan.rate = 100;
        plan.duration = 4s;
        AWB_WRK(result, plan);
        const LatencyHistogram& measured = result->total.requests[0].response;
        QVERIFY(measured.count() > 200);
        const auto differenceMs = [&](double q) {
            return (static_cast<double>(measured.quantile(q)) - static_cast<double>(truth.quantile(q))) /
                   1000;
        };
        // a busy machine makes both later, never earlier
        QVERIFY2(differenceMs(0.5) >= 0 && differenceMs(0.5) < 10,
                 qPrintable(QString::number(differenceMs(0.5))));
        QVERIFY2(differenceMs(0.99) >= 0 && differenceMs(0.99) < 40,
                 qPrintable(QString::number(differenceMs(0.99))));
    }

    void a_mix_has_a_histogram_for_each_kind()
    {
        ScriptedHttpServer server([](const QByteArray& request, int) {
            HttpReply reply = HttpReply::ok();
            reply.delayMs = request.startsWith("GET /slow") ? 100 : 0;
            return reply;
        });
        LoadPlan plan = foreignPlan(server.port());
        plan.requests = {requestOf("GET", "/fast"), requestOf("GET", "/slow"), requestOf("GET", "/never")};
        plan.requests[0].weight = 3;
        plan.requests[2].weight = 0;
        plan.rate = 120;
        AWB_WRK(result, plan);
        const auto& counts = result->total.requests;
        QVERIFY(counts[0].ok > counts[1].ok);
        QVERIFY(counts[1].ok > 15);
        QVERIFY(counts[1].response.min() >= 100'000);
        QVERIFY(counts[0].response.quantile(0.5) < 100'000);
        QCOMPARE(counts[2].sent, 0);
    }

    void hostile_requests_arrive_as_they_are_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char* name, const QByteArray& path, const QByteArray& header,
                            const QByteArray& body) { QTest::newRow(name) << path << header << body; };
        row("quotes", "/a\"b'c", "\"x\" 'y'", "\"'\"");
        row("long brackets", "/a]]b[[c", "]] ]=] --[[", "]]");
        row("what Lua runs", "/\"..os.exit(3)..\"", "\" .. os.exit(3) .. \"", "\"; os.exit(3) --");
        row("templates", "/${x}`y`", "${process.exit(3)}", "`${1+1}`");
        row("backslashes", "/a\\nb\\", "\\\" \\x41 \\065", "\\");
        row("lines and zeros in a body", "/b", "plain", QByteArray("a\r\n\n\0z\xff\xfe", 9));
        row("percent signs", "/%25%2f%s%d", "%s %d %%", "%s");
    }
    void hostile_requests_arrive_as_they_are()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, body);
        const QByteArray bytes = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Odd: " + header +
                                 "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
        std::mutex mutex;
        QSet<QByteArray> seen;
        ScriptedHttpServer server([&](const QByteArray& request, int) {
            const std::scoped_lock lock(mutex);
            seen.insert(request);
            return HttpReply::ok();
        });
        LoadPlan plan = foreignPlan(server.port());
        plan.requests = {requestWith(bytes)};
        plan.duration = 1s;
        AWB_WRK(result, plan);
        QVERIFY(result->total.requests[0].ok > 5);
        QCOMPARE(seen, QSet<QByteArray>{bytes});
    }

    void writes_stay_under_their_cap_and_each_has_its_own_key()
    {
        std::mutex mutex;
        QSet<QByteArray> keys;
        int posts = 0;
        ScriptedHttpServer server([&](const QByteArray& request, int) {
            const std::scoped_lock lock(mutex);
            ++posts;
            keys.insert(request.mid(request.indexOf("Idempotency-Key: ") + 17, 36));
            return HttpReply::ok();
        });
        LoadPlan plan = foreignPlan(server.port());
        LoadRequest write = requestWith("POST /orders HTTP/1.1\r\nHost: 127.0.0.1\r\nIdempotency-Key: ");
        write.uuidAt = write.bytes.size();
        write.bytes += QByteArray(36, '0') + "\r\nContent-Length: 2\r\n\r\n{}";
        write.isSafe = false;
        write.most = 120;
        plan.requests = {write};
        plan.warmUp = 1s;
        plan.duration = 20s; // the cap ends it before
        QElapsedTimer timer;
        timer.start();
        AWB_WRK(result, plan);
        QVERIFY2(timer.elapsed() < 15000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(posts, 120);
        QCOMPARE(keys.size(), 120);
        QCOMPARE(result->stop, LoadStop::Over);
        QCOMPARE(result->total.requests[0].sent, quint64{120});
        QVERIFY(result->total.requests[0].ok > 10); // without those of the warm-up
        QVERIFY(result->total.requests[0].ok < 120);
    }

    void a_cap_that_the_warm_up_used_up_ends_it()
    {
        ScriptedHttpServer server([](const QByteArray&, int) { return HttpReply::ok(); });
        LoadPlan plan = foreignPlan(server.port());
        plan.requests[0].most = 20;
        plan.warmUp = 2s;
        AWB_WRK(result, plan);
        QCOMPARE(server.requests(), 20);
        QCOMPARE(result->total.requests[0].sent, quint64{20});
        QCOMPARE(result->total.requests[0].ok, 0);
    }

    void a_stop_takes_a_tenth_of_a_second_and_leaves_nothing()
    {
        const PrivateFolder temporary;
        const SetVariable folder("TMPDIR", temporary.path().toLocal8Bit());
        ScriptedHttpServer server([](const QByteArray&, int) { return HttpReply::ok(); });
        const QByteArray secret = "s3cr3t-" + QByteArray::number(QCoreApplication::applicationPid());
        LoadPlan plan = foreignPlan(server.port(), "/?key=" + secret);
        plan.duration = 60s;
        plan.requests[0].bytes.replace("\r\n\r\n", "\r\nAuthorization: Bearer " + secret + "\r\n\r\n");
        std::stop_source stop;
        QElapsedTimer asked;
        QByteArray commandLines;
        QStringList openFiles;
        int scripts = 0;
        const auto lookAndStop = [&](const LoadProgress& progress) {
            if (asked.isValid() || progress.total.requests[0].sent <= 20)
                return;
            for (QDirIterator at(temporary.path(), QDir::AllEntries | QDir::NoDotAndDotDot,
                                 QDirIterator::Subdirectories);
                 at.hasNext();) {
                at.next();
                const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                    QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
                scripts += at.fileName().endsWith(QLatin1String(".lua")) ? 1 : 0;
                // what wrk itself makes is readable, but nobody gets into its folder
                if ((at.fileInfo().permissions() & others) && !at.fileName().endsWith(QLatin1String(".json")))
                    openFiles << at.filePath();
            }
            for (const QString& pid : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
                QFile line(QStringLiteral("/proc/%1/cmdline").arg(pid));
                if (pid.toInt() > 0 && line.open(QIODevice::ReadOnly))
                    commandLines += line.readAll() + '\n';
            }
            asked.start();
            stop.request_stop();
        };
        const MachineLag machine;
        AWB_WRK(result, plan, lookAndStop, stop.get_token());
        const qint64 tookMs = asked.isValid() ? asked.elapsed() : -1;
        QVERIFY2(tookMs >= 0 && tookMs <= 100 + machine.worstMs(), qPrintable(QString::number(tookMs)));
        QVERIFY(hasNoChildren());
        QCOMPARE(result->stop, LoadStop::Cancelled);
        QVERIFY(result->total.requests[0].sent > 20);
        QVERIFY(commandLines.contains("-d60s"));
        QVERIFY(!commandLines.contains(secret));
        QVERIFY(!result->commands.join(QLatin1Char('\n')).contains(QLatin1String("s3cr3t")));
        QCOMPARE(scripts, 1);
        QCOMPARE(openFiles, QStringList());
        QVERIFY(QDir(temporary.path()).isEmpty());
    }

    void progress_is_told_while_it_runs()
    {
        ScriptedHttpServer server([](const QByteArray&, int) { return HttpReply::ok(); });
        int calls = 0;
        quint64 sent = 0;
        double last = 0;
        bool warmed = false;
        LoadPlan plan = foreignPlan(server.port());
        plan.warmUp = 1s;
        AWB_WRK(result, plan, [&](const LoadProgress& progress) {
            ++calls;
            warmed = warmed || progress.warmingUp;
            sent += progress.interval.requests[0].sent;
            QVERIFY(progress.fraction >= last);
            last = progress.fraction;
        });
        QVERIFY2(calls > 15, qPrintable(QString::number(calls)));
        QVERIFY(warmed);
        QCOMPARE(last, 1.0);
        QCOMPARE(sent, result->total.requests[0].sent);
    }

    void tls_without_a_credential_works()
    {
        const PrivateCertificates certificates;
        if (!certificates.isValid())
            QSKIP(qPrintable(certificates.error()));
        ScriptedHttpServer::Options options;
        options.certificate = certificates.serverCertificate();
        options.key = certificates.serverKey();
        ScriptedHttpServer server([](const QByteArray&, int) { return HttpReply::ok(); }, options);
        LoadPlan plan = foreignPlan(server.port());
        plan.tls = LoadTls{QStringLiteral("localhost"), certificates.caFile(), {}, {}, {}};
        AWB_WRK(result, plan);
        QVERIFY(result->total.requests[0].ok > 20);
    }
};

QTEST_GUILESS_MAIN(TestWrkEngine)
#include "tst_wrk_engine.moc"
