#include "core/store/sqlite_connection.h"

#include <QSqlError>
#include <QUrl>
#include <QVariant>

#include <atomic>

namespace awb
{

namespace
{

// Primary result codes of SQLite (https://www.sqlite.org/rescode.html); Qt hands on the extended ones.
constexpr int sqliteBusy = 5;
constexpr int sqliteLocked = 6;
constexpr int sqliteReadOnly = 8;
constexpr int sqliteIoError = 10;
constexpr int sqliteCorrupt = 11;
constexpr int sqliteFull = 13;
constexpr int sqliteCannotOpen = 14;
constexpr int sqliteNotADatabase = 26;

QString connectionName()
{
    static std::atomic<quint64> counter{0};
    return QStringLiteral("awb-store-%1").arg(++counter);
}

QString uri(const QString& path, const char* parameters)
{
    QString text = QString::fromLatin1(QUrl::fromLocalFile(path).toEncoded(QUrl::FullyEncoded));
    return text + QLatin1Char('?') + QLatin1String(parameters);
}

} // namespace

SqliteConnection::~SqliteConnection()
{
    close();
}

void SqliteConnection::close()
{
    if (name_.isEmpty())
        return;
    db_.close();
    db_ = QSqlDatabase();
    QSqlDatabase::removeDatabase(name_);
    name_.clear();
}

Status SqliteConnection::open(const QString& path, Access access)
{
    close();
    path_ = path;
    name_ = connectionName();
    db_ = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name_);
    if (!db_.isValid())
        return Error{ErrorCode::Unsupported,
                     QStringLiteral("Qt's SQLite driver is not installed, so audits cannot be stored."),
                     {},
                     QStringLiteral("apt install libqt6sql6-sqlite")};
    QString options = QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=4000");
    const char* mode = "mode=rwc";
    if (access == Access::ReadOnly || access == Access::Immutable) {
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
        mode = access == Access::ReadOnly ? "mode=ro" : "mode=ro&immutable=1";
    } else if (access == Access::Guarded) {
        mode = "mode=rw";
    }
    db_.setConnectOptions(options);
    db_.setDatabaseName(uri(path, mode));
    if (!db_.open())
        return failure(db_.lastError());
    // A file from elsewhere may carry functions in its schema; none of them is trusted.
    for (const char* pragma :
         {"PRAGMA trusted_schema=OFF", "PRAGMA cell_size_check=ON", "PRAGMA foreign_keys=ON"}) {
        if (const auto done = run(QLatin1String(pragma)); !done)
            return done.error();
    }
    if (access == Access::Guarded) {
        if (const auto done = run(QStringLiteral("PRAGMA query_only=ON")); !done)
            return done.error();
    }
    return Done();
}

Result<QSqlQuery> SqliteConnection::run(const QString& sql, const QVariantList& values)
{
    QSqlQuery query(db_);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return failure(query.lastError());
    for (const QVariant& value : values)
        query.addBindValue(value);
    if (!query.exec())
        return failure(query.lastError());
    return query;
}

Result<qint64> SqliteConnection::number(const QString& sql, const QVariantList& values)
{
    auto query = run(sql, values);
    if (!query)
        return query.error();
    return query->next() ? query->value(0).toLongLong() : 0;
}

Result<QString> SqliteConnection::text(const QString& sql)
{
    auto query = run(sql);
    if (!query)
        return query.error();
    return query->next() ? query->value(0).toString() : QString();
}

Error SqliteConnection::failure(const QSqlError& error) const
{
    const QString detail = error.driverText() + QStringLiteral(": ") + error.databaseText() +
                           QStringLiteral(" (SQLite %1)").arg(error.nativeErrorCode());
    const auto make = [&](ErrorCode code, const QString& what) {
        return Error{code, what.arg(path_), detail, {}};
    };
    switch (error.nativeErrorCode().toInt() & 0xFF) {
    case sqliteFull:
        return make(ErrorCode::Io, QStringLiteral("The disk is full: %1 cannot grow."));
    case sqliteBusy:
    case sqliteLocked:
        return make(ErrorCode::Locked, QStringLiteral("%1 is held by another program that writes to it."));
    case sqliteReadOnly:
        return make(ErrorCode::Io, QStringLiteral("%1 or its folder is read-only."));
    case sqliteIoError:
        return make(ErrorCode::Io,
                    QStringLiteral("%1 cannot be read or written; the disk may be full or failing."));
    case sqliteCorrupt:
    case sqliteNotADatabase:
        return make(ErrorCode::Damaged, QStringLiteral("%1 is damaged."));
    case sqliteCannotOpen:
        return make(ErrorCode::Io, QStringLiteral("%1 cannot be opened; is its folder there and writable?"));
    default:
        break;
    }
    return make(ErrorCode::Io, QStringLiteral("%1: the store failed."));
}

} // namespace awb
