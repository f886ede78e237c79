#include "core/report_pdf/theme.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

namespace awb
{
namespace
{

template<std::size_t uiCount, std::size_t cjkCount>
QStringList families(const char* const (&first)[uiCount], const char* const (&cjk)[cjkCount])
{
    QStringList names;
    for (const char* name : first)
        names << QString::fromLatin1(name);
    for (const char* name : cjk)
        names << QString::fromLatin1(name);
    return names;
}

const tokens::TypeStyle& styleOf(tokens::Type type)
{
    return tokens::types[static_cast<std::size_t>(type)];
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& c)
{
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

} // namespace

Theme::Theme(Mode mode, double scale, double dpi) : mode_(mode), scale_(scale), dpi_(dpi) {}

QColor Theme::color(tokens::Role role) const
{
    const tokens::Color& c = tokens::colors[static_cast<std::size_t>(role)];
    return QColor::fromRgb(0xFF000000U | (isDark() ? c.dark : c.light));
}

QFont Theme::font(tokens::Type type) const
{
    return font(type, styleOf(type).weight);
}

QFont Theme::font(tokens::Type type, int weight) const
{
    const tokens::TypeStyle& style = styleOf(type);
    QFont font;
    font.setFamilies(style.mono ? families(tokens::monoFamilies, tokens::cjkFamilies)
                                : families(tokens::uiFamilies, tokens::cjkFamilies));
    font.setStyleHint(style.mono ? QFont::Monospace : QFont::SansSerif);
    font.setPointSizeF(style.px * scale_ * 72.0 / dpi_);
    font.setWeight(static_cast<QFont::Weight>(weight));
    font.setHintingPreference(QFont::PreferVerticalHinting);
    if (style.mono)
        font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

QFont Theme::evidenceFont(QStringView text, tokens::Type type) const
{
    QFont mono = font(type);
    const bool ascii = std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
    if (!ascii) {
        QStringList names = mono.families();
        names.removeFirst(); // JetBrains Mono, whose ligatures shaping would switch on
        mono.setFamilies(names);
        mono.setStyleStrategy(QFont::PreferDefault);
    }
    return mono;
}

double Theme::lineHeight(tokens::Type type) const
{
    return px(styleOf(type).line);
}

QPalette Theme::palette() const
{
    using tokens::Role;
    QPalette p;
    const auto all = [&p](QPalette::ColorRole role, const QColor& color) {
        p.setColor(QPalette::All, role, color);
    };
    all(QPalette::Window, color(Role::Window));
    all(QPalette::WindowText, color(Role::Text));
    all(QPalette::Base, color(Role::Panel));
    all(QPalette::AlternateBase, color(Role::Sunken));
    all(QPalette::Text, color(Role::Text));
    all(QPalette::Button, color(Role::Panel));
    all(QPalette::ButtonText, color(Role::Text));
    all(QPalette::BrightText, color(Role::FailText));
    all(QPalette::PlaceholderText, color(Role::Muted));
    all(QPalette::ToolTipBase, color(Role::Raised));
    all(QPalette::ToolTipText, color(Role::Text));
    all(QPalette::Highlight, color(Role::Select));
    all(QPalette::HighlightedText, color(Role::Text));
    all(QPalette::Link, color(Role::AccentText));
    all(QPalette::LinkVisited, color(Role::AccentText));
    all(QPalette::Light, color(Role::Raised));
    all(QPalette::Midlight, color(Role::Hover));
    all(QPalette::Mid, color(Role::Line));
    all(QPalette::Dark, color(Role::LineStrong));
    all(QPalette::Shadow, color(Role::LineStrong));
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        p.setColor(QPalette::Disabled, role, color(Role::Disabled));
    return p;
}

double contrastRatio(const QColor& a, const QColor& b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace awb
