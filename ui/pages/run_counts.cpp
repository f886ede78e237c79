#include "ui/pages/run_counts.h"

#include "ui/style/style_theme.h"

#include <QPainter>

#include <cmath>

namespace awb
{

RunCounts::RunCounts(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void RunCounts::setRun(const RunView& run)
{
    run_ = run;
    setAccessibleName(tr("Suggested: %1 Pass, %2 Warning, %3 Fail, %4 not measured")
                          .arg(run.pass)
                          .arg(run.warn)
                          .arg(run.fail)
                          .arg(run.unknown));
    updateGeometry();
    update();
}

// The width it takes; draws only with a painter.
double RunCounts::paintAll(QPainter* painter) const
{
    const Theme theme = themeOf(this);
    const QFont font = theme.font(tokens::Type::Small);
    const QFontMetricsF metrics(font);
    const struct
    {
        MarkGlyph glyph;
        QString text;
    } parts[] = {{MarkGlyph::Pass, QString::number(run_.pass)},
                 {MarkGlyph::Warn, QString::number(run_.warn)},
                 {MarkGlyph::Fail, QString::number(run_.fail)},
                 {MarkGlyph::NotMeasured, tr("%1 not measured").arg(run_.unknown)}};
    double x = 0;
    for (const auto& part : parts) {
        const double side = theme.px(13);
        const double width = metrics.horizontalAdvance(part.text);
        if (painter) {
            MarkPainter::paint(*painter, QRectF(x, (height() - side) / 2, side, side), part.glyph, false,
                               theme);
            painter->setFont(font);
            painter->setPen(theme.color(tokens::Role::Text2));
            painter->drawText(QRectF(x + theme.px(18), 0, width + 2, height()),
                              static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), part.text);
        }
        x += theme.px(18) + width + theme.px(12);
    }
    return x;
}

QSize RunCounts::sizeHint() const
{
    return {static_cast<int>(std::ceil(paintAll(nullptr))), static_cast<int>(themeOf(this).px(18))};
}

void RunCounts::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintAll(&painter);
}

} // namespace awb

#include "moc_run_counts.cpp"
