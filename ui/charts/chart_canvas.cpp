#include "ui/charts/chart_canvas.h"

#include "ui/charts/chart_overlay.h"

#include <QAreaSeries>
#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QHorizontalBarSeries>
#include <QHorizontalStackedBarSeries>
#include <QLineSeries>
#include <QLogValueAxis>
#include <QScatterSeries>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace awb
{

namespace
{

// Markers hide a long line.
constexpr qsizetype kMaxMarkers = 40;

QScatterSeries::MarkerShape markerOf(int index)
{
    static constexpr QScatterSeries::MarkerShape shapes[] = {QScatterSeries::MarkerShapeCircle,
                                                             QScatterSeries::MarkerShapeRectangle,
                                                             QScatterSeries::MarkerShapeTriangle,
                                                             QScatterSeries::MarkerShapeRotatedRectangle,
                                                             QScatterSeries::MarkerShapeStar,
                                                             QScatterSeries::MarkerShapePentagon,
                                                             QScatterSeries::MarkerShapeRotatedRectangle};
    return shapes[static_cast<std::size_t>(index) % std::size(shapes)];
}

QPen linePen(const Theme& theme, int index)
{
    QPen pen(seriesColor(theme, index), theme.px(2));
    pen.setCapStyle(Qt::FlatCap);
    pen.setJoinStyle(Qt::RoundJoin);
    const QVector<qreal> dash = seriesDash(index);
    if (!dash.isEmpty())
        pen.setDashPattern(dash);
    return pen;
}

bool drawable(const ChartPoint& point)
{
    return std::isfinite(point.x) && std::isfinite(point.y);
}

} // namespace

ChartCanvas::ChartCanvas(QWidget* parent) : QChartView(new QChart, parent)
{
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents); // the page around it scrolls
    QChart* c = chart();
    c->setAnimationOptions(QChart::NoAnimation);
    c->setBackgroundVisible(false);
    c->setPlotAreaBackgroundVisible(false);
    c->legend()->hide();
    c->setMargins({});
    ground_ = new ChartGround(c);
    overlay_ = new ChartOverlay(c);
}

void ChartCanvas::build(const ChartSpec& chart, const ChartLayout& layout, const Theme& theme)
{
    spec_ = chart;
    layout_ = layout;
    theme_ = theme;
    drawnPoints_ = 0;
    QChart* c = QChartView::chart();
    c->removeAllSeries();
    for (QAbstractAxis* axis : {horizontal_, vertical_}) {
        if (axis) {
            c->removeAxis(axis);
            delete axis;
        }
    }
    addAxes();
    switch (spec_.kind) {
    case ChartKind::Line:
    case ChartKind::Step:
    case ChartKind::Range:
        for (int i = 0; i < static_cast<int>(spec_.series.size()) && i < kMaxChartSeries; ++i) {
            const ChartSeries& series = spec_.series.at(i);
            if (spec_.kind == ChartKind::Range)
                addRanges(series, i);
            else if (spec_.kind == ChartKind::Step && spec_.series.size() == 1)
                addBars(series);
            else if (spec_.kind == ChartKind::Step)
                addStep(series, i);
            else
                addLine(series, i);
        }
        break;
    case ChartKind::Bars:
    case ChartKind::Stacked:
        addBars(spec_.kind == ChartKind::Stacked);
        break;
    }
    place(layout);
}

void ChartCanvas::place(const ChartLayout& layout)
{
    layout_ = layout;
    chart()->setPlotArea(layout.plot);
    ground_->setContent(spec_, layout, theme_);
    overlay_->setContent(spec_, layout, theme_);
}

QAbstractAxis* ChartCanvas::axisFor(const AxisScale& scale) const
{
    if (scale.logarithmic) {
        auto* axis = new QLogValueAxis;
        axis->setBase(10);
        axis->setRange(scale.min, scale.max);
        return axis;
    }
    auto* axis = new QValueAxis;
    axis->setRange(scale.min, scale.max);
    return axis;
}

void ChartCanvas::addAxes()
{
    if (layout_.lying) {
        horizontal_ = axisFor(layout_.values);
        if (spec_.kind == ChartKind::Range) {
            auto* rows = new QValueAxis;
            rows->setRange(-0.5, std::max(1, layout_.rows) - 0.5);
            rows->setReverse(true); // the first row is at the top
            vertical_ = rows;
        } else {
            auto* rows = new QBarCategoryAxis;
            for (int i = 0; i < layout_.rows; ++i) // unique names; the overlay writes the words
                rows->append(QString::number(i));
            vertical_ = rows;
        }
    } else {
        horizontal_ = axisFor(layout_.along);
        vertical_ = axisFor(layout_.values);
    }
    for (QAbstractAxis* axis : {horizontal_, vertical_}) {
        axis->setLabelsVisible(false);
        axis->setGridLineVisible(false);
        axis->setMinorGridLineVisible(false);
        axis->setLineVisible(false);
    }
    chart()->addAxis(horizontal_, Qt::AlignBottom);
    chart()->addAxis(vertical_, Qt::AlignLeft);
}

void ChartCanvas::attach(QAbstractSeries* series)
{
    chart()->addSeries(series);
    series->attachAxis(horizontal_);
    series->attachAxis(vertical_);
}

// The interval of each point as an area behind the line.
void ChartCanvas::addBand(const ChartSeries& series, int index)
{
    auto* low = new QLineSeries;
    auto* high = new QLineSeries;
    for (const ChartPoint& point : series.points) {
        if (!drawable(point))
            continue;
        const double x = layout_.along.clamped(point.x);
        low->append(x, layout_.values.clamped(point.low.value_or(point.y)));
        high->append(x, layout_.values.clamped(point.high.value_or(point.y)));
    }
    auto* band = new QAreaSeries(high, low);
    low->setParent(band);
    high->setParent(band);
    QColor fill = seriesColor(theme_, index);
    fill.setAlphaF(0.18F);
    band->setBrush(fill);
    band->setPen(Qt::NoPen);
    attach(band);
}

void ChartCanvas::addLine(const ChartSeries& series, int index)
{
    const bool hasInterval = std::any_of(series.points.begin(), series.points.end(),
                                         [](const ChartPoint& point) { return point.low || point.high; });
    if (hasInterval)
        addBand(series, index);
    QList<QPointF> points;
    for (const ChartPoint& point : series.points) {
        if (drawable(point))
            points << QPointF(layout_.along.clamped(point.x), layout_.values.clamped(point.y));
    }
    drawnPoints_ += static_cast<int>(points.size());
    auto* line = new QLineSeries;
    line->setPen(linePen(theme_, index));
    line->replace(points);
    attach(line);
    if (points.isEmpty() || points.size() > kMaxMarkers)
        return;
    auto* markers = new QScatterSeries;
    markers->setMarkerShape(markerOf(index));
    markers->setMarkerSize(theme_.px(7));
    markers->setColor(seriesColor(theme_, index));
    markers->setBorderColor(theme_.color(tokens::Role::Panel));
    markers->replace(points);
    attach(markers);
}

void ChartCanvas::addStep(const ChartSeries& series, int index)
{
    auto* outline = new QLineSeries;
    auto* base = new QLineSeries;
    double before = layout_.values.min;
    for (const ChartPoint& point : series.points) {
        if (!drawable(point))
            continue;
        const double x = layout_.along.clamped(point.x);
        outline->append(x, before);
        before = layout_.values.clamped(point.y);
        outline->append(x, before);
        base->append(x, layout_.values.min);
        ++drawnPoints_;
    }
    auto* area = new QAreaSeries(outline, base);
    outline->setParent(area);
    base->setParent(area);
    QColor fill = seriesColor(theme_, index);
    fill.setAlphaF(index == 0 ? 0.16F : 0.0F);
    area->setBrush(fill);
    area->setPen(linePen(theme_, index));
    attach(area);
}

void ChartCanvas::addArea(const QList<QPointF>& outline, const QColor& color)
{
    if (outline.isEmpty())
        return;
    auto* top = new QLineSeries;
    auto* base = new QLineSeries;
    top->replace(outline);
    base->replace(
        {QPointF(outline.first().x(), layout_.values.min), QPointF(outline.last().x(), layout_.values.min)});
    auto* area = new QAreaSeries(top, base);
    top->setParent(area);
    base->setParent(area);
    area->setBrush(color);
    area->setPen(QPen(theme_.color(tokens::Role::Panel), theme_.px(1)));
    attach(area);
}

// A histogram alone: solid bars, those beyond the threshold in the colour of what misses it.
void ChartCanvas::addBars(const ChartSeries& series)
{
    const bool split = spec_.threshold && !spec_.threshold->onY;
    const double limit = split ? layout_.along.clamped(spec_.threshold->value) : 0;
    const QColor within = seriesColor(theme_, 0);
    const QColor beyond = theme_.color(tokens::Role::Fail);
    const bool below = !split || spec_.threshold->passIsBelow;
    QList<QPointF> before;
    QList<QPointF> after;
    const auto add = [&](QList<QPointF>& to, double from, double until, double y) {
        to << QPointF(from, layout_.values.min) << QPointF(from, y) << QPointF(until, y)
           << QPointF(until, layout_.values.min);
    };
    for (qsizetype i = 0; i < series.points.size(); ++i) {
        const ChartPoint& point = series.points.at(i);
        ++drawnPoints_;
        if (i + 1 == series.points.size() || !drawable(point) || point.y <= 0)
            continue;
        const double from = layout_.along.clamped(point.x);
        const double until = layout_.along.clamped(series.points.at(i + 1).x);
        const double y = layout_.values.clamped(point.y);
        if (!split || until <= limit) {
            add(before, from, until, y);
        } else if (from >= limit) {
            add(after, from, until, y);
        } else {
            add(before, from, limit, y);
            add(after, limit, until, y);
        }
    }
    addArea(before, below ? within : beyond);
    addArea(after, below ? beyond : within);
}

void ChartCanvas::addBars(bool stacked)
{
    QAbstractBarSeries* bars = stacked ? static_cast<QAbstractBarSeries*>(new QHorizontalStackedBarSeries)
                                       : new QHorizontalBarSeries;
    bars->setBarWidth(0.62);
    // Bars ignore a reversed axis: rows, and the bars within a row, are given from the bottom up.
    QList<QBarSet*> sets;
    for (int i = 0; i < static_cast<int>(spec_.series.size()) && i < kMaxChartSeries; ++i) {
        QVector<double> values(layout_.rows, stacked ? 0 : layout_.values.min);
        for (const ChartPoint& point : spec_.series.at(i).points) {
            const int row = static_cast<int>(point.x);
            if (!drawable(point) || row < 0 || row >= layout_.rows)
                continue;
            values[layout_.rows - 1 - row] =
                stacked ? std::max(0.0, point.y) : layout_.values.clamped(point.y);
            ++drawnPoints_;
        }
        auto* set = new QBarSet(QString::number(i));
        const QColor color = seriesColor(theme_, i);
        set->setBrush(QBrush(color, seriesPattern(i)));
        set->setPen(QPen(color, 1));
        for (const double value : std::as_const(values))
            set->append(value);
        sets << set;
    }
    if (!stacked)
        std::reverse(sets.begin(), sets.end());
    bars->append(sets);
    attach(bars);
}

// Each interval is a thick line, its value a diamond, as on the rulers.
void ChartCanvas::addRanges(const ChartSeries& series, int index)
{
    auto* markers = new QScatterSeries;
    for (const ChartPoint& point : series.points) {
        if (!drawable(point) || point.x < 0 || point.x >= layout_.rows)
            continue;
        if (point.low || point.high) {
            auto* interval = new QLineSeries;
            QColor color = seriesColor(theme_, index);
            color.setAlphaF(0.4F);
            interval->setPen(QPen(color, theme_.px(8), Qt::SolidLine, Qt::FlatCap));
            interval->append(layout_.values.clamped(point.low.value_or(point.y)), point.x);
            interval->append(layout_.values.clamped(point.high.value_or(point.y)), point.x);
            attach(interval);
        }
        markers->append(layout_.values.clamped(point.y), point.x);
        ++drawnPoints_;
    }
    markers->setMarkerShape(QScatterSeries::MarkerShapeRotatedRectangle);
    markers->setMarkerSize(theme_.px(11));
    markers->setColor(seriesColor(theme_, index));
    markers->setBorderColor(theme_.color(tokens::Role::Panel));
    attach(markers);
}

} // namespace awb

#include "moc_chart_canvas.cpp"
