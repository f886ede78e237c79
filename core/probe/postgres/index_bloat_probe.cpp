#include "core/probe/postgres/index_bloat_probe.h"

#include "core/probe/postgres/index_scan.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace awb
{

namespace
{

constexpr double staleDeadPercent = 5;
constexpr double staleDeadRows = 1000;
constexpr qsizetype maxIndexes = 5000;
constexpr qsizetype chartIndexes = 20;

constexpr auto listSql =
    R"(/* auditbench:2.8 */ SELECT c.oid, pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname),
 pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(t.relname), pg_catalog.pg_relation_size(c.oid),
 pg_catalog.current_setting('block_size'),
 coalesce((SELECT pg_catalog.split_part(o, '=', 2) FROM pg_catalog.unnest(c.reloptions) o WHERE o LIKE 'fillfactor=%'), '90'),
 s.n_dead_tup, s.n_live_tup, s.n_tup_ins, t.reltuples, coalesce(s.last_vacuum, s.last_autovacuum) IS NOT NULL
 FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid AND c.relkind = 'i' AND c.relpersistence <> 't'
 JOIN pg_catalog.pg_am a ON a.oid = c.relam AND a.amname = 'btree'
 JOIN pg_catalog.pg_class t ON t.oid = i.indrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 LEFT JOIN pg_catalog.pg_stat_user_tables s ON s.relid = i.indrelid
 WHERE i.indisvalid AND i.indisready AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
 ORDER BY 4 DESC LIMIT 5001)";

constexpr auto otherSql = R"(/* auditbench:2.8 */ SELECT a.amname, count(*) FROM pg_catalog.pg_class c
 JOIN pg_catalog.pg_am a ON a.oid = c.relam JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind = 'i' AND a.amname <> 'btree' AND n.nspname !~ '^pg_' GROUP BY 1 ORDER BY 1)";

constexpr auto estimateSql = R"(/* auditbench:2.8 */ WITH i AS (
 SELECT x.indexrelid, x.indrelid, x.indkey::int2[] AS k, c.reltuples, c.relpages,
  pg_catalog.pg_relation_size(x.indexrelid) / pg_catalog.current_setting('block_size')::int AS pages,
  coalesce((SELECT pg_catalog.split_part(o, '=', 2)::numeric FROM pg_catalog.unnest(c.reloptions) o WHERE o LIKE 'fillfactor=%'), 90) AS ff
 FROM pg_catalog.pg_index x JOIN pg_catalog.pg_class c ON c.oid = x.indexrelid
 JOIN pg_catalog.pg_am a ON a.oid = c.relam AND a.amname = 'btree'
 WHERE x.indexrelid >= 16384 AND x.indisvalid AND c.relkind = 'i' AND c.relpages > 10 AND x.indexprs IS NULL AND x.indpred IS NULL
  AND c.reltuples > 0),
 w AS (SELECT i.*, t.data, t.nulls, t.nd FROM i CROSS JOIN LATERAL (
  SELECT sum(s.avg_width * (1 - s.null_frac)) AS data, bool_or(s.null_frac > 0) AS nulls, count(s.attname) AS cols,
   max(CASE WHEN s.n_distinct < 0 THEN -s.n_distinct ELSE s.n_distinct / greatest(1, i.reltuples) END) AS nd
  FROM pg_catalog.unnest(i.k) u(n) JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = u.n
  JOIN pg_catalog.pg_class tc ON tc.oid = a.attrelid JOIN pg_catalog.pg_namespace tn ON tn.oid = tc.relnamespace
  JOIN pg_catalog.pg_stats s ON s.schemaname = tn.nspname AND s.tablename = tc.relname AND s.attname = a.attname AND NOT s.inherited) t
  WHERE t.cols = pg_catalog.cardinality(i.k))
 SELECT indexrelid, 100 * (1 - least(1, (ceil(reltuples * (4 + ceil((8 + CASE WHEN nulls THEN 8 ELSE 0 END + data) / 8) * 8)
   / ((pg_catalog.current_setting('block_size')::int - 40) * ff / 100)) * 1.004 + 2) / greatest(1, pages))), nd < 0.9 FROM w)";

Result<QVector<ScannedIndex>> listIndexes(PgClient& client, bool& cut)
{
    const Result<Rows> rows = client.query(QString::fromLatin1(listSql));
    if (!rows)
        return rows.error();
    QVector<ScannedIndex> out;
    cut = rows->size() > maxIndexes;
    for (qsizetype i = 0; i < std::min(rows->size(), maxIndexes); ++i) {
        ScannedIndex x;
        x.oid = rows->text(i, 0);
        x.name = rows->text(i, 1);
        x.table = rows->text(i, 2);
        x.bytes = rows->number(i, 3);
        x.blockSize = rows->number(i, 4);
        x.fillFactor = rows->number(i, 5);
        const double dead = rows->number(i, 6);
        const double live = rows->number(i, 7);
        // Index entries of dead rows look like live ones until a vacuum. Dead rows are only known where the
        // counters cover the table's whole life or go back to a vacuum: a reset or a crash clears them.
        const bool counted = rows->flag(i, 10) || rows->number(i, 8) >= std::max(rows->number(i, 9), live);
        if (dead > staleDeadRows && 100 * dead > staleDeadPercent * (dead + live))
            x.stale = QStringLiteral("lower bound: vacuum first");
        else if (!counted)
            x.stale = QStringLiteral("perhaps a lower bound: no vacuum on record");
        out.append(x);
    }
    return out;
}

Status estimateIndexes(PgClient& client, QVector<ScannedIndex>& all)
{
    const Result<Rows> rows = client.query(QString::fromLatin1(estimateSql));
    if (!rows)
        return rows.error();
    QHash<QString, qsizetype> byOid;
    for (qsizetype i = 0; i < rows->size(); ++i)
        byOid.insert(rows->text(i, 0), i);
    for (ScannedIndex& index : all) {
        const auto found = byOid.constFind(index.oid);
        if (found == byOid.cend() || !index.method.isEmpty())
            continue;
        // Equal keys are packed since PostgreSQL 13: the estimate then says nothing.
        if (rows->flag(*found, 2)) {
            index.note = QStringLiteral("many equal keys: no estimate");
            continue;
        }
        index.bloat = std::max(0.0, rows->number(*found, 1));
        index.method = QStringLiteral("estimate");
    }
    return Done{};
}

Table indexTable(const QVector<ScannedIndex>& all)
{
    Table table;
    table.id = QStringLiteral("indexes");
    table.title =
        QT_TRANSLATE_NOOP("awb", "B-tree indexes of 100 pages or more (random inserts alone leave 20–25 %)");
    table.columns = {codeColumn("index", QT_TRANSLATE_NOOP("awb", "Index")),
                     numberColumn("bloat", QT_TRANSLATE_NOOP("awb", "Bloat"), "percent"),
                     textColumn("method", QT_TRANSLATE_NOOP("awb", "By")),
                     numberColumn("size", QT_TRANSLATE_NOOP("awb", "Size"), "bytes"),
                     numberColumn("wasted", QT_TRANSLATE_NOOP("awb", "Wasted"), "bytes", 2),
                     codeColumn("table", QT_TRANSLATE_NOOP("awb", "Table"), 3),
                     textColumn("note", QT_TRANSLATE_NOOP("awb", "Note"), 2)};
    for (const ScannedIndex& x : all) {
        const QString note = x.stale.isEmpty() ? x.note : x.stale;
        addRow(table,
               {x.name, jsonNumber(x.bloat), x.method.isEmpty() ? QStringLiteral("not measured") : x.method,
                x.bytes, x.wasted(), x.table, note});
    }
    return table;
}

ChartSpec bloatChart(const QVector<ScannedIndex>& all, double limit)
{
    ChartSpec chart;
    chart.id = QStringLiteral("index_bloat");
    chart.check = QStringLiteral("2.8");
    chart.kind = ChartKind::Bars;
    chart.title = QT_TRANSLATE_NOOP("awb", "Bloat of the most bloated indexes");
    chart.y = {QT_TRANSLATE_NOOP("awb", "Bloat"), QStringLiteral("percent"), false};
    chart.emptyReason = QT_TRANSLATE_NOOP("awb", "No index could be measured.");
    ChartSeries series;
    series.name = QT_TRANSLATE_NOOP("awb", "Bloat");
    for (const ScannedIndex& x : all) {
        if (std::isnan(x.bloat) || series.points.size() >= chartIndexes)
            continue;
        ChartPoint point;
        point.x = static_cast<double>(chart.categories.size());
        point.y = x.bloat;
        if (std::isfinite(x.low) && std::isfinite(x.high)) {
            point.low = x.low;
            point.high = x.high;
        }
        series.points.append(point);
        chart.categories.append(x.name);
    }
    chart.series = {series};
    chart.threshold = ChartThreshold{
        limit, true, true,
        Message(QT_TRANSLATE_NOOP("awb", "limit %1"), {MessageArg(limit, QStringLiteral("percent"))})};
    return chart;
}

void addOther(Facts& facts, PgClient& client)
{
    const Result<Rows> rows = client.query(QString::fromLatin1(otherSql));
    if (!rows || rows->isEmpty())
        return;
    Table table;
    table.id = QStringLiteral("other_indexes");
    table.title = QT_TRANSLATE_NOOP("awb", "Indexes whose bloat density does not show");
    table.columns = {textColumn("method", QT_TRANSLATE_NOOP("awb", "Access method")),
                     numberColumn("count", QT_TRANSLATE_NOOP("awb", "Indexes"), "count")};
    for (qsizetype i = 0; i < rows->size(); ++i)
        addRow(table, {rows->text(i, 0), rows->number(i, 1)});
    facts.tables.append(table);
}

void fill(Facts& facts, QVector<ScannedIndex> all, double limit)
{
    const auto btrees = static_cast<double>(all.size());
    all.removeIf(isNoise);
    std::stable_sort(all.begin(), all.end(), [](const ScannedIndex& a, const ScannedIndex& b) {
        const double x = std::isnan(a.bloat) ? -1 : a.bloat;
        const double y = std::isnan(b.bloat) ? -1 : b.bloat;
        return x > y;
    });
    double bytes = 0, seen = 0, exact = 0, sampled = 0, estimated = 0, wasted = 0;
    QJsonArray list;
    for (const ScannedIndex& x : all) {
        bytes += x.bytes;
        wasted += x.wasted();
        if (x.method.isEmpty())
            continue;
        seen += x.bytes;
        (x.method == QLatin1String("exact")    ? exact
         : x.method == QLatin1String("sample") ? sampled
                                               : estimated) += 1;
        list.append(QJsonObject{{QStringLiteral("name"), x.name},
                                {QStringLiteral("bloat"), x.bloat},
                                {QStringLiteral("method"), x.method},
                                {QStringLiteral("bytes"), x.bytes},
                                {QStringLiteral("wasted"), x.wasted()},
                                {QStringLiteral("low"), jsonNumber(x.low)},
                                {QStringLiteral("high"), jsonNumber(x.high)},
                                {QStringLiteral("stale"), !x.stale.isEmpty()}});
        if (x.bloat >= limit && facts.remedies.size() < 50)
            facts.remedies.append(
                {QStringLiteral("2.8"), QStringLiteral("sql"),
                 QStringLiteral("-- needs about twice the space; not inside a transaction block\n"
                                "REINDEX INDEX CONCURRENTLY %1;")
                     .arg(x.name)});
    }
    measure(facts, "btree_indexes", btrees, "count");
    measure(facts, "indexes", static_cast<double>(all.size()), "count");
    measure(facts, "measured_exact", exact, "count");
    measure(facts, "sampled", sampled, "count");
    measure(facts, "estimated", estimated, "count");
    measure(facts, "unmeasured", static_cast<double>(all.size()) - exact - sampled - estimated, "count");
    measure(facts, "wasted", wasted, "bytes");
    if (bytes > 0)
        measure(facts, "coverage_percent", 100 * seen / bytes, "percent");
    if (!list.isEmpty()) {
        measure(facts, "worst_bloat", all.first().bloat, "percent");
        facts.measured.last().n = list.size();
    }
    facts.details.insert(QStringLiteral("indexes"), list);
    facts.tables.append(indexTable(all));
    facts.charts.append(bloatChart(all, limit));
}

// Without a way to measure and without estimates there is nothing: say what unlocks it.
void explain(Facts& facts, const PgPreflight& self, bool canScan, bool allowed, bool cut)
{
    facts.complete = true;
    if (cut)
        incomplete(facts, QT_TRANSLATE_NOOP(
                              "awb", "The database has more than 5,000 B-tree indexes; only the largest were "
                                     "looked at."));
    const double unmeasured = facts.value(QStringLiteral("unmeasured"));
    const double coverage = facts.value(QStringLiteral("coverage_percent"));
    if (!(unmeasured > 0) || coverage >= 95)
        return;
    if (canScan && !allowed)
        incomplete(facts,
                   QT_TRANSLATE_NOOP(
                       "awb", "Some indexes cannot be estimated: allow \"scan\" so that pgstattuple can "
                              "read them."));
    else if (!self.has(QStringLiteral("pgstattuple")))
        incomplete(facts,
                   QT_TRANSLATE_NOOP(
                       "awb", "Some indexes cannot be estimated, and pgstattuple is not created in this "
                              "database."),
                   QStringLiteral(
                       "CREATE EXTENSION pgstattuple; GRANT pg_monitor, pg_read_all_data TO auditbench;"));
    else
        incomplete(facts, QT_TRANSLATE_NOOP("awb", "Some indexes could be neither read nor estimated."),
                   QStringLiteral("GRANT pg_monitor, pg_read_all_data TO auditbench;"));
}

} // namespace

Result<Facts> IndexBloatProbe::examine(const PostgresScope& scope)
{
    Facts facts = emptyFacts(scope.context);
    Result<std::unique_ptr<PgClient>> client = scope.connect();
    if (!client)
        return client.error();
    const Result<PgPreflight> self = preflight(**client);
    if (!self)
        return self.error();
    bool cut = false;
    Result<QVector<ScannedIndex>> indexes = listIndexes(**client, cut);
    if (!indexes)
        return indexes.error();
    const QString extension = QStringLiteral("pgstattuple");
    const bool canScan = self->has(extension) && (self->scanTables || self->superuser);
    const bool allowed = scope.target.allows(Capability::Scan);
    if (const Status estimated = estimateIndexes(**client, *indexes); !estimated)
        return estimated.error();
    const double limit = scope.threshold(QStringLiteral("2.8"), QStringLiteral("bloat"), 20);
    Facts early = facts;
    fill(early, *indexes, limit);
    scope.publish(early);
    if (allowed) {
        const IndexScanner scanner(
            **client, scope, canScan ? self->extensions.value(extension) : QString(),
            self->superuser ? self->extensions.value(QStringLiteral("pageinspect")) : QString(), limits_);
        scanner.scan(*indexes);
    }
    if (scope.context.stopRequested())
        return Error{ErrorCode::Cancelled, QStringLiteral("The run was stopped."), {}, {}};
    fill(facts, *indexes, limit);
    addOther(facts, **client);
    explain(facts, *self, canScan, allowed, cut);
    return facts;
}

} // namespace awb
