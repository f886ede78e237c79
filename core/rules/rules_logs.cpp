// 5.3, from the end of a log file. Source: specification of the checks, 5.3: the share of lines that parse.

#include "core/rules/rule_parts.h"
#include "core/rules/rule_support.h"

#include <QCoreApplication>

namespace awb
{

namespace
{

using namespace rule;

Suggestion jsonLogs(const RuleInput& input)
{
    const Facts* facts = input.find(QStringLiteral("logs.sample"));
    if (!facts)
        return notMeasured(QT_TRANSLATE_NOOP("awb", "No log was looked at."),
                           QStringLiteral("logs: {file: app.log}"));
    const Measurement* share = facts->find(QStringLiteral("json_lines"));
    const double lines = numberField(facts->details, "lines");
    if (!share || !share->isKnown() || !(lines > 0))
        return notMeasuredBecause(*facts);
    const double json = numberField(facts->details, "json");
    const QVector<MessageArg> numbers{MessageArg(json, QStringLiteral("count")),
                                      MessageArg(lines, QStringLiteral("count"))};
    const double fewest = policy(input, "min_lines", 300);
    Suggestion suggestion;
    if (json == lines && lines < fewest)
        return inconclusive(
            Message(QT_TRANSLATE_NOOP("awb", "All %2 lines are JSON, but so few prove little."), numbers),
            Message(QT_TRANSLATE_NOOP("awb", "Give a log of %1 lines or more."),
                    {MessageArg(fewest, QStringLiteral("count"))}));
    if (json == lines)
        suggestion = pass(Message(
            QT_TRANSLATE_NOOP("awb", "All of the newest %2 log lines are a JSON object each."), numbers));
    else if (share->value >= policy(input, "warn_at_percent", 95)) {
        suggestion = warn(
            Message(QT_TRANSLATE_NOOP("awb", "%1 of the newest %2 log lines are a JSON object."), numbers));
        suggestion.byLetter = Verdict::Fail;
    } else {
        suggestion = fail(Message(
            QT_TRANSLATE_NOOP("awb", "Only %1 of the newest %2 log lines are a JSON object."), numbers));
    }
    return headline(suggestion, *facts, QStringLiteral("json_lines"), input.threshold());
}

} // namespace

QVector<RuleEntry> logRules()
{
    return {{"5.3", &jsonLogs}};
}

} // namespace awb
