// Item views, headers, branches, splitters, menus and popups of AwbStyle.
#include "core/report_pdf/icon_painter.h"
#include "ui/style/awb_style.h"

#include <QPainter>
#include <QStyleOption>

namespace awb
{
namespace
{

using tokens::IconId;
using tokens::Role;

} // namespace

bool AwbStyle::drawViewPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                 const QWidget* widget) const
{
    Q_UNUSED(widget)
    switch (element) {
    case PE_PanelItemViewRow:
        return true;
    case PE_PanelItemViewItem:
        if (option->state.testFlag(State_Selected))
            painter->fillRect(option->rect, theme_.color(Role::Select));
        else if (option->state.testFlag(State_MouseOver) && option->state.testFlag(State_Enabled))
            painter->fillRect(option->rect, theme_.color(Role::Hover));
        return true;
    case PE_IndicatorBranch:
        if (option->state.testFlag(State_Children)) {
            const QRectF box(0, 0, theme_.px(tokens::size::icon), theme_.px(tokens::size::icon));
            const QPointF offset = QRectF(option->rect).center() - box.center();
            IconPainter::paint(*painter, box.translated(offset),
                               option->state.testFlag(State_Open) ? IconId::Chevd : IconId::Chevr,
                               theme_.color(Role::Text2));
        }
        return true;
    case PE_IndicatorHeaderArrow: {
        const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
        // Qt names the arrow by its tip: SortDown is the arrow of ascending order.
        if (header != nullptr && header->sortIndicator != QStyleOptionHeader::None)
            IconPainter::paint(*painter, option->rect,
                               header->sortIndicator == QStyleOptionHeader::SortDown ? IconId::Up
                                                                                     : IconId::Down,
                               theme_.color(Role::Muted));
        return true;
    }
    case PE_PanelMenu:
    case PE_FrameMenu:
        drawRounded(*painter, option->rect, 0,
                    element == PE_PanelMenu ? theme_.color(Role::Raised) : QColor(),
                    theme_.color(Role::LineStrong));
        return true;
    case PE_FrameTabBarBase:
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          theme_.color(Role::Line));
        return true;
    case PE_FrameStatusBarItem:
    case PE_FrameWindow:
        return true;
    default:
        return false;
    }
}

bool AwbStyle::drawViewControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const
{
    Q_UNUSED(widget)
    switch (element) {
    case CE_HeaderSection:
        painter->fillRect(option->rect, theme_.color(Role::Panel));
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          theme_.color(Role::Line));
        return true;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, theme_.color(Role::Panel));
        return true;
    case CE_HeaderLabel:
        drawHeaderLabel(option, painter);
        return true;
    case CE_Splitter:
        painter->fillRect(option->rect, theme_.color(Role::Line));
        return true;
    default:
        return false;
    }
}

void AwbStyle::drawHeaderLabel(const QStyleOption* option, QPainter* painter) const
{
    const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
    if (header == nullptr)
        return;
    painter->save();
    painter->setFont(theme_.font(tokens::Type::Caption, 600));
    painter->setPen(theme_.color(Role::Text2));
    const QString text =
        painter->fontMetrics().elidedText(header->text, Qt::ElideRight, header->rect.width());
    const Qt::Alignment align = header->textAlignment & Qt::AlignHorizontal_Mask;
    // The margin of a header counts for its sides only: above and below it would cut the letters.
    painter->drawText(header->rect.adjusted(0, -px(12), 0, px(12)),
                      static_cast<int>((align | Qt::AlignVCenter).toInt()), text);
    painter->restore();
}

} // namespace awb
