#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>

struct pg_conn;

namespace awb::test
{

// What one SQL text answered. A NULL is a null QString. For several statements in one text, the last one's
// rows.
struct PgAnswer
{
    bool ok = false;
    QString error;
    QString sqlState;
    QList<QStringList> rows;
    qint64 affected = 0;

    // The first column of the first row; null when there is none.
    QString scalar() const { return rows.isEmpty() || rows[0].isEmpty() ? QString() : rows[0][0]; }
};

// A PostgreSQL connection of the tests and the sample backend (libpq, not the product's client). Move only;
// one thread at a time. Every call has a deadline.
class PgLink
{
public:
    PgLink() = default;
    ~PgLink();
    PgLink(PgLink&& other) noexcept;
    PgLink& operator=(PgLink&& other) noexcept;
    PgLink(const PgLink&) = delete;
    PgLink& operator=(const PgLink&) = delete;

    // conninfo or postgresql:// URL. False with error() set.
    bool open(const QString& conninfo, std::chrono::milliseconds deadline = std::chrono::seconds{10});
    void close();
    bool isOpen() const;
    // Without parameters the simple protocol (several statements allowed), with them the extended one ($1 …).
    PgAnswer exec(const QString& sql, const QStringList& parameters = {},
                  std::chrono::milliseconds deadline = std::chrono::seconds{60});
    QString error() const { return error_; }

private:
    bool waitReadable(std::chrono::steady_clock::time_point until);

    pg_conn* connection_ = nullptr;
    QString error_;
};

} // namespace awb::test
