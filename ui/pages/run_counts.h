// What the finished probes suggest, as outlines with their counts.
#pragma once

#include "ui/presenters/probes_presenter.h"

#include <QWidget>

namespace awb
{

class RunCounts : public QWidget
{
    Q_OBJECT
public:
    explicit RunCounts(QWidget* parent = nullptr);
    void setRun(const RunView& run);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double paintAll(QPainter* painter) const;

    RunView run_;
};

} // namespace awb
