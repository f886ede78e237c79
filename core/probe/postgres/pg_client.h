#pragma once

#include "core/probe/postgres/pg_address.h"
#include "core/probe/postgres/pg_ledger.h"
#include "core/probe/postgres/pg_rows.h"

#include <chrono>
#include <memory>
#include <optional>

namespace awb
{

class ProbeContext;

// One read-only PostgreSQL connection of one probe, used by one thread. Session rules: read-only,
// statement_timeout 15 s, lock_timeout 500 ms, idle_in_transaction_session_timeout 60 s, jit off,
// application_name auditbench. They travel as startup options; where those are refused (PgBouncer), and in
// Bare sessions, every query runs in a BEGIN READ ONLY with SET LOCAL of the same.
// A stop of the context cancels the running statement (PQcancel), and after 50 ms cuts the socket. Every
// query has a deadline; a client that was cut answers every later query with the same error.
class PgClient
{
public:
    enum class Session {
        Audit, // rules as startup options
        Bare   // nothing set before reading pg_settings: reset_val stays the server's
    };
    using Params = QVector<std::optional<QString>>;

    // The session and what it sends are counted in the ledger, if there is one, under the address's label.
    static Result<std::unique_ptr<PgClient>> connect(const PgAddress& address, const Secret& password,
                                                     const QList<Secret>& known, ProbeContext& context,
                                                     Session session = Session::Audit,
                                                     std::shared_ptr<PgLedger> ledger = {});
    ~PgClient();
    PgClient(const PgClient&) = delete;
    PgClient& operator=(const PgClient&) = delete;

    // One statement, at most four text parameters ($1 … $4). Extended protocol: the server refuses more than
    // one statement. Counts the statement as sent under `sql` unless `label` is given.
    Result<Rows> query(const QString& sql, const Params& params = {}, const QString& label = {});

    // A transaction of the caller's, always READ ONLY and always rolled back; `settings` are "name = value".
    Status begin(const QStringList& settings);
    void rollback();

    bool usesStartupOptions() const;
    bool isBroken() const;
    // SQLSTATE of the last failed statement, empty otherwise.
    const QString& lastSqlState() const { return lastSqlState_; }
    const QList<Secret>& known() const { return known_; }

private:
    struct Link;
    class Watch;
    PgClient(std::shared_ptr<Link> link, ProbeContext& context, QList<Secret> known, bool perTransaction);
    Result<Rows> execute(const QString& sql, const Params& params);
    Result<Rows> inTransaction(const QString& sql, const Params& params);
    void count(const PgLedger::Own& own) const;

    std::shared_ptr<Link> link_;
    ProbeContext& context_;
    QList<Secret> known_;
    std::unique_ptr<Watch> watch_;
    bool perTransaction_ = false;
    bool inTransaction_ = false;
    std::shared_ptr<PgLedger> ledger_;
    QString label_;
    QString lastSqlState_;
};

} // namespace awb
