#include "core/store/sqlite_schema.h"
#include "core/store/sqlite_store.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace awb
{

namespace
{

using Access = SqliteConnection::Access;

Error readOnly(const QString& path)
{
    return {ErrorCode::Io,
            QStringLiteral(
                "%1 is read-only, so an audit cannot be kept in it. It was left as it is: make it writable, "
                "or open a copy.")
                .arg(path),
            {},
            {}};
}

bool isWritable(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly);
}

Status prepareFolder(const QString& path)
{
    const QDir folder = QFileInfo(path).absoluteDir();
    if (folder.exists() || QDir().mkpath(folder.path()))
        return Done();
    return Error{ErrorCode::Io, QStringLiteral("The folder %1 cannot be made.").arg(folder.path()), {}, {}};
}

Status configure(SqliteConnection& connection)
{
    // The first schema is written before WAL is switched on, so that the file's own header tells what it is.
    if (const Status migrated = migrateStore(connection); !migrated)
        return migrated;
    for (const char* pragma : {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL"}) {
        if (const auto done = connection.run(QLatin1String(pragma)); !done)
            return done.error();
    }
    return Done();
}

// The first access that works, from the least visible to others: a file in a folder that cannot be written to
// is read alone.
Status openForReading(SqliteConnection& connection, const QString& path)
{
    const bool wal = QFileInfo::exists(path + QStringLiteral("-wal"));
    QVector<Access> order;
    if (isWritable(path))
        order.append(Access::Guarded);
    order.append(wal ? Access::ReadOnly : Access::Immutable);
    Status last = Done();
    for (const Access access : order) {
        last = connection.open(path, access);
        if (last) {
            const auto readable = connection.number(QStringLiteral("SELECT count(*) FROM sqlite_master"));
            last = readable ? Status(Done()) : Status(readable.error());
        }
        if (last)
            break;
    }
    return last;
}

} // namespace

Result<std::unique_ptr<AuditStore>> openSqliteStore(const QString& path, OpenMode mode)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    const auto header = readStoreHeader(absolute);
    if (!header)
        return header.error();
    if (header->isNew && mode == OpenMode::ReadOnly)
        return Error{
            ErrorCode::NotFound, QStringLiteral("%1: there is no such audit store.").arg(absolute), {}, {}};
    if (!header->isNew) {
        if (const Status inspected = inspectStore(absolute); !inspected)
            return inspected.error();
        if (mode == OpenMode::ReadWrite && !isWritable(absolute))
            return readOnly(absolute);
    } else if (const Status folder = prepareFolder(absolute); !folder) {
        return folder.error();
    }
    auto connection = std::make_unique<SqliteConnection>();
    if (mode == OpenMode::ReadOnly) {
        if (const Status opened = openForReading(*connection, absolute); !opened)
            return opened.error();
    } else {
        if (const Status opened = connection->open(absolute, Access::ReadWrite); !opened)
            return opened.error();
        if (const Status configured = configure(*connection); !configured)
            return configured.error();
    }
    return std::unique_ptr<AuditStore>(
        std::make_unique<SqliteStore>(std::move(connection), mode == OpenMode::ReadOnly));
}

} // namespace awb
