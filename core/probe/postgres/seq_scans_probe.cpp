#include "core/probe/postgres/seq_scans_probe.h"

#include "core/probe/postgres/settings_probe.h"
#include "core/probe/postgres/statement_snapshot.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <tuple>

namespace awb
{

namespace
{

constexpr double unknownRowsBytes = 10485760;
// The smallest row there is: 24 bytes of header and 4 of line pointer.
constexpr double leastRowBytes = 28;
constexpr int maxTables = 100000;
constexpr double hotPerDay = 1000;
constexpr double hotAtLeast = 10; // full scans seen in the window
constexpr double lifetimeAtLeast = 86400;

// pg_partition_root exists from PostgreSQL 12 on. What ANALYZE or VACUUM found once is scaled to the file's
// size of today, as the planner does: the counters forget rows at every reset. A table that neither has seen
// has no rows that anybody knows of.
constexpr auto tableSql = R"(/* auditbench:2.3 */ SELECT extract(epoch FROM clock_timestamp()),
 extract(epoch FROM pg_catalog.pg_postmaster_start_time()),
 (SELECT extract(epoch FROM stats_reset) FROM pg_catalog.pg_stat_database WHERE datname = pg_catalog.current_database()),
 pg_catalog.quote_ident(s.schemaname) || '.' || pg_catalog.quote_ident(s.relname),
 pg_catalog.quote_ident(rn.nspname) || '.' || pg_catalog.quote_ident(r.relname),
 s.seq_scan, s.seq_tup_read, coalesce(s.idx_scan, 0), greatest(s.n_live_tup, z.rows, 0), z.bytes,
 c.reltuples <= 0 AND z.bytes > 0, %1
 FROM pg_catalog.pg_stat_user_tables s
 JOIN pg_catalog.pg_class c ON c.oid = s.relid AND c.relkind IN ('r', 'm')
 JOIN pg_catalog.pg_class r ON r.oid = coalesce(pg_catalog.pg_partition_root(c.oid), c.oid)
 JOIN pg_catalog.pg_namespace rn ON rn.oid = r.relnamespace
 CROSS JOIN LATERAL (SELECT coalesce(pg_catalog.pg_relation_size(c.oid), 0) AS bytes) b
 CROSS JOIN LATERAL (SELECT b.bytes, CASE WHEN c.relpages > 0 THEN (c.reltuples::numeric * b.bytes
  / (c.relpages::bigint * pg_catalog.current_setting('block_size')::bigint))::bigint ELSE c.reltuples::bigint END AS rows) z
 WHERE c.relispartition OR greatest(s.n_live_tup, z.rows) > $1::bigint OR z.bytes > 28 * $1::numeric LIMIT 100001)";

struct Reading
{
    const BigTable* table = nullptr;
    double scans = 0;
    double rows = 0;
    double full = 0; // full-table equivalents
    double perDay = 0;
    double lifetimePerDay = 0;
    double idx = 0;
};

bool isBroken(const TableSnapshot& a, const TableSnapshot& b)
{
    if (a.startedAt != b.startedAt || a.reset != b.reset)
        return true;
    for (auto it = a.tables.cbegin(); it != a.tables.cend(); ++it) {
        const auto later = b.tables.constFind(it.key());
        if (later != b.tables.cend() && later->seqRows < it->seqRows)
            return true;
    }
    return false;
}

double fullScans(double rowsRead, double scans, const BigTable& table)
{
    return table.rows > 0 ? rowsRead / table.rows : scans; // of unknown size: each scan counts
}

QVector<Reading> readings(const TableSnapshot& first, const TableSnapshot& second, bool window)
{
    QVector<Reading> out;
    for (const BigTable& table : second.tables) {
        Reading r;
        r.table = &table;
        const auto before = first.tables.constFind(table.name);
        if (window && before != first.tables.cend()) {
            const double seconds = second.at - first.at;
            r.scans = table.seqScans - before->seqScans;
            r.rows = table.seqRows - before->seqRows;
            r.idx = table.idxScans - before->idxScans;
            r.full = fullScans(r.rows, r.scans, table);
            r.perDay = seconds > 0 ? r.full * 86400 / seconds : 0;
        }
        if (second.reset && second.at - *second.reset >= lifetimeAtLeast)
            r.lifetimePerDay =
                fullScans(table.seqRows, table.seqScans, table) * 86400 / (second.at - *second.reset);
        out.append(r);
    }
    std::sort(out.begin(), out.end(), [](const Reading& a, const Reading& b) {
        return std::make_tuple(-a.perDay, -a.lifetimePerDay, a.table->name) <
               std::make_tuple(-b.perDay, -b.lifetimePerDay, b.table->name);
    });
    return out;
}

QString momentText(double epochSeconds)
{
    if (std::isnan(epochSeconds))
        return {};
    return QDateTime::fromSecsSinceEpoch(static_cast<qint64>(epochSeconds)).toUTC().toString(Qt::ISODate);
}

Table readingTable(const QVector<Reading>& all)
{
    Table table;
    table.id = QStringLiteral("tables");
    table.title = QT_TRANSLATE_NOOP(
        "awb", "Large tables and their full scans (a parallel scan raises seq_scan once for "
               "each process)");
    table.columns = {
        codeColumn("table", QT_TRANSLATE_NOOP("awb", "Table")),
        numberColumn("rows", QT_TRANSLATE_NOOP("awb", "Rows"), "count"),
        numberColumn("size", QT_TRANSLATE_NOOP("awb", "Size"), "bytes", 2),
        numberColumn("full", QT_TRANSLATE_NOOP("awb", "Full scans in the window"), "count"),
        numberColumn("per_day", QT_TRANSLATE_NOOP("awb", "A day"), "per_day"),
        numberColumn("lifetime", QT_TRANSLATE_NOOP("awb", "A day, since the statistics began"), "per_day", 2),
        numberColumn("seq_scan", QT_TRANSLATE_NOOP("awb", "seq_scan"), "count", 3),
        numberColumn("seq_tup_read", QT_TRANSLATE_NOOP("awb", "Rows read so"), "count", 3),
        numberColumn("idx_scan", QT_TRANSLATE_NOOP("awb", "Index scans"), "count", 3),
        textColumn("last_seq_scan", QT_TRANSLATE_NOOP("awb", "Last full scan (PostgreSQL 16+)"), 3),
        numberColumn("leaves", QT_TRANSLATE_NOOP("awb", "Partitions"), "count", 3)};
    for (const Reading& r : all)
        addRow(table, {r.table->name, r.table->rows, r.table->bytes, r.full, r.perDay, r.lifetimePerDay,
                       r.scans, r.rows, r.idx, momentText(r.table->lastSeqScan), r.table->leaves});
    return table;
}

void fill(Facts& facts, const TableSnapshot& first, const TableSnapshot* second)
{
    const bool window = second != nullptr && !isBroken(first, *second);
    const TableSnapshot& last = second != nullptr ? *second : first;
    const QVector<Reading> all = readings(first, last, window);
    QJsonArray read;
    double hot = 0;
    double lifetimeHot = 0;
    double grown = 0;
    for (const Reading& r : all) {
        if (r.rows > 0 || (r.table->rows <= 0 && r.scans > 0))
            read.append(r.table->name);
        grown += window && !first.tables.contains(r.table->name) ? 1 : 0;
        hot += r.perDay > hotPerDay && r.full >= hotAtLeast ? 1 : 0;
        lifetimeHot += r.lifetimePerDay > hotPerDay ? 1 : 0;
    }
    measure(facts, "big_tables", static_cast<double>(all.size()), "count");
    measure(facts, "read_tables", static_cast<double>(read.size()), "count");
    measure(facts, "hot_tables", hot, "count");
    measure(facts, "lifetime_hot_tables", lifetimeHot, "count");
    measure(facts, "unknown_tables", last.unknown, "count");
    measure(facts, "grown_tables", grown, "count");
    measure(facts, "window_s", window ? last.at - first.at : 0, "s");
    if (!all.isEmpty()) {
        measure(facts, "worst_per_day", all.first().perDay, "per_day");
        facts.details.insert(QStringLiteral("worst_table"), all.first().table->name);
    }
    facts.details.insert(QStringLiteral("read_tables"), read);
    facts.details.insert(QStringLiteral("window_broken"), second != nullptr && !window);
    facts.tables.append(readingTable(all));
}

// How much the application did in the window, by pg_stat_statements; nothing where it cannot be read.
struct Traffic
{
    std::optional<StatementSource> source;
    QStringList roles;
    std::optional<StatementSnapshot> first;
};

Traffic startTraffic(PgClient& client, const PostgresScope& scope)
{
    Traffic traffic;
    const Result<PgPreflight> self = preflight(client);
    const Result<AppRoles> roles = applicationRoles(client, scope.postgres);
    Facts unused;
    if (!self || !roles)
        return traffic;
    traffic.roles = roles->names;
    traffic.source = statementSource(client, *self, unused);
    if (traffic.source) {
        Result<StatementSnapshot> taken =
            takeSnapshot(client, *traffic.source, traffic.roles, scope, QStringLiteral("2.3"));
        if (taken)
            traffic.first = *taken;
    }
    return traffic;
}

void addTraffic(Facts& facts, PgClient& client, const PostgresScope& scope, const Traffic& traffic)
{
    if (!traffic.first)
        return;
    const Result<StatementSnapshot> second =
        takeSnapshot(client, *traffic.source, traffic.roles, scope, QStringLiteral("2.3"));
    if (second && !isBroken(*traffic.first, *second))
        measure(facts, "window_calls", second->appCalls - traffic.first->appCalls, "calls");
}

} // namespace

QString bigTablesSql(const QSet<QString>& columns)
{
    return QString::fromLatin1(tableSql).arg(columns.contains(QStringLiteral("last_seq_scan"))
                                                 ? QStringLiteral("extract(epoch FROM s.last_seq_scan)")
                                                 : QStringLiteral("NULL"));
}

Result<TableSnapshot> bigTables(PgClient& client, double rowsLimit)
{
    const Result<QSet<QString>> columns =
        existingColumns(client, QStringLiteral("pg_catalog.pg_stat_user_tables"));
    if (!columns)
        return columns.error();
    const Result<Rows> rows = client.query(bigTablesSql(*columns),
                                           {QString::number(static_cast<qint64>(std::min(rowsLimit, 9e15)))});
    if (!rows)
        return rows.error();
    if (rows->size() > maxTables)
        return Error{
            ErrorCode::Limit,
            QStringLiteral("The database has more than %1 large tables and partitions.").arg(maxTables),
            {},
            {}};
    TableSnapshot snapshot;
    for (qsizetype i = 0; i < rows->size(); ++i) {
        snapshot.at = rows->number(i, 0);
        snapshot.startedAt = rows->number(i, 1);
        if (!rows->isNull(i, 2))
            snapshot.reset = rows->number(i, 2);
        const QString root = rows->text(i, 4);
        BigTable& table = snapshot.tables[root];
        table.leaves = table.name.isEmpty() ? 1 : table.leaves + 1;
        table.name = root;
        table.seqScans += rows->number(i, 5);
        table.seqRows += rows->number(i, 6);
        table.idxScans += rows->number(i, 7);
        table.rows += rows->number(i, 8);
        table.bytes += rows->number(i, 9);
        table.lastSeqScan = std::fmax(table.lastSeqScan, rows->number(i, 11));
        table.unknownBytes += rows->flag(i, 10) ? rows->number(i, 9) : 0;
        snapshot.rootOf.insert(rows->text(i, 3), root);
    }
    for (auto it = snapshot.tables.begin(); it != snapshot.tables.end();) {
        const bool big = it->rows > rowsLimit || (it->rows <= 0 && it->bytes > unknownRowsBytes);
        snapshot.unknown +=
            !big && it->rows + it->unknownBytes / leastRowBytes > rowsLimit && it->unknownBytes > 0 ? 1 : 0;
        it = big ? std::next(it) : snapshot.tables.erase(it);
    }
    return snapshot;
}

Result<Facts> SeqScansProbe::examine(const PostgresScope& scope)
{
    Facts facts = emptyFacts(scope.context);
    Result<std::unique_ptr<PgClient>> client = scope.connect();
    if (!client)
        return client.error();
    const double rows = scope.threshold(QStringLiteral("2.3"), QStringLiteral("rows"), 10000);
    const Traffic traffic = startTraffic(**client, scope);
    const Result<TableSnapshot> first = bigTables(**client, rows);
    if (!first)
        return first.error();
    Facts early = facts;
    fill(early, *first, nullptr);
    scope.publish(early);
    if (!scope.context.waitFor(scope.window()) && scope.context.stopRequested())
        return Error{ErrorCode::Cancelled, QStringLiteral("The run was stopped."), {}, {}};
    const Result<TableSnapshot> second = bigTables(**client, rows);
    if (!second)
        return second.error();
    fill(facts, *first, &*second);
    addTraffic(facts, **client, scope, traffic);
    facts.complete = true;
    if (facts.details.value(QStringLiteral("window_broken")).toBool())
        incomplete(facts,
                   QT_TRANSLATE_NOOP(
                       "awb", "The statistics were reset, or the server restarted, during the window."));
    return facts;
}

} // namespace awb
