#include "core/latency/latency_series.h"
#include "tests/core/rule_table.h"

using namespace awb;
using namespace awb::test;

namespace
{

constexpr int seconds = 60;

// `slow` of each 100 requests in a second at slowMs, the rest at fastMs, for a minute; bursts: all slow ones
// of ten seconds in one.
LatencySeries seriesOf(double slowPercent, double slowMs, double fastMs = 20, bool bursts = false)
{
    LatencySeries series;
    series.edgesUs = {1000, 10000, 50000, 100000, 200000, 500000, 1000000, 2000000};
    double owed = 0;
    for (int second = 0; second < seconds; ++second) {
        owed += bursts ? (second % 10 == 9 ? 10 * slowPercent : 0) : slowPercent;
        const int slow = static_cast<int>(owed);
        owed -= slow;
        SliceCounts slice{100, QVector<qint64>(series.edgesUs.size(), 0)};
        for (int i = 0; i < 100; ++i) {
            const auto us = static_cast<qint64>((i < slow ? slowMs : fastMs) * 1000);
            series.histogram.record(static_cast<quint64>(us));
            for (qsizetype edge = 0; edge < series.edgesUs.size(); ++edge)
                slice.atLeast[edge] += us >= series.edgesUs[edge] ? 1 : 0;
        }
        series.slices.append(slice);
    }
    return series;
}

QJsonObject runOf(const LatencySeries& series, const QJsonObject& changes = {})
{
    const auto n = static_cast<double>(series.histogram.count());
    QJsonObject run{{QStringLiteral("series"), toJson(series)},
                    {QStringLiteral("seconds"), seconds},
                    {QStringLiteral("scheduled"), n},
                    {QStringLiteral("sent_in_time"), n},
                    {QStringLiteral("ok"), n},
                    {QStringLiteral("timeouts"), 0},
                    {QStringLiteral("unsent"), 0},
                    {QStringLiteral("scheduler_lag_p99_ms"), 0.2},
                    {QStringLiteral("stop"), QStringLiteral("over")}};
    for (auto it = changes.begin(); it != changes.end(); ++it)
        run.insert(it.key(), it.value());
    return run;
}

const LatencySeries& fast()
{
    static const LatencySeries series = seriesOf(0, 0);
    return series;
}
const LatencySeries& slow()
{
    static const LatencySeries series = seriesOf(3, 3000);
    return series;
}
const LatencySeries& onTheEdge()
{
    static const LatencySeries series = seriesOf(1, 3000);
    return series;
}

QJsonObject endpoint(const char* name, const QJsonArray& runs, bool write = false)
{
    return {{QStringLiteral("name"), QLatin1String(name)},
            {QStringLiteral("write"), write},
            {QStringLiteral("runs"), runs}};
}

Facts factsWith(const QJsonArray& endpoints, int total = -1, int writes = 0)
{
    int reads = 0;
    for (const QJsonValue& value : endpoints)
        reads += value.toObject().value(QStringLiteral("write")).toBool() ? 0 : 1;
    const int known = total < 0 ? static_cast<int>(endpoints.size()) : total;
    return factsOf("http.latency",
                   {{"read_p99_max", 20}, {"write_p99_max", 20}, {"p99_max", 20}, {"ratio_max", 1}},
                   {{QStringLiteral("endpoints"), endpoints},
                    {QStringLiteral("endpoints_total"), known},
                    {QStringLiteral("reads_total"), total < 0 ? reads : total},
                    {QStringLiteral("writes_total"), writes}});
}

FactsByProbe oneRead(const QJsonArray& runs)
{
    return only(factsWith({endpoint("GET /a", runs)}));
}
FactsByProbe oneRun(const LatencySeries& series, const QJsonObject& changes = {})
{
    return oneRead({runOf(series, changes)});
}

} // namespace

class TestRulesLatency : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void latency_is_judged_data()
    {
        ruleColumns();
        const auto doubt = [](const char* key, const QJsonValue& value) {
            return QJsonObject{{QLatin1String(key), value}};
        };
        row("1.1 passes when no request is slow", "1.1", oneRun(fast()), Verdict::Pass);
        row("1.1 fails when 3 % are", "1.1", oneRun(slow()), Verdict::Fail);
        row("1.1 is open when exactly 1 % are", "1.1", oneRun(onTheEdge()), Verdict::Inconclusive);
        row("1.1 is open when the slow ones come in bursts", "1.1", oneRun(seriesOf(1.5, 3000, 20, true)),
            Verdict::Inconclusive);
        row("1.1 fails for one slow endpoint of two", "1.1",
            only(factsWith({endpoint("GET /a", {runOf(fast())}), endpoint("GET /b", {runOf(slow())})})),
            Verdict::Fail);
        row("1.1 never passes with one open endpoint of two", "1.1",
            only(factsWith({endpoint("GET /a", {runOf(fast())}), endpoint("GET /b", {runOf(onTheEdge())})})),
            Verdict::Inconclusive);
        row("1.1 warns when too few of the reads could be measured", "1.1",
            only(factsWith({endpoint("GET /a", {runOf(fast())})}, 2)), Verdict::Warn, Verdict::Inconclusive);
        row("1.1 is open where a limiter answered", "1.1", oneRun(fast(), doubt("limited", true)),
            Verdict::Inconclusive);
        row("1.1 is open where 2 % were not 2xx", "1.1", oneRun(fast(), doubt("ok", 5880)),
            Verdict::Inconclusive);
        row("1.1 is open when the run was stopped", "1.1",
            oneRun(fast(), doubt("stop", QStringLiteral("unsafe"))), Verdict::Inconclusive);
        row("1.1 is open after half a minute", "1.1", oneRun(fast(), doubt("seconds", 30)),
            Verdict::Inconclusive);
        row("1.1 is open when we were late", "1.1", oneRun(fast(), doubt("scheduler_lag_p99_ms", 11)),
            Verdict::Inconclusive);
        row("1.1 never fails either when we were late", "1.1",
            oneRun(slow(), doubt("scheduler_lag_p99_ms", 11)), Verdict::Inconclusive);
        row("1.1 is open below the asked rate", "1.1", oneRun(fast(), doubt("sent_in_time", 5000)),
            Verdict::Inconclusive);
        row("1.1 fails below the asked rate, too", "1.1", oneRun(slow(), doubt("sent_in_time", 5000)),
            Verdict::Fail);
        row("1.1 is open when some were never sent", "1.1", oneRun(fast(), doubt("unsent", 30)),
            Verdict::Inconclusive);
        row("1.1 is open when the median moved", "1.1",
            oneRun(fast(),
                   {{QStringLiteral("shift_percent"), 25}, {QStringLiteral("shift_significant"), true}}),
            Verdict::Inconclusive);
        row("1.1 passes when it moved by chance", "1.1",
            oneRun(fast(),
                   {{QStringLiteral("shift_percent"), 25}, {QStringLiteral("shift_significant"), false}}),
            Verdict::Pass);
        row("1.1 never passes from a closed loop", "1.1", oneRun(fast(), doubt("may_pass", false)),
            Verdict::Inconclusive);
        row("1.1 fails from a closed loop", "1.1", oneRun(slow(), doubt("may_pass", false)), Verdict::Fail);
        row("1.1 is open from percentiles alone", "1.1", oneRun(fast(), doubt("series", QJsonValue())),
            Verdict::Inconclusive);
        row("1.1 is open when nothing was answered", "1.1", oneRun(LatencySeries{}, doubt("scheduled", 100)),
            Verdict::Inconclusive);
        row("1.1 passes when all three runs do", "1.1",
            oneRead({runOf(fast()), runOf(fast()), runOf(fast())}), Verdict::Pass);
        row("1.1 is open when runs contradict", "1.1", oneRead({runOf(fast()), runOf(slow()), runOf(fast())}),
            Verdict::Inconclusive);
        row("1.1 is open when runs spread", "1.1",
            oneRead({runOf(seriesOf(0, 0, 20)), runOf(seriesOf(0, 0, 40)), runOf(seriesOf(0, 0, 20))}),
            Verdict::Inconclusive);
        row("1.1 fails when runs spread, all of them beyond the limit", "1.1",
            oneRead({runOf(seriesOf(3, 250)), runOf(seriesOf(3, 900)), runOf(seriesOf(3, 400))}),
            Verdict::Fail);
        row("1.1 fails when two of three runs do and none passes", "1.1",
            oneRead({runOf(seriesOf(1.2, 3000)), runOf(slow()), runOf(slow())}), Verdict::Fail);
        row("1.1 is not measured without an endpoint", "1.1", only(factsWith({})), Verdict::NotMeasured);
        row("1.1 is not measured without a read", "1.1",
            only(factsWith({endpoint("POST /a", {runOf(fast())}, true)})), Verdict::NotMeasured);
        row("1.2 is not measured without a write", "1.2", oneRun(fast()), Verdict::NotMeasured);
        row("1.2 passes for a write under 500 ms", "1.2",
            only(factsWith({endpoint("POST /a", {runOf(seriesOf(3, 400))}, true)})), Verdict::Pass);
        row("1.2 fails for a write over it", "1.2",
            only(factsWith({endpoint("POST /a", {runOf(slow())}, true)})), Verdict::Fail);
        row("1.2 keeps what a planned cap ended", "1.2",
            only(factsWith(
                {endpoint("POST /a", {runOf(fast(), doubt("stop", QStringLiteral("cap")))}, true)})),
            Verdict::Pass);
        row("1.2 warns when too few of the writes could be measured", "1.2",
            only(factsWith({endpoint("POST /a", {runOf(fast())}, true)}, -1, 20)), Verdict::Warn,
            Verdict::Inconclusive);
        row("1.2 is open when its write is neither proven fast nor slow", "1.2",
            only(factsWith({endpoint("POST /a", {runOf(onTheEdge())}, true)})), Verdict::Inconclusive);
        row("1.3 passes at 900 ms", "1.3", oneRun(seriesOf(3, 900)), Verdict::Pass);
        row("1.3 fails at 3 s", "1.3", oneRun(slow()), Verdict::Fail);
        QJsonObject mixed = endpoint("GET /a", {runOf(fast())});
        mixed.insert(QStringLiteral("mix"), runOf(slow()));
        row("1.3 fails when all together are slow", "1.3", only(factsWith({mixed})), Verdict::Fail);
        row("1.3 is open when a tenth of the endpoints is missing", "1.3",
            only(factsWith({endpoint("GET /a", {runOf(fast())})}, 2)), Verdict::Inconclusive);
        const auto answering = [](const char* status) {
            return QJsonObject{{QStringLiteral("statuses"), QJsonObject{{QLatin1String(status), 6000}}}};
        };
        row("8.5 warns of 200 after three seconds", "8.5", oneRun(slow(), answering("200")), Verdict::Warn);
        row("8.5 warns of one of two endpoints", "8.5",
            only(factsWith({endpoint("GET /a", {runOf(fast(), answering("200"))}),
                            endpoint("POST /b", {runOf(slow(), answering("201"))}, true)})),
            Verdict::Warn);
        row("8.5 has nothing against a slow 202", "8.5", oneRun(slow(), answering("202")),
            Verdict::Inconclusive);
        row("8.5 cannot tell what an import answered", "8.5", oneRun(slow()), Verdict::Inconclusive);
        row("8.5 is open where the interval holds the limit", "8.5",
            oneRun(seriesOf(1.2, 3000), answering("200")), Verdict::Inconclusive);
        row("8.5 never passes when all are fast", "8.5", oneRun(fast(), answering("200")),
            Verdict::Inconclusive);
        row("8.5 is not measured without an endpoint", "8.5", only(factsWith({})), Verdict::NotMeasured);
        row("1.4 passes at twice the median", "1.4", oneRun(seriesOf(5, 40, 20)), Verdict::Pass);
        row("1.4 fails at ten times the median", "1.4", oneRun(seriesOf(5, 200, 20)), Verdict::Fail);
        row("1.4 is open when the tail is 1 %", "1.4", oneRun(seriesOf(1, 200, 20)), Verdict::Inconclusive);
        row("1.4 only warns where that is noise", "1.4", oneRun(seriesOf(5, 8, 0.5)), Verdict::Warn,
            Verdict::Fail);
        row("1.4 only warns where our lag is as large", "1.4",
            oneRun(seriesOf(5, 80, 5), doubt("scheduler_lag_p99_ms", 5)), Verdict::Warn, Verdict::Fail);
        row("1.4 is open where a limiter answered", "1.4",
            oneRun(seriesOf(5, 40, 20), doubt("limited", true)), Verdict::Inconclusive);
        row("1.4 is not measured without an endpoint", "1.4", only(factsWith({})), Verdict::NotMeasured);
        row("1.4 never passes from a closed loop", "1.4",
            oneRun(seriesOf(5, 40, 20), doubt("may_pass", false)), Verdict::Inconclusive);
        row("1.4 is open when we were late on every request", "1.4",
            oneRun(seriesOf(5, 300, 110), doubt("scheduler_lag_p99_ms", 100)), Verdict::Inconclusive);
        row("1.4 does not fail by our own lateness", "1.4",
            oneRun(seriesOf(5, 210, 50), doubt("scheduler_lag_p99_ms", 40)), Verdict::Inconclusive);
        row("1.4 is open below the asked rate", "1.4",
            oneRun(seriesOf(5, 40, 20), doubt("sent_in_time", 5000)), Verdict::Inconclusive);
        row("1.4 is open when half of the endpoints is missing", "1.4",
            only(factsWith({endpoint("GET /a", {runOf(seriesOf(5, 40, 20))})}, 2)), Verdict::Inconclusive);
    }
    void what_was_imported_stands_beside_what_was_measured_data()
    {
        ruleColumns();
        const auto both = [](const LatencySeries& own, const LatencySeries& taken) {
            FactsByProbe facts = oneRun(own);
            Facts import = factsWith({endpoint("GET /a", {runOf(taken)})});
            import.details.insert(QStringLiteral("open_loop_stated"), true);
            import.details.insert(QStringLiteral("all_endpoints_stated"), true);
            facts.insert(QStringLiteral("http.latency") + importSuffix, import);
            return facts;
        };
        row("1.1 both pass", "1.1", both(fast(), fast()), Verdict::Pass);
        row("1.1 an import cannot clear what we measured", "1.1", both(slow(), fast()), Verdict::Fail);
        row("1.1 an import can fail what we measured", "1.1", both(fast(), slow()), Verdict::Fail);
        row("1.1 an import settles nothing that we left open", "1.1", both(onTheEdge(), fast()),
            Verdict::Inconclusive);
        FactsByProbe alone = both(fast(), fast());
        alone.remove(QStringLiteral("http.latency"));
        row("1.1 an import alone passes when it holds all", "1.1", alone, Verdict::Pass);
        Facts unknown = alone.first();
        unknown.details.insert(QStringLiteral("all_endpoints_stated"), false);
        for (const char* check : {"1.1", "1.3"})
            row(qPrintable(QLatin1String(check) + QStringLiteral(" is open when an import may not hold all")),
                check, {{QStringLiteral("http.latency") + importSuffix, unknown}}, Verdict::Inconclusive);
    }
    void what_was_imported_stands_beside_what_was_measured() { latency_is_judged(); }
    void what_is_left_out_holds_a_pass_back_data()
    {
        ruleColumns();
        const FactsByProbe reads = oneRun(fast());
        const FactsByProbe writes = only(factsWith({endpoint("POST /a", {runOf(fast())}, true)}));
        const auto open = Verdict::Inconclusive, pass = Verdict::Pass;
        row("1.1 a read is left out", "1.1", leaving(reads, leftOut("GET /b")), open);
        row("1.1 a read counts as a write", "1.1",
            leaving(reads, leftOut("GET /b", "counts_as_write", "write")), open);
        row("1.1 a write is left out", "1.1", leaving(reads, leftOut("POST /b")), pass);
        row("1.1 a write that counts as a read is left out", "1.1",
            leaving(reads, leftOut("POST /b", "skip", "read")), open);
        row("1.1 a slow read fails beside what is left out", "1.1",
            leaving(oneRun(slow()), leftOut("GET /b")), Verdict::Fail);
        row("1.2 a write is left out", "1.2", leaving(writes, leftOut("PUT /b")), open);
        row("1.2 a read is left out", "1.2", leaving(writes, leftOut("GET /b")), pass);
        row("1.2 a read that counts as a write is left out", "1.2",
            leaving(writes, leftOut("GET /b", "skip", "write")), open);
        row("1.3 a write is left out", "1.3", leaving(reads, leftOut("POST /b")), open);
        row("1.3 a read counts as a write and was not measured", "1.3",
            leaving(reads, leftOut("GET /b", "counts_as_write", "write")), open);
        row("1.3 a read counts as a write and was measured", "1.3",
            leaving(reads, leftOut("GET /a", "counts_as_write", "write")), pass);
        row("1.4 a read is left out", "1.4", leaving(oneRun(seriesOf(5, 40, 20)), leftOut("GET /b")), open);
    }
    void what_is_left_out_holds_a_pass_back() { latency_is_judged(); }
    void latency_is_judged()
    {
        QFETCH(QString, check);
        QFETCH(FactsByProbe, facts);
        const Suggestion suggestion = judge(check, facts);
        const QString said = verdictId(suggestion.verdict) + QLatin1String(": ") + suggestion.summary.text();
        QFETCH(QString, verdict);
        QVERIFY2(verdictId(suggestion.verdict) == verdict, qPrintable(said));
        QTEST(verdictId(suggestion.byLetter), "letter");
        QVERIFY(!suggestion.summary.text().contains(QLatin1Char('%') + QString::number(1)));
        if (suggestion.verdict == Verdict::Inconclusive)
            QVERIFY(!suggestion.settle.isEmpty());
    }

    void what_is_said_of_the_service_comes_before_our_own_lateness()
    {
        const auto late = runOf(fast(), {{QStringLiteral("scheduler_lag_p99_ms"), 40}});
        const auto broken = runOf(slow(), {{QStringLiteral("stop"), QStringLiteral("unsafe")}});
        for (const char* check : {"1.1", "1.3"}) {
            const Suggestion suggestion =
                judge(QLatin1String(check),
                      only(factsWith({endpoint("GET /a", {late}), endpoint("GET /b", {broken})})));
            QCOMPARE(suggestion.verdict, Verdict::Inconclusive);
            QVERIFY2(suggestion.summary.text().startsWith(QLatin1String("GET /b: the load was stopped")),
                     qPrintable(suggestion.summary.text()));
        }
    }

    void facts_that_are_not_complete_never_pass()
    {
        Facts facts = factsWith({endpoint("GET /a", {runOf(fast())})});
        facts.complete = false;
        facts.reason = Message("Stopped.");
        for (const char* check : {"1.1", "1.3", "1.4"})
            QVERIFY(judge(QLatin1String(check), only(facts)).verdict != Verdict::Pass);
    }

    void another_threshold_is_judged_from_the_same_evidence_data()
    {
        QTest::addColumn<double>("ms");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("an edge below the slow ones") << 200.0 << verdictId(Verdict::Fail);
        QTest::newRow("between two edges, below") << 250.0 << verdictId(Verdict::Fail);
        QTest::newRow("between two edges, above") << 350.0 << verdictId(Verdict::Pass);
        QTest::newRow("an edge above") << 500.0 << verdictId(Verdict::Pass);
        QTest::newRow("below everything") << 0.5 << verdictId(Verdict::Fail);
    }
    void another_threshold_is_judged_from_the_same_evidence()
    {
        QFETCH(double, ms);
        const Check* check = checklist().find(QStringLiteral("1.1"));
        QVector<Threshold> thresholds = check->thresholds;
        thresholds[0].value = ms;
        const Suggestion suggestion =
            suggest({*check,
                     oneRun(seriesOf(3, 300), {{QStringLiteral("scheduler_lag_p99_ms"), 0}}),
                     thresholds,
                     {},
                     QDate(2026, 11, 24)});
        QTEST(verdictId(suggestion.verdict), "verdict");
    }

    void a_pass_says_what_the_run_cannot_see()
    {
        const QString said = judge(QStringLiteral("1.1"), oneRun(fast())).summary.text();
        QVERIFY2(said.contains(QLatin1String("cannot see")), qPrintable(said));
        QVERIFY2(said.contains(QLatin1String("20")), qPrintable(said)); // a third of a minute
    }
};

QTEST_GUILESS_MAIN(TestRulesLatency)
#include "tst_rules_latency.moc"
