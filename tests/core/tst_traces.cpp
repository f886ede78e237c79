#include "core/probe/http/trace_reading.h"
#include "core/probe/http/traces_probe.h"
#include "tests/core/http_world.h"
#include "tests/core/rule_table.h"

#include <mutex>

using namespace awb;
using namespace awb::test;
using namespace std::chrono_literals;

namespace
{

const QByteArray traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
const QByteArray spanId = "00f067aa0ba902b7";

QByteArray base64(const QByteArray& hex)
{
    return QByteArray::fromHex(hex).toBase64();
}

// Recorded shapes of the backends' answers, with the trace and the services of a test.
QByteArray jaeger(const QByteArray& trace, const QByteArray& span, const QByteArrayList& services)
{
    QByteArrayList spans, processes;
    for (qsizetype i = 0; i < services.size(); ++i) {
        const QByteArray n = QByteArray::number(i + 1);
        spans << R"({"traceID":")" + trace + R"(","spanID":"000000000000000)" + n +
                     R"(","operationName":"GET /a","references":[{"refType":"CHILD_OF","traceID":")" + trace +
                     R"(","spanID":")" + (i == 0 ? span : QByteArray("0000000000000001")) +
                     R"("}],"startTime":1,"duration":2,"tags":[],"logs":[],"processID":"p)" + n + R"("})";
        processes << R"("p)" + n + R"(":{"serviceName":")" + services[i] + R"(","tags":[]})";
    }
    return R"({"data":[{"traceID":")" + trace + R"(","spans":[)" + spans.join(',') + R"(],"processes":{)" +
           processes.join(',') + R"(},"warnings":null}],"total":0,"errors":null})";
}

QByteArray otlp(const char* around, const QByteArray& trace, const QByteArray& span,
                const QByteArrayList& services)
{
    QByteArrayList resources;
    for (const QByteArray& service : services)
        resources << R"({"resource":{"attributes":[{"key":"service.name","value":{"stringValue":")" +
                         service + R"("}}]},"scopeSpans":[{"scope":{},"spans":[{"traceId":")" + trace +
                         R"(","spanId":"AAAAAAAAAAE=","parentSpanId":")" + span +
                         R"(","name":"GET /a","kind":"SPAN_KIND_SERVER"}]}]})";
    return QByteArray(around).replace("LIST", '[' + resources.join(',') + ']');
}

QByteArray zipkin(const QByteArray& trace, const QByteArray& span, const QByteArrayList& services)
{
    QByteArrayList spans;
    for (const QByteArray& service : services)
        spans << R"({"traceId":")" + trace + R"(","id":"0000000000000001","parentId":")" + span +
                     R"(","kind":"SERVER","name":"get /a","localEndpoint":{"serviceName":")" + service +
                     R"("}})";
    return '[' + spans.join(',') + ']';
}

QByteArray decimal(const QByteArray& hex)
{
    return QByteArray::number(hex.right(16).toULongLong(nullptr, 16));
}

// As the API's reference has it: ids of 64 bits as numbers, the whole trace id in hex beside them.
// (Qt 6.4's moc loses the class behind a raw string with an odd number of quotes.)
QByteArray datadog(const QByteArray& trace, const QByteArray& span, const QByteArrayList& services)
{
    QByteArrayList spans;
    for (const QByteArray& service : services)
        spans << R"({"duration":500000000,"endTime":1716800000500000000,"error":0,"meta":{"env":"prod"},)"
                 R"("metrics":{"a":0.1234567890123456789,"b":-1234567890123456789},"name":"web.request",)"
                 R"("parentID":)" +
                     decimal(span) + ",\"resource\":\"GET \\\"/1234567890123456789\",\"service\":\"" +
                     service +
                     "\",\"spanID\":1,\"startTime\":1716800000000000000,\"traceID\":" + decimal(trace) +
                     R"(,"traceIDFull":")" + trace + R"(","type":"web"})";
    return R"({"data":{"id":")" + trace + R"(","type":"trace","attributes":{"is_truncated":false,"spans":[)" +
           spans.join(',') + "]}}}";
}

// The form of the older interface, recorded from Datadog's own system tests: spans by id, ids as decimals.
QByteArray olderDatadog(const QByteArray& trace, const QByteArray& span, const QByteArrayList& services)
{
    QByteArrayList spans;
    for (qsizetype i = 0; i < services.size(); ++i)
        spans << "\"" + QByteArray::number(i + 1) + "\":{\"trace_id\":\"" + trace + R"(","span_id":")" +
                     QByteArray::number(i + 1) + R"(","parent_id":")" + span + R"(","service":")" +
                     services[i] + "\",\"start\":1716800000.5,\"duration\":0.25}";
    return R"({"trace":{"root_id":"1","spans":{)" + spans.join(',') + R"(}},"orphaned":[]})";
}

QJsonObject traceRow(int found, int services, bool echoed = false)
{
    return {{QStringLiteral("endpoint"), QStringLiteral("GET /a")},
            {QStringLiteral("sent"), 3},
            {QStringLiteral("found"), found},
            {QStringLiteral("services"), services},
            {QStringLiteral("echoed"), echoed}};
}

FactsByProbe traced(const QJsonArray& rows, const char* backend = "answers")
{
    return only(
        factsOf("http.traces", {{"covered", 50}},
                {{QStringLiteral("endpoints"), rows}, {QStringLiteral("backend"), QLatin1String(backend)}},
                qstrcmp(backend, "answers") == 0));
}

} // namespace

class TestTraces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void traces_are_judged_data()
    {
        ruleColumns();
        row("5.1 passes when every trace crosses", "5.1", traced({traceRow(3, 2), traceRow(3, 3)}),
            Verdict::Pass);
        row("5.1 warns of a trace within one service", "5.1", traced({traceRow(3, 2), traceRow(3, 1)}),
            Verdict::Warn);
        row("5.1 warns when some are missing", "5.1", traced({traceRow(3, 2), traceRow(1, 2)}),
            Verdict::Warn);
        row("5.1 fails when none is known", "5.1", traced({traceRow(0, 0), traceRow(0, 0, true)}),
            Verdict::Fail);
        row("5.1 warns of an echo alone", "5.1", traced({traceRow(0, 0, true)}, "none"), Verdict::Warn);
        row("5.1 is not measured without backend and echo", "5.1", traced({traceRow(0, 0)}, "none"),
            Verdict::NotMeasured);
        row("5.1 never passes on a backend that invents", "5.1", traced({traceRow(3, 2)}, "invents"),
            Verdict::NotMeasured);
        row("5.1 is not measured without an endpoint", "5.1", traced({}, "none"), Verdict::NotMeasured);
    }
    void traces_are_judged()
    {
        QFETCH(QString, check);
        QFETCH(FactsByProbe, facts);
        const Suggestion suggestion = judge(check, facts);
        QFETCH(QString, verdict);
        QVERIFY2(verdictId(suggestion.verdict) == verdict, qPrintable(suggestion.summary.text()));
    }

    void answers_of_backends_are_read_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("spans");
        QTest::addColumn<int>("services");
        QTest::addColumn<bool>("ours");
        const QByteArray other(32, 'c');
        QTest::newRow("Jaeger") << jaeger(traceId, spanId, {"web", "shop"}) << 2 << 2 << true;
        QTest::newRow("Jaeger without leading zeros")
            << jaeger(traceId, "f067aa0ba902b7", {"web"}) << 1 << 1 << true;
        QTest::newRow("Jaeger, another trace") << jaeger(other, spanId, {"web"}) << 0 << 0 << false;
        QTest::newRow("Jaeger, another parent")
            << jaeger(traceId, "1111111111111111", {"web"}) << 1 << 1 << false;
        QTest::newRow("Jaeger, nothing")
            << QByteArray(R"({"data":[],"errors":[{"code":404}]})") << 0 << 0 << false;
        QTest::newRow("Jaeger 3") << otlp(R"({"result":{"resourceSpans":LIST}})", base64(traceId),
                                          base64(spanId), {"web", "shop"})
                                  << 2 << 2 << true;
        QTest::newRow("Tempo") << otlp(R"({"batches":LIST})", base64(traceId), base64(spanId),
                                       {"web", "shop"})
                               << 2 << 2 << true;
        QTest::newRow("Tempo 2") << otlp(R"({"trace":{"resourceSpans":LIST}})", base64(traceId),
                                         base64(spanId), {"web"})
                                 << 1 << 1 << true;
        QTest::newRow("Tempo in hex")
            << otlp(R"({"resourceSpans":LIST})", traceId, spanId, {"web"}) << 1 << 1 << true;
        QTest::newRow("Zipkin") << zipkin(traceId, spanId, {"web", "shop", "shop"}) << 3 << 2 << true;
        QTest::newRow("Zipkin, nothing") << QByteArray("[]") << 0 << 0 << false;
        QTest::newRow("Datadog") << datadog(traceId, spanId, {"web", "shop"}) << 2 << 2 << true;
        QTest::newRow("Datadog, ids above 2^63")
            << datadog(traceId, "f0f067aa0ba902b7", {"web"}) << 1 << 1 << false;
        QTest::newRow("Datadog, another trace") << datadog(other, spanId, {"web"}) << 0 << 0 << false;
        QTest::newRow("Datadog, the same lower half only")
            << datadog(QByteArray(16, 'c') + traceId.right(16), spanId, {"web"}) << 0 << 0 << false;
        QTest::newRow("Datadog, a tracer of 64 bits")
            << datadog(QByteArray(16, '0') + traceId.right(16), spanId, {"web"}) << 1 << 1 << true;
        QTest::newRow("Datadog, nothing")
            << QByteArray(R"({"data":{"type":"trace","attributes":{"is_truncated":false,"spans":[]}}})") << 0
            << 0 << false;
        QTest::newRow("older Datadog in decimal")
            << olderDatadog(decimal(traceId), decimal(spanId), {"web", "shop"}) << 2 << 2 << true;
        QTest::newRow("older Datadog in hex")
            << olderDatadog(traceId.right(16), spanId, {"web"}) << 1 << 1 << true;
        QTest::newRow("older Datadog, another trace")
            << olderDatadog("1", decimal(spanId), {"web"}) << 0 << 0 << false;
        QTest::newRow("HTML") << QByteArray("<html>") << -1 << 0 << false;
        QTest::newRow("another document") << QByteArray(R"({"status":"ok"})") << -1 << 0 << false;
        QTest::newRow("nothing") << QByteArray() << -1 << 0 << false;
    }
    void answers_of_backends_are_read()
    {
        QFETCH(QByteArray, json);
        const auto seen = readTrace(json, traceId, spanId);
        QTEST(seen ? int(seen->spans) : -1, "spans");
        if (!seen)
            return;
        QTEST(int(seen->services.size()), "services");
        QTEST(seen->isOurs, "ours");
    }

    void a_trace_of_too_many_spans_is_refused()
    {
        const QByteArray span = R"({"traceId":"x"},)";
        const auto seen = readTrace('[' + span.repeated(20'001) + "{}]", traceId, spanId);
        QVERIFY(!seen && seen.error().code == ErrorCode::Limit);
    }

    void a_service_and_its_backend_are_measured_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QByteArray>("habit"); // of the service and its backend
        QTest::addColumn<QString>("verdict");
        for (const char* kind : {"jaeger", "tempo", "zipkin"}) {
            QTest::addRow("%s, two services", kind)
                << QString::fromLatin1(kind) << QByteArray("two") << "pass";
            QTest::addRow("%s, one service", kind)
                << QString::fromLatin1(kind) << QByteArray("one") << "warn";
            QTest::addRow("%s, nothing arrives", kind)
                << QString::fromLatin1(kind) << QByteArray("none") << "fail";
        }
        QTest::newRow("spans that arrive late") << "jaeger" << QByteArray("late") << "pass";
        QTest::newRow("a backend that knows everything")
            << "jaeger" << QByteArray("invents") << "not-measured";
        QTest::newRow("a web page") << "jaeger" << QByteArray("html") << "not-measured";
        QTest::newRow("no backend, an echo") << "" << QByteArray("echo") << "warn";
        QTest::newRow("no backend, nothing") << "" << QByteArray("none") << "not-measured";
    }
    void a_service_and_its_backend_are_measured()
    {
        QFETCH(QString, kind);
        QFETCH(QByteArray, habit);
        std::mutex mutex;
        QMap<QByteArray, QByteArray> known; // trace → span
        int asked = 0;
        HttpPeer service([&](PeerLine& line, const PeerRequest& request) {
            const QByteArrayList parts = request.header("traceparent").split('-');
            const std::lock_guard lock(mutex);
            if (parts.size() == 4)
                known.insert(parts[1], parts[2]);
            line.send(jsonReply("{}", habit == "echo" && parts.size() == 4
                                          ? QList<QByteArray>{"traceresponse: 00-" + parts[1] + "-01-01"}
                                          : QList<QByteArray>{}));
        });
        HttpPeer backend([&](PeerLine& line, const PeerRequest& request) {
            const QByteArray trace = request.path().split('/').last();
            const std::lock_guard lock(mutex);
            ++asked;
            const bool tells = habit == "invents" ||
                               (known.contains(trace) && habit != "none" && (habit != "late" || asked > 6));
            if (habit == "html")
                line.send(reply(200, "<html>", {"Content-Type: text/html"}));
            else if (!tells)
                line.send(jsonReply(R"({"data":null,"errors":[{"code":404}]})", {}, 404));
            else {
                const QByteArrayList services =
                    habit == "one" ? QByteArrayList{"web"} : QByteArrayList{"web", "shop"};
                const QByteArray span = known.value(trace, spanId);
                line.send(jsonReply(kind == QLatin1String("zipkin") ? zipkin(trace, span, services)
                                    : kind == QLatin1String("tempo")
                                        ? otlp(R"({"batches":LIST})", base64(trace), base64(span), services)
                                        : jaeger(trace, span, services)));
            }
        });
        HttpWorld world(service.url());
        EndpointTarget endpoint;
        endpoint.path = QStringLiteral("/a");
        world.http().endpoints = {endpoint};
        world.target.profile.tracesKind = kind;
        if (!kind.isEmpty())
            world.target.profile.tracesUrl = QUrl(backend.url());
        TraceOptions options;
        options.lookups = {10ms, 60ms, 120ms};
        TracesProbe probe(std::make_shared<HttpPace>(0ms), options);
        const auto facts = probe.run(world.target, *world.where);
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().message));
        const Suggestion suggestion = judge(QStringLiteral("5.1"), only(*facts));
        QFETCH(QString, verdict);
        QVERIFY2(verdictId(suggestion.verdict) == verdict,
                 qPrintable(verdictId(suggestion.verdict) + suggestion.summary.text()));
    }

    void ids_above_2_63_are_not_rounded()
    {
        const QByteArray trace = "0000000000000000f0f067aa0ba902b7";
        const QByteArray neighbour = "0000000000000000f0f067aa0ba902b8";
        const QByteArray span = "ffffffffffffffff";
        const auto without = [](QByteArray json) { return json.replace("traceIDFull", "other"); };
        const auto own = readTrace(without(datadog(trace, span, {"web"})), trace, span);
        const auto another = readTrace(without(datadog(neighbour, span, {"web"})), trace, span);
        QVERIFY(own && own->spans == 1 && own->isOurs);
        QVERIFY(another && another->spans == 0);
    }

    void datadog_is_asked_with_both_keys_by_hex_and_by_decimal_data()
    {
        QTest::addColumn<QByteArray>(
            "knownBy"); // hex, decimal, or what it answers to every look-up but the first
        QTest::addColumn<bool>("keys");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("by hex") << QByteArray("hex") << true << "pass";
        QTest::newRow("by decimal") << QByteArray("decimal") << true << "pass";
        QTest::newRow("not at all") << QByteArray("none") << true << "fail";
        QTest::newRow("refused without keys") << QByteArray("hex") << false << "not-measured";
        QTest::newRow("refused after a while") << QByteArray("403") << true << "not-measured";
    }
    void datadog_is_asked_with_both_keys_by_hex_and_by_decimal()
    {
        QFETCH(QByteArray, knownBy);
        QFETCH(bool, keys);
        std::mutex mutex;
        QMap<QByteArray, std::pair<QByteArray, QByteArray>> known; // name → trace and span
        int asked = 0;
        HttpPeer service([&](PeerLine& line, const PeerRequest& request) {
            const QByteArrayList parts = request.header("traceparent").split('-');
            const std::lock_guard lock(mutex);
            if (parts.size() == 4)
                known.insert(knownBy == "decimal" ? decimal(parts[1]) : parts[1], {parts[1], parts[2]});
            line.send(jsonReply("{}"));
        });
        HttpPeer backend([&](PeerLine& line, const PeerRequest& request) {
            const std::lock_guard lock(mutex);
            const auto trace = known.value(request.path().split('/').last());
            const bool may = request.header("DD-API-KEY") == "api-" + plantedWord &&
                             request.header("DD-APPLICATION-KEY") == "app-" + plantedWord;
            if (!may || !request.path().startsWith("/api/v2/trace/") || (knownBy == "403" && ++asked > 2))
                line.send(jsonReply(R"({"errors":["Forbidden"]})", {}, 403));
            else if (trace.first.isEmpty() || knownBy == "none")
                line.send(jsonReply(R"({"errors":["Not found"]})", {}, 404));
            else
                line.send(jsonReply(datadog(trace.first, trace.second, {"web", "shop"})));
        });
        HttpWorld world(service.url());
        EndpointTarget endpoint;
        endpoint.path = QStringLiteral("/a");
        world.http().endpoints = {endpoint};
        world.target.profile.tracesKind = QStringLiteral("datadog");
        world.target.profile.tracesUrl = QUrl(backend.url());
        if (keys) {
            world.target.secrets.insert(QStringLiteral("traces"), Secret("api-" + plantedWord));
            world.target.secrets.insert(QStringLiteral("traces/app"), Secret("app-" + plantedWord));
        }
        TraceOptions options;
        options.lookups = {10ms, 20ms};
        options.datadogPace = 0ms;
        const auto facts =
            TracesProbe(std::make_shared<HttpPace>(0ms), options).run(world.target, *world.where);
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().message));
        QVERIFY(!jsonOf(*facts).contains(QString::fromLatin1(plantedWord)));
        const Suggestion suggestion = judge(QStringLiteral("5.1"), only(*facts));
        QTEST(verdictId(suggestion.verdict), "verdict");
    }

    void the_shipped_numbers_are_those_of_the_checklist()
    {
        const Check* check = checklist().find(QStringLiteral("5.1"));
        const TraceOptions options;
        QCOMPARE(double(options.perEndpoint), check->policyValue(QStringLiteral("requests_per_endpoint")));
        QCOMPARE(double(options.endpoints), check->policyValue(QStringLiteral("max_endpoints")));
        QCOMPARE(double(options.lookups.first().count()),
                 1000 * check->policyValue(QStringLiteral("lookup_first_s")));
        QCOMPARE(double(options.lookups.last().count()),
                 1000 * check->policyValue(QStringLiteral("lookup_last_s")));
    }
};

QTEST_GUILESS_MAIN(TestTraces)
#include "tst_traces.moc"
