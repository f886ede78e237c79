// "By the letter" is a switch of the audit: in the menu, in Ctrl K and on the scorecard; every report says
// so.
#include "core/store/audit_store.h"
#include "tests/ui/ui_world.h"
#include "tests/ui/window_steps.h"
#include "ui/pages/main_window.h"
#include "ui/pages/walk_page.h"
#include "ui/presenters/report_presenter.h"
#include "ui/style/theme_controller.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QJsonArray>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QSignalSpy>
#include <QTest>

using namespace awb;
using namespace awb::test;

namespace
{

// 2.7: one hot query, reviewed in time, whose plan could not be drawn today.
Facts reviewedButNotDrawn()
{
    Facts facts;
    facts.probe = QStringLiteral("postgres.query_plans");
    facts.checks = {QStringLiteral("2.7")};
    facts.complete = true;
    facts.started = QDateTime::currentDateTimeUtc();
    facts.details = {
        {QStringLiteral("dealloc_known"), true},
        {QStringLiteral("hot"), QJsonArray{QJsonObject{{QStringLiteral("fingerprint"), QStringLiteral("f")},
                                                       {QStringLiteral("shape"), QString()}}}}};
    return facts;
}

class OpenLetter
{
public:
    OpenLetter() : window(*world.workbench)
    {
        window.session().setAuthor(QStringLiteral("A. Reviewer"));
        [&] { QVERIFY(openAudit(window, profileText())); }();
        [&] { QTRY_COMPARE(session().store().waiting(), 0); }();
        auto other = openSqliteStore(world.storePath());
        [&] { QVERIFY(other); }();
        const QString audit = session().document().id();
        const QJsonObject review{{QStringLiteral("fingerprint"), QStringLiteral("f")},
                                 {QStringLiteral("shape"), QStringLiteral("s")},
                                 {QStringLiteral("date"), QDate::currentDate().toString(Qt::ISODate)}};
        [&] {
            QVERIFY((*other)->append(
                {makeEntry(world.clock, audit, EntryKind::Evidence, toJson(reviewedButNotDrawn())),
                 makeEntry(world.clock, audit, EntryKind::Review, review)}));
        }();
        // Ours: the plan may have changed. The letter: it is documented.
        [&] { QTRY_COMPARE_WITH_TIMEOUT(verdict(), Verdict::Inconclusive, 10000); }();
    }

    AuditSession& session() { return window.session(); }
    Verdict verdict() { return session().check(QStringLiteral("2.7"))->suggestion.verdict; }
    QAction* action() { return window.findChild<QAction*>(QStringLiteral("audit.letter")); }
    bool shows(const QString& words)
    {
        const auto labels = window.findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(words);
        });
    }
    QString report(ReportFormat format)
    {
        ReportPresenter presenter(session());
        presenter.setFormat(format);
        QSignalSpy ready(&presenter, &ReportPresenter::previewReady);
        presenter.preview(400);
        [&] { QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, 20000); }();
        return ready.constFirst().constFirst().value<ReportPreview>().text;
    }

    UiWorld world;
    MainWindow window;
};

} // namespace

class TestByLetter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<awb::ReportPreview>(); }
    void withoutAnAuditTheSwitchSleeps();
    void theMenuSwitchesTheSuggestionAndTheScorecard();
    void theCheckBoxOfTheScorecardIsTheSameSwitch();
    void undoTurnsItBack();
    void everyReportSaysSo_data();
    void everyReportSaysSo();
    void aSignedAuditKeepsItsReading();
};

void TestByLetter::withoutAnAuditTheSwitchSleeps()
{
    UiWorld world;
    MainWindow window(*world.workbench);
    window.show();
    auto* action = window.findChild<QAction*>(QStringLiteral("audit.letter"));
    QVERIFY(action);
    QVERIFY(action->isCheckable());
    QVERIFY(!action->isEnabled());
    bool inMenu = false;
    for (const QAction* menu : window.menuBar()->actions())
        inMenu = inMenu || menu->menu()->actions().contains(action);
    QVERIFY(inMenu);
}

void TestByLetter::theMenuSwitchesTheSuggestionAndTheScorecard()
{
    OpenLetter open;
    QVERIFY(open.action()->isEnabled());
    QVERIFY(!open.action()->isChecked());
    static_cast<WalkPage*>(open.window.page(PageId::Walk))->walk().goTo(QStringLiteral("2.7"));
    QVERIFY(!open.shows(QStringLiteral("Suggests: Pass")));
    const int measuredBefore = open.session().result().score.measured;
    open.action()->trigger();
    QVERIFY(open.action()->isChecked());
    QCOMPARE(open.verdict(), Verdict::Pass);
    QVERIFY(open.shows(QStringLiteral("Suggests: Pass")));
    QVERIFY(open.shows(QStringLiteral("Judged by the letter of the checklist.")));
    QVERIFY(open.session().canAccept(QStringLiteral("2.7")));
    QCOMPARE(open.session().result().score.measured, measuredBefore + 1);
    open.window.showPage(PageId::Scorecard);
    QVERIFY(open.shows(QStringLiteral("%1 of 71").arg(measuredBefore + 1)));
    open.action()->trigger();
    QCOMPARE(open.verdict(), Verdict::Inconclusive);
    QVERIFY(!open.action()->isChecked());
    QVERIFY(open.shows(QStringLiteral("%1 of 71").arg(measuredBefore)));
}

void TestByLetter::theCheckBoxOfTheScorecardIsTheSameSwitch()
{
    OpenLetter open;
    open.window.showPage(PageId::Scorecard);
    auto* box = open.window.findChild<QCheckBox*>(QStringLiteral("by-letter"));
    QVERIFY(box && box->isVisible() && box->isEnabled());
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Space);
    QVERIFY(open.session().result().byLetter);
    QVERIFY(open.action()->isChecked());
    QVERIFY(box->isChecked());
    open.action()->trigger();
    QVERIFY(!box->isChecked());
}

void TestByLetter::undoTurnsItBack()
{
    OpenLetter open;
    open.action()->trigger();
    QCOMPARE(open.verdict(), Verdict::Pass);
    QTest::keyClick(open.window.focusWidget(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(open.verdict(), Verdict::Inconclusive);
    QVERIFY(!open.action()->isChecked());
}

void TestByLetter::everyReportSaysSo_data()
{
    QTest::addColumn<ReportFormat>("format");
    QTest::addColumn<QString>("words");
    const QString sentence = QStringLiteral("By the letter of the checklist.");
    QTest::newRow("html") << ReportFormat::Html << sentence;
    QTest::newRow("markdown") << ReportFormat::Markdown << sentence;
    QTest::newRow("text") << ReportFormat::Text << sentence;
    QTest::newRow("json") << ReportFormat::Json << QStringLiteral("\"by_letter\": true");
}

void TestByLetter::everyReportSaysSo()
{
    QFETCH(ReportFormat, format);
    QFETCH(QString, words);
    OpenLetter open;
    QVERIFY(!open.report(format).contains(words));
    open.action()->trigger();
    QVERIFY(open.report(format).contains(words));
}

void TestByLetter::aSignedAuditKeepsItsReading()
{
    OpenLetter open;
    open.action()->trigger();
    open.session().signOff(Seat::Reviewer, QStringLiteral("A. Reviewer"));
    open.session().signOff(Seat::Lead, QStringLiteral("B. Lead"));
    QTRY_VERIFY(open.session().isFrozen());
    QTRY_VERIFY(!open.action()->isEnabled());
    QVERIFY(open.action()->isChecked());
}

int main(int argc, char** argv)
{
    const awb::test::TempWorld home;
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("auditbench"));
    QCoreApplication::setApplicationName(QStringLiteral("auditbench"));
    awb::ThemeController theme(application);
    TestByLetter test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_by_letter.moc"
