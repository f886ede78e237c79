#pragma once

#include "core/probe/postgres/postgres_probe.h"

namespace awb
{

// 2.8. B-tree indexes of at least 100 pages, largest first: exactly with pgstattuple where Scan is allowed
// and the login may (2 GiB or 60 s in all, 1 GiB an index), else by a catalogue estimate. measured:
// btree_indexes, indexes, measured_exact, estimated, unmeasured (count), coverage_percent (of the bytes),
// worst_bloat (percent), wasted (bytes). details.indexes: [{name, bloat, method: exact | estimate, bytes,
// wasted, stale, note}].
class IndexBloatProbe final : public PostgresProbe
{
public:
    IndexBloatProbe() : PostgresProbe(QStringLiteral("postgres.index_bloat"), {QStringLiteral("2.8")}) {}

protected:
    Result<Facts> examine(const PostgresScope& scope) override;
};

// What pgstatindex says of one index → percent of its blocks that a rebuild would save:
// 1 − (⌈leaf_pages · density / fillfactor⌉ + internal + 1) ÷ all blocks. Empty and deleted pages count as
// bloat, the fill factor does not; a NaN density is an empty index.
struct IndexPages
{
    double blocks = 0;
    double leafPages = 0;
    double internalPages = 0;
    double density = 0; // avg_leaf_density, percent
    double fillFactor = 90;
};
double exactBloatPercent(const IndexPages& pages);

} // namespace awb
