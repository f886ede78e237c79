// The probes page: states and consent without a window, then the page driven by its objects.
#include "tests/ui/page_world.h"
#include "ui/models/probe_table_model.h"
#include "ui/pages/consent_dialog.h"
#include "ui/pages/probe_table.h"
#include "ui/pages/probes_page.h"
#include "ui/presenters/probes_presenter.h"
#include "ui/style/theme_controller.h"
#include "ui/widgets/code_view.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace awb;

namespace
{

ProbePhase phaseOf(const ProbesPresenter& presenter, const char* id)
{
    const ProbeView* view = presenter.find(QLatin1String(id));
    return view ? view->phase : ProbePhase::NotRun;
}

} // namespace

class TestProbesPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void onlyPartsWithATargetAreListed();
    void aRunSaysWhatBecameOfEachProbe();
    void incompleteFactsAreNeverAMark();
    void stoppingKeepsWhatWasFinished();
    void oneProbeOrASectionRunsAlone();
    void theDryRunNamesEverySend();
    void consentIsForOneRun();
    void aForeignHostMustBeNamed();
    void theConsentDialogIsSafeByDefault();
    void aPasswordThatIsAskedForStartsTheRun();
    void thePageShowsProgressAndStops();
    void settingsAreLockedWhileProbesRun();
    void cellsRepaintWithoutAReset();
    void withoutATargetThereIsANextStep();

private:
    bool runToEnd(ProbesPresenter& presenter);

    std::unique_ptr<ThemeController> controller_;
    std::unique_ptr<PageWorld> world_;
};

void TestProbesPage::initTestCase()
{
    controller_ = std::make_unique<ThemeController>(*qobject_cast<QApplication*>(qApp));
    controller_->setChoice(ThemeController::Choice::Light);
}

void TestProbesPage::init()
{
    world_ = std::make_unique<PageWorld>();
    QVERIFY(world_->openAudit());
}

void TestProbesPage::cleanup()
{
    world_.reset();
}

bool TestProbesPage::runToEnd(ProbesPresenter& presenter)
{
    QSignalSpy finished(world_->session.get(), &AuditSession::runFinished);
    presenter.runAll();
    if (!QTest::qWaitFor([&] { return phaseOf(presenter, "redis.keys") == ProbePhase::Running; }, 10000))
        return false;
    presenter.setSelected(QStringLiteral("redis.keys"));
    presenter.stopSelected();
    return finished.count() > 0 || finished.wait(10000);
}

void TestProbesPage::onlyPartsWithATargetAreListed()
{
    ProbesPresenter presenter(*world_->session);
    QCOMPARE(presenter.groups().size(), 2);
    QCOMPARE(presenter.groups().at(0).probes.size(), 3);
    QCOMPARE(presenter.groups().at(1).target, QStringLiteral("127.0.0.1:6379/0"));
    QVERIFY(presenter.missingParts().isEmpty());
    QVERIFY(world_->openAudit(QStringLiteral("postgres: {url: \"postgresql://a@127.0.0.1:5432/shop\"}\n")));
    QCOMPARE(presenter.groups().size(), 1);
    QCOMPARE(presenter.missingParts().size(), 1);
}

void TestProbesPage::aRunSaysWhatBecameOfEachProbe()
{
    ProbesPresenter presenter(*world_->session);
    QCOMPARE(phaseOf(presenter, "postgres.foreign_keys"), ProbePhase::NotRun);
    QVERIFY(runToEnd(presenter));
    QTRY_COMPARE(phaseOf(presenter, "postgres.foreign_keys"), ProbePhase::Done);
    QTRY_COMPARE(phaseOf(presenter, "postgres.statements"), ProbePhase::NotMeasured);
    QTRY_COMPARE(phaseOf(presenter, "postgres.index_bloat"), ProbePhase::NotAllowed);
    QTRY_COMPARE(phaseOf(presenter, "redis.keys"), ProbePhase::Stopped);
    QTRY_COMPARE(phaseOf(presenter, "redis.memory"), ProbePhase::Failed);
    const ProbeView* broken = presenter.find(QStringLiteral("redis.memory"));
    QVERIFY(broken->result.contains(QStringLiteral("127.0.0.1:6379")));
    presenter.setSelected(QStringLiteral("postgres.statements"));
    QCOMPARE(presenter.detail().unlock, QStringLiteral("GRANT pg_read_all_stats TO auditbench;"));
    QVERIFY(!presenter.detail().log.isEmpty());
    QVERIFY(presenter.detail().diagnostics.contains(QStringLiteral("postgres.statements")));
}

void TestProbesPage::incompleteFactsAreNeverAMark()
{
    ProbesPresenter presenter(*world_->session);
    QVERIFY(runToEnd(presenter));
    for (const char* id : {"postgres.statements", "redis.keys", "redis.memory"}) {
        QTRY_VERIFY(presenter.find(QLatin1String(id))->glyph.has_value());
        QCOMPARE(*presenter.find(QLatin1String(id))->glyph, MarkGlyph::NotMeasured);
    }
    QCOMPARE(presenter.run().pass, 0);
}

void TestProbesPage::stoppingKeepsWhatWasFinished()
{
    ProbesPresenter presenter(*world_->session);
    QSignalSpy finished(world_->session.get(), &AuditSession::runFinished);
    presenter.runAll();
    QTRY_COMPARE(phaseOf(presenter, "redis.keys"), ProbePhase::Running);
    QTRY_COMPARE(phaseOf(presenter, "postgres.foreign_keys"), ProbePhase::Done);
    QVERIFY(presenter.run().running);
    presenter.stopAll();
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(!presenter.run().running);
    QCOMPARE(phaseOf(presenter, "postgres.foreign_keys"), ProbePhase::Done);
    QTRY_COMPARE(phaseOf(presenter, "redis.keys"), ProbePhase::Stopped);
}

void TestProbesPage::oneProbeOrASectionRunsAlone()
{
    ProbesPresenter presenter(*world_->session);
    QSignalSpy started(world_->session.get(), &AuditSession::runStarted);
    QSignalSpy finished(world_->session.get(), &AuditSession::runFinished);
    presenter.setSelected(QStringLiteral("postgres.foreign_keys"));
    QCOMPARE(presenter.selectedSection(), 2);
    presenter.runSelected();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(started.at(0).at(0).toStringList(), QStringList{QStringLiteral("postgres.foreign_keys")});
    presenter.runSection();
    QTRY_COMPARE(finished.count(), 2);
    QCOMPARE(started.at(1).at(0).toStringList().size(), 3);
    presenter.runChecks({QStringLiteral("9.1")}); // nothing serves it: not "all"
    QCOMPARE(started.count(), 2);
}

void TestProbesPage::theDryRunNamesEverySend()
{
    ProbesPresenter presenter(*world_->session);
    const QString text = presenter.dryRun();
    QCOMPARE(text.count(QStringLiteral("SELECT * FROM pg_constraint")), 5);
    QVERIFY(text.contains(QStringLiteral("up to 100 times")));
    QVERIFY(text.contains(QStringLiteral("scan")));
    QVERIFY(world_->session->activity().isEmpty()); // and nothing ran
}

void TestProbesPage::consentIsForOneRun()
{
    ProbesPresenter presenter(*world_->session);
    QCOMPARE(presenter.felt().size(), 1);
    QCOMPARE(presenter.felt().first().capability, Capability::Scan);
    QSignalSpy finished(world_->session.get(), &AuditSession::runFinished);
    presenter.allowAndRun(Capability::Scan, false);
    QTRY_COMPARE(finished.count(), 1);
    QTRY_COMPARE(phaseOf(presenter, "postgres.index_bloat"), ProbePhase::Done);
    presenter.setSelected(QStringLiteral("postgres.index_bloat"));
    presenter.runSelected(); // the next run begins without it
    QTRY_COMPARE(finished.count(), 2);
    QTRY_COMPARE(phaseOf(presenter, "postgres.index_bloat"), ProbePhase::NotAllowed);
}

void TestProbesPage::aForeignHostMustBeNamed()
{
    QVERIFY(
        world_->openAudit(QStringLiteral("environment: production\n"
                                         "postgres: {url: \"postgresql://a@db.shop.example:5432/shop\"}\n")));
    ProbesPresenter presenter(*world_->session);
    QVERIFY(presenter.needsHostNamed(Capability::Scan));
    QVERIFY(presenter.isProduction());
    QSignalSpy problem(world_->session.get(), &AuditSession::problem);
    QSignalSpy started(world_->session.get(), &AuditSession::runStarted);
    presenter.allowAndRun(Capability::Scan, false); // production was not allowed
    QCOMPARE(problem.count(), 1);
    QCOMPARE(started.count(), 0);
}

void TestProbesPage::theConsentDialogIsSafeByDefault()
{
    ProbesPresenter presenter(*world_->session);
    ConsentDialog dialog(presenter.felt().first(), true, true, nullptr);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto* no = dialog.findChild<QPushButton*>(QStringLiteral("consent-no"));
    auto* yes = dialog.findChild<QPushButton*>(QStringLiteral("consent-yes"));
    QVERIFY(no->hasFocus());
    QVERIFY(!yes->isEnabled());
    dialog.findChild<QCheckBox*>(QStringLiteral("consent-host"))->setChecked(true);
    QVERIFY(!yes->isEnabled()); // production has its own box
    dialog.findChild<QCheckBox*>(QStringLiteral("consent-production"))->setChecked(true);
    QVERIFY(yes->isEnabled());
    QVERIFY(dialog.findChild<CodeView*>(QStringLiteral("consent-sends"))
                ->code()
                .contains(QStringLiteral("pg_index")));
    QSignalSpy rejected(&dialog, &QDialog::rejected);
    QTest::keyClick(&dialog, Qt::Key_Return); // Enter is the safe one
    QCOMPARE(rejected.count(), 1);
}

void TestProbesPage::aPasswordThatIsAskedForStartsTheRun()
{
    QVERIFY(world_->openAudit(
        QStringLiteral("postgres: {url: \"postgresql://a@127.0.0.1:5432/shop\", secret: ask}\n")));
    ProbesPage page(world_->context(), nullptr);
    page.resize(1440, 820);
    page.show();
    QSignalSpy started(world_->session.get(), &AuditSession::runStarted);
    auto* prompt = page.findChild<QWidget*>(QStringLiteral("secret-prompt"));
    QVERIFY(prompt->isHidden());
    page.findChild<QPushButton*>(QStringLiteral("run-all"))->click();
    QCOMPARE(started.count(), 0);
    QVERIFY(!prompt->isHidden());
    auto* field = page.findChild<QLineEdit*>(QStringLiteral("secret"));
    QCOMPARE(field->echoMode(), QLineEdit::Password);
    QTest::keyClicks(field, QStringLiteral("planted-secret"));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(started.count(), 1);
    QVERIFY(prompt->isHidden());
    QVERIFY(field->text().isEmpty());
}

void TestProbesPage::thePageShowsProgressAndStops()
{
    ProbesPage page(world_->context(), nullptr);
    page.resize(1440, 820);
    page.show();
    page.activate(QStringLiteral("3.2"));
    auto* table = page.findChild<ProbeTableView*>(QStringLiteral("probes"));
    QCOMPARE(table->currentProbe(), QStringLiteral("redis.keys"));
    auto* stop = page.findChild<QPushButton*>(QStringLiteral("stop-all"));
    QVERIFY(stop->isVisible() && !stop->isEnabled()); // always in its place
    page.findChild<QPushButton*>(QStringLiteral("run-all"))->click();
    QTRY_VERIFY(page.findChild<QLabel*>(QStringLiteral("run-headline"))
                    ->text()
                    .startsWith(QStringLiteral("Running")));
    QVERIFY(stop->isEnabled());
    auto* log = page.findChild<QPlainTextEdit*>(QStringLiteral("probe-log"));
    QTRY_VERIFY(log->toPlainText().contains(QStringLiteral("begins redis.keys")));
    QVERIFY(page.escape());
    QTRY_VERIFY(!stop->isEnabled());
    QVERIFY(!page.escape());
}

void TestProbesPage::settingsAreLockedWhileProbesRun()
{
    ProbesPage page(world_->context(), nullptr);
    page.resize(1440, 820);
    page.show();
    auto* run = page.findChild<QPushButton*>(QStringLiteral("run-all"));
    auto* locked = page.findChild<QLabel*>(QStringLiteral("locked"));
    QVERIFY(!locked->isVisible());
    run->click();
    QTRY_VERIFY(locked->isVisible());
    QVERIFY(!run->isEnabled());
    QVERIFY(!page.findChild<QPushButton*>(QStringLiteral("review-0"))->isEnabled());
    page.escape();
    QTRY_VERIFY(run->isEnabled());
}

void TestProbesPage::cellsRepaintWithoutAReset()
{
    ProbesPage page(world_->context(), nullptr);
    page.resize(1440, 820);
    page.show();
    auto* model = page.findChild<ProbeTableModel*>();
    QVERIFY(model);
    QSignalSpy reset(model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(model, &QAbstractItemModel::dataChanged);
    QSignalSpy finished(world_->session.get(), &AuditSession::runFinished);
    page.findChild<QPushButton*>(QStringLiteral("run-all"))->click();
    QTRY_VERIFY(changed.count() > 5);
    page.escape();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(reset.count(), 0);
}

void TestProbesPage::withoutATargetThereIsANextStep()
{
    QVERIFY(world_->openAudit(QString()));
    ProbesPage page(world_->context(), nullptr);
    page.show();
    const auto labels = page.findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
        return label->isVisible() && label->text().contains(QStringLiteral("names no target"));
    }));
}

QTEST_MAIN(TestProbesPage)
#include "tst_probes_page.moc"
