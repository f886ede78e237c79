#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>

namespace awb
{

enum class Comparison { Less, LessOrEqual, Greater, GreaterOrEqual, Equal };

// A typed threshold of a check: "p99 latency of every read endpoint" < 200 ms. Units as in
// core/foundation/units.h.
struct Threshold
{
    QString id;       // short name inside the check, e.g. "p99"
    QString quantity; // what is compared, in words
    Comparison comparison = Comparison::Less;
    double value = 0;
    QString unit;

    bool isMetBy(double measured) const;
    bool operator==(const Threshold&) const = default;
};

QString comparisonId(Comparison comparison);     // lt le gt ge eq
QString comparisonSymbol(Comparison comparison); // < ≤ > ≥ =
std::optional<Comparison> comparisonFromId(const QString& id);

QJsonObject toJson(const Threshold& threshold);
Threshold thresholdFromJson(const QJsonObject& object);

} // namespace awb
