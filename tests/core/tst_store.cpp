#include "core/foundation/clock.h"
#include "core/foundation/ids.h"
#include "core/store/audit_store.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace awb;

namespace
{

using Store = std::unique_ptr<AuditStore>;

// Opens or fails the test with the reason.
Store opened(const QString& path, OpenMode mode = OpenMode::ReadWrite)
{
    auto store = openSqliteStore(path, mode);
    if (!store) {
        QTest::qFail(qPrintable(store.error().message + store.error().detail), __FILE__, __LINE__);
        return nullptr;
    }
    return std::move(*store);
}

JournalEntry entryOf(const QString& audit, EntryKind kind, const QJsonObject& value = {},
                     const QString& check = {})
{
    return makeEntry(SystemClock(), audit, kind, value, check, QStringLiteral("Ann"),
                     QStringLiteral("reviewer"));
}

JournalEntry createdEntry(const QString& audit, const QString& name)
{
    AuditMeta meta;
    meta.name = name;
    meta.team = QStringLiteral("Payments");
    meta.profileText = QStringLiteral("name: x\n");
    return entryOf(audit, EntryKind::Created, metaToJson(meta));
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Runs plain SQL on a file, as some other program would.
void tamper(const QString& path, const QStringList& statements)
{
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("tamper"));
        db.setDatabaseName(path);
        QVERIFY(db.open());
        for (const QString& statement : statements) {
            QSqlQuery query(db);
            QVERIFY2(query.exec(statement), qPrintable(statement));
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("tamper"));
}

QString madeStore(const QTemporaryDir& dir, const QString& name = QStringLiteral("a.db"))
{
    const QString path = dir.filePath(name);
    Store store = opened(path);
    const QString audit = newId();
    (void)store->append(
        {createdEntry(audit, QStringLiteral("Shop")),
         entryOf(audit, EntryKind::Note, {{QStringLiteral("text"), QStringLiteral("hello")}})});
    return path;
}

} // namespace

class TestStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void entriesComeBackAsTheyWereStored();
    void anEntryIsStoredOnce();
    void aBatchIsStoredWholeOrNotAtAll();
    void largeEvidenceIsPackedAndComesBack();
    void theListShowsNameFiguresAndSnapshots();
    void referencesNameAuditsAndSnapshots_data();
    void referencesNameAuditsAndSnapshots();
    void anAmbiguousNameIsRefusedWithTheIds();
    void blobsAreKeptByTheirContent();
    void twoProgramsKeepEachOthersEntries();
    void filesThatAreNotOursAreLeftAlone_data();
    void filesThatAreNotOursAreLeftAlone();
    void aDamagedPageIsFoundAndLeftAlone();
    void aReadOnlyFileIsRefusedForWritingAndReadable();
    void aFolderThatCannotBeMadeSaysSo();
    void readingOnlyWritesNothing();
    void entriesThatClaimTooMuchAreRefused();
    void aFileThatCannotGrowIsAnErrorAndLosesNothing();
    void aFullDiskIsAnErrorAndLosesNothing();
    void theDefaultPathFollowsOptionAndEnvironment();
    void aThousandAuditsAreListed();
    void anAuditOfManyEntriesOpensWhole();
};

void TestStore::entriesComeBackAsTheyWereStored()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("new/folder/a.db"));
    const QString audit = newId();
    JournalEntry mark =
        entryOf(audit, EntryKind::Mark,
                {{QStringLiteral("mark"), QStringLiteral("pass")},
                 {QStringLiteral("hostile"), QString::fromUtf8("'; DROP TABLE journal;-- \u202E %1 \"✓\"")}},
                QStringLiteral("2.2"));
    JournalEntry undo = entryOf(audit, EntryKind::Undo);
    undo.supersedes = mark.id;
    {
        Store store = opened(path);
        const auto stored = store->append({createdEntry(audit, QStringLiteral("Shop")), mark, undo});
        QVERIFY2(stored, stored ? "" : qPrintable(stored.error().detail));
        QCOMPARE(stored->at(0).sequence, qint64(1));
        QCOMPARE(stored->at(2).sequence, qint64(3));
        QCOMPARE(*store->lastSequence(), qint64(3));
    }
    Store again = opened(path);
    const auto all = again->entries(audit);
    QVERIFY(all);
    QCOMPARE(all->size(), 3);
    const JournalEntry& back = all->at(1);
    QCOMPARE(back.id, mark.id);
    QCOMPARE(back.audit, audit);
    QVERIFY(back.kind == EntryKind::Mark);
    QCOMPARE(back.check, QStringLiteral("2.2"));
    QCOMPARE(back.seat, QStringLiteral("reviewer"));
    QCOMPARE(back.author, QStringLiteral("Ann"));
    QCOMPARE(back.time, mark.time);
    QCOMPARE(back.time.timeSpec(), Qt::UTC);
    QCOMPARE(back.value, mark.value);
    QCOMPARE(all->at(2).supersedes, mark.id);
    QCOMPARE(again->entries(audit, 2)->size(), 1);
    QCOMPARE(again->entries(newId())->size(), 0);
}

void TestStore::anEntryIsStoredOnce()
{
    QTemporaryDir dir;
    Store store = opened(dir.filePath(QStringLiteral("a.db")));
    const QString audit = newId();
    const JournalEntry created = createdEntry(audit, QStringLiteral("Shop"));
    const auto first = store->append({created});
    JournalEntry changed = created;
    changed.author = QStringLiteral("Mallory");
    const auto second = store->append({changed, entryOf(audit, EntryKind::Note)});
    QVERIFY(second);
    QCOMPARE(second->at(0).sequence, first->at(0).sequence);
    const auto all = store->entries(audit);
    QCOMPARE(all->size(), 2);
    QCOMPARE(all->first().author, QStringLiteral("Ann"));
}

void TestStore::aBatchIsStoredWholeOrNotAtAll()
{
    QTemporaryDir dir;
    Store store = opened(dir.filePath(QStringLiteral("a.db")));
    const QString audit = newId();
    const JournalEntry huge = entryOf(
        audit, EntryKind::Note, {{QStringLiteral("text"), QString(32 * 1024 * 1024, QLatin1Char('x'))}});
    const auto stored = store->append({createdEntry(audit, QStringLiteral("Shop")), huge});
    QVERIFY(!stored);
    QCOMPARE(stored.error().code, ErrorCode::Limit);
    QCOMPARE(*store->lastSequence(), qint64(0));
    QVERIFY(store->audits()->isEmpty());
    QVERIFY(!store->append({JournalEntry()}));
}

void TestStore::largeEvidenceIsPackedAndComesBack()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("a.db"));
    const QString audit = newId();
    QJsonArray rows;
    for (int i = 0; i < 40000; ++i)
        rows.append(
            QJsonArray{i, QStringLiteral("public.table_%1").arg(i), QStringLiteral("fk without an index")});
    const QJsonObject value{{QStringLiteral("probe"), QStringLiteral("postgres.foreign_keys")},
                            {QStringLiteral("rows"), rows}};
    {
        Store store = opened(path);
        QVERIFY(store->append(
            {createdEntry(audit, QStringLiteral("Shop")), entryOf(audit, EntryKind::Evidence, value)}));
    }
    QVERIFY2(QFileInfo(path).size() < 1000000, qPrintable(QString::number(QFileInfo(path).size())));
    Store store = opened(path);
    const auto all = store->entries(audit);
    QVERIFY(all);
    QCOMPARE(all->at(1).value, value);
}

void TestStore::theListShowsNameFiguresAndSnapshots()
{
    QTemporaryDir dir;
    Store store = opened(dir.filePath(QStringLiteral("a.db")));
    const QString audit = newId();
    QVERIFY(store->append({createdEntry(audit, QStringLiteral("Shop"))}));
    QCOMPARE(store->audits()->first().meta.name, QStringLiteral("Shop"));
    QVERIFY(
        store->append({entryOf(audit, EntryKind::Meta, {{QStringLiteral("name"), QStringLiteral("Shop 2")}}),
                       entryOf(audit, EntryKind::Snapshot,
                               {{QStringLiteral("label"), QStringLiteral("before")},
                                {QStringLiteral("blob"), QStringLiteral("b1")}})}));
    AuditSummary summary = *store->audit(audit);
    QCOMPARE(summary.meta.name, QStringLiteral("Shop 2"));
    QCOMPARE(summary.meta.team, QStringLiteral("Payments"));
    QCOMPARE(summary.lastSequence, qint64(3));
    QVERIFY(summary.created.isValid() && summary.changed >= summary.created);
    summary.points = 41;
    summary.max = 70;
    summary.decided = 60;
    summary.fail = 12;
    summary.band = QStringLiteral("some-gaps");
    QVERIFY(store->updateSummary(summary));
    const AuditSummary back = store->audits()->first();
    QCOMPARE(back.points, 41);
    QCOMPARE(back.max, 70);
    QCOMPARE(back.decided, 60);
    QCOMPARE(back.fail, 12);
    QCOMPARE(back.band, QStringLiteral("some-gaps"));
    QCOMPARE(back.snapshots.size(), 1);
    QCOMPARE(back.snapshots.first().label, QStringLiteral("before"));
    QCOMPARE(back.snapshots.first().blob, QStringLiteral("b1"));
    summary.id = newId();
    const Status none = store->updateSummary(summary);
    QVERIFY(!none && none.error().code == ErrorCode::NotFound);
    QVERIFY(!store->audit(newId()));
}

void TestStore::referencesNameAuditsAndSnapshots_data()
{
    QTest::addColumn<QString>("ref");
    QTest::addColumn<QString>("audit"); // empty: not found
    QTest::addColumn<bool>("snapshot");
    const QString shop = QStringLiteral("11111111-aaaa-7000-8000-000000000001");
    QTest::newRow("whole id") << shop << shop << false;
    QTest::newRow("beginning of an id") << "11111111" << shop << false;
    QTest::newRow("too short a beginning") << "1111111"
                                           << "" << false;
    QTest::newRow("name") << "Shop" << shop << false;
    QTest::newRow("label") << "before" << shop << true;
    QTest::newRow("name and label") << "Shop/before" << shop << true;
    QTest::newRow("snapshot id") << "33333333-aaaa-7000-8000-000000000003" << shop << true;
    QTest::newRow("nothing") << ""
                             << "" << false;
    QTest::newRow("unknown") << "elsewhere"
                             << "" << false;
    QTest::newRow("wildcards are letters") << "%%%%%%%%"
                                           << "" << false;
}

void TestStore::referencesNameAuditsAndSnapshots()
{
    QFETCH(QString, ref);
    QFETCH(QString, audit);
    QFETCH(bool, snapshot);
    QTemporaryDir dir;
    Store store = opened(dir.filePath(QStringLiteral("a.db")));
    const QString shop = QStringLiteral("11111111-aaaa-7000-8000-000000000001");
    JournalEntry frozen = entryOf(shop, EntryKind::Snapshot,
                                  {{QStringLiteral("label"), QStringLiteral("before")},
                                   {QStringLiteral("blob"), QStringLiteral("b1")}});
    frozen.id = QStringLiteral("33333333-aaaa-7000-8000-000000000003");
    QVERIFY(store->append(
        {createdEntry(shop, QStringLiteral("Shop")), frozen,
         createdEntry(QStringLiteral("22222222-aaaa-7000-8000-000000000002"), QStringLiteral("Other"))}));
    const auto found = store->resolve(ref);
    if (audit.isEmpty()) {
        QVERIFY(!found);
        QCOMPARE(found.error().code, ErrorCode::NotFound);
        return;
    }
    QVERIFY2(found, found ? "" : qPrintable(found.error().message));
    QCOMPARE(found->audit, audit);
    QCOMPARE(found->snapshotEntry, snapshot ? frozen.id : QString());
    QCOMPARE(found->blob, snapshot ? QStringLiteral("b1") : QString());
}

void TestStore::anAmbiguousNameIsRefusedWithTheIds()
{
    QTemporaryDir dir;
    Store store = opened(dir.filePath(QStringLiteral("a.db")));
    const QString one = newId(), two = newId();
    QVERIFY(store->append(
        {createdEntry(one, QStringLiteral("Shop")), createdEntry(two, QStringLiteral("Shop"))}));
    const auto found = store->resolve(QStringLiteral("Shop"));
    QVERIFY(!found);
    QCOMPARE(found.error().code, ErrorCode::Usage);
    QVERIFY(found.error().message.contains(one) && found.error().message.contains(two));
}

void TestStore::blobsAreKeptByTheirContent()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("a.db"));
    QString id;
    {
        Store store = opened(path);
        const QByteArray bytes("a\0b\xff", 4);
        id = *store->putBlob(bytes);
        QCOMPARE(id.size(), 64);
        QCOMPARE(*store->putBlob(bytes), id);
        QCOMPARE(*store->blob(id), bytes);
        QCOMPARE(*store->blob(*store->putBlob(QByteArray())), QByteArray());
        const auto none = store->blob(QString(64, QLatin1Char('0')));
        QVERIFY(!none && none.error().code == ErrorCode::NotFound);
        const auto large = store->putBlob(QByteArray(64 * 1024 * 1024 + 1, 'x'));
        QVERIFY(!large && large.error().code == ErrorCode::Limit);
    }
    tamper(path, {QStringLiteral("UPDATE blobs SET bytes = x'6162' WHERE id = '%1'").arg(id)});
    Store store = opened(path);
    const auto changed = store->blob(id);
    QVERIFY(!changed && changed.error().code == ErrorCode::Damaged);
}

void TestStore::twoProgramsKeepEachOthersEntries()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("a.db"));
    Store one = opened(path);
    Store two = opened(path);
    const QString audit = newId();
    QVERIFY(one->append({createdEntry(audit, QStringLiteral("Shop"))}));
    for (int i = 0; i < 20; ++i) {
        AuditStore& writer = i % 2 == 0 ? *one : *two;
        const auto stored = writer.append({entryOf(audit, EntryKind::Note, {{QStringLiteral("n"), i}})});
        QVERIFY2(stored, stored ? "" : qPrintable(stored.error().detail));
    }
    const auto seenByOne = one->entries(audit);
    const auto seenByTwo = two->entries(audit);
    QCOMPARE(seenByOne->size(), 21);
    QCOMPARE(seenByTwo->size(), 21);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(seenByOne->at(i + 1).value.value(QStringLiteral("n")).toInt(), i);
    QCOMPARE(*one->lastSequence(), *two->lastSequence());
}

void TestStore::filesThatAreNotOursAreLeftAlone_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const char* kind, ErrorCode code, const char* words) {
        QTest::newRow(name) << QString::fromLatin1(kind) << static_cast<int>(code)
                            << QString::fromLatin1(words);
    };
    row("a text file", "text", ErrorCode::Damaged, "is no audit store");
    row("a few bytes", "short", ErrorCode::Damaged, "is no audit store");
    row("a database of another program", "foreign", ErrorCode::Unsupported, "database of another program");
    row("a newer store", "newer", ErrorCode::Unsupported, "newer version of this program (store 99");
    row("cut in the middle", "cut", ErrorCode::Damaged, "is damaged");
    row("zeros in the middle", "zeros", ErrorCode::Damaged, "is damaged");
    row("a trigger was planted", "trigger", ErrorCode::Damaged, "is damaged");
    row("a view was planted", "view", ErrorCode::Damaged, "is damaged");
    row("a table is missing", "missing", ErrorCode::Damaged, "is damaged");
    row("a folder", "folder", ErrorCode::Io, "cannot be read");
}

void TestStore::filesThatAreNotOursAreLeftAlone()
{
    QFETCH(QString, kind);
    QFETCH(int, code);
    QFETCH(QString, words);
    QTemporaryDir dir;
    QString path = madeStore(dir);
    QFile file(path);
    if (kind == QLatin1String("text") || kind == QLatin1String("short")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(kind == QLatin1String("short") ? QByteArray("hi") : QByteArray(5000, 'x'));
    } else if (kind == QLatin1String("foreign")) {
        tamper(path, {QStringLiteral("PRAGMA application_id=7")});
    } else if (kind == QLatin1String("newer")) {
        tamper(path, {QStringLiteral("PRAGMA user_version=99")});
    } else if (kind == QLatin1String("cut")) {
        QVERIFY(file.resize(file.size() - 8192));
    } else if (kind == QLatin1String("zeros")) {
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(4096));
        file.write(QByteArray(4096 * 3, '\0'));
    } else if (kind == QLatin1String("trigger")) {
        tamper(path,
               {QStringLiteral("CREATE TRIGGER t AFTER INSERT ON journal BEGIN DELETE FROM blobs; END")});
    } else if (kind == QLatin1String("view")) {
        tamper(path, {QStringLiteral("DROP TABLE blobs"), QStringLiteral("CREATE VIEW blobs AS SELECT 1")});
    } else if (kind == QLatin1String("missing")) {
        tamper(path, {QStringLiteral("DROP TABLE blobs")});
    } else {
        path = dir.path();
    }
    file.close();
    const QByteArray before = bytesOf(path);
    const QStringList beside = QDir(dir.path()).entryList(QDir::Files);
    for (const OpenMode mode : {OpenMode::ReadWrite, OpenMode::ReadOnly}) {
        const auto store = openSqliteStore(path, mode);
        QVERIFY(!store);
        QCOMPARE(static_cast<int>(store.error().code), code);
        QVERIFY2(store.error().message.contains(words), qPrintable(store.error().message));
        QVERIFY(store.error().message.contains(path));
    }
    QVERIFY(bytesOf(path) == before);
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files), beside);
}

void TestStore::aDamagedPageIsFoundAndLeftAlone()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("a.db"));
    {
        Store store = opened(path);
        const QString audit = newId();
        QVector<JournalEntry> many{createdEntry(audit, QStringLiteral("Shop"))};
        for (int i = 0; i < 2000; ++i)
            many.append(
                entryOf(audit, EntryKind::Note, {{QStringLiteral("text"), QString(200, QLatin1Char('n'))}}));
        QVERIFY(store->append(many));
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    for (qint64 page = 10; page * 4096 < file.size(); page += 7) {
        QVERIFY(file.seek(page * 4096));
        file.write(QByteArray(64, '\x55'));
    }
    file.close();
    const QByteArray before = bytesOf(path);
    const auto store = openSqliteStore(path);
    QVERIFY(!store);
    QCOMPARE(store.error().code, ErrorCode::Damaged);
    QVERIFY(bytesOf(path) == before);
}

void TestStore::aReadOnlyFileIsRefusedForWritingAndReadable()
{
    QTemporaryDir dir;
    const QString path = madeStore(dir);
    const QByteArray before = bytesOf(path);
    // Root may write anything: the test is nobody for a moment, as ordinary users are.
    const bool root = geteuid() == 0;
    QFile::setPermissions(dir.path(), QFileDevice::Permissions(0x7555));
    QFile::setPermissions(path, QFileDevice::Permissions(0x4444));
    if (root)
        QVERIFY(seteuid(65534) == 0);
    const auto writing = openSqliteStore(path);
    const auto reading = openSqliteStore(path, OpenMode::ReadOnly);
    const auto list = reading ? (*reading)->audits() : Result<QVector<AuditSummary>>(reading.error());
    const auto refused = reading ? (*reading)->putBlob("x") : Result<QString>(reading.error());
    if (root)
        QVERIFY(seteuid(0) == 0);
    QFile::setPermissions(dir.path(), QFileDevice::Permissions(0x7755));
    QVERIFY(!writing);
    QVERIFY2(writing.error().message.contains(QStringLiteral("is read-only")),
             qPrintable(writing.error().message));
    QVERIFY2(list, list ? "" : qPrintable(list.error().message + list.error().detail));
    QCOMPARE(list->size(), 1);
    QVERIFY((*reading)->isReadOnly());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Refused);
    QVERIFY(bytesOf(path) == before);
}

void TestStore::aFolderThatCannotBeMadeSaysSo()
{
    QTemporaryDir dir;
    QFile file(dir.filePath(QStringLiteral("plain")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto store = openSqliteStore(dir.filePath(QStringLiteral("plain/a.db")));
    QVERIFY(!store);
    QCOMPARE(store.error().code, ErrorCode::Io);
    QVERIFY(store.error().message.contains(QStringLiteral("plain")));
}

void TestStore::readingOnlyWritesNothing()
{
    QTemporaryDir dir;
    const auto none = openSqliteStore(dir.filePath(QStringLiteral("none.db")), OpenMode::ReadOnly);
    QVERIFY(!none);
    QCOMPARE(none.error().code, ErrorCode::NotFound);
    QVERIFY(!QFileInfo::exists(dir.filePath(QStringLiteral("none.db"))));
    const QString path = madeStore(dir);
    const QByteArray before = bytesOf(path);
    {
        Store store = opened(path, OpenMode::ReadOnly);
        QCOMPARE(store->audits()->size(), 1);
        QVERIFY(!store->append({createdEntry(newId(), QStringLiteral("x"))}));
        QVERIFY(!store->updateSummary(store->audits()->first()));
    }
    QVERIFY(bytesOf(path) == before);
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files), QStringList{QStringLiteral("a.db")});
    // While another program has it open, what that one wrote is seen.
    Store writer = opened(path);
    QVERIFY(writer->append({createdEntry(newId(), QStringLiteral("Second"))}));
    Store reader = opened(path, OpenMode::ReadOnly);
    QCOMPARE(reader->audits()->size(), 2);
}

void TestStore::entriesThatClaimTooMuchAreRefused()
{
    QTemporaryDir dir;
    const QString path = madeStore(dir);
    const QString audit = opened(path)->audits()->first().id;
    // A packed value whose length says 3.9 GB, and values that are no JSON object.
    for (const char* value : {"x'E8000000789C0300'", "x'00'", "'[1]'", "'{'", "7"}) {
        tamper(
            path,
            {QStringLiteral("UPDATE journal SET value = %1 WHERE kind = 'note'").arg(QLatin1String(value))});
        Store store = opened(path);
        const auto all = store->entries(audit);
        QVERIFY2(!all, value);
        QCOMPARE(all.error().code, ErrorCode::Damaged);
        QVERIFY(all.error().message.contains(QStringLiteral("Entry 2")));
    }
}

void TestStore::aFileThatCannotGrowIsAnErrorAndLosesNothing()
{
    QTemporaryDir dir;
    const QString path = madeStore(dir);
    Store store = opened(path);
    const QString audit = store->audits()->first().id;
    const auto previous = std::signal(SIGXFSZ, SIG_IGN);
    rlimit old{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &old), 0);
    rlimit small = old;
    small.rlim_cur = 64 * 1024;
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    const JournalEntry note =
        entryOf(audit, EntryKind::Note, {{QStringLiteral("text"), QString(200000, QLatin1Char('x'))}});
    const auto failed = store->append({note});
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &old), 0);
    std::signal(SIGXFSZ, previous);
    QVERIFY(!failed);
    QCOMPARE(failed.error().code, ErrorCode::Io);
    QCOMPARE(store->entries(audit)->size(), 2);
    QVERIFY(store->append({note}));
    QCOMPARE(store->entries(audit)->size(), 3);
}

void TestStore::aFullDiskIsAnErrorAndLosesNothing()
{
    QTemporaryDir dir;
    const QByteArray mount = QFile::encodeName(dir.path());
    if (::mount("tmpfs", mount.constData(), "tmpfs", 0, "size=400k") != 0)
        QSKIP("a small file system can only be mounted by root");
    bool full = false;
    int stored = 2;
    {
        const QString path = madeStore(dir);
        Store store = opened(path);
        const QString audit = store->audits()->first().id;
        for (int i = 0; i < 200 && !full; ++i) {
            const auto done = store->append({entryOf(
                audit, EntryKind::Note, {{QStringLiteral("text"), QString(5000, QLatin1Char('x'))}})});
            full = !done;
            stored += done ? 1 : 0;
            if (full) {
                QCOMPARE(done.error().code, ErrorCode::Io);
                QVERIFY2(done.error().message.contains(QStringLiteral("full")),
                         qPrintable(done.error().message));
            }
        }
        const auto kept = store->entries(audit);
        QVERIFY2(kept, kept ? "" : qPrintable(kept.error().detail));
        QCOMPARE(static_cast<int>(kept->size()), stored);
    }
    ::umount(mount.constData());
    QVERIFY(full);
}

void TestStore::theDefaultPathFollowsOptionAndEnvironment()
{
    qunsetenv("AUDITBENCH_STORE");
    qputenv("XDG_DATA_HOME", "/data/home");
    QCOMPARE(defaultStorePath(), QStringLiteral("/data/home/auditbench/audits.db"));
    qputenv("AUDITBENCH_STORE", "/else/where.db");
    QCOMPARE(defaultStorePath(), QStringLiteral("/else/where.db"));
    QCOMPARE(defaultStorePath(QStringLiteral("mine.db")), QStringLiteral("mine.db"));
    qunsetenv("AUDITBENCH_STORE");
    qunsetenv("XDG_DATA_HOME");
}

void TestStore::aThousandAuditsAreListed()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("a.db"));
    {
        Store store = opened(path);
        QVector<JournalEntry> all;
        for (int i = 0; i < 1000; ++i) {
            const QString audit = newId();
            all.append(createdEntry(audit, QStringLiteral("Audit %1").arg(i)));
            all.append(entryOf(audit, EntryKind::Note, {{QStringLiteral("text"), QStringLiteral("x")}}));
            if (i % 3 == 0)
                all.append(
                    entryOf(audit, EntryKind::Snapshot, {{QStringLiteral("label"), QString::number(i)}}));
        }
        QVERIFY(store->append(all));
    }
    // How long it takes is a figure of the benches startup and open.
    const auto list = opened(path)->audits();
    QVERIFY(list);
    QCOMPARE(list->size(), 1000);
    qsizetype snapshots = 0;
    for (const AuditSummary& audit : *list)
        snapshots += audit.snapshots.size();
    QCOMPARE(snapshots, 334);
}

void TestStore::anAuditOfManyEntriesOpensWhole()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("a.db"));
    const QString audit = newId();
    {
        Store store = opened(path);
        QVector<JournalEntry> all{createdEntry(audit, QStringLiteral("Shop"))};
        for (int i = 0; i < 1460; ++i)
            all.append(entryOf(audit, EntryKind::Mark, {{QStringLiteral("mark"), QStringLiteral("pass")}},
                               QStringLiteral("2.2")));
        for (int i = 0; i < 40; ++i) {
            QJsonArray rows;
            for (int r = 0; r < 500; ++r)
                rows.append(QJsonArray{QStringLiteral("public.orders_%1").arg(r), r * 1.5, true});
            all.append(entryOf(audit, EntryKind::Evidence, {{QStringLiteral("rows"), rows}}));
        }
        QVERIFY(store->append(all));
    }
    const auto all = opened(path)->entries(audit);
    QVERIFY(all);
    QCOMPARE(all->size(), 1501);
}

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
