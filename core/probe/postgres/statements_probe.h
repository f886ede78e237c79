#pragma once

#include "core/probe/postgres/postgres_probe.h"

namespace awb
{

// 2.1, and the hot list of 2.7. Bounds on every query's p99 from pg_stat_statements: lifetime, sharpened by
// the window's own moments, and with Scan by polling the counters.
// measured: eligible, fast, slow, open, few_slow, calls, hidden (count); worst_p99 (ms, low–high certain);
// window_s, window_calls, observed_s, entries, max_entries, dealloc, dealloc_window, hot, possibly_hot.
// details: worst_query, dealloc_known, window_broken, missing, hot.
class StatementsProbe final : public PostgresProbe
{
public:
    StatementsProbe()
        : PostgresProbe(QStringLiteral("postgres.statements"), {QStringLiteral("2.1"), QStringLiteral("2.7")})
    {
    }

protected:
    Result<Facts> examine(const PostgresScope& scope) override;
};

} // namespace awb
