#include "ui/widgets/score_widgets.h"

#include "ui/style/style_theme.h"

#include <QPainter>

#include <cmath>

namespace awb
{
namespace
{

int scaled(const QWidget* widget, double px)
{
    return static_cast<int>(std::lround(themeOf(widget).px(px)));
}

} // namespace

ScoreRing::ScoreRing(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ScoreRing::setProgress(int done, int total)
{
    ratio_ = total > 0 ? static_cast<double>(done) / total : 0;
    setAccessibleName(tr("%1 of %2 decided").arg(done).arg(total));
    update();
}

QSize ScoreRing::sizeHint() const
{
    return {scaled(this, 28), scaled(this, 28)};
}

void ScoreRing::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    ScorePainter::paintRing(painter, QRectF(rect()).adjusted(1, 1, -1, -1), ratio_, themeOf(this));
}

BandScaleWidget::BandScaleWidget(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void BandScaleWidget::setScale(const BandScale& scale)
{
    scale_ = scale;
    QString band;
    for (const BandScale::Band& b : scale.bands) {
        if (scale.value && *scale.value >= b.from)
            band = b.word;
    }
    setAccessibleName(band.isEmpty() ? tr("No score yet") : tr("%1, %2").arg(scale.valueText, band));
    setAccessibleDescription(scale.predictedText);
    update();
}

QSize BandScaleWidget::sizeHint() const
{
    return {scaled(this, 480), scaled(this, 78)};
}

QSize BandScaleWidget::minimumSizeHint() const
{
    return {scaled(this, 240), scaled(this, 78)};
}

void BandScaleWidget::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    ScorePainter::paintBands(painter, rect(), scale_, themeOf(this));
}

SectionBar::SectionBar(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SectionBar::setCounts(const MarkCounts& counts)
{
    counts_ = counts;
    setAccessibleName(tr("%1 Pass, %2 Warning, %3 Fail, %4 N/A of %5")
                          .arg(counts.pass)
                          .arg(counts.warn)
                          .arg(counts.fail)
                          .arg(counts.na)
                          .arg(counts.total));
    update();
}

void SectionBar::setBarHeight(int height)
{
    barHeight_ = height;
    updateGeometry();
    update();
}

QSize SectionBar::sizeHint() const
{
    return {scaled(this, 84), scaled(this, barHeight_)};
}

void SectionBar::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    const double height = scaled(this, barHeight_);
    ScorePainter::paintMarks(painter, QRectF(0, (this->height() - height) / 2, width(), height), counts_,
                             themeOf(this));
}

} // namespace awb

#include "moc_score_widgets.cpp"
