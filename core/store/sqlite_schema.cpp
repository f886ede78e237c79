#include "core/store/sqlite_schema.h"

#include "core/store/sqlite_connection.h"

#include <QFile>
#include <QFileInfo>
#include <QVariant>

#include <array>

namespace awb
{

namespace
{

// Append-only: a version that was ever released is never edited. Statements of one version are separated by
// semicolons; none holds one inside.
constexpr std::array<const char*, 1> migrations{{
    // 1: journals, the list of audits, blobs. value: JSON text, or a qCompress()ed BLOB of it when large.
    "CREATE TABLE audits(id TEXT PRIMARY KEY NOT NULL, created TEXT NOT NULL, changed TEXT NOT NULL,"
    " last_seq INTEGER NOT NULL, meta TEXT NOT NULL, figures TEXT NOT NULL) WITHOUT ROWID;"
    "CREATE TABLE journal(seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,"
    " audit TEXT NOT NULL REFERENCES audits(id), kind TEXT NOT NULL, check_id TEXT NOT NULL, seat TEXT NOT "
    "NULL,"
    " author TEXT NOT NULL, time TEXT NOT NULL, value NOT NULL, supersedes TEXT NOT NULL);"
    "CREATE INDEX journal_audit ON journal(audit, seq);"
    "CREATE INDEX journal_snapshot ON journal(audit, seq) WHERE kind = 'snapshot';"
    "CREATE TABLE blobs(id TEXT PRIMARY KEY NOT NULL, size INTEGER NOT NULL, bytes BLOB NOT NULL)",
}};

constexpr qint64 checkedSize = 32 * 1024 * 1024;
constexpr int headerSize = 100;

qint64 bigEndian32(const QByteArray& bytes, int offset)
{
    qint64 value = 0;
    for (int i = 0; i < 4; ++i)
        value = (value << 8) | static_cast<unsigned char>(bytes.at(offset + i));
    return value;
}

Error damaged(const QString& path, const QString& detail)
{
    return {ErrorCode::Damaged,
            QStringLiteral("%1 is damaged. It was left as it is: restore a copy, or name another store.")
                .arg(path),
            detail,
            {}};
}

Error newer(const QString& path, qint64 version)
{
    return {ErrorCode::Unsupported,
            QStringLiteral(
                "%1 was written by a newer version of this program (store %2, this one knows %3). It was "
                "left as it is: open it with that version.")
                .arg(path, QString::number(version), QString::number(storeSchemaVersion())),
            {},
            {}};
}

Error foreign(const QString& path)
{
    return {ErrorCode::Unsupported,
            QStringLiteral("%1 is no audit store: it is a database of another program. It was left as it is.")
                .arg(path),
            {},
            {}};
}

bool hasWal(const QString& path)
{
    return QFileInfo::exists(path + QStringLiteral("-wal")) ||
           QFileInfo::exists(path + QStringLiteral("-shm"));
}

Status checkObjects(SqliteConnection& connection)
{
    auto query = connection.run(QStringLiteral("SELECT type, name FROM sqlite_master"));
    if (!query)
        return query.error();
    static const QStringList known{QStringLiteral("audits"), QStringLiteral("journal"),
                                   QStringLiteral("blobs"), QStringLiteral("journal_audit"),
                                   QStringLiteral("journal_snapshot")};
    int found = 0;
    while (query->next()) {
        const QString type = query->value(0).toString();
        const QString name = query->value(1).toString();
        const bool plain = type == QLatin1String("table") || type == QLatin1String("index");
        if (!plain || (!known.contains(name) && !name.startsWith(QLatin1String("sqlite_"))))
            return damaged(connection.path(), QStringLiteral("unexpected %1 '%2'").arg(type, name.left(60)));
        found += known.contains(name) ? 1 : 0;
    }
    if (found != known.size())
        return damaged(connection.path(), QStringLiteral("a table or an index is missing"));
    return Done();
}

} // namespace

int storeSchemaVersion()
{
    return static_cast<int>(migrations.size());
}

Result<StoreHeader> readStoreHeader(const QString& path)
{
    StoreHeader header;
    const QFileInfo info(path);
    if (!info.exists()) {
        header.isNew = true;
        return header;
    }
    QFile file(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        return Error{
            ErrorCode::Io, QStringLiteral("%1 cannot be read (%2).").arg(path, file.errorString()), {}, {}};
    const QByteArray bytes = file.read(headerSize);
    if (bytes.isEmpty() && file.size() == 0) {
        // A store that was killed while it was made: its first page is still in the journal beside it.
        header.isNew = true;
        return header;
    }
    if (bytes.size() < headerSize || !bytes.startsWith(QByteArray("SQLite format 3", 16)))
        return Error{
            ErrorCode::Damaged,
            QStringLiteral("%1 is no audit store, or its beginning is damaged. It was left as it is.")
                .arg(path),
            {},
            {}};
    header.applicationId = bigEndian32(bytes, 68);
    header.version = bigEndian32(bytes, 60);
    if (header.applicationId != storeApplicationId)
        return foreign(path);
    if (header.version > storeSchemaVersion())
        return newer(path, header.version);
    return header;
}

Status inspectStore(const QString& path)
{
    SqliteConnection connection;
    const auto access =
        hasWal(path) ? SqliteConnection::Access::ReadOnly : SqliteConnection::Access::Immutable;
    if (const Status opened = connection.open(path, access); !opened)
        return opened;
    const auto version = connection.number(QStringLiteral("PRAGMA user_version"));
    if (!version)
        return version.error().code == ErrorCode::Damaged ? damaged(path, version.error().detail)
                                                          : version.error();
    if (*version > storeSchemaVersion())
        return newer(path, *version);
    if (QFileInfo(path).size() <= checkedSize) {
        const auto check = connection.text(QStringLiteral("PRAGMA quick_check(1)"));
        if (!check)
            return check.error().code == ErrorCode::Damaged ? damaged(path, check.error().detail)
                                                            : check.error();
        if (*check != QLatin1String("ok"))
            return damaged(path, *check);
    }
    return checkObjects(connection);
}

Status migrateStore(SqliteConnection& connection)
{
    return connection.transaction([&connection]() -> Status {
        const auto version = connection.number(QStringLiteral("PRAGMA user_version"));
        if (!version)
            return version.error();
        if (*version > storeSchemaVersion()) // another program was quicker
            return newer(connection.path(), *version);
        for (qint64 next = *version; next < storeSchemaVersion(); ++next) {
            const QString sql = QString::fromLatin1(migrations.at(static_cast<std::size_t>(next)));
            for (const QString& statement : sql.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
                if (const auto done = connection.run(statement); !done)
                    return done.error();
            }
        }
        if (*version == storeSchemaVersion())
            return Done();
        // Pragmas take no parameters; both are numbers of this program.
        const QStringList marks{QStringLiteral("PRAGMA application_id=%1").arg(storeApplicationId),
                                QStringLiteral("PRAGMA user_version=%1").arg(storeSchemaVersion())};
        for (const QString& mark : marks) {
            if (const auto done = connection.run(mark); !done)
                return done.error();
        }
        return Done();
    });
}

} // namespace awb
