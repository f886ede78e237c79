#include "core/rules/pool_calculator.h"
#include "core/rules/rule_parts.h"

#include <QCoreApplication>

namespace awb
{

namespace
{

using namespace rule;

const Facts* usable(const RuleInput& input, const char* probe)
{
    const Facts* facts = input.find(QLatin1String(probe));
    return facts != nullptr && !facts->failed ? facts : nullptr;
}

const Facts* server(const RuleInput& input)
{
    return usable(input, "postgres.connections");
}

const Facts* bouncer(const RuleInput& input)
{
    return usable(input, "pgbouncer.console");
}

double value(const Facts* facts, const char* name)
{
    return facts == nullptr ? std::numeric_limits<double>::quiet_NaN() : facts->value(QLatin1String(name));
}

std::optional<double> known(double number)
{
    return std::isnan(number) ? std::nullopt : std::optional<double>(number);
}

MessageArg seconds(double number)
{
    return {number, QStringLiteral("s")};
}

MessageArg counted(double number)
{
    return {number, QStringLiteral("count")};
}

// Nothing usable: the first failed probe's reason, or that none ran.
Suggestion nothing(const RuleInput& input)
{
    for (const Facts& facts : input.facts) {
        if (facts.failed)
            return notMeasuredBecause(facts);
    }
    return notMeasured(QT_TRANSLATE_NOOP("awb", "No probe that serves this check has run."));
}

// Sessions of others whose state this login may not see: a clean look through them proves nothing.
bool blind(const Facts* facts)
{
    return value(facts, "unreadable") > 0;
}

Suggestion blindness(const Facts* facts)
{
    return notMeasured(
        Message(QT_TRANSLATE_NOOP("awb", "The state of %1 sessions is hidden from this login."),
                {counted(value(facts, "unreadable"))}),
        QStringLiteral("GRANT pg_monitor TO auditbench;"));
}

// ---- 4.1

struct Churn
{
    double perTransaction = std::numeric_limits<double>::quiet_NaN();
    double transactions = 0;
    double perSecond = 0;
};

Churn churnOf(const Facts* facts, const char* prefix)
{
    const QByteArray name(prefix);
    Churn churn;
    if (facts == nullptr)
        return churn;
    churn.transactions = value(facts, (name + "transactions").constData());
    churn.perTransaction = value(facts, (name + "sessions_per_transaction").constData());
    const double window = value(facts, "window_s");
    churn.perSecond = window > 0 ? churn.transactions / window : 0;
    return churn;
}

// Redis: new connections for each command. A pool shows hardly any.
std::optional<Suggestion> redisChurn(const RuleInput& input)
{
    const Facts* redis = usable(input, "redis.connections");
    const double ratio = value(redis, "connections_per_command");
    const double commands = value(redis, "commands_window");
    if (std::isnan(ratio) || !(commands >= policy(input, "min_transactions", 100)))
        return std::nullopt;
    const QVector<MessageArg> args{counted(ratio)};
    if (ratio >= policy(input, "fail_above_ratio", 0.5))
        return fail(Message(
            QT_TRANSLATE_NOOP("awb", "Redis sees %1 new connections for each command: no pool."), args));
    if (ratio >= policy(input, "warn_above_ratio", 0.05))
        return warn(
            Message(QT_TRANSLATE_NOOP("awb", "Redis sees %1 new connections for each command."), args));
    return std::nullopt;
}

Suggestion cleanChurn(const RuleInput& input, const Facts& db, const Churn& churn, const Message& summary)
{
    const double limit = policy(input, "warn_above_ratio", 0.05);
    const double share = value(&db, "app_share_percent");
    const double minShare = policy(input, "min_app_share_percent", 95);
    const double own = value(&db, "new_backends") / std::max(1.0, churn.transactions);
    if (std::isnan(own) || own >= limit)
        return inconclusive(
            summary, QT_TRANSLATE_NOOP("awb", "The sampled sessions of the application roles change more "
                                              "often than the database's own counter says."));
    if (!(share >= minShare))
        return inconclusive(
            summary, Message(QT_TRANSLATE_NOOP("awb", "The counter is the whole database's, and the "
                                                      "application's share of its calls is not shown to "
                                                      "be %1 or more."),
                             {MessageArg(minShare, QStringLiteral("percent"))}));
    // What is behind a bouncer sees the bouncer's pool, and its console counts no logins.
    if (bouncer(input) != nullptr)
        return inconclusive(
            summary, QT_TRANSLATE_NOOP("awb", "A PgBouncer is in front and hides the churn of its clients: "
                                              "look at the application's pool."));
    return db.complete ? pass(summary) : notMeasuredBecause(db);
}

Suggestion poolExists(const RuleInput& input)
{
    const Facts* db = server(input);
    const Churn clients = churnOf(bouncer(input), "client_");
    const double failAt = policy(input, "fail_above_ratio", 0.5);
    if (clients.perTransaction >= failAt && clients.transactions >= policy(input, "min_transactions", 100))
        return fail(Message(
            QT_TRANSLATE_NOOP("awb", "%1 new client connections to PgBouncer for each transaction: the "
                                     "application does not pool."),
            {counted(clients.perTransaction)}));
    const std::optional<Suggestion> redis = redisChurn(input);
    if (redis && redis->verdict == Verdict::Fail)
        return *redis;
    if (db == nullptr)
        return redis ? *redis : nothing(input);
    const Churn churn = churnOf(db, "");
    if (std::isnan(churn.perTransaction) || !(churn.transactions >= policy(input, "min_transactions", 100)))
        return notMeasured(Message(QT_TRANSLATE_NOOP("awb", "Only %1 transactions ran in the window."),
                                   {counted(std::isnan(churn.transactions) ? 0 : churn.transactions)}),
                           {}, QT_TRANSLATE_NOOP("awb", "Run the audit under normal load."));
    const Message summary(
        QT_TRANSLATE_NOOP("awb", "%1 new sessions for each transaction (%2 transactions in %3)."),
        {counted(churn.perTransaction), counted(churn.transactions), seconds(value(db, "window_s"))});
    Suggestion said;
    if (churn.perTransaction >= failAt && churn.perSecond >= policy(input, "min_tx_per_s", 1))
        said = fail(summary);
    else if (churn.perTransaction >= policy(input, "warn_above_ratio", 0.05))
        said = warn(summary);
    else if (redis)
        said = *redis;
    else
        said = cleanChurn(input, *db, churn, summary);
    return headline(said, *db, QStringLiteral("sessions_per_transaction"), input.threshold());
}

// ---- 4.2

struct Sizes
{
    PoolTarget target;
    std::optional<double> configured; // pool size × instances, or PgBouncer's own pools
    std::optional<double> observed;   // peak connections of the application roles
    std::optional<double> available;  // max_connections without the reserved ones
};

Sizes sizesOf(const RuleInput& input)
{
    Sizes sizes;
    const Facts* db = server(input);
    const Facts* proxy = bouncer(input);
    const QJsonObject sizing =
        (db != nullptr ? db : proxy)->details.value(QStringLiteral("sizing")).toObject();
    PoolInputs in;
    in.peakRps = known(numberField(sizing, "peak_rps"));
    in.avgQueryMs = known(numberField(sizing, "avg_query_ms"));
    in.dbCores = known(numberField(sizing, "db_cores"));
    in.busyConnections = known(value(db, "mean_busy"));
    in.safetyFactor = policy(input, "safety_factor", 1.3);
    sizes.target = poolTarget(in);
    const std::optional<double> pool = known(numberField(sizing, "pool_size"));
    const std::optional<double> instances = known(numberField(sizing, "instances"));
    if (const std::optional<double> pooled = known(value(proxy, "pool_size_sum")))
        sizes.configured = pooled;
    else if (pool && instances)
        sizes.configured = *pool * *instances;
    sizes.observed = known(value(db, "peak_connections"));
    if (const std::optional<double> maximum = known(value(db, "max_connections")))
        sizes.available = *maximum - value(db, "reserved_connections");
    return sizes;
}

Verdict sizeByLetter(const RuleInput& input, const Sizes& sizes)
{
    if (!sizes.configured || !sizes.target.byCores)
        return Verdict::NotMeasured;
    const double ratio = *sizes.configured / *sizes.target.byCores;
    const bool fits = input.threshold(QStringLiteral("deviation_min")).isMetBy(ratio) &&
                      input.threshold(QStringLiteral("deviation_max")).isMetBy(ratio);
    return fits ? Verdict::Pass : Verdict::Fail;
}

Suggestion unknownSize(const RuleInput& input, const Sizes& sizes)
{
    const Threshold& most = input.threshold(QStringLiteral("deviation_max"));
    if (sizes.observed && !most.isMetBy(*sizes.observed / *sizes.target.target))
        return warn(Message(
            QT_TRANSLATE_NOOP("awb", "%1 connections of the application were open at once; the target is "
                                     "%2."),
            {counted(*sizes.observed), MessageArg(*sizes.target.target)}));
    return notMeasured(
        Message(QT_TRANSLATE_NOOP("awb", "The configured pool size is not known; up to %1 connections were "
                                         "seen, the target is %2."),
                {counted(sizes.observed.value_or(0)), MessageArg(*sizes.target.target)}),
        {}, QT_TRANSLATE_NOOP("awb", "Add sizing.pool_size and sizing.instances to the profile."));
}

Suggestion poolSize(const RuleInput& input)
{
    if (server(input) == nullptr && bouncer(input) == nullptr)
        return nothing(input);
    const Sizes sizes = sizesOf(input);
    if (sizes.configured && sizes.available && *sizes.configured > *sizes.available)
        return fail(Message(
            QT_TRANSLATE_NOOP("awb", "The pools may open %1 connections, and the server has room for %2."),
            {counted(*sizes.configured), counted(*sizes.available)}));
    if (!sizes.target.target)
        return notMeasured(
            QT_TRANSLATE_NOOP("awb", "The number of the database's CPU cores is not known; SQL does not show "
                                     "it."),
            {}, QT_TRANSLATE_NOOP("awb", "Add sizing.db_cores to the profile."));
    if (!sizes.configured)
        return unknownSize(input, sizes);
    const double ratio = *sizes.configured / *sizes.target.target;
    const QVector<MessageArg> args{counted(*sizes.configured), MessageArg(*sizes.target.target),
                                   MessageArg(ratio, QStringLiteral("ratio"))};
    const bool fits = input.threshold(QStringLiteral("deviation_min")).isMetBy(ratio) &&
                      input.threshold(QStringLiteral("deviation_max")).isMetBy(ratio);
    const bool waited = value(bouncer(input), "waiting_max") > 0 || value(bouncer(input), "wait_ms") > 0;
    Suggestion said;
    if (fits && waited)
        said = warn(Message(
            QT_TRANSLATE_NOOP("awb", "The pool of %1 fits the target of %2, but clients had to wait for a "
                                     "connection."),
            args));
    else if (fits)
        said = pass(
            Message(QT_TRANSLATE_NOOP("awb", "The pools hold %1 connections, %3 the target of %2."), args));
    else
        said = warn(Message(
            QT_TRANSLATE_NOOP("awb", "The pools hold %1 connections, which is %3 the target of %2."), args));
    said.byLetter = sizeByLetter(input, sizes);
    return said;
}

// ---- 4.3

Suggestion acquireTimeout(const RuleInput& input)
{
    const double wait = value(bouncer(input), "query_wait_timeout_s");
    if (std::isnan(wait))
        return bouncer(input) == nullptr ? nothing(input) : notMeasuredBecause(*bouncer(input));
    const Message summary(QT_TRANSLATE_NOOP("awb", "PgBouncer lets a query wait up to %1 for a connection "
                                                   "(query_wait_timeout)."),
                          {seconds(wait)});
    if (wait <= 0)
        return fail(QT_TRANSLATE_NOOP(
            "awb", "PgBouncer lets a query wait for a connection for ever (query_wait_timeout "
                   "= 0)."));
    return input.threshold(QStringLiteral("acquire_timeout")).isMetBy(wait) ? pass(summary) : fail(summary);
}

// ---- 4.4

Suggestion lifetime(const RuleInput& input)
{
    const Facts* db = server(input);
    const double limit = input.threshold().value;
    const double oldest = value(db, "oldest_s");
    const double configured = value(bouncer(input), "server_lifetime_s");
    if (oldest >= limit) {
        Suggestion said = fail(
            Message(QT_TRANSLATE_NOOP("awb", "The oldest pooled connection is %1 old."), {seconds(oldest)}));
        return headline(said, *db, QStringLiteral("oldest_s"), input.threshold());
    }
    if (configured >= limit || configured == 0)
        return fail(
            Message(QT_TRANSLATE_NOOP("awb", "PgBouncer keeps server connections for %1 (server_lifetime)."),
                    {seconds(configured)}));
    if (db != nullptr && blind(db))
        return blindness(db);
    if (configured > 0)
        return pass(Message(
            QT_TRANSLATE_NOOP("awb", "PgBouncer closes server connections after %1 (server_lifetime)."),
            {seconds(configured)}));
    if (db == nullptr)
        return nothing(input);
    if (!db->complete)
        return notMeasuredBecause(*db);
    if (std::isnan(oldest))
        return notMeasured(QT_TRANSLATE_NOOP("awb", "No connection of the application was seen."), {},
                           QT_TRANSLATE_NOOP("awb", "Run the audit while the application runs."));
    const double minimum = policy(input, "min_observation_s", 2100);
    Suggestion said;
    if (value(db, "window_s") >= minimum && value(db, "recycled") > 0)
        said = pass(
            Message(QT_TRANSLATE_NOOP("awb", "No connection grew older than %1 in %2, and %3 were replaced."),
                    {seconds(oldest), seconds(value(db, "window_s")), counted(value(db, "recycled"))}));
    else
        said = inconclusive(
            Message(QT_TRANSLATE_NOOP("awb", "The oldest connection is %1 old, which proves nothing yet."),
                    {seconds(oldest)}),
            Message(QT_TRANSLATE_NOOP("awb", "The pool's configuration, or an observation of %1 in which "
                                             "connections are replaced."),
                    {seconds(minimum)}));
    return headline(said, *db, QStringLiteral("oldest_s"), input.threshold());
}

// ---- 4.5

Suggestion idleTime(const RuleInput& input)
{
    const Facts* db = server(input);
    const Facts* proxy = bouncer(input);
    const double limit = input.threshold().value;
    const double longest = value(db, "longest_idle_s");
    const double configured = value(proxy, "server_idle_timeout_s");
    if (longest >= limit) {
        Suggestion said =
            fail(Message(QT_TRANSLATE_NOOP("awb", "%1 connections have been idle for 10 min or more, the "
                                                  "longest for %2."),
                         {counted(value(db, "idle_over_limit")), seconds(longest)}));
        return headline(said, *db, QStringLiteral("longest_idle_s"), input.threshold());
    }
    if (configured >= limit || configured == 0)
        return fail(Message(QT_TRANSLATE_NOOP("awb", "PgBouncer keeps idle server connections for %1 "
                                                     "(server_idle_timeout)."),
                            {seconds(configured)}));
    if (db != nullptr && blind(db))
        return blindness(db);
    if (configured > 0)
        return pass(Message(
            QT_TRANSLATE_NOOP("awb", "PgBouncer closes idle server connections after %1, and none was idle "
                                     "longer."),
            {seconds(configured)}));
    if (db == nullptr)
        return nothing(input);
    if (!db->complete)
        return notMeasuredBecause(*db);
    Suggestion said = inconclusive(
        std::isnan(longest)
            ? Message(QT_TRANSLATE_NOOP("awb", "No idle connection of the application was seen."))
            : Message(QT_TRANSLATE_NOOP("awb",
                                        "The longest idle connection has been idle for %1, which proves "
                                        "nothing yet."),
                      {seconds(longest)}),
        QT_TRANSLATE_NOOP("awb", "The pool's configured idle time."));
    return headline(said, *db, QStringLiteral("longest_idle_s"), input.threshold());
}

// ---- 4.6, 4.9: hints

Suggestion leakHints(const RuleInput& input)
{
    const Facts* db = server(input);
    if (db == nullptr)
        return nothing(input);
    const double limit = policy(input, "idle_in_transaction_max_s", 300);
    const double inTransaction = value(db, "longest_in_transaction_s");
    if (inTransaction >= limit)
        return warn(Message(
            QT_TRANSLATE_NOOP("awb", "A session has been idle in a transaction for %1: a leak, or a very "
                                     "long transaction."),
            {seconds(inTransaction)}));
    if (db->flag(QStringLiteral("growing")))
        return warn(Message(
            QT_TRANSLATE_NOOP("awb", "The application's connections only grew during the window, from %1 to "
                                     "%2."),
            {counted(value(db, "first_connections")), counted(value(db, "last_connections"))}));
    if (blind(db))
        return blindness(db);
    return inconclusive(QT_TRANSLATE_NOOP("awb", "The server shows no sign of a leak, which proves nothing."),
                        QT_TRANSLATE_NOOP("awb", "Look in the pool's configuration for leak detection."));
}

Suggestion heldAcrossCalls(const RuleInput& input)
{
    const Facts* db = server(input);
    if (db == nullptr)
        return nothing(input);
    const double share = value(db, "idle_in_transaction_percent");
    const double longest = value(db, "longest_in_transaction_s");
    const QVector<MessageArg> args{MessageArg(share, QStringLiteral("percent")), seconds(longest)};
    if (longest > policy(input, "warn_single_s", 1))
        return warn(Message(
            QT_TRANSLATE_NOOP("awb", "A session waited %2 inside a transaction for its client: is there a "
                                     "call to another service in it?"),
            args));
    if (share >= policy(input, "warn_share_percent", 5))
        return warn(Message(
            QT_TRANSLATE_NOOP("awb", "%1 of the sampled sessions waited inside a transaction for their "
                                     "client."),
            args));
    if (blind(db))
        return blindness(db);
    return inconclusive(
        QT_TRANSLATE_NOOP("awb", "No session was seen waiting inside a transaction, which proves nothing."),
        QT_TRANSLATE_NOOP("awb", "Look in the source for calls to other services inside transactions."));
}

// ---- 4.10

Suggestion proxyInUse(const RuleInput& input)
{
    const Facts* proxy = bouncer(input);
    const Facts* db = server(input);
    const bool named = db != nullptr && db->flag(QStringLiteral("rds_proxy"));
    if (proxy == nullptr && db == nullptr)
        return nothing(input);
    if (proxy == nullptr && !named)
        return notMeasured(
            QT_TRANSLATE_NOOP("awb", "No connection proxy was seen."), {},
            QT_TRANSLATE_NOOP("awb",
                              "Name PgBouncer in the profile, or mark N/A if nothing serverless runs."));
    const Message settle =
        QT_TRANSLATE_NOOP("awb", "Say whether serverless functions reach this database: if none do, "
                                 "mark N/A; if they do, whether through this proxy.");
    if (named)
        return inconclusive(QT_TRANSLATE_NOOP("awb", "The database is reached through an RDS Proxy."),
                            settle);
    return inconclusive(Message(QT_TRANSLATE_NOOP("awb", "A connection proxy answers: %1."),
                                {MessageArg(field(proxy->details, "version"))}),
                        settle);
}

template<Suggestion (*judge)(const RuleInput&)>
Suggestion eachDatabase(const RuleInput& input)
{
    return worstPart(input, judge);
}

} // namespace

QVector<RuleEntry> connectionRules()
{
    return {{"4.1", &eachDatabase<poolExists>},
            {"4.2", &eachDatabase<poolSize>},
            {"4.3", &acquireTimeout},
            {"4.4", &eachDatabase<lifetime>},
            {"4.5", &eachDatabase<idleTime>},
            {"4.6", &eachDatabase<leakHints>},
            {"4.9", &eachDatabase<heldAcrossCalls>},
            {"4.10", &eachDatabase<proxyInUse>}};
}

} // namespace awb
