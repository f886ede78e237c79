// Journeys through the real window with the keyboard only; widgets are found by objectName.
//
// Every event handler's CPU time in the GUI thread is measured (CLOCK_THREAD_CPUTIME_ID, so a busy machine
// does not count). While probes run none may take over 50 ms (longestHandlerUs).
#include "tests/ui/measuring_application.h"
#include "tests/ui/ui_world.h"
#include "ui/pages/check_list_pane.h"
#include "ui/pages/main_window.h"
#include "ui/pages/walk_page.h"
#include "ui/style/theme_controller.h"

#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QTreeView>

#include <ctime>

using namespace awb;
using namespace awb::test;

namespace
{

MeasuringApplication* measured = nullptr;

// A window on a new audit, active, with the walk in front.
class OpenWindow
{
public:
    explicit OpenWindow(std::vector<FakeProbe> probes = {})
        : world(std::move(probes)),
          window(*world.workbench)
    {
        window.resize(1440, 900);
        window.show();
        QApplication::setActiveWindow(&window);
        QSignalSpy opened(&window.session(), &AuditSession::opened);
        window.session().setAuthor(QStringLiteral("A. Reviewer"));
        window.session().createAudit(auditMeta(QStringLiteral("Checkout")));
        [&] { QTRY_COMPARE(opened.size(), 1); }();
        [&] { QTRY_COMPARE(window.currentPage(), PageId::Walk); }();
        [&] { QTRY_VERIFY(window.focusWidget()); }();
    }

    WalkPresenter& walk() { return static_cast<WalkPage*>(window.page(PageId::Walk))->walk(); }
    AuditSession& session() { return window.session(); }
    Mark markOf(const char* id) { return session().check(QLatin1String(id))->mark(); }

    template<typename T>
    T* find(const char* name)
    {
        T* widget = window.findChild<T*>(QLatin1String(name));
        if (!widget) {
            qFatal("no widget %s", name);
        }
        return widget;
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(target(), key, modifiers);
    }
    void type(const QString& text) { QTest::keyClicks(target(), text); }

    UiWorld world;
    MainWindow window;

private:
    QWidget* target()
    {
        QWidget* popup = QApplication::activePopupWidget();
        if (popup) {
            return popup->focusWidget() ? popup->focusWidget() : popup;
        }
        QWidget* focus = window.focusWidget();
        return focus ? focus : &window;
    }
};

} // namespace

class TestWalkJourney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void all71ChecksAreWalkedWithTheKeyboard();
    void aNoteIsSavedWhileItIsTyped();
    void lettersAreOnlyLettersInAField();
    void escapeLeavesThePendingMark();
    void undoAndRedoByKey();
    void theFilterFindsByWordAndNumber();
    void aNumberIsReachedWithG();
    void severalChecksAreMarkedAtOnce();
    void enterAcceptsWhatTheProbeProved();
    void thePaletteOpensACheck();
    void theSheetListsEveryKey();
    void reviewModeJudgesAndLeaves();
    void theMeterSeesASlowHandler();
    void noHandlerTakesFiftyMillisecondsWhileProbesRun();
    void theStartPageListsAThousandAudits();
};

void TestWalkJourney::all71ChecksAreWalkedWithTheKeyboard()
{
    OpenWindow open;
    int pass = 0;
    int na = 0;
    QStringList seen;
    for (int i = 0; i < 71; ++i) {
        seen << open.walk().current();
        switch (i % 4) {
        case 0:
            open.press(Qt::Key_P);
            if (open.walk().pending()) { // nothing measured proves it: say why
                open.type(QStringLiteral("seen in production"));
                open.press(Qt::Key_Return);
            }
            ++pass;
            break;
        case 1:
            open.press(Qt::Key_W);
            break;
        case 2:
            open.press(Qt::Key_F);
            break;
        default:
            open.press(Qt::Key_N);
            QVERIFY(open.walk().pending());
            open.type(QStringLiteral("not used here"));
            open.press(Qt::Key_Return);
            ++na;
            break;
        }
        QVERIFY2(open.walk().check()->mark() != Mark::Undecided, qPrintable(open.walk().current()));
        open.press(Qt::Key_J);
    }
    seen.removeDuplicates();
    QCOMPARE(seen.size(), 71);
    const Scorecard& score = open.session().result().score;
    QCOMPARE(score.decided, 71);
    QCOMPARE(score.points, pass);
    QCOMPARE(score.max, 71 - na);
    QVERIFY(!score.provisional);
    QCOMPARE(open.find<QLabel>("topScore")->text(), QStringLiteral("%1 of %2").arg(pass).arg(71 - na));
    QTRY_COMPARE(open.session().store().waiting(), 0);
}

void TestWalkJourney::aNoteIsSavedWhileItIsTyped()
{
    OpenWindow open;
    open.press(Qt::Key_C);
    open.type(QStringLiteral("half a sent"));
    QCOMPARE(open.session().check(QStringLiteral("1.1"))->judgment.note, QString());
    QTRY_COMPARE(open.session().check(QStringLiteral("1.1"))->judgment.note, QStringLiteral("half a sent"));
    open.type(QStringLiteral("ence"));
    open.press(Qt::Key_Escape);
    QCOMPARE(open.session().check(QStringLiteral("1.1"))->judgment.note, QStringLiteral("half a sentence"));
    open.press(Qt::Key_J);
    QCOMPARE(open.walk().current(), QStringLiteral("1.2"));
    QCOMPARE(open.find<QPlainTextEdit>("note")->toPlainText(), QString());
}

void TestWalkJourney::lettersAreOnlyLettersInAField()
{
    OpenWindow open;
    open.press(Qt::Key_C);
    open.type(QStringLiteral("pwfnjku?"));
    QCOMPARE(open.markOf("1.1"), Mark::Undecided);
    QCOMPARE(open.walk().current(), QStringLiteral("1.1"));
    QCOMPARE(open.find<QPlainTextEdit>("note")->toPlainText(), QStringLiteral("pwfnjku?"));
    open.press(Qt::Key_Escape);
    open.press(Qt::Key_W);
    QCOMPARE(open.markOf("1.1"), Mark::Warn);
}

void TestWalkJourney::escapeLeavesThePendingMark()
{
    OpenWindow open;
    open.press(Qt::Key_N);
    QVERIFY(open.walk().pending());
    QVERIFY(open.find<QPlainTextEdit>("reason")->hasFocus());
    QVERIFY(!open.find<QPushButton>("confirmReason")->isEnabled());
    open.press(Qt::Key_Escape);
    QVERIFY(!open.walk().pending());
    QCOMPARE(open.markOf("1.1"), Mark::Undecided);
    QVERIFY(open.find<QTreeView>("checkList")->hasFocus());
}

void TestWalkJourney::undoAndRedoByKey()
{
    OpenWindow open;
    open.press(Qt::Key_F);
    open.press(Qt::Key_A);
    QVERIFY(open.session().check(QStringLiteral("1.1"))->judgment.flagged);
    open.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!open.session().check(QStringLiteral("1.1"))->judgment.flagged);
    open.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(open.markOf("1.1"), Mark::Undecided);
    open.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(open.markOf("1.1"), Mark::Fail);
    open.press(Qt::Key_Backspace);
    QCOMPARE(open.markOf("1.1"), Mark::Undecided);
}

void TestWalkJourney::theFilterFindsByWordAndNumber()
{
    OpenWindow open;
    open.press(Qt::Key_Slash);
    QVERIFY(open.find<QLineEdit>("checkFilter")->hasFocus());
    open.type(QStringLiteral("foreign"));
    QCOMPARE(open.walk().visible(), QStringList{QStringLiteral("2.2")});
    open.press(Qt::Key_Return);
    QCOMPARE(open.walk().current(), QStringLiteral("2.2"));
    open.press(Qt::Key_Escape);
    QCOMPARE(open.walk().visible().size(), 71);
    open.press(Qt::Key_Slash);
    open.type(QStringLiteral("kafka"));
    QVERIFY(open.walk().visible().isEmpty());
    QTRY_VERIFY(open.find<QPushButton>("clearFilter")->isVisible());
    open.press(Qt::Key_Escape);
    QCOMPARE(open.walk().visible().size(), 71);
}

void TestWalkJourney::aNumberIsReachedWithG()
{
    OpenWindow open;
    open.press(Qt::Key_G);
    QTRY_VERIFY(QApplication::activePopupWidget());
    open.type(QStringLiteral("4.10"));
    open.press(Qt::Key_Return);
    QTRY_COMPARE(open.walk().current(), QStringLiteral("4.10"));
}

void TestWalkJourney::severalChecksAreMarkedAtOnce()
{
    OpenWindow open;
    open.press(Qt::Key_J);
    open.press(Qt::Key_Space); // lets go of 1.2, and begins to choose
    open.press(Qt::Key_Space);
    open.press(Qt::Key_J);
    open.press(Qt::Key_Space);
    open.press(Qt::Key_J);
    open.press(Qt::Key_Space);
    QCOMPARE(open.walk().targets().size(), 3);
    open.press(Qt::Key_F);
    QCOMPARE(open.markOf("1.1"), Mark::Undecided);
    QCOMPARE(open.markOf("1.2"), Mark::Fail);
    QCOMPARE(open.markOf("1.3"), Mark::Fail);
    QCOMPARE(open.markOf("1.4"), Mark::Fail);
    open.press(Qt::Key_Escape);
    QCOMPARE(open.walk().targets().size(), 1);
}

void TestWalkJourney::enterAcceptsWhatTheProbeProved()
{
    OpenWindow open(
        {{QStringLiteral("postgres.foreign_keys"), foreignKeyFacts(14, 15), 1, ProbeSource::Postgres}});
    open.walk().goTo(QStringLiteral("2.2"));
    open.press(Qt::Key_Return);
    QCOMPARE(open.markOf("2.2"), Mark::Undecided); // nothing was measured yet
    QSignalSpy finished(&open.session(), &AuditSession::runFinished);
    open.press(Qt::Key_R);
    QTRY_COMPARE(finished.size(), 1);
    QTRY_COMPARE(open.session().check(QStringLiteral("2.2"))->suggestion.verdict, Verdict::Fail);
    open.press(Qt::Key_Return);
    QCOMPARE(open.markOf("2.2"), Mark::Fail);
    open.press(Qt::Key_P); // against the probe: a reason is needed
    QVERIFY(open.walk().pending());
    open.type(QStringLiteral("the table is empty"));
    open.press(Qt::Key_Return);
    QCOMPARE(open.markOf("2.2"), Mark::Pass);
    QCOMPARE(open.session().check(QStringLiteral("2.2"))->judgment.origin, Origin::Override);
}

void TestWalkJourney::thePaletteOpensACheck()
{
    OpenWindow open;
    open.press(Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(QApplication::activePopupWidget());
    open.type(QStringLiteral("2.8"));
    open.press(Qt::Key_Return);
    QTRY_COMPARE(open.walk().current(), QStringLiteral("2.8"));
    QVERIFY(!QApplication::activePopupWidget());
}

void TestWalkJourney::theSheetListsEveryKey()
{
    OpenWindow open;
    open.press(Qt::Key_Question);
    QTRY_VERIFY(open.window.findChild<QDialog*>(QStringLiteral("shortcutSheet")));
    auto* sheet = open.find<QDialog>("shortcutSheet");
    QStringList words;
    for (const QLabel* label : sheet->findChildren<QLabel*>()) {
        words << label->text();
    }
    QVERIFY(words.contains(QStringLiteral("Next undecided check")));
    QVERIFY(words.contains(QStringLiteral("Find anything")));
    QTest::keyClick(sheet, Qt::Key_Escape);
    QTRY_VERIFY(!open.window.findChild<QDialog*>(QStringLiteral("shortcutSheet")));
}

void TestWalkJourney::reviewModeJudgesAndLeaves()
{
    OpenWindow open;
    open.press(Qt::Key_F11);
    QCOMPARE(open.window.currentPage(), PageId::Review);
    open.press(Qt::Key_W);
    QCOMPARE(open.markOf("1.1"), Mark::Warn);
    open.press(Qt::Key_J);
    open.press(Qt::Key_N);
    open.type(QStringLiteral("no writes"));
    open.press(Qt::Key_Return);
    QCOMPARE(open.markOf("1.2"), Mark::NotApplicable);
    open.press(Qt::Key_Escape);
    QCOMPARE(open.window.currentPage(), PageId::Walk);
    QCOMPARE(open.walk().current(), QStringLiteral("1.2"));
}

// Else the next test could not fail.
void TestWalkJourney::theMeterSeesASlowHandler()
{
    measured->reset();
    bool done = false;
    QTimer::singleShot(0, this, [&done] {
        timespec begin{};
        timespec now{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &begin);
        do {
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
        } while ((now.tv_sec - begin.tv_sec) * 1'000'000'000 + now.tv_nsec - begin.tv_nsec < 60'000'000);
        done = true;
    });
    QTRY_VERIFY(done);
    QVERIFY(measured->longestMicroseconds() >= 60'000);
}

void TestWalkJourney::noHandlerTakesFiftyMillisecondsWhileProbesRun()
{
    std::vector<FakeProbe> probes{
        {QStringLiteral("postgres.foreign_keys"), foreignKeyFacts(0, 500), 20, ProbeSource::Postgres}};
    for (int i = 0; i < 6; ++i) {
        FakeProbe probe{QStringLiteral("redis.part%1").arg(i), {}, 20, ProbeSource::Redis};
        probe.facts.probe = probe.id;
        probe.facts.checks = {QStringLiteral("3.%1").arg(i + 1)};
        probes.push_back(probe);
    }
    OpenWindow open(probes);
    QSignalSpy finished(&open.session(), &AuditSession::runFinished);
    for (int i = 0; i < 12; ++i) {
        open.press(Qt::Key_J); // the pages are laid out once
    }
    measured->reset();
    open.session().runProbes({});
    int presses = 0;
    while (finished.isEmpty() && presses < 2000) {
        open.press(presses % 4 == 3 ? Qt::Key_W : Qt::Key_J);
        QTest::qWait(5);
        ++presses;
    }
    QCOMPARE(finished.size(), 1);
    QTest::qWait(100);
    qInfo("longest handler: %.1f ms (%s)", double(measured->longestMicroseconds()) / 1000.0,
          qPrintable(measured->where()));
    QVERIFY(measured->longestMicroseconds() > 100); // something was measured
    QVERIFY2(measured->longestMicroseconds() <= longestHandlerUs, qPrintable(measured->where()));
}

void TestWalkJourney::theStartPageListsAThousandAudits()
{
    UiWorld world;
    {
        auto store = openSqliteStore(world.storePath());
        QVERIFY(store);
        for (int i = 0; i < 1000; ++i) {
            const QString id = QStringLiteral("audit-%1").arg(i, 8, 10, QLatin1Char('0'));
            const AuditMeta meta = auditMeta(QStringLiteral("Audit %1").arg(i));
            QVERIFY((*store)->append({makeEntry(world.clock, id, EntryKind::Created, metaToJson(meta))}));
        }
    }
    MainWindow window(*world.workbench);
    window.show();
    world.store->open();
    auto* count = window.findChild<QLabel*>(QStringLiteral("auditCount"));
    QVERIFY(count);
    QTRY_COMPARE(count->text(), QStringLiteral("1000"));
    measured->reset();
    auto* filter = window.findChild<QLineEdit*>(QStringLiteral("auditFilter"));
    QTest::keyClicks(filter, QStringLiteral("Audit 77"));
    QCOMPARE(count->text(), QStringLiteral("11 of 1000"));
}

int main(int argc, char** argv)
{
    // Before the application reads any folder of the user's.
    const awb::test::TempWorld home;
    MeasuringApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("auditbench"));
    QCoreApplication::setApplicationName(QStringLiteral("auditbench"));
    awb::ThemeController theme(application);
    measured = &application;
    TestWalkJourney test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_walk_journey.moc"
