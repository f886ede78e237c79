// Where everything of a chart stands at one size: ranges, plot area, labels. No Qt Charts in here.
#pragma once

#include "core/audit/chart_spec.h"
#include "core/report_pdf/chart_marks.h"
#include "core/report_pdf/theme.h"
#include "ui/charts/axis_scale.h"

#include <QRectF>

namespace awb
{

struct ChartLayout
{
    // Bars, stacked bars and ranges lie: a category a row, values to the right. Lines stand.
    bool lying = false;
    AxisScale values;  // the y of the spec
    AxisScale along;   // the x of lines and steps; rows: unused
    int rows = 0;      // categories drawn
    int rowsTotal = 0; // categories there are
    QRectF plot;
    double keyRow = 0;    // top of the row that names the series of bars; 0: none
    QString valueCaption; // "Hit rate, %"
    QString alongCaption;

    QPointF point(double x, double y) const;            // of the plot, in the chart's coordinates
    double threshold(const ChartThreshold& line) const; // x (lying, or not onY) or y of the line
    ChartPlace place() const;                           // of lines and steps
    // The line is vertical.
    bool thresholdIsVertical(const ChartThreshold& line) const { return lying == line.onY; }
};

// At most so many rows are drawn; a longer list is for the table.
constexpr int kMaxChartRows = 24;
constexpr int kMaxChartSeries = 7;

ChartLayout layoutChart(const ChartSpec& chart, const QSizeF& size, const Theme& theme,
                        const QLocale& locale);
// Suits the chart at any width: rows take 26 px each.
double preferredChartHeight(const ChartSpec& chart, const Theme& theme);

// The colour and the pattern of series number i: more than its colour tells it apart.
QColor seriesColor(const Theme& theme, int index);
QVector<qreal> seriesDash(int index);
Qt::BrushStyle seriesPattern(int index);

} // namespace awb
