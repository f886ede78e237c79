#pragma once

#include "core/probe/postgres/pg_address.h"
#include "core/probe/postgres/pg_rows.h"

#include <memory>

struct pg_conn;

namespace awb
{

class ProbeContext;

// The admin console of a PgBouncer ("SHOW …"; the login must be in stats_users or admin_users). Plain libpq:
// the console speaks the simple protocol only and no version that libpqxx accepts. Everything waits in slices
// of 50 ms with a deadline. Read columns by name: they grow between versions.
class PgBouncerClient
{
public:
    static Result<std::unique_ptr<PgBouncerClient>> connect(const PgAddress& address, const Secret& password,
                                                            const QList<Secret>& known,
                                                            ProbeContext& context);
    ~PgBouncerClient();
    PgBouncerClient(const PgBouncerClient&) = delete;
    PgBouncerClient& operator=(const PgBouncerClient&) = delete;

    Result<Rows> show(const QString& what); // "POOLS", at most 100,000 rows
    Result<QString> version();              // "PgBouncer 1.18.0"

private:
    PgBouncerClient(pg_conn* connection, ProbeContext& context, QList<Secret> known);
    Status waitForAnswer();

    pg_conn* connection_;
    ProbeContext& context_;
    QList<Secret> known_;
};

} // namespace awb
