#pragma once

#include "core/audit/audit_result.h"
#include "core/foundation/clock.h"

namespace awb
{

// Everything a Rule may look at. Pure: no clock, no I/O; the same input gives the same suggestion on every
// machine.
struct RuleInput
{
    const Check& check;
    FactsByProbe facts; // of the probes that serve the check, cut to it; absent: the probe never ran
    QVector<Threshold> thresholds; // effective
    QVector<PlanReview> reviews;   // the plan review ledger (2.7)
    QDate today;

    const Facts* find(const QString& probe) const
    {
        const auto it = facts.constFind(probe);
        return it == facts.constEnd() ? nullptr : &it.value();
    }
    const Threshold&
    threshold(const QString& id = {}) const; // the named or the first; a mistake if there is none
};

using Rule = Suggestion (*)(const RuleInput& input);

// The rule of a check, or nullptr when no probe measures it yet (its suggestion is then Verdict::None).
Rule ruleFor(const QString& checkId);

// Runs the rule; handles what is the same for all: no rule, no facts, failed or cancelled probes (never a
// pass).
Suggestion suggest(const RuleInput& input);

// The frozen audit: document + rules. `version` is the program's.
AuditResult evaluate(const AuditDocument& document, const QString& toolVersion, QDate today);

// The marks that a headless run makes by itself: measured pass, warn or fail on checks that no person
// decided.
QVector<JournalEntry> automaticMarks(const AuditResult& result, const Clock& clock, const QString& author);

// What is wrong with a mark a person is about to make; empty: nothing. `needsReason`: it contradicts the
// suggestion or claims a pass that nothing measured; N/A always needs one.
struct MarkGuard
{
    bool needsReason = false;
    bool isOverride = false;
    Message why;
};
MarkGuard guardMark(const CheckResult& check, Mark mark);

// Per-section tables of rules; each in its own file (rules_database.cpp …).
struct RuleEntry
{
    const char* check;
    Rule rule;
};
QVector<RuleEntry> latencyRules();
QVector<RuleEntry> databaseRules();
QVector<RuleEntry> cachingRules();
QVector<RuleEntry> connectionRules();
QVector<RuleEntry> httpRules();
QVector<RuleEntry> metricRules();
QVector<RuleEntry> alertRules();
QVector<RuleEntry> rateLimitRules();
QVector<RuleEntry> burstRules();
QVector<RuleEntry> restartRules();
QVector<RuleEntry> logRules();
QVector<RuleEntry> traceRules();
QVector<RuleEntry> hintRules();

} // namespace awb
