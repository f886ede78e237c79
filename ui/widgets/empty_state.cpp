#include "ui/widgets/empty_state.h"

#include "core/report_pdf/icon_painter.h"
#include "ui/style/awb_style.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace awb
{

EmptyState::EmptyState(tokens::IconId icon, const QString& title, const QString& text, QWidget* parent)
    : QWidget(parent),
      icon_(icon),
      tile_(new QWidget(this)),
      title_(new TextLabel(title, tokens::Type::Heading)),
      text_(new TextLabel(text, tokens::Type::Body, tokens::Role::Text2)),
      buttons_(new QHBoxLayout)
{
    const Theme theme = themeOf(this);
    const int side = static_cast<int>(theme.px(44));
    tile_->setFixedSize(side, side);
    tile_->setAttribute(Qt::WA_TransparentForMouseEvents);
    for (TextLabel* label : {title_, text_}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
    }
    text_->setMaximumWidth(static_cast<int>(theme.px(340)));
    auto* column = new QVBoxLayout(this);
    column->setSpacing(static_cast<int>(theme.px(8)));
    column->addStretch(1);
    column->addWidget(tile_, 0, Qt::AlignHCenter);
    column->addSpacing(static_cast<int>(theme.px(4)));
    column->addWidget(title_);
    auto* row = new QHBoxLayout; // a wrapping label needs its width from a row, not from an alignment
    row->addStretch(1);
    row->addWidget(text_, 100);
    row->addStretch(1);
    column->addLayout(row);
    column->addSpacing(static_cast<int>(theme.px(4)));
    buttons_->addStretch(1);
    buttons_->addStretch(1);
    column->addLayout(buttons_);
    column->addStretch(1);
    setText(title, text);
}

void EmptyState::setText(const QString& title, const QString& text)
{
    title_->setText(title);
    text_->setText(text);
    setAccessibleName(title);
    setAccessibleDescription(text);
}

QPushButton* EmptyState::addButton(const QString& text, bool primary)
{
    auto* button = new QPushButton(text, this);
    setButtonKind(button, primary ? ButtonKind::Primary : ButtonKind::Plain, true);
    buttons_->insertWidget(buttons_->count() - 1, button);
    return button;
}

void EmptyState::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Theme theme = themeOf(this);
    QPainter painter(this);
    const QRectF tile(tile_->geometry());
    drawRounded(painter, tile, theme.px(tokens::radius::card), theme.color(tokens::Role::NaTint), QColor());
    const double inset = (tile.width() - theme.px(tokens::size::iconLarge)) / 2;
    IconPainter::paint(painter, tile.adjusted(inset, inset, -inset, -inset), icon_,
                       theme.color(tokens::Role::NaText));
}

} // namespace awb

#include "moc_empty_state.cpp"
