#pragma once

#include "core/foundation/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

namespace awb
{

// Internal to core/store: one SQLite connection, confined to the thread that opened it.
class SqliteConnection
{
public:
    enum class Access {
        ReadWrite, // creates the file
        Guarded,   // reads and writes at the file's level, but every statement that changes data is refused
        ReadOnly,  // never writes the file; needs its -wal to be readable
        Immutable  // reads the file alone, as if nobody else had it open; leaves nothing beside it
    };

    SqliteConnection() = default;
    ~SqliteConnection();
    SqliteConnection(const SqliteConnection&) = delete;
    SqliteConnection& operator=(const SqliteConnection&) = delete;

    Status open(const QString& path, Access access);
    void close();
    const QString& path() const { return path_; }

    // Runs one statement with bound parameters.
    Result<QSqlQuery> run(const QString& sql, const QVariantList& values = {});
    Result<qint64> number(const QString& sql,
                          const QVariantList& values = {}); // first column of the first row
    Result<QString> text(const QString& sql);

    // BEGIN IMMEDIATE, the statements of `body`, COMMIT; rolled back when it fails.
    template<typename Body>
    Status transaction(const Body& body)
    {
        if (const auto begun = run(QStringLiteral("BEGIN IMMEDIATE")); !begun)
            return begun.error();
        Status done = body();
        if (done) {
            const auto committed = run(QStringLiteral("COMMIT"));
            if (!committed)
                done = committed.error();
        }
        if (!done)
            (void)run(QStringLiteral("ROLLBACK"));
        return done;
    }

private:
    Error failure(const QSqlError& error) const;

    QString path_;
    QString name_;
    QSqlDatabase db_;
};

} // namespace awb
