#include "core/report_pdf/ruler.h"

#include "core/foundation/units.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace awb
{
namespace
{

constexpr double labelRow = 20;
constexpr double barHeight = 16;
constexpr double labelGap = 6;

std::optional<double> finite(const std::optional<double>& value)
{
    return value && std::isfinite(*value) ? value : std::nullopt;
}

bool passIsAbove(Comparison comparison)
{
    return comparison == Comparison::Greater || comparison == Comparison::GreaterOrEqual;
}

// By the narrowest unit that has no scaling, only the last tick carries the unit.
QString tickText(double value, const ValueRuler& ruler, bool last, const QLocale& locale)
{
    static const QStringList scaled{QStringLiteral("bytes"), QStringLiteral("s")};
    if (last || scaled.contains(ruler.unit))
        return formatQuantity(value, ruler.unit, locale);
    return formatNumber(value, ruler.unit, locale);
}

QVector<RulerLayout::Tick> placeTicks(const ValueRuler& ruler, const ScaleRange& range, const QRectF& bar,
                                      const QRectF& rect, const Theme& theme, const QFontMetricsF& metrics)
{
    const QLocale locale;
    const double widest = metrics.horizontalAdvance(tickText(range.high, ruler, true, locale));
    const int most = std::clamp(static_cast<int>(bar.width() / (widest + theme.px(28))), 2, 7);
    const QVector<double> values = scaleTicks(range, most);
    QVector<RulerLayout::Tick> ticks;
    const double top = bar.bottom() + theme.px(4);
    for (qsizetype i = 0; i < values.size(); ++i) {
        RulerLayout::Tick tick;
        tick.x = bar.left() + bar.width() * (values[i] - range.low) / (range.high - range.low);
        tick.text = tickText(values[i], ruler, i + 1 == values.size(), locale);
        const double width = metrics.horizontalAdvance(tick.text);
        const double left =
            std::clamp(tick.x - width / 2, rect.left(), std::max(rect.left(), rect.right() - width));
        tick.label = QRectF(left, top, width, theme.lineHeight(tokens::Type::Caption));
        if (!ticks.isEmpty() && ticks.last().label.right() + theme.px(4) > tick.label.left())
            tick.label = QRectF(); // a tick without its label
        ticks.append(tick);
    }
    return ticks;
}

// The value's label lies on the value's side of the threshold, the threshold's on the other; then both are
// pushed inside, the threshold's making room.
void placeLabels(RulerLayout& layout, const ValueRuler& ruler, const QRectF& rect, double top,
                 const Theme& theme, const QFontMetricsF& valueMetrics, const QFontMetricsF& textMetrics)
{
    const double gap = theme.px(labelGap);
    const double height = theme.px(labelRow);
    const double valueWidth =
        std::min(std::ceil(valueMetrics.horizontalAdvance(ruler.valueText)), rect.width());
    const bool valueLeft = !layout.valueX || *layout.valueX <= layout.thresholdX;
    const double valueX = layout.valueX.value_or(rect.left());
    double left = valueX - valueWidth / 2;
    left = valueLeft ? std::min(left, layout.thresholdX - gap - valueWidth)
                     : std::max(left, layout.thresholdX + gap);
    left = std::clamp(left, rect.left(), rect.right() - valueWidth);
    if (valueWidth > 0)
        layout.valueLabel = QRectF(left, top, valueWidth, height);

    for (const QString& text : {ruler.thresholdText, ruler.thresholdShort}) {
        const double width = std::ceil(textMetrics.horizontalAdvance(text));
        double x = layout.thresholdX + (valueLeft ? gap : -gap - width);
        x = std::clamp(x, rect.left(), std::max(rect.left(), rect.right() - width));
        if (valueWidth > 0)
            x = valueLeft ? std::max(x, left + valueWidth + 2 * gap) : std::min(x, left - 2 * gap - width);
        if (text.isEmpty() || x < rect.left() || x + width > rect.right())
            continue;
        layout.thresholdLabel = QRectF(x, top, width, height);
        layout.thresholdText = text;
        return;
    }
}

} // namespace

ScaleRange rulerRange(const ValueRuler& ruler)
{
    const double value = finite(ruler.value).value_or(ruler.threshold);
    const double low = std::min(value, finite(ruler.low).value_or(value));
    const double high = std::max(value, finite(ruler.high).value_or(value));
    const bool share = ruler.unit == QLatin1String("percent");
    if (share && passIsAbove(ruler.comparison) && ruler.threshold > 0 && ruler.threshold < 100) {
        const double from = std::max(0.0, 2 * ruler.threshold - 100);
        return {low >= from ? from : std::min(0.0, low), std::max(100.0, high)};
    }
    const double usual = 1.5 * ruler.threshold;
    ScaleRange range{std::min(0.0, low * 1.1), high > usual ? high * 1.1 : usual};
    if (share && high <= 100 && ruler.threshold <= 100)
        range.high = std::min(range.high, 100.0);
    if (ruler.threshold < 0)
        range.low = std::min(range.low, 1.5 * ruler.threshold);
    if (!(range.high > range.low))
        range.high = range.low + 1;
    return range;
}

QVector<double> scaleTicks(const ScaleRange& range, int most)
{
    const double span = range.high - range.low;
    if (!(span > 0) || !std::isfinite(span))
        return {};
    const double rough = span / std::max(1, most - 1);
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    double step = 10 * power;
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= rough * (1 - 1e-9)) {
            step = factor * power;
            break;
        }
    }
    QVector<double> ticks;
    const auto first = static_cast<qint64>(std::ceil(range.low / step - 1e-9));
    for (qint64 i = first;
         static_cast<double>(i) * step <= range.high + step * 1e-9 && ticks.size() < most + 1; ++i)
        ticks.append(static_cast<double>(i) * step);
    return ticks;
}

double positionOn(const ScaleRange& range, const QRectF& bar, double value)
{
    const double share = (value - range.low) / (range.high - range.low);
    return bar.left() + bar.width() * std::clamp(share, 0.0, 1.0);
}

QRectF passAreaOf(Comparison comparison, double thresholdX, const QRectF& bar)
{
    if (passIsAbove(comparison))
        return {QPointF(thresholdX, bar.top()), bar.bottomRight()};
    if (comparison == Comparison::Equal)
        return {};
    return {bar.topLeft(), QPointF(thresholdX, bar.bottom())};
}

RulerLayout layoutRuler(const ValueRuler& ruler, const QRectF& rect, const Theme& theme,
                        const QPaintDevice* device)
{
    const auto metrics = [&](tokens::Type type, int weight) {
        // QFontMetricsF takes the device non-const but only reads its resolution.
        return device != nullptr ? QFontMetricsF(theme.font(type, weight), const_cast<QPaintDevice*>(device))
                                 : QFontMetricsF(theme.font(type, weight));
    };
    const double content = theme.px(labelRow + 6 + barHeight + 4) + theme.lineHeight(tokens::Type::Caption);
    const double top = rect.top() + std::max(0.0, (rect.height() - content) / 2);
    const ScaleRange range = rulerRange(ruler);
    RulerLayout layout;
    layout.bar = QRectF(rect.left() + 1, top + theme.px(labelRow + 6), rect.width() - 2, theme.px(barHeight));
    const auto x = [&](double value) { return positionOn(range, layout.bar, value); };
    layout.thresholdX = x(ruler.threshold);
    const auto position = [&](const std::optional<double>& v) {
        return finite(v) ? std::optional(x(*v)) : std::nullopt;
    };
    layout.valueX = position(ruler.value);
    if (layout.valueX) {
        layout.lowX = position(ruler.low);
        layout.highX = position(ruler.high);
    }
    layout.passArea = passAreaOf(ruler.comparison, layout.thresholdX, layout.bar);
    placeLabels(layout, ruler, rect, top, theme, metrics(tokens::Type::Body, 600),
                metrics(tokens::Type::Small, 500));
    layout.ticks = placeTicks(ruler, range, layout.bar, rect, theme, metrics(tokens::Type::Caption, 500));
    return layout;
}

} // namespace awb
