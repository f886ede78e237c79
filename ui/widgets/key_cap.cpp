#include "ui/widgets/key_cap.h"

#include "ui/style/awb_style.h"
#include "ui/style/style_theme.h"

#include <QPainter>

#include <cmath>

namespace awb
{

KeyCap::KeyCap(const QString& key, const QString& word, QWidget* parent)
    : QWidget(parent),
      key_(key),
      word_(word)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    followTheme(this, [this] { textChanged(); });
}

void KeyCap::setKey(const QString& key)
{
    key_ = key;
    textChanged();
}

void KeyCap::setWord(const QString& word)
{
    word_ = word;
    textChanged();
}

void KeyCap::textChanged()
{
    setAccessibleName(word_.isEmpty() ? tr("key %1").arg(key_) : tr("%1, key %2").arg(word_, key_));
    updateGeometry();
    update();
}

QSize KeyCap::sizeHint() const
{
    const Theme theme = themeOf(this);
    double width = keyCapWidth(theme, key_);
    if (!word_.isEmpty())
        width += theme.px(8) + QFontMetricsF(theme.font(tokens::Type::Small)).horizontalAdvance(word_);
    const double height =
        std::max(theme.px(tokens::size::key), QFontMetricsF(theme.font(tokens::Type::Small)).height());
    return {static_cast<int>(std::ceil(width)) + 1, static_cast<int>(std::ceil(height))};
}

void KeyCap::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    if (key_.isEmpty())
        return;
    const Theme theme = themeOf(this);
    QPainter painter(this);
    const double cap = keyCapWidth(theme, key_);
    const double height = theme.px(tokens::size::key);
    drawKeyCap(painter, QRectF(0, (this->height() - height) / 2, cap, height), key_, theme,
               keyCapColors(theme));
    painter.setFont(theme.font(tokens::Type::Small));
    painter.setPen(theme.color(tokens::Role::Text2));
    painter.drawText(QRectF(cap + theme.px(8), 0, width() - cap, this->height()),
                     Qt::AlignVCenter | Qt::AlignLeft, word_);
}

} // namespace awb

#include "moc_key_cap.cpp"
