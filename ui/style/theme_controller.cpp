#include "ui/style/theme_controller.h"

#include "ui/style/awb_style.h"

#include <QApplication>
#include <QEvent>
#include <QStyleHints>
#include <QToolTip>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace awb
{
namespace
{

bool isDarkPalette(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

} // namespace

ThemeController::ThemeController(QApplication& app, QObject* parent)
    : QObject(parent),
      app_(app),
      startedDark_(isDarkPalette(QApplication::palette()))
{
    style_ = new AwbStyle(theme_);
    applying_ = true;
    QApplication::setStyle(style_);
    applying_ = false;
    apply();
    app_.installEventFilter(this);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &ThemeController::apply);
#endif
}

void ThemeController::setChoice(Choice choice)
{
    choice_ = choice;
    apply();
}

void ThemeController::setScale(double scale)
{
    const double before = std::exchange(scale_, std::clamp(scale, 0.75, 3.0));
    apply();
    if (before == scale_)
        return;
    // Sizes that the style computes are kept by the widgets until they hear of another style.
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget* widget : widgets) {
        QEvent change(QEvent::StyleChange);
        QApplication::sendEvent(widget, &change);
    }
}

bool ThemeController::desktopIsDark() const
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const Qt::ColorScheme scheme = QGuiApplication::styleHints()->colorScheme();
    if (scheme != Qt::ColorScheme::Unknown)
        return scheme == Qt::ColorScheme::Dark;
#endif
    return startedDark_;
}

void ThemeController::apply()
{
    if (applying_)
        return;
    applying_ = true;
    const bool dark = choice_ == Choice::Dark || (choice_ == Choice::Follow && desktopIsDark());
    theme_ = Theme(dark ? Theme::Mode::Dark : Theme::Mode::Light, scale_);
    style_->setTheme(theme_);
    QApplication::setPalette(theme_.palette());
    QApplication::setFont(theme_.font(tokens::Type::Body));
    QToolTip::setPalette(theme_.palette());
    QToolTip::setFont(theme_.font(tokens::Type::Small));
    applying_ = false;
    Q_EMIT themeChanged();
}

// Qt 6.4 has no signal for the desktop's scheme: a palette that comes from outside says it.
bool ThemeController::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &app_ && event->type() == QEvent::ApplicationPaletteChange && !applying_) {
        startedDark_ = isDarkPalette(QApplication::palette());
        apply();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace awb

#include "moc_theme_controller.cpp"
