#include "core/rules/rules_database_queries.h"

#include "core/rules/rule_parts.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace awb::rule
{

namespace
{

double count(const Facts& facts, const char* name)
{
    const double value = facts.value(QLatin1String(name));
    return std::isnan(value) ? 0 : value;
}

MessageArg number(double value)
{
    return {value, QStringLiteral("count")};
}

// ---- 2.1

// Roles that nobody confirmed may leave out the one the application really uses.
Message doubtAboutRoles(const RuleInput& input, const Facts& facts)
{
    const double others = count(facts, "other_calls");
    const double all = others + count(facts, "calls");
    if (field(facts.details, "roles_from") != QLatin1String("found") || !(all > 0))
        return {};
    const double share = 100 * others / all;
    if (share <= 100 - policy(input, "min_app_share_percent", 95))
        return {};
    return Message(QT_TRANSLATE_NOOP("awb",
                                     "Other logins make %1 of the calls: name the application's in the "
                                     "profile (postgres.app_roles)."),
                   {MessageArg(share, QStringLiteral("percent"))});
}

// May a clean list pass? Empty: yes; otherwise what stands against it.
Message doubtAboutList(const RuleInput& input, const Facts& facts)
{
    if (facts.flag(QStringLiteral("window_broken")))
        return QT_TRANSLATE_NOOP("awb", "The statistics were reset, entries were dropped or the server "
                                        "restarted during the window: observe again.");
    const bool longWindow = count(facts, "window_s") >= policy(input, "min_window_s", 900);
    const double fill = 100 * count(facts, "entries") / std::max(1.0, count(facts, "max_entries"));
    if (count(facts, "dealloc_window") > 0)
        return QT_TRANSLATE_NOOP("awb", "pg_stat_statements dropped entries during the window: raise "
                                        "pg_stat_statements.max.");
    if (!facts.flag(QStringLiteral("dealloc_known")) && fill >= policy(input, "eviction_fill_percent", 95))
        return QT_TRANSLATE_NOOP("awb", "pg_stat_statements is full, so entries may have been dropped: raise "
                                        "pg_stat_statements.max.");
    if (count(facts, "dealloc") > 0 && !longWindow)
        return Message(
            QT_TRANSLATE_NOOP("awb", "pg_stat_statements has dropped entries before: observe for %1 or more "
                                     "under normal load."),
            {MessageArg(policy(input, "min_window_s", 900), QStringLiteral("s"))});
    return doubtAboutRoles(input, facts);
}

Suggestion slowVerdict(const RuleInput& input, const Facts& facts)
{
    const double slow = count(facts, "slow");
    const double open = count(facts, "open");
    const double few = count(facts, "few_slow");
    const double eligible = count(facts, "eligible");
    const QVector<MessageArg> args{
        number(slow), number(eligible), MessageArg(input.threshold().value, input.threshold().unit),
        number(open), number(few),      MessageArg(field(facts.details, "worst_query").left(80))};
    if (slow > 0)
        return fail(Message(
            QT_TRANSLATE_NOOP("awb", "%1 of %2 {2:query has|queries have} a p99 that is proven above %3: %6"),
            args));
    if (!facts.complete)
        return notMeasuredBecause(facts);
    if (count(facts, "calls") < policy(input, "min_total_calls", 1000))
        return notMeasured(
            Message(QT_TRANSLATE_NOOP("awb", "Only %1 {1:call of application queries is|calls of application "
                                             "queries are} on record: too little traffic to judge."),
                    {MessageArg(count(facts, "calls"), QStringLiteral("calls"))}),
            {}, QT_TRANSLATE_NOOP("awb", "Run the audit under normal load."));
    if (open > 0)
        return inconclusive(
            Message(QT_TRANSLATE_NOOP(
                        "awb", "No query is proven slow, but %4 of %2 cannot be placed on either side of %3 "
                               "from their mean, deviation, minimum and maximum."),
                    args),
            QT_TRANSLATE_NOOP(
                "awb", "Observe longer under normal load, or allow \"scan\" so that the counters can be "
                       "polled."));
    if (const Message doubt = doubtAboutList(input, facts); !doubt.isEmpty())
        return inconclusive(
            Message(QT_TRANSLATE_NOOP("awb", "{2:The one query on record stays|All %2 queries on record "
                                             "stay} within %3, but the record may have gaps."),
                    args),
            doubt);
    if (few > 0)
        return warn(Message(
            QT_TRANSLATE_NOOP("awb", "All frequent queries stay within %3; %5 rarely called ones have been "
                                     "slower."),
            args));
    if (eligible < 1)
        return notMeasured(QT_TRANSLATE_NOOP("awb", "No application query has enough calls to be judged."));
    return pass(
        Message(QT_TRANSLATE_NOOP(
                    "awb", "{2:The one query has|All %2 queries have} a p99 within %3, proven by bounds."),
                args));
}

// ---- 2.3

struct ScanEvidence
{
    const Facts* counters = nullptr;
    const Facts* plans = nullptr;
    QStringList planned;        // tables with an unbounded Seq Scan in a hot plan
    QStringList plannedAndSeen; // … that were also read in the window
    double window = 0;
};

QStringList stringList(const QJsonValue& value)
{
    QStringList out;
    for (const QJsonValue& item : value.toArray())
        out.append(item.toString());
    return out;
}

ScanEvidence scanEvidence(const RuleInput& input)
{
    ScanEvidence e;
    e.counters = input.find(QStringLiteral("postgres.seq_scans"));
    e.plans = input.find(QStringLiteral("postgres.query_plans"));
    if (e.counters != nullptr && e.counters->failed)
        e.counters = nullptr;
    if (e.plans != nullptr && e.plans->failed)
        e.plans = nullptr;
    if (e.plans != nullptr)
        e.planned = stringList(e.plans->details.value(QStringLiteral("seq_tables")));
    if (e.counters != nullptr) {
        e.window = count(*e.counters, "window_s");
        const QStringList seen = stringList(e.counters->details.value(QStringLiteral("read_tables")));
        for (const QString& table : e.planned) {
            if (seen.contains(table))
                e.plannedAndSeen.append(table);
        }
    }
    return e;
}

Suggestion scansFound(const RuleInput& input, const ScanEvidence& e)
{
    const bool longWindow = e.window >= policy(input, "min_window_s", 300);
    if (!e.plannedAndSeen.isEmpty())
        return fail(Message(
            QT_TRANSLATE_NOOP(
                "awb",
                "Hot queries scan %1 large {1:table|tables} in full, by plan and by the counters: %2."),
            {number(static_cast<double>(e.plannedAndSeen.size())), MessageArg(namesText(e.plannedAndSeen))}));
    if (e.counters != nullptr && longWindow && count(*e.counters, "hot_tables") > 0)
        return fail(Message(QT_TRANSLATE_NOOP("awb", "%1 large {1:table is|tables are} read in full more "
                                                     "than %2 times a day; the worst, %3, %4 times."),
                            {number(count(*e.counters, "hot_tables")),
                             number(policy(input, "hot_calls_per_day", 1000)),
                             MessageArg(field(e.counters->details, "worst_table")),
                             number(count(*e.counters, "worst_per_day"))}));
    if (!e.planned.isEmpty())
        return warn(Message(
            QT_TRANSLATE_NOOP(
                "awb",
                "Plans of hot queries scan %1 large {1:table|tables} in full, which was not observed: %2."),
            {number(static_cast<double>(e.planned.size())), MessageArg(namesText(e.planned))}));
    if (e.counters != nullptr && longWindow && count(*e.counters, "read_tables") > 0)
        return warn(Message(
            QT_TRANSLATE_NOOP(
                "awb", "%1 large {1:table was|tables were} read in full during the window, though seldom."),
            {number(count(*e.counters, "read_tables"))}));
    if (e.counters != nullptr && count(*e.counters, "lifetime_hot_tables") > 0)
        return warn(
            Message(QT_TRANSLATE_NOOP("awb", "Since the statistics began, %1 large {1:table was|tables were} "
                                             "read in full more than %2 times a day."),
                    {number(count(*e.counters, "lifetime_hot_tables")),
                     number(policy(input, "hot_calls_per_day", 1000))}));
    return {};
}

// Tables that could be large for all one knows, or that were counted at the end only.
Suggestion unknownTables(const Facts& counters)
{
    const double unknown = count(counters, "unknown_tables");
    if (unknown > 0)
        return inconclusive(
            Message(QT_TRANSLATE_NOOP("awb", "How many rows %1 tables have is not known, and they could be "
                                             "large."),
                    {number(unknown)}),
            QT_TRANSLATE_NOOP("awb", "Run ANALYZE, then measure again."));
    const double grown = count(counters, "grown_tables");
    if (grown > 0)
        return inconclusive(
            Message(QT_TRANSLATE_NOOP("awb", "%1 tables became large during the window, so their scans were "
                                             "not counted from its start."),
                    {number(grown)}),
            QT_TRANSLATE_NOOP("awb", "Observe again."));
    return {};
}

Suggestion scansClean(const RuleInput& input, const ScanEvidence& e)
{
    const double minimum = policy(input, "min_window_s", 300);
    if (e.counters == nullptr || e.plans == nullptr) {
        const Facts* missing = input.facts.isEmpty() ? nullptr : &input.facts.first();
        for (const Facts& facts : input.facts) {
            if (facts.failed)
                missing = &facts;
        }
        return missing != nullptr && missing->failed
                   ? notMeasuredBecause(*missing)
                   : notMeasured(QT_TRANSLATE_NOOP(
                         "awb", "It takes both the scan counters and the plans of hot queries."));
    }
    if (!e.counters->complete || !e.plans->complete)
        return notMeasuredBecause(!e.counters->complete ? *e.counters : *e.plans);
    if (const Suggestion unknown = unknownTables(*e.counters); unknown.verdict != Verdict::None)
        return unknown;
    if (count(*e.counters, "big_tables") == 0)
        return notApplicable(QT_TRANSLATE_NOOP("awb", "No table is larger than the threshold."));
    const double calls = count(*e.counters, "window_calls");
    if (e.window < minimum && count(*e.counters, "read_tables") > 0)
        return inconclusive(
            Message(QT_TRANSLATE_NOOP("awb", "%1 large {1:table was|tables were} read in full, first %2, but "
                                             "the window of %3 is too short to say how often."),
                    {number(count(*e.counters, "read_tables")),
                     MessageArg(field(e.counters->details, "worst_table")),
                     MessageArg(e.window, QStringLiteral("s"))}),
            Message(QT_TRANSLATE_NOOP("awb", "Observe for %1 or more under normal load."),
                    {MessageArg(minimum, QStringLiteral("s"))}));
    if (e.window < minimum)
        return inconclusive(
            Message(QT_TRANSLATE_NOOP("awb", "No full scan of a large table was found, but the window of %1 "
                                             "is too short."),
                    {MessageArg(e.window, QStringLiteral("s"))}),
            Message(QT_TRANSLATE_NOOP("awb", "Observe for %1 or more under normal load."),
                    {MessageArg(minimum, QStringLiteral("s"))}));
    if (calls < policy(input, "min_calls", 1000))
        return notMeasured(
            Message(QT_TRANSLATE_NOOP("awb", "Only %1 application {1:query|queries} ran in the window."),
                    {MessageArg(calls, QStringLiteral("calls"))}),
            {}, QT_TRANSLATE_NOOP("awb", "Run the audit under normal load."));
    if (count(*e.counters, "read_tables") > 0)
        return inconclusive(QT_TRANSLATE_NOOP("awb", "Large tables were read in full during the window."),
                            {});
    const double planned = e.plans->value(QStringLiteral("planned_calls_percent"));
    if (std::isnan(planned))
        return inconclusive(
            QT_TRANSLATE_NOOP("awb", "No large table was read in full, but no query is proven to be called "
                                     "often, so no plan was looked at."),
            QT_TRANSLATE_NOOP("awb", "Observe longer under normal load."));
    if (!(planned >= policy(input, "min_planned_percent", 95)))
        return inconclusive(
            Message(QT_TRANSLATE_NOOP("awb", "Nothing was found, but only %1 of the hot calls could be "
                                             "planned."),
                    {MessageArg(planned, QStringLiteral("percent"))}),
            QT_TRANSLATE_NOOP("awb", "Grant pg_read_all_data to the auditing role so that more can be "
                                     "planned."));
    return pass(Message(
        QT_TRANSLATE_NOOP("awb", "No large table was scanned in full in %1, and no hot query's plan would."),
        {MessageArg(e.window, QStringLiteral("s"))}));
}

} // namespace

Suggestion slowQueries(const RuleInput& input)
{
    const Facts* facts = input.find(QStringLiteral("postgres.statements"));
    if (facts == nullptr || facts->failed || !facts->find(QStringLiteral("eligible"))) {
        return facts == nullptr
                   ? notMeasured(QT_TRANSLATE_NOOP("awb", "The probe of this check has not run."))
                   : notMeasuredBecause(*facts);
    }
    Suggestion said = slowVerdict(input, *facts);
    if (said.verdict == Verdict::Warn)
        said.byLetter = Verdict::Fail; // the letter makes no difference by calls
    return headline(said, *facts, QStringLiteral("worst_p99"), input.threshold());
}

Suggestion sequentialScans(const RuleInput& input)
{
    const ScanEvidence e = scanEvidence(input);
    const Suggestion found = scansFound(input, e);
    Suggestion said = found.verdict != Verdict::None ? found : scansClean(input, e);
    if (said.verdict == Verdict::Warn && !e.planned.isEmpty())
        said.byLetter = Verdict::Fail; // the letter asks EXPLAIN, not the counters
    return said;
}

} // namespace awb::rule
