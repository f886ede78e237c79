// Someone's first audit, in the real window with real servers and nothing but the keyboard: name it, give a
// PostgreSQL and a Redis, test both, run the probes, judge what is left, save a snapshot, export the PDF.
#include "app/services.h"
#include "core/store/store_thread.h"
#include "core/target/secret_store.h"
#include "tests/support/private_postgres.h"
#include "tests/support/private_redis.h"
#include "tests/support/temp_world.h"
#include "tests/ui/measuring_application.h"
#include "ui/pages/main_window.h"
#include "ui/pages/walk_page.h"
#include "ui/presenters/audit_session.h"
#include "ui/style/theme_controller.h"

#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>

using namespace awb;
using namespace awb::test;

namespace
{

MeasuringApplication* measured = nullptr;
const QString postgresPassword = QStringLiteral("a-postgres-password");
const QString redisPassword = QStringLiteral("a-redis-password");

// The program as it ships: every probe, every doctor; only its home and its keychain are of the test.
class ShippedProgram
{
public:
    ShippedProgram()
        : services(madeServices()),
          secrets(makeMemorySecretStore()),
          store(std::make_unique<StoreThread>(home.filePath(QStringLiteral("audits.db")))),
          workbench{services->clock, services->checklist, services->probes, services->doctors, *store,
                    *secrets,        services->version}
    {
        window = std::make_unique<MainWindow>(workbench);
        window->resize(1440, 900);
        window->show();
        QApplication::setActiveWindow(window.get());
        store->open();
    }

    AuditSession& session() { return window->session(); }
    WalkPresenter& walk() { return static_cast<WalkPage*>(window->page(PageId::Walk))->walk(); }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(target(), key, modifiers);
        QCoreApplication::processEvents(); // new fields show themselves from the event loop
    }
    void type(const QString& text) { QTest::keyClicks(target(), text); }
    // The field that Tab reaches, however many others are before it.
    bool tabTo(const char* name, Qt::Key key = Qt::Key_Tab)
    {
        QStringList seen;
        while (seen.size() < 80) {
            if (target()->objectName() == QLatin1String(name))
                return true;
            seen << target()->objectName();
            press(key, key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
        }
        qWarning("%s is not among what Tab reaches: %s", name, qPrintable(seen.join(QLatin1Char(' '))));
        return false;
    }
    bool fill(const char* name, const QString& text)
    {
        if (!tabTo(name))
            return false;
        press(Qt::Key_A, Qt::ControlModifier);
        type(text);
        return true;
    }
    // The part above or below in the list of the target's parts, its first field in focus.
    bool nextPart()
    {
        if (!tabTo("parts", Qt::Key_Backtab))
            return false;
        press(Qt::Key_Down);
        return true;
    }
    QString shownText(const char* name)
    {
        const auto* label = window->findChild<QLabel*>(QLatin1String(name));
        return label ? label->text() : QStringLiteral("there is no %1").arg(QLatin1String(name));
    }
    // Types a path into the file dialog that stands open.
    bool saveAs(const QString& path)
    {
        auto* dialog = window->findChild<QFileDialog*>(QStringLiteral("exportDialog"));
        auto* name = dialog ? dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit")) : nullptr;
        if (!name)
            return false;
        QTest::keyClick(name, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(name, path);
        QTest::keyClick(name, Qt::Key_Return);
        return true;
    }

    TempWorld home;
    std::unique_ptr<Services> services;
    std::unique_ptr<SecretStore> secrets;
    std::unique_ptr<StoreThread> store;
    Workbench workbench;
    std::unique_ptr<MainWindow> window;

private:
    static std::unique_ptr<Services> madeServices()
    {
        auto services = Services::create();
        if (!services)
            qFatal("%s", qPrintable(services.error().message));
        return *std::move(services);
    }
    QWidget* target() const
    {
        QWidget* focus = window->focusWidget();
        return focus ? focus : window.get();
    }
};

} // namespace

class TestFirstAudit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isMadeRunJudgedAndPrintedByKeyboard();

private:
    void makeTheAudit(ShippedProgram& program);
    void runTheProbes(ShippedProgram& program);
    void judgeWhatIsLeft(ShippedProgram& program);
    void saveASnapshot(ShippedProgram& program);
    void exportThePdf(ShippedProgram& program);

    std::unique_ptr<PrivatePostgres> postgres_;
    std::unique_ptr<PrivateRedis> redis_;
};

void TestFirstAudit::initTestCase()
{
    for (const QString& missing : {PrivatePostgres::missing(), PrivateRedis::missing()}) {
        if (!missing.isEmpty())
            QSKIP(qPrintable(missing));
    }
    PrivatePostgresOptions options;
    options.superuserPassword = QStringLiteral("superuser");
    postgres_ = std::make_unique<PrivatePostgres>(options);
    QVERIFY2(postgres_->start(), qPrintable(postgres_->error()));
    const PgAnswer made = postgres_->sqlEach(
        {QStringLiteral("CREATE ROLE auditor LOGIN PASSWORD '%1' IN ROLE pg_monitor").arg(postgresPassword),
         QStringLiteral("CREATE ROLE shop LOGIN"), QStringLiteral("CREATE ROLE shop_worker LOGIN"),
         QStringLiteral("CREATE EXTENSION pg_stat_statements"),
         QStringLiteral("CREATE TABLE customers (id int PRIMARY KEY)"),
         QStringLiteral("CREATE TABLE orders (id int PRIMARY KEY, customer int REFERENCES customers)")});
    QVERIFY2(made.ok, qPrintable(made.error));
    PrivateRedisOptions redis;
    redis.password = redisPassword;
    redis_ = std::make_unique<PrivateRedis>(redis);
    QVERIFY2(redis_->start(), qPrintable(redis_->error()));
}

void TestFirstAudit::isMadeRunJudgedAndPrintedByKeyboard()
{
    ShippedProgram program;
    for (const auto step :
         {&TestFirstAudit::makeTheAudit, &TestFirstAudit::runTheProbes, &TestFirstAudit::judgeWhatIsLeft,
          &TestFirstAudit::saveASnapshot, &TestFirstAudit::exportThePdf}) {
        (this->*step)(program);
        if (QTest::currentTestFailed())
            return;
    }
}

void TestFirstAudit::makeTheAudit(ShippedProgram& program)
{
    program.press(Qt::Key_N, Qt::ControlModifier);
    QTRY_COMPARE(program.window->currentPage(), PageId::NewAudit);
    QVERIFY(program.fill("meta-name", QStringLiteral("First")));
    QVERIFY(program.fill("meta-team", QStringLiteral("Payments")));
    QVERIFY(program.fill("meta-reviewer", QStringLiteral("A. Reviewer")));
    program.press(Qt::Key_Return);

    QVERIFY(program.fill("target-host", QStringLiteral("127.0.0.1")));
    QVERIFY(program.fill("target-port", QString::number(postgres_->port())));
    QVERIFY(program.fill("target-database", QStringLiteral("postgres")));
    QVERIFY(program.fill("target-user", QStringLiteral("auditor")));
    QVERIFY(program.fill("target-password", QStringLiteral("not it")));
    program.press(Qt::Key_T, Qt::ControlModifier);
    const auto shows = [&](const char* words) {
        const auto labels = program.window->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(QLatin1String(words));
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(shows("password"), 20000);
    QVERIFY(program.fill("target-password", postgresPassword));
    QVERIFY(program.fill("target-app_roles", QStringLiteral("shop, shop_worker")));
    program.press(Qt::Key_T, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(shows("pg_monitor"), 20000);

    QVERIFY(program.nextPart());
    QVERIFY(program.fill("target-host", QStringLiteral("127.0.0.1")));
    QVERIFY(program.fill("target-port", QString::number(redis_->port())));
    QVERIFY(program.fill("target-password", redisPassword));
    program.press(Qt::Key_T, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(shows("Redis 7") || shows("Redis 8") || shows("Redis 6"), 20000);
    program.press(Qt::Key_Right, Qt::AltModifier);

    QVERIFY(program.fill("observe", QStringLiteral("5")));
    program.press(Qt::Key_Right, Qt::AltModifier);
    QSignalSpy opened(&program.session(), &AuditSession::opened);
    QVERIFY(program.tabTo("next"));
    program.press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 10000);
    QVERIFY(!program.session().document().meta().profileText.contains(postgresPassword));
}

void TestFirstAudit::runTheProbes(ShippedProgram& program)
{
    program.press(Qt::Key_2, Qt::ControlModifier);
    QTRY_COMPARE(program.window->currentPage(), PageId::Probes);
    measured->reset();
    program.press(Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(program.session().isRunning(), 10000);
    QTRY_VERIFY_WITH_TIMEOUT(!program.session().isRunning(), 120000);
    qInfo("longest handler: %.1f ms (%s)", double(measured->longestMicroseconds()) / 1000.0,
          qPrintable(measured->where()));
    QVERIFY(measured->longestMicroseconds() > 100);
    QVERIFY2(measured->longestMicroseconds() <= longestHandlerUs, qPrintable(measured->where()));
    const struct
    {
        const char* check;
        Verdict verdict;
    } expected[] = {
        {"2.2", Verdict::Fail},         // orders.customer has no index
        {"2.5", Verdict::Fail},         // no statement_timeout
        {"3.1", Verdict::Inconclusive}, // nobody read the cache: 0 of 0
        {"3.4", Verdict::Fail},         // no maxmemory
        {"5.7", Verdict::None},         // no HTTP service was given, so no probe ran
    };
    for (const auto& [check, verdict] : expected) {
        const Suggestion& found = program.session().check(QLatin1String(check))->suggestion;
        QVERIFY2(found.verdict == verdict,
                 qPrintable(QLatin1String(check) + QStringLiteral(": ") + found.summary.text(QLocale::c())));
    }
}

void TestFirstAudit::judgeWhatIsLeft(ShippedProgram& program)
{
    program.press(Qt::Key_1, Qt::ControlModifier);
    QTRY_COMPARE(program.window->currentPage(), PageId::Walk);
    program.press(Qt::Key_Home);
    for (int i = 0; i < 71; ++i) {
        const Verdict proved = program.walk().check()->suggestion.verdict;
        program.press(proved == Verdict::Fail ? Qt::Key_F : Qt::Key_W);
        if (program.walk().pending()) { // differs from what was measured: say why
            program.type(QStringLiteral("as agreed with the team"));
            program.press(Qt::Key_Return);
        }
        QVERIFY2(program.walk().check()->mark() != Mark::Undecided, qPrintable(program.walk().current()));
        program.press(Qt::Key_J);
    }
    QCOMPARE(program.session().result().score.decided, 71);
    QVERIFY(!program.session().result().score.provisional);
    QTRY_COMPARE(program.session().store().waiting(), 0);
}

void TestFirstAudit::saveASnapshot(ShippedProgram& program)
{
    program.press(Qt::Key_5, Qt::ControlModifier);
    QTRY_COMPARE(program.window->currentPage(), PageId::Snapshots);
    program.press(Qt::Key_S, Qt::ControlModifier);
    program.type(QStringLiteral("before the sprint"));
    program.press(Qt::Key_Return);
    auto* list = program.window->findChild<QAbstractItemView*>(QStringLiteral("snapshots"));
    QVERIFY(list);
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 1, 10000);
}

void TestFirstAudit::exportThePdf(ShippedProgram& program)
{
    program.press(Qt::Key_6, Qt::ControlModifier);
    QTRY_COMPARE(program.window->currentPage(), PageId::Report);
    program.press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(program.window->findChild<QFileDialog*>(QStringLiteral("exportDialog")));
    const QString path = program.home.filePath(QStringLiteral("first.pdf"));
    QVERIFY(program.saveAs(path));
    QTRY_VERIFY_WITH_TIMEOUT(program.shownText("report-message").contains(path) || QFile::exists(path),
                             60000);
    QFile file(path);
    QTRY_VERIFY_WITH_TIMEOUT(file.exists() && file.size() > 10000, 60000);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith("%PDF-"));
    QVERIFY(!bytes.contains(postgresPassword.toUtf8()));
}

int main(int argc, char** argv)
{
    const TempWorld home; // before the application reads any folder of the user's
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    MeasuringApplication application(argc, argv);
    measured = &application;
    QCoreApplication::setOrganizationName(QStringLiteral("auditbench"));
    QCoreApplication::setApplicationName(QStringLiteral("auditbench"));
    ThemeController theme(application);
    TestFirstAudit test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_first_audit.moc"
