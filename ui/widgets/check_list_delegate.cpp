#include "ui/widgets/check_list_delegate.h"

#include "core/report_pdf/icon_painter.h"
#include "core/report_pdf/mark_painter.h"
#include "ui/style/awb_style.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/cell_roles.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <QTreeView>

#include <algorithm>
#include <cmath>

namespace awb
{
namespace
{

using tokens::IconId;
using tokens::Role;

constexpr double nameLeft = 70; // px, where the names of checks begin
constexpr double barWidth = 34;
constexpr double narrow = 260; // narrower lists leave out the bar of a section

// Draws text from the right edge leftwards and moves the edge.
double drawRight(QPainter& painter, double right, const QRectF& row, const QString& text, const QFont& font,
                 const QColor& color)
{
    const double width = std::ceil(QFontMetricsF(font, painter.device()).horizontalAdvance(text));
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(QRectF(right - width, row.top(), width + 1, row.height()),
                     Qt::AlignVCenter | Qt::AlignLeft, text);
    return right - width;
}

// Returns whether the text was whole.
bool drawElided(QPainter& painter, const QRectF& rect, const QString& text, const QFont& font,
                const QColor& color)
{
    const QFontMetricsF metrics(font, painter.device());
    const bool whole = metrics.horizontalAdvance(text) <= rect.width();
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(rect, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     whole ? text : metrics.elidedText(text, Qt::ElideRight, rect.width()));
    return whole;
}

QRectF centred(double left, const QRectF& row, double side)
{
    return {left, row.center().y() - side / 2, side, side};
}

} // namespace

void CheckListDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const
{
    const Theme theme = themeOf(option.widget);
    const QRectF row(option.rect);
    painter->save();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected)
        painter->fillRect(row, theme.color(Role::Select));
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(row, theme.color(Role::Hover));
    if (selected)
        painter->fillRect(QRectF(row.left(), row.top(), theme.px(3), row.height()),
                          theme.color(Role::Accent));
    if (index.data(SectionRole).toBool())
        paintSection(*painter, option, index, theme);
    else
        paintCheck(*painter, option, index, theme);
    if (option.state.testFlag(QStyle::State_HasFocus))
        drawRounded(*painter, row.adjusted(1, 1, -1, -1), theme.px(tokens::radius::bar), QColor(),
                    theme.color(Role::Focus), 1.5);
    painter->restore();
}

void CheckListDelegate::paintSection(QPainter& painter, const QStyleOptionViewItem& option,
                                     const QModelIndex& index, const Theme& theme) const
{
    const QRectF row(option.rect);
    const double icon = theme.px(tokens::size::icon);
    const bool open = option.state.testFlag(QStyle::State_Open);
    IconPainter::paint(painter, centred(row.left() + theme.px(10), row, icon),
                       open ? IconId::Chevd : IconId::Chevr, theme.color(Role::Text2));
    double right = row.right() - theme.px(12);
    const QFont strong = theme.font(tokens::Type::BodyStrong);
    const QFont plain = theme.font(tokens::Type::Body);
    right = drawRight(painter, right, row, QLatin1Char('/') + index.data(MaxPointsRole).toString(), plain,
                      theme.color(Role::Muted));
    right =
        drawRight(painter, right, row, index.data(PointsRole).toString(), strong, theme.color(Role::Text));
    // The bars of all sections stand under each other, whatever the digits.
    right = std::min(right, row.right() - theme.px(52));
    const QVariant counts = index.data(CountsRole);
    if (counts.canConvert<MarkCounts>() && row.width() >= theme.px(narrow)) {
        const QRectF bar(right - theme.px(barWidth), row.center().y() - theme.px(3), theme.px(barWidth),
                         theme.px(6));
        ScorePainter::paintMarks(painter, bar, counts.value<MarkCounts>(), theme);
        right = bar.left();
    }
    const double left = row.left() + theme.px(32);
    drawElided(painter, QRectF(left, row.top(), right - theme.px(8) - left, row.height()),
               index.data().toString(), strong, theme.color(Role::Text));
}

void CheckListDelegate::paintCheck(QPainter& painter, const QStyleOptionViewItem& option,
                                   const QModelIndex& index, const Theme& theme) const
{
    const QRectF row(option.rect);
    const double mark = theme.px(tokens::size::mark);
    const double small = theme.px(14);
    double right = row.right() - theme.px(12) - mark;
    MarkPainter::paint(painter, centred(right, row, mark),
                       static_cast<MarkGlyph>(index.data(GlyphRole).toInt()), index.data(FilledRole).toBool(),
                       theme);
    right -= theme.px(8);
    const auto symbol = [&](int role, IconId icon) {
        if (!index.data(role).toBool())
            return;
        IconPainter::paint(painter, centred(right - small, row, small), icon, theme.color(Role::Text2));
        right -= small + theme.px(6);
    };
    symbol(StaleRole, IconId::Clock);
    symbol(FlaggedRole, IconId::Flag);
    const double number = row.left() + theme.px(30);
    const double left = row.left() + theme.px(nameLeft);
    painter.setFont(theme.font(tokens::Type::Number));
    painter.setPen(theme.color(Role::Muted));
    painter.drawText(QRectF(number, row.top(), left - number, row.height()), Qt::AlignVCenter | Qt::AlignLeft,
                     index.data(NumberRole).toString());
    drawElided(painter, QRectF(left, row.top(), right - left, row.height()), index.data().toString(),
               theme.font(tokens::Type::Body), theme.color(Role::Text));
}

QSize CheckListDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme theme = themeOf(option.widget);
    const bool section = index.data(SectionRole).toBool();
    const double least = theme.px(section ? tokens::size::sectionRow : tokens::size::rowList);
    const double height =
        std::max(least, QFontMetricsF(theme.font(tokens::Type::Body)).height() + theme.px(8));
    return {static_cast<int>(theme.px(tokens::size::listPaneMin)) - 2, static_cast<int>(std::ceil(height))};
}

bool CheckListDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view,
                                  const QStyleOptionViewItem& option, const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip || !index.data(Qt::ToolTipRole).toString().isEmpty())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QString text = index.data(NumberRole).toString();
    text += (text.isEmpty() ? QString() : QStringLiteral(" ")) + index.data().toString();
    QToolTip::showText(event->globalPos(), text.toHtmlEscaped(), view);
    return true;
}

void setUpCheckList(QTreeView* view)
{
    view->setHeaderHidden(true);
    view->setIndentation(0);
    view->setRootIsDecorated(false);
    view->setExpandsOnDoubleClick(false);
    view->setMouseTracking(true);
    view->setFrameShape(QFrame::NoFrame);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    view->setAllColumnsShowFocus(true);
    view->setItemDelegate(new CheckListDelegate(view));
    QObject::connect(view, &QTreeView::clicked, view, [view](const QModelIndex& index) {
        if (index.data(SectionRole).toBool())
            view->setExpanded(index, !view->isExpanded(index));
    });
}

} // namespace awb

#include "moc_check_list_delegate.cpp"
