#include "ui/widgets/banner.h"

#include "core/report_pdf/icon_painter.h"
#include "ui/style/awb_style.h"
#include "ui/style/style_theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace awb
{
namespace
{

using tokens::IconId;
using tokens::Role;

struct BannerLook
{
    Role tint;
    Role text;
    std::optional<MarkGlyph> glyph;
    IconId icon;
};

BannerLook lookOf(Banner::Tone tone)
{
    switch (tone) {
    case Banner::Tone::Unknown:
        return {Role::UnknownTint, Role::UnknownText, MarkGlyph::NotMeasured, IconId::Info};
    case Banner::Tone::Warn:
        return {Role::WarnTint, Role::WarnText, {}, IconId::Warn};
    case Banner::Tone::Fail:
        return {Role::FailTint, Role::FailText, {}, IconId::Warn};
    case Banner::Tone::Pass:
        return {Role::PassTint, Role::PassText, MarkGlyph::Pass, IconId::Check};
    case Banner::Tone::Info:
        return {Role::Select, Role::AccentText, {}, IconId::Info};
    case Banner::Tone::Neutral:
        break;
    }
    return {Role::NaTint, Role::NaText, {}, IconId::Info};
}

} // namespace

Banner::Banner(Tone tone, QWidget* parent)
    : QWidget(parent),
      tone_(tone),
      strong_(new TextLabel({}, tokens::Type::BodyStrong)),
      detail_(new TextLabel({}, tokens::Type::Small, Role::Text2)),
      top_(new QHBoxLayout),
      buttonRow_(new QWidget(this)),
      buttons_(new FlowLayout(buttonRow_))
{
    auto* column = new QVBoxLayout(this);
    strong_->setWordWrap(true);
    detail_->setWordWrap(true);
    top_->addWidget(strong_, 1);
    top_->setSpacing(8);
    column->addLayout(top_);
    column->addWidget(detail_);
    column->addWidget(buttonRow_);
    buttonRow_->hide();
    setText({});
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    followTheme(this, [this, column] {
        const Theme theme = themeOf(this);
        const int pad = static_cast<int>(std::lround(theme.px(12)));
        const int left = static_cast<int>(std::lround(theme.px(12 + tokens::size::icon + 10)));
        const int edge = static_cast<int>(std::lround(theme.px(10)));
        column->setContentsMargins(left, edge, pad, edge);
        column->setSpacing(static_cast<int>(std::lround(theme.px(4))));
        update();
    });
}

void Banner::setTone(Tone tone)
{
    tone_ = tone;
    update();
}

void Banner::setText(const QString& strong, const QString& detail)
{
    strong_->setText(strong);
    detail_->setText(detail);
    strong_->setVisible(!strong.isEmpty());
    detail_->setVisible(!detail.isEmpty());
    setAccessibleName(strong.isEmpty() ? detail : strong);
    setAccessibleDescription(strong.isEmpty() ? QString() : detail);
}

void Banner::setGlyph(MarkGlyph glyph, bool filled)
{
    glyph_ = glyph;
    filled_ = filled;
    icon_.reset();
    update();
}

void Banner::setIcon(IconId icon)
{
    icon_ = icon;
    glyph_.reset();
    update();
}

QPushButton* Banner::addButton(const QString& text, std::optional<IconId> icon)
{
    auto* button = new QPushButton(text, buttonRow_);
    setButtonKind(button, ButtonKind::Plain, true);
    if (icon)
        setButtonIcon(button, *icon);
    buttons_->addWidget(button);
    buttons_->setContentsMargins(0, 4, 0, 0);
    buttonRow_->show();
    return button;
}

void Banner::clearButtons()
{
    while (QLayoutItem* item = buttons_->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // the button may be the one that was just clicked
        }
        delete item;
    }
    buttonRow_->hide();
}

void Banner::setTrailing(QWidget* widget)
{
    delete trailing_;
    trailing_ = widget;
    if (widget != nullptr)
        top_->addWidget(widget, 0, Qt::AlignTop);
}

void Banner::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Theme theme = themeOf(this);
    const BannerLook look = lookOf(tone_);
    QPainter painter(this);
    drawRounded(painter, rect(), theme.px(tokens::radius::control), theme.color(look.tint), QColor());
    const QWidget* first = strong_->isHidden() ? detail_ : strong_;
    const double side = theme.px(tokens::size::icon);
    const double line = QFontMetricsF(first->font()).height();
    // A single line may be shorter than the row it stands in (a chip beside it): then the row's middle
    // counts.
    const bool single = first->height() < 2 * line;
    const double middle = single ? first->geometry().center().y() + 0.5 : first->y() + line / 2;
    const QRectF at(theme.px(12), middle - side / 2, side, side);
    const std::optional<MarkGlyph> glyph = glyph_ ? glyph_ : icon_ ? std::nullopt : look.glyph;
    if (glyph)
        MarkPainter::paint(painter, at, *glyph, filled_, theme);
    else
        IconPainter::paint(painter, at, icon_.value_or(look.icon), theme.color(look.text));
}

} // namespace awb

#include "moc_banner.cpp"
