#include "core/audit/plan_review.h"

namespace awb
{

namespace
{

PlanReviewState stateOf(const PlanReview& review, const QString& shape, QDate today, qint64 maxAgeDays)
{
    const qint64 age = review.date.isValid() ? review.date.daysTo(today) : maxAgeDays + 1;
    // A day ahead is another time zone; further ahead is no date of a review.
    if (age < -1 || age > maxAgeDays)
        return PlanReviewState::TooOld;
    if (shape.isEmpty())
        return PlanReviewState::Unproven;
    return review.shape == shape ? PlanReviewState::Valid : PlanReviewState::AnotherPlan;
}

} // namespace

FoundReview findReview(const QVector<PlanReview>& ledger, const QString& fingerprint, const QString& shape,
                       QDate today, qint64 maxAgeDays)
{
    FoundReview found;
    for (const PlanReview& review : ledger) {
        if (review.fingerprint != fingerprint)
            continue;
        const PlanReviewState state = stateOf(review, shape, today, maxAgeDays);
        const bool newer = state == found.state && review.date >= found.review.date;
        if (state > found.state || newer)
            found = {state, review};
    }
    return found;
}

} // namespace awb
