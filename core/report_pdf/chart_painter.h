// Draws a ChartSpec with QPainter: PDF, HTML previews and screens without Qt Charts.
#pragma once

#include "core/audit/chart_spec.h"
#include "core/report_pdf/theme.h"

#include <QLocale>
#include <QRectF>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace awb::ChartPainter
{

// The height that suits the chart at this width, title excluded: bars and ranges grow with their categories.
double heightFor(const ChartSpec& chart, double width, const Theme& theme);

// Fills rect: axes with units, grid, series told apart by colour, dash, point and a label at the line, the
// threshold with its words and the hatched area beyond it. An empty chart says why it is empty.
void paint(QPainter& painter, const QRectF& rect, const ChartSpec& chart, const Theme& theme,
           const QLocale& locale = QLocale::c());

} // namespace awb::ChartPainter
