#include "core/audit/suggestion.h"

#include <QJsonArray>

namespace awb
{

QJsonObject toJson(const Suggestion& suggestion)
{
    QJsonObject object{{QStringLiteral("verdict"), verdictId(suggestion.verdict)},
                       {QStringLiteral("by_letter"), verdictId(suggestion.byLetter)},
                       {QStringLiteral("confidence"), confidenceId(suggestion.confidence)},
                       {QStringLiteral("summary"), suggestion.summary.toJson()},
                       {QStringLiteral("settle"), suggestion.settle.toJson()},
                       {QStringLiteral("unlock"), suggestion.unlock}};
    if (suggestion.headline) {
        Facts carrier;
        carrier.measured.append(*suggestion.headline);
        object.insert(QStringLiteral("headline"),
                      toJson(carrier).value(QStringLiteral("measured")).toArray().at(0));
    }
    if (suggestion.threshold)
        object.insert(QStringLiteral("threshold"), toJson(*suggestion.threshold));
    return object;
}

Suggestion suggestionFromJson(const QJsonObject& object)
{
    Suggestion suggestion;
    suggestion.verdict =
        verdictFromId(object.value(QStringLiteral("verdict")).toString()).value_or(Verdict::None);
    suggestion.byLetter =
        verdictFromId(object.value(QStringLiteral("by_letter")).toString()).value_or(Verdict::None);
    suggestion.confidence = confidenceFromId(object.value(QStringLiteral("confidence")).toString())
                                .value_or(Confidence::Assisted);
    suggestion.summary = Message::fromJson(object.value(QStringLiteral("summary")).toObject());
    suggestion.settle = Message::fromJson(object.value(QStringLiteral("settle")).toObject());
    suggestion.unlock = object.value(QStringLiteral("unlock")).toString();
    if (object.contains(QStringLiteral("headline"))) {
        const QJsonObject carrier{
            {QStringLiteral("measured"), QJsonArray{object.value(QStringLiteral("headline"))}}};
        const Facts facts = factsFromJson(carrier);
        suggestion.headline = facts.measured.constFirst();
    }
    if (object.contains(QStringLiteral("threshold")))
        suggestion.threshold = thresholdFromJson(object.value(QStringLiteral("threshold")).toObject());
    return suggestion;
}

} // namespace awb
