// The last line of the section table: total and how many of each mark.
#pragma once

#include "core/audit/scorecard.h"

#include <QWidget>

namespace awb
{

class TotalRow : public QWidget
{
    Q_OBJECT
public:
    explicit TotalRow(QWidget* parent = nullptr);
    void setScore(const Scorecard& score);
    // Where the columns of the table above end, in px.
    void setColumns(int scoreRight, int percentRight);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Scorecard score_;
    int scoreRight_ = 0;
    int percentRight_ = 0;
};

} // namespace awb
