// 5.5 and 5.6, from the alert rules of a Prometheus. Source: the specification of the HTTP probes.

#include "core/rules/rule_parts.h"
#include "core/rules/rule_support.h"
#include "core/rules/rules_http.h"

#include <QCoreApplication>

#include <algorithm>

namespace awb
{

namespace
{

using namespace rule;

QVector<QJsonObject> ofKind(const QVector<QJsonObject>& rows, const char* kind)
{
    QVector<QJsonObject> some;
    std::copy_if(rows.cbegin(), rows.cend(), std::back_inserter(some),
                 [&](const QJsonObject& row) { return textOf(row, "kind") == QLatin1String(kind); });
    return some;
}

// Why an alert with the right threshold would still not reach anybody; empty if nothing stands in its way.
std::optional<Message> obstacle(const RuleInput& input, const Facts& facts, const QJsonObject& alert)
{
    const QVector<MessageArg> name{textOf(alert, "name")};
    if (textOf(alert, "health") != QLatin1String("ok"))
        return Message(QT_TRANSLATE_NOOP("awb", "The alert %1 is not evaluated without error."), name);
    if (!flagOf(alert, "series"))
        return Message(
            QT_TRANSLATE_NOOP("awb", "The alert %1 watches series that do not exist: it can never fire."),
            name);
    if (numberField(alert, "for_s") > policy(input, "max_for_s", 900))
        return Message(QT_TRANSLATE_NOOP("awb", "The alert %1 waits longer than 15 minutes."), name);
    if (!(numberField(facts.details, "alertmanagers") > 0))
        return Message(
            QT_TRANSLATE_NOOP(
                "awb", "The alert %1 fires, but Prometheus has no Alertmanager to tell: nobody hears of it."),
            name);
    return std::nullopt;
}

// The smallest threshold that nothing stands in the way of; else the smallest.
Suggestion bestAlert(const RuleInput& input, const Facts& facts, QVector<QJsonObject> alerts,
                     const char* unit)
{
    std::stable_sort(alerts.begin(), alerts.end(), [](const QJsonObject& a, const QJsonObject& b) {
        return numberField(a, "threshold") < numberField(b, "threshold");
    });
    const double limit = input.threshold().value;
    std::optional<Message> first;
    for (const QJsonObject& alert : alerts) {
        const double threshold = numberField(alert, "threshold");
        const MessageArg value(threshold, QLatin1String(unit));
        if (threshold > limit) {
            if (!first)
                first = Message(QT_TRANSLATE_NOOP("awb", "The alert %1 fires at %2 only."),
                                {textOf(alert, "name"), value});
            break;
        }
        const auto why = obstacle(input, facts, alert);
        if (!why)
            return pass(Message(
                QT_TRANSLATE_NOOP("awb",
                                  "The alert %1 fires above %2, and Prometheus has an Alertmanager to tell."),
                {textOf(alert, "name"), value}));
        if (!first)
            first = why;
    }
    return warn(*first);
}

const Facts* ruleFacts(const RuleInput& input, Suggestion* otherwise)
{
    const Facts* facts = input.find(QStringLiteral("prometheus.alerts"));
    if (!facts)
        *otherwise = probeMissing();
    else if (!facts->details.contains(QStringLiteral("alerts")))
        *otherwise = notMeasuredBecause(*facts);
    else
        return facts;
    return nullptr;
}

Suggestion notUnderstood(const QVector<QJsonObject>& rows)
{
    QStringList names;
    for (const QJsonObject& row : rows)
        names.append(textOf(row, "name"));
    return inconclusive(
        Message(
            QT_TRANSLATE_NOOP("awb", "No alert was recognised; these expressions were not understood: %1."),
            {namesText(names)}),
        QT_TRANSLATE_NOOP("awb", "Look at these expressions and judge by hand."));
}

Suggestion errorAlert(const RuleInput& input)
{
    Suggestion otherwise;
    const Facts* facts = ruleFacts(input, &otherwise);
    if (!facts)
        return otherwise;
    const QVector<QJsonObject> rows = rowsOf(*facts, "alerts");
    const QVector<QJsonObject> shares = ofKind(rows, "error_share"), counts = ofKind(rows, "error_count"),
                               odd = ofKind(rows, "not_understood");
    if (!shares.isEmpty())
        return bestAlert(input, *facts, shares, "percent");
    if (!counts.isEmpty())
        return warn(
            Message(QT_TRANSLATE_NOOP("awb", "The alert %1 counts errors without a share of all requests."),
                    {textOf(counts.first(), "name")}));
    if (!odd.isEmpty())
        return notUnderstood(odd);
    if (!facts->complete)
        return notMeasuredBecause(*facts);
    return fail(QT_TRANSLATE_NOOP("awb", "No alert rule watches the share of errors."));
}

Suggestion latencyAlert(const RuleInput& input)
{
    Suggestion otherwise;
    const Facts* facts = ruleFacts(input, &otherwise);
    if (!facts)
        return otherwise;
    const QVector<QJsonObject> rows = rowsOf(*facts, "alerts");
    const double strict = policy(input, "min_quantile", 0.99);
    QVector<QJsonObject> high, low = ofKind(rows, "other_latency");
    for (const QJsonObject& row : ofKind(rows, "quantile"))
        (numberField(row, "quantile") >= strict - 1e-9 ? high : low).append(row);
    const QVector<QJsonObject> odd = ofKind(rows, "not_understood");
    if (!high.isEmpty())
        return bestAlert(input, *facts, high, "ms");
    if (!low.isEmpty())
        return warn(
            Message(QT_TRANSLATE_NOOP("awb", "The alert %1 watches an average or a lower quantile, not p99."),
                    {textOf(low.first(), "name")}));
    if (!odd.isEmpty())
        return notUnderstood(odd);
    if (!facts->complete)
        return notMeasuredBecause(*facts);
    return fail(QT_TRANSLATE_NOOP("awb", "No alert rule watches the p99 latency."));
}

} // namespace

QVector<RuleEntry> alertRules()
{
    return {{"5.5", &errorAlert}, {"5.6", &latencyAlert}};
}

} // namespace awb
