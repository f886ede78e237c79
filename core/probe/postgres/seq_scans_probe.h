#pragma once

#include "core/probe/postgres/postgres_probe.h"

namespace awb
{

// A large table; a partitioned one is the sum of its leaves.
struct BigTable
{
    QString name; // schema.table, quoted
    double rows = 0;
    double bytes = 0;
    double seqScans = 0;
    double seqRows = 0; // seq_tup_read
    double idxScans = 0;
    double lastSeqScan = std::numeric_limits<double>::quiet_NaN(); // 16+, epoch seconds
    double unknownBytes = 0;                                       // of leaves whose rows nobody has counted
    int leaves = 1;
};

struct TableSnapshot
{
    double at = 0;               // server clock, epoch seconds
    double startedAt = 0;        // postmaster
    std::optional<double> reset; // pg_stat_database.stats_reset
    QMap<QString, BigTable> tables;
    QHash<QString, QString> rootOf; // leaf → its large table
    double unknown = 0;             // not among them: of unknown rows, and could hold more than the limit
};

// What is asked of pg_stat_user_tables, by the columns it has.
QString bigTablesSql(const QSet<QString>& columns);
// Tables with more rows than `rows`, or of unknown rows and more than 10 MiB. ErrorCode::Limit above 100,000.
Result<TableSnapshot> bigTables(PgClient& client, double rows);

// 2.3 by counters: full-table equivalents (seq_tup_read ÷ rows; workers of a parallel scan do not inflate it)
// over the window and since the statistics began.
// measured: big_tables, read_tables, hot_tables, lifetime_hot_tables, unknown_tables, grown_tables (large
// only at the end) (count), worst_per_day, window_s, window_calls. details: read_tables [names], worst_table,
// window_broken.
class SeqScansProbe final : public PostgresProbe
{
public:
    SeqScansProbe() : PostgresProbe(QStringLiteral("postgres.seq_scans"), {QStringLiteral("2.3")}) {}

protected:
    Result<Facts> examine(const PostgresScope& scope) override;
};

} // namespace awb
