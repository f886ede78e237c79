#include "core/latency/histogram_log.h"
#include "core/probe/load/latency_import.h"
#include "tests/core/rule_table.h"

#include <QBuffer>

using namespace awb;
using namespace awb::test;

namespace
{

Result<Facts> imported(const char* format, QByteArray bytes, const ImportOptions& options = {})
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    return importLatency(*latencyFormatFromId(QLatin1String(format)), buffer, QStringLiteral("results"),
                         options);
}

ImportOptions openLoop()
{
    ImportOptions options;
    options.openLoop = options.allEndpoints = true;
    return options;
}

// 100 requests a second for a minute; of each hundred `slow` take slowMs, the others 20 ms.
template<typename F>
QByteArray samples(int slow, double slowMs, F&& line)
{
    QByteArray text;
    for (int i = 0; i < 6000; ++i)
        text += line(1700000000.0 + i / 100.0, i % 100 < slow ? slowMs : 20.0) + '\n';
    return text;
}

QByteArray timeOf(double at)
{
    return QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(at * 1000 + 0.5))
        .toUTC()
        .toString(Qt::ISODateWithMs)
        .toUtf8();
}

// Single quotes for double ones: easier to read here.
QByteArray json(const char* text)
{
    return QByteArray(text).replace('\'', '"');
}

QByteArray k6Points(int slow, double slowMs, const QByteArray& status = "200",
                    const QByteArray& method = "GET")
{
    QByteArray form =
        json("{'metric':'http_req_duration','type':'Point','data':{'time':'TIME','value':MS,'tags':{"
             "'expected_response':'EXPECTED','method':'METHOD','name':'http://shop/a','scenario':'s',"
             "'status':'STATUS'}}}");
    form.replace("EXPECTED", status == "200" ? "true" : "false")
        .replace("METHOD", method)
        .replace("STATUS", status);
    return json("{'type':'Metric','metric':'http_req_duration','data':{'name':'http_req_duration','type':'"
                "trend',"
                "'contains':'time','thresholds':[],'submetrics':null}}\n") +
           samples(slow, slowMs, [&](double at, double ms) {
               return QByteArray(form).replace("TIME", timeOf(at)).replace("MS", QByteArray::number(ms));
           });
}

QByteArray k6Csv(int slow, double slowMs)
{
    return "metric_name,timestamp,metric_value,check,error,error_code,expected_response,group,method,name,"
           "proto,scenario,"
           "service,status,subproto,tls_version,url,extra_tags,metadata\n"
           "http_reqs,1700000000,1.000000,,,,true,,GET,http://shop/a,HTTP/1.1,s,,200,,,http://shop/a,,\n" +
           samples(slow, slowMs, [](double at, double ms) {
               return "http_req_duration," + QByteArray::number(static_cast<qint64>(at)) + ',' +
                      QByteArray::number(ms, 'f', 6) +
                      ",,,,true,,GET,\"http://shop/a?x=1,2\",HTTP/1.1,s,,200,,,http://shop/a,,";
           });
}

QByteArray h2loadLog(int slow, double slowMs)
{
    return samples(slow, slowMs, [](double at, double ms) {
        return QByteArray::number(static_cast<qint64>(at * 1e6)) + "\t200\t" +
               QByteArray::number(static_cast<qint64>(ms * 1000));
    });
}

QByteArray vegetaHits(int slow, double slowMs)
{
    const QByteArray form =
        json("{'attack':'','seq':0,'code':200,'timestamp':'TIME','latency':NS,'bytes_out':0,"
             "'bytes_in':2,'error':'','method':'GET','url':'http://shop/a'}");
    return samples(slow, slowMs, [&](double at, double ms) {
        return QByteArray(form)
            .replace("TIME", timeOf(at))
            .replace("NS", QByteArray::number(static_cast<qint64>(ms * 1e6)));
    });
}

QByteArray hlog(int slow, double slowMs)
{
    HistogramLog log;
    for (int second = 0; second < 60; ++second) {
        LogInterval interval{QStringLiteral("GET_/a"), static_cast<double>(second), 1, {}};
        for (int i = 0; i < 100; ++i)
            interval.histogram.record(static_cast<quint64>((i < slow ? slowMs : 20) * 1000));
        log.intervals.append(interval);
    }
    return writeHistogramLog(log);
}

const char wrkText[] = R"txt(Running 1m test @ http://127.0.0.1:8080/
  2 threads and 50 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency     6.21ms    7.02ms  60.11ms   95.02%
    Req/Sec     4.05k   312.11     4.80k    71.00%
  Latency Distribution
     50%    5.40ms
     75%    6.02ms
     90%    6.90ms
     99%   51.20ms
  483021 requests in 1.00m, 62.65MB read
Requests/sec:   8050.35
Transfer/sec:      1.04MB
)txt";

const char k6Summary[] = R"json({"root_group": {}, "state": {"testRunDurationMs": 60000},
  "options": {"summaryTrendStats": ["avg", "p(99)"]},
  "metrics": {
    "http_reqs": {"type": "counter", "contains": "default", "values": {"count": 6000, "rate": 100}},
    "http_req_duration": {"type": "trend", "contains": "time",
      "values": {"avg": 21, "min": 1, "med": 20, "max": 90, "p(90)": 30, "p(95)": 40, "p(99)": 80},
      "thresholds": {"p(99)<200": {"ok": true}}}}})json";
const char k6Export[] = R"json({"root_group": {}, "metrics": {
    "http_reqs": {"count": 6000, "rate": 100},
    "http_req_duration": {"avg": 21, "min": 1, "med": 20, "max": 90, "p(90)": 30, "p(95)": 40,
      "thresholds": {"p(95)<200": true}}}})json";
const char k6Machine[] = R"json({"version": "1.0.0", "config": {"duration": 60, "execution": "local"},
  "metadata": {"generatedAt": "2026-11-24T10:00:00Z", "k6Version": "2.2.0"},
  "results": {"metrics": [
    {"name": "http_reqs", "type": "counter", "contains": "default", "values": {"count": 6000}},
    {"name": "http_req_duration", "type": "trend", "contains": "time",
      "values": {"avg": 21, "min": 1, "med": 20, "max": 90, "p(90)": 30, "p(95)": 40}}]}})json";
const char vegetaReport[] =
    R"json({"latencies": {"total": 1, "mean": 2000000, "50th": 1900000, "90th": 3000000,
    "95th": 4000000, "99th": 9000000, "max": 20000000, "min": 1000},
  "requests": 6000, "rate": 100, "duration": 60000000000, "success": 1, "status_codes": {"200": 6000}})json";
const char ohaJson[] = R"json({"summary": {"successRate": 1, "total": 60.0, "slowest": 0.09},
  "latencyPercentiles": {"p10": 0.001, "p50": 0.002, "p90": 0.01, "p95": 0.02, "p99": 0.08, "p99.9": 0.09},
  "statusCodeDistribution": {"200": 6000}, "errorDistribution": {}})json";
const char autocannonJson[] = R"json({"latency": {"average": 2.1, "p50": 2, "p90": 10, "p99": 80, "max": 90},
  "2xx": 6000, "non2xx": 0, "errors": 0, "timeouts": 0, "duration": 60})json";
const char wrkHistogram[] = R"json({"tool": "wrk", "duration_us": 60000000, "requests": 60000,
  "errors": {"connect": 0, "read": 0, "write": 0, "status": 0, "timeout": 0},
  "histogram": [[20000, 50000], [300000, 10000]]})json";

QString reportedP99(const Facts& facts)
{
    return QString::number(facts.value(QStringLiteral("read_p99_max")));
}

} // namespace

class TestLatencyImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void single_requests_are_judged_like_a_run_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QByteArray>("fast");
        QTest::addColumn<QByteArray>("slow");
        QTest::addColumn<bool>("scheduled"); // the format itself says so
        const auto row = [](const char* name, const char* format, const QByteArray& fast,
                            const QByteArray& slow, bool scheduled) {
            QTest::newRow(name) << QString::fromLatin1(format) << fast << slow << scheduled;
        };
        row("k6 points", "k6", k6Points(0, 0), k6Points(3, 900), false);
        row("k6 CSV", "k6", k6Csv(0, 0), k6Csv(3, 900), false);
        row("vegeta results", "vegeta", vegetaHits(0, 0), vegetaHits(3, 900), true);
        row("a histogram log", "hlog", hlog(0, 0), hlog(3, 900), false);
    }
    void single_requests_are_judged_like_a_run()
    {
        QFETCH(QString, format);
        QFETCH(QByteArray, fast);
        QFETCH(QByteArray, slow);
        QFETCH(bool, scheduled);
        const QByteArray id = format.toLatin1();
        const auto bad = imported(id.constData(), slow);
        QVERIFY2(bad.has_value(), bad ? "" : qPrintable(bad.error().message));
        QCOMPARE(verdictId(judge(QStringLiteral("1.1"), only(*bad)).verdict), verdictId(Verdict::Fail));
        QVERIFY(bad->value(QStringLiteral("read_p99_max")) > 880);
        const auto good = imported(id.constData(), fast);
        QVERIFY(good);
        QCOMPARE(verdictId(judge(QStringLiteral("1.1"), only(*good)).verdict),
                 verdictId(Verdict::Inconclusive));
        ImportOptions
            all; // somebody states that the file holds all endpoints, nobody that it was sent on a schedule
        all.allEndpoints = true;
        const auto whole = imported(id.constData(), fast, all);
        QVERIFY(whole);
        QCOMPARE(judge(QStringLiteral("1.1"), only(*whole)).verdict == Verdict::Pass, scheduled);
        const auto stated = imported(id.constData(), fast, openLoop());
        QVERIFY(stated);
        const Suggestion suggestion = judge(QStringLiteral("1.1"), only(*stated));
        QVERIFY2(suggestion.verdict == Verdict::Pass, qPrintable(suggestion.summary.text()));
        QVERIFY(stated->source.startsWith(format));
    }

    void h2load_can_only_prove_that_something_is_slow()
    {
        const auto fast = imported("h2load", h2loadLog(0, 0), openLoop());
        QVERIFY(fast);
        QCOMPARE(verdictId(judge(QStringLiteral("1.1"), only(*fast)).verdict),
                 verdictId(Verdict::Inconclusive));
        const auto slow = imported("h2load", h2loadLog(3, 900));
        QVERIFY(slow);
        QCOMPARE(verdictId(judge(QStringLiteral("1.1"), only(*slow)).verdict), verdictId(Verdict::Fail));
    }

    void dropped_iterations_hold_a_pass_back()
    {
        const QByteArray lost = json("{'metric':'dropped_iterations','type':'Point','data':{'time':'2023-11-"
                                     "14T22:13:20Z','value':5,'tags':{}}}\n");
        const auto facts = imported("k6", k6Points(0, 0) + lost, openLoop());
        QVERIFY(facts);
        QVERIFY(judge(QStringLiteral("1.1"), only(*facts)).verdict != Verdict::Pass);
    }

    void a_request_that_timed_out_is_slow_not_gone()
    {
        // 60 of 6,000 got no answer in 30 s, 40 more took 900 ms: 1.7 % over the limit, and 1 % may be
        QByteArray points = k6Points(0, 0);
        QByteArrayList lines = points.split('\n');
        for (int i = 0; i < 100; ++i) {
            QByteArray& line = lines[1 + i * 60]; // the first describes the metric
            line.replace("\"value\":20", i < 60 ? "\"value\":30000" : "\"value\":900");
            if (i < 60)
                line.replace("\"status\":\"200\"", "\"status\":\"0\"")
                    .replace("\"expected_response\":\"true\"", "\"expected_response\":\"false\"");
        }
        const auto facts = imported("k6", lines.join('\n'), openLoop());
        QVERIFY2(facts.has_value(), facts ? "" : qPrintable(facts.error().message));
        const QJsonObject run = facts->details.value(QStringLiteral("endpoints"))
                                    .toArray()
                                    .at(0)
                                    .toObject()
                                    .value(QStringLiteral("runs"))
                                    .toArray()
                                    .at(0)
                                    .toObject();
        QCOMPARE(run.value(QStringLiteral("timeouts")).toInt(), 60);
        QCOMPARE(verdictId(judge(QStringLiteral("1.1"), only(*facts)).verdict), verdictId(Verdict::Fail));
    }

    void failed_requests_are_no_latency()
    {
        const auto facts = imported("k6", k6Points(0, 0, "500"), openLoop());
        QVERIFY(facts);
        QCOMPARE(verdictId(judge(QStringLiteral("1.1"), only(*facts)).verdict),
                 verdictId(Verdict::Inconclusive));
    }

    void writes_are_told_by_their_method()
    {
        const auto facts = imported("k6", k6Points(3, 900, "200", "POST"));
        QVERIFY(facts);
        QCOMPARE(verdictId(judge(QStringLiteral("1.1"), only(*facts)).verdict),
                 verdictId(Verdict::NotMeasured));
        QCOMPARE(verdictId(judge(QStringLiteral("1.2"), only(*facts)).verdict), verdictId(Verdict::Fail));
    }

    void percentiles_are_shown_but_never_a_verdict_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("p99"); // ms; nan: the format has none
        QTest::newRow("wrk") << QStringLiteral("wrk") << QByteArray(wrkText) << QStringLiteral("51.2");
        QTest::newRow("k6 handleSummary")
            << QStringLiteral("k6") << QByteArray(k6Summary) << QStringLiteral("80");
        QTest::newRow("k6 --summary-export")
            << QStringLiteral("k6") << QByteArray(k6Export) << QStringLiteral("nan");
        QTest::newRow("k6 machine-readable summary")
            << QStringLiteral("k6") << QByteArray(k6Machine) << QStringLiteral("nan");
        QTest::newRow("vegeta report")
            << QStringLiteral("vegeta") << QByteArray(vegetaReport) << QStringLiteral("9");
        QTest::newRow("oha") << QStringLiteral("oha") << QByteArray(ohaJson) << QStringLiteral("80");
        QTest::newRow("autocannon") << QStringLiteral("autocannon") << QByteArray(autocannonJson)
                                    << QStringLiteral("80");
    }
    void percentiles_are_shown_but_never_a_verdict()
    {
        QFETCH(QString, format);
        QFETCH(QByteArray, bytes);
        const auto facts = imported(format.toLatin1().constData(), bytes, openLoop());
        QVERIFY2(facts.has_value(), facts ? "" : qPrintable(facts.error().message));
        QTEST(reportedP99(*facts), "p99");
        for (const char* check : {"1.1", "1.3", "1.4"})
            QCOMPARE(verdictId(judge(QLatin1String(check), only(*facts)).verdict),
                     verdictId(Verdict::Inconclusive));
        QVERIFY(facts->details.contains(QStringLiteral("note")));
        const QJsonObject run = facts->details.value(QStringLiteral("endpoints"))
                                    .toArray()
                                    .first()
                                    .toObject()
                                    .value(QStringLiteral("runs"))
                                    .toArray()
                                    .first()
                                    .toObject();
        QVERIFY(run.value(QStringLiteral("scheduled")).toDouble() >= 6000);
    }

    void wrk_with_its_whole_histogram_can_prove_slowness()
    {
        const auto facts = imported("wrk", wrkHistogram);
        QVERIFY2(facts.has_value(), facts ? "" : qPrintable(facts.error().message));
        QCOMPARE(verdictId(judge(QStringLiteral("1.1"), only(*facts)).verdict), verdictId(Verdict::Fail));
        QByteArray fast(wrkHistogram);
        fast.replace("300000", "30000");
        const auto good = imported("wrk", fast, openLoop());
        QVERIFY(good);
        QCOMPARE(verdictId(judge(QStringLiteral("1.1"), only(*good)).verdict),
                 verdictId(Verdict::Inconclusive));
    }

    void timeouts_of_wrk_are_counted()
    {
        QByteArray text(wrkText);
        text.replace("Requests/sec", "  Socket errors: connect 0, read 0, write 0, timeout 12\n  Non-2xx or "
                                     "3xx responses: 7\nRequests/sec");
        const auto facts = imported("wrk", text);
        QVERIFY(facts);
        const QJsonObject run = facts->details.value(QStringLiteral("endpoints"))
                                    .toArray()
                                    .first()
                                    .toObject()
                                    .value(QStringLiteral("runs"))
                                    .toArray()
                                    .first()
                                    .toObject();
        QCOMPARE(run.value(QStringLiteral("timeouts")).toInt(), 12);
        QCOMPARE(run.value(QStringLiteral("scheduled")).toInt(), 483021 + 12);
        QCOMPARE(run.value(QStringLiteral("ok")).toInt(), 483021 - 7);
        QCOMPARE(run.value(QStringLiteral("seconds")).toDouble(), 60.0);
    }

    void what_cannot_be_read_is_named_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const char* format, const QByteArray& bytes, const char* says) {
            QTest::newRow(name) << QString::fromLatin1(format) << bytes << QString::fromLatin1(says);
        };
        row("an empty file", "k6", {}, "JSON");
        row("another JSON", "k6", "{\"a\":1}", "none of k6's outputs");
        row("a k6 point that breaks off", "k6", k6Points(0, 0).first(600), "no JSON");
        row("a k6 point without time", "k6",
            json("{'type':'Point','metric':'http_req_duration','data':{'value':1}}"), "Line 1");
        row("a CSV without its columns", "k6", "metric_name,x\na,b\n", "Line 1");
        row("a CSV with words for numbers", "k6",
            "metric_name,timestamp,metric_value\nhttp_req_duration,a,b\n", "Line 2");
        row("wrk without --latency", "wrk", "  100 requests in 10.00s, 1MB read\n", "--latency");
        row("no wrk", "wrk", "hello", "wrk");
        row("no h2load", "h2load", "a\tb\tc\n", "Line 1");
        row("a day later", "h2load", "1700000000000000\t200\t1\n1800000000000000\t200\t1\n", "Line 2");
        row("a negative time", "h2load", "1700000000000000\t200\t-1\n", "Line 1");
        row("no vegeta", "vegeta", "{}", "no latency");
        row("no oha", "oha", "[]", "no JSON object");
        row("no hlog", "hlog", "x", "Line 1");
        row("an endless line", "h2load", QByteArray(2 * 1024 * 1024, '1'), "1 MiB");
        row("a huge document", "oha", QByteArray(17 * 1024 * 1024, ' '), "16 MiB");
    }
    void what_cannot_be_read_is_named()
    {
        QFETCH(QString, format);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        const auto facts = imported(format.toLatin1().constData(), bytes);
        QVERIFY(!facts);
        QVERIFY2(facts.error().message.contains(says), qPrintable(facts.error().message));
        QVERIFY(facts.error().message.contains(QLatin1String("results")));
    }

    void too_many_endpoints_are_refused()
    {
        QByteArray text;
        for (int i = 0; i < 300; ++i)
            text +=
                json("{'code':200,'timestamp':'2026-11-24T10:00:00Z','latency':1,'method':'GET','url':'/") +
                QByteArray::number(i) + "\"}\n";
        const auto facts = imported("vegeta", text);
        QVERIFY(!facts);
        QCOMPARE(facts.error().code, ErrorCode::Limit);
    }
};

QTEST_GUILESS_MAIN(TestLatencyImport)
#include "tst_latency_import.moc"
