// 2.7: is there a valid review of every hot query's plan?

#include "core/audit/plan_review.h"
#include "core/rules/rule_parts.h"
#include "core/rules/rules_database_queries.h"

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

struct ReviewCount
{
    int hot = 0;
    int valid = 0;
    int old = 0;      // reviewed, but too long ago or of another plan
    int unproven = 0; // reviewed in time, but today's plan could not be drawn
    int planned = 0;
};

PlanReviewState stateOf(const RuleInput& input, const QString& fingerprint, const QString& shape)
{
    const auto maxAge = static_cast<qint64>(policy(input, "review_max_age_days", 180));
    return findReview(input.reviews, fingerprint, shape, input.today, maxAge).state;
}

void add(ReviewCount& total, PlanReviewState state, bool planned)
{
    ++total.hot;
    total.planned += planned ? 1 : 0;
    total.valid += state == PlanReviewState::Valid ? 1 : 0;
    total.old += state == PlanReviewState::TooOld || state == PlanReviewState::AnotherPlan ? 1 : 0;
    total.unproven += state == PlanReviewState::Unproven ? 1 : 0;
}

// The hot queries of `facts`, and those that only the other probe found hot.
ReviewCount countReviews(const RuleInput& input, const Facts& facts, const Facts* statements)
{
    ReviewCount total;
    QSet<QString> known;
    for (const QJsonValue& entry : facts.details.value(QStringLiteral("hot")).toArray()) {
        const QJsonObject query = entry.toObject();
        const QString shape = field(query, "shape");
        known.insert(field(query, "fingerprint"));
        add(total, stateOf(input, field(query, "fingerprint"), shape), !shape.isEmpty());
    }
    if (statements == nullptr || statements == &facts)
        return total;
    for (const QJsonValue& entry : statements->details.value(QStringLiteral("hot")).toArray()) {
        const QString fingerprint = field(entry.toObject(), "fingerprint");
        if (!known.contains(fingerprint))
            add(total, stateOf(input, fingerprint, {}), false);
    }
    return total;
}

Suggestion nothingHot(const Facts& facts)
{
    const double age = count(facts, "observed_s");
    if (age >= 86400)
        return notApplicable(
            Message(QT_TRANSLATE_NOOP("awb", "No query is called more than 1,000 times a day, by what was "
                                             "observed over %1."),
                    {MessageArg(age, QStringLiteral("s"))}));
    return inconclusive(
        Message(QT_TRANSLATE_NOOP("awb", "No query is proven to be called more than 1,000 times a day in the "
                                         "%1 observed."),
                {MessageArg(age, QStringLiteral("s"))}),
        QT_TRANSLATE_NOOP("awb", "Observe for a day, or longer under normal load."));
}

// Before PostgreSQL 14 nothing counts what was dropped: a full table may have dropped something.
bool mayHaveDropped(const RuleInput& input, const Facts& facts)
{
    if (count(facts, "dealloc") > 0)
        return true;
    const double fill = 100 * count(facts, "entries") / std::max(1.0, count(facts, "max_entries"));
    return !facts.flag(QStringLiteral("dealloc_known")) && fill >= policy(input, "eviction_fill_percent", 95);
}

Suggestion reviewVerdict(const ReviewCount& reviews)
{
    const QVector<MessageArg> args{MessageArg(reviews.valid), MessageArg(reviews.hot),
                                   MessageArg(reviews.old), MessageArg(reviews.unproven)};
    if (reviews.valid == reviews.hot)
        return pass(Message(
            QT_TRANSLATE_NOOP(
                "awb", "{2:The one hot query has|All %2 hot queries have} a valid review of their plan."),
            args));
    if (reviews.valid + reviews.unproven == reviews.hot)
        return inconclusive(
            Message(QT_TRANSLATE_NOOP("awb", "All %2 hot queries have a review in time, but the plans of %4 "
                                             "could not be drawn, so they may have changed since."),
                    args),
            QT_TRANSLATE_NOOP("awb", "See in the evidence why they were not drawn; look at those plans by "
                                     "hand."));
    if (reviews.valid + reviews.old + reviews.unproven > 0)
        return warn(
            Message(QT_TRANSLATE_NOOP("awb", "%1 of %2 hot {2:query has|queries have} a valid review; %3 "
                                             "{3:review is|reviews are} old or of another plan."),
                    args));
    return fail(Message(QT_TRANSLATE_NOOP("awb", "{2:The one hot query's plan has no review|None of the %2 "
                                                 "hot queries' plans has a review} on record."),
                        args));
}

} // namespace

Suggestion reviewedPlans(const RuleInput& input)
{
    const Facts* statements = input.find(QStringLiteral("postgres.statements"));
    const Facts* facts = input.find(QStringLiteral("postgres.query_plans"));
    if (facts == nullptr)
        facts = statements;
    if (facts == nullptr)
        return notMeasured(QT_TRANSLATE_NOOP("awb", "The probe of this check has not run."));
    if (facts->failed || !facts->details.contains(QStringLiteral("hot")) || !facts->complete)
        return notMeasuredBecause(*facts);
    if (mayHaveDropped(input, *facts))
        return notMeasured(
            QT_TRANSLATE_NOOP("awb", "pg_stat_statements has dropped entries, so the list of hot queries may "
                                     "have gaps."),
            {}, QT_TRANSLATE_NOOP("awb", "Raise pg_stat_statements.max and reset the statistics."));
    const ReviewCount reviews = countReviews(input, *facts, statements);
    if (reviews.hot == 0)
        return nothingHot(*facts);
    Suggestion said = reviewVerdict(reviews);
    // The letter asks for a review, not for the same plan.
    const bool allReviewed = reviews.valid + reviews.old + reviews.unproven == reviews.hot;
    said.byLetter = allReviewed ? Verdict::Pass : Verdict::Fail;
    return said;
}

} // namespace awb::rule
