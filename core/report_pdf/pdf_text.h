// Text of the PDF: laid out once, painted line by line, with the fonts of the theme and a record of what no
// font can draw.
#pragma once

#include "core/audit/mark.h"
#include "core/report_pdf/mark_painter.h"
#include "core/report_pdf/theme.h"

#include <QHash>
#include <QLocale>
#include <QPointF>
#include <QStringList>

#include <memory>

QT_BEGIN_NAMESPACE
class QPaintDevice;
class QPainter;
class QTextLayout;
QT_END_NAMESPACE

namespace awb
{

struct TextStyle
{
    tokens::Type type = tokens::Type::Body;
    int weight = 0; // 0: that of the type
    tokens::Role color = tokens::Role::Text;
    bool evidence = false; // mono, shown as it is
};

// Lines of text that are ready to paint. Copies share the layout.
class TextBlock
{
public:
    double height() const { return lineHeight_ * lineCount(); }
    double lineHeight() const { return lineHeight_; }
    double naturalWidth() const { return naturalWidth_; } // of the longest line
    int lineCount() const;                                // 0 for an empty text
    void paint(QPainter& painter, const QPointF& topLeft) const;
    void paintLine(QPainter& painter, int line, const QPointF& topLeft) const;

private:
    friend class PdfSheet;
    std::shared_ptr<QTextLayout> layout_;
    double lineHeight_ = 0;
    double naturalWidth_ = 0;
    QColor color_;
};

// The sheet that is written on: theme, locale and the device whose metrics count. Lengths are px of the
// tokens; the painter is scaled to the paper.
class PdfSheet
{
public:
    PdfSheet(const QPaintDevice* device, double dpi, const QLocale& locale);

    const Theme& theme() const { return theme_; }
    const QLocale& locale() const { return locale_; }
    QColor color(tokens::Role role) const { return theme_.color(role); }

    // Controls and bidi overrides are made visible; a text of more than 20,000 characters is cut. maxLines 0:
    // all of them; else the last one ends in "…".
    TextBlock text(const QString& text, const TextStyle& style, double width, int maxLines = 0) const;
    double widthOf(const QString& text, const TextStyle& style) const;
    QFont font(const TextStyle& style) const;

    // The mark as a shape, over its symbol as text in the same colour, so that a search finds ✓ ⚠ ✗.
    void paintMark(QPainter& painter, const QRectF& rect, Mark mark) const;
    void paintSuggestion(QPainter& painter, const QRectF& rect, MarkGlyph glyph, const QString& symbol) const;

    // One sentence for each font package that would draw what was shown as boxes.
    QStringList warnings() const;

private:
    void look(const QString& text) const;
    bool canDraw(char32_t codePoint) const;
    void paintSymbol(QPainter& painter, const QRectF& rect, const QString& symbol, const QColor& color) const;

    const QPaintDevice* device_;
    Theme theme_;
    QLocale locale_;
    mutable QHash<char32_t, bool> drawable_;
};

} // namespace awb
