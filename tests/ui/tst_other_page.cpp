// New audit, snapshots and report: without a window first, then the pages driven by their objects.
#include "tests/ui/page_world.h"
#include "ui/charts/trend_view.h"
#include "ui/pages/new_audit_page.h"
#include "ui/pages/probes_page.h"
#include "ui/pages/report_page.h"
#include "ui/pages/scorecard_page.h"
#include "ui/pages/snapshots_page.h"
#include "ui/presenters/new_audit_presenter.h"
#include "ui/presenters/report_presenter.h"
#include "ui/presenters/snapshots_presenter.h"
#include "ui/style/theme_controller.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace awb;

class TestOtherPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void whatIsTypedBecomesAProfile();
    void aConnectionStringFillsTheFields();
    void theConnectionIsVerifiedUnlessSomebodyChoosesOtherwise_data();
    void theConnectionIsVerifiedUnlessSomebodyChoosesOtherwise();
    void wrongFieldsSayWhy_data();
    void wrongFieldsSayWhy();
    void aTestShowsItsSteps();
    void passwordsGoToTheStoreOnly();
    void theAssistantIsWalkedByKeyboard();
    void snapshotsCompareNewestFirst();
    void oneStateMakesNoComparison();
    void everyReportIsPreviewedAndWritten_data();
    void everyReportIsPreviewedAndWritten();
    void aFolderThatIsNotThereIsSaid();
    void thePagesCanBeLookedAt_data();
    void thePagesCanBeLookedAt();

private:
    void decide();

    std::unique_ptr<ThemeController> controller_;
    std::unique_ptr<PageWorld> world_;
};

void TestOtherPage::initTestCase()
{
    QCoreApplication::setOrganizationName(QStringLiteral("awb-test"));
    controller_ = std::make_unique<ThemeController>(*qobject_cast<QApplication*>(qApp));
    controller_->setChoice(ThemeController::Choice::Light);
}

void TestOtherPage::init()
{
    world_ = std::make_unique<PageWorld>();
    QVERIFY(world_->openAudit());
}

void TestOtherPage::cleanup()
{
    world_.reset();
}

void TestOtherPage::decide()
{
    int i = 0;
    for (const QString& id : world_->checklist.checkIds()) {
        const Mark mark = i % 7 == 3 ? Mark::Fail : i % 5 == 4 ? Mark::Warn : Mark::Pass;
        world_->session->setMark(id, mark, QStringLiteral("agreed"));
        ++i;
    }
    world_->session->setMark(QStringLiteral("4.10"), Mark::NotApplicable, QStringLiteral("not serverless"));
}

void TestOtherPage::whatIsTypedBecomesAProfile()
{
    NewAuditPresenter presenter(*world_->session);
    QVERIFY(!presenter.canCreate()); // no name yet
    presenter.meta.name = QStringLiteral("Checkout");
    QVERIFY(presenter.canCreate()); // every part is optional
    QCOMPARE(presenter.measurable(), 0);
    presenter.setValue(TargetPart::Postgres, QStringLiteral("host"), QStringLiteral("db.example"));
    QVERIFY(!presenter.canCreate()); // a database has to be named
    presenter.setValue(TargetPart::Postgres, QStringLiteral("database"), QStringLiteral("shop"));
    presenter.setValue(TargetPart::Postgres, QStringLiteral("user"), QStringLiteral("audit"));
    presenter.setValue(TargetPart::Redis, QStringLiteral("host"), QStringLiteral("cache.example"));
    presenter.setValue(TargetPart::Redis, QStringLiteral("tls"), QStringLiteral("on"));
    QVERIFY(presenter.canCreate());
    QCOMPARE(presenter.measurableChecks(),
             (QStringList{QStringLiteral("2.1"), QStringLiteral("2.2"), QStringLiteral("2.7"),
                          QStringLiteral("2.8"), QStringLiteral("3.2"), QStringLiteral("3.3"),
                          QStringLiteral("3.5")}));
    const Result<TargetProfile> read =
        parseProfile(writeProfile(presenter.profile()), QStringLiteral("typed"));
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->postgres.size(), 1);
    QCOMPARE(read->postgres.first().url.host(), QStringLiteral("db.example"));
    QCOMPARE(read->postgres.first().url.userName(), QStringLiteral("audit"));
    QCOMPARE(read->redis->url.scheme(), QStringLiteral("rediss"));
    QCOMPARE(read->redis->url.port(), 6379);
}

void TestOtherPage::aConnectionStringFillsTheFields()
{
    NewAuditPresenter presenter(*world_->session);
    presenter.setValue(TargetPart::Postgres, QStringLiteral("host"),
                       QStringLiteral("postgresql://ann:s3cret@db.example:6543/shop?sslmode=verify-full"));
    QCOMPARE(presenter.value(TargetPart::Postgres, QStringLiteral("host")), QStringLiteral("db.example"));
    QCOMPARE(presenter.value(TargetPart::Postgres, QStringLiteral("port")), QStringLiteral("6543"));
    QCOMPARE(presenter.value(TargetPart::Postgres, QStringLiteral("tls")), QStringLiteral("verify-full"));
    QCOMPARE(presenter.value(TargetPart::Postgres, QStringLiteral("password")), QStringLiteral("s3cret"));
    QVERIFY(!writeProfile(presenter.profile()).contains("s3cret"));
}

void TestOtherPage::theConnectionIsVerifiedUnlessSomebodyChoosesOtherwise_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("query");
    QTest::newRow("nothing said") << QStringLiteral("db.example") << QString();
    QTest::newRow("a string that says nothing")
        << QStringLiteral("postgresql://ann@db.example/shop") << QString();
    QTest::newRow("a string with its own way")
        << QStringLiteral("postgresql://ann@db.example/shop?sslmode=disable")
        << QStringLiteral("sslmode=disable");
    QTest::newRow("files for it") << QStringLiteral("postgresql://ann@db.example/shop?sslmode=verify-ca"
                                                    "&sslrootcert=/etc/my%20ca.pem&sslcert=/c&sslkey=/k")
                                  << QStringLiteral(
                                         "sslmode=verify-ca&sslrootcert=/etc/my%20ca.pem&sslcert=/c"
                                         "&sslkey=/k");
}

void TestOtherPage::theConnectionIsVerifiedUnlessSomebodyChoosesOtherwise()
{
    QFETCH(QString, typed);
    for (const TargetPart part : {TargetPart::Postgres, TargetPart::PgBouncer}) {
        NewAuditPresenter presenter(*world_->session);
        presenter.meta.name = QStringLiteral("x");
        if (typed.contains(QLatin1String("://"))) // an older string leaves nothing behind
            presenter.setValue(part, QStringLiteral("host"),
                               QStringLiteral("postgresql://old/o?sslmode=prefer&sslrootcert=/old"));
        presenter.setValue(part, QStringLiteral("host"), typed);
        presenter.setValue(part, QStringLiteral("database"), QStringLiteral("shop"));
        QVERIFY(presenter.canCreate());
        const TargetProfile profile = presenter.profile();
        const QUrl url =
            part == TargetPart::Postgres ? profile.postgres.constFirst().url : profile.pgbouncer->url;
        QTEST(url.query(QUrl::FullyEncoded), "query");
        const Result<TargetProfile> read = parseProfile(writeProfile(profile), QStringLiteral("typed"));
        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    }
    NewAuditPresenter presenter(*world_->session);
    presenter.setValue(TargetPart::Postgres, QStringLiteral("host"),
                       QStringLiteral("postgresql://db.example/shop?sslmode=off"));
    QVERIFY(!presenter.errors(TargetPart::Postgres).value(QStringLiteral("tls")).isEmpty());
}

void TestOtherPage::wrongFieldsSayWhy_data()
{
    QTest::addColumn<TargetPart>("part");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::newRow("port") << TargetPart::Postgres << "port"
                          << "543222";
    QTest::newRow("port word") << TargetPart::Redis << "port"
                               << "http";
    QTest::newRow("host with a path") << TargetPart::Postgres << "host"
                                      << "db/shop";
    QTest::newRow("redis database") << TargetPart::Redis << "database"
                                    << "-1";
    QTest::newRow("no scheme") << TargetPart::Http << "url"
                               << "shop.example";
    QTest::newRow("other scheme") << TargetPart::Prometheus << "url"
                                  << "ftp://prom";
    QTest::newRow("no folder") << TargetPart::Repository << "path"
                               << "/no/such/folder";
}

void TestOtherPage::wrongFieldsSayWhy()
{
    QFETCH(TargetPart, part);
    QFETCH(QString, field);
    QFETCH(QString, text);
    NewAuditPresenter presenter(*world_->session);
    presenter.meta.name = QStringLiteral("x");
    presenter.setValue(part, QStringLiteral("host"), QStringLiteral("h"));
    presenter.setValue(part, field, text);
    QTRY_VERIFY(!presenter.errors(part).value(field).isEmpty()); // a folder is looked for on a worker
    QVERIFY(!presenter.canCreate());
}

void TestOtherPage::aTestShowsItsSteps()
{
    DoctorReport report;
    report.source = ProbeSource::Postgres;
    report.reachable = true;
    report.unmeasuredChecks = {QStringLiteral("2.8")};
    report.steps = {{QStringLiteral("tcp"), "TCP", StepState::Ok, "port 5432 answers", 1, {}},
                    {QStringLiteral("extensions"), "Extensions", StepState::Warning, "pgstattuple is missing",
                     2, QStringLiteral("CREATE EXTENSION pgstattuple;")}};
    world_->doctors.push_back({ProbeSource::Postgres, [report](const ProbeTarget&, ProbeContext&) {
                                   return QVector<DoctorReport>{report};
                               }});
    NewAuditPage page(world_->context(), nullptr);
    page.resize(1440, 820);
    page.show();
    page.activate({});
    page.findChild<QLineEdit*>(QStringLiteral("meta-name"))->setFocus();
    QTest::keyClicks(page.findChild<QLineEdit*>(QStringLiteral("meta-name")), QStringLiteral("Checkout"));
    page.findChild<QPushButton*>(QStringLiteral("next"))->click();
    QTest::keyClicks(page.findChild<QLineEdit*>(QStringLiteral("target-host")), QStringLiteral("db"));
    auto* test = page.findChild<QPushButton*>(QStringLiteral("test-connection"));
    QVERIFY(!test->isEnabled());
    QTest::keyClicks(page.findChild<QLineEdit*>(QStringLiteral("target-database")), QStringLiteral("shop"));
    QVERIFY(test->isEnabled());
    test->click();
    const auto shows = [&page](const QString& text) {
        const auto labels = page.findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(text);
        });
    };
    QTRY_VERIFY(shows(QStringLiteral("pgstattuple is missing")));
    QVERIFY(shows(QStringLiteral("1 of 2 steps")));
    QVERIFY(shows(QStringLiteral("Checks that can be measured: 3 of 71"))); // without 2.8
}

void TestOtherPage::passwordsGoToTheStoreOnly()
{
    NewAuditPresenter presenter(*world_->session);
    presenter.meta.name = QStringLiteral("Checkout");
    presenter.setValue(TargetPart::Redis, QStringLiteral("host"), QStringLiteral("127.0.0.1"));
    presenter.setValue(TargetPart::Redis, QStringLiteral("password"), QStringLiteral("planted-secret"));
    QSignalSpy created(&presenter, &NewAuditPresenter::created);
    QSignalSpy memory(&presenter, &NewAuditPresenter::secretsInMemory);
    QSignalSpy opened(world_->session.get(), &AuditSession::opened);
    const QString name = presenter.profile().redis->secret.name;
    presenter.create();
    QTRY_COMPARE(created.count(), 1);
    QTRY_VERIFY(opened.count() > 0);
    QCOMPARE(memory.count(), 1); // the test's store is memory, and the person is told
    const Result<Secret> stored = world_->secrets->read(name);
    QVERIFY(stored);
    QCOMPARE(stored->reveal(), QByteArray("planted-secret"));
    QVERIFY(!world_->session->document().meta().profileText.contains(QStringLiteral("planted-secret")));
    QVERIFY(world_->session->document().meta().profileText.contains(name));
    QVERIFY(presenter.value(TargetPart::Redis, QStringLiteral("password")).isEmpty());
}

void TestOtherPage::theAssistantIsWalkedByKeyboard()
{
    NewAuditPage page(world_->context(), nullptr);
    page.resize(1024, 620);
    page.show();
    page.activate({});
    page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    auto* name = page.findChild<QLineEdit*>(QStringLiteral("meta-name"));
    QVERIFY(name->hasFocus());
    QTest::keyClick(name, Qt::Key_Return); // no name: it stays
    QCOMPARE(page.findChild<QListWidget*>(QStringLiteral("steps"))->currentRow(), 0);
    QTest::keyClicks(name, QStringLiteral("Checkout"));
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(page.findChild<QListWidget*>(QStringLiteral("steps"))->currentRow(), 1);
    auto* next = page.findChild<QPushButton*>(QStringLiteral("next"));
    next->click();
    next->click();
    QCOMPARE(page.findChild<QListWidget*>(QStringLiteral("steps"))->currentRow(), 3);
    QSignalSpy opened(world_->session.get(), &AuditSession::opened);
    next->click();
    QTRY_COMPARE(opened.count(), 1);
    QCOMPARE(world_->session->result().meta.name, QStringLiteral("Checkout"));
}

void TestOtherPage::snapshotsCompareNewestFirst()
{
    SnapshotsPage page(world_->context(), nullptr);
    page.resize(1440, 820);
    page.show();
    SnapshotsPresenter presenter(*world_->session);
    decide();
    const int points = world_->session->result().score.points;
    QVERIFY(!presenter.save(QStringLiteral("  ")));
    QVERIFY(presenter.save(QStringLiteral("Q3 2026")));
    QTRY_COMPARE(presenter.snapshots().size(), 2);
    QTRY_VERIFY(presenter.snapshots().at(1).loaded);
    world_->session->setMark(QStringLiteral("2.2"), Mark::Fail, QStringLiteral("worse"));
    world_->session->setMark(QStringLiteral("1.4"), Mark::Pass, QStringLiteral("better"));
    QTRY_VERIFY(presenter.comparison().has_value());
    QCOMPARE(presenter.comparison()->pointsBefore, points);
    const QVector<ChangeRow> rows = presenter.rows();
    QVERIFY(rows.size() >= 4);
    QCOMPARE(rows.at(0).kind, ChangeKind::Regressed);
    QVERIFY(!rows.at(0).heading.isEmpty());
    QCOMPARE(rows.at(1).change.check, QStringLiteral("2.2"));
    QVERIFY(presenter.headline().startsWith(QStringLiteral("Q3 2026")));
    presenter.setChangedOnly(false);
    QCOMPARE(presenter.rows().size() > 71, true);
    QCOMPARE(presenter.trend().size(), 2);
    presenter.setA(QString()); // "now" as A: they change places
    QCOMPARE(presenter.comparison()->pointsAfter, points);
    QTRY_COMPARE(page.findChild<TrendView*>(QStringLiteral("trend"))->points().size(), 2);
    QSignalSpy written(&presenter, &SnapshotsPresenter::written);
    const QString path = world_->home.filePath(QStringLiteral("c.md"));
    presenter.write(ComparisonFormat::Markdown, path, true);
    QTRY_COMPARE(written.count(), 1);
    QVERIFY(QFile(path).size() > 100);
}

void TestOtherPage::oneStateMakesNoComparison()
{
    SnapshotsPresenter presenter(*world_->session);
    QCOMPARE(presenter.snapshots().size(), 1);
    QVERIFY(!presenter.comparison().has_value());
    QVERIFY(presenter.rows().isEmpty());
    SnapshotsPage page(world_->context(), nullptr);
    page.show();
    const auto labels = page.findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
        return label->isVisible() && label->text().contains(QStringLiteral("One state makes no comparison"));
    }));
}

void TestOtherPage::everyReportIsPreviewedAndWritten_data()
{
    QTest::addColumn<ReportFormat>("format");
    for (const FormatView& view : ReportPresenter::formats())
        QTest::newRow(qPrintable(view.suffix)) << view.format;
}

void TestOtherPage::everyReportIsPreviewedAndWritten()
{
    QFETCH(ReportFormat, format);
    decide();
    ReportPresenter presenter(*world_->session);
    presenter.setFormat(format);
    QSignalSpy ready(&presenter, &ReportPresenter::previewReady);
    QSignalSpy written(&presenter, &ReportPresenter::written);
    ReportPreview preview;
    connect(&presenter, &ReportPresenter::previewReady, this,
            [&preview](const ReportPreview& made) { preview = made; });
    presenter.preview(500);
    QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 1, 60000);
    if (format == ReportFormat::Pdf) {
        QVERIFY(preview.pageCount > 3);
        QCOMPARE(preview.pages.first().width(), 500);
        const QImage& summary = preview.pages.at(1);
        int ink = 0;
        for (int y = 0; y < summary.height(); ++y) {
            for (int x = 0; x < summary.width(); ++x)
                ink += qGray(summary.pixel(x, y)) < 128 ? 1 : 0;
        }
        QVERIFY(ink > 500); // there is text on it
    } else
        QVERIFY(preview.text.size() > 500);
    const QString path = world_->home.filePath(presenter.fileName(format));
    presenter.write(format, path);
    QTRY_COMPARE_WITH_TIMEOUT(written.count(), 1, 60000);
    QVERIFY(QFile(path).size() > 500);
}

void TestOtherPage::aFolderThatIsNotThereIsSaid()
{
    ReportPresenter presenter(*world_->session);
    QSignalSpy failed(&presenter, &ReportPresenter::failed);
    presenter.write(ReportFormat::Csv, QStringLiteral("/no/such/folder/x.csv"));
    QTRY_COMPARE(failed.count(), 1);
}

void TestOtherPage::thePagesCanBeLookedAt_data()
{
    QTest::addColumn<int>("page");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("size");
    const char* names[] = {"scorecard", "probes", "snapshots", "report", "new_audit"};
    for (int page = 0; page < 5; ++page) {
        for (const bool dark : {false, true}) {
            for (const QSize& size : {QSize(1440, 820), QSize(1024, 620)})
                QTest::addRow("%s-%s-%d", names[page], dark ? "dark" : "light", size.width())
                    << page << dark << size;
        }
    }
}

// Every page at both sizes in both themes: no label is wider than the page. AWB_SHOTS keeps the pictures.
void TestOtherPage::thePagesCanBeLookedAt()
{
    QFETCH(int, page);
    QFETCH(bool, dark);
    QFETCH(QSize, size);
    controller_->setChoice(dark ? ThemeController::Choice::Dark : ThemeController::Choice::Light);
    decide();
    if (page == 2) {
        world_->session->saveSnapshot(QStringLiteral("Q3 2026"));
        QTRY_COMPARE(world_->session->document().snapshots().size(), 1);
        world_->session->setMark(QStringLiteral("2.2"), Mark::Fail, QStringLiteral("worse"));
        world_->session->setMark(QStringLiteral("1.4"), Mark::Pass, QStringLiteral("better"));
    }
    std::unique_ptr<Page> shown;
    const PageContext context = world_->context();
    switch (page) {
    case 0:
        shown = std::make_unique<ScorecardPage>(context, nullptr);
        break;
    case 1:
        shown = std::make_unique<ProbesPage>(context, nullptr);
        break;
    case 2:
        shown = std::make_unique<SnapshotsPage>(context, nullptr);
        break;
    case 3:
        shown = std::make_unique<ReportPage>(context, nullptr);
        break;
    default:
        shown = std::make_unique<NewAuditPage>(context, nullptr);
        break;
    }
    shown->resize(size);
    shown->show();
    shown->activate({});
    QVERIFY(QTest::qWaitForWindowExposed(shown.get()));
    if (page == 1) {
        shown->findChild<QPushButton*>(QStringLiteral("run-all"))->click();
        QTRY_VERIFY(shown->findChild<QLabel*>(QStringLiteral("run-headline"))
                        ->text()
                        .startsWith(QStringLiteral("Running")));
        QTest::qWait(400);
    }
    if (page == 3)
        QTRY_VERIFY_WITH_TIMEOUT(shown->findChild<PageSheets*>(QStringLiteral("sheets"))->count() > 3, 60000);
    if (page == 4) {
        shown->findChild<QLineEdit*>(QStringLiteral("meta-name"))->setText(QStringLiteral("Checkout"));
        QTest::keyClicks(shown->findChild<QLineEdit*>(QStringLiteral("meta-name")), QStringLiteral("!"));
        shown->findChild<QPushButton*>(QStringLiteral("next"))->click();
        QTest::keyClicks(shown->findChild<QLineEdit*>(QStringLiteral("target-host")),
                         QStringLiteral("db.example"));
    }
    QVERIFY(shown->minimumSizeHint().width() <= size.width());
    const QImage image = shown->grab().toImage();
    QVERIFY(!image.isNull());
    if (const QString folder = qEnvironmentVariable("AWB_SHOTS"); !folder.isEmpty())
        image.save(QStringLiteral("%1/%2.png").arg(folder, QString::fromUtf8(QTest::currentDataTag())));
}

Q_DECLARE_METATYPE(awb::TargetPart)
Q_DECLARE_METATYPE(awb::ReportFormat)

QTEST_MAIN(TestOtherPage)
#include "tst_other_page.moc"
