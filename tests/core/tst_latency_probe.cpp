#include "core/latency/hdr_codec.h"
#include "core/probe/load/latency_probe.h"
#include "core/probe/probe_table.h"
#include "tests/core/load_world.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace awb;
using namespace awb::test;
using namespace std::chrono_literals;

namespace
{

LatencyOptions shortOptions()
{
    LatencyOptions options;
    options.warmUp = options.ramp = 200ms;
    options.fewestSamples = 20;
    options.duration = 800ms; // what the targets here ask for is long enough
    options.timeout = 2s;
    options.repeats = 0;
    return options;
}

EndpointTarget endpointOf(const char* method, const char* path, double rate, const char* body = "")
{
    EndpointTarget endpoint;
    endpoint.method = QLatin1String(method);
    endpoint.path = QLatin1String(path);
    endpoint.rate = rate;
    endpoint.body = QLatin1String(body);
    return endpoint;
}

ProbeTarget targetOf(quint16 port, const QVector<EndpointTarget>& endpoints)
{
    ProbeTarget target;
    target.profile.http.emplace();
    target.profile.http->baseUrl = QUrl(QStringLiteral("http://127.0.0.1:%1/api").arg(port));
    target.profile.http->endpoints = endpoints;
    target.profile.loadDurationMs = 800;
    target.allowed = Capability::Load;
    return target;
}

struct Outcome
{
    Result<Facts> facts;
    QVector<Sent> sent;
};

Outcome measure(const ProbeTarget& target, const LatencyOptions& options = shortOptions(),
                std::stop_token stop = {})
{
    const SystemClock clock;
    ProbeContext context(clock, 2min, {}, stop);
    auto facts = LatencyProbe(options).run(target, context);
    return {std::move(facts), context.sentSoFar()};
}

QJsonObject endpointNamed(const Facts& facts, const char* name)
{
    for (const QJsonValue& value : facts.details.value(QStringLiteral("endpoints")).toArray()) {
        if (value.toObject().value(QStringLiteral("name")) == QLatin1String(name))
            return value.toObject();
    }
    return {};
}

QString whySkipped(const Facts& facts, const char* name)
{
    for (const QJsonValue& value : facts.details.value(QStringLiteral("skipped")).toArray()) {
        if (value.toObject().value(QStringLiteral("name")) == QLatin1String(name))
            return value.toObject().value(QStringLiteral("why")).toString();
    }
    return {};
}

HttpReply shop(const QByteArray& request)
{
    if (request.startsWith("GET /api/slow")) {
        HttpReply reply = HttpReply::ok();
        reply.delayMs = 60;
        return reply;
    }
    if (request.startsWith("GET /api/fast") || request.startsWith("POST /api/orders"))
        return HttpReply::ok();
    return HttpReply::status(404);
}

} // namespace

class TestLatencyProbe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void each_endpoint_is_measured_alone_and_all_together()
    {
        ScriptedHttpServer server([](const QByteArray& request, int) { return shop(request); });
        const Outcome outcome =
            measure(targetOf(server.port(), {endpointOf("GET", "/fast", 100), endpointOf("GET", "/slow", 50),
                                             endpointOf("GET", "/missing", 50)}));
        QVERIFY2(outcome.facts.has_value(), outcome.facts ? "" : qPrintable(outcome.facts.error().message));
        const Facts& facts = *outcome.facts;
        QVERIFY(facts.complete);
        const QJsonObject fast = endpointNamed(facts, "GET /fast");
        const QJsonObject slow = endpointNamed(facts, "GET /slow");
        QCOMPARE(fast.value(QStringLiteral("runs")).toArray().size(), 1);
        QVERIFY(fast.value(QStringLiteral("mix")).isObject());
        const QJsonObject run = slow.value(QStringLiteral("runs")).toArray().first().toObject();
        QVERIFY(run.value(QStringLiteral("ok")).toDouble() > 15);
        const auto series = latencySeriesFromJson(run.value(QStringLiteral("series")).toObject());
        QVERIFY(series);
        QVERIFY(series->histogram.quantile(0.5) >= 60'000);
        const auto service = decodeHdrBase64(run.value(QStringLiteral("service")).toString().toLatin1());
        QVERIFY(service);
        QVERIFY(service->histogram.count() > 0 && service->histogram.count() <= series->histogram.count());
        QVERIFY(facts.value(QStringLiteral("read_p99_max")) >= 60);
        QVERIFY(std::isnan(facts.value(QStringLiteral("write_p99_max"))));
        QCOMPARE(whySkipped(facts, "GET /missing"), QStringLiteral("status_404"));
        QCOMPARE(facts.details.value(QStringLiteral("reads_total")).toInt(), 3);
        const auto whole = decodeHdrBase64(facts.histogram.toLatin1());
        QVERIFY(whole);
        QVERIFY(whole->histogram.count() > 60);
        QCOMPARE(facts.charts.size(), 1);
        for (const ChartSpec& chart : facts.charts)
            QVERIFY(!chart.isEmpty());
        bool counted = false;
        for (const Sent& sent : outcome.sent)
            counted = counted || (sent.what == QLatin1String("GET /fast") && sent.count > 100);
        QVERIFY(counted);
        const Facts back = factsFromJson(toJson(facts));
        QCOMPARE(toJson(back), toJson(facts));
    }

    void writes_need_a_body_and_the_capability_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<bool>("allowed");
        QTest::addColumn<QString>("skipped");
        QTest::newRow("with both") << QStringLiteral("{}") << true << QString();
        QTest::newRow("not allowed") << QStringLiteral("{}") << false << QStringLiteral("not_allowed");
        QTest::newRow("without a body") << QString() << true << QStringLiteral("no_body");
    }
    void writes_need_a_body_and_the_capability()
    {
        QFETCH(QString, body);
        QFETCH(bool, allowed);
        QFETCH(QString, skipped);
        std::mutex mutex;
        int posts = 0;
        QSet<QByteArray> keys;
        ScriptedHttpServer server([&](const QByteArray& request, int) {
            const std::scoped_lock lock(mutex);
            if (request.startsWith("POST")) {
                ++posts;
                keys.insert(request.mid(request.indexOf("Idempotency-Key: ") + 17, 36));
            }
            return shop(request);
        });
        ProbeTarget target = targetOf(server.port(), {endpointOf("GET", "/fast", 50),
                                                      endpointOf("POST", "/orders", 50, qPrintable(body))});
        if (allowed)
            target.allowed |= Capability::Write;
        LatencyOptions options = shortOptions();
        options.mostWrites = 30;
        const Outcome outcome = measure(target, options);
        QVERIFY(outcome.facts);
        QCOMPARE(whySkipped(*outcome.facts, "POST /orders"), skipped);
        QCOMPARE(posts > 0, skipped.isEmpty());
        QVERIFY2(posts <= 30, qPrintable(QString::number(posts)));
        QCOMPARE(keys.size(), posts);
    }

    void the_credential_is_sent_and_never_kept_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("bearer") << QStringLiteral("bearer")
                                << QByteArray("\r\nAuthorization: Bearer s3cr3t-value\r\n");
        QTest::newRow("basic") << QStringLiteral("basic")
                               << QByteArray("\r\nAuthorization: Basic " +
                                             QByteArray("ann:s3cr3t-value").toBase64());
        QTest::newRow("header") << QStringLiteral("header") << QByteArray("\r\nX-Key: s3cr3t-value\r\n");
        QTest::newRow("query") << QStringLiteral("query") << QByteArray("?X-Key=s3cr3t-value HTTP/1.1\r\n");
        QTest::newRow("cookie") << QStringLiteral("cookie")
                                << QByteArray("\r\nCookie: X-Key=s3cr3t-value\r\n");
    }
    void the_credential_is_sent_and_never_kept()
    {
        QFETCH(QString, kind);
        QFETCH(QByteArray, line);
        std::atomic<int> with{0};
        std::atomic<int> without{0};
        ScriptedHttpServer server([&](const QByteArray& request, int) {
            if (request.startsWith("GET /api/fast"))
                ++(request.contains(line) ? with : without);
            return shop(request);
        });
        ProbeTarget target = targetOf(server.port(), {endpointOf("GET", "/fast", 50)});
        AuthTarget auth;
        auth.kind = kind;
        auth.name = QStringLiteral("X-Key");
        auth.user = QStringLiteral("ann");
        target.profile.http->auth = auth;
        target.secrets.insert(QStringLiteral("http"), Secret("s3cr3t-value"));
        const Outcome outcome = measure(target);
        QVERIFY(outcome.facts);
        QVERIFY(with > 20);
        QCOMPARE(without.load(), 0);
        const QByteArray kept = QJsonDocument(toJson(*outcome.facts)).toJson();
        QVERIFY(!kept.contains("s3cr3t"));
        QVERIFY(!kept.contains(QByteArray("ann:s3cr3t-value").toBase64()));
    }

    void a_run_near_its_threshold_is_repeated()
    {
        ScriptedHttpServer server([](const QByteArray& request, int) { return shop(request); });
        ProbeTarget target = targetOf(server.port(), {endpointOf("GET", "/slow", 40)});
        Threshold near;
        near.value = 62;
        near.unit = QStringLiteral("ms");
        target.profile.thresholds.insert(QStringLiteral("1.1"), {near});
        LatencyOptions options = shortOptions();
        options.repeats = 2;
        options.repeatWithin = 20; // a busy machine is no closer than that
        const Outcome outcome = measure(target, options);
        QVERIFY(outcome.facts);
        QCOMPARE(endpointNamed(*outcome.facts, "GET /slow").value(QStringLiteral("runs")).toArray().size(),
                 3);
    }

    void a_run_too_short_for_a_verdict_stays_short()
    {
        ScriptedHttpServer server([](const QByteArray& request, int) { return shop(request); });
        LatencyOptions options; // the shipped ones, but for the profile's 800 ms
        QElapsedTimer timer;
        timer.start();
        const Outcome outcome = measure(targetOf(server.port(), {endpointOf("GET", "/fast", 5)}), options);
        QVERIFY(timer.elapsed() < 10000);
        QVERIFY(outcome.facts);
        QCOMPARE(endpointNamed(*outcome.facts, "GET /fast").value(QStringLiteral("runs")).toArray().size(),
                 1);
    }

    void nothing_to_measure_says_so_data()
    {
        QTest::addColumn<bool>("listed");
        QTest::newRow("no endpoint known") << false;
        QTest::newRow("none answers 2xx") << true;
    }
    void nothing_to_measure_says_so()
    {
        QFETCH(bool, listed);
        ScriptedHttpServer server([](const QByteArray&, int) { return HttpReply::status(404); });
        const QVector<EndpointTarget> endpoints =
            listed ? QVector<EndpointTarget>{endpointOf("GET", "/gone", 5)} : QVector<EndpointTarget>{};
        const Outcome outcome = measure(targetOf(server.port(), endpoints));
        QVERIFY(outcome.facts);
        QVERIFY(!outcome.facts->complete);
        QVERIFY(!outcome.facts->reason.isEmpty());
        QVERIFY(!outcome.facts->unlock.isEmpty());
    }

    void a_stop_keeps_what_was_measured()
    {
        ScriptedHttpServer server([](const QByteArray& request, int) { return shop(request); });
        ProbeTarget target = targetOf(server.port(), {endpointOf("GET", "/fast", 50)});
        target.profile.loadDurationMs = 60000;
        std::stop_source stop;
        QElapsedTimer asked;
        std::jthread later([&] {
            std::this_thread::sleep_for(4s);
            asked.start();
            stop.request_stop();
        });
        const Outcome outcome = measure(target, shortOptions(), stop.get_token());
        QVERIFY2(asked.isValid() && asked.elapsed() < 150, qPrintable(QString::number(asked.elapsed())));
        QVERIFY(outcome.facts);
        QVERIFY(!outcome.facts->complete);
        QVERIFY(outcome.facts->value(QStringLiteral("read_p99_max")) > 0);
    }

    void a_limiter_is_kept_in_the_facts()
    {
        std::atomic<int> answered{0};
        ScriptedHttpServer server([&](const QByteArray& request, int) {
            if (request.startsWith("GET /api/fast") && ++answered > 30)
                return HttpReply::status(429);
            return shop(request);
        });
        const Outcome outcome = measure(targetOf(server.port(), {endpointOf("GET", "/fast", 50)}));
        QVERIFY(outcome.facts);
        const QJsonObject run = endpointNamed(*outcome.facts, "GET /fast")
                                    .value(QStringLiteral("runs"))
                                    .toArray()
                                    .first()
                                    .toObject();
        QVERIFY(run.value(QStringLiteral("limited")).toBool());
        QCOMPARE(run.value(QStringLiteral("stop")).toString(), QStringLiteral("limited"));
    }

    void a_low_rate_is_measured_until_enough_random_arrivals_are_due()
    {
        LoadPlan shared;
        shared.duration = 60s;
        MeasuredEndpoint slow;
        slow.endpoint.method = QStringLiteral("POST");
        slow.rate = 5;
        // 299 without a slow one prove a p99: due are 352, and fewer than 299 come once in 400 runs
        QVERIFY(planAlone(shared, slow, {}).duration >= 70s);
        slow.rate = 50;
        QCOMPARE(planAlone(shared, slow, {}).duration, 60s);
        slow.rate = 0.1;
        QCOMPARE(planAlone(shared, slow, {}).duration, 600s);
    }

    void the_shipped_numbers_are_those_of_the_checklist()
    {
        const LatencyOptions options;
        QCOMPARE(options.warmUp, 10s);
        QCOMPARE(options.ramp, 2s);
        QCOMPARE(options.duration, 60s);
        QCOMPARE(options.rate, 10.0);
        QCOMPARE(options.fewestSamples, 300);
        QCOMPARE(options.mostWrites, 1000);
        QCOMPARE(options.repeatWithin, 1.25);
    }

    void it_runs_alone_and_only_when_load_is_allowed()
    {
        const std::vector<ProbeDescriptor> probes = loadProbes();
        QCOMPARE(probes.size(), 1);
        QVERIFY(probes[0].exclusive);
        QVERIFY(probes[0].needs.testFlag(Capability::Load));
        QVERIFY(probes[0].uses.testFlag(Capability::Write));
        QVERIFY(!probes[0].plan(TargetProfile()).empty());
    }
};

QTEST_GUILESS_MAIN(TestLatencyProbe)
#include "tst_latency_probe.moc"
