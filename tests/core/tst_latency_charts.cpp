// The charts of 1.1 – 1.4 say what the evidence says, against the threshold of the day.
#include "core/latency/hdr_codec.h"
#include "core/latency/latency_series.h"
#include "core/rules/latency_charts.h"
#include "core/rules/rules.h"
#include "tests/core/rule_table.h"

using namespace awb;
using namespace awb::test;

namespace
{

// Of 1,000 requests: `slow` at 300 ms, the rest at 20 ms.
LatencySeries seriesOf(int slow, bool withSlices = true)
{
    LatencySeries series;
    series.edgesUs = {100'000, 200'000, 500'000};
    for (int second = 0; second < 50; ++second) {
        const int over = slow / 50 + (second < slow % 50 ? 1 : 0);
        series.histogram.record(300'000, static_cast<quint64>(over));
        series.histogram.record(20'000, static_cast<quint64>(20 - over));
        if (withSlices)
            series.slices.append({20, {over, over, 0}});
    }
    return series;
}

QJsonObject endpoint(const char* name, const LatencySeries& series, bool write = false,
                     bool withService = true)
{
    QJsonObject run{{QStringLiteral("series"), toJson(series)}};
    if (withService) {
        LatencyHistogram service;
        service.record(10'000, series.histogram.count());
        run.insert(QStringLiteral("service"), QString::fromLatin1(encodeHdrBase64(service)));
    }
    return {{QStringLiteral("name"), QLatin1String(name)},
            {QStringLiteral("write"), write},
            {QStringLiteral("runs"), QJsonArray{run}}};
}

Facts factsWith(const QJsonArray& endpoints)
{
    return factsOf("http.latency", {}, {{QStringLiteral("endpoints"), endpoints}});
}

QVector<ChartSpec> chartsOf(const Facts& facts, const char* check)
{
    return latency::latencyCharts(facts, QLatin1String(check),
                                  checklist().find(QLatin1String(check))->thresholds);
}

QStringList idsOf(const QVector<ChartSpec>& charts)
{
    QStringList ids;
    for (const ChartSpec& chart : charts)
        ids << chart.id;
    return ids;
}

} // namespace

class TestLatencyCharts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void each_check_shows_its_own_endpoints_data()
    {
        QTest::addColumn<QString>("check");
        QTest::addColumn<QStringList>("ids");
        QTest::addColumn<QString>("title");
        const QString all = QStringLiteral("histogram percentiles endpoints");
        const QString one = QStringLiteral("histogram percentiles");
        QTest::newRow("reads") << QStringLiteral("1.1") << all.split(QLatin1Char(' '))
                               << QStringLiteral("GET /b");
        QTest::newRow("writes") << QStringLiteral("1.2") << one.split(QLatin1Char(' '))
                                << QStringLiteral("POST /c");
        QTest::newRow("all") << QStringLiteral("1.3") << all.split(QLatin1Char(' '))
                             << QStringLiteral("GET /b");
        QTest::newRow("ratio") << QStringLiteral("1.4")
                               << QStringLiteral("percentiles endpoints").split(QLatin1Char(' '))
                               << QStringLiteral("GET /b");
    }
    void each_check_shows_its_own_endpoints()
    {
        QFETCH(QString, check);
        QFETCH(QStringList, ids);
        QFETCH(QString, title);
        const Facts facts = factsWith({endpoint("GET /a", seriesOf(0)), endpoint("GET /b", seriesOf(40)),
                                       endpoint("POST /c", seriesOf(5), true)});
        const QVector<ChartSpec> charts = chartsOf(facts, qPrintable(check));
        QCOMPARE(idsOf(charts), ids);
        QVERIFY2(charts.first().title.text().contains(title), qPrintable(charts.first().title.text()));
        for (const ChartSpec& chart : charts) {
            QVERIFY(!chart.isEmpty());
            // ten times its own median is another line for each endpoint
            QCOMPARE(chart.threshold.has_value(),
                     check != QLatin1String("1.4") || chart.id == QLatin1String("percentiles"));
            QCOMPARE(chart.check, check);
            QCOMPARE(toJson(chartFromJson(toJson(chart))), toJson(chart));
        }
    }

    void the_histogram_keeps_every_request()
    {
        const ChartSpec chart = chartsOf(factsWith({endpoint("GET /a", seriesOf(40))}), "1.1").first();
        QVERIFY(chart.x.logarithmic && chart.y.logarithmic);
        double all = 0;
        double slow = 0;
        for (const ChartPoint& point : chart.series.first().points) {
            all += point.y;
            slow += point.x >= 200 ? point.y : 0;
        }
        QCOMPARE(all, 1000.0);
        QCOMPARE(slow, 40.0);
        QCOMPARE(chart.threshold->value, 200.0);
        QCOMPARE(chart.threshold->label.text(),
                 QStringLiteral("threshold 200\u00a0ms, reached by 40 of 1000"));
        QCOMPARE(chart.marks.size(), 3);
        QVERIFY(chart.marks[2].main && chart.marks[2].low && *chart.marks[2].low <= chart.marks[2].x);
    }

    void a_count_inside_a_bucket_is_a_range()
    {
        const Check* check = checklist().find(QStringLiteral("1.1"));
        QVector<Threshold> thresholds = check->thresholds;
        thresholds[0].value = 300; // 300 ms lies inside the bucket of what took 300 ms
        const auto charts =
            latency::latencyCharts(factsWith({endpoint("GET /a", seriesOf(40))}), check->id, thresholds);
        QCOMPARE(charts.first().threshold->label.text(),
                 QStringLiteral("threshold 300\u00a0ms, reached by 0 to 40 of 1000"));
    }

    void the_uncorrected_line_stands_where_the_source_tells_data()
    {
        QTest::addColumn<bool>("service");
        QTest::newRow("told") << true;
        QTest::newRow("not told") << false;
    }
    void the_uncorrected_line_stands_where_the_source_tells()
    {
        QFETCH(bool, service);
        const Facts facts = factsWith({endpoint("GET /a", seriesOf(40), false, service)});
        const ChartSpec spectrum = chartsOf(facts, "1.1").at(1);
        QCOMPARE(spectrum.series.size(), service ? 2 : 1);
        const QVector<ChartPoint>& points = spectrum.series.first().points;
        QCOMPARE(points.last().x, 1000.0); // no further than the sample tells
        QVERIFY(points.last().y >= 300);
        QVERIFY(spectrum.threshold->onY);
        if (service)
            QVERIFY(spectrum.series.last().points.last().y < 20);
    }

    void a_ratio_is_a_line_of_its_own_median()
    {
        const ChartSpec chart = chartsOf(factsWith({endpoint("GET /a", seriesOf(40))}), "1.4").first();
        const double ratio = checklist().find(QStringLiteral("1.4"))->thresholds.first().value;
        QVERIFY(std::fabs(chart.threshold->value - ratio * 20) < 0.01 * ratio * 20);
    }

    void without_a_distribution_the_chart_says_why_data()
    {
        QTest::addColumn<QJsonArray>("endpoints");
        QTest::newRow("nothing was measured") << QJsonArray();
        QTest::newRow("percentiles alone") << QJsonArray{QJsonObject{
            {QStringLiteral("name"), QStringLiteral("GET /a")},
            {QStringLiteral("runs"), QJsonArray{QJsonObject{{QStringLiteral("reported"), QJsonObject()}}}}}};
        QTest::newRow("damaged") << QJsonArray{QJsonObject{
            {QStringLiteral("runs"),
             QJsonArray{QJsonObject{{QStringLiteral("series"),
                                     QJsonObject{{QStringLiteral("histogram"), QStringLiteral("x")}}}}}}}};
    }
    void without_a_distribution_the_chart_says_why()
    {
        QFETCH(QJsonArray, endpoints);
        for (const char* check : {"1.1", "1.4"}) {
            const QVector<ChartSpec> charts = chartsOf(factsWith(endpoints), check);
            QCOMPARE(charts.size(), 1);
            QVERIFY(charts.first().isEmpty());
            QVERIFY(!charts.first().emptyReason.isEmpty());
        }
    }

    void what_was_drawn_over_time_is_kept()
    {
        Facts facts = factsWith({endpoint("GET /a", seriesOf(1))});
        for (const char* id : {"histogram", "over_time"}) {
            ChartSpec stored;
            stored.id = QLatin1String(id);
            stored.series = {{"old", {{1, 2, {}, {}}}}};
            facts.charts.append(stored);
        }
        QCOMPARE(idsOf(chartsOf(facts, "1.1")),
                 QStringLiteral("histogram percentiles over_time").split(QLatin1Char(' ')));
    }
};

QTEST_GUILESS_MAIN(TestLatencyCharts)
#include "tst_latency_charts.moc"
