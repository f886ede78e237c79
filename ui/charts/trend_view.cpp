#include "ui/charts/trend_view.h"

#include "ui/style/style_theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace awb
{

namespace
{

using tokens::Role;

// So many points fit with their labels; older ones are left out.
constexpr qsizetype kMaxPoints = 12;

} // namespace

TrendView::TrendView(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void TrendView::setTrend(const QVector<TrendPoint>& points, const QVector<BandScale::Band>& bands)
{
    points_ = points.size() > kMaxPoints ? points.mid(points.size() - kMaxPoints) : points;
    bands_ = bands;
    QStringList said;
    for (const TrendPoint& point : std::as_const(points_))
        said << tr("%1: %2 of %3").arg(point.label).arg(point.points).arg(point.max);
    setAccessibleName(tr("Score over time"));
    setAccessibleDescription(said.join(QStringLiteral("; ")));
    update();
}

QSize TrendView::sizeHint() const
{
    const Theme theme = themeOf(this);
    return {static_cast<int>(theme.px(480)), static_cast<int>(theme.px(220))};
}

QSize TrendView::minimumSizeHint() const
{
    const Theme theme = themeOf(this);
    return {static_cast<int>(theme.px(240)), static_cast<int>(theme.px(170))};
}

double TrendView::lowest() const
{
    double low = 40;
    for (const TrendPoint& point : points_)
        low = std::min(low, std::floor((point.percent - 5) / 10) * 10);
    return std::max(0.0, low);
}

double TrendView::y(const QRectF& plot, double percent) const
{
    return plot.bottom() - (percent - lowest()) / (100 - lowest()) * plot.height();
}

// The longest word of a band: none is cut.
double TrendView::wordWidth() const
{
    const QFontMetricsF metrics(themeOf(this).font(tokens::Type::Caption));
    double widest = 0;
    for (const BandScale::Band& band : bands_)
        widest = std::max(widest, std::ceil(metrics.horizontalAdvance(band.word)));
    return widest;
}

void TrendView::paintBands(QPainter& painter, const QRectF& plot) const
{
    const Theme theme = themeOf(this);
    painter.setFont(theme.font(tokens::Type::Caption));
    for (qsizetype i = 0; i < bands_.size(); ++i) {
        const double from = std::max(bands_[i].from, lowest());
        const double to = i + 1 < bands_.size() ? bands_[i + 1].from : 100;
        if (to <= lowest())
            continue;
        const QRectF area(QPointF(plot.left(), y(plot, to)), QPointF(plot.right(), y(plot, from)));
        painter.fillRect(area, theme.color(bands_[i].tint));
        painter.setPen(theme.color(Role::Text2));
        painter.drawText(QRectF(plot.right() + theme.px(8), area.center().y() - theme.px(8), wordWidth() + 2,
                                theme.px(16)),
                         static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
                         bands_[i].word);
        if (from <= lowest())
            continue;
        painter.setPen(QPen(theme.color(Role::LineStrong), 1));
        const double line = std::floor(area.bottom()) + 0.5;
        painter.drawLine(QPointF(plot.left(), line), QPointF(plot.right(), line));
        painter.setPen(theme.color(Role::Axis));
        painter.drawText(QRectF(0, line - theme.px(8), plot.left() - theme.px(6), theme.px(16)),
                         static_cast<int>(Qt::AlignRight | Qt::AlignVCenter),
                         QString::number(from) + QStringLiteral("\u00A0%"));
    }
}

void TrendView::paintLine(QPainter& painter, const QRectF& plot) const
{
    const Theme theme = themeOf(this);
    const QColor color = theme.color(Role::C1);
    const double step = plot.width() / static_cast<double>(points_.size());
    QPolygonF line;
    for (qsizetype i = 0; i < points_.size(); ++i)
        line << QPointF(plot.left() + step * (static_cast<double>(i) + 0.5), y(plot, points_[i].percent));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, theme.px(2)));
    painter.drawPolyline(line);
    for (qsizetype i = 0; i < points_.size(); ++i) {
        // An open circle: provisional, some checks were undecided.
        painter.setPen(QPen(color, theme.px(2)));
        painter.setBrush(points_[i].provisional ? theme.color(Role::Panel) : color);
        painter.drawEllipse(line[i], theme.px(4), theme.px(4));
        painter.setPen(theme.color(Role::Text));
        painter.setFont(theme.font(tokens::Type::Small, 600));
        painter.drawText(QRectF(line[i].x() - step / 2, line[i].y() - theme.px(24), step, theme.px(16)),
                         Qt::AlignCenter, QString::number(points_[i].points));
        painter.setPen(theme.color(Role::Text2));
        const QFont small = theme.font(tokens::Type::Caption);
        painter.setFont(small);
        painter.drawText(
            QRectF(line[i].x() - step / 2, plot.bottom() + theme.px(4), step, theme.px(16)), Qt::AlignCenter,
            QFontMetricsF(small).elidedText(points_[i].label, Qt::ElideRight, step - theme.px(6)));
    }
}

void TrendView::paintEvent(QPaintEvent*)
{
    const Theme theme = themeOf(this);
    QPainter painter(this);
    const QRectF plot(theme.px(44), theme.px(8), width() - theme.px(44 + 16) - wordWidth(),
                      height() - theme.px(34));
    if (plot.width() < 20 || plot.height() < 20)
        return;
    paintBands(painter, plot);
    if (points_.isEmpty())
        return;
    paintLine(painter, plot);
}

} // namespace awb

#include "moc_trend_view.cpp"
