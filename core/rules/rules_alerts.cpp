// 5.5 and 5.6, from the alert rules of a Prometheus, or from rule files. Source: the specification of the
// HTTP probes. A file shows what is written: neither that Prometheus has loaded it nor that an Alertmanager
// hears of it, so it never gives a pass, and what it gives is assisted evidence.

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

bool isFromFiles(const Facts& facts)
{
    return field(facts.details, "source") == QLatin1String("files");
}

// Why an alert with the right threshold would still not reach anybody; empty if nothing stands in its way.
std::optional<Message> obstacle(const RuleInput& input, const Facts& facts, const QJsonObject& alert)
{
    const QVector<MessageArg> name{textOf(alert, "name")};
    const bool fromFile = isFromFiles(facts);
    if (!fromFile && textOf(alert, "health") != QLatin1String("ok"))
        return Message(QT_TRANSLATE_NOOP("awb", "The alert %1 is not evaluated without error."), name);
    if (!fromFile && !flagOf(alert, "series"))
        return Message(
            QT_TRANSLATE_NOOP("awb", "The alert %1 watches series that do not exist: it can never fire."),
            name);
    if (numberField(alert, "for_s") > policy(input, "max_for_s", 900))
        return Message(QT_TRANSLATE_NOOP("awb", "The alert %1 waits longer than 15 minutes."), name);
    if (textOf(alert, "concerns") == QLatin1String("mixed"))
        return Message(QT_TRANSLATE_NOOP(
                           "awb", "The alert %1 adds up other services with this one: what goes wrong here "
                                  "alone may never reach it."),
                       name);
    if (!fromFile && !(numberField(facts.details, "alertmanagers") > 0))
        return Message(
            QT_TRANSLATE_NOOP(
                "awb", "The alert %1 fires, but Prometheus has no Alertmanager to tell: nobody hears of it."),
            name);
    return std::nullopt;
}

Suggestion onlyWritten(const Facts& facts, const QString& alert, const MessageArg& value)
{
    const QString unreached = field(facts.details, "unreached");
    return inconclusive(
        Message(QT_TRANSLATE_NOOP("awb",
                                  "The rule files (%3) hold the alert %1, which fires above %2; a file does "
                                  "not show that Prometheus has loaded it, nor that an Alertmanager hears "
                                  "of it."),
                {alert, value, facts.source}),
        unreached.isEmpty()
            ? Message(
                  QT_TRANSLATE_NOOP("awb", "Name the Prometheus that loads these files (prometheus.url)."))
            : Message(QT_TRANSLATE_NOOP("awb", "Let the Prometheus of the profile answer: %1"), {unreached}));
}

// What files say is told as such, and a person decides.
Suggestion asWritten(const Facts& facts, Suggestion said)
{
    if (!isFromFiles(facts))
        return said;
    if (said.verdict == Verdict::Warn && !facts.complete) // a better one may stand in what was not read
        return notMeasuredBecause(facts);
    if (said.verdict == Verdict::Warn || said.verdict == Verdict::Fail)
        said.summary =
            Message(QT_TRANSLATE_NOOP("awb", "From the rule files (%1), not from a running Prometheus: %2"),
                    {MessageArg(facts.source), MessageArg(said.summary.text())});
    said.confidence = Confidence::Assisted;
    return said;
}

// Alerts that are not another service's; the names of the others in `others`.
QVector<QJsonObject> ownAlerts(const Facts& facts, QStringList& others)
{
    QVector<QJsonObject> own;
    for (const QJsonObject& row : rowsOf(facts, "alerts")) {
        if (textOf(row, "concerns") != QLatin1String("others"))
            own.append(row);
        else if (textOf(row, "kind") != QLatin1String("not_understood"))
            others.append(textOf(row, "name"));
    }
    return own;
}

Suggestion noAlert(const Facts& facts, const QStringList& others, const char* none)
{
    if (!facts.complete)
        return notMeasuredBecause(facts);
    if (others.isEmpty())
        return fail(none);
    return fail(Message(QT_TRANSLATE_NOOP("awb", "%1 The alerts that there are watch other services than the "
                                                 "profile's selector names: %2."),
                        {MessageArg(Message(none).text()), namesText(others)}));
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
    std::optional<Suggestion> open; // an alert of which it cannot be told whose it is
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
        if (!why && isFromFiles(facts))
            return onlyWritten(facts, textOf(alert, "name"), value);
        if (!why && textOf(alert, "concerns") == QLatin1String("unclear")) {
            if (!open)
                open = inconclusive(
                    Message(QT_TRANSLATE_NOOP("awb",
                                              "The alert %1 reads series that do not tell which service "
                                              "they are of."),
                            {textOf(alert, "name")}),
                    QT_TRANSLATE_NOOP(
                        "awb", "Keep the selector's labels in the recording rules, or judge by hand."));
            continue;
        }
        if (!why)
            return pass(Message(
                QT_TRANSLATE_NOOP("awb",
                                  "The alert %1 fires above %2, and Prometheus has an Alertmanager to tell."),
                {textOf(alert, "name"), value}));
        if (!first)
            first = why;
    }
    return open ? *open : warn(*first);
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

Suggestion errorAlert(const RuleInput& input, const Facts* facts)
{
    QStringList others;
    const QVector<QJsonObject> rows = ownAlerts(*facts, others);
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
    return noAlert(*facts, others, QT_TRANSLATE_NOOP("awb", "No alert rule watches the share of errors."));
}

Suggestion latencyAlert(const RuleInput& input, const Facts* facts)
{
    QStringList others;
    const QVector<QJsonObject> rows = ownAlerts(*facts, others);
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
    return noAlert(*facts, others, QT_TRANSLATE_NOOP("awb", "No alert rule watches the p99 latency."));
}

using AlertRule = Suggestion (*)(const RuleInput&, const Facts*);

template<AlertRule judgeAlert>
Suggestion judged(const RuleInput& input)
{
    Suggestion otherwise;
    const Facts* facts = ruleFacts(input, &otherwise);
    return facts ? asWritten(*facts, judgeAlert(input, facts)) : otherwise;
}

} // namespace

QVector<RuleEntry> alertRules()
{
    return {{"5.5", &judged<&errorAlert>}, {"5.6", &judged<&latencyAlert>}};
}

} // namespace awb
