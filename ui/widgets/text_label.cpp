#include "ui/widgets/text_label.h"

#include "ui/style/style_theme.h"

#include <QPainter>

namespace awb
{

TextLabel::TextLabel(const QString& text, tokens::Type type, tokens::Role role, QWidget* parent)
    : QLabel(text, parent),
      type_(type),
      role_(role)
{
    setTextFormat(Qt::PlainText);
    followTheme(this, [this] { applyTheme(); });
}

void TextLabel::setRole(tokens::Role role)
{
    role_ = role;
    applyTheme();
}

void TextLabel::setType(tokens::Type type)
{
    type_ = type;
    applyTheme();
}

void TextLabel::setElided(bool elided)
{
    elided_ = elided;
    updateGeometry();
    update();
}

void TextLabel::applyTheme()
{
    const Theme theme = themeOf(this);
    setFont(theme.font(type_));
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, theme.color(role_));
    setPalette(colors);
}

QSize TextLabel::minimumSizeHint() const
{
    const QSize hint = QLabel::minimumSizeHint();
    return elided_ ? QSize(std::min(hint.width(), fontMetrics().averageCharWidth() * 4), hint.height())
                   : hint;
}

void TextLabel::paintEvent(QPaintEvent* event)
{
    if (!elided_) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
    setToolTip(shown == text() ? QString() : text().toHtmlEscaped());
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(contentsRect(), alignment().toInt() | Qt::TextSingleLine, shown);
}

void setType(QWidget* widget, tokens::Type type)
{
    followTheme(widget, [widget, type] { widget->setFont(themeOf(widget).font(type)); });
}

} // namespace awb

#include "moc_text_label.cpp"
