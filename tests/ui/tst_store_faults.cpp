// What a person sees when the store cannot be opened, or cannot be written for a while.
#include "core/store/audit_store.h"
#include "tests/ui/ui_world.h"
#include "tests/ui/window_steps.h"
#include "ui/pages/main_window.h"
#include "ui/pages/walk_page.h"
#include "ui/style/theme_controller.h"

#include <QApplication>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace awb;
using namespace awb::test;

namespace
{

// No file of this process may grow beyond `bytes` while this lives: writes fail as on a full disk.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN))
    {
        getrlimit(RLIMIT_FSIZE, &old_);
        rlimit small = old_;
        small.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~FullDisk() { end(); }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;
    void end()
    {
        setrlimit(RLIMIT_FSIZE, &old_);
        std::signal(SIGXFSZ, handler_);
    }

private:
    rlimit old_{};
    void (*handler_)(int);
};

QWidget* noticeOf(MainWindow& window)
{
    return window.findChild<QWidget*>(QStringLiteral("notice"));
}

QString noticeText(MainWindow& window)
{
    QStringList texts;
    for (const QLabel* label : noticeOf(window)->findChildren<QLabel*>())
        texts << label->text();
    return texts.join(QLatin1Char(' '));
}

QPushButton* noticeButton(MainWindow& window, const QString& text)
{
    for (QPushButton* button : noticeOf(window)->findChildren<QPushButton*>()) {
        if (button->text() == text && button->isVisible())
            return button;
    }
    return nullptr;
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

qsizetype entriesIn(const QString& path, const QString& audit)
{
    auto store = openSqliteStore(path, OpenMode::ReadOnly);
    return store ? (*store)->entries(audit)->size() : -1;
}

// A store with one audit in it, on disk, and nothing that has it open.
QString storeWithAnAudit(UiWorld& world)
{
    world.workbench.reset();
    world.store.reset();
    auto store = openSqliteStore(world.storePath());
    const QString id = QStringLiteral("audit-00000001");
    const AuditMeta meta = auditMeta(QStringLiteral("Kept"));
    if (!store || !(*store)->append({makeEntry(world.clock, id, EntryKind::Created, metaToJson(meta))}))
        qFatal("the store cannot be made");
    return id;
}

void damage(const QString& path, const QByteArray& how)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        qFatal("%s cannot be opened", qPrintable(path));
    if (how == "beginning") {
        file.write("This is a letter, not a store.");
    } else if (how == "page") { // the first page stays, so that it looks like a store
        const qint64 size = file.size();
        file.seek(4096);
        file.write(QByteArray(int(size - 4096), char(0x5A)));
    } else {
        file.seek(68); // the application id of another program
        file.write(QByteArray("\x12\x34\x56\x78", 4));
    }
}

} // namespace

class TestStoreFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStoreThatCannotBeOpenedIsSaidAndLeftAlone_data();
    void aStoreThatCannotBeOpenedIsSaidAndLeftAlone();
    void anAuditBegunWithoutAStoreWaitsInTheWindow();
    void aDamagedAuditFileIsSaidAndTheStartPageStays();
    void aFullDiskIsSaidAndNothingThatWasEnteredIsLost();
};

void TestStoreFaults::aStoreThatCannotBeOpenedIsSaidAndLeftAlone_data()
{
    QTest::addColumn<QByteArray>("how");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("a file that is no store")
        << QByteArray("beginning") << QStringLiteral("is no audit store, or its beginning is damaged");
    QTest::newRow("pages overwritten") << QByteArray("page") << QStringLiteral("is damaged");
    QTest::newRow("a database of another program")
        << QByteArray("id") << QStringLiteral("it is a database of another program");
}

void TestStoreFaults::aStoreThatCannotBeOpenedIsSaidAndLeftAlone()
{
    QFETCH(QByteArray, how);
    QFETCH(QString, sentence);
    UiWorld world;
    storeWithAnAudit(world);
    damage(world.storePath(), how);
    const QByteArray before = contents(world.storePath());
    world.restart();
    MainWindow window(*world.workbench);
    window.show();
    QTRY_VERIFY(noticeOf(window)->isVisible());
    QVERIFY2(noticeText(window).contains(sentence), qPrintable(noticeText(window)));
    QVERIFY2(noticeText(window).contains(world.storePath()), qPrintable(noticeText(window)));
    QCOMPARE(window.currentPage(), PageId::Start);
    QPushButton* close = noticeButton(window, QStringLiteral("Close"));
    QVERIFY(close);
    QTest::mouseClick(close, Qt::LeftButton);
    QVERIFY(!noticeOf(window)->isVisible());
    QCOMPARE(contents(world.storePath()), before);
}

void TestStoreFaults::anAuditBegunWithoutAStoreWaitsInTheWindow()
{
    UiWorld world;
    storeWithAnAudit(world);
    const QByteArray whole = contents(world.storePath());
    damage(world.storePath(), "beginning");
    const QByteArray before = contents(world.storePath());
    world.restart();
    MainWindow window(*world.workbench);
    window.show();
    QTRY_VERIFY(noticeOf(window)->isVisible());
    const QString audit = window.session().createAudit(auditMeta(QStringLiteral("New")));
    QTRY_VERIFY(noticeText(window).contains(QStringLiteral("Not saved: ")));
    QVERIFY2(noticeText(window).contains(QStringLiteral("1 entries wait in this window")),
             qPrintable(noticeText(window)));
    QCOMPARE(contents(world.storePath()), before);
    QFile file(world.storePath()); // somebody brings the copy back
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(whole), qint64(whole.size()));
    file.close();
    QTRY_COMPARE_WITH_TIMEOUT(world.store->waiting(), 0, 10000); // by itself
    QTRY_VERIFY(!noticeOf(window)->isVisible());
    QCOMPARE(entriesIn(world.storePath(), audit), 1);
}

void TestStoreFaults::aDamagedAuditFileIsSaidAndTheStartPageStays()
{
    UiWorld world;
    const QString path = world.home.filePath(QStringLiteral("handed.audit"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'x'));
    file.close();
    const QByteArray before = contents(path);
    MainWindow window(*world.workbench);
    window.show();
    window.openPath(path);
    QTRY_VERIFY(noticeOf(window)->isVisible());
    QVERIFY2(noticeText(window).contains(path), qPrintable(noticeText(window)));
    QCOMPARE(window.currentPage(), PageId::Start);
    QVERIFY(!window.session().isOpen());
    QCOMPARE(contents(path), before);
}

void TestStoreFaults::aFullDiskIsSaidAndNothingThatWasEnteredIsLost()
{
    UiWorld world;
    MainWindow window(*world.workbench);
    QVERIFY(openAudit(window, profileText()));
    QTRY_COMPARE(world.store->waiting(), 0);
    QTRY_COMPARE(window.currentPage(), PageId::Walk);
    const QString audit = window.session().document().id();
    const qsizetype stored = entriesIn(world.storePath(), audit);
    FullDisk full(512);
    QTest::keyClick(window.focusWidget(), Qt::Key_W);
    QCOMPARE(window.session().check(QStringLiteral("1.1"))->mark(), Mark::Warn); // at once, as always
    QTRY_VERIFY(noticeOf(window)->isVisible());
    QVERIFY2(noticeText(window).contains(QStringLiteral("1 entries wait in this window")),
             qPrintable(noticeText(window)));
    QTest::keyClick(window.focusWidget(), Qt::Key_J);
    QTest::keyClick(window.focusWidget(), Qt::Key_F);
    QTRY_VERIFY2(noticeText(window).contains(QStringLiteral("2 entries wait in this window")),
                 qPrintable(noticeText(window)));
    QVERIFY(noticeText(window).contains(QStringLiteral("Keep the window open")));
    QPushButton* again = noticeButton(window, QStringLiteral("Save now"));
    QVERIFY(again);
    QSignalSpy failed(world.store.get(), &StoreThread::saveFailed);
    const qsizetype before = failed.size();
    QTest::mouseClick(again, Qt::LeftButton); // the disk is still full
    QTRY_VERIFY(failed.size() > before);
    QVERIFY(noticeOf(window)->isVisible());
    QCOMPARE(window.session().check(QStringLiteral("1.1"))->mark(), Mark::Warn);
    QCOMPARE(window.session().check(QStringLiteral("1.2"))->mark(), Mark::Fail);
    full.end();
    again = noticeButton(window, QStringLiteral("Save now"));
    QVERIFY(again);
    QTest::mouseClick(again, Qt::LeftButton);
    QTRY_COMPARE(world.store->waiting(), 0);
    QTRY_VERIFY(!noticeOf(window)->isVisible());
    QCOMPARE(entriesIn(world.storePath(), audit), stored + 2);
}

int main(int argc, char** argv)
{
    const awb::test::TempWorld home;
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("auditbench"));
    QCoreApplication::setApplicationName(QStringLiteral("auditbench"));
    awb::ThemeController theme(application);
    TestStoreFaults test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_store_faults.moc"
