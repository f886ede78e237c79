// Charts on the screen: every kind is drawn, an empty one says why, a log axis keeps its zeros.
#include "ui/charts/chart_view.h"
#include "ui/style/style_theme.h"
#include "ui/style/theme_controller.h"

#include <QFontMetricsF>
#include <QImage>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <limits>

using namespace awb;

namespace
{

ChartSpec lineSpec(QVector<ChartPoint> points)
{
    ChartSpec chart;
    chart.kind = ChartKind::Line;
    chart.x = {"Time in the window", QStringLiteral("s"), false};
    chart.y = {"Hit rate", QStringLiteral("percent"), false};
    chart.threshold = ChartThreshold{80, true, false, "80 % (checklist)"};
    chart.emptyReason = "No key was looked up in the window.";
    if (!points.isEmpty())
        chart.series.append({"Hit rate", std::move(points)});
    return chart;
}

ChartSpec rowsSpec(ChartKind kind)
{
    ChartSpec chart;
    chart.kind = kind;
    chart.x.label = "Prefix";
    chart.y = {"Share of the keys", QStringLiteral("percent"), false};
    chart.categories = {QStringLiteral("cart:"), QStringLiteral("session:"), QStringLiteral("product:")};
    chart.threshold = ChartThreshold{50, true, true, "50 %"};
    ChartSeries first{"Under 1 hour", {}};
    ChartSeries second{"Under 1 day", {}};
    for (int i = 0; i < 3; ++i) {
        first.points.append({double(i), 20.0 + 10 * i, 15.0 + 10 * i, 26.0 + 10 * i});
        second.points.append({double(i), 10.0 * i, {}, {}});
    }
    chart.series << first;
    if (kind != ChartKind::Range)
        chart.series << second;
    return chart;
}

ChartSpec histogramSpec()
{
    ChartSpec chart;
    chart.kind = ChartKind::Step;
    chart.x = {"Latency", QStringLiteral("ms"), true};
    chart.y = {"Requests", QStringLiteral("count"), true};
    chart.threshold = ChartThreshold{200, false, true, "200 ms"};
    ChartSeries series{"Corrected", {}};
    const double counts[] = {0, 12, 800, 4200, 900, 0, 0, 7, 1};
    double x = 5;
    for (const double count : counts) {
        series.points.append({x, count, {}, {}});
        x *= 1.8;
    }
    chart.series << series;
    return chart;
}

QImage shot(ChartView& view, const QSize& size = {620, 240})
{
    view.resize(size);
    view.show();
    if (!QTest::qWaitForWindowExposed(&view))
        return {};
    const QImage image = view.grab().toImage();
    // To look at them: AWB_SHOTS names a folder.
    if (const QString folder = qEnvironmentVariable("AWB_SHOTS"); !folder.isEmpty())
        image.save(
            QStringLiteral("%1/%2-%3.png")
                .arg(folder, QLatin1String(QTest::currentTestFunction()),
                     QString::fromUtf8(QTest::currentDataTag()).replace(QLatin1Char(' '), QLatin1Char('_'))));
    return image;
}

int pixelsLike(const QImage& image, const QRectF& area, const QColor& color, int tolerance = 24)
{
    int count = 0;
    for (int y = qMax(0, int(area.top())); y < qMin(image.height(), int(area.bottom())); ++y) {
        for (int x = qMax(0, int(area.left())); x < qMin(image.width(), int(area.right())); ++x) {
            const QColor at = image.pixelColor(x, y);
            if (std::abs(at.red() - color.red()) < tolerance &&
                std::abs(at.green() - color.green()) < tolerance &&
                std::abs(at.blue() - color.blue()) < tolerance)
                ++count;
        }
    }
    return count;
}

} // namespace

class TestCharts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void linearScalesAreNice_data();
    void linearScalesAreNice();
    void logScalesLabel125();
    void logScaleKeepsWhatIsNotPositive();
    void everyKindIsDrawn_data();
    void everyKindIsDrawn();
    void rowsStandAtTheirNames_data();
    void rowsStandAtTheirNames();
    void zerosOnALogAxisDoNotHideTheSeries();
    void anEmptyChartSaysWhy();
    void theThresholdIsInTheRange_data();
    void theThresholdIsInTheRange();
    void marksStandAboveTheThresholdsWords();
    void wordsOfAThresholdHideNoMark_data();
    void wordsOfAThresholdHideNoMark();
    void aHistogramIsInTwoColours();
    void notANumberIsLeftOut();
    void manyRowsAreCutAndSaidSo();
    void aNewThemeGivesNewColours();

private:
    std::unique_ptr<ThemeController> controller_;
};

void TestCharts::initTestCase()
{
    controller_ = std::make_unique<ThemeController>(*qobject_cast<QApplication*>(qApp));
    controller_->setChoice(ThemeController::Choice::Light);
}

void TestCharts::linearScalesAreNice_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QVector<double>>("ticks");
    QTest::newRow("share") << 0.0 << 91.2 << "percent" << QVector<double>{0, 20, 40, 60, 80, 100};
    QTest::newRow("small") << 0.0 << 0.9 << "ms" << QVector<double>{0, 0.2, 0.4, 0.6, 0.8, 1};
    QTest::newRow("bytes") << 0.0 << 4.0 * 1024 * 1024 << "bytes"
                           << QVector<double>{0, 1048576, 2097152, 3145728, 4194304};
    QTest::newRow("nothing but one value")
        << 0.0 << 0.0 << "count" << QVector<double>{0, 0.2, 0.4, 0.6, 0.8, 1};
}

void TestCharts::linearScalesAreNice()
{
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(QString, unit);
    QFETCH(QVector<double>, ticks);
    const AxisScale scale = linearScale(low, high, unit);
    QCOMPARE(scale.ticks.size(), ticks.size());
    for (qsizetype i = 0; i < ticks.size(); ++i)
        QVERIFY(std::fabs(scale.ticks[i] - ticks[i]) < 1e-9 * qMax(1.0, ticks[i]));
    QVERIFY(scale.max >= high);
}

void TestCharts::logScalesLabel125()
{
    const AxisScale scale = logScale(7, 900, 7);
    const QVector<double> wanted{5, 10, 20, 50, 100, 200, 500, 1000};
    QCOMPARE(scale.ticks.size(), wanted.size());
    for (qsizetype i = 0; i < wanted.size(); ++i)
        QVERIFY(std::fabs(scale.ticks[i] - wanted[i]) < 1e-6);
    QVERIFY(std::fabs(scale.position(scale.min)) < 1e-12);
    QVERIFY(std::fabs(scale.position(scale.max) - 1) < 1e-12);
}

void TestCharts::logScaleKeepsWhatIsNotPositive()
{
    const AxisScale scale = logScale(0, 100, 3);
    QVERIFY(scale.min > 0 && scale.min <= 0.5);
    QCOMPARE(scale.clamped(0), scale.min);
    QCOMPARE(scale.clamped(-4), scale.min);
    QCOMPARE(scale.position(0), 0.0);
    const AxisScale nothing = logScale(0, 0, 0);
    QVERIFY(nothing.min > 0 && nothing.max > nothing.min);
}

void TestCharts::everyKindIsDrawn_data()
{
    QTest::addColumn<ChartSpec>("chart");
    QTest::addColumn<int>("points");
    QTest::newRow("line") << lineSpec({{0, 90, 88, 92}, {1, 70, 66, 74}, {2, 95, {}, {}}}) << 3;
    QTest::newRow("line of one point") << lineSpec({{4, 90, {}, {}}}) << 1;
    QTest::newRow("histogram") << histogramSpec() << 9;
    QTest::newRow("bars") << rowsSpec(ChartKind::Bars) << 6;
    QTest::newRow("stacked") << rowsSpec(ChartKind::Stacked) << 6;
    QTest::newRow("ranges") << rowsSpec(ChartKind::Range) << 3;
}

void TestCharts::everyKindIsDrawn()
{
    QFETCH(ChartSpec, chart);
    QFETCH(int, points);
    ChartView view;
    view.setChart(chart);
    const QImage image = shot(view);
    QCOMPARE(view.drawnPoints(), points);
    const Theme theme = themeOf(&view);
    QVERIFY(pixelsLike(image, view.chartLayout().plot, theme.color(tokens::Role::C1)) > 8);
    QVERIFY(!view.accessibleDescription().isEmpty());
}

void TestCharts::rowsStandAtTheirNames_data()
{
    QTest::addColumn<ChartKind>("kind");
    QTest::newRow("bars") << ChartKind::Bars;
    QTest::newRow("stacked") << ChartKind::Stacked;
    QTest::newRow("ranges") << ChartKind::Range;
}

// The first series grows from 20 in the first row to 40 in the last.
void TestCharts::rowsStandAtTheirNames()
{
    QFETCH(ChartKind, kind);
    ChartView view;
    view.setChart(rowsSpec(kind));
    const QImage image = shot(view);
    const ChartLayout& layout = view.chartLayout();
    const QColor color = themeOf(&view).color(tokens::Role::C1);
    const double row = layout.plot.height() / 3;
    const double from = layout.point(0, 34).x();
    const double to = layout.point(0, 41).x();
    const QRectF first(from, layout.plot.top() + 2, to - from, row - 4);
    const QRectF last(from, layout.plot.top() + 2 * row + 2, to - from, row - 4);
    QCOMPARE(pixelsLike(image, first, color), 0);
    QVERIFY(pixelsLike(image, last, color) > 20);
}

void TestCharts::zerosOnALogAxisDoNotHideTheSeries()
{
    ChartView view;
    view.setChart(histogramSpec());
    const QImage image = shot(view);
    QCOMPARE(view.drawnPoints(), 9);
    // The outline reaches the upper third of the plot, where the peak of 4,200 is.
    QRectF top = view.chartLayout().plot;
    top.setHeight(top.height() / 3);
    QVERIFY(pixelsLike(image, top, themeOf(&view).color(tokens::Role::C1)) > 10);
}

void TestCharts::anEmptyChartSaysWhy()
{
    ChartView view;
    view.setChart(lineSpec({}));
    const QImage image = shot(view);
    QCOMPARE(view.drawnPoints(), 0);
    QCOMPARE(view.accessibleDescription(), QStringLiteral("No key was looked up in the window."));
    QRectF middle(0, 0, 200, 30);
    middle.moveCenter(view.chartLayout().plot.center());
    QVERIFY(pixelsLike(image, middle, themeOf(&view).color(tokens::Role::Text), 60) > 20);
    for (const ChartKind kind : {ChartKind::Step, ChartKind::Bars, ChartKind::Stacked, ChartKind::Range}) {
        ChartSpec bare;
        bare.kind = kind;
        bare.x.logarithmic = bare.y.logarithmic = kind == ChartKind::Step;
        view.setChart(bare);
        QVERIFY(!view.grab().isNull());
        QCOMPARE(view.drawnPoints(), 0);
    }
}

void TestCharts::theThresholdIsInTheRange_data()
{
    QTest::addColumn<ChartSpec>("chart");
    ChartSpec low = lineSpec({{0, 1, {}, {}}, {1, 2, {}, {}}});
    low.threshold = ChartThreshold{100, true, true, "100 ms"};
    low.y.unit = QStringLiteral("ms");
    QTest::newRow("far above the values") << low;
    QTest::newRow("on x") << histogramSpec();
    QTest::newRow("rows") << rowsSpec(ChartKind::Range);
}

void TestCharts::theThresholdIsInTheRange()
{
    QFETCH(ChartSpec, chart);
    ChartView view;
    view.setChart(chart);
    const QImage image = shot(view);
    const ChartLayout& layout = view.chartLayout();
    const double at = layout.threshold(*chart.threshold);
    const bool vertical = layout.thresholdIsVertical(*chart.threshold);
    const QRectF plot = layout.plot;
    if (vertical)
        QVERIFY(at > plot.left() && at < plot.right());
    else
        QVERIFY(at > plot.top() && at < plot.bottom());
    // The label's words are drawn beside the line.
    const QRectF words =
        vertical ? QRectF(at - 60, plot.top() - 18, 120, 17) : QRectF(plot.right() - 80, at - 18, 80, 17);
    QVERIFY(pixelsLike(image, words, themeOf(&view).color(tokens::Role::Text), 60) > 10);
}

// p99 with its interval on the upper edge, its words above; those of the threshold inside, beside the line.
void TestCharts::marksStandAboveTheThresholdsWords()
{
    ChartSpec chart = histogramSpec();
    chart.marks = {{30, {}, {}, {}, "p50 30 ms", false}, {150, {}, 120, 190, "p99 150 ms [120–190]", true}};
    ChartView view;
    view.setChart(chart);
    const QImage image = shot(view);
    const ChartLayout& layout = view.chartLayout();
    const QColor text = themeOf(&view).color(tokens::Role::Text);
    const double p99 = layout.place().x(150);
    const double line = layout.threshold(*chart.threshold);
    QVERIFY(pixelsLike(image, QRectF(p99 - 60, layout.plot.top() - 26, 120, 16), text, 60) > 20);
    QVERIFY(pixelsLike(image, QRectF(p99 - 4, layout.plot.top() - 4, 8, 8), text) > 8); // the diamond
    const QRectF words = thresholdWords(chart, layout.place(), themeOf(&view), 60);
    QVERIFY(words.left() > line || words.right() < line);
    QVERIFY(pixelsLike(image, words, text, 60) > 10);
}

// A horizontal threshold: its words hide neither the diamond with its interval nor the curve.
void TestCharts::wordsOfAThresholdHideNoMark_data()
{
    QTest::addColumn<double>("p99");
    QTest::newRow("just above the line, at the right end") << 206.0;
    QTest::newRow("just below the line, at the right end") << 194.0;
    QTest::newRow("far below") << 20.0;
}

void TestCharts::wordsOfAThresholdHideNoMark()
{
    QFETCH(double, p99);
    ChartSpec chart = lineSpec({{0, 10, {}, {}}, {70, p99 * 0.6, {}, {}}, {100, p99, {}, {}}});
    chart.threshold = ChartThreshold{200, true, true, "threshold 200 ms"};
    chart.marks = {{96, p99, p99 - 8, p99 + 8, {}, true}};
    ChartView view;
    view.setChart(chart);
    const QImage image = shot(view);
    const ChartLayout& layout = view.chartLayout();
    const QFontMetricsF metrics(themeOf(&view).font(tokens::Type::Caption, 600));
    const QRectF words =
        thresholdWordsAcross(chart, layout.place(), themeOf(&view),
                             metrics.horizontalAdvance(QStringLiteral("threshold 200 ms")) + 8);
    QVERIFY(layout.plot.adjusted(0, -words.height(), 0, 0).contains(words));
    const QPointF diamond = layout.point(96, p99);
    QVERIFY(!words.intersects(QRectF(diamond.x() - 6, diamond.y() - 6, 12, 12)));
    QVERIFY(!words.contains(layout.point(100, p99)));
    QVERIFY(pixelsLike(image, words, themeOf(&view).color(tokens::Role::Text), 60) > 10);
}

void TestCharts::aHistogramIsInTwoColours()
{
    ChartSpec chart = histogramSpec();
    chart.threshold->value = 60; // its highest bars lie on both sides
    ChartView view;
    view.setChart(chart);
    const QImage image = shot(view);
    const QRectF plot = view.chartLayout().plot;
    const double line = view.chartLayout().threshold(*chart.threshold);
    const Theme theme = themeOf(&view);
    const QRectF within(plot.topLeft(), QPointF(line - 2, plot.bottom()));
    const QRectF beyond(QPointF(line + 2, plot.top()), plot.bottomRight());
    QVERIFY(pixelsLike(image, within, theme.color(tokens::Role::C1)) > 100);
    QVERIFY(pixelsLike(image, beyond, theme.color(tokens::Role::Fail)) > 100);
    QCOMPARE(pixelsLike(image, beyond, theme.color(tokens::Role::C1)), 0);
}

void TestCharts::notANumberIsLeftOut()
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinite = std::numeric_limits<double>::infinity();
    ChartView view;
    view.setChart(lineSpec({{0, 90, {}, {}}, {1, nan, {}, {}}, {2, infinite, {}, {}}, {3, 85, {}, {}}}));
    QVERIFY(!shot(view).isNull());
    QCOMPARE(view.drawnPoints(), 2);
    QVERIFY(view.chartLayout().values.max <= 100);
}

void TestCharts::manyRowsAreCutAndSaidSo()
{
    ChartSpec chart = rowsSpec(ChartKind::Range);
    chart.categories.clear();
    chart.series.first().points.clear();
    for (int i = 0; i < 500; ++i) {
        chart.categories
            << QStringLiteral("table_%1_with_a_long_name_that_has_to_be_elided_somewhere").arg(i);
        chart.series.first().points.append({double(i), double(i % 50), {}, {}});
    }
    ChartView view;
    view.setChart(chart);
    QVERIFY(!shot(view).isNull());
    QCOMPARE(view.chartLayout().rows, kMaxChartRows);
    QCOMPARE(view.chartLayout().rowsTotal, 500);
    QCOMPARE(view.drawnPoints(), kMaxChartRows);
    QVERIFY(view.chartLayout().plot.left() < 620 * 0.4);
}

void TestCharts::aNewThemeGivesNewColours()
{
    ChartView view;
    view.setChart(rowsSpec(ChartKind::Bars));
    shot(view);
    controller_->setChoice(ThemeController::Choice::Dark);
    const Theme dark = themeOf(&view);
    QVERIFY(dark.isDark());
    QTRY_VERIFY(pixelsLike(view.grab().toImage(), view.chartLayout().plot, dark.color(tokens::Role::C1)) >
                20);
    controller_->setChoice(ThemeController::Choice::Light);
}

Q_DECLARE_METATYPE(awb::ChartSpec)
Q_DECLARE_METATYPE(awb::ChartKind)

QTEST_MAIN(TestCharts)
#include "tst_charts.moc"
