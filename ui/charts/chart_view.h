// A ChartSpec on the screen, drawn by Qt Charts in the colours of the theme. Title and card are the caller's;
// axes, units, the threshold with its words, labels at the series and the empty state are drawn here.
#pragma once

#include "core/audit/chart_spec.h"
#include "ui/charts/chart_layout.h"

#include <QWidget>

#include <memory>

namespace awb
{

class ChartCanvas;

class ChartView : public QWidget
{
    Q_OBJECT

public:
    explicit ChartView(QWidget* parent = nullptr);
    ~ChartView() override;

    // Replaces all. Call it at most four times a second for live data.
    void setChart(const ChartSpec& chart);
    const ChartSpec& chart() const { return chart_; }
    // As laid out at the present size; for tests.
    const ChartLayout& chartLayout() const { return layout_; }
    // A vertical threshold can be moved with the pointer; the owner answers with another chart.
    void setThresholdMovable(bool movable);
    // The drawn points of all Qt series; 0 when the chart is empty.
    int drawnPoints() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void thresholdDragged(double value); // in the unit of the x axis

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void rebuild();
    void place();
    QString tipAt(const QPointF& position) const;

    bool isOnThreshold(const QPointF& position) const;

    ChartSpec chart_;
    ChartLayout layout_;
    bool movable_ = false;
    bool dragging_ = false;
    ChartCanvas* canvas_ = nullptr; // made when first shown: Qt Charts costs start-up time
};

} // namespace awb
