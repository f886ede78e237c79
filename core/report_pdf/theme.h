// The look as a value: colours of one theme and fonts at one scale. Screen, PDF and charts take it as an
// argument; nothing keeps a global one.
#pragma once

#include "design_tokens.h"

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QString>

namespace awb
{

class Theme
{
public:
    enum class Mode { Light, Dark };

    // scale multiplies text and sizes (1 = 100 %). dpi is that of the device the fonts are for: 96 on a
    // screen. For a painter scaled by dpi/96 (PDF), pass the device's own dpi: fonts then come out as px.
    explicit Theme(Mode mode = Mode::Light, double scale = 1.0, double dpi = 96.0);

    Mode mode() const { return mode_; }
    bool isDark() const { return mode_ == Mode::Dark; }
    double scale() const { return scale_; }

    QColor color(tokens::Role role) const;
    // px of the tokens at this scale.
    double px(double tokenPx) const { return tokenPx * scale_; }
    QFont font(tokens::Type type) const;
    // The style with another weight: 400, 500, 600 or 700.
    QFont font(tokens::Type type, int weight) const;
    // Mono for text that must be shown as it is. ASCII is not shaped, so that "->" stays two signs (JetBrains
    // Mono has ligatures); other scripts need shaping and take DejaVu Sans Mono.
    QFont evidenceFont(QStringView text, tokens::Type type = tokens::Type::Code) const;
    double lineHeight(tokens::Type type) const;

    QPalette palette() const;

    friend bool operator==(const Theme&, const Theme&) = default;

private:
    Mode mode_;
    double scale_;
    double dpi_;
};

// WCAG 2 contrast ratio of two opaque colours, 1 to 21.
double contrastRatio(const QColor& a, const QColor& b);

} // namespace awb
