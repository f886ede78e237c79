// 6.2, 8.1, 8.2, 8.5 and 8.6: what requests can hint at, for a person to judge. None of these rules ever
// passes or fails. Source: the specification of the HTTP probes, B3 and B4.

#include "core/rules/latency_evidence.h"
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

MessageArg count(qsizetype number)
{
    return {static_cast<qint64>(number)};
}

// ---- 6.2

Suggestion othersObjects(const RuleInput& input)
{
    const Facts* facts = input.find(QStringLiteral("http.second_user"));
    if (!facts)
        return notMeasured(
            QT_TRANSLATE_NOOP("awb", "Nobody has asked for one account's objects with another account."),
            QStringLiteral("--allow second-user"));
    const QVector<QJsonObject> rows = rowsOf(*facts, "objects");
    if (rows.isEmpty())
        return notMeasuredBecause(*facts);
    const Message settle =
        QT_TRANSLATE_NOOP("awb", "Read the data layer: which line refuses the id of another account?");
    const auto in = [&](const char* state) {
        return std::count_if(rows.cbegin(), rows.cend(), [&](const QJsonObject& row) {
            return textOf(row, "state") == QLatin1String(state);
        });
    };
    const QVector<MessageArg> numbers{count(in("same")), count(rows.size()), count(in("refused")),
                                      MessageArg(namesText(titlesWhere(rows, "state", "same", "endpoint")))};
    if (in("same") > 0)
        return warn(Message(
            QT_TRANSLATE_NOOP("awb", "The second account is given what belongs to the first one: %1 of %2 "
                                     "objects, at %4. Are they meant for both?"),
            numbers));
    if (!facts->flag(QStringLiteral("second_works")))
        return inconclusive(
            Message(QT_TRANSLATE_NOOP("awb",
                                      "The second account was refused everything it asked for, its own "
                                      "lists as well: perhaps its credential does not work."),
                    numbers),
            QT_TRANSLATE_NOOP("awb", "Give the profile a second credential that the service accepts."));
    if (in("refused") == 0)
        return inconclusive(
            Message(QT_TRANSLATE_NOOP("awb",
                                      "None of %2 objects tells the two accounts apart: they are public, "
                                      "shared, or answered otherwise."),
                    numbers),
            settle);
    return inconclusive(
        Message(QT_TRANSLATE_NOOP("awb",
                                  "The second account was refused %3 of %2 objects of the first one, which "
                                  "proves nothing for the others."),
                numbers),
        settle);
}

} // namespace

QVector<RuleEntry> hintRules()
{
    return {{"6.2", &othersObjects}};
}

} // namespace awb
