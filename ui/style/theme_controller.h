// Decides between light and dark and applies the theme to the application: style, palette and base font.
#pragma once

#include "core/report_pdf/theme.h"

#include <QObject>

QT_BEGIN_NAMESPACE
class QApplication;
QT_END_NAMESPACE

namespace awb
{

class AwbStyle;

class ThemeController : public QObject
{
    Q_OBJECT

public:
    enum class Choice { Follow, Light, Dark };

    // Install before the first window: what the desktop asks for is read from the palette the application
    // starts with (Qt 6.4) or from QStyleHints::colorScheme (6.5 and later). app must outlive this.
    explicit ThemeController(QApplication& app, QObject* parent = nullptr);

    Choice choice() const { return choice_; }
    void setChoice(Choice choice);
    // 1 = 100 %; between 0.75 and 3.
    void setScale(double scale);
    const Theme& theme() const { return theme_; }

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void themeChanged();

private:
    void apply();
    bool desktopIsDark() const;

    QApplication& app_;
    AwbStyle* style_; // owned by app_
    Theme theme_;
    Choice choice_ = Choice::Follow;
    double scale_ = 1.0;
    bool startedDark_ = false;
    bool applying_ = false;
};

} // namespace awb
