// The marks of a chart (p50, p90, p99 with its interval) as both painters draw them: on the screen and in the
// PDF.
#pragma once

#include "core/audit/chart_spec.h"
#include "core/report_pdf/theme.h"

#include <QLocale>
#include <QRectF>

#include <functional>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace awb
{

// Where a chart's values stand, in the painter's coordinates.
struct ChartPlace
{
    QRectF plot;
    std::function<double(double)> x;
    std::function<double(double)> y;
};

// px that the words of marks without a y need above the plot; 0 without such marks.
double chartMarkHeight(const ChartSpec& chart, const Theme& theme);
void paintChartMarks(QPainter& painter, const ChartSpec& chart, const ChartPlace& place, const Theme& theme,
                     const QLocale& locale);
// Where the words of a vertical threshold stand below the marks: inside the plot, right of the line where
// there is room, else left of it.
QRectF thresholdWords(const ChartSpec& chart, const ChartPlace& place, const Theme& theme, double width);
// The same for a horizontal threshold: on its line, as far right as neither a mark nor a curve is covered.
QRectF thresholdWordsAcross(const ChartSpec& chart, const ChartPlace& place, const Theme& theme,
                            double width);

} // namespace awb
