// Counts and settings of RulerPainter.
#include "core/report_pdf/ruler_painter.h"

#include "core/report_pdf/path_data.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace awb
{
namespace
{

using tokens::Role;

constexpr qint64 mostPips = 30;
constexpr double leastPip = 9; // px; narrower pips become a share bar

void drawPip(QPainter& painter, const QRectF& rect, MarkGlyph glyph, const Theme& theme)
{
    const bool bad = glyph == MarkGlyph::Fail;
    const MarkRoles roles = markRoles(glyph);
    QPen pen(theme.color(roles.mark), 1);
    if (glyph == MarkGlyph::NotMeasured)
        pen.setStyle(Qt::DashLine);
    painter.setPen(pen);
    painter.setBrush(theme.color(bad ? roles.mark : roles.tint));
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(3), theme.px(3));
    using tokens::MarkId;
    const MarkId id = bad ? MarkId::Fail : glyph == MarkGlyph::Pass ? MarkId::Pass : MarkId::NotMeasured;
    const auto path = parsePathData(tokens::marks[static_cast<std::size_t>(id)].glyph);
    const double side = std::min({rect.width(), rect.height(), theme.px(16)});
    painter.save();
    painter.translate(rect.center() - QPointF(side / 2, side / 2));
    painter.scale(side / 16, side / 16);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(
        QPen(theme.color(bad ? Role::OnMark : roles.mark), 1.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path.value_or(QPainterPath()));
    painter.restore();
}

void drawPips(QPainter& painter, const QRectF& rect, const CountRuler& count, double side, double gap,
              const Theme& theme)
{
    const double height = std::min(theme.px(24), rect.height());
    double x = rect.left();
    for (qint64 i = 0; i < count.total; ++i) {
        const MarkGlyph glyph = i < count.good                   ? MarkGlyph::Pass
                                : i < count.good + count.unknown ? MarkGlyph::NotMeasured
                                                                 : MarkGlyph::Fail;
        drawPip(painter, QRectF(x, rect.center().y() - height / 2, side, height), glyph, theme);
        x += side + gap;
    }
}

void drawShare(QPainter& painter, const QRectF& rect, const CountRuler& count, const Theme& theme)
{
    const double height = theme.px(16);
    const QRectF bar(rect.left(), rect.center().y() - height / 2, rect.width(), height);
    const auto x = [&](qint64 n) {
        return bar.left() + bar.width() * static_cast<double>(n) / static_cast<double>(count.total);
    };
    const qint64 bad = count.total - count.good - count.unknown;
    // What is not good stays visible, however few: at least 3 px.
    const double least = theme.px(3);
    const double badLeft = bad > 0 ? std::min(x(count.total - bad), bar.right() - least) : bar.right();
    const double unknownLeft = count.unknown > 0 ? std::min(x(count.good), badLeft - least) : badLeft;
    painter.fillRect(QRectF(bar.topLeft(), QPointF(unknownLeft, bar.bottom())), theme.color(Role::PassTint));
    painter.fillRect(QRectF(QPointF(unknownLeft, bar.top()), QPointF(badLeft, bar.bottom())),
                     theme.color(Role::UnknownTint));
    if (bad > 0) {
        fillBeyond(painter, QRectF(QPointF(badLeft, bar.top()), bar.bottomRight()), theme);
        painter.fillRect(QRectF(badLeft, bar.top(), theme.px(2), bar.height()), theme.color(Role::Fail));
    }
    painter.fillRect(QRectF(bar.left(), bar.bottom() - theme.px(2), unknownLeft - bar.left(), theme.px(2)),
                     theme.color(Role::Pass));
}

void drawNothing(QPainter& painter, const QRectF& rect, const Theme& theme)
{
    QPen pen(theme.color(Role::Unknown), 1, Qt::DashLine);
    painter.setPen(pen);
    painter.setBrush(theme.color(Role::UnknownTint));
    const double height = std::min(theme.px(24), rect.height());
    const QRectF box(rect.left() + 0.5, rect.center().y() - height / 2, rect.width() - 1, height);
    painter.drawRoundedRect(box, theme.px(3), theme.px(3));
    painter.setPen(theme.color(Role::UnknownText));
    painter.setFont(theme.font(tokens::Type::Small, 500));
    painter.drawText(box, Qt::AlignCenter, QCoreApplication::translate("awb", "0 of 0 is never a pass."));
}

} // namespace

void RulerPainter::paint(QPainter& painter, const QRectF& rect, const CountRuler& count, const Theme& theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (count.total <= 0) {
        drawNothing(painter, rect, theme);
        painter.restore();
        return;
    }
    const QFont font = theme.font(tokens::Type::Body, 600);
    const double textWidth = std::ceil(QFontMetricsF(font, painter.device()).horizontalAdvance(count.text));
    const double room = rect.width() - textWidth - theme.px(16);
    const double gap = theme.px(count.total > 20 ? 4 : 7);
    const double side = std::min(theme.px(28), room / static_cast<double>(count.total) - gap);
    QRectF text(rect);
    if (count.total <= mostPips && side >= theme.px(leastPip)) {
        drawPips(painter, rect, count, side, gap, theme);
        text.setLeft(rect.left() + static_cast<double>(count.total) * (side + gap) + theme.px(9));
    } else {
        drawShare(painter, QRectF(rect.left(), rect.top(), room, rect.height()), count, theme);
        text.setLeft(rect.left() + room + theme.px(16));
    }
    painter.setFont(font);
    painter.setPen(theme.color(Role::Text));
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft, count.text);
    painter.restore();
}

void RulerPainter::paint(QPainter& painter, const QRectF& rect, const SettingRuler& setting,
                         const Theme& theme)
{
    painter.save();
    const double mark = theme.px(tokens::size::mark);
    MarkPainter::paint(painter, QRectF(rect.right() - mark, rect.center().y() - mark / 2, mark, mark),
                       setting.glyph, false, theme);
    double x = rect.left();
    const double end = rect.right() - mark - theme.px(12);
    const auto text = [&](const QString& words, const QFont& font, Role role, double pad) {
        const QFontMetricsF metrics(font, painter.device());
        const double width =
            std::min(std::ceil(metrics.horizontalAdvance(words)), std::max(0.0, end - x - 2 * pad));
        painter.setFont(font);
        painter.setPen(theme.color(role));
        painter.drawText(QRectF(x + pad, rect.top(), width + 1, rect.height()),
                         Qt::AlignVCenter | Qt::AlignLeft,
                         metrics.elidedText(words, Qt::ElideRight, width + 1));
        return width + 2 * pad;
    };
    x += text(setting.name, theme.evidenceFont(setting.name), Role::Text, 0) + theme.px(12);
    const QString found = QCoreApplication::translate("awb", "found: %1").arg(setting.found);
    const double chipLeft = x;
    const double width = text(found, theme.evidenceFont(found), Role::Text, theme.px(8));
    const double height = theme.px(tokens::size::chip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(Role::Line), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(
        QRectF(chipLeft + 0.5, rect.center().y() - height / 2 + 0.5, width - 1, height - 1),
        theme.px(tokens::radius::chip), theme.px(tokens::radius::chip));
    x += width + theme.px(12);
    text(QCoreApplication::translate("awb", "expected: %1").arg(setting.expected),
         theme.font(tokens::Type::Small), Role::Muted, 0);
    painter.restore();
}

} // namespace awb
