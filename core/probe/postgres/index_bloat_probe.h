#pragma once

#include "core/probe/postgres/index_scan.h"

namespace awb
{

// 2.8. B-tree indexes of at least 100 pages, largest first: exactly with pgstattuple where Scan is allowed
// and the login may (2 GiB or 60 s in all), those above 1 GiB by a sample of pages (a superuser with
// pageinspect), else by a catalogue estimate. measured: btree_indexes, indexes, measured_exact, sampled,
// estimated, unmeasured (count), coverage_percent (of the bytes), worst_bloat (percent), wasted (bytes).
// details.indexes: [{name, bloat, low, high (of a sample), method: exact | sample | estimate, bytes, wasted,
// stale}].
class IndexBloatProbe final : public PostgresProbe
{
public:
    explicit IndexBloatProbe(const IndexScanLimits& limits = {})
        : PostgresProbe(QStringLiteral("postgres.index_bloat"), {QStringLiteral("2.8")}),
          limits_(limits)
    {
    }

protected:
    Result<Facts> examine(const PostgresScope& scope) override;

private:
    IndexScanLimits limits_;
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
