#include "core/audit/comparison.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace awb
{

namespace
{

int rank(Mark mark)
{
    switch (mark) {
    case Mark::Fail:
        return 0;
    case Mark::Warn:
        return 1;
    case Mark::Pass:
        return 2;
    default:
        return -1;
    }
}

bool intervalsApart(const Measurement& a, const Measurement& b)
{
    const double aLow = a.low.value_or(a.value), aHigh = a.high.value_or(a.value);
    const double bLow = b.low.value_or(b.value), bHigh = b.high.value_or(b.value);
    return aHigh < bLow || bHigh < aLow;
}

// Larger is better when the threshold asks for more; Equal means "as close as possible", so nothing is worse
// by size alone.
std::optional<bool> smallerIsBetter(const CheckResult& check)
{
    if (!check.suggestion.threshold)
        return std::nullopt;
    switch (check.suggestion.threshold->comparison) {
    case Comparison::Less:
    case Comparison::LessOrEqual:
        return true;
    case Comparison::Greater:
    case Comparison::GreaterOrEqual:
        return false;
    case Comparison::Equal:
        break;
    }
    // "100 % of foreign keys": nearer from below is better; "0 violations": nearer from above is
    return check.suggestion.threshold->value == 0 ? std::optional<bool>(true) : std::optional<bool>(false);
}

bool sameThresholds(const CheckResult& a, const CheckResult& b)
{
    if (a.thresholds.size() != b.thresholds.size())
        return false;
    for (qsizetype i = 0; i < a.thresholds.size(); ++i) {
        if (a.thresholds.at(i).value != b.thresholds.at(i).value ||
            a.thresholds.at(i).comparison != b.thresholds.at(i).comparison)
            return false;
    }
    return true;
}

ChangeCause causeOf(const CheckResult& a, const CheckResult& b, const CheckChange& change)
{
    if (a.check.threshold != b.check.threshold || a.check.check != b.check.check)
        return ChangeCause::ChecklistText;
    if (!sameThresholds(a, b))
        return ChangeCause::Threshold;
    const bool proven = markFor(a.suggestion.verdict) && markFor(b.suggestion.verdict);
    if (a.suggestion.verdict != b.suggestion.verdict)
        return proven ? ChangeCause::Measurement : ChangeCause::Coverage;
    if (change.before != change.after)
        return ChangeCause::Judgment;
    return change.beyondNoise ? ChangeCause::Measurement : ChangeCause::None;
}

void compareValues(const CheckResult& a, const CheckResult& b, CheckChange& change)
{
    change.valueBefore = a.suggestion.headline;
    change.valueAfter = b.suggestion.headline;
    if (!change.valueBefore || !change.valueAfter || change.valueBefore->unit != change.valueAfter->unit ||
        change.valueBefore->name != change.valueAfter->name)
        return;
    if (!change.valueBefore->isKnown() || !change.valueAfter->isKnown())
        return;
    change.delta = change.valueAfter->value - change.valueBefore->value;
    change.beyondNoise = intervalsApart(*change.valueBefore, *change.valueAfter);
}

ChangeKind kindOf(const CheckResult& b, const CheckChange& change, bool comparable)
{
    const int before = rank(change.before);
    const int after = rank(change.after);
    if (before >= 0 && after >= 0 && before != after)
        return after < before ? ChangeKind::Regressed : ChangeKind::Improved;
    if (!comparable || (before < 0) != (after < 0))
        return change.before == change.after && comparable ? ChangeKind::Unchanged
                                                           : ChangeKind::NotComparable;
    if (change.beyondNoise && change.delta != 0) {
        if (const auto smaller = smallerIsBetter(b))
            return (change.delta < 0) == *smaller ? ChangeKind::ValueBetter : ChangeKind::ValueWorse;
    }
    return ChangeKind::Unchanged;
}

Message sentenceFor(ChangeCause cause)
{
    switch (cause) {
    case ChangeCause::Measurement:
        return QT_TRANSLATE_NOOP("awb", "The measured value moved.");
    case ChangeCause::Threshold:
        return QT_TRANSLATE_NOOP("awb", "The threshold was changed between the two audits.");
    case ChangeCause::ChecklistText:
        return QT_TRANSLATE_NOOP("awb", "The checklist's text of this check differs.");
    case ChangeCause::Judgment:
        return QT_TRANSLATE_NOOP("awb", "The evidence is alike; people judged it differently.");
    case ChangeCause::Environment:
        return QT_TRANSLATE_NOOP("awb", "The two audits looked at different environments.");
    case ChangeCause::Coverage:
        return QT_TRANSLATE_NOOP("awb", "Only one of the two audits measured it.");
    case ChangeCause::None:
        break;
    }
    return {};
}

CheckChange compareCheck(const CheckResult& a, const CheckResult& b, bool sameEnvironment)
{
    CheckChange change;
    change.check = b.check.id;
    change.title = b.check.shortName;
    change.before = a.mark();
    change.after = b.mark();
    compareValues(a, b, change);
    if (!sameEnvironment) {
        // a number from staging says nothing about production
        change.delta = std::numeric_limits<double>::quiet_NaN();
        change.beyondNoise = false;
    }
    change.cause = causeOf(a, b, change);
    change.kind = kindOf(b, change, sameEnvironment);
    if (!sameEnvironment && change.kind == ChangeKind::NotComparable)
        change.cause = ChangeCause::Environment;
    change.why = sentenceFor(change.cause);
    return change;
}

int order(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::Regressed:
        return 0;
    case ChangeKind::ValueWorse:
        return 1;
    case ChangeKind::Improved:
        return 2;
    case ChangeKind::ValueBetter:
        return 3;
    case ChangeKind::NotComparable:
        return 4;
    case ChangeKind::Unchanged:
        break;
    }
    return 5;
}

QString kindId(ChangeKind kind)
{
    static const QStringList names{QStringLiteral("regressed"),      QStringLiteral("value-worse"),
                                   QStringLiteral("improved"),       QStringLiteral("value-better"),
                                   QStringLiteral("not-comparable"), QStringLiteral("unchanged")};
    return names.at(order(kind));
}

QString causeId(ChangeCause cause)
{
    switch (cause) {
    case ChangeCause::Measurement:
        return QStringLiteral("measurement");
    case ChangeCause::Threshold:
        return QStringLiteral("threshold");
    case ChangeCause::ChecklistText:
        return QStringLiteral("checklist-text");
    case ChangeCause::Judgment:
        return QStringLiteral("judgment");
    case ChangeCause::Environment:
        return QStringLiteral("environment");
    case ChangeCause::Coverage:
        return QStringLiteral("coverage");
    case ChangeCause::None:
        break;
    }
    return QStringLiteral("none");
}

QJsonValue valueToJson(const std::optional<Measurement>& m)
{
    if (!m || !m->isKnown())
        return {};
    const auto number = [](const std::optional<double>& v) { return v ? QJsonValue(*v) : QJsonValue(); };
    return QJsonObject{{QStringLiteral("name"), m->name},
                       {QStringLiteral("value"), m->value},
                       {QStringLiteral("unit"), m->unit},
                       {QStringLiteral("low"), number(m->low)},
                       {QStringLiteral("high"), number(m->high)}};
}

QJsonObject sideToJson(const QString& label, const QDateTime& time, int points, int max, double percent)
{
    return {{QStringLiteral("label"), label},
            {QStringLiteral("time"), time.toUTC().toString(Qt::ISODateWithMs)},
            {QStringLiteral("points"), points},
            {QStringLiteral("max"), max},
            {QStringLiteral("percent"), percent}};
}

QString labelOf(const AuditResult& result)
{
    return result.snapshotLabel.isEmpty() ? result.meta.name : result.snapshotLabel;
}

} // namespace

bool AuditComparison::isWorse() const
{
    return std::any_of(changes.cbegin(), changes.cend(), [](const CheckChange& change) {
        return (change.before == Mark::Pass && change.after == Mark::Fail) ||
               change.kind == ChangeKind::ValueWorse;
    });
}

AuditComparison compareResults(const AuditResult& before, const AuditResult& after)
{
    AuditComparison comparison;
    comparison.labelBefore = labelOf(before);
    comparison.labelAfter = labelOf(after);
    comparison.timeBefore = before.finished;
    comparison.timeAfter = after.finished;
    comparison.pointsBefore = before.score.points;
    comparison.pointsAfter = after.score.points;
    comparison.maxBefore = before.score.max;
    comparison.maxAfter = after.score.max;
    comparison.percentBefore = before.score.percent();
    comparison.percentAfter = after.score.percent();
    comparison.bandBefore = before.score.bandTitle;
    comparison.bandAfter = after.score.bandTitle;
    comparison.sectionsBefore = before.score.sections;
    comparison.sectionsAfter = after.score.sections;
    comparison.sameEnvironment = before.meta.environment == after.meta.environment;
    for (const CheckResult& check : after.checks) {
        if (const CheckResult* old = before.find(check.check.id))
            comparison.changes.append(compareCheck(*old, check, comparison.sameEnvironment));
    }
    std::stable_sort(
        comparison.changes.begin(), comparison.changes.end(),
        [](const CheckChange& a, const CheckChange& b) { return order(a.kind) < order(b.kind); });
    return comparison;
}

QJsonObject comparisonToJson(const AuditComparison& comparison)
{
    QJsonArray changes;
    for (const CheckChange& change : comparison.changes) {
        changes.append(QJsonObject{
            {QStringLiteral("check"), change.check},
            {QStringLiteral("title"), change.title},
            {QStringLiteral("before"), markId(change.before)},
            {QStringLiteral("after"), markId(change.after)},
            {QStringLiteral("value_before"), valueToJson(change.valueBefore)},
            {QStringLiteral("value_after"), valueToJson(change.valueAfter)},
            {QStringLiteral("delta"), std::isfinite(change.delta) ? QJsonValue(change.delta) : QJsonValue()},
            {QStringLiteral("beyond_noise"), change.beyondNoise},
            {QStringLiteral("change"), kindId(change.kind)},
            {QStringLiteral("cause"), causeId(change.cause)},
            {QStringLiteral("why"), change.why.text()}});
    }
    return {{QStringLiteral("schema"), QStringLiteral("auditbench/compare/1")},
            {QStringLiteral("before"),
             sideToJson(comparison.labelBefore, comparison.timeBefore, comparison.pointsBefore,
                        comparison.maxBefore, comparison.percentBefore)},
            {QStringLiteral("after"),
             sideToJson(comparison.labelAfter, comparison.timeAfter, comparison.pointsAfter,
                        comparison.maxAfter, comparison.percentAfter)},
            {QStringLiteral("same_environment"), comparison.sameEnvironment},
            {QStringLiteral("worse"), comparison.isWorse()},
            {QStringLiteral("changes"), changes}};
}

} // namespace awb
