// Every page may end at any moment: with the focus in a field, with a note half typed, while something runs.
// Its widgets hand in their last word while they die, so what they talk to must still be there.
#include "tests/ui/page_world.h"
#include "ui/pages/page.h"
#include "ui/style/theme_controller.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace awb;

class TestPageEnds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void aPageEndsWhileProbesRun_data();
    void aPageEndsWhileProbesRun();
    void aPageEndsWithTheFocusInEveryField_data() { aPageEndsWhileProbesRun_data(); }
    void aPageEndsWithTheFocusInEveryField();
    void aHalfTypedNoteIsKeptWhenTheWalkEnds();
    void aHalfTypedOwnerIsKeptWhenTheScorecardEnds();
    void theAssistantEndsDuringAConnectionTest();
    void theReportEndsWhileAPdfIsDrawn();
    void snapshotsEndWhileTheyLoad();

private:
    std::unique_ptr<Page> make(PageId id);

    std::unique_ptr<ThemeController> controller_;
    std::unique_ptr<PageWorld> world_;
};

void TestPageEnds::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("awb-test"));
    controller_ = std::make_unique<ThemeController>(*qobject_cast<QApplication*>(qApp));
}

void TestPageEnds::init()
{
    world_ = std::make_unique<PageWorld>();
    QVERIFY(world_->openAudit());
}

void TestPageEnds::cleanup()
{
    world_.reset();
}

std::unique_ptr<Page> TestPageEnds::make(PageId id)
{
    std::unique_ptr<Page> page(pageFactory(id)(world_->context(), nullptr));
    page->resize(1200, 800);
    page->show();
    page->activate({});
    page->activateWindow();
    [&] { QVERIFY(QTest::qWaitForWindowActive(page.get())); }();
    return page;
}

void TestPageEnds::aPageEndsWhileProbesRun_data()
{
    QTest::addColumn<PageId>("id");
    QTest::newRow("walk") << PageId::Walk;
    QTest::newRow("review") << PageId::Review;
    QTest::newRow("probes") << PageId::Probes;
    QTest::newRow("load run") << PageId::LoadRun;
    QTest::newRow("endpoints") << PageId::Endpoints;
    QTest::newRow("scorecard") << PageId::Scorecard;
    QTest::newRow("snapshots") << PageId::Snapshots;
    QTest::newRow("report") << PageId::Report;
    QTest::newRow("new audit") << PageId::NewAudit;
    QTest::newRow("settings") << PageId::Settings;
}

void TestPageEnds::aPageEndsWhileProbesRun()
{
    QFETCH(PageId, id);
    std::unique_ptr<Page> page = make(id);
    QSignalSpy finished(world_->session.get(), &AuditSession::runFinished);
    RunRequest request;
    request.probes = {QStringLiteral("postgres.foreign_keys"), QStringLiteral("redis.keys")};
    world_->session->runProbes(request);
    QTRY_COMPARE(world_->session->activity().value(QStringLiteral("redis.keys")).state, ProbeState::Running);
    page.reset();
    QVERIFY(world_->session->isRunning()); // the run is the session's, not the page's
    world_->session->stopProbes();
    QTRY_COMPARE(finished.count(), 1);
}

void TestPageEnds::aPageEndsWithTheFocusInEveryField()
{
    QFETCH(PageId, id);
    const qsizetype fields = make(id)->findChildren<QLineEdit*>().size();
    for (qsizetype i = 0; i < fields; ++i) {
        std::unique_ptr<Page> page = make(id);
        const auto edits = page->findChildren<QLineEdit*>();
        if (i >= edits.size() || !edits.at(i)->isVisible() || !edits.at(i)->isEnabled())
            continue;
        edits.at(i)->setFocus();
        QTest::keyClicks(edits.at(i), QStringLiteral("x"));
        page.reset();
    }
    QVERIFY(world_->session->isOpen());
}

void TestPageEnds::aHalfTypedNoteIsKeptWhenTheWalkEnds()
{
    std::unique_ptr<Page> page = make(PageId::Walk);
    auto* note = page->findChild<QPlainTextEdit*>(QStringLiteral("note"));
    QVERIFY(note);
    note->setFocus();
    QTest::keyClicks(note, QStringLiteral("half a sent"));
    page.reset(); // before the 300 ms are over
    QCOMPARE(world_->session->check(QStringLiteral("1.1"))->judgment.note, QStringLiteral("half a sent"));
}

void TestPageEnds::aHalfTypedOwnerIsKeptWhenTheScorecardEnds()
{
    std::unique_ptr<Page> page = make(PageId::Scorecard);
    auto* owner = page->findChild<QLineEdit*>(QStringLiteral("action-owner-0"));
    QVERIFY(owner);
    owner->setFocus();
    QTest::keyClicks(owner, QStringLiteral("Ana"));
    page.reset();
    QVERIFY(world_->session->isOpen());
}

void TestPageEnds::theAssistantEndsDuringAConnectionTest()
{
    DoctorEntry slow;
    slow.source = ProbeSource::Postgres;
    slow.examine = [](const ProbeTarget&, ProbeContext& context) {
        context.waitFor(std::chrono::seconds(30));
        return QVector<DoctorReport>();
    };
    world_->doctors.push_back(slow);
    std::unique_ptr<Page> page = make(PageId::NewAudit);
    page->findChild<QListWidget*>(QStringLiteral("steps"))->setCurrentRow(1);
    QTest::keyClicks(page->findChild<QLineEdit*>(QStringLiteral("target-host")),
                     QStringLiteral("db.example"));
    QTest::keyClicks(page->findChild<QLineEdit*>(QStringLiteral("target-database")), QStringLiteral("shop"));
    auto* test = page->findChild<QPushButton*>(QStringLiteral("test-connection"));
    QVERIFY(test->isEnabled());
    test->click();
    QVERIFY(!test->isEnabled());
    QElapsedTimer timer;
    timer.start();
    page.reset();
    QVERIFY2(timer.elapsed() < 2000, "the test was not stopped");
}

void TestPageEnds::theReportEndsWhileAPdfIsDrawn()
{
    std::unique_ptr<Page> page = make(PageId::Report);
    page.reset();
    QTest::qWait(50); // an answer that comes now finds nobody
    QVERIFY(world_->session->isOpen());
}

void TestPageEnds::snapshotsEndWhileTheyLoad()
{
    world_->session->saveSnapshot(QStringLiteral("Q3 2026"));
    QTRY_COMPARE(world_->session->document().snapshots().size(), 1);
    std::unique_ptr<Page> page = make(PageId::Snapshots);
    page.reset();
    QTest::qWait(50);
    QVERIFY(world_->session->isOpen());
}

QTEST_MAIN(TestPageEnds)
#include "tst_page_ends.moc"
