#include "core/foundation/units.h"
#include "core/probe/burst/restart_watch.h"
#include "core/probe/chart_limits.h"
#include "core/probe/load/latency_facts.h"
#include "core/rules/latency_charts.h"
#include "tests/core/data_world.h"
#include "tests/support/pg_link.h"
#include "tests/support/redis_link.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace awb;
using namespace awb::test;

namespace
{

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

// What a reader compares a chart with.
enum class Limit {
    Checklist, // a line at the checklist's threshold
    Server,    // a line at what the server is configured to
    Stated     // no line, and the title says why
};

struct Expected
{
    const char* chart;
    const char* check;
    const char* threshold; // of the check; empty: none is drawn
    Limit limit;
    const char* unit;
    bool canBeEmpty;
};

constexpr Expected expected[] = {{"query_latency", "2.1", "p99", Limit::Checklist, "ms", true},
                                 {"index_bloat", "2.8", "bloat", Limit::Checklist, "percent", true},
                                 {"hit_rate", "3.1", "hit_rate", Limit::Checklist, "percent", true},
                                 {"ttl_by_prefix", "3.2", "with_ttl", Limit::Checklist, "percent", true},
                                 {"memory", "3.4", "", Limit::Server, "bytes", false},
                                 {"keys_by_prefix", "3.5", "", Limit::Stated, "percent", true},
                                 {"evictions", "3.8", "eviction_rate", Limit::Checklist, "per_hour", true},
                                 {"connections", "4.2", "", Limit::Server, "connections", true}};

const Expected* find(const QString& chart)
{
    for (const Expected& one : expected) {
        if (chart == QLatin1String(one.chart))
            return &one;
    }
    return nullptr;
}

// Keys looked up and a session that works, as long as this lives.
class Busy
{
public:
    explicit Busy(const DataWorld& world)
        : thread_([this, redis = world.redis->port(), url = shopUrl(world)] {
              RedisLink cache;
              PgLink shop;
              if (!cache.open(redis) || !shop.open(url))
                  return;
              while (!over_) {
                  cache.pipeline({{"GET", "user:1"}, {"GET", "user:2"}, {"GET", "nobody"}});
                  shop.exec(s("SELECT count(*) FROM items"));
                  std::this_thread::sleep_for(std::chrono::milliseconds(2));
              }
          })
    {
    }
    ~Busy()
    {
        over_ = true;
        thread_.join();
    }
    Busy(const Busy&) = delete;
    Busy& operator=(const Busy&) = delete;

private:
    static QString shopUrl(const DataWorld& world)
    {
        QUrl url(world.postgres->url(s("shop"), s("shop")));
        url.setPassword(s(DataWorld::password));
        return url.toString(QUrl::FullyEncoded);
    }

    std::atomic<bool> over_{false};
    std::thread thread_;
};

EndpointLatency endpointOf(const char* name, bool isWrite)
{
    EndpointLatency endpoint;
    endpoint.name = QLatin1String(name);
    endpoint.isWrite = isWrite;
    endpoint.rate = 10;
    endpoint.series.histogram.record(9000, 20);
    endpoint.bySecond = {{10, 3, 9}, {10, 4, 12}};
    return endpoint;
}

} // namespace

// Every chart that a probe returns, filled and empty: a line to compare with or the word that there is none,
// units on its axes, and a sentence where there is nothing to draw.
class TestProbeCharts : public QObject
{
    Q_OBJECT

private:
    DataWorld world_;
    PrivateRedis emptyRedis_{cacheOptions()};
    QMap<QString, ChartSpec> filled_;
    QMap<QString, ChartSpec> empty_;

    static PrivateRedisOptions cacheOptions()
    {
        PrivateRedisOptions options;
        options.users = {
            s("audit on >%1 ~* resetchannels -@all +info +ping +scan +pttl +type +dbsize +select")
                .arg(s(DataWorld::password))};
        return options;
    }

    static QMap<QString, ChartSpec> chartsOf(const ProbeTarget& target)
    {
        const SystemClock clock;
        QMap<QString, ChartSpec> charts;
        for (const ProbeDescriptor& probe : dataProbes()) {
            ProbeContext context(clock, std::chrono::seconds(30), {}, {});
            const Result<Facts> facts = probe.create()->run(target, context);
            if (!facts) {
                qWarning("%s: %s", qPrintable(probe.id), qPrintable(facts.error().message));
                continue;
            }
            for (const ChartSpec& chart : facts->charts)
                charts.insert(chart.id, chart);
        }
        return charts;
    }

    static void verifyWhole(const ChartSpec& chart, const Expected& want)
    {
        QCOMPARE(chart.check, s(want.check));
        QVERIFY(!chart.title.isEmpty());
        QVERIFY(!chart.emptyReason.isEmpty());
        QCOMPARE(chart.y.unit, s(want.unit));
        QVERIFY(!chart.y.label.isEmpty());
        if (chart.kind == ChartKind::Line || chart.kind == ChartKind::Step)
            QVERIFY(!chart.x.unit.isEmpty() && !chart.x.label.isEmpty());
        for (const ChartSeries& series : chart.series)
            QVERIFY(!series.name.isEmpty());
        if (want.limit == Limit::Stated) {
            QVERIFY(!chart.threshold.has_value());
            QVERIFY2(chart.title.text().contains(s("limit")), qPrintable(chart.title.text()));
            return;
        }
        QVERIFY(chart.threshold.has_value());
        QVERIFY(!chart.threshold->label.isEmpty());
        if (want.limit != Limit::Checklist)
            return;
        const Threshold* shipped = checklist().find(s(want.check))->findThreshold(s(want.threshold));
        QVERIFY(shipped);
        QCOMPARE(chart.threshold->value, shipped->value);
        const bool below =
            shipped->comparison == Comparison::Less || shipped->comparison == Comparison::LessOrEqual;
        QCOMPARE(chart.threshold->passIsBelow, below);
        const QString number = QLocale::c().toString(shipped->value);
        QVERIFY2(chart.threshold->label.text().contains(number), qPrintable(chart.threshold->label.text()));
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString reason = DataWorld::missing(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        const QString failure = world_.start();
        QVERIFY2(failure.isEmpty(), qPrintable(failure));
        QVERIFY2(emptyRedis_.start(), qPrintable(emptyRedis_.error()));
        QVERIFY(world_.postgres->sql(s("CREATE DATABASE bare")).ok);
        QVERIFY(world_.postgres->sql(s("CREATE EXTENSION pg_stat_statements"), s("bare")).ok);
        QVERIFY(world_.postgres->sql(s("CREATE EXTENSION pgstattuple"), s("shop")).ok);
        const QString big =
            s("CREATE TABLE big(id int PRIMARY KEY); "
              "INSERT INTO big SELECT generate_series(1, 100000); ANALYZE big"); // over 100 pages
        QVERIFY(world_.postgres->sql(big, s("shop")).ok);
        QVERIFY(world_.postgres->sql(s("SELECT pg_stat_statements_reset()"), s("shop")).ok);
        ProbeTarget nothing = world_.target("auditbench", "bare");
        nothing.profile.redis->url = QUrl(emptyRedis_.url(s("audit")));
        empty_ = chartsOf(nothing);
        ProbeTarget shop = world_.target();
        shop.profile.observeMs = 1500;
        const Busy busy(world_);
        const QString seen = s("SELECT count(*) FROM pg_stat_statements WHERE calls > 1");
        QTRY_VERIFY(world_.postgres->sql(seen, s("shop")).scalar().toInt() > 0);
        filled_ = chartsOf(shop);
    }

    void everyChartOfTheDataProbesIsInTheTable()
    {
        QStringList known;
        for (const Expected& one : expected)
            known << s(one.chart);
        known.sort();
        QCOMPARE(filled_.keys(), known); // a map's keys are sorted
        QCOMPARE(empty_.keys(), known);
    }

    void aChartIsWhole_data()
    {
        QTest::addColumn<QString>("chart");
        QTest::addColumn<bool>("isFilled");
        for (const Expected& one : expected) {
            QTest::addRow("%s, filled", one.chart) << s(one.chart) << true;
            if (one.canBeEmpty)
                QTest::addRow("%s, empty", one.chart) << s(one.chart) << false;
        }
    }
    void aChartIsWhole()
    {
        QFETCH(QString, chart);
        QFETCH(bool, isFilled);
        const QMap<QString, ChartSpec>& charts = isFilled ? filled_ : empty_;
        QVERIFY(charts.contains(chart));
        QCOMPARE(charts.value(chart).isEmpty(), !isFilled);
        verifyWhole(charts.value(chart), *find(chart));
    }

    // 1.1 – 1.4 draw what http.latency saw by second, each against its own limit.
    void theCurveBySecondHasTheLimitOfTheCheck_data()
    {
        QTest::addColumn<QString>("check");
        QTest::addColumn<double>("limitMs");
        QTest::addColumn<QStringList>("series");
        QTest::newRow("reads") << s("1.1") << 200.0 << QStringList{s("GET /a")};
        QTest::newRow("writes") << s("1.2") << 500.0 << QStringList{s("POST /b")};
        QTest::newRow("all") << s("1.3") << 1000.0 << QStringList{s("GET /a"), s("POST /b")};
        QTest::newRow("a ratio has no line") << s("1.4") << 0.0 << QStringList{s("GET /a"), s("POST /b")};
    }
    void theCurveBySecondHasTheLimitOfTheCheck()
    {
        QFETCH(QString, check);
        QFETCH(double, limitMs);
        QFETCH(QStringList, series);
        Facts facts;
        facts.probe = s("http.latency");
        describeLatency(facts, {endpointOf("GET /a", false), endpointOf("POST /b", true)});
        const auto charts = latency::latencyCharts(facts, check, checklist().find(check)->thresholds);
        const ChartSpec chart = charts.last();
        QCOMPARE(chart.id, s("over_time"));
        QStringList names;
        for (const ChartSeries& one : chart.series)
            names << one.name.text();
        names.sort();
        QCOMPARE(names, series);
        QCOMPARE(chart.threshold.has_value(), limitMs > 0);
        if (limitMs > 0)
            QCOMPARE(chart.threshold->value, limitMs);
        else
            QVERIFY(chart.title.text().contains(s("limit")));
        QCOMPARE(chart.x.unit, s("s"));
        QCOMPARE(chart.y.unit, s("ms"));
        QVERIFY(!chart.emptyReason.isEmpty());
    }

    void nothingBySecondIsNoCurve()
    {
        Facts facts;
        facts.probe = s("http.latency");
        describeLatency(facts, {});
        QVERIFY(facts.charts.first().isEmpty());
        QVERIFY(!facts.charts.first().emptyReason.isEmpty());
        const auto charts = latency::latencyCharts(facts, s("1.1"), checklist().find(s("1.1"))->thresholds);
        for (const ChartSpec& chart : charts)
            QVERIFY(chart.id != s("over_time") && !chart.emptyReason.isEmpty());
        QVERIFY(
            latency::overTimeChart({}, {}, 200'000).title.isEmpty()); // the card of the load page stays away
    }

    void theRestartSaysThatNoneMayFail()
    {
        const ChartSpec filled = restartChart({{0.1, 10, 0, 0}, {0.9, 10, 1, 0}, {1.2, 8, 0, 2}});
        QCOMPARE(filled.series.at(0).points.size(), 2);
        QCOMPARE(filled.series.at(0).points.first().y, 20.0);
        QCOMPARE(filled.series.at(1).points.last().y, 2.0);
        for (const ChartSpec& chart : {filled, restartChart({})})
            verifyWhole(chart, {"restart", "7.6", "", Limit::Stated, "count", true});
        QVERIFY(restartChart({}).isEmpty());
    }

    void theProfilesLimitTakesTheChecklistsPlace_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("words");
        QTest::newRow("by its id") << s("hit_rate") << 95.0 << s("95 % (profile)");
        QTest::newRow("the main one") << QString() << 95.0 << s("95 % (profile)");
        QTest::newRow("of another threshold") << s("other") << 80.0 << s("80 % (checklist)");
    }
    void theProfilesLimitTakesTheChecklistsPlace()
    {
        QFETCH(QString, id);
        TargetProfile profile;
        profile.thresholds.insert(s("3.1"), {Threshold{id, {}, Comparison::Greater, 95, s("percent")}});
        const ChartThreshold line = limitLine(profile, {"3.1", "hit_rate", 80, "percent", false});
        QTEST(line.value, "value");
        QTEST(line.label.text().replace(QChar(0xA0), QLatin1Char(' ')), "words");
    }
};

QTEST_GUILESS_MAIN(TestProbeCharts)
#include "tst_probe_charts.moc"
