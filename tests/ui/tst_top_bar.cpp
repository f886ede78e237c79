// The bar gives up words of its own before it shortens the audit's name.
#include "tests/ui/page_world.h"
#include "ui/pages/top_bar.h"
#include "ui/style/language.h"
#include "ui/style/theme_controller.h"

#include <QLabel>
#include <QTabBar>
#include <QTest>

using namespace awb;

class TestTopBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void wordsGoBeforeTheNameIsCut_data();
    void wordsGoBeforeTheNameIsCut();

private:
    std::unique_ptr<ThemeController> controller_;
};

void TestTopBar::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("awb-test"));
    controller_ = std::make_unique<ThemeController>(*qobject_cast<QApplication*>(qApp));
    controller_->setChoice(ThemeController::Choice::Light);
}

void TestTopBar::wordsGoBeforeTheNameIsCut_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("allTabs");
    QTest::addColumn<QString>("language");
    const QString en = QStringLiteral("en");
    QTest::newRow("a small screen keeps the chosen tab's word") << 1024 << false << en;
    QTest::newRow("a laptop has every tab's word") << 1440 << true << en;
    QTest::newRow("a wide screen has every tab's word") << 1920 << true << en;
    // last: a language stays
    QTest::newRow("a small screen in German") << 1024 << false << QStringLiteral("de");
}

void TestTopBar::wordsGoBeforeTheNameIsCut()
{
    QFETCH(int, width);
    QFETCH(bool, allTabs);
    QFETCH(QString, language);
    installLanguage(*QCoreApplication::instance(), language);
    PageWorld world;
    QVERIFY(world.openAudit());
    AuditMeta meta = world.session->result().meta;
    meta.name = QStringLiteral("Sample shop, Q4 2026");
    world.session->setMeta(meta);
    QWidget window; // without a layout: the bar gets the width that is asked for
    window.resize(width, 200);
    TopBar bar(
        {PageId::Walk, PageId::Probes, PageId::LoadRun, PageId::Scorecard, PageId::Snapshots, PageId::Report},
        &window);
    bar.resize(width, bar.height());
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    bar.showPage(PageId::Scorecard);
    bar.showSession(*world.session);
    bar.showPage(PageId::Scorecard);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(bar.width(), width);
    const auto* tabs = bar.findChild<QTabBar*>(QStringLiteral("pageTabs"));
    QVERIFY(tabs);
    QCOMPARE(tabs->tabText(tabs->currentIndex()), pageWord(PageId::Scorecard));
    QCOMPARE(!tabs->tabText(0).isEmpty(), allTabs);
    const auto* name = bar.findChild<QLabel*>(QStringLiteral("auditName"));
    QVERIFY(name);
    QCOMPARE(name->text(), QStringLiteral("Sample shop, Q4 2026"));
    QVERIFY2(name->width() >= name->sizeHint().width(),
             qPrintable(QStringLiteral("%1 of %2 px").arg(name->width()).arg(name->sizeHint().width())));
}

QTEST_MAIN(TestTopBar)
#include "tst_top_bar.moc"
