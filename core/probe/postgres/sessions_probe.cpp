#include "core/probe/postgres/sessions_probe.h"

#include "core/probe/postgres/settings_probe.h"
#include "core/probe/postgres/statement_snapshot.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace awb
{

namespace
{

using std::chrono::milliseconds;
constexpr milliseconds sampleEvery{1000};
// Other probes of the run connect in its first moments; their sessions are not the application's.
constexpr milliseconds settleAtMost{2000};

constexpr auto activitySql =
    R"(/* auditbench:4.x */ SELECT extract(epoch FROM clock_timestamp()), pid, extract(epoch FROM backend_start),
 usename, application_name, pg_catalog.host(client_addr), state, wait_event,
 extract(epoch FROM clock_timestamp() - backend_start), extract(epoch FROM clock_timestamp() - state_change),
 coalesce(query, '') <> '<insufficient privilege>'
 FROM pg_catalog.pg_stat_activity WHERE datname = pg_catalog.current_database() AND pid <> pg_catalog.pg_backend_pid()
 AND (backend_type = 'client backend' OR backend_type IS NULL)
 AND NOT (usename = current_user AND coalesce(application_name, '') = 'auditbench') ORDER BY pid LIMIT 5000)";

struct Counters
{
    double at = 0, startedAt = 0, transactions = 0;
    std::optional<double> sessions, abandoned; // 14+
    std::optional<double> reset;
    double maxConnections = 0, reserved = 0;
};

std::optional<double> known(double value)
{
    return std::isnan(value) ? std::nullopt : std::optional<double>(value);
}

Result<Counters> readCounters(PgClient& client, const QString& sql)
{
    const Result<Rows> rows = client.query(sql);
    if (!rows)
        return rows.error();
    if (rows->isEmpty())
        return Error{
            ErrorCode::Protocol, QStringLiteral("The server has no counters of this database."), {}, {}};
    Counters c;
    c.at = rows->number(0, 0);
    c.startedAt = rows->number(0, 1);
    c.transactions = rows->number(0, 2);
    c.sessions = known(rows->number(0, 3));
    c.abandoned = known(rows->number(0, 4));
    c.reset = known(rows->number(0, 5));
    c.maxConnections = rows->number(0, 6);
    c.reserved = rows->number(0, 7);
    return c;
}

Result<SessionMoment> sample(PgClient& client, const QStringList& appRoles)
{
    const Result<Rows> rows = client.query(QString::fromLatin1(activitySql));
    if (!rows)
        return rows.error();
    SessionMoment moment;
    for (qsizetype i = 0; i < rows->size(); ++i) {
        moment.at = rows->number(i, 0);
        if (!appRoles.contains(rows->text(i, 3)))
            continue;
        SessionSample s;
        s.pid = rows->integer(i, 1);
        s.startedAt = rows->number(i, 2);
        s.role = rows->text(i, 3);
        s.application = rows->text(i, 4);
        s.client = rows->text(i, 5);
        s.state = rows->text(i, 6);
        s.waitEvent = rows->text(i, 7);
        s.ageS = rows->number(i, 8);
        s.inStateS = rows->number(i, 9);
        // A session that is only just starting has no state yet either; it hides nothing.
        s.readable = rows->text(i, 10) == QLatin1String("t");
        if (std::isnan(s.startedAt))
            s.startedAt = 0;
        moment.sessions.append(s);
    }
    return moment;
}

// Everything a run has learned when facts are made of it.
struct Evidence
{
    Counters first;
    std::optional<Counters> last;
    QVector<SessionMoment> moments;
    PgLedger::Own ownBefore, ownAfter; // of all our probes here
    std::optional<double> busyByTime;  // Δ total_exec_time ÷ Δt
    std::optional<double> appShare;

    bool hasWindow() const
    {
        return last && last->startedAt == first.startedAt && last->reset == first.reset &&
               last->transactions >= first.transactions;
    }
};

void addChurn(Facts& facts, const Evidence& e, const SessionSummary& s)
{
    const double window = e.hasWindow() ? e.last->at - e.first.at : 0;
    measure(facts, "window_s", window, "s");
    if (!(window > 0))
        return;
    const double transactions =
        std::max(0.0, e.last->transactions - e.first.transactions -
                          static_cast<double>(e.ownAfter.transactions - e.ownBefore.transactions));
    const bool counted = e.last->sessions && e.first.sessions;
    const auto ownSessions = static_cast<double>(e.ownAfter.sessions - e.ownBefore.sessions);
    const double sessions =
        counted ? std::max(0.0, *e.last->sessions - *e.first.sessions - ownSessions) : s.newSessions;
    measure(facts, "sessions_new", sessions, "connections");
    measure(facts, "transactions", transactions, "count");
    measure(facts, "tx_per_s", transactions / window, "per_second");
    if (transactions > 0) {
        measure(facts, "sessions_per_transaction", sessions / transactions, "ratio");
        facts.measured.last().n = static_cast<qint64>(transactions);
    }
    if (e.appShare)
        measure(facts, "app_share_percent", *e.appShare, "percent");
    if (e.last->abandoned && e.first.abandoned)
        measure(facts, "sessions_abandoned", *e.last->abandoned - *e.first.abandoned, "connections");
}

void addSessions(Facts& facts, const Evidence& e, const SessionSummary& s)
{
    measure(facts, "samples", static_cast<double>(s.samples), "count");
    measure(facts, "new_backends", s.newSessions, "connections");
    measure(facts, "recycled", std::min(s.newSessions, s.endedSessions), "connections");
    measure(facts, "peak_connections", s.peakConnections, "connections");
    measure(facts, "peak_pool", s.peakPool, "connections");
    measure(facts, "peak_busy", s.peakBusy, "connections");
    measure(facts, "mean_busy", std::max(s.meanBusy, e.busyByTime.value_or(0)), "connections");
    measure(facts, "max_connections", e.first.maxConnections, "connections");
    measure(facts, "reserved_connections", e.first.reserved, "connections");
    measure(facts, "oldest_s", s.oldestS, "s");
    measure(facts, "longest_idle_s", s.longestIdleS, "s");
    measure(facts, "idle_over_limit", s.idleOverLimit, "connections");
    measure(facts, "longest_in_transaction_s", s.longestInTransactionS, "s");
    measure(facts, "idle_in_transaction_percent", s.inTransactionPercent, "percent");
    measure(facts, "unreadable", s.unreadable, "connections");
    measure(facts, "first_connections", s.first, "connections");
    measure(facts, "last_connections", s.last, "connections");
    facts.details.insert(QStringLiteral("growing"), s.growing);
}

Table groupTable(const QVector<SessionMoment>& moments)
{
    Table table;
    table.id = QStringLiteral("sessions");
    table.title = QT_TRANSLATE_NOOP("awb", "Sessions of the application at the end of the window");
    table.columns = {
        codeColumn("role", QT_TRANSLATE_NOOP("awb", "Role")),
        textColumn("application", QT_TRANSLATE_NOOP("awb", "Application")),
        textColumn("client", QT_TRANSLATE_NOOP("awb", "Client"), 2),
        numberColumn("connections", QT_TRANSLATE_NOOP("awb", "Connections"), "connections"),
        numberColumn("active", QT_TRANSLATE_NOOP("awb", "Active"), "connections", 2),
        numberColumn("idle", QT_TRANSLATE_NOOP("awb", "Idle"), "connections", 2),
        numberColumn("in_transaction", QT_TRANSLATE_NOOP("awb", "Idle in a transaction"), "connections", 2),
        numberColumn("oldest", QT_TRANSLATE_NOOP("awb", "Oldest"), "s"),
        numberColumn("idle_for", QT_TRANSLATE_NOOP("awb", "Longest idle"), "s"),
        numberColumn("unreadable", QT_TRANSLATE_NOOP("awb", "Hidden"), "connections", 3)};
    for (const SessionGroup& g : groupSessions(moments.isEmpty() ? SessionMoment() : moments.last()))
        addRow(table,
               {g.role, g.application.isEmpty() ? QStringLiteral("(no name)") : g.application, g.client,
                g.connections, g.active, g.idle, g.inTransaction, g.oldestS, g.longestIdleS, g.unreadable});
    return table;
}

ChartSpec sessionChart(const Evidence& e)
{
    ChartSpec chart;
    chart.id = QStringLiteral("connections");
    chart.check = QStringLiteral("4.2");
    chart.kind = ChartKind::Line;
    chart.title = QT_TRANSLATE_NOOP("awb", "Connections of the application over the window");
    chart.x = {QT_TRANSLATE_NOOP("awb", "Time"), QStringLiteral("s"), false};
    chart.y = {QT_TRANSLATE_NOOP("awb", "Connections"), QStringLiteral("connections"), false};
    chart.emptyReason = QT_TRANSLATE_NOOP("awb", "No connection of the application was seen.");
    ChartSeries all{QT_TRANSLATE_NOOP("awb", "open"), {}};
    ChartSeries active{QT_TRANSLATE_NOOP("awb", "active"), {}};
    double begun = std::numeric_limits<double>::quiet_NaN();
    for (const SessionMoment& m : e.moments) {
        if (m.sessions.isEmpty())
            continue;
        if (std::isnan(begun))
            begun = m.at;
        double busy = 0;
        for (const SessionSample& s : m.sessions)
            busy += s.isActive() ? 1 : 0;
        all.points.append({m.at - begun, static_cast<double>(m.sessions.size()), {}, {}});
        active.points.append({m.at - begun, busy, {}, {}});
    }
    if (!all.points.isEmpty())
        chart.series = {all, active};
    chart.threshold = ChartThreshold{e.first.maxConnections - e.first.reserved, true, true,
                                     QT_TRANSLATE_NOOP("awb", "max_connections")};
    return chart;
}

void fill(Facts& facts, const Evidence& e, double idleLimit)
{
    const SessionSummary s = summarise(e.moments, idleLimit);
    addChurn(facts, e, s);
    addSessions(facts, e, s);
    facts.tables.append(groupTable(e.moments));
    facts.charts.append(sessionChart(e));
    facts.complete = true;
    if (s.unreadable > 0)
        incomplete(facts,
                   Message(QT_TRANSLATE_NOOP(
                               "awb", "The state of %1 {1:session|sessions} is hidden from this login."),
                           {MessageArg(s.unreadable, QStringLiteral("count"))}),
                   QStringLiteral("GRANT pg_monitor TO auditbench;"));
    if (e.last && !e.hasWindow()) {
        facts.details.insert(QStringLiteral("window_broken"), true);
        incomplete(facts,
                   QT_TRANSLATE_NOOP(
                       "awb", "The statistics were reset, or the server restarted, during the window."));
    }
}

// The application's time in the server and its share of the calls, by pg_stat_statements if it is there.
struct Load
{
    std::optional<StatementSource> source;
    std::optional<StatementSnapshot> first;
};

Load startLoad(PgClient& client, const PgPreflight& self, const QStringList& roles,
               const PostgresScope& scope)
{
    Load load;
    Facts unused;
    load.source = statementSource(client, self, unused);
    if (load.source) {
        Result<StatementSnapshot> taken =
            takeSnapshot(client, *load.source, roles, scope, QStringLiteral("4.2"));
        if (taken && taken->hidden == 0)
            load.first = *taken;
    }
    return load;
}

void finishLoad(PgClient& client, const Load& load, const QStringList& roles, const PostgresScope& scope,
                Evidence& e)
{
    if (!load.first)
        return;
    const Result<StatementSnapshot> last =
        takeSnapshot(client, *load.source, roles, scope, QStringLiteral("4.2"));
    if (!last || isBroken(*load.first, *last) || !(last->at > load.first->at))
        return;
    e.busyByTime = (last->appTotalMs - load.first->appTotalMs) / 1000 / (last->at - load.first->at);
    const double app = last->appCalls - load.first->appCalls;
    const double others = std::max(0.0, last->otherCalls - load.first->otherCalls);
    if (app + others > 0)
        e.appShare = 100 * app / (app + others);
}

// Samples until the window is over. An error only when the connection fails.
Status observe(PgClient& client, const PostgresScope& scope, const QStringList& roles, const Facts& empty,
               double idleLimit, Evidence& e)
{
    const auto begun = scope.context.clock().monotonic();
    const auto pause = std::min(sampleEvery, std::max(milliseconds(20), scope.window() / 5));
    for (;;) {
        const Result<SessionMoment> moment = sample(client, roles);
        if (!moment)
            return moment.error();
        e.moments.append(*moment);
        if (e.moments.size() % 10 == 1) {
            Facts early = empty;
            fill(early, e, idleLimit);
            scope.publish(early);
        }
        const auto gone = std::chrono::duration_cast<milliseconds>(scope.context.clock().monotonic() - begun);
        if (gone >= scope.window())
            return Done{};
        scope.context.progress(static_cast<double>(gone.count()) /
                               static_cast<double>(scope.window().count()));
        if (!scope.context.waitFor(std::min(pause, scope.window() - gone)))
            return scope.context.stopRequested()
                       ? Status(Error{ErrorCode::Cancelled, QStringLiteral("The run was stopped."), {}, {}})
                       : Status(Done{});
    }
}

} // namespace

QString sessionCounterSql(const QSet<QString>& columns)
{
    const auto column = [&](const char* name) {
        return columns.contains(QLatin1String(name)) ? QLatin1String(name) : QLatin1String("NULL");
    };
    return QStringLiteral("/* auditbench:4.1 */ SELECT extract(epoch FROM clock_timestamp()), "
                          "extract(epoch FROM pg_catalog.pg_postmaster_start_time()), xact_commit + "
                          "xact_rollback, %1, %2, "
                          "extract(epoch FROM stats_reset), pg_catalog.current_setting('max_connections'), "
                          "(SELECT sum(setting::int) FROM pg_catalog.pg_settings WHERE name IN "
                          "('superuser_reserved_connections', "
                          "'reserved_connections')) FROM pg_catalog.pg_stat_database WHERE datname = "
                          "pg_catalog.current_database()")
        .arg(column("sessions"), column("sessions_abandoned"));
}

QJsonObject sizingObject(const Sizing& sizing)
{
    QJsonObject out;
    const auto add = [&out](const char* name, const std::optional<double>& value) {
        if (value)
            out.insert(QLatin1String(name), *value);
    };
    add("peak_rps", sizing.peakRps);
    add("avg_query_ms", sizing.avgQueryMs);
    add("db_cores", sizing.dbCores);
    add("instances", sizing.instances);
    add("pool_size", sizing.poolSize);
    return out;
}

Result<Facts> SessionsProbe::examine(const PostgresScope& scope)
{
    Facts facts = emptyFacts(scope.context);
    Result<std::unique_ptr<PgClient>> client = scope.connect();
    if (!client)
        return client.error();
    const Result<PgPreflight> self = preflight(**client);
    if (!self)
        return self.error();
    const Result<AppRoles> roles = applicationRoles(**client, scope.postgres);
    if (!roles)
        return roles.error();
    static const QRegularExpression rds(QStringLiteral("\\.proxy-[^.]+\\..*rds\\.amazonaws\\.com$"));
    facts.details.insert(QStringLiteral("rds_proxy"), rds.match(scope.postgres.url.host()).hasMatch());
    facts.details.insert(QStringLiteral("through_pooler"), !(*client)->usesStartupOptions());
    facts.details.insert(QStringLiteral("sizing"), sizingObject(scope.target.profile.sizing));
    const Result<QSet<QString>> columns =
        existingColumns(**client, QStringLiteral("pg_catalog.pg_stat_database"));
    if (!columns)
        return columns.error();
    const double idleLimit = scope.threshold(QStringLiteral("4.5"), QStringLiteral("idle_time"), 600);
    if (!scope.context.waitFor(std::min(settleAtMost, scope.window() / 10)) && scope.context.stopRequested())
        return Error{ErrorCode::Cancelled, QStringLiteral("The run was stopped."), {}, {}};
    const Load load = startLoad(**client, *self, roles->names, scope);
    Evidence evidence;
    const QString sql = sessionCounterSql(*columns);
    const Result<Counters> first = readCounters(**client, sql);
    if (!first)
        return first.error();
    evidence.first = *first;
    evidence.ownBefore = scope.own();
    if (const Status seen = observe(**client, scope, roles->names, facts, idleLimit, evidence); !seen)
        return seen.error();
    const Result<Counters> last = readCounters(**client, sql);
    if (!last)
        return last.error();
    evidence.last = *last;
    evidence.ownAfter = scope.own();
    finishLoad(**client, load, roles->names, scope, evidence);
    fill(facts, evidence, idleLimit);
    if (roles->names.isEmpty())
        incomplete(facts,
                   QT_TRANSLATE_NOOP("awb", "No application login role is known: name it in the profile "
                                            "(postgres.app_roles)."));
    return facts;
}

} // namespace awb
