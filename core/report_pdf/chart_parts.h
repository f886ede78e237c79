// The parts that all charts share. Internal to ChartPainter.
#pragma once

#include "core/report_pdf/chart_scale.h"
#include "core/report_pdf/theme.h"

#include <QPainter>

namespace awb::chart
{

inline constexpr double axisGap = 6;
inline constexpr double captionHeight = 16;

struct Context
{
    QPainter& painter;
    const ChartSpec& chart;
    const Theme& theme;
    const QLocale& locale;

    double px(double tokenPx) const { return theme.px(tokenPx); }
    QColor color(tokens::Role role) const { return theme.color(role); }
    QColor seriesColor(qsizetype index) const;
    QPen seriesPen(qsizetype index, double width) const;
    double textWidth(const QString& text, const QFont& font) const;
    // Elided to the rectangle; foreign text is made visible.
    void text(const QRectF& rect, Qt::Alignment align, const QString& text, const QFont& font,
              tokens::Role role) const;
    void text(const QRectF& rect, Qt::Alignment align, const QString& text, const QFont& font,
              const QColor& color) const;
    QFont caption() const { return theme.font(tokens::Type::Caption, 400); }
};

// The mark of a series at a point, as in the tokens: circle, square, triangle, diamond, plus, triangle down.
void paintPoint(const Context& context, const QPointF& centre, double size, qsizetype series);

void paintCurves(const Context& context, const QRectF& rect);
void paintCategories(const Context& context, const QRectF& rect);
double categoriesHeight(const ChartSpec& chart, const Theme& theme);

} // namespace awb::chart
