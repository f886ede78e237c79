// From evidence to a ruler: its numbers and its words.
#include "core/report_pdf/ruler.h"

#include "core/audit/facts.h"
#include "core/foundation/units.h"

#include <QCoreApplication>

#include <cmath>

namespace awb
{
namespace
{

std::optional<double> finite(const std::optional<double>& value)
{
    return value && std::isfinite(*value) ? value : std::nullopt;
}

} // namespace

ValueRuler rulerFor(const Measurement& measurement, const Threshold& threshold, const QLocale& locale)
{
    ValueRuler ruler;
    ruler.value = finite(measurement.value);
    ruler.low = finite(measurement.low);
    ruler.high = finite(measurement.high);
    ruler.threshold = threshold.value;
    ruler.comparison = threshold.comparison;
    ruler.unit = threshold.unit.isEmpty() ? measurement.unit : threshold.unit;
    ruler.valueText = ruler.value ? formatQuantity(*ruler.value, measurement.unit, locale)
                                  : QCoreApplication::translate("awb", "not measured");
    const auto number = [&](double value) { return formatNumber(value, measurement.unit, locale); };
    if (ruler.value && ruler.low && ruler.high && number(*ruler.low) != number(*ruler.high)) // not [580–580]
        ruler.valueText += QStringLiteral(" [%1–%2]")
                               .arg(formatNumber(*ruler.low, measurement.unit, locale),
                                    formatNumber(*ruler.high, measurement.unit, locale));
    ruler.thresholdShort = comparisonSymbol(threshold.comparison) + QChar(0x00A0) +
                           formatQuantity(threshold.value, ruler.unit, locale);
    ruler.thresholdText = QCoreApplication::translate("awb", "threshold %1").arg(ruler.thresholdShort);
    return ruler;
}

} // namespace awb
