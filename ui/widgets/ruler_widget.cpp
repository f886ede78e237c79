#include "ui/widgets/ruler_widget.h"

#include "core/report_pdf/ruler_painter.h"
#include "ui/style/style_theme.h"

#include <QPainter>

#include <cmath>

namespace awb
{
namespace
{

QString spoken(const ValueRuler& ruler)
{
    return ruler.valueText + QStringLiteral(", ") + ruler.thresholdText;
}

QString spoken(const CountRuler& count)
{
    return count.text;
}

QString spoken(const SettingRuler& setting)
{
    return RulerWidget::tr("%1: found %2, expected %3").arg(setting.name, setting.found, setting.expected);
}

} // namespace

RulerWidget::RulerWidget(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    followTheme(this, [this] {
        updateGeometry();
        update();
    });
}

void RulerWidget::setContent(const Content& content)
{
    content_ = content;
    setAccessibleName(std::visit([](const auto& ruler) { return spoken(ruler); }, content_));
    updateGeometry();
    update();
}

double RulerWidget::wantedHeight() const
{
    return std::holds_alternative<ValueRuler>(content_) ? tokens::size::rulerHeight - 16 : 28;
}

QSize RulerWidget::sizeHint() const
{
    return {static_cast<int>(themeOf(this).px(480)),
            static_cast<int>(std::lround(themeOf(this).px(wantedHeight())))};
}

QSize RulerWidget::minimumSizeHint() const
{
    return {static_cast<int>(themeOf(this).px(200)), sizeHint().height()};
}

void RulerWidget::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    const Theme theme = themeOf(this);
    // A value at either end keeps its whole diamond.
    const double inset = std::holds_alternative<ValueRuler>(content_) ? theme.px(8) : 0;
    const QRectF room = QRectF(rect()).adjusted(inset, 0, -inset, 0);
    std::visit([&](const auto& ruler) { RulerPainter::paint(painter, room, ruler, theme); }, content_);
}

} // namespace awb

#include "moc_ruler_widget.cpp"
