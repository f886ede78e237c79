#include "ui/pages/spec_chart_view.h"

#include "core/report_pdf/chart_painter.h"
#include "ui/style/style_theme.h"

#include <QPainter>

#include <cmath>

namespace awb
{

namespace
{

constexpr double kTitle = 24; // px
constexpr double kGap = 16;

} // namespace

SpecChartView::SpecChartView(QWidget* parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void SpecChartView::setCharts(const QVector<ChartSpec>& charts)
{
    charts_ = charts;
    QStringList names;
    for (const ChartSpec& chart : charts_) {
        names << chart.title.text(locale());
    }
    setAccessibleName(names.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

int SpecChartView::heightForWidth(int width) const
{
    const Theme theme = themeOf(this);
    double height = 0;
    for (const ChartSpec& chart : charts_) {
        height += theme.px(kTitle) + ChartPainter::heightFor(chart, width, theme) + theme.px(kGap);
    }
    return int(std::ceil(height));
}

QSize SpecChartView::sizeHint() const
{
    const int wanted = qMax(width(), 480);
    return {wanted, heightForWidth(wanted)};
}

void SpecChartView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme theme = themeOf(this);
    double y = 0;
    for (const ChartSpec& chart : charts_) {
        painter.setFont(theme.font(tokens::Type::BodyStrong));
        painter.setPen(theme.color(tokens::Role::Text));
        painter.drawText(
            QRectF(0, y, width(), theme.px(kTitle)), Qt::AlignLeft | Qt::AlignVCenter,
            painter.fontMetrics().elidedText(chart.title.text(locale()), Qt::ElideRight, width()));
        y += theme.px(kTitle);
        const double height = ChartPainter::heightFor(chart, width(), theme);
        ChartPainter::paint(painter, QRectF(0, y, width(), height), chart, theme, locale());
        y += height + theme.px(kGap);
    }
}

} // namespace awb

#include "moc_spec_chart_view.cpp"
