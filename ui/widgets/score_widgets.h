// Thin widgets around ScorePainter: ring, band scale, bar of marks.
#pragma once

#include "core/report_pdf/score_painter.h"

#include <QWidget>

namespace awb
{

class ScoreRing : public QWidget
{
    Q_OBJECT

public:
    explicit ScoreRing(QWidget* parent = nullptr);
    // Progress: decided of total; the score is told in words beside it.
    void setProgress(int done, int total);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double ratio_ = 0;
};

class BandScaleWidget : public QWidget
{
    Q_OBJECT

public:
    explicit BandScaleWidget(QWidget* parent = nullptr);
    void setScale(const BandScale& scale);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    BandScale scale_;
};

class SectionBar : public QWidget
{
    Q_OBJECT

public:
    explicit SectionBar(QWidget* parent = nullptr);
    void setCounts(const MarkCounts& counts);
    // 8 px by default; 6 in lists.
    void setBarHeight(int height);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    MarkCounts counts_;
    int barHeight_ = 8;
};

} // namespace awb
