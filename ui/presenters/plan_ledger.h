// The review ledger of 2.7 beside the plans that a probe drew: who reviewed each, when, and what it is worth.
#pragma once

#include "core/audit/audit_result.h"
#include "core/audit/plan_review.h"
#include "ui/presenters/audit_session.h"

namespace awb
{

// One row of the evidence: a hot query, its plan, and its review.
struct PlanRow
{
    QString fingerprint;
    QString shape; // empty: the plan could not be drawn
    QString query;
    QString plan; // one node a line, indented
    FoundReview found;
    QString words;    // "reviewed by A. Reviewer, 25 Nov 2026"
    bool due = false; // a review today would make it count, or count for longer
};

struct PlanLedger
{
    QVector<Facts> evidence; // of the check; the table of plans has the reviews as its second column
    QVector<PlanRow> rows;   // as in that table; empty: there is none
    QString stamp;           // another one when any review is

    // Those a person may vouch for at once: drawn, and without a review that counts.
    QVector<ReviewedPlan> waiting() const;
};

// The id of the table with the plans, as the probe names it.
inline constexpr auto kPlanTable = "plans";

// The evidence of one check as it is, or with the ledger where it has plans. A result without its journal
// (a result.json) knows no ledger: nothing is added.
PlanLedger planLedger(const CheckResult& check, const AuditSession& session, const QLocale& locale);

} // namespace awb
