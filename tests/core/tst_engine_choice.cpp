// The probe with the user's own tools: wrk is real, k6's part is played by a shell script (k6 itself was not
// run).

#include "core/probe/catalog/catalog.h"
#include "core/probe/load/latency_facts.h"
#include "core/probe/load/latency_probe.h"
#include "core/probe/load/wrk_engine.h"
#include "tests/core/k6_world.h"
#include "tests/core/rule_table.h"

#include <QJsonArray>

using namespace awb;
using namespace awb::test;
using namespace std::chrono_literals;

namespace
{

LatencyOptions shortOptions()
{
    LatencyOptions options;
    options.warmUp = options.ramp = 0ms;
    options.fewestSamples = 20;
    options.duration = 2s;
    options.timeout = 2s;
    options.repeats = 0;
    return options;
}

ProbeTarget targetOf(quint16 port, const char* engine)
{
    ProbeTarget target;
    target.profile.http.emplace();
    target.profile.http->baseUrl = QUrl(QStringLiteral("http://127.0.0.1:%1/api").arg(port));
    EndpointTarget endpoint;
    endpoint.method = QStringLiteral("GET");
    endpoint.path = QStringLiteral("/fast");
    endpoint.rate = 50;
    target.profile.http->endpoints = {endpoint};
    target.profile.loadDurationMs = 2000;
    target.profile.loadEngine = QLatin1String(engine);
    target.allowed = Capability::Load;
    return target;
}

struct Outcome
{
    Result<Facts> facts;
    QVector<Sent> sent;
};

Outcome measure(const ProbeTarget& target)
{
    const SystemClock clock;
    ProbeContext context(clock, 2min, {}, {});
    auto facts = LatencyProbe(shortOptions()).run(target, context);
    return {std::move(facts), context.sentSoFar()};
}

QJsonObject firstRun(const Facts& facts)
{
    const QJsonArray endpoints = facts.details.value(QStringLiteral("endpoints")).toArray();
    return endpoints.at(0).toObject().value(QStringLiteral("runs")).toArray().at(0).toObject();
}

bool wasRun(const QVector<Sent>& sent, const char* command)
{
    return std::any_of(sent.cbegin(), sent.cend(),
                       [&](const Sent& one) { return one.what.contains(QLatin1String(command)); });
}

// One run of 600 requests in 60 s, all alike, judged for 1.1.
Suggestion judged(bool mayPass, double ms)
{
    LoadResult result;
    result.total.requests.resize(1);
    RequestTally& tally = result.total.requests[0];
    tally.response.record(static_cast<quint64>(1000 * ms), 60000);
    tally.scheduled = tally.sentInTime = tally.ok = tally.answered = 60000;
    LatencySeries series;
    series.histogram = tally.response;
    result.series.push_back(series);
    result.bySecond.resize(1);
    result.measuredS = 60;
    result.mayPass = mayPass;
    EndpointLatency endpoint{QStringLiteral("GET /fast"), false, 1000, series, {}, {}, {}, {}};
    endpoint.runs.append(runToJson(result, 0, 1));
    Facts facts = factsOf("http.latency", {},
                          {{QStringLiteral("reads_total"), 1}, {QStringLiteral("endpoints_total"), 1}});
    describeLatency(facts, {endpoint});
    return judge(QStringLiteral("1.1"), only(facts));
}

} // namespace

class TestEngineChoice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QVERIFY(hasNoChildren()); }

    void wrk_is_named_in_the_evidence()
    {
        const auto tool = WrkEngine::find({});
        if (!tool)
            QSKIP(qPrintable(tool.error().message));
        ScriptedHttpServer server([](const QByteArray&, int) { return HttpReply::ok(); });
        const Outcome outcome = measure(targetOf(server.port(), "wrk"));
        QVERIFY2(outcome.facts.has_value(), outcome.facts ? "" : qPrintable(outcome.facts.error().message));
        const Facts& facts = *outcome.facts;
        QVERIFY2(facts.complete, qPrintable(facts.reason.text()));
        QVERIFY2(facts.source.endsWith(QStringLiteral(", ") + tool->title()), qPrintable(facts.source));
        QCOMPARE(facts.details.value(QStringLiteral("source")).toString(), QStringLiteral("wrk"));
        const QJsonObject engine = facts.details.value(QStringLiteral("engine")).toObject();
        QCOMPARE(engine.value(QStringLiteral("name")).toString(), tool->title());
        QCOMPARE(engine.value(QStringLiteral("binary")).toString(), tool->path);
        QVERIFY(!Message::fromJson(facts.details.value(QStringLiteral("note")).toObject()).isEmpty());
        const QJsonObject run = firstRun(facts);
        QCOMPARE(run.value(QStringLiteral("may_pass")).toBool(true), false);
        QVERIFY(run.value(QStringLiteral("ok")).toDouble() > 40);
        QVERIFY(facts.value(QStringLiteral("read_p99_max")) > 0);
        QVERIFY(wasRun(outcome.sent, "wrk -t1 -c5 -d2s"));
        QVERIFY(wasRun(outcome.sent, "GET /fast"));
    }

    void k6_is_named_in_the_evidence()
    {
        K6Output output;
        for (int k = 0; k < 100; ++k)
            output.request("m0", {k / 50.0});
        const PlayedK6 k6(output.text());
        ScriptedHttpServer server([](const QByteArray&, int) { return HttpReply::ok(); });
        const Outcome outcome = measure(targetOf(server.port(), "k6"));
        QVERIFY2(outcome.facts.has_value(), outcome.facts ? "" : qPrintable(outcome.facts.error().message));
        QVERIFY2(outcome.facts->source.endsWith(QLatin1String(", k6 1.2.3")),
                 qPrintable(outcome.facts->source));
        QCOMPARE(firstRun(*outcome.facts).value(QStringLiteral("may_pass")).toBool(false), true);
        QVERIFY(wasRun(outcome.sent, "/k6 run --quiet"));
    }

    void without_the_tool_nothing_is_sent_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<QByteArray>("version"); // empty: it is not there
        QTest::addColumn<QString>("unlock");
        QTest::newRow("no wrk") << "wrk" << QByteArray() << "apt-get install wrk";
        QTest::newRow("no k6") << "k6" << QByteArray()
                               << "https://grafana.com/docs/k6/latest/set-up/install-k6/";
        QTest::newRow("an unknown k6") << "k6" << QByteArray("v9.0.0") << "load: {engine: native}";
    }
    void without_the_tool_nothing_is_sent()
    {
        QFETCH(QString, engine);
        QFETCH(QByteArray, version);
        QFETCH(QString, unlock);
        const PlayedK6 played({}, "exit 0", version);
        const PrivateFolder empty;
        std::optional<SetVariable> path;
        if (version.isEmpty())
            path.emplace("PATH", empty.path().toLocal8Bit());
        ScriptedHttpServer server([](const QByteArray&, int) { return HttpReply::ok(); });
        const Outcome outcome = measure(targetOf(server.port(), qPrintable(engine)));
        QVERIFY2(outcome.facts.has_value(), outcome.facts ? "" : qPrintable(outcome.facts.error().message));
        QVERIFY(!outcome.facts->complete);
        QVERIFY2(outcome.facts->reason.text().contains(engine), qPrintable(outcome.facts->reason.text()));
        QCOMPARE(outcome.facts->unlock, unlock);
        QCOMPARE(server.requests(), 0);
        const Suggestion suggestion = judge(QStringLiteral("1.1"), only(*outcome.facts));
        QCOMPARE(suggestion.verdict, Verdict::NotMeasured);
    }

    void the_doctor_says_that_the_tool_is_missing()
    {
        const PrivateFolder empty;
        const SetVariable path("PATH", empty.path().toLocal8Bit());
        ScriptedHttpServer server([](const QByteArray&, int) { return HttpReply::ok(); });
        const auto sightOf = [&](const char* engine) {
            const SystemClock clock;
            ProbeContext context(clock, 1min, {}, {});
            ProbeTarget target = targetOf(server.port(), engine);
            for (const DoctorEntry& doctor : makeDoctors()) {
                if (doctor.source != ProbeSource::Http)
                    continue;
                const QVector<DoctorReport> reports = doctor.examine(target, context);
                for (const DoctorSight& sight : reports.at(0).sights) {
                    if (sight.probe == QLatin1String("http.latency"))
                        return std::pair(sight,
                                         reports.at(0).unmeasuredChecks.contains(QStringLiteral("1.1")));
                }
            }
            return std::pair(DoctorSight{}, false);
        };
        const auto [missing, unmeasured] = sightOf("k6");
        QCOMPARE(missing.state, StepState::Failed);
        QVERIFY2(missing.text.text().contains(QLatin1String("k6")), qPrintable(missing.text.text()));
        QVERIFY(missing.fix.contains(QLatin1String("grafana.com")));
        QVERIFY(unmeasured);
        const auto [own, ownUnmeasured] = sightOf("native");
        QCOMPARE(own.state, StepState::Warning); // asks for its capability
        QVERIFY(!ownUnmeasured);
    }

    void what_an_engine_cannot_send_is_left_out_and_said()
    {
        if (!WrkEngine::find({}))
            QSKIP("wrk is not on the PATH");
        ScriptedHttpServer server([](const QByteArray&, int) { return HttpReply::ok(); });
        ProbeTarget target = targetOf(server.port(), "wrk");
        target.profile.http->endpoints[0].method = QStringLiteral("HEAD");
        const Outcome outcome = measure(target);
        QVERIFY(outcome.facts);
        QVERIFY(!outcome.facts->complete);
        QVERIFY2(outcome.facts->reason.text().contains(QLatin1String("HEAD")),
                 qPrintable(outcome.facts->reason.text()));
        const QJsonArray skipped = outcome.facts->details.value(QStringLiteral("skipped")).toArray();
        QCOMPARE(skipped.at(0).toObject().value(QStringLiteral("why")).toString(), QStringLiteral("engine"));
    }

    void what_an_engine_cannot_send_does_not_hinder_the_rest()
    {
        if (!WrkEngine::find({}))
            QSKIP("wrk is not on the PATH");
        ScriptedHttpServer server([](const QByteArray&, int) { return HttpReply::ok(); });
        ProbeTarget target = targetOf(server.port(), "wrk");
        EndpointTarget other = target.profile.http->endpoints[0];
        other.path = QStringLiteral("/other");
        EndpointTarget head = other;
        head.method = QStringLiteral("HEAD");
        target.profile.http->endpoints << head << other;
        const Outcome outcome = measure(target);
        QVERIFY2(outcome.facts.has_value(), outcome.facts ? "" : qPrintable(outcome.facts.error().message));
        QVERIFY2(outcome.facts->complete, qPrintable(outcome.facts->reason.text()));
        const QJsonArray endpoints = outcome.facts->details.value(QStringLiteral("endpoints")).toArray();
        QCOMPARE(endpoints.size(), 2);
        for (const QJsonValue& endpoint : endpoints) {
            const QJsonObject mix = endpoint.toObject().value(QStringLiteral("mix")).toObject();
            QVERIFY(mix.value(QStringLiteral("ok")).toDouble() > 20);
        }
        QCOMPARE(outcome.facts->details.value(QStringLiteral("skipped")).toArray().size(), 1);
    }

    void a_closed_loop_never_passes_but_may_fail()
    {
        QCOMPARE(judged(true, 10).verdict, Verdict::Pass);
        QCOMPARE(judged(false, 10).verdict, Verdict::Inconclusive);
        QCOMPARE(judged(false, 900).verdict, Verdict::Fail);
    }
};

QTEST_GUILESS_MAIN(TestEngineChoice)
#include "tst_engine_choice.moc"
