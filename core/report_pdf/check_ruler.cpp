#include "core/report_pdf/check_ruler.h"

#include "core/report/report_words.h"

#include <QCoreApplication>

#include <cmath>

namespace awb
{

namespace
{

std::optional<CountRuler> countRuler(const Measurement& value, const Threshold& threshold,
                                     const QLocale& locale)
{
    if (threshold.comparison != Comparison::Equal || value.n <= 0 || value.n > 100000)
        return std::nullopt;
    CountRuler count;
    count.total = value.n;
    if (value.unit == QLatin1String("percent") && threshold.value == 100)
        count.good = std::llround(value.value * static_cast<double>(value.n) / 100);
    else if (value.unit == QLatin1String("count") && threshold.value == 0)
        count.good = value.n - std::llround(value.value);
    else
        return std::nullopt;
    if (count.good < 0 || count.good > count.total)
        return std::nullopt;
    // Rounding may not turn a miss into "all of them".
    if (count.good == count.total && !threshold.isMetBy(value.value))
        --count.good;
    count.text = say(QT_TRANSLATE_NOOP("awb", "%1 of %2"), {count.good, count.total}, locale);
    return count;
}

} // namespace

CheckRuler checkRuler(const Suggestion& suggestion, const QLocale& locale)
{
    if (!suggestion.headline || !suggestion.threshold || !suggestion.headline->isKnown())
        return {};
    const Measurement& value = *suggestion.headline;
    const Threshold& threshold = *suggestion.threshold;
    if (value.unit == QLatin1String("bool") || value.unit != threshold.unit || !std::isfinite(value.value))
        return {};
    if (const auto count = countRuler(value, threshold, locale))
        return *count;
    // "0 violations" of an unknown number, or a limit of 0: a scale has no end to draw.
    if (threshold.value == 0)
        return {};
    return rulerFor(value, threshold, locale);
}

} // namespace awb
