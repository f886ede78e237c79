#include "core/audit/threshold.h"

#include <array>
#include <cmath>
#include <utility>

namespace awb
{

namespace
{
constexpr std::array<std::pair<Comparison, std::pair<const char*, const char*>>, 5> comparisons{
    {{Comparison::Less, {"lt", "<"}},
     {Comparison::LessOrEqual, {"le", "≤"}},
     {Comparison::Greater, {"gt", ">"}},
     {Comparison::GreaterOrEqual, {"ge", "≥"}},
     {Comparison::Equal, {"eq", "="}}}};
}

bool Threshold::isMetBy(double measured) const
{
    if (std::isnan(measured))
        return false;
    switch (comparison) {
    case Comparison::Less:
        return measured < value;
    case Comparison::LessOrEqual:
        return measured <= value;
    case Comparison::Greater:
        return measured > value;
    case Comparison::GreaterOrEqual:
        return measured >= value;
    case Comparison::Equal:
        return measured == value;
    }
    return false;
}

QString comparisonId(Comparison comparison)
{
    for (const auto& [known, names] : comparisons) {
        if (known == comparison)
            return QLatin1String(names.first);
    }
    return {};
}

QString comparisonSymbol(Comparison comparison)
{
    for (const auto& [known, names] : comparisons) {
        if (known == comparison)
            return QString::fromUtf8(names.second);
    }
    return {};
}

std::optional<Comparison> comparisonFromId(const QString& id)
{
    for (const auto& [known, names] : comparisons) {
        if (id == QLatin1String(names.first))
            return known;
    }
    return std::nullopt;
}

QJsonObject toJson(const Threshold& threshold)
{
    return {{QStringLiteral("id"), threshold.id},
            {QStringLiteral("quantity"), threshold.quantity},
            {QStringLiteral("comparison"), comparisonId(threshold.comparison)},
            {QStringLiteral("value"), threshold.value},
            {QStringLiteral("unit"), threshold.unit}};
}

Threshold thresholdFromJson(const QJsonObject& object)
{
    Threshold threshold;
    threshold.id = object.value(QStringLiteral("id")).toString();
    threshold.quantity = object.value(QStringLiteral("quantity")).toString();
    threshold.comparison =
        comparisonFromId(object.value(QStringLiteral("comparison")).toString()).value_or(Comparison::Less);
    threshold.value = object.value(QStringLiteral("value")).toDouble();
    threshold.unit = object.value(QStringLiteral("unit")).toString();
    return threshold;
}

} // namespace awb
