#include "core/probe/postgres/index_bloat_probe.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace awb
{

namespace
{

using std::chrono::milliseconds;
constexpr double scanBudgetBytes = 2147483648.0;
constexpr milliseconds scanBudgetTime{60000};
constexpr double scanIndexBytes = 1073741824.0;
constexpr double staleDeadPercent = 5;
constexpr double staleDeadRows = 1000;
constexpr qsizetype maxIndexes = 5000;
constexpr qsizetype chartIndexes = 20;

struct Index
{
    QString oid;
    QString name;
    QString table;
    double bytes = 0;
    double blockSize = 8192;
    double fillFactor = 90;
    bool stale = false;
    double bloat = std::numeric_limits<double>::quiet_NaN();
    QString method;
    QString note;

    double wasted() const { return std::isnan(bloat) ? 0 : bytes * std::max(0.0, bloat) / 100; }
};

constexpr auto listSql =
    R"(/* auditbench:2.8 */ SELECT c.oid, pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname),
 pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(t.relname), pg_catalog.pg_relation_size(c.oid),
 pg_catalog.current_setting('block_size'),
 coalesce((SELECT pg_catalog.split_part(o, '=', 2) FROM pg_catalog.unnest(c.reloptions) o WHERE o LIKE 'fillfactor=%'), '90'),
 s.n_dead_tup, s.n_live_tup
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

Result<QVector<Index>> listIndexes(PgClient& client, bool& cut)
{
    const Result<Rows> rows = client.query(QString::fromLatin1(listSql));
    if (!rows)
        return rows.error();
    QVector<Index> out;
    cut = rows->size() > maxIndexes;
    for (qsizetype i = 0; i < std::min(rows->size(), maxIndexes); ++i) {
        Index x;
        x.oid = rows->text(i, 0);
        x.name = rows->text(i, 1);
        x.table = rows->text(i, 2);
        x.bytes = rows->number(i, 3);
        x.blockSize = rows->number(i, 4);
        x.fillFactor = rows->number(i, 5);
        const double dead = rows->number(i, 6);
        const double live = rows->number(i, 7);
        // Index entries of dead rows look like live ones until a vacuum.
        x.stale = dead > staleDeadRows && 100 * dead > staleDeadPercent * (dead + live);
        out.append(x);
    }
    return out;
}

bool isNoise(const Index& index)
{
    return index.bytes < 100 * index.blockSize;
}

// One index by pgstatindex; false: the login may not, or it took too long.
bool measureExactly(PgClient& client, const QString& schema, Index& index)
{
    const Result<Rows> rows = client.query(
        QStringLiteral("/* auditbench:2.8 */ SELECT leaf_pages, internal_pages, avg_leaf_density, index_size "
                       "FROM %1.pgstatindex($1::oid::regclass)")
            .arg(schema),
        {index.oid});
    if (!rows || rows->isEmpty()) {
        index.note = rows ? QString() : rows.error().message;
        return false;
    }
    IndexPages pages;
    pages.leafPages = rows->number(0, 0);
    pages.internalPages = rows->number(0, 1);
    pages.density = rows->number(0, 2);
    pages.blocks = rows->number(0, 3) / index.blockSize;
    pages.fillFactor = index.fillFactor;
    index.bloat = exactBloatPercent(pages);
    index.method = QStringLiteral("exact");
    return true;
}

void scanIndexes(PgClient& client, const QString& schema, const PostgresScope& scope, QVector<Index>& all)
{
    const auto end = scope.context.clock().monotonic() + scanBudgetTime;
    double budget = scanBudgetBytes;
    for (Index& index : all) {
        if (scope.context.stopRequested() || scope.context.expired() ||
            scope.context.clock().monotonic() >= end)
            return;
        if (isNoise(index) || index.bytes > scanIndexBytes || index.bytes > budget)
            continue;
        budget -= index.bytes;
        measureExactly(client, schema, index);
    }
}

Status estimateIndexes(PgClient& client, QVector<Index>& all)
{
    const Result<Rows> rows = client.query(QString::fromLatin1(estimateSql));
    if (!rows)
        return rows.error();
    QHash<QString, qsizetype> byOid;
    for (qsizetype i = 0; i < rows->size(); ++i)
        byOid.insert(rows->text(i, 0), i);
    for (Index& index : all) {
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

Table indexTable(const QVector<Index>& all)
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
    for (const Index& x : all) {
        const QString note = x.stale ? QStringLiteral("lower bound: vacuum first") : x.note;
        addRow(table,
               {x.name, jsonNumber(x.bloat), x.method.isEmpty() ? QStringLiteral("not measured") : x.method,
                x.bytes, x.wasted(), x.table, note});
    }
    return table;
}

ChartSpec bloatChart(const QVector<Index>& all, double limit)
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
    for (const Index& x : all) {
        if (std::isnan(x.bloat) || series.points.size() >= chartIndexes)
            continue;
        ChartPoint point;
        point.x = static_cast<double>(chart.categories.size());
        point.y = x.bloat;
        series.points.append(point);
        chart.categories.append(x.name);
    }
    chart.series = {series};
    chart.threshold = ChartThreshold{limit, true, true, QT_TRANSLATE_NOOP("awb", "limit")};
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

void fill(Facts& facts, QVector<Index> all, double limit)
{
    const auto btrees = static_cast<double>(all.size());
    all.removeIf(isNoise);
    std::stable_sort(all.begin(), all.end(), [](const Index& a, const Index& b) {
        const double x = std::isnan(a.bloat) ? -1 : a.bloat;
        const double y = std::isnan(b.bloat) ? -1 : b.bloat;
        return x > y;
    });
    double bytes = 0, seen = 0, exact = 0, estimated = 0, wasted = 0;
    QJsonArray list;
    for (const Index& x : all) {
        bytes += x.bytes;
        wasted += x.wasted();
        if (x.method.isEmpty())
            continue;
        seen += x.bytes;
        (x.method == QLatin1String("exact") ? exact : estimated) += 1;
        list.append(QJsonObject{{QStringLiteral("name"), x.name},
                                {QStringLiteral("bloat"), x.bloat},
                                {QStringLiteral("method"), x.method},
                                {QStringLiteral("bytes"), x.bytes},
                                {QStringLiteral("wasted"), x.wasted()},
                                {QStringLiteral("stale"), x.stale}});
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
    measure(facts, "estimated", estimated, "count");
    measure(facts, "unmeasured", static_cast<double>(all.size()) - exact - estimated, "count");
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

double exactBloatPercent(const IndexPages& p)
{
    if (!(p.blocks > 0))
        return 0;
    const double density = std::isfinite(p.density) ? p.density : 0;
    const double fill = p.fillFactor > 0 ? p.fillFactor : 90;
    const double leaves = std::ceil(p.leafPages * std::min(1.0, density / fill) - 1e-9);
    return std::clamp(100 * (1 - (leaves + p.internalPages + 1) / p.blocks), 0.0, 100.0);
}

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
    Result<QVector<Index>> indexes = listIndexes(**client, cut);
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
    if (canScan && allowed)
        scanIndexes(**client, self->extensions.value(extension), scope, *indexes);
    if (scope.context.stopRequested())
        return Error{ErrorCode::Cancelled, QStringLiteral("The run was stopped."), {}, {}};
    fill(facts, *indexes, limit);
    addOther(facts, **client);
    explain(facts, *self, canScan, allowed, cut);
    return facts;
}

} // namespace awb
