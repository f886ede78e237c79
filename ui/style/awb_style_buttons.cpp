// Buttons, check boxes, radio buttons, tool buttons and tabs of AwbStyle.
#include "core/report_pdf/icon_painter.h"
#include "ui/style/awb_style.h"
#include "ui/style/style_theme.h"

#include <QAbstractButton>
#include <QPainter>
#include <QStyleOption>

#include <algorithm>
#include <cmath>

namespace awb
{
namespace
{

using tokens::IconId;
using tokens::Role;

struct ButtonColors
{
    QColor fill;
    QColor line;
    QColor text;
};

ButtonColors buttonColors(const Theme& theme, ButtonKind kind, QStyle::State state)
{
    const bool enabled = state.testFlag(QStyle::State_Enabled);
    const bool hover = state.testFlag(QStyle::State_MouseOver);
    const bool down = state.testFlag(QStyle::State_Sunken) || state.testFlag(QStyle::State_On);
    const QColor clear(Qt::transparent);
    if (!enabled)
        return {kind == ButtonKind::Quiet ? clear : theme.color(Role::Panel),
                kind == ButtonKind::Quiet ? clear : theme.color(Role::Line), theme.color(Role::Disabled)};
    const QColor rest = down    ? theme.color(Role::Select)
                        : hover ? theme.color(Role::Hover)
                                : theme.color(Role::Panel);
    switch (kind) {
    case ButtonKind::Primary: {
        const QColor fill = theme.color(hover || down ? Role::AccentHover : Role::Accent);
        return {fill, fill, theme.color(Role::OnAccent)};
    }
    case ButtonKind::Danger: {
        const QColor fill = hover || down ? theme.color(Role::FailTint) : theme.color(Role::Panel);
        return {fill, theme.color(Role::Fail), theme.color(Role::FailText)};
    }
    case ButtonKind::Quiet:
        return {hover || down ? rest : clear, clear, theme.color(Role::Text2)};
    case ButtonKind::Plain:
        break;
    }
    return {rest, theme.color(Role::LineStrong), theme.color(Role::Text)};
}

// The parts of a button's label from left to right, in px.
struct LabelParts
{
    double icon = 0;
    double text = 0;
    double key = 0;
    double gap = 0;
    double width() const
    {
        const int parts = (icon > 0) + (text > 0) + (key > 0);
        return icon + text + key + gap * std::max(0, parts - 1);
    }
};

QFont labelFont(const Theme& theme, const QWidget* widget)
{
    const tokens::Type type = isSmallButton(widget) ? tokens::Type::Small : tokens::Type::Body;
    return theme.font(type, buttonKind(widget) == ButtonKind::Primary ? 600 : 500);
}

LabelParts labelParts(const Theme& theme, const QStyleOptionButton& button, const QWidget* widget)
{
    LabelParts parts;
    parts.gap = theme.px(8);
    if (buttonIcon(widget) || !button.icon.isNull())
        parts.icon = theme.px(tokens::size::icon);
    const QFontMetricsF metrics(labelFont(theme, widget));
    parts.text =
        button.text.isEmpty() ? 0 : std::ceil(metrics.size(Qt::TextShowMnemonic, button.text).width());
    const QString key = buttonKey(widget);
    parts.key = key.isEmpty() ? 0 : std::ceil(keyCapWidth(theme, key));
    return parts;
}

// A ring of 2 px at the edge and a gap of 1 px before the button itself, which gives up that room for it.
QRectF drawFocusRing(QPainter& painter, const QRectF& rect, const Theme& theme)
{
    drawRounded(painter, rect, theme.px(tokens::radius::control) + 1, QColor(), theme.color(Role::Focus),
                tokens::stroke::focus);
    const double inset = tokens::stroke::focus + 1;
    return rect.adjusted(inset, inset, -inset, -inset);
}

void drawCheck(QPainter& painter, const QStyleOption& option, const Theme& theme, bool round)
{
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool on = option.state.testFlag(QStyle::State_On);
    const bool partly = option.state.testFlag(QStyle::State_NoChange);
    QRectF box(option.rect);
    if (option.state.testFlag(QStyle::State_HasFocus))
        box = drawFocusRing(painter, box.adjusted(-1, -1, 1, 1), theme);
    const QColor accent = theme.color(enabled ? Role::Accent : Role::Disabled);
    const QColor line = on || partly ? accent : theme.color(enabled ? Role::LineStrong : Role::Line);
    const double radius = round ? box.width() / 2 : theme.px(tokens::radius::chip);
    drawRounded(painter, box, radius, (on && !round) || partly ? accent : theme.color(Role::Panel), line);
    if (on && round) {
        const double inset = box.width() / 4;
        drawRounded(painter, box.adjusted(inset, inset, -inset, -inset), box.width() / 4, accent, QColor());
    } else if (partly) {
        const double inset = box.width() / 4;
        painter.fillRect(QRectF(box.left() + inset, box.center().y() - 1, box.width() - 2 * inset, 2),
                         theme.color(Role::OnAccent));
    } else if (on) {
        IconPainter::paint(painter, box.adjusted(1, 1, -1, -1), IconId::Check, theme.color(Role::OnAccent));
    }
}

} // namespace

bool AwbStyle::drawButtonPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                   const QWidget* widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        drawButtonPanel(option, painter, widget);
        return true;
    case PE_PanelButtonTool: {
        const bool flat = option->state.testFlag(State_AutoRaise);
        const ButtonColors c =
            buttonColors(theme_, flat ? ButtonKind::Quiet : ButtonKind::Plain, option->state);
        drawRounded(*painter, option->rect, theme_.px(tokens::radius::control), c.fill, c.line);
        return true;
    }
    case PE_FrameDefaultButton:
        return true;
    case PE_FrameFocusRect:
        // Push buttons draw their own ring with the panel.
        if (qobject_cast<const QAbstractButton*>(widget) == nullptr)
            drawRounded(*painter, option->rect, theme_.px(tokens::radius::chip), QColor(),
                        theme_.color(Role::Focus), tokens::stroke::focus);
        else if (widget->inherits("QToolButton"))
            drawRounded(*painter, widget->rect(), theme_.px(tokens::radius::control), QColor(),
                        theme_.color(Role::Focus), tokens::stroke::focus);
        return true;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheck(*painter, *option, theme_, false);
        return true;
    case PE_IndicatorRadioButton:
        drawCheck(*painter, *option, theme_, true);
        return true;
    default:
        return false;
    }
}

void AwbStyle::drawButtonPanel(const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const ButtonColors c = buttonColors(theme_, buttonKind(widget), option->state);
    QRectF rect(option->rect);
    double radius = theme_.px(tokens::radius::control);
    if (option->state.testFlag(State_HasFocus) && option->state.testFlag(State_Enabled)) {
        rect = drawFocusRing(*painter, rect, theme_);
        radius -= 2;
    }
    drawRounded(*painter, rect, radius, c.fill, c.line);
}

void AwbStyle::drawButtonLabel(const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    if (button == nullptr)
        return;
    const ButtonKind kind = buttonKind(widget);
    const ButtonColors c = buttonColors(theme_, kind, option->state);
    const LabelParts parts = labelParts(theme_, *button, widget);
    const QRectF rect(widget != nullptr ? widget->rect() : option->rect);
    double x = std::round(rect.left() + std::max(0.0, (rect.width() - parts.width()) / 2));
    painter->save();
    if (parts.icon > 0) {
        const QRectF box(x, rect.center().y() - parts.icon / 2, parts.icon, parts.icon);
        if (const auto icon = buttonIcon(widget))
            IconPainter::paint(*painter, box, *icon, c.text);
        else
            button->icon.paint(painter, box.toRect(), Qt::AlignCenter,
                               option->state.testFlag(State_Enabled) ? QIcon::Normal : QIcon::Disabled);
        x += parts.icon + parts.gap;
    }
    if (parts.text > 0) {
        painter->setFont(labelFont(theme_, widget));
        painter->setPen(c.text);
        const double room = rect.right() - theme_.px(4) - x - (parts.key > 0 ? parts.key + parts.gap : 0);
        painter->drawText(QRectF(x, rect.top(), std::min(parts.text + 1, room), rect.height()),
                          Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic | Qt::TextHideMnemonic,
                          button->text);
        x += parts.text + parts.gap;
    }
    if (parts.key > 0) {
        const double height = theme_.px(tokens::size::key);
        KeyCapColors cap = keyCapColors(theme_);
        if (kind == ButtonKind::Primary)
            cap = {QColor(Qt::transparent), c.text, c.text};
        if (!option->state.testFlag(State_Enabled))
            cap.text = theme_.color(Role::Disabled);
        drawKeyCap(*painter, QRectF(x, rect.center().y() - height / 2, parts.key, height), buttonKey(widget),
                   theme_, cap);
    }
    painter->restore();
}

QSize AwbStyle::buttonSize(const QStyleOption* option, const QWidget* widget) const
{
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    if (button == nullptr)
        return {};
    const bool small = isSmallButton(widget);
    const LabelParts parts = labelParts(theme_, *button, widget);
    const double padding = theme_.px(small ? 8 : parts.text > 0 ? 12 : 8);
    const QFontMetricsF metrics(labelFont(theme_, widget));
    const double least = theme_.px(small ? tokens::size::buttonSmall : tokens::size::button);
    const double height = std::max(least, metrics.height() + theme_.px(6));
    const int width = static_cast<int>(std::ceil(parts.width() + 2 * padding));
    return {std::max(width, static_cast<int>(height)), static_cast<int>(std::ceil(height))};
}

// Icon and word together in the middle; either may be missing.
void AwbStyle::drawTabLabel(QPainter& painter, const QStyleOptionTab& tab, bool selected) const
{
    const double side = tab.icon.isNull() ? 0 : theme_.px(tokens::size::icon);
    const double gap = side > 0 && !tab.text.isEmpty() ? theme_.px(8) : 0;
    const double word = painter.fontMetrics().horizontalAdvance(tab.text);
    double left = tab.rect.center().x() + 0.5 - (side + gap + word) / 2;
    if (side > 0)
        tab.icon.paint(&painter, QRectF(left, tab.rect.center().y() + 0.5 - side / 2, side, side).toRect(),
                       Qt::AlignCenter, QIcon::Normal, selected ? QIcon::On : QIcon::Off);
    left += side + gap;
    painter.drawText(QRectF(left, tab.rect.top(), word + 2, tab.rect.height()),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextHideMnemonic, tab.text);
}

void AwbStyle::drawTab(const QStyleOption* option, QPainter* painter, bool label) const
{
    const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option);
    if (tab == nullptr)
        return;
    const bool selected = tab->state.testFlag(State_Selected);
    const bool hover = tab->state.testFlag(State_MouseOver) && tab->state.testFlag(State_Enabled);
    const QRect rect = tab->rect;
    painter->save();
    if (!label) {
        if (hover && !selected)
            painter->fillRect(rect, theme_.color(Role::Hover));
        if (selected)
            painter->fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2),
                              theme_.color(Role::Accent));
    } else {
        const QColor color = theme_.color(!tab->state.testFlag(State_Enabled) ? Role::Disabled
                                          : selected                          ? Role::AccentText
                                                                              : Role::Text2);
        painter->setFont(theme_.font(tokens::Type::Body, selected ? 600 : 500));
        painter->setPen(color);
        drawTabLabel(*painter, *tab, selected);
        if (tab->state.testFlag(State_HasFocus))
            drawRounded(*painter, QRectF(rect).adjusted(2, 2, -2, -4), theme_.px(tokens::radius::chip),
                        QColor(), theme_.color(Role::Focus), tokens::stroke::focus);
    }
    painter->restore();
}

} // namespace awb
