#include "ui/charts/chart_view.h"

#include "core/foundation/units.h"
#include "ui/charts/chart_canvas.h"
#include "ui/style/style_theme.h"

#include <QCoreApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <cmath>

namespace awb
{

namespace
{

constexpr double kTipReach = 24; // px from a point
constexpr double kGrip = 8;      // px beside a line that can be dragged

// What a screen reader says instead of the picture.
QString describe(const ChartSpec& chart, const QLocale& locale)
{
    if (chart.isEmpty())
        return chart.emptyReason.text(locale);
    QStringList parts;
    for (const ChartSeries& series : chart.series) {
        if (!series.points.isEmpty())
            parts << QCoreApplication::translate("awb", "%1: %2 values, the last is %3")
                         .arg(series.name.text(locale))
                         .arg(series.points.size())
                         .arg(formatQuantity(series.points.last().y, chart.y.unit, locale));
    }
    if (chart.threshold)
        parts << chart.threshold->label.text(locale);
    return parts.join(QStringLiteral("; "));
}

} // namespace

ChartView::ChartView(QWidget* parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setSizePolicy(policy);
    followTheme(this, [this] {
        updateGeometry();
        rebuild();
    });
}

ChartView::~ChartView() = default;

void ChartView::setChart(const ChartSpec& chart)
{
    chart_ = chart;
    setAccessibleName(chart.title.text(QLocale()));
    setAccessibleDescription(describe(chart, QLocale()));
    updateGeometry();
    rebuild();
}

int ChartView::drawnPoints() const
{
    return canvas_ ? canvas_->drawnPoints() : 0;
}

QSize ChartView::sizeHint() const
{
    const Theme theme = themeOf(this);
    return {static_cast<int>(theme.px(480)), static_cast<int>(preferredChartHeight(chart_, theme))};
}

QSize ChartView::minimumSizeHint() const
{
    return {static_cast<int>(themeOf(this).px(200)), sizeHint().height()};
}

void ChartView::rebuild()
{
    if (!isVisible() && !canvas_)
        return; // made in showEvent
    const Theme theme = themeOf(this);
    if (!canvas_) {
        canvas_ = new ChartCanvas(this);
        canvas_->setGeometry(rect());
        canvas_->show();
    }
    layout_ = layoutChart(chart_, size(), theme, QLocale());
    canvas_->build(chart_, layout_, theme);
}

void ChartView::place()
{
    if (!canvas_)
        return;
    canvas_->setGeometry(rect());
    layout_ = layoutChart(chart_, size(), themeOf(this), QLocale());
    canvas_->place(layout_);
}

void ChartView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

void ChartView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!canvas_)
        rebuild();
}

void ChartView::setThresholdMovable(bool movable)
{
    movable_ = movable;
    setMouseTracking(movable);
    if (!movable) {
        dragging_ = false;
        unsetCursor();
    }
}

bool ChartView::isOnThreshold(const QPointF& position) const
{
    return movable_ && chart_.threshold && layout_.thresholdIsVertical(*chart_.threshold) &&
           std::fabs(layout_.threshold(*chart_.threshold) - position.x()) <= kGrip;
}

void ChartView::mousePressEvent(QMouseEvent* event)
{
    dragging_ = event->button() == Qt::LeftButton && isOnThreshold(event->position());
    if (!dragging_)
        QWidget::mousePressEvent(event);
}

void ChartView::mouseMoveEvent(QMouseEvent* event)
{
    if (movable_)
        setCursor(dragging_ || isOnThreshold(event->position()) ? Qt::SplitHCursor : Qt::ArrowCursor);
    if (!dragging_)
        return;
    const QRectF& plot = layout_.plot;
    const double at = std::clamp((event->position().x() - plot.left()) / plot.width(), 0.0, 1.0);
    Q_EMIT thresholdDragged(layout_.along.valueAt(at));
}

void ChartView::mouseReleaseEvent(QMouseEvent* event)
{
    dragging_ = false;
    QWidget::mouseReleaseEvent(event);
}

bool ChartView::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const QString tip = tipAt(help->pos());
    if (tip.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), tip, this);
    return true;
}

// The value nearest to the pointer: "cache: — 12.4 % [11.8–13.0]".
QString ChartView::tipAt(const QPointF& position) const
{
    const QLocale locale;
    double nearest = kTipReach;
    QString tip;
    for (const ChartSeries& series : chart_.series) {
        for (const ChartPoint& point : series.points) {
            const QPointF at = layout_.point(point.x, point.y);
            const double distance = layout_.lying ? std::fabs(at.y() - position.y())
                                                  : std::hypot(at.x() - position.x(), at.y() - position.y());
            if (!std::isfinite(point.y) || distance >= nearest)
                continue;
            nearest = distance;
            const QString where = layout_.lying ? chart_.categories.value(static_cast<int>(point.x))
                                                : formatQuantity(point.x, chart_.x.unit, locale);
            tip = where + QStringLiteral(": ") + formatQuantity(point.y, chart_.y.unit, locale);
            if (point.low && point.high)
                tip += QStringLiteral(" [%1–%2]")
                           .arg(formatNumber(*point.low, chart_.y.unit, locale),
                                formatNumber(*point.high, chart_.y.unit, locale));
            if (chart_.series.size() > 1)
                tip = series.name.text(locale) + QStringLiteral(", ") + tip;
        }
    }
    // Categories come from the target: escaped, never read as HTML.
    return tip.isEmpty() ? tip : QStringLiteral("<qt>%1</qt>").arg(tip.toHtmlEscaped());
}

} // namespace awb

#include "moc_chart_view.cpp"
