// 7.4 and 7.6, from requests during a restart that a person made. Source: the specification of the HTTP
// probes, B4.

#include "core/rules/rule_parts.h"
#include "core/rules/rule_support.h"
#include "core/rules/rules_http.h"

#include <QCoreApplication>

namespace awb
{

namespace
{

using namespace rule;

MessageArg count(double value)
{
    return {value, QStringLiteral("count")};
}

// What hinders any verdict; nothing: the restart was watched.
std::optional<Suggestion> unsettled(const RuleInput& input, const Facts* facts)
{
    if (!facts)
        return notMeasured(QT_TRANSLATE_NOOP("awb", "Nobody has watched a restart."),
                           QStringLiteral("--checks 7.4,7.6 --allow load"));
    const double requests = facts->value(QStringLiteral("requests"));
    if (!facts->complete || !(requests > 0))
        return notMeasuredBecause(*facts);
    if (facts->flag(QStringLiteral("limited")))
        return inconclusive(QT_TRANSLATE_NOOP("awb", "The service refused the watch's requests with 429."),
                            QT_TRANSLATE_NOOP("awb", "Exempt the audit from the limiter."));
    if (!facts->flag(QStringLiteral("restart")))
        return inconclusive(
            Message(QT_TRANSLATE_NOOP("awb", "No restart was seen in %1: no connection was refused, and no "
                                             "younger process showed up in the metrics."),
                    {MessageArg(numberField(facts->details, "watched_s"), QStringLiteral("s"))}),
            QT_TRANSLATE_NOOP("awb",
                              "Restart the service while the probe watches, and name metrics that tell "
                              "process_start_time_seconds."));
    const double fewest = policy(input, "min_requests", 200);
    if (requests < fewest)
        return inconclusive(
            Message(QT_TRANSLATE_NOOP("awb", "Only %1 requests were sent across the restart."),
                    {count(requests)}),
            Message(QT_TRANSLATE_NOOP("awb", "Watch again: it takes %1 requests."), {count(fewest)}));
    if (const double elsewhere = numberField(facts->details, "lost_elsewhere"); elsewhere > 0)
        return inconclusive(
            Message(QT_TRANSLATE_NOOP("awb",
                                      "%1 requests failed far from the restart: the service loses some "
                                      "without one."),
                    {count(elsewhere)}),
            QT_TRANSLATE_NOOP("awb", "Find out why it does, then watch again."));
    return std::nullopt;
}

Suggestion shutdown(const RuleInput& input)
{
    const Facts* facts = input.find(QStringLiteral("http.restart"));
    if (const auto open = unsettled(input, facts))
        return *open;
    const double lost = facts->value(QStringLiteral("failed_in_flight"));
    const double underWay = facts->value(QStringLiteral("in_flight"));
    const QVector<MessageArg> numbers{count(lost), count(facts->value(QStringLiteral("requests"))),
                                      count(underWay)};
    Suggestion suggestion;
    if (lost > 0)
        suggestion = fail(Message(QT_TRANSLATE_NOOP("awb", "%1 of %2 requests were taken by the service and "
                                                           "lost in the restart."),
                                  numbers));
    else if (!(underWay >= policy(input, "min_in_flight", 3)))
        return inconclusive(
            Message(QT_TRANSLATE_NOOP("awb", "No request was lost, but only %3 were under way on average: "
                                             "perhaps none was when the service stopped."),
                    numbers),
            QT_TRANSLATE_NOOP("awb", "Name a read endpoint that takes longer, 0.2 s or more."));
    else
        suggestion = pass(
            Message(QT_TRANSLATE_NOOP("awb", "None of %2 requests was lost in the restart, with %3 under "
                                             "way on average."),
                    numbers));
    return headline(suggestion, *facts, QStringLiteral("failed_in_flight"), input.threshold());
}

Suggestion deployment(const RuleInput& input)
{
    const Facts* facts = input.find(QStringLiteral("http.restart"));
    if (const auto open = unsettled(input, facts))
        return *open;
    const double failed = facts->value(QStringLiteral("failed"));
    const double refused = numberField(facts->details, "refused");
    const QVector<MessageArg> numbers{count(failed), count(facts->value(QStringLiteral("requests"))),
                                      MessageArg(facts->value(QStringLiteral("gap")), QStringLiteral("s"))};
    Suggestion suggestion;
    if (failed == 0)
        suggestion = pass(Message(
            QT_TRANSLATE_NOOP("awb", "All of %2 requests were answered across the restart."), numbers));
    else if (failed > refused)
        suggestion =
            fail(Message(QT_TRANSLATE_NOOP("awb", "%1 of %2 requests failed in the restart, some of them "
                                                  "after the service had taken them."),
                         numbers));
    else {
        suggestion =
            warn(Message(QT_TRANSLATE_NOOP("awb", "For %3 nobody answered: %1 of %2 requests were refused in "
                                                  "the restart, none was lost."),
                         numbers));
        suggestion.byLetter = Verdict::Fail;
    }
    return headline(suggestion, *facts, QStringLiteral("failed"), input.threshold());
}

} // namespace

QVector<RuleEntry> restartRules()
{
    return {{"7.4", &shutdown}, {"7.6", &deployment}};
}

} // namespace awb
