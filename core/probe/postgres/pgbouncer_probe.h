#pragma once

#include "core/probe/postgres/pg_rows.h"
#include "core/probe/probe.h"

namespace awb
{

// pgbouncer.console: SHOW VERSION, CONFIG, DATABASES, POOLS, STATS (twice) and CLIENTS, columns by name.
// measured: query_wait_timeout_s, server_lifetime_s, server_idle_timeout_s, client_idle_timeout_s,
// query_timeout_s, pool_size_sum, pool_size_most (with the reserves), waiting_max, servers_max (its
// connections to the servers), wait_ms, window_s, client_transactions, client_sessions (a lower bound:
// clients that came and went between two looks are missed), client_sessions_per_transaction. details:
// version, pool_mode, sizing.
class PgBouncerProbe final : public Probe
{
public:
    Result<Facts> run(const ProbeTarget& target, ProbeContext& context) override;
};

} // namespace awb
