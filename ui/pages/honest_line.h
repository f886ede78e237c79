// The honest score line as a row of cells: strict, applicable, measured, stale, overruled.
#pragma once

#include "ui/presenters/scorecard_presenter.h"

#include <QWidget>

namespace awb
{

class TextLabel;

class HonestLine : public QWidget
{
    Q_OBJECT
public:
    explicit HonestLine(QWidget* parent = nullptr);
    void setCells(const QVector<HonestCell>& cells);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Cell
    {
        QWidget* box;
        TextLabel* strong;
        TextLabel* detail;
    };
    QVector<Cell> cells_;
};

} // namespace awb
