#include "core/rules/rules_connections.h"

#include <QCoreApplication>

namespace awb
{

namespace connections
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

Suggestion nothing(const RuleInput& input)
{
    for (const Facts& facts : input.facts) {
        if (facts.failed)
            return notMeasuredBecause(facts);
    }
    return notMeasured(QT_TRANSLATE_NOOP("awb", "No probe that serves this check has run."));
}

bool blind(const Facts* facts)
{
    return value(facts, "unreadable") > 0;
}

Suggestion blindness(const Facts* facts)
{
    return notMeasured(
        Message(QT_TRANSLATE_NOOP("awb", "The state of %1 {1:session|sessions} is hidden from this login."),
                {counted(value(facts, "unreadable"))}),
        QStringLiteral("GRANT pg_monitor TO auditbench;"));
}

} // namespace connections

namespace
{

using namespace rule;
using namespace connections;

// A bouncer's setting speaks for its own connections: are there more than it has?
std::optional<Suggestion> pastTheBouncer(const RuleInput& input)
{
    const double seen = value(server(input), "peak_connections");
    const double its = value(bouncer(input), "servers_max");
    if (!(seen > its))
        return std::nullopt;
    return inconclusive(
        Message(QT_TRANSLATE_NOOP(
                    "awb",
                    "Up to %1 {1:connection of the application was|connections of the application were} open "
                    "at once, and PgBouncer holds at most %2 of them: its settings do not rule the others."),
                {counted(seen), counted(its)}),
        QT_TRANSLATE_NOOP("awb", "The configuration of the pool that connects past PgBouncer."));
}

// ---- 4.3

Suggestion acquireTimeout(const RuleInput& input)
{
    const Facts* proxy = bouncer(input);
    if (proxy == nullptr && (server(input) == nullptr || input.find(QStringLiteral("pgbouncer.console"))))
        return nothing(input);
    if (proxy == nullptr)
        return notMeasured(
            QT_TRANSLATE_NOOP("awb", "No server shows how long a request waits for a connection of the "
                                     "application's own pool."),
            {}, QT_TRANSLATE_NOOP("awb", "Look up the acquire timeout in the pool's configuration."));
    const double wait = value(proxy, "query_wait_timeout_s");
    if (std::isnan(wait) && !proxy->complete)
        return notMeasuredBecause(*proxy);
    if (std::isnan(wait))
        return notMeasured(
            QT_TRANSLATE_NOOP("awb", "PgBouncer's console does not show its query_wait_timeout."));
    const Message summary(QT_TRANSLATE_NOOP("awb", "PgBouncer lets a query wait up to %1 for a connection "
                                                   "(query_wait_timeout)."),
                          {seconds(wait)});
    if (wait <= 0)
        return fail(QT_TRANSLATE_NOOP(
            "awb", "PgBouncer lets a query wait for a connection for ever (query_wait_timeout "
                   "= 0)."));
    if (!input.threshold(QStringLiteral("acquire_timeout")).isMetBy(wait))
        return fail(summary);
    if (const auto others = pastTheBouncer(input))
        return *others;
    return pass(summary);
}

// ---- 4.4

// man pgbouncer, server_lifetime: 0 means that a connection is used only once, then closed. Only
// server_idle_timeout takes 0 for "never".
Suggestion closedByBouncer(double configured)
{
    if (configured == 0)
        return pass(QT_TRANSLATE_NOOP("awb", "PgBouncer closes every server connection after one use "
                                             "(server_lifetime = 0), so none is reused."));
    return pass(
        Message(QT_TRANSLATE_NOOP("awb", "PgBouncer closes server connections after %1 (server_lifetime)."),
                {seconds(configured)}));
}

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
    if (configured >= limit)
        return fail(
            Message(QT_TRANSLATE_NOOP("awb", "PgBouncer keeps server connections for %1 (server_lifetime)."),
                    {seconds(configured)}));
    if (db != nullptr && blind(db))
        return blindness(db);
    if (const auto others = pastTheBouncer(input); others && configured >= 0)
        return *others;
    if (configured >= 0)
        return closedByBouncer(configured);
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

// The bouncer looks at its idle connections every few hundred ms, and ours are two clocks.
constexpr double closingSlackS = 5;

// The bouncer closes what is idle in its pool, not what a client holds or what never went through it.
Suggestion idleByBouncer(const RuleInput& input, double configured)
{
    const double longest = value(server(input), "longest_idle_s");
    const QVector<MessageArg> args{seconds(configured), seconds(longest)};
    if (longest > configured + closingSlackS)
        return inconclusive(
            Message(QT_TRANSLATE_NOOP("awb", "A connection has been idle for %2, and PgBouncer closes idle "
                                             "ones after %1 (server_idle_timeout): the setting does not rule "
                                             "that one."),
                    args),
            QT_TRANSLATE_NOOP("awb", "Whether it goes past PgBouncer, or a client holds it in session "
                                     "pooling."));
    if (const auto others = pastTheBouncer(input))
        return *others;
    if (server(input) == nullptr || longest > configured)
        return pass(Message(QT_TRANSLATE_NOOP("awb", "PgBouncer closes idle server connections after %1 "
                                                     "(server_idle_timeout)."),
                            args));
    return pass(Message(
        QT_TRANSLATE_NOOP("awb", "PgBouncer closes idle server connections after %1, and none was idle "
                                 "longer."),
        args));
}

Suggestion idleTime(const RuleInput& input)
{
    const Facts* db = server(input);
    const Facts* proxy = bouncer(input);
    const double limit = input.threshold().value;
    const double longest = value(db, "longest_idle_s");
    const double configured = value(proxy, "server_idle_timeout_s");
    if (longest >= limit) {
        Suggestion said = fail(Message(
            QT_TRANSLATE_NOOP(
                "awb",
                "%1 {1:connection has|connections have} been idle for 10 min or more, the longest for %2."),
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
        return idleByBouncer(input, configured);
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
    if (const double abandoned = value(db, "sessions_abandoned"); abandoned > 0)
        return warn(Message(
            QT_TRANSLATE_NOOP("awb", "%1 {1:session|sessions} of the database ended in the window because "
                                     "the client went away without closing {1:it|them}."),
            {counted(abandoned)}));
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
    return {{"4.1", &eachDatabase<connections::poolExists>},
            {"4.2", &eachDatabase<connections::poolSize>},
            {"4.3", &eachDatabase<acquireTimeout>},
            {"4.4", &eachDatabase<lifetime>},
            {"4.5", &eachDatabase<idleTime>},
            {"4.6", &eachDatabase<leakHints>},
            {"4.9", &eachDatabase<heldAcrossCalls>},
            {"4.10", &eachDatabase<proxyInUse>}};
}

} // namespace awb
