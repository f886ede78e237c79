#pragma once

#include "core/probe/postgres/postgres_probe.h"
#include "core/probe/postgres/session_samples.h"

namespace awb
{

// postgres.connections: 4.1, 4.2, 4.4, 4.5, who connects past a PgBouncer (4.3), hints for 4.6, 4.9 and 4.10.
// Samples pg_stat_activity once a second over the window; counts sessions and transactions of the database,
// its own subtracted, except in sessions_abandoned, which is the whole database's. measured:
// window_s, samples, sessions_new, transactions, sessions_per_transaction, tx_per_s, app_share_percent,
// new_backends, recycled, peak_connections, peak_pool, peak_busy, mean_busy, max_connections,
// reserved_connections, oldest_s, longest_idle_s, idle_over_limit, longest_in_transaction_s,
// idle_in_transaction_percent, sessions_abandoned, unreadable, first_connections, last_connections.
// details: growing, rds_proxy, through_pooler (the address is a PgBouncer's), window_broken, sizing
// {peak_rps, avg_query_ms, db_cores, instances, pool_size}.
class SessionsProbe final : public PostgresProbe
{
public:
    SessionsProbe()
        : PostgresProbe(QStringLiteral("postgres.connections"),
                        {QStringLiteral("4.1"), QStringLiteral("4.2"), QStringLiteral("4.3"),
                         QStringLiteral("4.4"), QStringLiteral("4.5"), QStringLiteral("4.6"),
                         QStringLiteral("4.9"), QStringLiteral("4.10")})
    {
    }

protected:
    Result<Facts> examine(const PostgresScope& scope) override;
};

// What is asked of pg_stat_database, by the columns it has (sessions since 14).
QString sessionCounterSql(const QSet<QString>& columns);

// The profile's sizing as details carry it to the rules.
QJsonObject sizingObject(const Sizing& sizing);

} // namespace awb
