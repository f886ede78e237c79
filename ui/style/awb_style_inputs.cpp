// Line edits, text edits, combo boxes, spin boxes, scroll bars and progress bars of AwbStyle.
#include "core/report_pdf/icon_painter.h"
#include "ui/style/awb_style.h"
#include "ui/style/style_theme.h"

#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleOption>
#include <QTextEdit>

#include <algorithm>

namespace awb
{
namespace
{

using tokens::IconId;
using tokens::Role;

bool isTextView(const QWidget* widget)
{
    return qobject_cast<const QPlainTextEdit*>(widget) != nullptr ||
           qobject_cast<const QTextEdit*>(widget) != nullptr;
}

bool isEditor(const QWidget* widget)
{
    const auto* plain = qobject_cast<const QPlainTextEdit*>(widget);
    const auto* rich = qobject_cast<const QTextEdit*>(widget);
    return (plain != nullptr && !plain->isReadOnly()) || (rich != nullptr && !rich->isReadOnly());
}

QRectF centred(const QRect& rect, double side)
{
    const QPointF c = QRectF(rect).center();
    return {c.x() - side / 2, c.y() - side / 2, side, side};
}

} // namespace

void AwbStyle::drawInputPanel(const QRect& rect, QStyle::State state, QPainter* painter,
                              const QWidget* widget) const
{
    const bool enabled = state.testFlag(State_Enabled);
    const bool focus = state.testFlag(State_HasFocus);
    Role line = enabled ? Role::LineStrong : Role::Line;
    if (focus)
        line = Role::Focus;
    if (isInputInvalid(widget))
        line = Role::Fail;
    drawRounded(*painter, rect, theme_.px(tokens::radius::control),
                theme_.color(enabled ? Role::Panel : Role::Window), theme_.color(line),
                focus ? tokens::stroke::focus : tokens::stroke::control);
    if (isInputInvalid(widget) && rect.height() < theme_.px(tokens::size::input) * 1.5) {
        const QRect box(rect.right() - px(26), rect.top(), px(16), rect.height());
        IconPainter::paint(*painter, centred(box, theme_.px(tokens::size::icon)), IconId::Warn,
                           theme_.color(Role::Fail));
    }
}

bool AwbStyle::drawInputPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                  const QWidget* widget) const
{
    switch (element) {
    case PE_PanelLineEdit: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        // The editors inside combo and spin boxes have no frame: their box draws it.
        if (frame != nullptr && frame->lineWidth > 0)
            drawInputPanel(option->rect, option->state, painter, widget);
        return true;
    }
    case PE_FrameLineEdit:
        return true;
    case PE_Frame:
        if (isEditor(widget)) {
            QStyle::State state = option->state;
            state.setFlag(State_HasFocus, widget->hasFocus());
            drawInputPanel(option->rect, state, painter, widget);
        } else if (isTextView(widget)) {
            drawRounded(*painter, option->rect, theme_.px(tokens::radius::control),
                        widget->palette().color(QPalette::Base),
                        theme_.color(widget->hasFocus() ? Role::Focus : Role::Line));
        } else {
            drawRounded(*painter, option->rect, 0, QColor(), theme_.color(Role::Line));
        }
        return true;
    default:
        return false;
    }
}

void AwbStyle::drawComboBox(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
    if (combo == nullptr)
        return;
    if (combo->frame)
        drawInputPanel(combo->rect, combo->state, painter, widget);
    const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    IconPainter::paint(*painter, centred(arrow, theme_.px(tokens::size::icon)), IconId::Chevd,
                       theme_.color(combo->state.testFlag(State_Enabled) ? Role::Text2 : Role::Disabled));
}

void AwbStyle::drawSpinBox(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
    if (spin == nullptr)
        return;
    if (spin->frame)
        drawInputPanel(spin->rect, spin->state, painter, widget);
    if (spin->buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto arrow = [&](SubControl part, bool up, QAbstractSpinBox::StepEnabledFlag flag) {
        const QRect rect = subControlRect(CC_SpinBox, option, part, widget);
        const bool enabled = spin->state.testFlag(State_Enabled) && spin->stepEnabled.testFlag(flag);
        painter->save();
        const QRectF box = centred(rect, theme_.px(12));
        if (up) {
            painter->translate(box.center());
            painter->rotate(180);
            painter->translate(-box.center());
        }
        IconPainter::paint(*painter, box, IconId::Chevd,
                           theme_.color(enabled ? Role::Text2 : Role::Disabled));
        painter->restore();
    };
    arrow(SC_SpinBoxUp, true, QAbstractSpinBox::StepUpEnabled);
    arrow(SC_SpinBoxDown, false, QAbstractSpinBox::StepDownEnabled);
}

QRect AwbStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                               SubControl subControl, const QWidget* widget) const
{
    const QRect rect = QProxyStyle::subControlRect(control, option, subControl, widget);
    if (control == CC_ComboBox && subControl == SC_ComboBoxArrow)
        return QRect(option->rect.right() - px(28), option->rect.top(), px(24), option->rect.height());
    // The text of every input begins at the same place, whatever kind it is.
    if (control == CC_ComboBox && subControl == SC_ComboBoxEditField) {
        const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
        const int inset = combo != nullptr && combo->editable ? 1 : px(9); // the editor brings its own
        return QRect(option->rect.left() + inset, option->rect.top(), option->rect.width() - inset - px(28),
                     option->rect.height());
    }
    if (control == CC_SpinBox && subControl == SC_SpinBoxEditField)
        return QRect(option->rect.left() + 1, rect.top(), rect.right() - option->rect.left() - 1,
                     rect.height());
    const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control != CC_ScrollBar || slider == nullptr)
        return rect;
    const bool horizontal = slider->orientation == Qt::Horizontal;
    const int length = horizontal ? slider->rect.width() : slider->rect.height();
    const qint64 range = qint64(slider->maximum) - slider->minimum;
    int thumb = length;
    if (range > 0) {
        const qint64 wanted = qint64(length) * slider->pageStep / (range + slider->pageStep);
        thumb = std::clamp(static_cast<int>(wanted), std::min(px(32), length), length);
    }
    const int start = sliderPositionFromValue(slider->minimum, slider->maximum, slider->sliderPosition,
                                              length - thumb, slider->upsideDown);
    const auto along = [&](int from, int size) {
        const QRect part = horizontal ? QRect(from, 0, size, slider->rect.height())
                                      : QRect(0, from, slider->rect.width(), size);
        return visualRect(slider->direction, slider->rect, part.translated(slider->rect.topLeft()));
    };
    switch (subControl) {
    case SC_ScrollBarAddLine:
    case SC_ScrollBarSubLine:
        return {};
    case SC_ScrollBarGroove:
        return slider->rect;
    case SC_ScrollBarSlider:
        return along(start, thumb);
    case SC_ScrollBarSubPage:
        return along(0, start);
    case SC_ScrollBarAddPage:
        return along(start + thumb, length - start - thumb);
    default:
        return rect;
    }
}

void AwbStyle::drawScrollBar(const QStyleOptionComplex* option, QPainter* painter,
                             const QWidget* widget) const
{
    const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (slider == nullptr || slider->maximum <= slider->minimum)
        return;
    const QRectF thumb = QRectF(subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget));
    const bool active = slider->state.testFlag(State_MouseOver) || slider->state.testFlag(State_Sunken);
    const double inset = theme_.px(active ? 2 : 3);
    const QRectF bar = thumb.adjusted(inset, inset, -inset, -inset);
    drawRounded(*painter, bar, std::min(bar.width(), bar.height()) / 2,
                theme_.color(active ? Role::Muted : Role::LineStrong), QColor());
}

void AwbStyle::drawProgress(ControlElement element, const QStyleOption* option, QPainter* painter) const
{
    const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option);
    if (bar == nullptr || element == CE_ProgressBarLabel)
        return;
    const double height = std::min<double>(bar->rect.height(), theme_.px(6));
    const QRectF groove(bar->rect.left(), QRectF(bar->rect).center().y() - height / 2, bar->rect.width(),
                        height);
    if (element == CE_ProgressBarGroove) {
        drawRounded(*painter, groove, theme_.px(tokens::radius::bar), theme_.color(Role::Sunken), QColor());
        return;
    }
    QRectF done = groove;
    const double range = double(bar->maximum) - bar->minimum;
    if (range <= 0) // how much there is to do is not known: a still segment, moved by nothing
        done = QRectF(groove.left() + groove.width() * 0.4, groove.top(), groove.width() * 0.2, height);
    else
        done.setWidth(groove.width() * std::clamp((bar->progress - bar->minimum) / range, 0.0, 1.0));
    if (done.width() > 0)
        drawRounded(*painter, done, std::min(theme_.px(tokens::radius::bar), done.width() / 2),
                    theme_.color(Role::Accent), QColor());
}

} // namespace awb
