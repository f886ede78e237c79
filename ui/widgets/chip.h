// Small labels: a mark, an origin (icon and word, neutral outline), a count. Painted the same in delegates
// and as a widget.
#pragma once

#include "core/report_pdf/mark_painter.h"

#include <QWidget>

#include <optional>

namespace awb
{

struct ChipContent
{
    // Outline: neutral, thin border. Tint: the background and text colours of the glyph. Info: band,
    // selection. Neutral, Good, Fair, Poor: the other bands, and what is not finished.
    enum class Tone { Outline, Tint, Info, Neutral, Good, Fair, Poor };

    QString text;
    std::optional<MarkGlyph> glyph;
    bool filled = true; // of the glyph
    std::optional<tokens::IconId> icon;
    Tone tone = Tone::Outline;
    bool mono = false; // figures: "2.2, 2.3"
};

namespace ChipPainter
{
QSizeF size(const ChipContent& chip, const Theme& theme);
// At the left of rect, centred vertically, elided when rect is too narrow.
void paint(QPainter& painter, const QRectF& rect, const ChipContent& chip, const Theme& theme);
} // namespace ChipPainter

class Chip : public QWidget
{
    Q_OBJECT

public:
    explicit Chip(const ChipContent& content = {}, QWidget* parent = nullptr);

    const ChipContent& content() const { return content_; }
    void setContent(const ChipContent& content);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ChipContent content_;
};

// The chips in use: a mark with its word, and an origin.
ChipContent markChip(MarkGlyph glyph, const QString& text, bool filled = true);
ChipContent iconChip(tokens::IconId icon, const QString& text);
// A band by its id, in the colour that it has on the band scale; without an id: in progress.
ChipContent bandChip(const QString& band, const QString& text);

} // namespace awb
