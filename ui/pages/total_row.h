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
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Scorecard score_;
};

} // namespace awb
