#pragma once

#include "core/probe/postgres/postgres_probe.h"

namespace awb
{

// 2.7, and the plans of 2.3: generic plans of the hot queries, drawn in a READ ONLY transaction without
// executing anything. Never as a superuser or a role that can run programs or write files; only texts that
// PlanGate lets through.
// measured: hot, planned, refused, failed (count), planned_calls_percent, observed_s, dealloc.
// details: hot [{queryid, fingerprint, shape, state, why}], seq_tables [names], missing.
class QueryPlansProbe final : public PostgresProbe
{
public:
    QueryPlansProbe()
        : PostgresProbe(QStringLiteral("postgres.query_plans"),
                        {QStringLiteral("2.3"), QStringLiteral("2.7")})
    {
    }

protected:
    Result<Facts> examine(const PostgresScope& scope) override;
};

} // namespace awb
