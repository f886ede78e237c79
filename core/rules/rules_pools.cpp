// 4.1 and 4.2: is there a pool, and does its size fit?

#include "core/rules/pool_calculator.h"
#include "core/rules/rules_connections.h"

#include <QCoreApplication>

namespace awb::connections
{

using namespace rule;

namespace
{

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
    // Behind a bouncer the server sees the bouncer's pool, and its console counts no logins: who came and
    // went between two looks at SHOW CLIENTS is not in it.
    if (bouncer(input) != nullptr || db.flag(QStringLiteral("through_pooler")))
        return inconclusive(
            summary, QT_TRANSLATE_NOOP("awb", "A pooler is in front and hides the churn of its clients: look "
                                              "at the application's pool."));
    if (!db.complete)
        return notMeasuredBecause(db);
    Suggestion said = pass(summary);
    // That no pooler stands in between is what the profile says, not what was measured.
    said.confidence = Confidence::Assisted;
    return said;
}

// More clients of the bouncer than a pool opens; seen ones only, so really at least so many.
std::optional<Suggestion> clientChurn(const RuleInput& input)
{
    const Churn clients = churnOf(bouncer(input), "client_");
    if (!(clients.transactions >= policy(input, "min_transactions", 100)))
        return std::nullopt;
    const QVector<MessageArg> args{counted(clients.perTransaction)};
    if (clients.perTransaction >= policy(input, "fail_above_ratio", 0.5) &&
        clients.perSecond >= policy(input, "min_tx_per_s", 1))
        return fail(Message(
            QT_TRANSLATE_NOOP("awb", "%1 new client connections to PgBouncer for each transaction: the "
                                     "application does not pool."),
            args));
    if (clients.perTransaction >= policy(input, "warn_above_ratio", 0.05))
        return warn(Message(
            QT_TRANSLATE_NOOP("awb", "%1 new client connections to PgBouncer for each transaction."), args));
    return std::nullopt;
}

// ---- 4.2

struct Sizes
{
    PoolTarget target;
    std::optional<double> configured; // pool size × instances, or PgBouncer's own pools
    std::optional<double> most;       // the same with the bouncer's reserves
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
    const std::optional<double> most = known(value(proxy, "pool_size_most"));
    sizes.most = most ? most : sizes.configured;
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
        return warn(Message(QT_TRANSLATE_NOOP("awb", "%1 {1:connection of the application was|connections of "
                                                     "the application were} open at once; the target is %2."),
                            {counted(*sizes.observed), MessageArg(*sizes.target.target)}));
    return notMeasured(
        Message(QT_TRANSLATE_NOOP("awb", "The configured pool size is not known; up to %1 {1:connection "
                                         "was|connections were} seen, the target is %2."),
                {counted(sizes.observed.value_or(0)), MessageArg(*sizes.target.target)}),
        {}, QT_TRANSLATE_NOOP("awb", "Add sizing.pool_size and sizing.instances to the profile."));
}

} // namespace

Suggestion poolExists(const RuleInput& input)
{
    const Facts* db = server(input);
    const double failAt = policy(input, "fail_above_ratio", 0.5);
    const std::optional<Suggestion> clients = clientChurn(input);
    if (clients && clients->verdict == Verdict::Fail)
        return *clients;
    const std::optional<Suggestion> redis = redisChurn(input);
    if (redis && redis->verdict == Verdict::Fail)
        return *redis;
    const std::optional<Suggestion> hint = clients ? clients : redis;
    if (db == nullptr)
        return hint ? *hint : nothing(input);
    const Churn churn = churnOf(db, "");
    if (std::isnan(churn.perTransaction) || !(churn.transactions >= policy(input, "min_transactions", 100)))
        return clients ? *clients
                       : notMeasured(
                             Message(QT_TRANSLATE_NOOP(
                                         "awb", "Only %1 {1:transaction|transactions} ran in the window."),
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
    else if (hint)
        return *hint;
    else
        said = cleanChurn(input, *db, churn, summary);
    return headline(said, *db, QStringLiteral("sessions_per_transaction"), input.threshold());
}

Suggestion poolSize(const RuleInput& input)
{
    if (server(input) == nullptr && bouncer(input) == nullptr)
        return nothing(input);
    const Sizes sizes = sizesOf(input);
    if (sizes.most && sizes.available && *sizes.most > *sizes.available)
        return fail(Message(
            QT_TRANSLATE_NOOP(
                "awb", "The pools may open %1 {1:connection|connections}, and the server has room for %2."),
            {counted(*sizes.most), counted(*sizes.available)}));
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
        said = pass(Message(
            QT_TRANSLATE_NOOP("awb", "The pools hold %1 {1:connection|connections}, %3 the target of %2."),
            args));
    else
        said = warn(
            Message(QT_TRANSLATE_NOOP(
                        "awb", "The pools hold %1 {1:connection|connections}, which is %3 the target of %2."),
                    args));
    said.byLetter = sizeByLetter(input, sizes);
    return said;
}

} // namespace awb::connections
