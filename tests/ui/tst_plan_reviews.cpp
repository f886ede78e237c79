// The review ledger of 2.7 as a person writes it: in the window, with the mouse and with keys, over a real
// store.
#include "core/store/audit_store.h"
#include "tests/ui/ui_world.h"
#include "ui/pages/check_pane.h"
#include "ui/pages/main_window.h"
#include "ui/pages/walk_page.h"
#include "ui/presenters/plan_ledger.h"
#include "ui/style/theme_controller.h"

#include <QApplication>
#include <QJsonArray>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace awb;
using namespace awb::test;

namespace
{

struct Plan
{
    QString name;
    QString shape; // empty: it could not be drawn
};

Measurement measured(const char* name, double value, const char* unit)
{
    Measurement one;
    one.name = QLatin1String(name);
    one.value = value;
    one.unit = QLatin1String(unit);
    return one;
}

// Facts of postgres.query_plans: the same columns and details as the probe's.
Facts planFacts(const QVector<Plan>& plans)
{
    Facts facts;
    facts.probe = QStringLiteral("postgres.query_plans");
    facts.checks = {QStringLiteral("2.3"), QStringLiteral("2.7")};
    facts.complete = true;
    facts.started = QDateTime::currentDateTimeUtc();
    Table table;
    table.id = QStringLiteral("plans");
    table.title = "Hot queries and their generic plans";
    for (const char* id : {"query", "per_day", "state", "plan", "shape", "fingerprint"}) {
        Column column;
        column.id = QLatin1String(id);
        column.title = id;
        table.columns << column;
    }
    QJsonArray hot;
    for (const Plan& plan : plans) {
        const QString fingerprint = QStringLiteral("print-") + plan.name;
        table.rows.append(
            {QStringLiteral("SELECT * FROM ") + plan.name, 5000.0,
             plan.shape.isEmpty() ? QStringLiteral("refused") : QStringLiteral("planned"),
             plan.shape.isEmpty() ? QString() : QStringLiteral("0:Limit > 1:Index Scan %1").arg(plan.name),
             plan.shape, fingerprint});
        hot << QJsonObject{{QStringLiteral("fingerprint"), fingerprint},
                           {QStringLiteral("shape"), plan.shape}};
    }
    table.total = plans.size();
    facts.tables = {table};
    facts.details = {{QStringLiteral("hot"), hot}, {QStringLiteral("dealloc_known"), true}};
    facts.measured = {measured("observed_s", 90000, "s"), measured("dealloc", 0, "count"),
                      measured("entries", 10, "count"), measured("max_entries", 5000, "count")};
    return facts;
}

const QVector<Plan> threePlans{{QStringLiteral("orders"), QStringLiteral("s1")},
                               {QStringLiteral("carts"), QStringLiteral("s2")},
                               {QStringLiteral("users"), QStringLiteral("s3")}};

// A window at 2.7 of an audit that has these plans as evidence, by the hand of another program.
class OpenPlans
{
public:
    explicit OpenPlans(const QVector<Plan>& plans) : window(std::make_unique<MainWindow>(*world.workbench))
    {
        show();
        session().setAuthor(QStringLiteral("A. Reviewer"));
        QSignalSpy opened(&session(), &AuditSession::opened);
        audit = session().createAudit(auditMeta(QStringLiteral("Checkout")));
        [&] { QTRY_COMPARE(opened.size(), 1); }();
        measure(plans);
    }

    void show()
    {
        window->resize(1440, 900);
        window->show();
        QApplication::setActiveWindow(window.get());
    }

    // A later run found these plans.
    void measure(const QVector<Plan>& plans)
    {
        [&] { QTRY_COMPARE(session().store().waiting(), 0); }();
        auto other = openSqliteStore(world.storePath());
        [&] { QVERIFY(other); }();
        const Facts facts = planFacts(plans);
        [&] {
            QVERIFY((*other)->append({makeEntry(world.clock, audit, EntryKind::Evidence, toJson(facts))}));
        }();
        const auto arrived = [&] {
            const CheckResult* check = session().check(QStringLiteral("2.7"));
            return check && !check->evidence.isEmpty() &&
                   check->evidence.constFirst().started.toMSecsSinceEpoch() ==
                       facts.started.toMSecsSinceEpoch();
        };
        [&] { QTRY_VERIFY_WITH_TIMEOUT(arrived(), 10000); }();
        walk().goTo(QStringLiteral("2.7"));
    }

    // The program ends and begins again.
    void restart()
    {
        [&] { QTRY_COMPARE(session().store().waiting(), 0); }();
        window.reset();
        world.restart();
        window = std::make_unique<MainWindow>(*world.workbench);
        show();
        QSignalSpy opened(&session(), &AuditSession::opened);
        session().open(audit);
        [&] { QTRY_COMPARE(opened.size(), 1); }();
        walk().goTo(QStringLiteral("2.7"));
    }

    AuditSession& session() { return window->session(); }
    WalkPresenter& walk() { return static_cast<WalkPage*>(window->page(PageId::Walk))->walk(); }
    QString verdict() { return verdictId(session().check(QStringLiteral("2.7"))->suggestion.verdict); }

    template<typename T>
    T* find(const char* name)
    {
        T* widget = window->findChild<T*>(QLatin1String(name));
        if (!widget) {
            qFatal("no widget %s", name);
        }
        return widget;
    }
    // What the table says of this row's review.
    QString shown(int row)
    {
        return find<QTableView>("evidenceTable")->model()->index(row, 1).data().toString();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget* focus = window->focusWidget();
        QTest::keyClick(focus ? focus : window.get(), key, modifiers);
    }
    void click(const char* name) { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }

    UiWorld world;
    std::unique_ptr<MainWindow> window;
    QString audit;
};

QString reviewedBy(const char* name)
{
    return QStringLiteral("reviewed by %1, %2")
        .arg(QLatin1String(name), QLocale().toString(QDate::currentDate(), QStringLiteral("d MMM yyyy")));
}

} // namespace

class TestPlanReviews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachPlanIsMarkedByKeyAndTheCheckPassesAfterARestart();
    void allPlansAreMarkedAtOnceAndTakenBackAtOnce();
    void aPlanOfAnotherShapeIsShownAndWarns();
    void aPlanThatCouldNotBeDrawnIsMarkedByHandOnly();
    void theChosenRowShowsItsPlan();
    void theTableKeepsItsOrderAndItsRow();
    void withoutPlansTheKeySaysSo();
    void aSignedAuditHasNoButtons();
    void theWordsAreTheRulesOwn_data();
    void theWordsAreTheRulesOwn();
};

void TestPlanReviews::eachPlanIsMarkedByKeyAndTheCheckPassesAfterARestart()
{
    OpenPlans open(threePlans);
    QCOMPARE(open.verdict(), QStringLiteral("fail"));
    QCOMPARE(open.shown(0), QStringLiteral("not reviewed"));
    open.press(Qt::Key_V); // and goes on to the next
    QCOMPARE(open.verdict(), QStringLiteral("warn"));
    QCOMPARE(open.shown(0), reviewedBy("A. Reviewer"));
    QCOMPARE(open.shown(1), QStringLiteral("not reviewed"));
    open.press(Qt::Key_V);
    open.press(Qt::Key_V);
    QCOMPARE(open.verdict(), QStringLiteral("pass"));
    const qsizetype entries = open.session().document().journal().size();
    open.press(Qt::Key_V); // all are of today: nothing to add
    QCOMPARE(open.session().document().journal().size(), entries);
    open.restart();
    QCOMPARE(open.verdict(), QStringLiteral("pass"));
    QCOMPARE(open.shown(2), reviewedBy("A. Reviewer"));
    QVERIFY(!open.find<QPushButton>("reviewPlan")->isEnabled());
    QVERIFY(!open.find<QPushButton>("reviewAllPlans")->isEnabled());
}

void TestPlanReviews::allPlansAreMarkedAtOnceAndTakenBackAtOnce()
{
    OpenPlans open(threePlans);
    auto* all = open.find<QPushButton>("reviewAllPlans");
    QVERIFY(all->isVisible());
    QVERIFY2(all->text().contains(QLatin1Char('3')), qPrintable(all->text()));
    open.click("reviewAllPlans");
    QCOMPARE(open.verdict(), QStringLiteral("pass"));
    QCOMPARE(open.find<QLabel>("planState")->text(),
             QStringLiteral("R") + reviewedBy("A. Reviewer").mid(1) + QLatin1Char('.'));
    open.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(open.verdict(), QStringLiteral("fail"));
    QCOMPARE(open.shown(1), QStringLiteral("not reviewed"));
    open.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(open.verdict(), QStringLiteral("pass"));
    open.press(Qt::Key_Z, Qt::ControlModifier);
    open.restart(); // what was taken back stays so
    QCOMPARE(open.verdict(), QStringLiteral("fail"));
}

void TestPlanReviews::aPlanOfAnotherShapeIsShownAndWarns()
{
    OpenPlans open(threePlans);
    open.press(Qt::Key_V, Qt::ShiftModifier);
    QCOMPARE(open.verdict(), QStringLiteral("pass"));
    QVector<Plan> later = threePlans;
    later[1].shape = QStringLiteral("s9");
    open.measure(later);
    QCOMPARE(open.verdict(), QStringLiteral("warn"));
    QCOMPARE(open.shown(0), reviewedBy("A. Reviewer"));
    QVERIFY2(open.shown(1).startsWith(QStringLiteral("another plan since the review by A. Reviewer, ")),
             qPrintable(open.shown(1)));
    QVERIFY(open.find<QPushButton>("reviewPlan")->isEnabled()); // it is the row that waits
    open.click("reviewPlan");
    QCOMPARE(open.verdict(), QStringLiteral("pass"));
}

void TestPlanReviews::aPlanThatCouldNotBeDrawnIsMarkedByHandOnly()
{
    QVector<Plan> plans = threePlans;
    plans[2].shape.clear();
    OpenPlans open(plans);
    open.press(Qt::Key_V, Qt::ShiftModifier);
    QCOMPARE(open.shown(2), QStringLiteral("not reviewed")); // nobody vouches for what is not shown
    QCOMPARE(open.verdict(), QStringLiteral("warn"));
    open.find<QTableView>("evidenceTable")->selectRow(2);
    QVERIFY(open.find<QLabel>("planState")->text().contains(QStringLiteral("by hand")));
    open.press(Qt::Key_V);
    QCOMPARE(open.verdict(), QStringLiteral("inconclusive")); // and still no pass: it may have changed
    QCOMPARE(open.shown(2), reviewedBy("A. Reviewer") + QStringLiteral("; today's plan is not drawn"));
}

void TestPlanReviews::theChosenRowShowsItsPlan()
{
    OpenPlans open(threePlans);
    auto* table = open.find<QTableView>("evidenceTable");
    table->setFocus();
    QCOMPARE(open.find<QPlainTextEdit>("chosenPlan")->toPlainText(),
             QStringLiteral("SELECT * FROM orders\n\nLimit\n  Index Scan orders"));
    table->selectRow(1);
    QCOMPARE(open.find<QPlainTextEdit>("chosenPlan")->toPlainText(),
             QStringLiteral("SELECT * FROM carts\n\nLimit\n  Index Scan carts"));
    open.press(Qt::Key_V); // with the focus in the table
    QCOMPARE(open.shown(0), QStringLiteral("not reviewed"));
    QCOMPARE(open.shown(1), reviewedBy("A. Reviewer"));
}

void TestPlanReviews::theTableKeepsItsOrderAndItsRow()
{
    OpenPlans open(threePlans);
    auto* table = open.find<QTableView>("evidenceTable");
    table->sortByColumn(0, Qt::AscendingOrder); // carts, orders, users
    table->selectRow(0);
    open.press(Qt::Key_V);
    QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("SELECT * FROM carts"));
    QCOMPARE(open.shown(0), reviewedBy("A. Reviewer"));
    QCOMPARE(open.shown(1), QStringLiteral("not reviewed"));
    QVERIFY(table->currentIndex().isValid());
}

void TestPlanReviews::withoutPlansTheKeySaysSo()
{
    OpenPlans open(threePlans);
    open.walk().goTo(QStringLiteral("2.2"));
    const qsizetype entries = open.session().document().journal().size();
    auto* pane = open.window->findChild<CheckPane*>(QStringLiteral("checkPane"));
    QSignalSpy said(pane, &CheckPane::said);
    open.press(Qt::Key_V);
    QCOMPARE(said.size(), 1);
    QCOMPARE(open.session().document().journal().size(), entries);
    QVERIFY(!open.find<QWidget>("planReviews")->isVisible());
}

void TestPlanReviews::aSignedAuditHasNoButtons()
{
    OpenPlans open(threePlans);
    open.press(Qt::Key_V);
    open.session().signOff(Seat::Reviewer, QStringLiteral("A. Reviewer"));
    open.session().signOff(Seat::Lead, QStringLiteral("B. Lead"));
    QTRY_VERIFY(open.session().isFrozen());
    QTRY_COMPARE(open.session().document().snapshots().size(), 1); // its own entry, written afterwards
    QTRY_VERIFY(!open.find<QPushButton>("reviewPlan")->isVisible());
    QCOMPARE(open.shown(0), reviewedBy("A. Reviewer")); // who and when stay
    const qsizetype entries = open.session().document().journal().size();
    open.press(Qt::Key_V, Qt::ShiftModifier);
    QCOMPARE(open.session().document().journal().size(), entries);
}

// The state shown for a review, and the verdict of the rule on the same ledger.
void TestPlanReviews::theWordsAreTheRulesOwn_data()
{
    QTest::addColumn<QString>("shape");
    QTest::addColumn<int>("daysAgo");
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("verdict");
    const auto row = [](const char* name, const char* shape, int days, PlanReviewState state,
                        const char* verdict) {
        QTest::newRow(name) << QString::fromLatin1(shape) << days << int(state)
                            << QString::fromLatin1(verdict);
    };
    row("of today", "s1", 0, PlanReviewState::Valid, "pass");
    row("tomorrow, in another time zone", "s1", -1, PlanReviewState::Valid, "pass");
    row("of the day after tomorrow", "s1", -2, PlanReviewState::TooOld, "warn");
    row("180 days old", "s1", 180, PlanReviewState::Valid, "pass");
    row("181 days old", "s1", 181, PlanReviewState::TooOld, "warn");
    row("of another plan", "s0", 3, PlanReviewState::AnotherPlan, "warn");
    row("of another plan, and too old", "s0", 300, PlanReviewState::TooOld, "warn");
}

void TestPlanReviews::theWordsAreTheRulesOwn()
{
    QFETCH(QString, shape);
    QFETCH(int, daysAgo);
    OpenPlans open({threePlans.constFirst()});
    const QJsonObject review{
        {QStringLiteral("fingerprint"), QStringLiteral("print-orders")},
        {QStringLiteral("shape"), shape},
        {QStringLiteral("reviewer"), QStringLiteral("B. Before")},
        {QStringLiteral("date"), QDate::currentDate().addDays(-daysAgo).toString(Qt::ISODate)}};
    auto other = openSqliteStore(open.world.storePath());
    QVERIFY(other);
    QVERIFY((*other)->append({makeEntry(open.world.clock, open.audit, EntryKind::Review, review)}));
    const auto ledger = [&] {
        return planLedger(*open.session().check(QStringLiteral("2.7")), open.session(), QLocale());
    };
    QTRY_VERIFY_WITH_TIMEOUT(!open.session().document().planReviews().isEmpty(), 10000);
    QTEST(int(ledger().rows.constFirst().found.state), "state");
    QTRY_VERIFY(open.verdict() != QLatin1String("fail")); // the result follows on a worker
    QTEST(open.verdict(), "verdict");
    QTRY_VERIFY2(open.shown(0).contains(QStringLiteral("B. Before")), qPrintable(open.shown(0)));
}

int main(int argc, char** argv)
{
    const awb::test::TempWorld home;
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("auditbench"));
    QCoreApplication::setApplicationName(QStringLiteral("auditbench"));
    awb::ThemeController theme(application);
    TestPlanReviews test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_plan_reviews.moc"
