#include "core/report_pdf/score_painter.h"

#include "core/foundation/units.h"
#include "core/report_pdf/ruler_painter.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace awb
{
namespace
{

using tokens::Role;

constexpr double labelRow = 20;
constexpr double barHeight = 14;
constexpr double wordRow = 18;

double clampLabel(double left, double width, const QRectF& rect)
{
    return std::clamp(left, rect.left(), std::max(rect.left(), rect.right() - width));
}

// The value's label over its diamond, the predicted one's right (or left) of it, never on top of each other.
void drawValues(QPainter& painter, const QRectF& rect, const QRectF& bar, const BandScale& scale,
                const Theme& theme)
{
    const auto x = [&](double percent) {
        return bar.left() + bar.width() * std::clamp(percent, 0.0, 100.0) / 100;
    };
    const double middle = bar.center().y();
    const QFont strong = theme.font(tokens::Type::Small, 600);
    const QFont plain = theme.font(tokens::Type::Small);
    const double width =
        std::ceil(QFontMetricsF(strong, painter.device()).horizontalAdvance(scale.valueText));
    const QRectF label(clampLabel(x(*scale.value) - width / 2, width, rect), rect.top(), width,
                       theme.px(labelRow));
    if (scale.predicted) {
        QPen pen(theme.color(Role::Text), theme.px(2));
        pen.setDashPattern({1, 1});
        pen.setCapStyle(Qt::FlatCap);
        painter.setPen(pen);
        painter.drawLine(QPointF(x(*scale.value), middle), QPointF(x(*scale.predicted), middle));
        drawValueDiamond(painter, QPointF(x(*scale.predicted), middle), theme.px(13), theme, true);
        const double other =
            std::ceil(QFontMetricsF(plain, painter.device()).horizontalAdvance(scale.predictedText));
        double left = std::max(x(*scale.predicted) - theme.px(8), label.right() + theme.px(12));
        if (left + other > rect.right())
            left = std::max(rect.right() - other, label.right() + theme.px(12));
        if (left + other > rect.right())
            left = label.left() - theme.px(12) - other;
        painter.setFont(plain);
        painter.setPen(theme.color(Role::Text2));
        if (left >= rect.left())
            painter.drawText(QRectF(left, rect.top(), other + 1, theme.px(labelRow)),
                             Qt::AlignVCenter | Qt::AlignLeft, scale.predictedText);
    }
    drawValueDiamond(painter, QPointF(x(*scale.value), middle), theme.px(15), theme);
    painter.setFont(strong);
    painter.setPen(theme.color(Role::Text));
    painter.drawText(label.adjusted(-1, 0, 1, 0), Qt::AlignCenter, scale.valueText);
}

} // namespace

void ScorePainter::paintBands(QPainter& painter, const QRectF& rect, const BandScale& scale,
                              const Theme& theme)
{
    painter.save();
    const QRectF bar(rect.left() + 1, rect.top() + theme.px(labelRow + 4), rect.width() - 2,
                     theme.px(barHeight));
    const auto x = [&](double percent) {
        return bar.left() + bar.width() * std::clamp(percent, 0.0, 100.0) / 100;
    };
    const QFont caption = theme.font(tokens::Type::Caption);
    const QFontMetricsF metrics(caption, painter.device());
    painter.setFont(caption);
    for (qsizetype i = 0; i < scale.bands.size(); ++i) {
        const double from = x(scale.bands[i].from);
        const double to = i + 1 < scale.bands.size() ? x(scale.bands[i + 1].from) : bar.right();
        painter.fillRect(QRectF(from, bar.top(), to - from, bar.height()), theme.color(scale.bands[i].tint));
        painter.setPen(theme.color(Role::Text2));
        const QRectF word(from, bar.bottom() + theme.px(5), to - from, theme.px(wordRow));
        const double wanted = std::ceil(metrics.horizontalAdvance(scale.bands[i].word)) + 2;
        if (i + 1 == scale.bands.size() && wanted > word.width()) {
            // The last band is the narrowest: its word may begin under the one before.
            painter.drawText(QRectF(bar.right() - wanted, word.top(), wanted, word.height()),
                             Qt::AlignRight | Qt::AlignVCenter, scale.bands[i].word);
            continue;
        }
        painter.drawText(word, Qt::AlignCenter,
                         metrics.elidedText(scale.bands[i].word, Qt::ElideRight, word.width() - theme.px(4)));
    }
    for (qsizetype i = 1; i < scale.bands.size(); ++i) {
        const double at = x(scale.bands[i].from);
        painter.setPen(QPen(theme.color(Role::Text2), theme.px(1.5), Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(at, bar.top() - theme.px(3)), QPointF(at, bar.bottom() + theme.px(3)));
        const QString limit = formatQuantity(scale.bands[i].from, QStringLiteral("percent"), QLocale());
        const double width = std::ceil(metrics.horizontalAdvance(limit)) + 2;
        painter.setPen(theme.color(Role::Axis));
        painter.drawText(QRectF(clampLabel(at - width / 2, width, rect),
                                bar.bottom() + theme.px(5 + wordRow - 2), width, theme.px(wordRow)),
                         Qt::AlignCenter, limit);
    }
    if (scale.value)
        drawValues(painter, rect, bar, scale, theme);
    painter.restore();
}

void ScorePainter::paintMarks(QPainter& painter, const QRectF& rect, const MarkCounts& counts,
                              const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double radius = std::min(theme.px(2), rect.height() / 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Role::Sunken));
    painter.drawRoundedRect(rect, radius, radius);
    const std::array<std::pair<int, Role>, 4> parts{{{counts.pass, Role::Pass},
                                                     {counts.warn, Role::Warn},
                                                     {counts.fail, Role::Fail},
                                                     {counts.na, Role::Na}}};
    const double unit = counts.total > 0 ? rect.width() / counts.total : 0;
    const double gap = std::min(theme.px(1.5), unit / 3);
    double x = rect.left();
    for (const auto& [count, role] : parts) {
        if (count <= 0)
            continue;
        const double width = unit * count;
        const bool atEnd = x + width > rect.right() - 0.5;
        painter.setBrush(theme.color(role));
        const double shown = std::max(1.0, width - (atEnd ? 0 : gap));
        painter.drawRoundedRect(QRectF(x, rect.top(), shown, rect.height()), std::min(radius, shown / 2),
                                radius);
        x += width;
    }
    painter.restore();
}

void ScorePainter::paintRing(QPainter& painter, const QRectF& rect, double ratio, const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double side = std::min(rect.width(), rect.height());
    const double pen = side * 0.15;
    QRectF ring(0, 0, side - pen, side - pen);
    ring.moveCenter(rect.center());
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.color(Role::Sunken), pen, Qt::SolidLine, Qt::FlatCap));
    painter.drawEllipse(ring);
    const int span = static_cast<int>(std::lround(std::clamp(ratio, 0.0, 1.0) * 360 * 16));
    if (span > 0) {
        painter.setPen(QPen(theme.color(Role::Accent), pen, Qt::SolidLine, Qt::FlatCap));
        painter.drawArc(ring, 90 * 16, -span);
    }
    painter.restore();
}

} // namespace awb
