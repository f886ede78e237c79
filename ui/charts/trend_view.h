// The score over time on the colours of its bands.
#pragma once

#include "core/audit/comparison.h"
#include "core/report_pdf/score_painter.h"

#include <QWidget>

namespace awb
{

class TrendView : public QWidget
{
    Q_OBJECT
public:
    explicit TrendView(QWidget* parent = nullptr);
    // Points oldest first; bands ascending, as on the band scale.
    void setTrend(const QVector<TrendPoint>& points, const QVector<BandScale::Band>& bands);
    const QVector<TrendPoint>& points() const { return points_; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintBands(QPainter& painter, const QRectF& plot) const;
    void paintLine(QPainter& painter, const QRectF& plot) const;
    double wordWidth() const;
    double lowest() const; // percent at the bottom
    double y(const QRectF& plot, double percent) const;

    QVector<TrendPoint> points_;
    QVector<BandScale::Band> bands_;
};

} // namespace awb
