#include "core/rules/rule_parts.h"
#include "core/rules/rules_database_queries.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace awb
{

namespace
{

using namespace rule;

// The facts of the probe that this rule stands on, or why there is nothing to judge.
const Facts* ready(const RuleInput& input, const char* probe, Suggestion& why)
{
    const Facts* facts = input.find(QLatin1String(probe));
    if (facts == nullptr) {
        why = notMeasured(QT_TRANSLATE_NOOP("awb", "The probe of this check has not run."));
        return nullptr;
    }
    if (facts->failed) {
        why = notMeasuredBecause(*facts);
        return nullptr;
    }
    return facts;
}

// ---- 2.2

Suggestion foreignKeys(const RuleInput& input)
{
    Suggestion why;
    const Facts* facts = ready(input, "postgres.foreign_keys", why);
    if (facts == nullptr)
        return why;
    const double all = facts->value(QStringLiteral("foreign_keys"));
    const double uncovered = facts->value(QStringLiteral("uncovered"));
    const double prefix = facts->value(QStringLiteral("prefix_only"));
    if (std::isnan(all) || std::isnan(uncovered))
        return notMeasuredBecause(*facts);
    if (all == 0) {
        return facts->complete
                   ? notApplicable(QT_TRANSLATE_NOOP(
                         "awb", "The database declares no foreign key: perhaps its constraints live in the "
                                "application only."))
                   : notMeasuredBecause(*facts);
    }
    const QVector<MessageArg> counts{MessageArg(all - uncovered, QStringLiteral("count")),
                                     MessageArg(all, QStringLiteral("count")),
                                     MessageArg(uncovered, QStringLiteral("count"))};
    Suggestion said;
    if (uncovered == 0) {
        said =
            facts->complete
                ? pass(Message(QT_TRANSLATE_NOOP("awb", "All %2 foreign keys have a usable index."), counts))
                : notMeasuredBecause(*facts);
    } else if (prefix == uncovered) {
        said =
            warn(Message(QT_TRANSLATE_NOOP("awb", "%1 of %2 foreign keys have a usable index; the other %3 "
                                                  "have one on a prefix of the key only."),
                         counts));
        said.byLetter = Verdict::Fail;
    } else {
        said = fail(Message(
            QT_TRANSLATE_NOOP("awb", "%1 of %2 foreign keys have a usable index; %3 have none."), counts));
    }
    return headline(said, *facts, QStringLiteral("covered_percent"), input.threshold());
}

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
    if (!count.off.isEmpty()) {
        const QVector<MessageArg> args{MessageArg(static_cast<qint64>(count.off.size())),
                                       MessageArg(count.roles), MessageArg(namesText(count.off))};
        return fail(Message(QT_TRANSLATE_NOOP("awb", "%1 of %2 application roles run without a "
                                                     "statement_timeout: %3."),
                            args));
    }
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
    return pass(Message(
        QT_TRANSLATE_NOOP("awb", "All %1 application roles have a statement_timeout, at most %2."), args));
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
    const double minDuration = numberField(log, "min_duration");
    const double sample = numberField(log, "sample");
    const double rate = numberField(log, "sample_rate");
    const double explain = numberField(log, "auto_explain_ms");
    const double explainRate = numberField(log, "auto_explain_rate");
    const bool loaded = field(log, "auto_explain") == QLatin1String("loaded");
    if (within(minDuration, limit) || (within(sample, limit) && rate >= 1) ||
        (loaded && within(explain, limit) && explainRate >= 1))
        return LogState::On;
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
        QT_TRANSLATE_NOOP("awb", "Only a part is logged: %1 of %2 application roles log every statement "
                                 "over %3."),
        {MessageArg(static_cast<qint64>(count.on.size())), MessageArg(count.roles), limitArg}));
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
    const bool settled = said.verdict == Verdict::Pass || said.verdict == Verdict::Warn;
    if (settled && facts->complete)
        said.byLetter = count.letterOn ? Verdict::Pass : Verdict::Fail;
    return said;
}

// ---- 2.8

struct BloatCount
{
    int indexes = 0;
    int bad = 0;       // over the threshold, whatever the proof
    int failing = 0;   // measured ≥ 40 %, or over the threshold with much waste
    int doubtful = 0;  // an estimate that straddles the threshold
    int estimated = 0; // judged by an estimate
    int stale = 0;     // many dead rows: the figure is a lower bound
    int letterBad = 0; // measured over the threshold
    int estimatedBad = 0;
    double worst = 0;
    QString worstName;
};

BloatCount countBloat(const RuleInput& input, const Facts& facts)
{
    const double limit = input.threshold().value;
    const double failAbove = policy(input, "fail_above_percent", 40);
    const double wasteLimit = policy(input, "fail_wasted_bytes", 10485760);
    const double margin = policy(input, "estimate_margin_percent", 10);
    BloatCount count;
    for (const QJsonValue& entry : facts.details.value(QStringLiteral("indexes")).toArray()) {
        const QJsonObject index = entry.toObject();
        const double bloat = numberField(index, "bloat");
        const double high = std::isnan(numberField(index, "high")) ? bloat : numberField(index, "high");
        const bool exact = field(index, "method") != QLatin1String("estimate");
        ++count.indexes;
        if (bloat > count.worst || count.worstName.isEmpty()) {
            count.worst = bloat;
            count.worstName = field(index, "name");
        }
        count.stale += index.value(QLatin1String("stale")).toBool() ? 1 : 0;
        if (exact) {
            const bool over = bloat >= limit;
            count.letterBad += over ? 1 : 0;
            count.bad += over ? 1 : 0;
            count.failing +=
                over && (bloat >= failAbove || numberField(index, "wasted") >= wasteLimit) ? 1 : 0;
            count.doubtful += !over && high >= limit ? 1 : 0;
        } else {
            ++count.estimated;
            count.estimatedBad += bloat - margin >= limit ? 1 : 0;
            count.doubtful += bloat - margin < limit && bloat + margin >= limit ? 1 : 0;
        }
    }
    return count;
}

Suggestion bloatVerdict(const RuleInput& input, const Facts& facts, const BloatCount& count)
{
    const MessageArg limit(input.threshold().value, QStringLiteral("percent"));
    const QVector<MessageArg> args{MessageArg(count.indexes),
                                   limit,
                                   MessageArg(count.worst, QStringLiteral("percent")),
                                   MessageArg(count.worstName),
                                   MessageArg(count.bad),
                                   MessageArg(count.estimatedBad)};
    const Message settle =
        QT_TRANSLATE_NOOP("awb", "Allow \"scan\" so that pgstattuple can read the indexes; vacuum first "
                                 "where many rows are dead.");
    if (count.failing > 0)
        return fail(Message(
            QT_TRANSLATE_NOOP("awb", "%5 of %1 indexes are bloated by %2 or more; the worst, %4, by %3."),
            args));
    if (count.bad > 0)
        return warn(Message(
            QT_TRANSLATE_NOOP("awb", "%5 of %1 indexes are bloated by %2 or more, none of them gravely; "
                                     "the worst, %4, by %3."),
            args));
    if (count.estimatedBad > 0)
        return warn(Message(
            QT_TRANSLATE_NOOP("awb", "By estimate %6 of %1 indexes are bloated by clearly more than %2; "
                                     "the worst, %4, by about %3."),
            args));
    if (count.doubtful > 0)
        return inconclusive(
            Message(QT_TRANSLATE_NOOP("awb", "The estimate for %4 (%3) is too near to %2 to tell."), args),
            settle);
    if (count.stale > 0)
        return inconclusive(
            Message(QT_TRANSLATE_NOOP("awb", "All %1 indexes look under %2, but dead rows that no vacuum "
                                             "has seen hide bloat."),
                    args),
            settle);
    const double coverage = facts.value(QStringLiteral("coverage_percent"));
    if (!(coverage >= policy(input, "min_coverage_percent", 95)))
        return inconclusive(Message(QT_TRANSLATE_NOOP("awb", "Only %1 of the index bytes could be measured."),
                                    {MessageArg(coverage, QStringLiteral("percent"))}),
                            settle);
    return pass(
        Message(QT_TRANSLATE_NOOP("awb", "All %1 indexes are under %2; the worst, %4, is at %3."), args));
}

Suggestion indexBloat(const RuleInput& input)
{
    Suggestion why;
    const Facts* facts = ready(input, "postgres.index_bloat", why);
    if (facts == nullptr)
        return why;
    const BloatCount count = countBloat(input, *facts);
    if (count.indexes == 0) {
        if (!facts->complete)
            return notMeasuredBecause(*facts);
        return facts->value(QStringLiteral("btree_indexes")) > 0
                   ? notMeasured(
                         QT_TRANSLATE_NOOP("awb", "No index is large enough to be judged (100 pages)."))
                   : notApplicable(QT_TRANSLATE_NOOP("awb", "The database has no B-tree index."));
    }
    Suggestion said = bloatVerdict(input, *facts, count);
    if (said.verdict == Verdict::Pass && !facts->complete)
        said = notMeasuredBecause(*facts);
    if (count.letterBad > 0)
        said.byLetter = Verdict::Fail;
    else if (said.verdict == Verdict::Warn)
        said.byLetter = Verdict::Inconclusive; // the letter wants pgstattuple
    return headline(said, *facts, QStringLiteral("worst_bloat"), input.threshold());
}

template<Suggestion (*judge)(const RuleInput&)>
Suggestion eachDatabase(const RuleInput& input)
{
    return worstPart(input, judge);
}

} // namespace

QVector<RuleEntry> databaseRules()
{
    return {{"2.1", &eachDatabase<rule::slowQueries>},
            {"2.2", &eachDatabase<foreignKeys>},
            {"2.3", &eachDatabase<rule::sequentialScans>},
            {"2.5", &eachDatabase<statementTimeout>},
            {"2.6", &eachDatabase<slowLog>},
            {"2.7", &eachDatabase<rule::reviewedPlans>},
            {"2.8", &eachDatabase<indexBloat>}};
}

} // namespace awb
