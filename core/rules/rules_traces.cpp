// 5.1, from traces of our own looked up in the backend. Source: the specification of the HTTP probes, 5.1.

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

MessageArg count(double value)
{
    return {value, QStringLiteral("count")};
}

Suggestion traces(const RuleInput& input)
{
    const Facts* facts = input.find(QStringLiteral("http.traces"));
    if (!facts)
        return probeMissing();
    const QVector<QJsonObject> rows = rowsOf(*facts, "endpoints");
    if (rows.isEmpty())
        return notMeasuredBecause(*facts);
    const double services = policy(input, "min_services", 2);
    double found = 0, whole = 0, crossing = 0, echoed = 0;
    for (const QJsonObject& row : rows) {
        const double some = numberField(row, "found");
        const bool all = some > 0 && some == numberField(row, "sent");
        found += some > 0 ? 1 : 0;
        whole += all ? 1 : 0;
        crossing += all && numberField(row, "services") >= services ? 1 : 0;
        echoed += flagOf(row, "echoed") ? 1 : 0;
    }
    const auto known = static_cast<double>(rows.size());
    const QVector<MessageArg> numbers{count(known), count(found), count(crossing), count(echoed)};
    Suggestion suggestion;
    if (field(facts->details, "backend") != QLatin1String("answers")) {
        if (echoed == 0)
            return notMeasuredBecause(*facts);
        suggestion =
            warn(Message(QT_TRANSLATE_NOOP("awb", "%4 of %1 endpoints answer with our trace id; no trace "
                                                  "backend was asked."),
                         numbers));
    } else if (found == 0) {
        suggestion = fail(Message(
            QT_TRANSLATE_NOOP("awb", "The trace backend knows no trace of %1 endpoints that were called."),
            numbers));
    } else if (crossing == known) {
        suggestion = pass(Message(
            QT_TRANSLATE_NOOP("awb", "Every trace of %1 endpoints reached a second service."), numbers));
    } else if (whole == known) {
        suggestion =
            warn(Message(QT_TRANSLATE_NOOP("awb", "Every trace of %1 endpoints was found, but those of "
                                                  "only %3 cross to a second service."),
                         numbers));
    } else {
        suggestion = warn(Message(
            QT_TRANSLATE_NOOP("awb", "Of %1 endpoints only %2 are known to the trace backend, not all "
                                     "with every trace."),
            numbers));
    }
    return headline(suggestion, *facts, QStringLiteral("covered"), input.threshold());
}

} // namespace

QVector<RuleEntry> traceRules()
{
    return {{"5.1", &traces}};
}

} // namespace awb
