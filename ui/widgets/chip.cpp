#include "ui/widgets/chip.h"

#include "core/report_pdf/icon_painter.h"
#include "ui/style/awb_style.h"
#include "ui/style/style_theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace awb
{
namespace
{

using tokens::Role;

constexpr double padding = 8;
constexpr double gap = 6;
constexpr double symbol = 14;

struct ChipColors
{
    QColor fill;
    QColor line;
    QColor text;
};

ChipColors chipColors(const ChipContent& chip, const Theme& theme)
{
    switch (chip.tone) {
    case ChipContent::Tone::Tint: {
        const MarkRoles roles = markRoles(chip.glyph.value_or(MarkGlyph::NotApplicable));
        return {theme.color(roles.tint), QColor(), theme.color(roles.text)};
    }
    case ChipContent::Tone::Info:
        return {theme.color(Role::Select), QColor(), theme.color(Role::AccentText)};
    case ChipContent::Tone::Neutral:
        return {theme.color(Role::NaTint), QColor(), theme.color(Role::NaText)};
    case ChipContent::Tone::Good:
        return {theme.color(Role::PassTint), QColor(), theme.color(Role::PassText)};
    case ChipContent::Tone::Fair:
        return {theme.color(Role::WarnTint), QColor(), theme.color(Role::WarnText)};
    case ChipContent::Tone::Poor:
        return {theme.color(Role::FailTint), QColor(), theme.color(Role::FailText)};
    case ChipContent::Tone::Outline:
        break;
    }
    return {theme.color(Role::Panel), theme.color(Role::Line), theme.color(Role::Text2)};
}

QFont chipFont(const ChipContent& chip, const Theme& theme)
{
    if (chip.mono)
        return theme.font(tokens::Type::Number);
    return theme.font(tokens::Type::Small, chip.tone == ChipContent::Tone::Outline ? 500 : 600);
}

double symbolWidth(const ChipContent& chip, const Theme& theme)
{
    const bool any = chip.glyph || chip.icon;
    return any ? theme.px(symbol + (chip.text.isEmpty() ? 0 : gap)) : 0;
}

} // namespace

QSizeF ChipPainter::size(const ChipContent& chip, const Theme& theme)
{
    const QFontMetricsF metrics(chipFont(chip, theme));
    const double text = std::ceil(metrics.horizontalAdvance(chip.text));
    return {text + symbolWidth(chip, theme) + theme.px(2 * padding),
            std::max(theme.px(tokens::size::chip), std::ceil(metrics.height()) + theme.px(4))};
}

void ChipPainter::paint(QPainter& painter, const QRectF& rect, const ChipContent& chip, const Theme& theme)
{
    const QSizeF wanted = size(chip, theme);
    const QRectF box(rect.left(), std::round(rect.center().y() - wanted.height() / 2),
                     std::min(wanted.width(), rect.width()), wanted.height());
    const ChipColors colors = chipColors(chip, theme);
    drawRounded(painter, box, theme.px(tokens::radius::chip), colors.fill, colors.line);
    double x = box.left() + theme.px(padding);
    const double side = theme.px(symbol);
    const QRectF at(x, box.center().y() - side / 2, side, side);
    if (chip.glyph)
        MarkPainter::paint(painter, at, *chip.glyph, chip.filled, theme);
    else if (chip.icon)
        IconPainter::paint(painter, at, *chip.icon, colors.text);
    x += symbolWidth(chip, theme);
    painter.save();
    const QFont font = chipFont(chip, theme);
    painter.setFont(font);
    painter.setPen(colors.text);
    const double room = box.right() - theme.px(padding) - x;
    const QFontMetricsF metrics(font, painter.device());
    const QString shown = metrics.horizontalAdvance(chip.text) > room + 1.5
                              ? metrics.elidedText(chip.text, Qt::ElideRight, room)
                              : chip.text;
    painter.drawText(QRectF(x, box.top(), room + 2, box.height()),
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, shown);
    painter.restore();
}

Chip::Chip(const ChipContent& content, QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setContent(content);
    followTheme(this, [this] {
        updateGeometry();
        update();
    });
}

void Chip::setContent(const ChipContent& content)
{
    content_ = content;
    const bool wordless = content.text.isEmpty() && content.glyph;
    setAccessibleName(wordless ? markWord(*content.glyph) : content.text);
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    const QSizeF size = ChipPainter::size(content_, themeOf(this));
    return {static_cast<int>(std::ceil(size.width())), static_cast<int>(std::ceil(size.height()))};
}

void Chip::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    ChipPainter::paint(painter, rect(), content_, themeOf(this));
}

ChipContent markChip(MarkGlyph glyph, const QString& text, bool filled)
{
    ChipContent chip;
    chip.text = text;
    chip.glyph = glyph;
    chip.filled = filled;
    chip.tone = ChipContent::Tone::Tint;
    return chip;
}

ChipContent iconChip(tokens::IconId icon, const QString& text)
{
    ChipContent chip;
    chip.text = text;
    chip.icon = icon;
    return chip;
}

ChipContent bandChip(const QString& band, const QString& text)
{
    ChipContent chip;
    chip.text = text;
    chip.tone = band == QLatin1String("production-ready")             ? ChipContent::Tone::Good
                : band == QLatin1String("some-gaps")                  ? ChipContent::Tone::Info
                : band == QLatin1String("significant-technical-debt") ? ChipContent::Tone::Fair
                : band == QLatin1String("high-risk")                  ? ChipContent::Tone::Poor
                                                                      : ChipContent::Tone::Neutral;
    return chip;
}

} // namespace awb

#include "moc_chip.cpp"
