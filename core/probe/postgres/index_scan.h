#pragma once

#include "core/probe/postgres/postgres_probe.h"

#include <limits>

namespace awb
{

// One B-tree index while its bloat is being found out.
struct ScannedIndex
{
    QString oid;
    QString name; // schema.index, quoted
    QString table;
    double bytes = 0;
    double blockSize = 8192;
    double fillFactor = 90;
    QString stale; // why the figure is, or may be, a lower bound; empty: it is not
    double bloat = std::numeric_limits<double>::quiet_NaN(); // percent
    double low = std::numeric_limits<double>::quiet_NaN();   // 95 % interval of a sample
    double high = std::numeric_limits<double>::quiet_NaN();
    QString method; // exact, sample, estimate; empty: not measured
    QString note;

    double wasted() const { return std::isnan(bloat) ? 0 : bytes * std::max(0.0, bloat) / 100; }
};

// Under 100 pages: no figure says anything.
bool isNoise(const ScannedIndex& index);

// What reading whole indexes may cost; tests ask for less.
struct IndexScanLimits
{
    double budgetBytes = 2147483648.0;
    std::chrono::milliseconds budgetTime{60000};
    double indexBytes = 1073741824.0; // a larger one is sampled
    int samplePages = 500;
};

// Reads indexes, largest first: whole ones with pgstattuple, those above the limit by a sample of pages with
// pageinspect (which only superusers may use). Needs the capability Scan.
class IndexScanner
{
public:
    // Schemas of pgstattuple and pageinspect, quoted; empty: not there or not allowed.
    IndexScanner(PgClient& client, const PostgresScope& scope, QString tupleSchema, QString pageSchema,
                 const IndexScanLimits& limits);
    void scan(QVector<ScannedIndex>& indexes) const;

private:
    void measure(ScannedIndex& index) const;
    void sample(ScannedIndex& index) const;

    PgClient& client_;
    const PostgresScope& scope_;
    QString tupleSchema_;
    QString pageSchema_;
    IndexScanLimits limits_;
};

} // namespace awb
