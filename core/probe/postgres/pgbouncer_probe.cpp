#include "core/probe/postgres/pgbouncer_probe.h"

#include "core/probe/postgres/pgbouncer_client.h"
#include "core/probe/postgres/postgres_probe.h"
#include "core/probe/postgres/sessions_probe.h"

#include <QCoreApplication>
#include <QSet>

namespace awb
{

namespace
{

using std::chrono::milliseconds;

double numberAt(const Rows& rows, qsizetype row, const char* column)
{
    const qsizetype at = rows.column(QLatin1String(column));
    return at < 0 ? std::numeric_limits<double>::quiet_NaN() : rows.number(row, at);
}

QString textAt(const Rows& rows, qsizetype row, const char* column)
{
    const qsizetype at = rows.column(QLatin1String(column));
    return at < 0 ? QString() : rows.text(row, at);
}

QMap<QString, QString> configOf(const Rows& rows)
{
    QMap<QString, QString> config;
    for (qsizetype i = 0; i < rows.size(); ++i)
        config.insert(textAt(rows, i, "key"), textAt(rows, i, "value"));
    return config;
}

bool isConsole(const QString& database)
{
    return database == QLatin1String("pgbouncer");
}

// What the pools may grow to: each (database, user) pool to its database's size, for a while by the reserve
// too, all of a database's pools together to its max_connections.
struct PoolSizes
{
    double sum = std::numeric_limits<double>::quiet_NaN();
    double most = std::numeric_limits<double>::quiet_NaN(); // with the reserves
};

double orElse(double value, double fallback)
{
    return std::isnan(value) ? fallback : value;
}

PoolSizes poolSizes(const Rows& databases, const Rows& pools, double fallback)
{
    QHash<QString, double> count;
    for (qsizetype i = 0; i < pools.size(); ++i) {
        const QString database = textAt(pools, i, "database");
        if (!isConsole(database))
            count[database] += 1;
    }
    PoolSizes sizes;
    for (auto it = count.cbegin(); it != count.cend(); ++it) {
        double size = fallback, reserve = 0, cap = 0;
        for (qsizetype i = 0; i < databases.size(); ++i) {
            if (textAt(databases, i, "name") != it.key())
                continue;
            size = orElse(numberAt(databases, i, "pool_size"), fallback);
            reserve = orElse(numberAt(databases, i, "reserve_pool"),
                             orElse(numberAt(databases, i, "reserve_pool_size"), 0));
            cap = orElse(numberAt(databases, i, "max_connections"), 0);
        }
        const auto capped = [cap](double n) { return cap > 0 ? std::min(n, cap) : n; };
        sizes.sum = orElse(sizes.sum, 0) + capped(*it * size);
        sizes.most = orElse(sizes.most, 0) + capped(*it * (size + reserve));
    }
    return sizes;
}

struct Traffic
{
    double transactions = 0;
    double waitUs = 0;
};

Traffic trafficOf(const Rows& stats)
{
    Traffic t;
    for (qsizetype i = 0; i < stats.size(); ++i) {
        if (isConsole(textAt(stats, i, "database")))
            continue;
        const double transactions = numberAt(stats, i, "total_xact_count");
        const double wait = numberAt(stats, i, "total_wait_time");
        t.transactions += std::isnan(transactions) ? 0 : transactions;
        t.waitUs += std::isnan(wait) ? 0 : wait;
    }
    return t;
}

QSet<QString> clientsOf(const Rows& clients)
{
    QSet<QString> out;
    for (qsizetype i = 0; i < clients.size(); ++i) {
        if (!isConsole(textAt(clients, i, "database")))
            out.insert(textAt(clients, i, "connect_time") + textAt(clients, i, "addr") + QLatin1Char(':') +
                       textAt(clients, i, "port") + textAt(clients, i, "ptr"));
    }
    return out;
}

double waitingIn(const Rows& pools)
{
    double waiting = 0;
    for (qsizetype i = 0; i < pools.size(); ++i) {
        const double n = numberAt(pools, i, "cl_waiting");
        waiting += std::isnan(n) || isConsole(textAt(pools, i, "database")) ? 0 : n;
    }
    return waiting;
}

// Its connections to the servers, whatever they do.
double serversIn(const Rows& pools)
{
    double servers = 0;
    for (qsizetype i = 0; i < pools.size(); ++i) {
        for (const QString& column : pools.columns()) {
            const double n = pools.number(i, pools.column(column));
            if (column.startsWith(QLatin1String("sv_")) && !std::isnan(n) &&
                !isConsole(textAt(pools, i, "database")))
                servers += n;
        }
    }
    return servers;
}

Table poolTable(const Rows& pools)
{
    Table table;
    table.id = QStringLiteral("pools");
    table.title = QT_TRANSLATE_NOOP("awb", "Pools of PgBouncer");
    table.columns = {codeColumn("database", QT_TRANSLATE_NOOP("awb", "Database")),
                     codeColumn("user", QT_TRANSLATE_NOOP("awb", "User")),
                     numberColumn("cl_active", QT_TRANSLATE_NOOP("awb", "Clients active"), "connections"),
                     numberColumn("cl_waiting", QT_TRANSLATE_NOOP("awb", "Clients waiting"), "connections"),
                     numberColumn("sv_active", QT_TRANSLATE_NOOP("awb", "Servers active"), "connections"),
                     numberColumn("sv_idle", QT_TRANSLATE_NOOP("awb", "Servers idle"), "connections"),
                     textColumn("mode", QT_TRANSLATE_NOOP("awb", "Mode"), 2)};
    for (qsizetype i = 0; i < pools.size(); ++i)
        addRow(table,
               {textAt(pools, i, "database"), textAt(pools, i, "user"),
                jsonNumber(numberAt(pools, i, "cl_active")), jsonNumber(numberAt(pools, i, "cl_waiting")),
                jsonNumber(numberAt(pools, i, "sv_active")), jsonNumber(numberAt(pools, i, "sv_idle")),
                textAt(pools, i, "pool_mode")});
    return table;
}

Table configTable(const QMap<QString, QString>& config)
{
    Table table;
    table.id = QStringLiteral("config");
    table.title = QT_TRANSLATE_NOOP("awb", "Settings of PgBouncer");
    table.columns = {codeColumn("setting", QT_TRANSLATE_NOOP("awb", "Setting")),
                     codeColumn("value", QT_TRANSLATE_NOOP("awb", "Value"))};
    for (const char* key :
         {"pool_mode", "default_pool_size", "max_client_conn", "max_db_connections", "reserve_pool_size",
          "query_wait_timeout", "server_lifetime", "server_idle_timeout", "client_idle_timeout",
          "query_timeout", "idle_transaction_timeout"}) {
        const QString name = QLatin1String(key);
        if (config.contains(name))
            addRow(table, {name, config.value(name)});
    }
    return table;
}

void addConfig(Facts& facts, const QMap<QString, QString>& config)
{
    const auto seconds = [&](const char* setting, const char* name) {
        bool ok = false;
        const double value = config.value(QLatin1String(setting)).toDouble(&ok);
        if (ok)
            measure(facts, name, value, "s");
    };
    seconds("query_wait_timeout", "query_wait_timeout_s");
    seconds("server_lifetime", "server_lifetime_s");
    seconds("server_idle_timeout", "server_idle_timeout_s");
    seconds("client_idle_timeout", "client_idle_timeout_s");
    seconds("query_timeout", "query_timeout_s");
    facts.details.insert(QStringLiteral("pool_mode"), config.value(QStringLiteral("pool_mode")));
    facts.tables.append(configTable(config));
    facts.remedies.append({QStringLiteral("4.3"), QStringLiteral("text"),
                           QStringLiteral("; pgbouncer.ini, then RELOAD\nquery_wait_timeout = 30")});
    facts.remedies.append({QStringLiteral("4.4"), QStringLiteral("text"),
                           QStringLiteral("; pgbouncer.ini, then RELOAD\nserver_lifetime = 1500")});
    facts.remedies.append({QStringLiteral("4.5"), QStringLiteral("text"),
                           QStringLiteral("; pgbouncer.ini, then RELOAD\nserver_idle_timeout = 300")});
}

class Look
{
public:
    Look(PgBouncerClient& client, ProbeContext& context) : client_(client), context_(context) {}

    Result<Rows> show(const char* what) { return client_.show(QLatin1String(what)); }

    // Watches the window; clients seen that were not there at first.
    Status window(milliseconds window)
    {
        const Result<Rows> stats = show("STATS");
        const Result<Rows> clients = show("CLIENTS");
        if (!stats || !clients)
            return stats ? clients.error() : stats.error();
        const Traffic before = trafficOf(*stats);
        const QSet<QString> known = clientsOf(*clients);
        QSet<QString> seen = known;
        const auto begun = context_.clock().monotonic();
        const auto pause = std::min(milliseconds(1000), std::max(milliseconds(20), window / 5));
        for (auto gone = milliseconds(0); gone < window;) {
            if (!context_.waitFor(std::min(pause, window - gone))) {
                if (context_.stopRequested())
                    return Error{ErrorCode::Cancelled, QStringLiteral("The run was stopped."), {}, {}};
                break;
            }
            const Result<Rows> pools = show("POOLS");
            const Result<Rows> now = show("CLIENTS");
            if (!pools || !now)
                return pools ? now.error() : pools.error();
            waiting = std::max(waiting, waitingIn(*pools));
            servers = std::max(servers, serversIn(*pools));
            seen.unite(clientsOf(*now));
            gone = std::chrono::duration_cast<milliseconds>(context_.clock().monotonic() - begun);
        }
        const Result<Rows> after = show("STATS");
        if (!after)
            return after.error();
        seconds = std::chrono::duration<double>(context_.clock().monotonic() - begun).count();
        const Traffic last = trafficOf(*after);
        transactions = std::max(0.0, last.transactions - before.transactions);
        waitMs = std::max(0.0, last.waitUs - before.waitUs) / 1000;
        sessions = static_cast<double>(seen.size() - known.size());
        return Done{};
    }

    double seconds = 0, transactions = 0, waitMs = 0, waiting = 0, sessions = 0, servers = 0;

private:
    PgBouncerClient& client_;
    ProbeContext& context_;
};

Result<Facts> examine(Facts facts, PgBouncerClient& client, const ProbeTarget& target, ProbeContext& context)
{
    const Result<QString> version = client.version();
    if (!version)
        return version.error();
    facts.details.insert(QStringLiteral("version"), *version);
    facts.details.insert(QStringLiteral("sizing"), sizingObject(target.profile.sizing));
    Look look(client, context);
    const Result<Rows> config = look.show("CONFIG");
    const Result<Rows> databases = look.show("DATABASES");
    const Result<Rows> pools = look.show("POOLS");
    for (const Result<Rows>* rows : {&config, &databases, &pools}) {
        if (!*rows)
            return rows->error();
    }
    const QMap<QString, QString> settings = configOf(*config);
    addConfig(facts, settings);
    const PoolSizes sizes =
        poolSizes(*databases, *pools, settings.value(QStringLiteral("default_pool_size")).toDouble());
    measure(facts, "pool_size_sum", sizes.sum, "connections");
    measure(facts, "pool_size_most", sizes.most, "connections");
    facts.tables.append(poolTable(*pools));
    context.publishPartial(facts);
    if (const Status watched = look.window(milliseconds(target.profile.observeMs)); !watched)
        return watched.error();
    measure(facts, "waiting_max", std::max(look.waiting, waitingIn(*pools)), "connections");
    measure(facts, "servers_max", std::max(look.servers, serversIn(*pools)), "connections");
    measure(facts, "wait_ms", look.waitMs, "ms");
    measure(facts, "window_s", look.seconds, "s");
    measure(facts, "client_transactions", look.transactions, "count");
    measure(facts, "client_sessions", look.sessions, "connections");
    if (look.transactions > 0)
        measure(facts, "client_sessions_per_transaction", look.sessions / look.transactions, "ratio");
    facts.complete = true;
    return facts;
}

} // namespace

Result<Facts> PgBouncerProbe::run(const ProbeTarget& target, ProbeContext& context)
{
    if (!target.profile.pgbouncer)
        return Error{ErrorCode::Usage, QStringLiteral("The profile names no PgBouncer."), {}, {}};
    const Result<PgAddress> address = pgAddress(target.profile.pgbouncer->url);
    if (!address)
        return address.error();
    Facts facts;
    facts.probe = QStringLiteral("pgbouncer.console");
    facts.checks = {QStringLiteral("2.5"), QStringLiteral("4.1"), QStringLiteral("4.2"),
                    QStringLiteral("4.3"), QStringLiteral("4.4"), QStringLiteral("4.5"),
                    QStringLiteral("4.10")};
    facts.source = address->label();
    facts.started = context.clock().now();
    const auto begun = context.clock().monotonic();
    auto client = PgBouncerClient::connect(*address, target.secret(QStringLiteral("pgbouncer")),
                                           target.allSecrets(), context);
    if (!client)
        return client.error();
    Result<Facts> out = examine(facts, **client, target, context);
    if (out) {
        out->sent = context.sentSoFar();
        out->durationMs =
            std::chrono::duration_cast<milliseconds>(context.clock().monotonic() - begun).count();
    }
    return out;
}

} // namespace awb
