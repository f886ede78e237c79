#include "core/report_pdf/chart_painter.h"

#include "core/report/report_words.h"
#include "core/report/safe_text.h"
#include "core/report_pdf/chart_parts.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPolygonF>

#include <algorithm>
#include <array>

namespace awb
{

namespace chart
{

using tokens::Role;

namespace
{

constexpr std::size_t seriesCount = std::size(tokens::series);

const tokens::Series& seriesOf(qsizetype index)
{
    return tokens::series[static_cast<std::size_t>(index) % seriesCount];
}

QPolygonF shapeOf(const QString& name, const QPointF& c, double r)
{
    if (name == QLatin1String("square"))
        return {
            {c.x() - r, c.y() - r}, {c.x() + r, c.y() - r}, {c.x() + r, c.y() + r}, {c.x() - r, c.y() + r}};
    if (name == QLatin1String("triangle"))
        return {{c.x(), c.y() - 1.2 * r}, {c.x() + 1.1 * r, c.y() + r}, {c.x() - 1.1 * r, c.y() + r}};
    if (name == QLatin1String("triangleDown"))
        return {{c.x(), c.y() + 1.2 * r}, {c.x() + 1.1 * r, c.y() - r}, {c.x() - 1.1 * r, c.y() - r}};
    return {{c.x(), c.y() - 1.3 * r},
            {c.x() + 1.3 * r, c.y()},
            {c.x(), c.y() + 1.3 * r},
            {c.x() - 1.3 * r, c.y()}};
}

} // namespace

QColor Context::seriesColor(qsizetype index) const
{
    constexpr std::array roles{Role::C1, Role::C2, Role::C3, Role::C4, Role::C5, Role::C6};
    return theme.color(roles[static_cast<std::size_t>(index) % roles.size()]);
}

QPen Context::seriesPen(qsizetype index, double width) const
{
    QPen pen(seriesColor(index), px(width), Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    const tokens::Series& series = seriesOf(index);
    QList<qreal> dash;
    for (int i = 0; i < series.dashCount; ++i)
        dash.append(series.dash[static_cast<std::size_t>(i)]);
    if (!dash.isEmpty())
        pen.setDashPattern(dash);
    return pen;
}

double Context::textWidth(const QString& text, const QFont& font) const
{
    return QFontMetricsF(font, painter.device()).horizontalAdvance(text);
}

void Context::text(const QRectF& rect, Qt::Alignment align, const QString& text, const QFont& font,
                   const QColor& ink) const
{
    const QFontMetricsF metrics(font, painter.device());
    const QString shown = visibleLine(text, 400);
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(rect, align.toInt() | Qt::TextSingleLine,
                     metrics.horizontalAdvance(shown) > rect.width() + 1
                         ? metrics.elidedText(shown, Qt::ElideRight, rect.width())
                         : shown);
}

void Context::text(const QRectF& rect, Qt::Alignment align, const QString& shown, const QFont& font,
                   Role role) const
{
    text(rect, align, shown, font, color(role));
}

void paintPoint(const Context& context, const QPointF& centre, double size, qsizetype index)
{
    const QString shape = QLatin1String(seriesOf(index).point);
    const double r = size / 2;
    const QColor ink = context.seriesColor(index);
    QPainter& painter = context.painter;
    if (shape == QLatin1String("plus")) {
        painter.setPen(QPen(ink, context.px(1.8)));
        painter.drawLine(centre - QPointF(r, 0), centre + QPointF(r, 0));
        painter.drawLine(centre - QPointF(0, r), centre + QPointF(0, r));
        return;
    }
    painter.setPen(QPen(context.color(Role::Panel), context.px(1)));
    painter.setBrush(ink);
    if (shape == QLatin1String("circle"))
        painter.drawEllipse(centre, r, r);
    else
        painter.drawPolygon(shapeOf(shape, centre, r));
}

} // namespace chart

double ChartPainter::heightFor(const ChartSpec& spec, double width, const Theme& theme)
{
    if (spec.isEmpty())
        return theme.px(56);
    if (spec.kind == ChartKind::Line || spec.kind == ChartKind::Step)
        return std::clamp(width * 0.28, theme.px(150), theme.px(240));
    return chart::categoriesHeight(spec, theme);
}

void ChartPainter::paint(QPainter& painter, const QRectF& rect, const ChartSpec& spec, const Theme& theme,
                         const QLocale& locale)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const chart::Context context{painter, spec, theme, locale};
    if (spec.isEmpty()) {
        painter.setPen(QPen(theme.color(tokens::Role::Line), 1));
        painter.setBrush(theme.color(tokens::Role::Window));
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(6), theme.px(6));
        context.text(rect.adjusted(theme.px(12), 0, -theme.px(12), 0), Qt::AlignCenter,
                     spec.emptyReason.isEmpty()
                         ? say(QT_TRANSLATE_NOOP("awb", "Nothing was measured for this chart."))
                         : spec.emptyReason.text(locale),
                     theme.font(tokens::Type::Body), tokens::Role::Text2);
    } else if (spec.kind == ChartKind::Line || spec.kind == ChartKind::Step) {
        chart::paintCurves(context, rect);
    } else {
        chart::paintCategories(context, rect);
    }
    painter.restore();
}

} // namespace awb
