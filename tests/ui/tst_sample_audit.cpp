// The recorded sample audit, opened from the start page as somebody without any server does: whole, decided,
// with evidence of probes that this program has, and printed.
#include "app/services.h"
#include "core/store/store_thread.h"
#include "core/target/secret_store.h"
#include "tests/support/temp_world.h"
#include "ui/pages/main_window.h"
#include "ui/presenters/audit_session.h"
#include "ui/presenters/plan_ledger.h"
#include "ui/style/theme_controller.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace awb;
using namespace awb::test;

namespace
{

// The program as it ships; only its home and its keychain are of the test.
class ShippedProgram
{
public:
    ShippedProgram()
        : services(made()),
          secrets(makeMemorySecretStore()),
          store(home.filePath(QStringLiteral("audits.db"))),
          workbench{services->clock, services->checklist, services->probes, services->doctors, store,
                    *secrets,        services->version},
          window(workbench)
    {
        window.resize(1440, 900);
        window.show();
        QApplication::setActiveWindow(&window);
        store.open();
    }

    AuditSession& session() { return window.session(); }
    bool opensSample()
    {
        QSignalSpy opened(&session(), &AuditSession::opened);
        QSignalSpy failed(&session(), &AuditSession::openFailed);
        auto* tile = window.findChild<QAbstractButton*>(QStringLiteral("file.sample"));
        if (!tile || !tile->isVisible())
            return false;
        QTest::mouseClick(tile, Qt::LeftButton);
        return QTest::qWaitFor([&] { return opened.size() + failed.size() > 0; }, 30000) &&
               failed.isEmpty() && QTest::qWaitFor([&] { return !session().result().checks.isEmpty(); });
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        QTest::keyClick(window.focusWidget() ? window.focusWidget() : &window, key, modifiers);
    }

    TempWorld home;
    std::unique_ptr<Services> services;
    std::unique_ptr<SecretStore> secrets;
    StoreThread store;
    Workbench workbench;
    MainWindow window;

private:
    static std::unique_ptr<Services> made()
    {
        auto services = Services::create();
        if (!services)
            qFatal("%s", qPrintable(services.error().message));
        return *std::move(services);
    }
};

} // namespace

class TestSampleAudit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensDecidedFromItsTile();
    void everyEvidenceIsOfAProbeOfTheCatalog();
    void itsPlansCanBeReviewed();
    void openedTwiceItIsOneAudit();
};

void TestSampleAudit::opensDecidedFromItsTile()
{
    ShippedProgram program;
    QVERIFY(program.opensSample());
    QTRY_COMPARE(program.window.currentPage(), PageId::Walk);
    const AuditResult& result = program.session().result();
    QCOMPARE(result.checks.size(), 71);
    QCOMPARE(result.score.decided, 71);
    QVERIFY(!result.score.provisional);
    QVERIFY(result.score.points > 0 && result.score.points < 71); // a sample of all passes shows nothing
    QVERIFY(!program.session().isReadOnly());                     // it is there to be tried
    auto* notice = program.window.findChild<QWidget*>(QStringLiteral("notice"));
    QVERIFY(notice && !notice->isVisible());
}

void TestSampleAudit::everyEvidenceIsOfAProbeOfTheCatalog()
{
    ShippedProgram program;
    QVERIFY(program.opensSample());
    const QSet<QString> known = program.services->probes.ids();
    QSet<QString> seen;
    for (const JournalEntry& entry : program.session().document().journal()) {
        if (entry.kind != EntryKind::Evidence)
            continue;
        const QString probe = entry.value.value(QStringLiteral("probe")).toString();
        QVERIFY2(known.contains(probe), qPrintable(probe));
        seen.insert(probe);
    }
    QVERIFY2(seen.size() >= 20, qPrintable(QString::number(seen.size())));
    for (const CheckResult& check : program.session().result().checks) {
        for (const Facts& facts : check.evidence)
            QVERIFY2(known.contains(facts.probe),
                     qPrintable(check.check.id + QLatin1Char(' ') + facts.probe));
    }
}

// What the real probe recorded has the columns that a review needs.
void TestSampleAudit::itsPlansCanBeReviewed()
{
    ShippedProgram program;
    QVERIFY(program.opensSample());
    const auto ledger = [&] {
        return planLedger(*program.session().check(QStringLiteral("2.7")), program.session(), QLocale());
    };
    const qsizetype rows = ledger().rows.size();
    const qsizetype drawn = ledger().waiting().size();
    QVERIFY(drawn > 0);
    for (const PlanRow& row : ledger().rows)
        QVERIFY2(!row.fingerprint.isEmpty() && row.due, qPrintable(row.query));
    program.window.showPage(PageId::Walk, QStringLiteral("2.7"));
    program.press(Qt::Key_V, Qt::ShiftModifier);
    QCOMPARE(ledger().waiting().size(), 0);
    const PlanLedger after = ledger();
    const auto isValid = [](const PlanRow& row) { return row.found.state == PlanReviewState::Valid; };
    QCOMPARE(qsizetype(std::count_if(after.rows.cbegin(), after.rows.cend(), isValid)), drawn);
    QCOMPARE(after.rows.size(), rows);
}

void TestSampleAudit::openedTwiceItIsOneAudit()
{
    ShippedProgram program;
    QVERIFY(program.opensSample());
    const qsizetype entries = program.session().document().journal().size();
    program.session().close();
    QTRY_COMPARE(program.window.currentPage(), PageId::Start);
    program.press(Qt::Key_E, Qt::ControlModifier); // the key of the same tile
    QTRY_VERIFY_WITH_TIMEOUT(program.session().isOpen(), 30000);
    QCOMPARE(program.session().document().journal().size(), entries);
    qsizetype audits = -1;
    program.store.loadAudits(
        this, [&](const Result<QVector<AuditSummary>>& list) { audits = list ? list->size() : -2; });
    QTRY_COMPARE(audits, 1);
}

int main(int argc, char** argv)
{
    const TempWorld home; // before the application reads any folder of the user's
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("auditbench"));
    QCoreApplication::setApplicationName(QStringLiteral("auditbench"));
    ThemeController theme(application);
    TestSampleAudit test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_sample_audit.moc"
