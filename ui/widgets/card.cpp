#include "ui/widgets/card.h"

#include "core/report_pdf/icon_painter.h"
#include "ui/style/awb_style.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <cmath>

namespace awb
{
namespace
{

int rounded(double value)
{
    return static_cast<int>(std::lround(value));
}

} // namespace

Card::Card(const QString& title, QWidget* parent)
    : QFrame(parent),
      header_(new CardHeader(this)),
      title_(new TextLabel(title, tokens::Type::Heading)),
      subtitle_(new TextLabel({}, tokens::Type::Small, tokens::Role::Muted)),
      key_(new KeyCap),
      actions_(new QHBoxLayout),
      content_(new QWidget(this)),
      body_(new QVBoxLayout(content_))
{
    auto* row = new QHBoxLayout(header_);
    for (QWidget* label :
         {static_cast<QWidget*>(title_), static_cast<QWidget*>(subtitle_), static_cast<QWidget*>(key_)})
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
    title_->setElided(true); // a long title never widens the page; the tooltip has all of it
    subtitle_->setElided(true);
    row->addWidget(title_);
    row->addWidget(subtitle_, 1);
    row->addStretch();
    row->addLayout(actions_);
    row->addWidget(key_);
    key_->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(header_);
    column->addWidget(content_);
    connect(header_, &QAbstractButton::clicked, this, [this] { setFolded(!folded_); });
    setTitle(title);
    followTheme(this, [this] { applyMargins(); });
}

void Card::setTitle(const QString& title)
{
    title_->setText(title);
    header_->setAccessibleName(title);
    header_->setVisible(!title.isEmpty());
    applyMargins();
}

void Card::setSubtitle(const QString& subtitle)
{
    subtitle_->setText(subtitle);
    header_->setAccessibleDescription(subtitle);
}

void Card::setKey(const QString& key)
{
    key_->setKey(key);
    key_->setVisible(!key.isEmpty());
}

void Card::setDense(bool dense)
{
    dense_ = dense;
    applyMargins();
}

void Card::setFlush(bool flush)
{
    flush_ = flush;
    applyMargins();
}

void Card::setFoldable(bool foldable)
{
    header_->setFoldable(foldable);
    applyMargins();
}

void Card::setFolded(bool folded)
{
    if (folded_ == folded)
        return;
    folded_ = folded;
    content_->setVisible(!folded);
    header_->setChecked(!folded);
    applyMargins();
    Q_EMIT foldedChanged(folded);
}

void Card::applyMargins()
{
    const Theme theme = themeOf(this);
    const int pad = rounded(theme.px(dense_ ? 12 : 16));
    const bool headed = !title_->text().isEmpty();
    const int left = header_->isFoldable() ? pad + rounded(theme.px(20)) : pad;
    header_->layout()->setContentsMargins(left, pad - rounded(theme.px(4)), pad, pad - rounded(theme.px(4)));
    header_->layout()->setSpacing(rounded(theme.px(8)));
    actions_->setSpacing(rounded(theme.px(8)));
    const int top = headed ? 0 : pad;
    // A flush body stays clear of the rounded corners.
    const int corner = rounded(theme.px(4));
    if (flush_)
        body_->setContentsMargins(0, headed ? 0 : corner, 0, corner);
    else
        body_->setContentsMargins(pad, top, pad, pad);
    body_->setSpacing(rounded(theme.px(8)));
    update();
}

void Card::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Theme theme = themeOf(this);
    QPainter painter(this);
    drawRounded(painter, rect(), theme.px(tokens::radius::card), theme.color(tokens::Role::Panel),
                theme.color(tokens::Role::Line));
}

CardHeader::CardHeader(QWidget* parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); // a button would not shrink its titles
    setCheckable(true);
    setChecked(true);
}

void CardHeader::setFoldable(bool foldable)
{
    foldable_ = foldable;
    setFocusPolicy(foldable ? Qt::TabFocus : Qt::NoFocus);
    update();
}

QSize CardHeader::sizeHint() const
{
    return layout() != nullptr ? layout()->sizeHint() : QSize();
}

void CardHeader::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    if (!foldable_)
        return;
    const Theme theme = themeOf(this);
    QPainter painter(this);
    const double icon = theme.px(tokens::size::icon);
    const QRectF box(theme.px(14), (height() - icon) / 2.0, icon, icon);
    IconPainter::paint(painter, box, isChecked() ? tokens::IconId::Chevd : tokens::IconId::Chevr,
                       theme.color(tokens::Role::Text2));
    if (hasFocus())
        drawRounded(painter, QRectF(rect()).adjusted(2, 2, -2, -2), theme.px(tokens::radius::control),
                    QColor(), theme.color(tokens::Role::Focus), tokens::stroke::focus);
}

void CardHeader::mousePressEvent(QMouseEvent* event)
{
    if (foldable_)
        QAbstractButton::mousePressEvent(event);
    else
        event->ignore();
}

void CardHeader::keyPressEvent(QKeyEvent* event)
{
    if (foldable_ && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace awb

#include "moc_card.cpp"
