// The Qt Charts side of a ChartView: series and axes on a QChart, with one item below and one above them for
// everything that Qt Charts cannot draw.
#pragma once

#include "ui/charts/chart_layout.h"

#include <QChartView>

QT_BEGIN_NAMESPACE
class QAbstractAxis;
class QAbstractSeries;
QT_END_NAMESPACE

namespace awb
{

class ChartGround;
class ChartOverlay;

class ChartCanvas : public QChartView
{
    Q_OBJECT

public:
    explicit ChartCanvas(QWidget* parent = nullptr);

    // New series, axes and colours.
    void build(const ChartSpec& chart, const ChartLayout& layout, const Theme& theme);
    // Only the size changed.
    void place(const ChartLayout& layout);
    int drawnPoints() const { return drawnPoints_; }

private:
    void addLine(const ChartSeries& series, int index);
    void addBand(const ChartSeries& series, int index);
    void addStep(const ChartSeries& series, int index);
    void addBars(const ChartSeries& series);
    void addArea(const QList<QPointF>& outline, const QColor& color);
    void addBars(bool stacked);
    void addRanges(const ChartSeries& series, int index);
    void addAxes();
    void attach(QAbstractSeries* series);
    QAbstractAxis* axisFor(const AxisScale& scale) const;

    ChartSpec spec_;
    ChartLayout layout_;
    Theme theme_;
    ChartGround* ground_;
    ChartOverlay* overlay_;
    QAbstractAxis* horizontal_ = nullptr;
    QAbstractAxis* vertical_ = nullptr;
    int drawnPoints_ = 0;
};

} // namespace awb
