// The ledger of reviewed plans (2.7): what a person's review of a hot query's plan is still worth.
#pragma once

#include <QDate>
#include <QString>
#include <QVector>

namespace awb
{

struct PlanReview
{
    QString fingerprint; // of the normalised text: it survives a new major version of the server
    QString shape;       // of the plan that was looked at; empty: none could be drawn
    QString reviewer;
    QDate date; // of the reviewer's day
};

// From nothing to what counts. "Too old" and "another plan" are one for the score, and two for a reader.
enum class PlanReviewState {
    None,
    TooOld,      // or from a day that is yet to come
    AnotherPlan, // in time, but the plan has another shape since
    Unproven,    // in time, but today's plan could not be drawn
    Valid
};

struct FoundReview
{
    PlanReviewState state = PlanReviewState::None;
    PlanReview review; // the newest of those in this state; empty with None
};

// The best that the ledger holds for the query `fingerprint`, whose plan has the shape `shape` (empty: it
// could not be drawn). Source of the rule: the checklist's policy review_max_age_days of 2.7, and its letter.
FoundReview findReview(const QVector<PlanReview>& ledger, const QString& fingerprint, const QString& shape,
                       QDate today, qint64 maxAgeDays);

} // namespace awb
