// The endpoint inventory in the window: changed by keys, filtered, and what a person sees while it is read.
#include "tests/ui/endpoints_world.h"
#include "tests/ui/window_steps.h"
#include "ui/models/endpoint_model.h"
#include "ui/pages/endpoint_table.h"
#include "ui/pages/endpoints_page.h"
#include "ui/pages/main_window.h"
#include "ui/style/theme_controller.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLineEdit>

using namespace awb;
using namespace awb::test;

namespace
{

// The cell of this endpoint becomes the current one.
bool goTo(EndpointTable& table, const QString& title, int column)
{
    const QAbstractItemModel& rows = *table.model();
    for (int row = 0; row < rows.rowCount(); ++row) {
        if (rows.index(row, 0).data(EndpointModel::TitleRole).toString() == title) {
            table.setCurrentIndex(rows.index(row, column));
            return true;
        }
    }
    return false;
}

} // namespace

class TestEndpointsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTableIsEditedByKeys();
    void aFilterHidesTheOthers();
    void thePageSaysWhatStopsIt();
};

void TestEndpointsPage::theTableIsEditedByKeys()
{
    HttpPeer peer(shop);
    UiWorld world;
    MainWindow window(*world.workbench);
    QVERIFY(openAudit(window, profileOf(peer)));
    window.showPage(PageId::Endpoints);
    auto* page = qobject_cast<EndpointsPage*>(window.page(PageId::Endpoints));
    QVERIFY(page);
    EndpointsPresenter& presenter = page->presenter();
    QVERIFY(readNow(presenter));
    auto* table = page->findChild<EndpointTable*>(QStringLiteral("endpoints"));
    QVERIFY(table && table->isVisible());
    table->setFocus();
    const QString title = QStringLiteral("GET /products");
    QVERIFY(goTo(*table, title, EndpointModel::Asked));
    QTest::keyClick(table, Qt::Key_Space);
    QVERIFY(becomes(presenter, "GET /products", isLeftOut));
    QCOMPARE(table->currentTitle(), title); // the rows are not made anew
    QTest::keyClick(table, Qt::Key_Return);
    QVERIFY(becomes(presenter, "GET /products", [](const KnownEndpoint& e) { return e.takenIn; }));
    QVERIFY(goTo(*table, title, EndpointModel::Rate));
    QTest::keyClick(table, Qt::Key_F2);
    auto* editor = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, QStringLiteral("25"));
    QTest::keyClick(editor, Qt::Key_Return);
    QVERIFY(becomes(presenter, "GET /products", [](const KnownEndpoint& e) { return e.rate == 25; }));
    QVERIFY(goTo(*table, title, EndpointModel::Kind));
    QTest::keyClick(table, Qt::Key_Space);
    QVERIFY(becomes(presenter, "GET /products", [](const KnownEndpoint& e) { return e.isWrite; }));
    QTest::keyClick(table, Qt::Key_Delete);
    QVERIFY(becomes(presenter, "GET /products",
                    [](const KnownEndpoint& e) { return e.entry < 0 && !e.isWrite && e.rate == 0; }));
}

void TestEndpointsPage::aFilterHidesTheOthers()
{
    HttpPeer peer(shop);
    UiWorld world;
    MainWindow window(*world.workbench);
    QVERIFY(openAudit(window, profileOf(peer)));
    window.showPage(PageId::Endpoints);
    auto* page = qobject_cast<EndpointsPage*>(window.page(PageId::Endpoints));
    QVERIFY(readNow(page->presenter()));
    auto* table = page->findChild<EndpointTable*>(QStringLiteral("endpoints"));
    auto* filter = page->findChild<QLineEdit*>(QStringLiteral("endpoints-filter"));
    const int all = table->model()->rowCount();
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Slash);
    QVERIFY(filter->hasFocus());
    QTest::keyClicks(filter, QStringLiteral("ADMIN"));
    QCOMPARE(table->model()->rowCount(), 1);
    QCOMPARE(table->currentTitle(), QStringLiteral("GET /admin/customers"));
    QVERIFY(page->escape());
    QCOMPARE(table->model()->rowCount(), all);
}

void TestEndpointsPage::thePageSaysWhatStopsIt()
{
    HttpPeer peer([](PeerLine& line, const PeerRequest&) { line.waitUntilGone(); });
    UiWorld world;
    MainWindow window(*world.workbench);
    QVERIFY(openAudit(window, profileOf(peer)));
    window.showPage(PageId::Endpoints);
    auto* page = qobject_cast<EndpointsPage*>(window.page(PageId::Endpoints));
    QVERIFY(page);
    const auto words = [page] { return page->statusKeys().value(0).key; };
    QCOMPARE(words(), QStringLiteral("Ctrl R"));
    QVERIFY(!page->findChild<EndpointTable*>(QStringLiteral("endpoints"))->isVisible());
    QTest::keyClick(page, Qt::Key_R, Qt::ControlModifier);
    QCOMPARE(page->presenter().state(), DescriptionState::Reading);
    QCOMPARE(words(), QStringLiteral("Esc"));
    auto* stop = page->findChild<QAbstractButton*>(QStringLiteral("endpoints-stop"));
    QVERIFY(stop->isVisible());
    stop->click();
    QCOMPARE(page->presenter().state(), DescriptionState::Stopped);
    QVERIFY(!stop->isVisible());
    QVERIFY(page->findChild<QAbstractButton*>(QStringLiteral("endpoints-read"))->isVisible());
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
    TestEndpointsPage test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_endpoints_page.moc"
