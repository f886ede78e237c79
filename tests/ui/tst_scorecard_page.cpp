// The scorecard: its words without a window, then the page driven by its objects.
#include "tests/ui/page_world.h"
#include "ui/models/scorecard_model.h"
#include "ui/pages/action_list.h"
#include "ui/pages/scorecard_page.h"
#include "ui/pages/section_table.h"
#include "ui/presenters/scorecard_presenter.h"
#include "ui/style/theme_controller.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace awb;

class TestScorecardPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void dueDatesAreRead_data();
    void dueDatesAreRead();
    void nothingDecidedIsProvisionalAndZero();
    void marksMoveScoreBandAndCells();
    void naLeavesTheMaximum();
    void everythingNotApplicableIsNoScore();
    void theLintNamesWhatIsOpen();
    void aPassWithoutMeasurementWantsWords();
    void actionsAreEditedMovedAndUndone();
    void addingTakesTheNextProposal();
    void arrowsMoveAndLettersMark();
    void enterOpensTheCheck();
    void naAsksForAReasonInPlace();
    void aRowIsEditedInPlace();
    void aWrongDateIsSaidAtTheField();
    void withoutAnAuditThereIsANextStep();

private:
    void decideAll(Mark mark);

    std::unique_ptr<ThemeController> controller_;
    std::unique_ptr<PageWorld> world_;
};

void TestScorecardPage::initTestCase()
{
    controller_ = std::make_unique<ThemeController>(*qobject_cast<QApplication*>(qApp));
    controller_->setChoice(ThemeController::Choice::Light);
}

void TestScorecardPage::init()
{
    world_ = std::make_unique<PageWorld>();
    QVERIFY(world_->openAudit());
}

void TestScorecardPage::cleanup()
{
    world_.reset();
}

void TestScorecardPage::decideAll(Mark mark)
{
    const MarkAnswer answer =
        world_->session->setMarks(world_->checklist.checkIds(), mark, QStringLiteral("agreed"));
    QCOMPARE(answer.state, MarkAnswer::State::Made);
}

void TestScorecardPage::dueDatesAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDate>("date");
    QTest::newRow("iso") << "2026-12-05" << QDate(2026, 12, 5);
    QTest::newRow("words") << "5 Dec 2026" << QDate(2026, 12, 5);
    QTest::newRow("dots") << " 5.12.2026 " << QDate(2026, 12, 5);
    QTest::newRow("empty") << "" << QDate();
    QTest::newRow("no such day") << "2026-02-30" << QDate();
    QTest::newRow("words only") << "soon" << QDate();
}

void TestScorecardPage::dueDatesAreRead()
{
    QFETCH(QString, text);
    QFETCH(QDate, date);
    QCOMPARE(parseDueDate(text, QLocale::c()), date);
}

void TestScorecardPage::nothingDecidedIsProvisionalAndZero()
{
    ScorecardPresenter presenter(*world_->session);
    QCOMPARE(presenter.score().points, 0);
    QVERIFY(presenter.score().provisional);
    QVERIFY(presenter.distanceText().contains(QStringLiteral("71")));
    QCOMPARE(presenter.honestCells().size(), 5);
    QCOMPARE(presenter.honestCells().first().strong, QStringLiteral("0 of 71"));
    QVERIFY(presenter.openLint() >= 1);
    QCOMPARE(presenter.actions().size(), 3); // filled up from undecided
    QCOMPARE(presenter.actions().first().worst, Mark::Undecided);
}

void TestScorecardPage::marksMoveScoreBandAndCells()
{
    ScorecardPresenter presenter(*world_->session);
    QSignalSpy changed(&presenter, &ScorecardPresenter::changed);
    decideAll(Mark::Pass);
    QVERIFY(changed.count() > 0);
    QCOMPARE(presenter.score().points, 71);
    QVERIFY(!presenter.score().provisional);
    QCOMPARE(presenter.bandScale().value.value(), 100.0);
    QVERIFY(!presenter.bandScale().predicted);
    world_->session->setMarks({QStringLiteral("2.2"), QStringLiteral("2.3")}, Mark::Fail);
    QCOMPARE(presenter.score().points, 69);
    QCOMPARE(presenter.actions().first().worst, Mark::Fail);
    QVERIFY(presenter.bandScale().predicted.value() > presenter.bandScale().value.value());
    ScorecardModel model;
    model.setResult(world_->session->result());
    const QModelIndex cell = model.indexOf(QStringLiteral("2.2"));
    QVERIFY(cell.isValid());
    QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(QStringLiteral("Fail")));
    QCOMPARE(model.index(1, ScorecardModel::ScoreColumn).data().toString(), QStringLiteral("6 /  8"));
}

void TestScorecardPage::naLeavesTheMaximum()
{
    ScorecardPresenter presenter(*world_->session);
    world_->session->setMark(QStringLiteral("4.10"), Mark::NotApplicable, QStringLiteral("not serverless"));
    QCOMPARE(presenter.score().max, 70);
    QCOMPARE(presenter.honestCells().at(0).strong, QStringLiteral("0 of 71"));
    QCOMPARE(presenter.honestCells().at(1).strong, QStringLiteral("0 of 70"));
}

void TestScorecardPage::everythingNotApplicableIsNoScore()
{
    decideAll(Mark::NotApplicable);
    ScorecardPresenter presenter(*world_->session);
    QCOMPARE(presenter.score().max, 0);
    QVERIFY(!presenter.bandScale().value);
    QVERIFY(presenter.bandShort().isEmpty());
    QVERIFY(!presenter.bandTitle().isEmpty());
}

void TestScorecardPage::theLintNamesWhatIsOpen()
{
    ScorecardPresenter presenter(*world_->session);
    decideAll(Mark::Warn);
    QCOMPARE(presenter.lint().first().ok, true);
    world_->session->setMark(QStringLiteral("5.1"), Mark::Undecided);
    const LintLine open = presenter.lint().first();
    QVERIFY(!open.ok);
    QCOMPARE(open.checks, QStringList{QStringLiteral("5.1")});
    QCOMPARE(open.fix, LintFix::OpenCheck);
}

void TestScorecardPage::aPassWithoutMeasurementWantsWords()
{
    const QString check = QStringLiteral("2.1");
    ScorecardPresenter presenter(*world_->session);
    QSignalSpy finished(world_->session.get(), &AuditSession::runFinished);
    RunRequest request;
    request.probes = {QStringLiteral("postgres.statements")};
    world_->session->runProbes(request);
    QTRY_COMPARE(finished.count(), 1);
    QTRY_COMPARE(world_->session->result().find(check)->suggestion.verdict, Verdict::NotMeasured);
    QCOMPARE(world_->session->setMark(check, Mark::Pass).state, MarkAnswer::State::NeedsReason);
    QCOMPARE(world_->session->setMark(check, Mark::Pass, QStringLiteral("Slow query log of November")).state,
             MarkAnswer::State::Made);
    QVERIFY(world_->session->result().find(check)->judgedWithoutMeasurement);
    QCOMPARE(presenter.lint().at(2).checks, QStringList());
    QVERIFY(presenter.lint().at(2).ok);
}

void TestScorecardPage::actionsAreEditedMovedAndUndone()
{
    decideAll(Mark::Fail);
    ScorecardPresenter presenter(*world_->session);
    const QString second = presenter.actions().at(1).item.text;
    QCOMPARE(presenter.moveAction(1, -1), 0);
    QCOMPARE(presenter.actions().at(0).item.text, second);
    QCOMPARE(presenter.moveAction(0, -1), 0); // there is no further up
    presenter.setActionOwner(0, QStringLiteral("Data team"));
    QVERIFY(presenter.setActionDue(0, QStringLiteral("2026-12-05")));
    QVERIFY(!presenter.setActionDue(0, QStringLiteral("soon")));
    QCOMPARE(presenter.actions().at(0).item.owner, QStringLiteral("Data team"));
    QCOMPARE(presenter.actions().at(0).item.due, QDate(2026, 12, 5));
    QVERIFY(presenter.areEdited());
    world_->session->undo();
    QVERIFY(!presenter.actions().at(0).item.due.isValid());
    presenter.setActionText(0, QString());
    QCOMPARE(presenter.actions().at(0).item.text, second); // no empty item
    presenter.removeAction(2);
    QCOMPARE(presenter.actions().size(), 2);
    presenter.proposeAgain();
    QCOMPARE(presenter.actions().size(), 3);
}

void TestScorecardPage::addingTakesTheNextProposal()
{
    decideAll(Mark::Fail);
    ScorecardPresenter presenter(*world_->session);
    QStringList before;
    const auto proposed = presenter.actions();
    for (const ActionView& view : proposed)
        before << view.item.checks;
    QCOMPARE(presenter.addAction(), 3);
    const auto extended = presenter.actions();
    for (const QString& id : extended.at(3).item.checks)
        QVERIFY(!before.contains(id));
    QVERIFY(presenter.addAction(presenter.actions().first().item.checks.first()) < 0); // is there already
}

void TestScorecardPage::arrowsMoveAndLettersMark()
{
    ScorecardPage page(world_->context(), nullptr);
    page.resize(1440, 820);
    page.show();
    page.activate({});
    auto* table = page.findChild<SectionTable*>(QStringLiteral("sections"));
    QVERIFY(table);
    page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    table->setCurrentCheck(QStringLiteral("1.6"));
    QTest::keyClick(table, Qt::Key_Right);
    QCOMPARE(table->currentCheck(), QStringLiteral("2.1"));
    QTest::keyClick(table, Qt::Key_Left);
    QCOMPARE(table->currentCheck(), QStringLiteral("1.6"));
    QTest::keyClick(table, Qt::Key_F);
    QCOMPARE(world_->session->check(QStringLiteral("1.6"))->mark(), Mark::Fail);
    QTest::keyClick(table, Qt::Key_Backspace);
    QCOMPARE(world_->session->check(QStringLiteral("1.6"))->mark(), Mark::Undecided);
    QTest::keyClick(table, Qt::Key_P);
    QCOMPARE(page.findChild<QLabel*>(QStringLiteral("points"))->text(), QStringLiteral("1"));
}

void TestScorecardPage::enterOpensTheCheck()
{
    ScorecardPage page(world_->context(), nullptr);
    page.show();
    QSignalSpy navigated(&page, &Page::navigate);
    auto* table = page.findChild<SectionTable*>(QStringLiteral("sections"));
    table->setCurrentCheck(QStringLiteral("3.4"));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(navigated.count(), 1);
    QCOMPARE(navigated.first().at(0).value<PageId>(), PageId::Walk);
    QCOMPARE(navigated.first().at(1).toString(), QStringLiteral("3.4"));
}

void TestScorecardPage::naAsksForAReasonInPlace()
{
    ScorecardPage page(world_->context(), nullptr);
    page.resize(1440, 820);
    page.show();
    page.activate(QStringLiteral("4.10"));
    page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    auto* table = page.findChild<SectionTable*>(QStringLiteral("sections"));
    auto* strip = page.findChild<QWidget*>(QStringLiteral("reason-strip"));
    QVERIFY(strip->isHidden());
    QTest::keyClick(table, Qt::Key_N);
    QVERIFY(!strip->isHidden());
    QCOMPARE(world_->session->check(QStringLiteral("4.10"))->mark(), Mark::Undecided);
    auto* reason = page.findChild<QLineEdit*>(QStringLiteral("reason"));
    QTest::keyClick(reason, Qt::Key_Return); // empty: nothing happens
    QCOMPARE(world_->session->check(QStringLiteral("4.10"))->mark(), Mark::Undecided);
    QTest::keyClicks(reason, QStringLiteral("not serverless"));
    QTest::keyClick(reason, Qt::Key_Return);
    QCOMPARE(world_->session->check(QStringLiteral("4.10"))->mark(), Mark::NotApplicable);
    QCOMPARE(world_->session->check(QStringLiteral("4.10"))->judgment.reason,
             QStringLiteral("not serverless"));
    QVERIFY(strip->isHidden());
    QTest::keyClick(table, Qt::Key_N);
    QTest::keyClick(reason, Qt::Key_Escape);
    QVERIFY(strip->isHidden());
}

void TestScorecardPage::aRowIsEditedInPlace()
{
    ScorecardPage page(world_->context(), nullptr);
    page.resize(1440, 820);
    page.show();
    page.activate({});
    page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    auto* row = page.findChild<ActionRow*>(QStringLiteral("action-0"));
    QVERIFY(row);
    row->setFocus();
    QTest::keyClick(row, Qt::Key_Return);
    auto* text = page.findChild<QLineEdit*>(QStringLiteral("action-text-0"));
    QVERIFY(!text->isHidden());
    text->selectAll();
    QTest::keyClicks(text, QStringLiteral("Add the index"));
    QTest::keyClick(text, Qt::Key_Return);
    QCOMPARE(world_->session->result().actions.first().text, QStringLiteral("Add the index"));
    row->ownerEdit()->setFocus();
    QTest::keyClicks(row->ownerEdit(), QStringLiteral("Ana"));
    QTest::keyClick(row->ownerEdit(), Qt::Key_Return);
    QCOMPARE(world_->session->result().actions.first().owner, QStringLiteral("Ana"));
    row->setFocus();
    QTest::keyClick(row, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(world_->session->result().actions.at(1).text, QStringLiteral("Add the index"));
}

void TestScorecardPage::aWrongDateIsSaidAtTheField()
{
    ScorecardPage page(world_->context(), nullptr);
    page.resize(1440, 820);
    page.show();
    page.activate({});
    page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    auto* row = page.findChild<ActionRow*>(QStringLiteral("action-0"));
    row->dueEdit()->setFocus();
    QTest::keyClicks(row->dueEdit(), QStringLiteral("soon"));
    QTest::keyClick(row->dueEdit(), Qt::Key_Return);
    const auto labels = row->findChildren<QLabel*>();
    const bool said = std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
        return label->isVisible() && label->text().contains(QStringLiteral("Not a date"));
    });
    QVERIFY(said);
    QVERIFY(!world_->session->result().actions.first().due.isValid());
}

void TestScorecardPage::withoutAnAuditThereIsANextStep()
{
    world_->session->close();
    ScorecardPage page(world_->context(), nullptr);
    page.show();
    QSignalSpy navigated(&page, &Page::navigate);
    const auto buttons = page.findChildren<QPushButton*>();
    for (QPushButton* button : buttons) {
        if (button->isVisible() && button->text() == QStringLiteral("New audit"))
            button->click();
    }
    QCOMPARE(navigated.count(), 1);
    QCOMPARE(navigated.first().at(0).value<PageId>(), PageId::NewAudit);
}

QTEST_MAIN(TestScorecardPage)
#include "tst_scorecard_page.moc"
