#include "core/foundation/clock.h"
#include "core/foundation/ids.h"
#include "core/store/store_thread.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <csignal>
#include <sys/resource.h>

using namespace awb;

namespace
{

JournalEntry noteEntry(const QString& audit, const QString& text)
{
    return makeEntry(SystemClock(), audit, EntryKind::Note, {{QStringLiteral("text"), text}},
                     QStringLiteral("2.2"));
}

JournalEntry createdEntry(const QString& audit)
{
    AuditMeta meta;
    meta.name = QStringLiteral("Shop");
    return makeEntry(SystemClock(), audit, EntryKind::Created, metaToJson(meta));
}

qsizetype storedIn(const QString& path, const QString& audit)
{
    auto store = openSqliteStore(path, OpenMode::ReadOnly);
    return store ? (*store)->entries(audit)->size() : -1;
}

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

} // namespace

class TestStoreThread : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void entriesAreSavedAndAnnounced();
    void answersArriveInTheWindowsThread();
    void anAnswerForAContextThatIsGoneIsDropped();
    void aStoreThatCannotBeOpenedSaysSoAndKeepsEntries();
    void aFullDiskKeepsEntriesAndRetries();
    void oneEntryThatCannotBeStoredDoesNotHoldBackOthers();
    void whatAnotherProgramWritesArrivesWithinTwoSeconds();
    void destructionFlushesWhatIsWaiting();
    void figuresReachTheList();
};

void TestStoreThread::initTestCase()
{
    qRegisterMetaType<awb::Error>();
    qRegisterMetaType<QVector<awb::JournalEntry>>();
}

void TestStoreThread::entriesAreSavedAndAnnounced()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("a.db"));
    const QString audit = newId();
    StoreThread store(path);
    QSignalSpy opened(&store, &StoreThread::opened);
    QSignalSpy saved(&store, &StoreThread::saved);
    QSignalSpy failed(&store, &StoreThread::saveFailed);
    store.open();
    store.append({createdEntry(audit)});
    store.append({noteEntry(audit, QStringLiteral("a")), noteEntry(audit, QStringLiteral("b"))});
    QCOMPARE(store.waiting(), 3);
    QTRY_COMPARE(store.waiting(), 0);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(saved.count(), 2);
    QCOMPARE(failed.count(), 0);
    const auto entries = saved.at(1).at(0).value<QVector<JournalEntry>>();
    QCOMPARE(entries.size(), 2);
    QCOMPARE(entries.at(1).sequence, qint64(3));
    QCOMPARE(storedIn(path, audit), 3);
}

void TestStoreThread::answersArriveInTheWindowsThread()
{
    QTemporaryDir dir;
    const QString audit = newId();
    StoreThread store(dir.filePath(QStringLiteral("a.db")));
    store.append({createdEntry(audit)});
    QStringList answers;
    const auto here = [&answers](const QString& what) {
        answers.append(QThread::currentThread() == QCoreApplication::instance()->thread()
                           ? what
                           : QStringLiteral("elsewhere"));
    };
    store.loadAudits(this, [&](const Result<QVector<AuditSummary>>& list) {
        here(QStringLiteral("%1 audits").arg(list ? list->size() : -1));
    });
    store.loadEntries(audit, this, [&](const Result<QVector<JournalEntry>>& list) {
        here(QStringLiteral("%1 entries").arg(list ? list->size() : -1));
    });
    store.putBlob("bytes", this, [&](const Result<QString>& id) {
        here(id ? QStringLiteral("put") : id.error().message);
        store.loadBlob(*id, this, [&](const Result<QByteArray>& bytes) {
            here(bytes ? QString::fromUtf8(*bytes) : bytes.error().message);
        });
    });
    QTRY_COMPARE(answers, (QStringList{QStringLiteral("1 audits"), QStringLiteral("1 entries"),
                                       QStringLiteral("put"), QStringLiteral("bytes")}));
}

void TestStoreThread::anAnswerForAContextThatIsGoneIsDropped()
{
    QTemporaryDir dir;
    StoreThread store(dir.filePath(QStringLiteral("a.db")));
    bool called = false;
    bool last = false;
    auto context = std::make_unique<QObject>();
    store.loadAudits(context.get(), [&](const Result<QVector<AuditSummary>>&) { called = true; });
    context.reset();
    store.loadAudits(this, [&](const Result<QVector<AuditSummary>>&) { last = true; });
    QTRY_VERIFY(last);
    QVERIFY(!called);
}

void TestStoreThread::aStoreThatCannotBeOpenedSaysSoAndKeepsEntries()
{
    QTemporaryDir dir;
    const QString folder = dir.filePath(QStringLiteral("folder"));
    QFile blocker(folder); // a file where the folder should be
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    const QString path = folder + QStringLiteral("/a.db");
    const QString audit = newId();
    StoreThread store(path);
    QSignalSpy openFailed(&store, &StoreThread::openFailed);
    QSignalSpy failed(&store, &StoreThread::saveFailed);
    store.open();
    store.append({createdEntry(audit)});
    QTRY_COMPARE(openFailed.count(), 1);
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.at(0).at(1).toInt(), 1);
    QCOMPARE(store.waiting(), 1);
    Error told;
    store.loadAudits(this, [&](const Result<QVector<AuditSummary>>& list) {
        if (!list)
            told = list.error();
    });
    QTRY_VERIFY(told.message.contains(folder));
    QVERIFY(blocker.remove());
    QTRY_COMPARE(store.waiting(), 0); // by itself, within the 2 s of a retry
    QCOMPARE(storedIn(path, audit), 1);
}

void TestStoreThread::aFullDiskKeepsEntriesAndRetries()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("a.db"));
    const QString audit = newId();
    StoreThread store(path);
    QSignalSpy failed(&store, &StoreThread::saveFailed);
    store.append({createdEntry(audit)});
    QTRY_COMPARE(store.waiting(), 0);
    FullDisk full(64 * 1024);
    store.append({noteEntry(audit, QString(200000, QLatin1Char('x')))});
    QTRY_COMPARE(failed.count(), 1);
    store.append({noteEntry(audit, QStringLiteral("short"))});
    QTRY_COMPARE(failed.count(), 2);
    QCOMPARE(failed.at(1).at(1).toInt(), 2);
    QCOMPARE(failed.at(1).at(0).value<Error>().code, ErrorCode::Io);
    QCOMPARE(store.waiting(), 2);
    store.retryNow();
    QTRY_COMPARE(failed.count(), 3);
    full.end();
    store.retryNow();
    QTRY_COMPARE(store.waiting(), 0);
    QCOMPARE(storedIn(path, audit), 3);
}

void TestStoreThread::oneEntryThatCannotBeStoredDoesNotHoldBackOthers()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("a.db"));
    const QString audit = newId();
    StoreThread store(path);
    QSignalSpy failed(&store, &StoreThread::saveFailed);
    store.append({createdEntry(audit), JournalEntry(), noteEntry(audit, QStringLiteral("after"))});
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.at(0).at(0).value<Error>().code, ErrorCode::Internal);
    QCOMPARE(failed.at(0).at(1).toInt(), 1);
    QTRY_COMPARE(store.waiting(), 1);
    QCOMPARE(storedIn(path, audit), 2);
}

void TestStoreThread::whatAnotherProgramWritesArrivesWithinTwoSeconds()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("a.db"));
    const QString audit = newId();
    StoreThread mine(path);
    QSignalSpy arrived(&mine, &StoreThread::entriesArrived);
    mine.append({createdEntry(audit)});
    QTRY_COMPARE(mine.waiting(), 0);
    mine.watch(audit, 1);
    mine.append({noteEntry(audit, QStringLiteral("mine"))});
    QTRY_COMPARE(mine.waiting(), 0);
    auto other = openSqliteStore(path);
    QVERIFY(other);
    const JournalEntry theirs = noteEntry(audit, QStringLiteral("theirs"));
    QVERIFY((*other)->append({createdEntry(newId()), theirs}));
    QElapsedTimer timer;
    timer.start();
    QTRY_COMPARE_WITH_TIMEOUT(arrived.count(), 1, 2000); // the figure
    QCOMPARE(arrived.at(0).at(0).toString(), audit);
    const auto entries = arrived.at(0).at(1).value<QVector<JournalEntry>>();
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries.first().id, theirs.id);
    QCOMPARE(entries.first().sequence, qint64(4));
    mine.append({noteEntry(audit, QStringLiteral("mine again"))});
    QTRY_COMPARE(mine.waiting(), 0);
    const JournalEntry more = noteEntry(audit, QStringLiteral("theirs again"));
    QVERIFY((*other)->append({more}));
    QTRY_COMPARE_WITH_TIMEOUT(arrived.count(), 2, 2000);
    QCOMPARE(arrived.at(1).at(1).value<QVector<JournalEntry>>().size(), 1);
    QCOMPARE(arrived.at(1).at(1).value<QVector<JournalEntry>>().first().id, more.id);
}

void TestStoreThread::destructionFlushesWhatIsWaiting()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("a.db"));
    const QString audit = newId();
    {
        StoreThread store(path);
        store.append({createdEntry(audit)});
        for (int i = 0; i < 20; ++i)
            store.append({noteEntry(audit, QString::number(i))});
    }
    QCOMPARE(storedIn(path, audit), 21);
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files), QStringList{QStringLiteral("a.db")}); // closed in order
}

void TestStoreThread::figuresReachTheList()
{
    QTemporaryDir dir;
    const QString audit = newId();
    StoreThread store(dir.filePath(QStringLiteral("a.db")));
    AuditSummary summary;
    summary.id = audit;
    summary.meta.name = QStringLiteral("Shop");
    summary.points = 12;
    store.append({createdEntry(audit)});
    store.updateSummary(summary);
    int points = -1;
    store.loadAudits(this, [&](const Result<QVector<AuditSummary>>& list) {
        points = list && !list->isEmpty() ? list->first().points : -2;
    });
    QTRY_COMPARE(points, 12);
}

QTEST_GUILESS_MAIN(TestStoreThread)
#include "tst_store_thread.moc"
