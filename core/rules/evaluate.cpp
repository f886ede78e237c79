#include "core/audit/action_items.h"
#include "core/rules/latency_charts.h"
#include "core/rules/rules.h"

#include <QCoreApplication>

#include <algorithm>

namespace awb
{

namespace
{

QVector<Threshold> effectiveThresholds(const AuditDocument& document, const Check& check, CheckResult& result)
{
    QVector<Threshold> thresholds = check.thresholds;
    for (Threshold& threshold : thresholds) {
        const auto changed = document.thresholdOverride(check.id, threshold.id);
        if (!changed || changed->value == threshold.value)
            continue;
        const bool upper =
            threshold.comparison == Comparison::Less || threshold.comparison == Comparison::LessOrEqual;
        result.thresholdLooser = result.thresholdLooser || upper == (changed->value > threshold.value);
        threshold.value = changed->value;
        result.thresholdOverridden = true;
    }
    return thresholds;
}

QDateTime newestEvidence(const QVector<Facts>& evidence)
{
    QDateTime newest;
    for (const Facts& facts : evidence) {
        if (!newest.isValid() || facts.started > newest)
            newest = facts.started;
    }
    return newest;
}

// A mark is stale when newer evidence proves another one: its own input moved.
Staleness stalenessOf(const CheckResult& check)
{
    const Judgment& judgment = check.judgment;
    if (judgment.mark == Mark::Undecided || judgment.mark == Mark::NotApplicable ||
        judgment.origin == Origin::Override)
        return {};
    const auto proven = markFor(check.suggestion.verdict);
    const QDateTime newest = newestEvidence(check.evidence);
    const bool newer = newest.isValid() && judgment.time.isValid() && newest > judgment.time;
    if (!newer || !proven || *proven == judgment.mark || *proven == Mark::NotApplicable)
        return {};
    return {QStringLiteral("evidence"), Message(QT_TRANSLATE_NOOP("awb", "Newer evidence says %1: %2"),
                                                {MessageArg(verdictWord(check.suggestion.verdict)),
                                                 MessageArg(check.suggestion.summary.text())})};
}

CheckResult evaluateCheck(const AuditDocument& document, const Check& check, QDate today, Mark& strictMark)
{
    CheckResult result;
    result.check = check;
    result.thresholds = effectiveThresholds(document, check, result);
    result.judgment = document.judgment(check.id);
    result.attachments = document.attachments(check.id);
    RuleInput input{check, document.factsFor(check.id), result.thresholds, document.planReviews(), today};
    for (const Facts& facts : std::as_const(input.facts)) {
        result.evidence.append(facts);
        if (facts.probe == QLatin1String("http.latency") &&
            facts.details.contains(QLatin1String("endpoints")))
            result.evidence.last().charts = latency::latencyCharts(facts, check.id, result.thresholds);
    }
    result.suggestion = suggest(input);
    if (document.byLetter())
        result.suggestion.verdict = result.suggestion.byLetter;
    result.stale = stalenessOf(result);
    const Verdict verdict = result.suggestion.verdict;
    const bool proven = verdict == Verdict::Pass || verdict == Verdict::Warn || verdict == Verdict::Fail;
    result.judgedWithoutMeasurement = result.judgment.mark == Mark::Pass &&
                                      check.kind == CheckKind::Measured && !proven &&
                                      verdict != Verdict::None;
    strictMark = result.judgment.mark;
    if (result.thresholdOverridden && result.judgment.mark == Mark::Pass) {
        input.thresholds = check.thresholds;
        strictMark = markFor(suggest(input).verdict).value_or(Mark::Undecided);
    }
    return result;
}

QVector<Sent> everythingSent(const AuditDocument& document)
{
    QVector<Sent> all;
    for (const Facts& facts : document.facts()) {
        for (const Sent& sent : facts.sent) {
            const auto it = std::find_if(all.begin(), all.end(),
                                         [&](const Sent& known) { return known.what == sent.what; });
            if (it != all.end())
                it->count += sent.count;
            else
                all.append(sent);
        }
    }
    return all;
}

} // namespace

AuditResult evaluate(const AuditDocument& document, const QString& toolVersion, QDate today)
{
    AuditResult result;
    const Checklist& checklist = document.checklist();
    result.auditId = document.id();
    result.toolVersion = toolVersion;
    result.checklistId = checklist.id;
    result.checklistTitle = checklist.title;
    result.bands = checklist.bands;
    result.meta = document.meta();
    result.started = document.started();
    result.finished = document.finished();
    result.byLetter = document.byLetter();
    result.revision = document.revision();
    result.signOffs = document.signOffs();
    QVector<ScoredCheck> scored;
    for (const Section& section : checklist.sections) {
        for (const Check& check : section.checks) {
            Mark strictMark = Mark::Undecided;
            result.checks.append(evaluateCheck(document, check, today, strictMark));
            const CheckResult& added = result.checks.constLast();
            scored.append({check.id, check.section, added.mark(), strictMark, added.suggestion.verdict,
                           !added.stale.cause.isEmpty(), added.judgment.origin == Origin::Override});
        }
    }
    result.score = computeScorecard(checklist, scored);
    result.actions = document.hasEditedActions() ? document.editedActions() : proposeActions(result);
    result.executed = everythingSent(document);
    return result;
}

QVector<JournalEntry> automaticMarks(const AuditResult& result, const Clock& clock, const QString& author)
{
    QVector<JournalEntry> entries;
    for (const CheckResult& check : result.checks) {
        const Origin origin = check.judgment.origin;
        const bool human = origin == Origin::Manual || origin == Origin::Override ||
                           origin == Origin::Profile || origin == Origin::Carried;
        if (human)
            continue;
        const Verdict verdict = check.suggestion.verdict;
        const bool proven =
            check.suggestion.confidence == Confidence::Measured &&
            (verdict == Verdict::Pass || verdict == Verdict::Warn || verdict == Verdict::Fail);
        const Mark wanted = proven ? *markFor(verdict) : Mark::Undecided;
        // an automatic mark that nothing proves any more is taken back
        if (wanted == check.judgment.mark)
            continue;
        QJsonObject value{
            {QStringLiteral("mark"), markId(wanted)},
            {QStringLiteral("origin"), originId(Origin::Automatic)},
            {QStringLiteral("evidence"), newestEvidence(check.evidence).toUTC().toString(Qt::ISODateWithMs)}};
        entries.append(makeEntry(clock, result.auditId, EntryKind::Mark, value, check.check.id, author));
    }
    return entries;
}

} // namespace awb
