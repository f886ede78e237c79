#include "core/rules/rules.h"

#include "core/rules/left_out.h"
#include "core/rules/rule_support.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace awb
{

namespace
{

const QHash<QString, Rule>& ruleTable()
{
    static const QHash<QString, Rule> table = [] {
        QHash<QString, Rule> rules;
        for (const auto& group : {latencyRules(), databaseRules(), cachingRules(), connectionRules(),
                                  httpRules(), metricRules(), alertRules(), rateLimitRules(), burstRules(),
                                  restartRules(), logRules(), traceRules(), hintRules()}) {
            for (const RuleEntry& entry : group)
                rules.insert(QLatin1String(entry.check), entry.rule);
        }
        return rules;
    }();
    return table;
}

bool isProof(Verdict verdict)
{
    return verdict == Verdict::Pass || verdict == Verdict::Warn || verdict == Verdict::Fail;
}

// A pass needs every probe that spoke to have seen everything; a rule that forgets it is held back here. A
// probe that only hints (details "hint") does not hold a pass back: it never carries one either.
bool everythingSeen(const RuleInput& input)
{
    return std::all_of(input.facts.cbegin(), input.facts.cend(), [](const Facts& facts) {
        return (facts.complete && !facts.failed && !facts.cancelled) || facts.flag(QStringLiteral("hint"));
    });
}

} // namespace

const Threshold& RuleInput::threshold(const QString& id) const
{
    for (const Threshold& threshold : thresholds) {
        if (id.isEmpty() || threshold.id == id)
            return threshold;
    }
    qFatal("check %s has no threshold '%s'", qPrintable(check.id), qPrintable(id));
}

Rule ruleFor(const QString& checkId)
{
    return ruleTable().value(checkId, nullptr);
}

Suggestion suggest(const RuleInput& input)
{
    const Rule rule = ruleFor(input.check.id);
    if (!rule)
        return {};
    if (input.facts.isEmpty()) {
        Suggestion none;
        none.summary = QT_TRANSLATE_NOOP(
            "awb", "No probe of this check has run: none was started yet, the run left it out, or "
                   "the profile does not name what it looks at.");
        return none;
    }
    const bool allFailed = std::all_of(input.facts.cbegin(), input.facts.cend(),
                                       [](const Facts& facts) { return facts.failed; });
    if (allFailed)
        return rule::notMeasuredBecause(input.facts.first());
    Suggestion suggestion = rule(input);
    if (!everythingSeen(input) &&
        (suggestion.verdict == Verdict::Pass || suggestion.byLetter == Verdict::Pass)) {
        const auto blind = std::find_if(input.facts.cbegin(), input.facts.cend(),
                                        [](const Facts& facts) { return !facts.complete; });
        suggestion = rule::notMeasuredBecause(blind == input.facts.cend() ? input.facts.first() : *blind);
    }
    suggestion = rule::heldByLeftOut(input, std::move(suggestion));
    if (input.check.kind == CheckKind::Assisted)
        suggestion.confidence = Confidence::Assisted;
    return suggestion;
}

MarkGuard guardMark(const CheckResult& check, Mark mark)
{
    MarkGuard guard;
    if (mark == Mark::Undecided)
        return guard;
    if (mark == Mark::NotApplicable) {
        guard.needsReason = true;
        guard.why = QT_TRANSLATE_NOOP("awb", "N/A needs a reason: it takes the check out of the maximum.");
        return guard;
    }
    const Verdict verdict = check.suggestion.verdict;
    if (isProof(verdict) && markFor(verdict) != mark) {
        guard.needsReason = true;
        guard.isOverride = true;
        guard.why = Message(
            QT_TRANSLATE_NOOP("awb", "The probe says %1: %2 Another mark needs a reason, and the report "
                                     "will list it."),
            {MessageArg(verdictWord(verdict)), MessageArg(check.suggestion.summary.text())});
        return guard;
    }
    const bool nothingProven = verdict == Verdict::Inconclusive || verdict == Verdict::NotMeasured;
    if (mark == Mark::Pass && check.check.kind == CheckKind::Measured && nothingProven) {
        guard.needsReason = true;
        guard.why = QT_TRANSLATE_NOOP(
            "awb", "Nothing measured proves a pass here. Say what you rely on; the report lists it "
                   "as judged without measurement.");
    }
    return guard;
}

} // namespace awb
