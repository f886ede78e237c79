#include "core/probe/postgres/query_plans_probe.h"

#include "core/probe/postgres/plan_gate_reader.h"
#include "core/probe/postgres/plan_shape.h"
#include "core/probe/postgres/seq_scans_probe.h"
#include "core/probe/postgres/settings_probe.h"
#include "core/probe/postgres/statement_judgment.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace awb
{

namespace
{

constexpr qsizetype maxPlanned = 200;
constexpr qsizetype maxText = 4000; // what the snapshot keeps; a longer text may be cut
constexpr qsizetype publishEvery = 10;
constexpr auto planName = "auditbench_plan";

struct Planned
{
    HotQuery query;
    std::optional<PlanShape> plan;
    QString state; // planned, refused, failed
    QString why;
    QStringList seqTables; // large tables read in full
};

// pg_stat_statements does not keep the search_path: the application role's own is taken.
QString searchPathOf(PgClient& client, const QString& role)
{
    const Result<Rows> rows = client.query(
        QStringLiteral(
            "/* auditbench:2.7 */ SELECT pg_catalog.substr(e, 13) FROM pg_catalog.pg_db_role_setting d, "
            "pg_catalog.unnest(d.setconfig) e WHERE e LIKE 'search_path=%' AND d.setdatabase IN (0, "
            "(SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())) "
            "AND d.setrole IN (0, coalesce((SELECT oid FROM pg_catalog.pg_roles WHERE rolname = $1), 0)) "
            "ORDER BY d.setrole <> 0 AND d.setdatabase <> 0 DESC, d.setrole DESC, d.setdatabase DESC LIMIT "
            "1"),
        {role});
    if (rows && !rows->isEmpty())
        return rows->text(0, 0);
    QString quoted = role;
    quoted.replace(QLatin1Char('"'), QLatin1String("\"\""));
    return QLatin1Char('"') + quoted + QStringLiteral("\", public");
}

class Planner
{
public:
    Planner(PgClient& client, const PlanGate& gate) : client_(client), gate_(gate) {}

    void plan(Planned& item, const QString& searchPath)
    {
        const QString& text = item.query.entry.raw;
        std::optional<QString> refused = gate_.refusal(text);
        if (text.size() >= maxText)
            refused = QStringLiteral("longer than 4,000 characters");
        if (refused) {
            item.state = QStringLiteral("refused");
            item.why = *refused;
            return;
        }
        Result<PlanShape> shape = attempt(text, searchPath);
        const QString repaired = repairedText(text);
        if (!shape && syntaxError_ && !repaired.isEmpty() && !gate_.refusal(repaired))
            shape = attempt(repaired, searchPath);
        if (shape) {
            item.plan = *shape;
            item.state = QStringLiteral("planned");
        } else {
            item.state = QStringLiteral("failed");
            item.why = shape.error().message;
        }
    }

private:
    Result<PlanShape> attempt(const QString& text, const QString& searchPath)
    {
        syntaxError_ = false;
        if (const Status begun = client_.begin({QStringLiteral("statement_timeout = 3000"),
                                                QStringLiteral("plan_cache_mode = force_generic_plan"),
                                                QStringLiteral("standard_conforming_strings = on")});
            !begun)
            return begun.error();
        const Result<PlanShape> shape = inTransaction(text, searchPath);
        syntaxError_ = !shape && client_.lastSqlState() == QLatin1String("42601");
        client_.rollback();
        if (prepared_)
            (void)client_.query(QStringLiteral("DEALLOCATE %1").arg(QLatin1String(planName)));
        prepared_ = false;
        return shape;
    }

    Result<PlanShape> inTransaction(const QString& text, const QString& searchPath)
    {
        const Result<Rows> path = client_.query(
            QStringLiteral("/* auditbench:2.7 */ SELECT pg_catalog.set_config('search_path', $1, true)"),
            {searchPath});
        if (!path)
            return path.error();
        // Extended protocol: the server refuses a second statement in the text.
        const Result<Rows> made =
            client_.query(QStringLiteral("PREPARE %1 AS ").arg(QLatin1String(planName)) + text, {},
                          QStringLiteral("PREPARE … AS <hot query>"));
        if (!made)
            return made.error();
        prepared_ = true;
        const Result<Rows> types = client_.query(
            QStringLiteral("/* auditbench:2.7 */ SELECT pg_catalog.cardinality(parameter_types) FROM "
                           "pg_catalog.pg_prepared_statements "
                           "WHERE name = $1"),
            {QLatin1String(planName)});
        if (!types || types->isEmpty())
            return types
                       ? Error{ErrorCode::Protocol, QStringLiteral("The prepared statement is gone."), {}, {}}
                       : types.error();
        QStringList nulls;
        for (qint64 i = 0; i < std::min<qint64>(types->integer(0, 0), 2000); ++i)
            nulls.append(QStringLiteral("NULL"));
        const QString arguments =
            nulls.isEmpty() ? QString()
                            : QLatin1Char('(') + nulls.join(QStringLiteral(", ")) + QLatin1Char(')');
        const Result<Rows> explained =
            client_.query(QStringLiteral("EXPLAIN (VERBOSE, FORMAT JSON) EXECUTE %1%2")
                              .arg(QLatin1String(planName), arguments),
                          {}, QStringLiteral("EXPLAIN (VERBOSE, FORMAT JSON) EXECUTE …(NULL, …)"));
        if (!explained)
            return explained.error();
        if (explained->isEmpty())
            return Error{ErrorCode::Protocol, QStringLiteral("The server sent no plan."), {}, {}};
        return readPlan(explained->bytes(0, 0));
    }

    PgClient& client_;
    const PlanGate& gate_;
    bool prepared_ = false;
    bool syntaxError_ = false;
};

QString quotedName(const QString& schema, const QString& relation)
{
    const auto quote = [](QString name) {
        bool plain = !name.isEmpty() && !name.front().isDigit();
        for (const QChar c : name)
            plain = plain && ((c >= QLatin1Char('a') && c <= QLatin1Char('z')) || c.isDigit() ||
                              c == QLatin1Char('_'));
        if (plain)
            return name;
        return QLatin1Char('"') + name.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
    };
    return quote(schema) + QLatin1Char('.') + quote(relation);
}

// The large table a scan reads; keywords are quoted by the server and not by us, so both forms are looked up.
QString bigTableOf(const TableSnapshot& big, const SeqScanNode& scan)
{
    const QString plain = quotedName(scan.schema, scan.relation);
    const QString full = QLatin1Char('"') + scan.relation + QLatin1Char('"');
    for (const QString& name : {plain, plain.section(QLatin1Char('.'), 0, 0) + QLatin1Char('.') + full}) {
        const QString root = big.rootOf.value(name);
        if (!root.isEmpty() && big.tables.contains(root))
            return root;
    }
    return {};
}

Table planTable(const QVector<Planned>& all)
{
    Table table;
    table.id = QStringLiteral("plans");
    table.title = QT_TRANSLATE_NOOP("awb", "Hot queries and their generic plans");
    table.columns = {codeColumn("query", QT_TRANSLATE_NOOP("awb", "Query")),
                     numberColumn("per_day", QT_TRANSLATE_NOOP("awb", "Calls a day"), "per_day"),
                     textColumn("state", QT_TRANSLATE_NOOP("awb", "State")),
                     codeColumn("seq", QT_TRANSLATE_NOOP("awb", "Large tables read in full")),
                     textColumn("why", QT_TRANSLATE_NOOP("awb", "Why not planned"), 2),
                     numberColumn("cost", QT_TRANSLATE_NOOP("awb", "Cost"), "", 3),
                     codeColumn("plan", QT_TRANSLATE_NOOP("awb", "Plan"), 3),
                     codeColumn("shape", QT_TRANSLATE_NOOP("awb", "Shape"), 3),
                     codeColumn("fingerprint", QT_TRANSLATE_NOOP("awb", "Fingerprint"), 3)};
    for (const Planned& p : all)
        addRow(table,
               {p.query.entry.text, p.query.rate.perDay, p.state, p.seqTables.join(QStringLiteral(", ")),
                p.why, p.plan ? QJsonValue(p.plan->cost) : QJsonValue(), p.plan ? p.plan->words : QString(),
                p.plan ? p.plan->hash : QString(), statementFingerprint(p.query.entry.raw)});
    return table;
}

void addIndexAdvice(Facts& facts, const PlanShape& plan)
{
    for (const SeqScanNode& scan : plan.seqScans) {
        if (scan.filterColumns.isEmpty())
            continue;
        const QString text =
            QStringLiteral(
                "-- the scan filters by these columns; those compared with = come first, and on a copy "
                "EXPLAIN shows whether it helps\nCREATE INDEX CONCURRENTLY ON %1 (%2);")
                .arg(quotedName(scan.schema, scan.relation),
                     scan.filterColumns.mid(0, 5).join(QStringLiteral(", ")));
        const auto same = [&text](const RemedyCode& known) { return known.text == text; };
        if (std::none_of(facts.remedies.cbegin(), facts.remedies.cend(), same))
            facts.remedies.append({QStringLiteral("2.3"), QStringLiteral("sql"), text});
    }
}

void addRemedies(Facts& facts, const QVector<Planned>& all)
{
    for (const Planned& p : all) {
        if (facts.remedies.size() >= 20)
            return;
        facts.remedies.append(
            {QStringLiteral("2.7"), QStringLiteral("sql"),
             QStringLiteral(
                 "-- on a staging copy with sample values for $1 …; DO NOT RUN in production if it writes\n"
                 "BEGIN;\nEXPLAIN (ANALYZE, BUFFERS)\n") +
                 p.query.entry.text + QStringLiteral(";\nROLLBACK;")});
        if (p.plan && !p.seqTables.isEmpty())
            addIndexAdvice(facts, *p.plan);
    }
}

void fill(Facts& facts, const QVector<Planned>& all)
{
    double planned = 0, refused = 0, failed = 0, calls = 0, plannedCalls = 0;
    QJsonArray hot;
    QStringList seqTables;
    for (const Planned& p : all) {
        planned += p.state == QLatin1String("planned") ? 1 : 0;
        refused += p.state == QLatin1String("refused") ? 1 : 0;
        failed += p.state == QLatin1String("failed") ? 1 : 0;
        calls += p.query.rate.perDay;
        plannedCalls += p.plan ? p.query.rate.perDay : 0;
        hot.append(QJsonObject{{QStringLiteral("queryid"), p.query.entry.queryId},
                               {QStringLiteral("fingerprint"), statementFingerprint(p.query.entry.raw)},
                               {QStringLiteral("shape"), p.plan ? p.plan->hash : QString()},
                               {QStringLiteral("state"), p.state},
                               {QStringLiteral("why"), p.why}});
        for (const QString& table : p.seqTables) {
            if (!seqTables.contains(table))
                seqTables.append(table);
        }
    }
    measure(facts, "hot", static_cast<double>(all.size()), "count");
    measure(facts, "planned", planned, "count");
    measure(facts, "refused", refused, "count");
    measure(facts, "failed", failed, "count");
    if (calls > 0)
        measure(facts, "planned_calls_percent", 100 * plannedCalls / calls, "percent");
    measure(facts, "seq_scan_tables", static_cast<double>(seqTables.size()), "count",
            {QStringLiteral("2.3")});
    facts.details.insert(QStringLiteral("hot"), hot);
    facts.details.insert(QStringLiteral("seq_tables"), QJsonArray::fromStringList(seqTables));
    facts.tables.append(planTable(all));
    addRemedies(facts, all);
}

struct Listed
{
    StatementSnapshot last;
    QVector<HotQuery> hot;
    double observedS = 0;
};

// The certain hot queries: by lifetime where its age is known, and by the window.
Result<Listed> listHot(PgClient& client, const StatementSource& source, const QStringList& roles,
                       const PostgresScope& scope, const Facts& empty)
{
    const double perDay = scope.threshold(QStringLiteral("2.7"), QStringLiteral("calls_per_day"), 1000);
    Listed out;
    Result<StatementSnapshot> first = takeSnapshot(client, source, roles, scope, QStringLiteral("2.7"));
    if (!first)
        return first.error();
    Facts early = empty;
    measure(early, "hot", static_cast<double>(hotQueries(*first, nullptr, perDay).size()), "count");
    scope.publish(early);
    if (!scope.context.waitFor(scope.window()) && scope.context.stopRequested())
        return Error{ErrorCode::Cancelled, QStringLiteral("The run was stopped."), {}, {}};
    Result<StatementSnapshot> second = takeSnapshot(client, source, roles, scope, QStringLiteral("2.7"));
    if (!second)
        return second.error();
    out.last = *second;
    out.observedS = out.last.at - out.last.reset.value_or(first->at);
    for (const HotQuery& query : hotQueries(out.last, &*first, perDay)) {
        if (query.certain)
            out.hot.append(query);
    }
    return out;
}

void planAll(PgClient& client, const PgPreflight& self, const PostgresScope& scope, const TableSnapshot& big,
             QVector<Planned>& all, const Facts& empty)
{
    QString blocked;
    std::optional<PlanGate> gate;
    if (self.dangerous) {
        blocked = QStringLiteral("this login could run programs or write");
    } else if (!client.usesStartupOptions()) {
        // A prepared statement would outlive the transaction on a connection that others get next.
        blocked = QStringLiteral("the address is a PgBouncer's: name the server itself");
    } else if (Result<PlanGate> read = readPlanGate(client); read) {
        gate = *read;
    } else {
        blocked = read.error().message;
    }
    QHash<QString, QString> paths;
    for (qsizetype i = 0; i < all.size(); ++i) {
        Planned& item = all[i];
        if (!gate || i >= maxPlanned || scope.context.stopRequested()) {
            item.state = QStringLiteral("refused");
            item.why = gate ? QStringLiteral("beyond the first 200") : blocked;
            continue;
        }
        const QString role = item.query.entry.roles.value(0);
        if (!paths.contains(role))
            paths.insert(role, searchPathOf(client, role));
        Planner(client, *gate).plan(item, paths.value(role));
        if (item.plan) {
            for (const SeqScanNode& scan : item.plan->seqScans) {
                const QString table = bigTableOf(big, scan);
                if (!table.isEmpty() && !item.seqTables.contains(table))
                    item.seqTables.append(table);
            }
        }
        scope.context.progress(static_cast<double>(i + 1) / static_cast<double>(all.size()));
        if (i % publishEvery == 0) {
            Facts early = empty;
            fill(early, all.mid(0, i + 1));
            scope.publish(early);
        }
    }
}

} // namespace

Result<Facts> QueryPlansProbe::examine(const PostgresScope& scope)
{
    Facts facts = emptyFacts(scope.context);
    Result<std::unique_ptr<PgClient>> client = scope.connect();
    if (!client)
        return client.error();
    const Result<PgPreflight> self = preflight(**client);
    if (!self)
        return self.error();
    const std::optional<StatementSource> source = statementSource(**client, *self, facts);
    if (!source)
        return facts;
    const Result<AppRoles> roles = applicationRoles(**client, scope.postgres);
    if (!roles)
        return roles.error();
    const Result<Listed> listed = listHot(**client, *source, roles->names, scope, facts);
    if (!listed)
        return listed.error();
    const Result<TableSnapshot> big =
        bigTables(**client, scope.threshold(QStringLiteral("2.3"), QStringLiteral("rows"), 10000));
    if (!big)
        return big.error();
    QVector<Planned> all;
    for (const HotQuery& query : listed->hot)
        all.append({query, std::nullopt, {}, {}, {}});
    planAll(**client, *self, scope, *big, all, facts);
    if (scope.context.stopRequested())
        return Error{ErrorCode::Cancelled, QStringLiteral("The run was stopped."), {}, {}};
    fill(facts, all);
    measure(facts, "observed_s", listed->observedS, "s");
    measure(facts, "dealloc", listed->last.dealloc.value_or(0), "count");
    measure(facts, "entries", listed->last.entries, "count");
    measure(facts, "max_entries", listed->last.maxEntries, "count");
    facts.details.insert(QStringLiteral("dealloc_known"), listed->last.dealloc.has_value());
    facts.complete = true;
    if (listed->last.hidden > 0)
        incomplete(facts,
                   Message(QT_TRANSLATE_NOOP("awb", "%1 {1:statement of another role is|statements of other "
                                                    "roles are} hidden from this login."),
                           {MessageArg(listed->last.hidden)}),
                   QStringLiteral("GRANT pg_monitor TO auditbench;"));
    if (roles->names.isEmpty())
        incomplete(facts,
                   QT_TRANSLATE_NOOP("awb", "No application login role is known: name it in the profile "
                                            "(postgres.app_roles)."));
    return facts;
}

} // namespace awb
