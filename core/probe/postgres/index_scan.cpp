#include "core/probe/postgres/index_scan.h"

#include "core/probe/postgres/index_bloat_probe.h"

#include <algorithm>

namespace awb
{

bool isNoise(const ScannedIndex& index)
{
    return index.bytes < 100 * index.blockSize;
}

double exactBloatPercent(const IndexPages& p)
{
    if (!(p.blocks > 0))
        return 0;
    const double density = std::isfinite(p.density) ? p.density : 0;
    const double fill = p.fillFactor > 0 ? p.fillFactor : 90;
    const double leaves = std::ceil(p.leafPages * std::min(1.0, density / fill) - 1e-9);
    return std::clamp(100 * (1 - (leaves + p.internalPages + 1) / p.blocks), 0.0, 100.0);
}

IndexScanner::IndexScanner(PgClient& client, const PostgresScope& scope, QString tupleSchema,
                           QString pageSchema, const IndexScanLimits& limits)
    : client_(client),
      scope_(scope),
      tupleSchema_(std::move(tupleSchema)),
      pageSchema_(std::move(pageSchema)),
      limits_(limits)
{
}

void IndexScanner::scan(QVector<ScannedIndex>& indexes) const
{
    const auto end = scope_.context.clock().monotonic() + limits_.budgetTime;
    double budget = limits_.budgetBytes;
    for (ScannedIndex& index : indexes) {
        if (scope_.context.stopRequested() || scope_.context.expired() ||
            scope_.context.clock().monotonic() >= end)
            return;
        if (isNoise(index))
            continue;
        if (index.bytes > limits_.indexBytes || index.bytes > budget) {
            sample(index);
        } else {
            budget -= index.bytes;
            measure(index);
        }
    }
}

// One index by pgstatindex; the note says why not: the login may not, or it took too long.
void IndexScanner::measure(ScannedIndex& index) const
{
    if (tupleSchema_.isEmpty())
        return;
    const Result<Rows> rows = client_.query(
        QStringLiteral("/* auditbench:2.8 */ SELECT leaf_pages, internal_pages, avg_leaf_density, index_size "
                       "FROM %1.pgstatindex($1::oid::regclass)")
            .arg(tupleSchema_),
        {index.oid});
    if (!rows || rows->isEmpty()) {
        index.note = rows ? QString() : rows.error().message;
        return;
    }
    IndexPages pages;
    pages.leafPages = rows->number(0, 0);
    pages.internalPages = rows->number(0, 1);
    pages.density = rows->number(0, 2);
    pages.blocks = rows->number(0, 3) / index.blockSize;
    pages.fillFactor = index.fillFactor;
    index.bloat = exactBloatPercent(pages);
    index.method = QStringLiteral("exact");
}

// Random pages: a leaf is worth its content in parts of what the fill factor allows, an inner page is needed,
// an empty or deleted one is not. The mean's normal interval at 95 %.
void IndexScanner::sample(ScannedIndex& index) const
{
    if (pageSchema_.isEmpty())
        return;
    const Result<Rows> rows = client_.query(
        QStringLiteral(
            "/* auditbench:2.8 */ WITH b AS (SELECT DISTINCT 1 + floor(random() * ($2::bigint - 1))::int AS "
            "n "
            "FROM pg_catalog.generate_series(1, $3::int)), p AS (SELECT CASE s.type WHEN 'l' THEN "
            "(1 - s.free_size::float8 / (s.page_size - 40)) * 100 / $4::float8 WHEN 'd' THEN 0 WHEN 'e' THEN "
            "0 ELSE 1 END AS worth FROM b CROSS JOIN LATERAL %1.bt_page_stats($1, b.n) s) "
            "SELECT count(*), avg(worth), stddev_samp(worth) FROM p")
            .arg(pageSchema_),
        {index.name, QString::number(static_cast<qint64>(index.bytes / index.blockSize)),
         QString::number(limits_.samplePages), QString::number(index.fillFactor)});
    const double pages = rows && !rows->isEmpty() ? rows->number(0, 0) : 0;
    if (!(pages >= 2)) {
        index.note = rows ? QString() : rows.error().message;
        return;
    }
    const auto percent = [](double worth) { return std::clamp(100 * (1 - worth), 0.0, 100.0); };
    const double mean = rows->number(0, 1);
    const double half = 1.959964 * rows->number(0, 2) / std::sqrt(pages);
    index.bloat = percent(mean);
    index.low = percent(mean + half);
    index.high = percent(mean - half);
    index.method = QStringLiteral("sample");
    index.note = QStringLiteral("%1 pages").arg(pages);
}

} // namespace awb
