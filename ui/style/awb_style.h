// The look of all standard widgets: a proxy over Fusion that draws from the theme. Buttons, inputs and views
// are drawn in awb_style_buttons.cpp, awb_style_inputs.cpp and awb_style_views.cpp.
#pragma once

#include "core/report_pdf/theme.h"

#include <QProxyStyle>
#include <QStyleOption>

namespace awb
{

class AwbStyle : public QProxyStyle
{
    Q_OBJECT

public:
    explicit AwbStyle(const Theme& theme);

    const Theme& theme() const { return theme_; }
    // The caller then sets the application's palette; that repaints everything.
    void setTheme(const Theme& theme);

    using QProxyStyle::polish;
    void polish(QPalette& palette) override;
    void polish(QWidget* widget) override;
    QPalette standardPalette() const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl subControl,
                         const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option,
                         const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                           const QWidget* widget) const override;

Q_SIGNALS:
    void themeChanged();

private:
    int px(double tokenPx) const;
    // Each returns false for what it leaves to Fusion.
    bool drawButtonPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                             const QWidget* widget) const;
    bool drawInputPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                            const QWidget* widget) const;
    bool drawViewPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                           const QWidget* widget) const;
    bool drawViewControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                         const QWidget* widget) const;
    void drawButtonPanel(const QStyleOption* option, QPainter* painter, const QWidget* widget) const;
    void drawButtonLabel(const QStyleOption* option, QPainter* painter, const QWidget* widget) const;
    void drawInputPanel(const QRect& rect, QStyle::State state, QPainter* painter,
                        const QWidget* widget) const;
    void drawTabLabel(QPainter& painter, const QStyleOptionTab& tab, bool selected) const;
    void drawTab(const QStyleOption* option, QPainter* painter, bool label) const;
    void drawHeaderLabel(const QStyleOption* option, QPainter* painter) const;
    void drawProgress(ControlElement element, const QStyleOption* option, QPainter* painter) const;
    void drawComboBox(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const;
    void drawSpinBox(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const;
    void drawScrollBar(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const;
    QSize buttonSize(const QStyleOption* option, const QWidget* widget) const;

    Theme theme_;
};

// A rounded rectangle whose lines of width `pen` lie within rect.
void drawRounded(QPainter& painter, const QRectF& rect, double radius, const QColor& fill, const QColor& line,
                 double pen = 1.0);
// A key cap ("R", "Enter") of the given height with its left edge at left; returns its width.
// colors: face and letter; the border is `line`.
struct KeyCapColors
{
    QColor face;
    QColor line;
    QColor text;
};
KeyCapColors keyCapColors(const Theme& theme);
double keyCapWidth(const Theme& theme, const QString& key);
void drawKeyCap(QPainter& painter, const QRectF& rect, const QString& key, const Theme& theme,
                const KeyCapColors& colors);

} // namespace awb
