// A thin widget around RulerPainter.
#pragma once

#include "core/report_pdf/ruler.h"

#include <QWidget>

#include <variant>

namespace awb
{

class RulerWidget : public QWidget
{
    Q_OBJECT

public:
    using Content = std::variant<ValueRuler, CountRuler, SettingRuler>;

    explicit RulerWidget(QWidget* parent = nullptr);
    void setContent(const Content& content);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double wantedHeight() const;

    Content content_;
};

} // namespace awb
