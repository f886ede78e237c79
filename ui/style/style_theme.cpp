#include "ui/style/style_theme.h"

#include "ui/style/awb_style.h"
#include "ui/style/path_icon_engine.h"

#include <QAbstractButton>
#include <QApplication>
#include <QEvent>
#include <QToolButton>
#include <QVariant>

namespace awb
{
namespace
{

constexpr auto kindProperty = "awbKind";
constexpr auto smallProperty = "awbSmall";
constexpr auto iconProperty = "awbIcon";
constexpr auto keyProperty = "awbKey";
constexpr auto invalidProperty = "awbInvalid";

void setStyleProperty(QWidget* widget, const char* name, const QVariant& value)
{
    if (widget->property(name) == value)
        return;
    widget->setProperty(name, value);
    QEvent change(QEvent::StyleChange); // buttons keep their size until an event of this kind
    QApplication::sendEvent(widget, &change);
}

} // namespace

Theme themeOf(const QWidget* widget)
{
    const QStyle* style = widget != nullptr ? widget->style() : QApplication::style();
    if (const auto* own = qobject_cast<const AwbStyle*>(style))
        return own->theme();
    if (const auto* own = qobject_cast<const AwbStyle*>(QApplication::style()))
        return own->theme();
    const QPalette palette = widget != nullptr ? widget->palette() : QApplication::palette();
    const bool dark = palette.color(QPalette::Window).lightness() < 128;
    return Theme(dark ? Theme::Mode::Dark : Theme::Mode::Light);
}

void followTheme(QWidget* widget, std::function<void()> apply)
{
    apply();
    if (auto* own = qobject_cast<AwbStyle*>(QApplication::style()))
        QObject::connect(own, &AwbStyle::themeChanged, widget, std::move(apply));
}

void setButtonKind(QAbstractButton* button, ButtonKind kind, bool small)
{
    setStyleProperty(button, kindProperty, static_cast<int>(kind));
    setStyleProperty(button, smallProperty, small);
}

ButtonKind buttonKind(const QWidget* button)
{
    return button == nullptr ? ButtonKind::Plain
                             : static_cast<ButtonKind>(button->property(kindProperty).toInt());
}

bool isSmallButton(const QWidget* button)
{
    return button != nullptr && button->property(smallProperty).toBool();
}

void setButtonIcon(QAbstractButton* button, tokens::IconId icon)
{
    if (auto* tool = qobject_cast<QToolButton*>(button))
        tool->setIcon(themedIcon(icon, tokens::Role::Text2));
    else
        setStyleProperty(button, iconProperty, static_cast<int>(icon));
}

std::optional<tokens::IconId> buttonIcon(const QWidget* button)
{
    const QVariant icon = button != nullptr ? button->property(iconProperty) : QVariant();
    return icon.isValid() ? std::optional(static_cast<tokens::IconId>(icon.toInt())) : std::nullopt;
}

void setButtonKey(QAbstractButton* button, const QString& key)
{
    setStyleProperty(button, keyProperty, key);
}

QString buttonKey(const QWidget* button)
{
    return button == nullptr ? QString() : button->property(keyProperty).toString();
}

void setInputInvalid(QWidget* input, bool invalid)
{
    setStyleProperty(input, invalidProperty, invalid);
}

bool isInputInvalid(const QWidget* input)
{
    return input != nullptr && input->property(invalidProperty).toBool();
}

} // namespace awb
