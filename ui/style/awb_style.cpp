#include "ui/style/awb_style.h"

#include "ui/style/style_theme.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QHeaderView>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>
#include <QTextEdit>

#include <cmath>

namespace awb
{
namespace
{

bool isTextEdit(const QWidget* widget)
{
    return qobject_cast<const QTextEdit*>(widget) != nullptr ||
           qobject_cast<const QPlainTextEdit*>(widget) != nullptr;
}

} // namespace

AwbStyle::AwbStyle(const Theme& theme)
    : QProxyStyle(QStyleFactory::create(QStringLiteral("fusion"))),
      theme_(theme)
{
}

void AwbStyle::setTheme(const Theme& theme)
{
    theme_ = theme;
    Q_EMIT themeChanged();
}

int AwbStyle::px(double tokenPx) const
{
    return static_cast<int>(std::lround(theme_.px(tokenPx)));
}

void AwbStyle::polish(QPalette& palette)
{
    palette = theme_.palette();
}

QPalette AwbStyle::standardPalette() const
{
    return theme_.palette();
}

void AwbStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton*>(widget) != nullptr || qobject_cast<QComboBox*>(widget) != nullptr ||
        qobject_cast<QTabBar*>(widget) != nullptr)
        widget->setAttribute(Qt::WA_Hover);
    // Rows and narrow columns are as low as they are asked to be, not as a header's margins want them.
    if (auto* header = qobject_cast<QHeaderView*>(widget))
        header->setMinimumSectionSize(px(16));
    if (auto* tabs = qobject_cast<QTabBar*>(widget)) {
        tabs->setExpanding(false);
        tabs->setDrawBase(false);
    }
}

void AwbStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                             const QWidget* widget) const
{
    if (!drawButtonPrimitive(element, option, painter, widget) &&
        !drawInputPrimitive(element, option, painter, widget) &&
        !drawViewPrimitive(element, option, painter, widget))
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void AwbStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                           const QWidget* widget) const
{
    switch (element) {
    case CE_PushButtonBevel:
        drawButtonPanel(option, painter, widget);
        return;
    case CE_PushButtonLabel:
        drawButtonLabel(option, painter, widget);
        return;
    case CE_TabBarTabShape:
        drawTab(option, painter, false);
        return;
    case CE_TabBarTabLabel:
        drawTab(option, painter, true);
        return;
    case CE_ProgressBarGroove:
    case CE_ProgressBarContents:
    case CE_ProgressBarLabel:
        drawProgress(element, option, painter);
        return;
    default:
        break;
    }
    if (!drawViewControl(element, option, painter, widget))
        QProxyStyle::drawControl(element, option, painter, widget);
}

void AwbStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                  QPainter* painter, const QWidget* widget) const
{
    switch (control) {
    case CC_ComboBox:
        drawComboBox(option, painter, widget);
        return;
    case CC_SpinBox:
        drawSpinBox(option, painter, widget);
        return;
    case CC_ScrollBar:
        drawScrollBar(option, painter, widget);
        return;
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

QRect AwbStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    const int inset = px(8);
    if (element == SE_LineEditContents)
        return QProxyStyle::subElementRect(element, option, widget).adjusted(inset - 2, 0, -(inset - 2), 0);
    if (element == SE_ProgressBarGroove || element == SE_ProgressBarContents)
        return option->rect;
    return QProxyStyle::subElementRect(element, option, widget);
}

int AwbStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_DefaultFrameWidth:
        return isTextEdit(widget) ? px(5) : 1;
    case PM_ComboBoxFrameWidth:
        return px(6);
    case PM_SpinBoxFrameWidth:
        return px(2);
    case PM_ButtonMargin:
        return px(24);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabOverlap:
        return 0;
    case PM_TabBarTabHSpace:
        return px(24);
    case PM_TabBarTabVSpace:
        return px(16);
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_TabBarIconSize:
        return px(tokens::size::icon);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
    case PM_LayoutHorizontalSpacing:
        return px(8);
    case PM_LayoutVerticalSpacing:
        return px(12);
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return px(16);
    case PM_ScrollBarExtent:
        return px(12);
    case PM_ScrollBarSliderMin:
        return px(32);
    case PM_SplitterWidth:
        return 1;
    case PM_TreeViewIndentation:
        return px(24);
    case PM_HeaderMargin:
        return px(12);
    case PM_HeaderMarkSize:
        return px(12);
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuHMargin:
    case PM_MenuVMargin:
        return px(4);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int AwbStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                        QStyleHintReturn* data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_Widget_Animate:
    case SH_Widget_Animation_Duration:
    case SH_ScrollBar_Transient:
    case SH_UnderlineShortcut:
    case SH_ItemView_ShowDecorationSelected:
        return hint == SH_ItemView_ShowDecorationSelected ? 1 : 0;
    case SH_ComboBox_Popup:
        return 0;
    case SH_TabBar_Alignment:
        return Qt::AlignLeft;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize AwbStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                                 const QWidget* widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    switch (type) {
    case CT_PushButton:
        return buttonSize(option, widget);
    case CT_LineEdit:
        size.setHeight(std::max(px(tokens::size::input), contents.height() + px(10)));
        break;
    case CT_ComboBox:
    case CT_SpinBox:
        size.setHeight(std::max(px(tokens::size::input), option->fontMetrics.height() + px(10)));
        size.rwidth() += px(8);
        break;
    case CT_ToolButton:
        size = size.expandedTo(QSize(px(tokens::size::touch), px(tokens::size::touch)));
        break;
    case CT_CheckBox:
    case CT_RadioButton:
        size.setHeight(std::max(size.height(), px(tokens::size::touch)));
        break;
    case CT_MenuItem:
        if (size.height() > px(10))
            size.setHeight(std::max(size.height(), px(tokens::size::row - 4)));
        break;
    case CT_HeaderSection:
        size.setHeight(std::max(px(tokens::size::row), option->fontMetrics.height() + px(10)));
        break;
    case CT_ProgressBar:
        size.setHeight(px(6));
        break;
    case CT_TabBarTab:
        size.setHeight(
            px(tokens::size::topBar)); // the whole bar: the word in its middle, the line at its foot
        break;
    default:
        break;
    }
    return size;
}

void drawRounded(QPainter& painter, const QRectF& rect, double radius, const QColor& fill, const QColor& line,
                 double pen)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(line.isValid() && line.alpha() > 0 ? QPen(line, pen) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const double inset = painter.pen().style() == Qt::NoPen ? 0.0 : pen / 2;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset);
    painter.restore();
}

KeyCapColors keyCapColors(const Theme& theme)
{
    using tokens::Role;
    return {theme.color(theme.isDark() ? Role::Sunken : Role::Window),
            theme.color(theme.isDark() ? Role::LineStrong : Role::Line), theme.color(Role::Text2)};
}

double keyCapWidth(const Theme& theme, const QString& key)
{
    const QFontMetricsF metrics(theme.font(tokens::Type::Number));
    return std::max(theme.px(tokens::size::key), metrics.horizontalAdvance(key) * 0.92 + theme.px(10));
}

void drawKeyCap(QPainter& painter, const QRectF& rect, const QString& key, const Theme& theme,
                const KeyCapColors& colors)
{
    drawRounded(painter, rect, theme.px(tokens::radius::chip), colors.face, colors.line);
    painter.save();
    QFont font = theme.font(tokens::Type::Number);
    font.setPointSizeF(font.pointSizeF() * 0.92);
    painter.setFont(font);
    painter.setPen(colors.text);
    painter.drawText(rect, Qt::AlignCenter, key);
    painter.restore();
}

} // namespace awb

#include "moc_awb_style.cpp"
