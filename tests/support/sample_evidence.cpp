#include "tests/support/sample_evidence.h"

#include "tests/support/sample_result.h"

#include <QCoreApplication>

#include <cmath>

namespace awb::test
{

namespace
{

Facts factsFrom(const char* probe, const char* check, const char* source)
{
    Facts facts;
    facts.probe = QLatin1String(probe);
    facts.checks = {QLatin1String(check)};
    facts.complete = true;
    facts.started = QDateTime(QDate(2026, 11, 24), QTime(13, 48, 31), Qt::UTC);
    facts.durationMs = 412;
    facts.source = QLatin1String(source);
    return facts;
}

Measurement number(const char* name, double value, const char* unit, qint64 n = -1)
{
    Measurement m;
    m.name = QLatin1String(name);
    m.value = value;
    m.unit = QLatin1String(unit);
    m.n = n;
    return m;
}

Threshold limit(Comparison comparison, double value, const char* unit)
{
    return {QStringLiteral("main"), QStringLiteral("value"), comparison, value, QLatin1String(unit)};
}

Column column(const char* id, const char* title, const char* unit = "", bool code = false)
{
    return {QLatin1String(id), Message(title), QLatin1String(unit), code, 1};
}

SampleEvidence evidenceOf(Facts facts, Measurement headline, Threshold threshold, Message summary)
{
    facts.measured = {headline};
    SampleEvidence evidence;
    evidence.facts = {facts};
    evidence.suggestion.confidence = Confidence::Measured;
    evidence.suggestion.summary = std::move(summary);
    evidence.suggestion.headline = headline;
    evidence.suggestion.threshold = threshold;
    return evidence;
}

SampleEvidence readLatency()
{
    Facts facts = factsFrom("http.latency", "1.1", "https://shop.example/api");
    Measurement p99 = number("p99", 187, "ms", 41200);
    p99.low = 171;
    p99.high = 203;
    p99.level = 0.95;
    ChartSpec chart;
    chart.id = QStringLiteral("latency");
    chart.check = QStringLiteral("1.1");
    chart.kind = ChartKind::Step;
    chart.title = QT_TRANSLATE_NOOP("awb", "Read latency, all endpoints");
    chart.x = {QT_TRANSLATE_NOOP("awb", "Latency"), QStringLiteral("ms"), true};
    chart.y = {QT_TRANSLATE_NOOP("awb", "Requests"), QStringLiteral("count"), true};
    ChartSeries series;
    series.name = QT_TRANSLATE_NOOP("awb", "requests");
    for (int i = 0; i < 40; ++i) {
        const double x = 5 * std::pow(10.0, i / 16.0);
        series.points.append(
            {x, std::max(0.0, 6000 * std::exp(-std::pow(std::log(x / 40) / 0.7, 2)) - 0.5), {}, {}});
    }
    chart.series = {series};
    chart.threshold = ChartThreshold{200, false, true, QT_TRANSLATE_NOOP("awb", "< 200 ms")};
    facts.charts = {chart};
    return evidenceOf(facts, p99, limit(Comparison::Less, 200, "ms"),
                      {QT_TRANSLATE_NOOP("awb", "Too close to call: p99 is %1 against 200 ms."),
                       {MessageArg(187.0, QStringLiteral("ms"))}});
}

SampleEvidence slowQueries(int rows)
{
    Facts facts = factsFrom("postgres.statements", "2.1", "db.example:5432/shop");
    Table table;
    table.id = QStringLiteral("statements");
    table.title = QT_TRANSLATE_NOOP("awb", "Statements by total time");
    table.columns = {column("query", QT_TRANSLATE_NOOP("awb", "Query"), "", true),
                     column("calls", QT_TRANSLATE_NOOP("awb", "Calls"), "calls"),
                     column("mean", QT_TRANSLATE_NOOP("awb", "Mean"), "ms"),
                     column("max", QT_TRANSLATE_NOOP("awb", "At most"), "ms")};
    for (int i = 0; i < rows; ++i)
        table.rows.append(
            {QStringLiteral("SELECT o.id, o.total FROM orders o JOIN order_items i ON i.order_id = o.id "
                            "WHERE o.customer_mail = '%1' AND o.id > %2 AND o.state -> 'a' >= $1 ORDER BY "
                            "o.created_at DESC LIMIT 50")
                 .arg(plantedSecrets().at(1))
                 .arg(7000 + i),
             12000.0 - 37 * i, 12.5 + i, 40.0 + 1.5 * i});
    table.total = rows * 3;
    facts.tables = {table};
    ChartSpec chart;
    chart.id = QStringLiteral("latency_range");
    chart.check = QStringLiteral("2.1");
    chart.kind = ChartKind::Range;
    chart.title = QT_TRANSLATE_NOOP("awb", "Latency range of the ten hottest statements");
    chart.y = {QT_TRANSLATE_NOOP("awb", "Time"), QStringLiteral("ms"), true};
    ChartSeries series;
    series.name = QT_TRANSLATE_NOOP("awb", "mean, from the fastest to the slowest call");
    for (int i = 0; i < 10; ++i) {
        chart.categories.append(QStringLiteral("SELECT total FROM orders WHERE id = %1").arg(4711 + i));
        series.points.append({static_cast<double>(i), 4.0 + 6 * i, 0.4 + i, 30.0 + 12 * i});
    }
    chart.series = {series};
    chart.threshold = ChartThreshold{100, true, true, QT_TRANSLATE_NOOP("awb", "100 ms")};
    facts.charts = {chart};
    facts.sent = {{QStringLiteral("SELECT queryid, calls, mean_exec_time FROM pg_stat_statements"), 2}};
    return evidenceOf(facts, number("violations", 0, "count", rows), limit(Comparison::Equal, 0, "count"),
                      QT_TRANSLATE_NOOP("awb", "No statement can have a p99 over 100 ms."));
}

SampleEvidence foreignKeys()
{
    Facts facts = factsFrom("postgres.foreign_keys", "2.2", "db.example:5432/shop");
    Table table;
    table.id = QStringLiteral("foreign_keys");
    table.title = QT_TRANSLATE_NOOP("awb", "Foreign keys");
    table.columns = {column("table", QT_TRANSLATE_NOOP("awb", "Table"), "", true),
                     column("column", QT_TRANSLATE_NOOP("awb", "Column"), "", true),
                     column("references", QT_TRANSLATE_NOOP("awb", "References"), "", true),
                     column("rows", QT_TRANSLATE_NOOP("awb", "Rows"), "rows"),
                     column("index", QT_TRANSLATE_NOOP("awb", "Index"))};
    for (int i = 0; i < 15; ++i)
        table.rows.append({QStringLiteral("order_items_%1").arg(i), QStringLiteral("order_id"),
                           QStringLiteral("orders"), 1284310.0 - 70000 * i,
                           i == 0 ? QStringLiteral("none") : QStringLiteral("valid, leading column")});
    table.total = 15;
    facts.tables = {table};
    facts.remedies = {
        {QStringLiteral("2.2"), QStringLiteral("sql"),
         QStringLiteral("CREATE INDEX CONCURRENTLY order_items_order_id_idx ON order_items (order_id);")}};
    facts.sent = {
        {QStringLiteral("SELECT conname, conrelid FROM pg_catalog.pg_constraint WHERE contype = 'f'"), 1}};
    return evidenceOf(facts, number("covered", 93.3, "percent", 15), limit(Comparison::Equal, 100, "percent"),
                      {QT_TRANSLATE_NOOP("awb", "%1 of %2 foreign keys have a usable index."), {14, 15}});
}

SampleEvidence hitRate()
{
    Facts facts = factsFrom("redis.stats_window", "3.1", "cache.example:6380");
    ChartSpec chart;
    chart.id = QStringLiteral("hit_rate");
    chart.check = QStringLiteral("3.1");
    chart.kind = ChartKind::Line;
    chart.title = QT_TRANSLATE_NOOP("awb", "Hit rate over the window");
    chart.x = {QT_TRANSLATE_NOOP("awb", "Time"), QStringLiteral("s"), false};
    chart.y = {QT_TRANSLATE_NOOP("awb", "Hit rate"), QStringLiteral("percent"), false};
    ChartSeries all;
    all.name = QT_TRANSLATE_NOOP("awb", "all keys");
    ChartSeries hot;
    hot.name = QT_TRANSLATE_NOOP("awb", "hot keys");
    for (int i = 0; i <= 30; ++i) {
        all.points.append({2.0 * i, 84 + 6 * std::sin(i / 4.0), {}, {}});
        hot.points.append({2.0 * i, 93 + 2 * std::cos(i / 5.0), {}, {}});
    }
    chart.series = {all, hot};
    chart.threshold = ChartThreshold{80, true, false, QT_TRANSLATE_NOOP("awb", "> 80 %")};
    facts.charts = {chart};
    Measurement rate = number("hit_rate_window", 91.2, "percent", 128431);
    rate.low = 91.0;
    rate.high = 91.4;
    return evidenceOf(facts, rate, limit(Comparison::Greater, 80, "percent"),
                      {QT_TRANSLATE_NOOP("awb", "%1 of reads were answered by the cache."),
                       {MessageArg(91.2, QStringLiteral("percent"))}});
}

SampleEvidence keysWithTtl(bool hostile)
{
    Facts facts = factsFrom("redis.keys", "3.2", "cache.example:6380");
    Table table;
    table.id = QStringLiteral("prefixes");
    table.title = QT_TRANSLATE_NOOP("awb", "Keys by prefix");
    table.columns = {column("prefix", QT_TRANSLATE_NOOP("awb", "Prefix"), "", true),
                     column("example", QT_TRANSLATE_NOOP("awb", "Example"), "", true),
                     column("keys", QT_TRANSLATE_NOOP("awb", "Keys"), "keys"),
                     column("without", QT_TRANSLATE_NOOP("awb", "Without TTL"), "percent")};
    const QStringList prefixes{QStringLiteral("user:"), QStringLiteral("cart:"), QStringLiteral("session:"),
                               QStringLiteral("v2:product:")};
    for (qsizetype i = 0; i < prefixes.size(); ++i)
        table.rows.append({prefixes.at(i),
                           prefixes.at(i) + plantedSecrets().at(2) + QStringLiteral(":profile"),
                           50000.0 / static_cast<double>(i + 1), 4.0 * static_cast<double>(i)});
    if (hostile)
        table.rows.append({QStringLiteral("<script>alert(1)</script>|`x`\u202Egnp.exe\u0007\u0000z"),
                           QString(5000, QLatin1Char('k')), 1.0, QJsonValue()});
    table.total = table.rows.size();
    facts.tables = {table};
    ChartSpec chart;
    chart.id = QStringLiteral("ttl");
    chart.check = QStringLiteral("3.2");
    chart.kind = ChartKind::Stacked;
    chart.title = QT_TRANSLATE_NOOP("awb", "Keys by prefix, with and without TTL");
    chart.y = {QT_TRANSLATE_NOOP("awb", "Keys"), QStringLiteral("keys"), false};
    chart.categories = prefixes;
    ChartSeries with{QT_TRANSLATE_NOOP("awb", "with TTL"), {}};
    ChartSeries without{QT_TRANSLATE_NOOP("awb", "without TTL"), {}};
    for (int i = 0; i < 4; ++i) {
        with.points.append({static_cast<double>(i), 46000.0 / (i + 1), {}, {}});
        without.points.append({static_cast<double>(i), 4000.0 * i, {}, {}});
    }
    chart.series = {with, without};
    facts.charts = {chart};
    return evidenceOf(
        facts, number("with_ttl", 93.7, "percent", 50000), limit(Comparison::Equal, 100, "percent"),
        {QT_TRANSLATE_NOOP("awb", "%1 of sampled keys have a TTL; %2 has the most without."),
         {MessageArg(93.7, QStringLiteral("percent")), MessageArg(QStringLiteral("session:"))}});
}

SampleEvidence indexBloat()
{
    Facts facts = factsFrom("postgres.index_bloat", "2.8", "db.example:5432/shop");
    ChartSpec chart;
    chart.id = QStringLiteral("bloat");
    chart.check = QStringLiteral("2.8");
    chart.kind = ChartKind::Bars;
    chart.title = QT_TRANSLATE_NOOP("awb", "Bloat of the largest indexes");
    chart.y = {QT_TRANSLATE_NOOP("awb", "Bloat"), QStringLiteral("percent"), false};
    ChartSeries series{QT_TRANSLATE_NOOP("awb", "bloat"), {}};
    for (int i = 0; i < 6; ++i) {
        chart.categories.append(QStringLiteral("orders_created_at_idx_%1").arg(i));
        series.points.append({static_cast<double>(i), 18.0 - 2.4 * i, {}, {}});
    }
    chart.series = {series};
    chart.threshold = ChartThreshold{20, true, true, QT_TRANSLATE_NOOP("awb", "< 20 %")};
    facts.charts = {chart};
    facts.sent = {{QStringLiteral("SELECT * FROM pgstatindex($1)"), 6}};
    return evidenceOf(facts, number("bloat", 18, "percent", 6), limit(Comparison::Less, 20, "percent"),
                      {QT_TRANSLATE_NOOP("awb", "The worst of %1 indexes has %2 bloat."),
                       {6, MessageArg(18.0, QStringLiteral("percent"))}});
}

SampleEvidence evictions()
{
    Facts facts = factsFrom("redis.stats_window", "3.8", "cache.example:6380");
    ChartSpec chart;
    chart.id = QStringLiteral("evictions");
    chart.check = QStringLiteral("3.8");
    chart.title = QT_TRANSLATE_NOOP("awb", "Evictions over the window");
    chart.x = {QT_TRANSLATE_NOOP("awb", "Time"), QStringLiteral("s"), false};
    chart.y = {QT_TRANSLATE_NOOP("awb", "Evicted"), QStringLiteral("keys"), false};
    chart.emptyReason = QT_TRANSLATE_NOOP("awb", "No key was evicted in 60 s.");
    facts.charts = {chart};
    return evidenceOf(facts, number("eviction_rate", 0, "per_hour", 128431),
                      limit(Comparison::Less, 5, "per_hour"),
                      QT_TRANSLATE_NOOP("awb", "No key was evicted in the window."));
}

SampleEvidence sequentialScans()
{
    Facts facts = factsFrom("postgres.seq_scans", "2.3", "db.example:5432/shop");
    Table table;
    table.id = QStringLiteral("seq_scans");
    table.title = QT_TRANSLATE_NOOP("awb", "Tables read whole");
    table.columns = {column("table", QT_TRANSLATE_NOOP("awb", "Table"), "", true),
                     column("rows", QT_TRANSLATE_NOOP("awb", "Rows"), "rows"),
                     column("scans", QT_TRANSLATE_NOOP("awb", "Scans in 60 s"), "count"),
                     column("plan", QT_TRANSLATE_NOOP("awb", "Plan"), "", true)};
    table.rows.append({QStringLiteral("order_items"), 1284310.0, 412.0,
                       QStringLiteral("Seq Scan on order_items  (cost=0.00..31274.88 rows=14 width=46)")});
    table.total = 1;
    facts.tables = {table};
    facts.complete = false;
    facts.reason = {QT_TRANSLATE_NOOP("awb", "Counters of %1 were not visible to this login."),
                    {MessageArg(QStringLiteral("audit_log"))}};
    facts.unlock = QStringLiteral("GRANT pg_read_all_stats TO auditbench;");
    facts.sent = {{QStringLiteral("SELECT relname, seq_scan FROM pg_stat_user_tables"), 2}};
    return evidenceOf(facts, number("violations", 1, "count"), limit(Comparison::Equal, 0, "count"),
                      {QT_TRANSLATE_NOOP("awb", "%1 of over 10,000 rows is read whole in hot paths."),
                       {MessageArg(QStringLiteral("order_items"))}});
}

SampleEvidence securityHeaders()
{
    Facts facts = factsFrom("http.headers", "6.9", "https://shop.example/api");
    Table table;
    table.id = QStringLiteral("headers");
    table.title = QT_TRANSLATE_NOOP("awb", "Headers");
    table.columns = {column("request", QT_TRANSLATE_NOOP("awb", "Request"), "", true),
                     column("missing", QT_TRANSLATE_NOOP("awb", "Missing"))};
    table.rows.append({QStringLiteral("GET /products?mail=%1 Authorization: Bearer %2")
                           .arg(plantedSecrets().at(1), plantedSecrets().at(3)),
                       QStringLiteral("Strict-Transport-Security on error answers")});
    table.total = 1;
    facts.tables = {table};
    facts.sent = {{QStringLiteral("GET /products Cookie: sid=%1").arg(plantedSecrets().at(4)), 12}};
    return evidenceOf(facts, number("covered", 83.3, "percent", 12), limit(Comparison::Equal, 100, "percent"),
                      {QT_TRANSLATE_NOOP("awb", "%1 of %2 answers carry every header."), {10, 12}});
}

SampleEvidence slowLog()
{
    Facts facts = factsFrom("postgres.settings", "2.6", "db.example:5432/shop");
    return evidenceOf(facts, number("min_duration", 100, "ms"), limit(Comparison::LessOrEqual, 100, "ms"),
                      QT_TRANSLATE_NOOP("awb", "log_min_duration_statement is 100 ms."));
}

} // namespace

QStringList plantedSecrets()
{
    return {QStringLiteral("Pl4nted-url-passw0rd"), QStringLiteral("jane.doe@customer.example"),
            QStringLiteral("8842193377"), QStringLiteral("tok3nPlanted0123456789"),
            QStringLiteral("sess10nPlantedCookie")};
}

QString hostileNote()
{
    QString note =
        QStringLiteral("<img src=x onerror=alert(1)> | `tick` **bold** [a](javascript:x) \u202Egnp.exe\u202C "
                       "ask %1\n# not a heading\n- not a list ```\n")
            .arg(plantedSecrets().at(1));
    note += QChar(0x1B) + QStringLiteral("[31mred");
    return note;
}

QHash<QString, SampleEvidence> sampleEvidence(int longTableRows, bool hostile)
{
    return {{QStringLiteral("1.1"), readLatency()}, {QStringLiteral("2.1"), slowQueries(longTableRows)},
            {QStringLiteral("2.2"), foreignKeys()}, {QStringLiteral("2.3"), sequentialScans()},
            {QStringLiteral("2.6"), slowLog()},     {QStringLiteral("2.8"), indexBloat()},
            {QStringLiteral("3.1"), hitRate()},     {QStringLiteral("3.2"), keysWithTtl(hostile)},
            {QStringLiteral("3.8"), evictions()},   {QStringLiteral("6.9"), securityHeaders()}};
}

} // namespace awb::test
