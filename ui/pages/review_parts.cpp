#include "ui/pages/review_parts.h"

#include "ui/style/style_theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/key_cap.h"
#include "ui/widgets/text_label.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPainter>

namespace awb
{

int SectionDots::step() const
{
    return int(themeOf(this).px(24));
}

QSize SectionDots::sizeHint() const
{
    return {step() * int(marks_.size()), 28};
}

void SectionDots::setChecks(const QVector<Mark>& marks, qsizetype current)
{
    marks_ = marks;
    current_ = current;
    updateGeometry();
    update();
}

void SectionDots::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme theme = themeOf(this);
    for (qsizetype i = 0; i < marks_.size(); ++i) {
        const QRectF cell(double(step()) * double(i), 4, theme.px(18), theme.px(18));
        MarkPainter::paint(painter, cell, glyphFor(marks_.at(i)), true, theme);
        if (i == current_) {
            painter.fillRect(QRectF(cell.left(), 25, cell.width(), 3), theme.color(tokens::Role::Accent));
        }
    }
}

SuggestLine::SuggestLine(QWidget* parent)
    : QWidget(parent),
      word_(new TextLabel({}, tokens::Type::Heading, tokens::Role::Text, this)),
      origin_(new Chip({}, this)),
      key_(
          new KeyCap(QStringLiteral("Enter"), QCoreApplication::translate("awb::ReviewPage", "accept"), this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(int(themeOf(this).px(32)), 0, 0, 0);
    row->setSpacing(12);
    word_->setObjectName(QStringLiteral("reviewSuggestion"));
    row->addWidget(word_);
    row->addStretch();
    row->addWidget(origin_);
    row->addWidget(key_);
    setMinimumHeight(int(themeOf(this).px(28)));
}

void SuggestLine::setSuggestion(const SuggestionView& view, bool canAccept)
{
    glyph_ = view.glyph;
    word_->setText(view.strong);
    origin_->setContent(
        iconChip(view.measured ? tokens::IconId::Gauge : tokens::IconId::Person, view.origin));
    origin_->setVisible(!view.origin.isEmpty());
    key_->setVisible(canAccept);
    update();
}

void SuggestLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme theme = themeOf(this);
    const double side = theme.px(20);
    MarkPainter::paint(painter, QRectF(1, (height() - side) / 2, side, side), glyph_, false, theme);
}

} // namespace awb
