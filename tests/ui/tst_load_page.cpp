// The load page: what it says without a target, while a real run goes on, and from what the run left; another
// threshold changes pictures and words, never the audit.
#include "core/latency/histogram_log.h"
#include "core/rules/latency_evidence.h"
#include "tests/ui/load_target.h"
#include "tests/ui/ui_world.h"
#include "tests/ui/window_steps.h"
#include "ui/charts/chart_view.h"
#include "ui/pages/load_page.h"
#include "ui/pages/main_window.h"
#include "ui/style/theme_controller.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QJsonArray>
#include <QLabel>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace awb;
using namespace awb::test;
using namespace std::chrono_literals;

namespace
{

// A minute of 100 requests a second, `slow` of each 100 at 300 ms; as the probe stores it.
Facts minuteFacts(int slow, const char* stop = "over")
{
    QJsonArray endpoints;
    for (const char* name : {"GET /orders", "GET /users"}) {
        LatencySeries series;
        series.edgesUs = {100'000, 200'000, 500'000};
        const int over = QByteArray(name) == "GET /orders" ? slow : 0;
        for (int second = 0; second < 60; ++second) {
            series.histogram.record(300'000, static_cast<quint64>(over));
            series.histogram.record(20'000, static_cast<quint64>(100 - over));
            series.slices.append({100, {over, over, 0}});
        }
        endpoints.append(QJsonObject{
            {QStringLiteral("name"), QLatin1String(name)},
            {QStringLiteral("rate"), 100},
            {QStringLiteral("runs"),
             QJsonArray{QJsonObject{{QStringLiteral("series"), toJson(series)},
                                    {QStringLiteral("seconds"), 60},
                                    {QStringLiteral("scheduled"), 6010},
                                    {QStringLiteral("sent_in_time"), 6010},
                                    {QStringLiteral("ok"), 6000},
                                    {QStringLiteral("statuses"),
                                     QJsonObject{{QStringLiteral("200"), 6000}, {QStringLiteral("503"), 10}}},
                                    {QStringLiteral("stop"), QLatin1String(stop)},
                                    {QStringLiteral("scheduler_lag_p99_ms"), 0.3}}}}});
    }
    Facts facts;
    facts.probe = LoadPresenter::probeId();
    facts.checks = {QStringLiteral("1.1"), QStringLiteral("1.2"), QStringLiteral("1.3"),
                    QStringLiteral("1.4")};
    facts.complete = true;
    facts.details = {{QStringLiteral("endpoints"), endpoints}, {QStringLiteral("endpoints_total"), 2}};
    return facts;
}

std::vector<FakeProbe> stored(int slow, const char* stop = "over")
{
    return {{LoadPresenter::probeId(), minuteFacts(slow, stop), 0, ProbeSource::Http}};
}

QString said(const QWidget& page, const char* name)
{
    const auto* label = page.findChild<QLabel*>(QLatin1String(name));
    return label ? label->text() : QStringLiteral("no such label");
}

const LoadEndpointRow* rowOf(const LoadView& view, const char* name)
{
    for (const LoadEndpointRow& row : view.endpoints) {
        if (row.name == QLatin1String(name))
            return &row;
    }
    return nullptr;
}

} // namespace

class TestLoadPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAuditWithoutAServiceSaysSo();
    void nothingIsSentBeforeTheQuestionIsAnswered();
    void aRealRunShowsItsNumbersAndStops();
    void whatARunLeftIsJudged_data();
    void whatARunLeftIsJudged();
    void anotherThresholdChangesNothingButThePicture();
    void theThresholdIsDragged();
    void theChartIsExported_data();
    void theChartIsExported();

private:
    LoadPage* open(MainWindow& window, const QString& profile);
    LoadPage* openStored(MainWindow& window);
};

LoadPage* TestLoadPage::open(MainWindow& window, const QString& profile)
{
    if (!openAudit(window, profile))
        return nullptr;
    window.showPage(PageId::LoadRun);
    return qobject_cast<LoadPage*>(window.page(PageId::LoadRun));
}

LoadPage* TestLoadPage::openStored(MainWindow& window)
{
    LoadPage* page = open(window, QStringLiteral("name: C\nhttp: {base_url: \"http://127.0.0.1:1/\"}\n"));
    window.session().runProbes({});
    const bool there = QTest::qWaitFor([&] { return page->presenter().view().endpoints.size() == 2; }) &&
                       QTest::qWaitFor([&] { return page->presenter().view().state == LoadState::Stored; });
    return there ? page : nullptr;
}

void TestLoadPage::anAuditWithoutAServiceSaysSo()
{
    LoadTarget target;
    UiWorld world;
    world.probes = LoadTarget::probes(200ms, 1s);
    MainWindow window(*world.workbench);
    LoadPage* page = open(window, profileText());
    QVERIFY(page);
    QCOMPARE(page->presenter().view().state, LoadState::NoTarget);
    QVERIFY(!page->findChild<QWidget*>(QStringLiteral("load-strip"))->isVisible());
    QTest::keyClick(page, Qt::Key_R, Qt::ControlModifier);
    QVERIFY(!page->findChild<QDialog*>());
}

void TestLoadPage::nothingIsSentBeforeTheQuestionIsAnswered()
{
    LoadTarget target;
    UiWorld world;
    world.probes = LoadTarget::probes(200ms, 1s);
    MainWindow window(*world.workbench);
    LoadPage* page = open(window, target.profileText());
    QVERIFY(page);
    QCOMPARE(page->presenter().view().state, LoadState::Ready);
    QSignalSpy started(&window.session(), &AuditSession::runStarted);
    page->findChild<QAbstractButton*>(QStringLiteral("load-button"))->click();
    const QPointer<QDialog> dialog = page->findChild<QDialog*>(QStringLiteral("consent"));
    QVERIFY(dialog);
    auto* yes = dialog->findChild<QAbstractButton*>(QStringLiteral("consent-yes"));
    QVERIFY(!yes->isEnabled()); // the box is not ticked
    dialog->findChild<QAbstractButton*>(QStringLiteral("consent-no"))->click();
    QTRY_VERIFY(!dialog); // all that its answer leads to is done
    QCOMPARE(started.size(), 0);
    QVERIFY(!window.session().isRunning());
    QCOMPARE(target.server.requests(), 0);
}

void TestLoadPage::aRealRunShowsItsNumbersAndStops()
{
    LoadTarget target;
    UiWorld world;
    world.probes = LoadTarget::probes(200ms, 30s);
    MainWindow window(*world.workbench);
    LoadPage* page = open(window, target.profileText());
    QVERIFY(page);
    auto* button = page->findChild<QAbstractButton*>(QStringLiteral("load-button"));
    QTRY_VERIFY(button->isVisible() && button->x() >= 0 && page->width() > 1000);
    const QRect place(button->mapTo(page, QPoint()), button->size());
    QVERIFY(startLoad(*page));
    QTRY_COMPARE(page->presenter().view().state, LoadState::Running);
    const auto* chart = page->findChild<ChartView*>(QStringLiteral("load-histogram"));
    QTRY_VERIFY(chart->drawnPoints() > 1);
    QTRY_VERIFY(!page->presenter().view().overTime.isEmpty());
    const QString before = said(*page, "load-p99");
    const QString detail = said(*page, "load-headline") + page->presenter().view().detail;
    QTRY_VERIFY(said(*page, "load-headline") + page->presenter().view().detail != detail);
    QVERIFY2(before.contains(QLatin1String("ms")), qPrintable(before));
    QVERIFY(said(*page, "load-rate").contains(QLatin1String("/s")));
    const LoadView view = page->presenter().view();
    QCOMPARE(view.gate.size(), 5);
    QVERIFY(view.verdict.glyph != MarkGlyph::Pass && view.verdict.glyph != MarkGlyph::Fail);
    QVERIFY(!view.endpoints.isEmpty() && view.endpoints.first().running && !view.endpoints.first().glyph);
    QVERIFY2(view.allowed.contains(QLatin1String("127.0.0.1")), qPrintable(view.allowed));
    QCOMPARE(QRect(button->mapTo(page, QPoint()), button->size()), place); // Stop stands where Start was
    QElapsedTimer stopping;
    stopping.start();
    QTest::keyClick(page, Qt::Key_Escape);
    QTRY_VERIFY(!window.session().isRunning());
    QVERIFY(stopping.elapsed() < 1500);
    // What was measured is kept as evidence of a stopped run: it proves nothing.
    QTRY_COMPARE(page->presenter().view().state, LoadState::Stored);
    QTRY_VERIFY(window.session().check(QStringLiteral("1.1"))->suggestion.verdict != Verdict::None);
    QVERIFY(window.session().check(QStringLiteral("1.1"))->suggestion.verdict != Verdict::Pass);
}

void TestLoadPage::whatARunLeftIsJudged_data()
{
    QTest::addColumn<int>("slow");
    QTest::addColumn<QString>("stop");
    QTest::addColumn<MarkGlyph>("glyph");
    QTest::newRow("none is slow") << 0 << QStringLiteral("over") << MarkGlyph::Pass;
    QTest::newRow("3 % are") << 3 << QStringLiteral("over") << MarkGlyph::Fail;
    QTest::newRow("1 % are") << 1 << QStringLiteral("over") << MarkGlyph::TooClose;
    QTest::newRow("it was stopped") << 0 << QStringLiteral("cancelled") << MarkGlyph::NotMeasured;
}

void TestLoadPage::whatARunLeftIsJudged()
{
    QFETCH(int, slow);
    QFETCH(QString, stop);
    UiWorld world(stored(slow, qPrintable(stop)));
    MainWindow window(*world.workbench);
    LoadPage* page = openStored(window);
    QVERIFY(page);
    const LoadView& view = page->presenter().view();
    const LoadEndpointRow* orders = rowOf(view, "GET /orders");
    QVERIFY(orders);
    QTEST(orders->glyph.value_or(MarkGlyph::Undecided), "glyph");
    QCOMPARE(orders->requests, 6000);
    QVERIFY(!view.histogram.isEmpty() && !view.spectrum.isEmpty() && !view.overlay.isEmpty());
    QCOMPARE(view.errorRows.size(), 1);
    QCOMPARE(view.errorRows.first().count, 10);
    page->presenter().select(QStringLiteral("GET /orders"));
    QTEST(page->presenter().view().verdict.glyph.value_or(MarkGlyph::Undecided), "glyph");
    QVERIFY(!said(*page, "load-verdict").isEmpty());
}

void TestLoadPage::anotherThresholdChangesNothingButThePicture()
{
    UiWorld world(stored(3));
    MainWindow window(*world.workbench);
    LoadPage* page = openStored(window);
    QVERIFY(page);
    QTRY_COMPARE(window.session().check(QStringLiteral("1.1"))->suggestion.verdict, Verdict::Fail);
    const qsizetype entries = window.session().document().journal().size();
    QTest::keyClick(page, Qt::Key_T);
    QCOMPARE(page->presenter().view().limitMs, 200.0);
    page->presenter().setWhatIf(500);
    const LoadView view = page->presenter().view();
    QCOMPARE(rowOf(view, "GET /orders")->glyph.value_or(MarkGlyph::Undecided), MarkGlyph::Pass);
    QCOMPARE(view.histogram.threshold->value, 500.0);
    QVERIFY(view.whatIf.contains(QLatin1String("500")));
    QVERIFY(page->findChild<QWidget*>(QStringLiteral("what-if"))->isVisible());
    QCOMPARE(window.session().document().journal().size(), entries);
    QCOMPARE(window.session().check(QStringLiteral("1.1"))->suggestion.verdict, Verdict::Fail);
    QTest::keyClick(page, Qt::Key_Minus);
    QVERIFY(page->presenter().view().limitMs < 500);
    QTest::keyClick(page, Qt::Key_Escape);
    QCOMPARE(page->presenter().view().limitMs, 200.0);
    QCOMPARE(rowOf(page->presenter().view(), "GET /orders")->glyph.value_or(MarkGlyph::Undecided),
             MarkGlyph::Fail);
    QTest::keyClick(page, Qt::Key_O);
    QVERIFY(!page->presenter().view().histogram.x.logarithmic);
}

void TestLoadPage::theThresholdIsDragged()
{
    UiWorld world(stored(3));
    MainWindow window(*world.workbench);
    LoadPage* page = openStored(window);
    QVERIFY(page);
    auto* chart = page->findChild<ChartView*>(QStringLiteral("load-histogram"));
    const auto onLine = [&] {
        const ChartLayout& layout = chart->chartLayout();
        return QPoint(int(layout.threshold(*chart->chart().threshold)), int(layout.plot.center().y()));
    };
    const auto drag = [&](int by) {
        const QPoint from = onLine();
        QTest::mousePress(chart, Qt::LeftButton, {}, from);
        QTest::mouseMove(chart, from + QPoint(by, 0));
        QTest::mouseRelease(chart, Qt::LeftButton, {}, from + QPoint(by, 0));
    };
    drag(60); // it stands still until somebody asks what if
    QCOMPARE(page->presenter().view().limitMs, 200.0);
    QTest::keyClick(page, Qt::Key_T);
    drag(60);
    QTRY_VERIFY(page->presenter().view().limitMs > 210);
}

void TestLoadPage::theChartIsExported_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("begins");
    QTest::newRow("picture") << QStringLiteral("chart.png") << QByteArray("\x89PNG");
    QTest::newRow("values") << QStringLiteral("chart.csv") << QByteArray("series,x,y\n");
    QTest::newRow("histogram log") << QStringLiteral("chart.hlog") << QByteArray("#");
}

void TestLoadPage::theChartIsExported()
{
    QFETCH(QString, name);
    UiWorld world(stored(3));
    MainWindow window(*world.workbench);
    LoadPage* page = openStored(window);
    QVERIFY(page);
    QTest::keyClick(page, Qt::Key_E, Qt::ControlModifier);
    auto* dialog = page->findChild<QFileDialog*>(QStringLiteral("exportChart"));
    QVERIFY(dialog);
    const QString path = world.home.filePath(name);
    Q_EMIT dialog->fileSelected(path);
    dialog->reject();
    QTRY_VERIFY(QFile::exists(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QFETCH(QByteArray, begins);
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith(begins));
    if (name.endsWith(QLatin1String(".hlog"))) {
        const auto log = readHistogramLog(bytes, 1);
        QVERIFY2(log, log ? "" : qPrintable(log.error().message));
        QCOMPARE(log->intervals.size(), page->presenter().view().endpoints.size());
        for (const LogInterval& interval : log->intervals)
            QVERIFY(interval.histogram.count() > 0);
    }
}

int main(int argc, char** argv)
{
    const awb::test::TempWorld home;
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("auditbench"));
    QCoreApplication::setApplicationName(QStringLiteral("auditbench"));
    awb::ThemeController theme(application);
    TestLoadPage test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_load_page.moc"
