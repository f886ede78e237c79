#pragma once

#include "core/probe/postgres/foreign_keys.h"
#include "core/probe/postgres/postgres_probe.h"

namespace awb
{

// 2.2. Reads the catalogs in bulk (pg_catalog needs no grant; information_schema would hide constraints from
// a read-only role) and judges in the program.
// measured: foreign_keys, covered, uncovered, prefix_only (count), covered_percent.
class ForeignKeysProbe final : public PostgresProbe
{
public:
    ForeignKeysProbe() : PostgresProbe(QStringLiteral("postgres.foreign_keys"), {QStringLiteral("2.2")}) {}

protected:
    Result<Facts> examine(const PostgresScope& scope) override;
};

// The bulk read alone; also what the benchmark times.
Result<FkCatalog> readForeignKeyCatalog(PgClient& client);

} // namespace awb
