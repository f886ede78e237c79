// Charts of one check under each other, drawn by the painter that the PDF uses.
#pragma once

#include "core/audit/chart_spec.h"

#include <QWidget>

namespace awb
{

class SpecChartView : public QWidget
{
    Q_OBJECT
public:
    explicit SpecChartView(QWidget* parent = nullptr);
    void setCharts(const QVector<ChartSpec>& charts);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVector<ChartSpec> charts_;
};

} // namespace awb
