#include "core/rules/rule_parts.h"
#include "core/rules/rules_database_queries.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace awb
{

namespace
{

using namespace rule;

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
        said = facts->complete
                   ? pass(Message(
                         QT_TRANSLATE_NOOP(
                             "awb", "{2:The one foreign key has|All %2 foreign keys have} a usable index."),
                         counts))
                   : notMeasuredBecause(*facts);
    } else if (prefix == uncovered) {
        said =
            warn(Message(QT_TRANSLATE_NOOP("awb", "%1 of %2 foreign keys have a usable index; the other %3 "
                                                  "have one on a prefix of the key only."),
                         counts));
        said.byLetter = Verdict::Fail;
    } else {
        said = fail(Message(
            QT_TRANSLATE_NOOP("awb",
                              "%1 of %2 foreign {2:key has|keys have} a usable index; %3 {3:has|have} none."),
            counts));
    }
    return headline(said, *facts, QStringLiteral("covered_percent"), input.threshold());
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
        // A sample proves what its whole interval says.
        const double high = std::isnan(numberField(index, "high")) ? bloat : numberField(index, "high");
        const double low = std::isnan(numberField(index, "low")) ? bloat : numberField(index, "low");
        const bool exact = field(index, "method") != QLatin1String("estimate");
        ++count.indexes;
        if (bloat > count.worst || count.worstName.isEmpty()) {
            count.worst = bloat;
            count.worstName = field(index, "name");
        }
        count.stale += index.value(QLatin1String("stale")).toBool() ? 1 : 0;
        if (exact) {
            const bool over = low >= limit;
            count.letterBad += over ? 1 : 0;
            count.bad += over ? 1 : 0;
            count.failing += over && (low >= failAbove || numberField(index, "wasted") >= wasteLimit) ? 1 : 0;
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
            QT_TRANSLATE_NOOP(
                "awb", "%5 of %1 {1:index is|indexes are} bloated by %2 or more; the worst, %4, by %3."),
            args));
    if (count.bad > 0)
        return warn(Message(QT_TRANSLATE_NOOP("awb", "%5 of %1 {1:index is|indexes are} bloated by %2 or "
                                                     "more, none of them gravely; the worst, %4, by %3."),
                            args));
    if (count.estimatedBad > 0)
        return warn(Message(QT_TRANSLATE_NOOP("awb", "By estimate %6 of %1 {1:index is|indexes are} bloated "
                                                     "by clearly more than %2; the worst, %4, by about %3."),
                            args));
    if (count.doubtful > 0)
        return inconclusive(
            Message(QT_TRANSLATE_NOOP("awb", "The estimate for %4 (%3) is too near to %2 to tell."), args),
            settle);
    if (count.stale > 0)
        return inconclusive(
            Message(QT_TRANSLATE_NOOP("awb", "{1:The one index looks|All %1 indexes look} under %2, but dead "
                                             "rows that no vacuum has seen hide bloat."),
                    args),
            settle);
    const double coverage = facts.value(QStringLiteral("coverage_percent"));
    if (!(coverage >= policy(input, "min_coverage_percent", 95)))
        return inconclusive(Message(QT_TRANSLATE_NOOP("awb", "Only %1 of the index bytes could be measured."),
                                    {MessageArg(coverage, QStringLiteral("percent"))}),
                            settle);
    return pass(
        Message(QT_TRANSLATE_NOOP(
                    "awb", "{1:The one index is|All %1 indexes are} under %2; the worst, %4, is at %3."),
                args));
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
            {"2.5", &eachDatabase<rule::statementTimeout>},
            {"2.6", &eachDatabase<rule::slowLog>},
            {"2.7", &eachDatabase<rule::reviewedPlans>},
            {"2.8", &eachDatabase<indexBloat>}};
}

} // namespace awb
