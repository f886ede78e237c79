// How widgets and delegates reach the theme: it travels with the QStyle that Qt hands to every widget.
#pragma once

#include "core/report_pdf/theme.h"

#include <functional>
#include <optional>

QT_BEGIN_NAMESPACE
class QAbstractButton;
class QWidget;
QT_END_NAMESPACE

namespace awb
{

// The theme of the style that draws this widget (null: the application's). Without AwbStyle, light or dark by
// the lightness of the palette.
Theme themeOf(const QWidget* widget);

// Calls apply now and again whenever the application's theme changes, as long as widget lives. For fonts and
// colours that a widget sets on itself; what is drawn in paintEvent with themeOf() needs update() only.
void followTheme(QWidget* widget, std::function<void()> apply);

// Dynamic properties that AwbStyle reads. Set them through these functions.
enum class ButtonKind { Plain, Primary, Danger, Quiet };
// small: 26 px high, for use within cards and banners.
void setButtonKind(QAbstractButton* button, ButtonKind kind, bool small = false);
ButtonKind buttonKind(const QWidget* button);
bool isSmallButton(const QWidget* button);
// An icon in the colour of the button's text, left of it.
void setButtonIcon(QAbstractButton* button, tokens::IconId icon);
std::optional<tokens::IconId> buttonIcon(const QWidget* button);
// The cap of the key that does the same, right of the text ("R", "Enter"). Sets no shortcut.
void setButtonKey(QAbstractButton* button, const QString& key);
QString buttonKey(const QWidget* button);
// Marks an input as wrong: its border takes the colour of failure. Say why beside it.
void setInputInvalid(QWidget* input, bool invalid);
bool isInputInvalid(const QWidget* input);

} // namespace awb
