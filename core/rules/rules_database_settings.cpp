// 2.5 and 2.6: what the application's logins really get.

#include "core/rules/rule_parts.h"
#include "core/rules/rules_database_queries.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace awb::rule
{

namespace
{

// ---- 2.5

struct TimeoutCount
{
    int roles = 0;
    QStringList off, unknown, tooLong, set;
    double longest = 0;
};

TimeoutCount countTimeouts(const Facts& facts, double maximum)
{
    TimeoutCount count;
    for (const QJsonValue& entry : facts.details.value(QStringLiteral("roles")).toArray()) {
        const QJsonObject role = entry.toObject();
        const QString name = field(role, "role");
        const double ms = numberField(role, "timeout_ms");
        ++count.roles;
        if (std::isnan(ms)) {
            count.unknown.append(name);
            continue;
        }
        count.longest = std::max(count.longest, ms);
        (ms <= 0 ? count.off : ms > maximum ? count.tooLong : count.set).append(name);
    }
    return count;
}

Suggestion noRoles()
{
    return notMeasured(QT_TRANSLATE_NOOP("awb", "No application login role is known."), {},
                       QT_TRANSLATE_NOOP("awb", "Name the roles in the profile: postgres.app_roles."));
}

// Logins at work that nobody listed: a found list may miss the application's own.
std::optional<Suggestion> unlistedLogins(const Facts& facts)
{
    QStringList names;
    for (const QJsonValue& name : facts.details.value(QStringLiteral("others_connected")).toArray())
        names.append(name.toString());
    if (names.isEmpty())
        return std::nullopt;
    return inconclusive(
        Message(QT_TRANSLATE_NOOP("awb", "All application roles that were found are in order, but %1 is "
                                         "connected too."),
                {MessageArg(namesText(names))}),
        QT_TRANSLATE_NOOP("awb", "Name the application's roles in the profile: postgres.app_roles."));
}

// PgBouncer cancels a query after its query_timeout: weaker than the server's own, and only for who comes
// through it.
double bouncerTimeout(const RuleInput& input)
{
    const Facts* proxy = input.find(QStringLiteral("pgbouncer.console"));
    const double limit = proxy == nullptr ? 0 : proxy->value(QStringLiteral("query_timeout_s"));
    return std::isnan(limit) ? 0 : limit;
}

Suggestion timeoutOff(const RuleInput& input, const TimeoutCount& count)
{
    const double bouncer = bouncerTimeout(input);
    const QVector<MessageArg> args{MessageArg(static_cast<qint64>(count.off.size())), MessageArg(count.roles),
                                   MessageArg(namesText(count.off)),
                                   MessageArg(bouncer, QStringLiteral("s"))};
    if (!(bouncer > 0))
        return fail(Message(
            QT_TRANSLATE_NOOP(
                "awb", "%1 of %2 application {2:role runs|roles run} without a statement_timeout: %3."),
            args));
    Suggestion said = warn(Message(
        QT_TRANSLATE_NOOP("awb", "%1 of %2 application {2:role runs|roles run} without a statement_timeout "
                                 "(%3); only PgBouncer cancels their queries, after %4 (query_timeout)."),
        args));
    said.byLetter = Verdict::Fail;
    return said;
}

// ---- 2.6

enum class LogState { On, Sampled, Slow, Off, Suppressed, Unknown };

bool within(double value, double limit)
{
    return value >= 0 && value <= limit;
}

// Every way a statement can get logged, best first. `limit`: the checklist's 100 ms.
LogState logState(const QJsonObject& log, double limit, double slowLimit)
{
    const QString messages = field(log, "messages");
    if (messages == QLatin1String("fatal") || messages == QLatin1String("panic"))
        return LogState::Suppressed; // LOG ranks below FATAL
    if (messages.isEmpty())
        return LogState::Unknown; // it could be one of the two
    const double minDuration = numberField(log, "min_duration");
    const double sample = numberField(log, "sample");
    const double rate = numberField(log, "sample_rate");
    const double explain = numberField(log, "auto_explain_ms");
    const double explainRate = numberField(log, "auto_explain_rate");
    const bool loaded = field(log, "auto_explain") == QLatin1String("loaded");
    if (within(minDuration, limit) || (within(sample, limit) && rate >= 1) ||
        (loaded && within(explain, limit) && explainRate >= 1))
        return LogState::On;
    if (field(log, "auto_explain") == QLatin1String("unknown"))
        return LogState::Unknown; // it may log them all
    if ((within(sample, limit) && rate > 0) || (loaded && within(explain, limit) && explainRate > 0))
        return LogState::Sampled;
    if (within(minDuration, slowLimit))
        return LogState::Slow;
    if (std::isnan(minDuration) || (loaded && std::isnan(explain)))
        return LogState::Unknown;
    return LogState::Off;
}

struct LogCount
{
    int roles = 0;
    QStringList on, partly, off, suppressed, unknown;
    bool letterOn = true; // log_min_duration_statement itself, for every role
    double worst = 0;
};

LogCount countLogs(const Facts& facts, double limit, double slowLimit)
{
    LogCount count;
    for (const QJsonValue& entry : facts.details.value(QStringLiteral("roles")).toArray()) {
        const QJsonObject role = entry.toObject();
        const QJsonObject log = role.value(QStringLiteral("log")).toObject();
        const QString name = field(role, "role");
        ++count.roles;
        count.letterOn = count.letterOn && within(numberField(log, "min_duration"), limit);
        count.worst = std::max(count.worst, numberField(log, "min_duration"));
        switch (logState(log, limit, slowLimit)) {
        case LogState::On:
            count.on.append(name);
            break;
        case LogState::Sampled:
        case LogState::Slow:
            count.partly.append(name);
            break;
        case LogState::Off:
            count.off.append(name);
            break;
        case LogState::Suppressed:
            count.suppressed.append(name);
            break;
        case LogState::Unknown:
            count.unknown.append(name);
            break;
        }
    }
    return count;
}

bool otherRolesLog(const Facts& facts, double limit, double slowLimit)
{
    for (const QJsonValue& entry : facts.details.value(QStringLiteral("other_roles")).toArray()) {
        const QJsonObject log = entry.toObject().value(QStringLiteral("log")).toObject();
        if (logState(log, limit, slowLimit) == LogState::On)
            return true;
    }
    return false;
}

Suggestion slowLogVerdict(const Facts& facts, const LogCount& count, double limit, double slowLimit)
{
    const MessageArg limitArg(limit, QStringLiteral("ms"));
    if (!count.suppressed.isEmpty())
        return fail(Message(
            QT_TRANSLATE_NOOP("awb", "log_min_messages is fatal or panic for %1, which suppresses the "
                                     "slow log whatever its threshold."),
            {MessageArg(namesText(count.suppressed))}));
    if (!count.unknown.isEmpty())
        return notMeasured(
            Message(QT_TRANSLATE_NOOP("awb", "The slow log's settings are not all visible for %1."),
                    {MessageArg(namesText(count.unknown))}),
            QStringLiteral("GRANT pg_monitor TO auditbench;"));
    if (count.on.size() == count.roles)
        return facts.complete
                   ? pass(Message(QT_TRANSLATE_NOOP("awb", "Statements slower than %1 are logged for all %2 "
                                                           "application roles."),
                                  {limitArg, MessageArg(count.roles)}))
                   : notMeasuredBecause(facts);
    if (count.off.size() == count.roles && !otherRolesLog(facts, limit, slowLimit))
        return fail(
            Message(QT_TRANSLATE_NOOP("awb", "No application role's slow statements are logged within %1."),
                    {MessageArg(slowLimit, QStringLiteral("ms"))}));
    return warn(Message(
        QT_TRANSLATE_NOOP(
            "awb",
            "Only a part is logged: %1 of %2 application {2:role logs|roles log} every statement over %3."),
        {MessageArg(static_cast<qint64>(count.on.size())), MessageArg(count.roles), limitArg}));
}

} // namespace

Suggestion statementTimeout(const RuleInput& input)
{
    Suggestion why;
    const Facts* facts = ready(input, "postgres.settings", why);
    if (facts == nullptr)
        return why;
    const double maximum = policy(input, "max_timeout_ms", 60000);
    const TimeoutCount count = countTimeouts(*facts, maximum);
    if (count.roles == 0)
        return facts->complete ? noRoles() : notMeasuredBecause(*facts);
    if (!count.off.isEmpty())
        return timeoutOff(input, count);
    if (!count.unknown.isEmpty() || !facts->complete) {
        Suggestion said =
            count.unknown.isEmpty()
                ? notMeasuredBecause(*facts)
                : notMeasured(Message(QT_TRANSLATE_NOOP("awb", "The server's own statement_timeout is "
                                                               "not visible to this session (for %1)."),
                                      {MessageArg(namesText(count.unknown))}));
        said.settle =
            QT_TRANSLATE_NOOP("awb", "Audit once with the application's own login, or with a login that "
                                     "has no settings of its own.");
        return said;
    }
    const QVector<MessageArg> args{MessageArg(count.roles), MessageArg(count.longest, QStringLiteral("ms")),
                                   MessageArg(maximum, QStringLiteral("ms")),
                                   MessageArg(namesText(count.tooLong))};
    if (!count.tooLong.isEmpty()) {
        Suggestion said =
            warn(Message(QT_TRANSLATE_NOOP("awb", "Every application role has a statement_timeout, but "
                                                  "it is up to %2 (more than %3) for %4."),
                         args));
        said.byLetter = Verdict::Pass;
        return said;
    }
    if (const auto unlisted = unlistedLogins(*facts))
        return *unlisted;
    return pass(Message(QT_TRANSLATE_NOOP("awb", "{1:The one application role has|All %1 application roles "
                                                 "have} a statement_timeout, at most %2."),
                        args));
}

Suggestion slowLog(const RuleInput& input)
{
    Suggestion why;
    const Facts* facts = ready(input, "postgres.settings", why);
    if (facts == nullptr)
        return why;
    const double limit = input.threshold(QStringLiteral("min_duration")).value;
    const double slowLimit = std::max(limit, policy(input, "fail_above_ms", 1000));
    const LogCount count = countLogs(*facts, limit, slowLimit);
    if (count.roles == 0)
        return facts->complete ? noRoles() : notMeasuredBecause(*facts);
    Suggestion said = slowLogVerdict(*facts, count, limit, slowLimit);
    if (const auto unlisted = unlistedLogins(*facts); unlisted && said.verdict == Verdict::Pass)
        return *unlisted;
    const bool settled = said.verdict == Verdict::Pass || said.verdict == Verdict::Warn;
    if (settled && facts->complete)
        said.byLetter = count.letterOn ? Verdict::Pass : Verdict::Fail;
    return said;
}

} // namespace awb::rule
