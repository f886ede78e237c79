#include "ui/widgets/filter_chip.h"

#include "ui/style/awb_style.h"
#include "ui/style/style_theme.h"

#include <QLocale>
#include <QPainter>

#include <cmath>

namespace awb
{

FilterChip::FilterChip(const QString& text, const QString& name, std::optional<MarkGlyph> glyph,
                       QWidget* parent)
    : QAbstractButton(parent),
      name_(name),
      glyph_(glyph)
{
    setText(text);
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setToolTip(name);
    nameChanged();
    followTheme(this, [this] {
        updateGeometry();
        update();
    });
}

void FilterChip::setCount(int count)
{
    count_ = count;
    nameChanged();
    updateGeometry();
    update();
}

void FilterChip::nameChanged()
{
    setAccessibleName(count_ < 0 ? name_ : tr("%1, %n check(s)", nullptr, count_).arg(name_));
}

ChipContent FilterChip::content() const
{
    ChipContent chip;
    chip.text = text();
    if (count_ >= 0)
        chip.text += (chip.text.isEmpty() ? QString() : QStringLiteral(" ")) + QLocale().toString(count_);
    chip.glyph = glyph_;
    chip.tone = isChecked() ? ChipContent::Tone::Info : ChipContent::Tone::Outline;
    return chip;
}

QSize FilterChip::sizeHint() const
{
    ChipContent widest = content();
    widest.tone = ChipContent::Tone::Info; // the bolder text, so that switching moves nothing
    const Theme theme = themeOf(this);
    const QSizeF size = ChipPainter::size(widest, theme);
    return {static_cast<int>(std::ceil(size.width())),
            static_cast<int>(std::ceil(std::max(size.height(), theme.px(24))))};
}

void FilterChip::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    const Theme theme = themeOf(this);
    QPainter painter(this);
    const QRectF box(rect());
    ChipPainter::paint(painter, box, content(), theme);
    if (underMouse() && !isChecked())
        drawRounded(painter, QRectF(0, (height() - theme.px(22)) / 2, width(), theme.px(22)),
                    theme.px(tokens::radius::chip), QColor(), theme.color(tokens::Role::LineStrong));
    if (hasFocus())
        drawRounded(painter, box, theme.px(tokens::radius::chip), QColor(), theme.color(tokens::Role::Focus),
                    tokens::stroke::focus);
}

} // namespace awb

#include "moc_filter_chip.cpp"
