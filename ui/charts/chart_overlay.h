// What stands behind and above the series: grid, area beyond the threshold; axis labels, threshold, direct
// labels, the empty state.
#pragma once

#include "ui/charts/chart_layout.h"

#include <QGraphicsItem>

namespace awb
{

class ChartGround : public QGraphicsItem
{
public:
    explicit ChartGround(QGraphicsItem* chart);
    void setContent(const ChartSpec& chart, const ChartLayout& layout, const Theme& theme);
    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    ChartSpec chart_;
    ChartLayout layout_;
    Theme theme_;
};

class ChartOverlay : public QGraphicsItem
{
public:
    explicit ChartOverlay(QGraphicsItem* chart);
    void setContent(const ChartSpec& chart, const ChartLayout& layout, const Theme& theme);
    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void paintValueLabels(QPainter& painter) const;
    void paintAlongLabels(QPainter& painter) const;
    void paintCategories(QPainter& painter) const;
    void paintThreshold(QPainter& painter) const;
    void paintThresholdWords(QPainter& painter, double at, const QString& text, double width) const;
    void paintSeriesNames(QPainter& painter) const;
    void paintKeyRow(QPainter& painter) const;
    void paintRowValues(QPainter& painter) const;
    void paintEmpty(QPainter& painter) const;
    void label(QPainter& painter, const QRectF& rect, Qt::Alignment align, const QString& text,
               tokens::Role role, int weight = 500) const;

    ChartSpec chart_;
    ChartLayout layout_;
    Theme theme_;
    QLocale locale_;
};

} // namespace awb
