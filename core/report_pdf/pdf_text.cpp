#include "core/report_pdf/pdf_text.h"

#include "core/report/report_words.h"
#include "core/report/safe_text.h"

#include <QCoreApplication>
#include <QGlyphRun>
#include <QMap>
#include <QPainter>
#include <QRawFont>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace awb
{

namespace
{

constexpr qsizetype longestText = 20000;

// Inter swaps these for other forms beside capitals and figures, and such a form has no way back to its
// character: it would be missing from a search. Without shaping the text stays what it is.
bool hasContextualForms(QStringView word)
{
    static const QString risky = QStringLiteral("+-*/<>=()[]{}:@&_|~#^\\");
    for (qsizetype i = 0; i < word.size(); ++i) {
        if (risky.contains(word.at(i)))
            return true;
        if (word.at(i) == QLatin1Char('x') && i > 0 && word.at(i - 1).isDigit())
            return true;
    }
    return false;
}

// Arrows, dashes and signs, which Inter also swaps beside capitals and figures.
bool isSigns(QStringView word)
{
    return std::none_of(word.begin(), word.end(),
                        [](QChar c) { return c.isLetterOrNumber() || c.isMark() || c.isSurrogate(); });
}

bool isAscii(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

// Words that need a font of their own; everything else takes the block's.
QList<QTextLayout::FormatRange> formatsOf(const QString& text, const QFont& font, bool evidence,
                                          const Theme& theme, tokens::Type type)
{
    QList<QTextLayout::FormatRange> formats;
    qsizetype start = 0;
    while (start < text.size()) {
        const bool ascii = text.at(start).unicode() < 0x80;
        qsizetype end = start;
        while (end < text.size() && (text.at(end).unicode() < 0x80) == ascii &&
               text.at(end) != QLatin1Char(' '))
            ++end;
        const QStringView word = QStringView(text).mid(start, end - start);
        QFont own = font;
        bool differs = false;
        if (evidence && !word.isEmpty() && !isAscii(word)) {
            own = theme.evidenceFont(word, type);
            own.setWeight(font.weight());
            differs = true;
        } else if (!evidence && (ascii ? hasContextualForms(word) : isSigns(word))) {
            own.setStyleStrategy(QFont::PreferNoShaping);
            differs = true;
        }
        if (differs) {
            QTextCharFormat format;
            format.setFont(own);
            formats.append({static_cast<int>(start), static_cast<int>(end - start), format});
        }
        start = std::max(end, start + 1);
    }
    return formats;
}

const char* packageFor(char32_t c)
{
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
    case QChar::Script_Bopomofo:
        return "fonts-noto-cjk";
    case QChar::Script_Common:
        return c >= 0x1F000 ? "fonts-symbola" : "fonts-dejavu-core";
    default:
        break;
    }
    return "fonts-noto-core";
}

} // namespace

int TextBlock::lineCount() const
{
    return layout_ && !layout_->text().isEmpty() ? layout_->lineCount() : 0;
}

void TextBlock::paintLine(QPainter& painter, int line, const QPointF& topLeft) const
{
    const QTextLine shown = layout_->lineAt(line);
    painter.setPen(color_);
    shown.draw(&painter, QPointF(topLeft.x(), topLeft.y() - lineHeight_ * line));
}

void TextBlock::paint(QPainter& painter, const QPointF& topLeft) const
{
    for (int i = 0; i < lineCount(); ++i)
        paintLine(painter, i, QPointF(topLeft.x(), topLeft.y() + lineHeight_ * i));
}

PdfSheet::PdfSheet(const QPaintDevice* device, double dpi, const QLocale& locale)
    : device_(device),
      theme_(Theme::Mode::Light, 1.0, dpi),
      locale_(locale)
{
}

QFont PdfSheet::font(const TextStyle& style) const
{
    return style.weight > 0 ? theme_.font(style.type, style.weight) : theme_.font(style.type);
}

double PdfSheet::widthOf(const QString& shown, const TextStyle& style) const
{
    return text(shown, style, 1e6).naturalWidth();
}

TextBlock PdfSheet::text(const QString& original, const TextStyle& style, double width, int maxLines) const
{
    QString shown = visibleText(original.left(longestText));
    if (original.size() > longestText)
        shown += QStringLiteral(" …");
    look(shown);
    shown.replace(QLatin1Char('\t'), QStringLiteral("    "));
    shown.replace(QLatin1Char('\n'), QChar(QChar::LineSeparator));
    const QFont base = font(style);
    TextBlock block;
    block.lineHeight_ = theme_.lineHeight(style.type);
    block.color_ = color(style.color);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(Qt::LeftToRight);
    for (int attempt = 0; attempt < 4; ++attempt) {
        block.layout_ = std::make_shared<QTextLayout>(shown, base, device_);
        QTextLayout& layout = *block.layout_;
        layout.setTextOption(option);
        layout.setFormats(formatsOf(shown, base, style.evidence, theme_, style.type));
        layout.setCacheEnabled(true);
        layout.beginLayout();
        qsizetype cut = -1;
        block.naturalWidth_ = 0;
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            const double spare = block.lineHeight_ - (line.ascent() + line.descent());
            line.setPosition(QPointF(0, block.lineHeight_ * (layout.lineCount() - 1) + spare / 2));
            block.naturalWidth_ = std::max(block.naturalWidth_, std::ceil(line.naturalTextWidth()));
            if (maxLines > 0 && layout.lineCount() == maxLines) {
                cut = line.textStart() + line.textLength();
                break;
            }
        }
        layout.endLayout();
        if (cut < 0 || cut >= shown.size())
            break;
        shown = shown.left(std::max<qsizetype>(0, cut - 1 - attempt)).trimmed() + QStringLiteral("…");
    }
    return block;
}

void PdfSheet::paintSymbol(QPainter& painter, const QRectF& rect, const QString& symbol,
                           const QColor& color) const
{
    if (symbol.isEmpty())
        return;
    QFont sized = theme_.font(tokens::Type::Body);
    sized.setFamilies({QStringLiteral("DejaVu Sans"), QStringLiteral("Noto Sans Symbols2"),
                       QStringLiteral("Noto Sans Symbols")});
    sized.setPointSizeF(sized.pointSizeF() * std::min(rect.width(), rect.height()) * 0.5 / 13.0);
    painter.setFont(sized);
    painter.setPen(color);
    painter.drawText(rect, Qt::AlignCenter, symbol);
}

void PdfSheet::paintMark(QPainter& painter, const QRectF& rect, Mark mark) const
{
    const MarkGlyph glyph = glyphFor(mark);
    const bool shaped = mark != Mark::Undecided;
    paintSymbol(painter, rect, markSymbol(mark), color(shaped ? markRoles(glyph).mark : tokens::Role::Panel));
    MarkPainter::paint(painter, rect, glyph, true, theme_);
}

void PdfSheet::paintSuggestion(QPainter& painter, const QRectF& rect, MarkGlyph glyph,
                               const QString& symbol) const
{
    paintSymbol(painter, rect, symbol, color(tokens::Role::Panel));
    MarkPainter::paint(painter, rect, glyph, false, theme_);
}

// Whether any of the theme's fonts, or one that Qt falls back to, has a glyph for it.
bool PdfSheet::canDraw(char32_t c) const
{
    QTextLayout layout(QString::fromUcs4(&c, 1), theme_.font(tokens::Type::Body), device_);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    const QList<QGlyphRun> runs = layout.glyphRuns();
    return std::none_of(runs.cbegin(), runs.cend(),
                        [](const QGlyphRun& run) { return run.glyphIndexes().contains(0U); });
}

void PdfSheet::look(const QString& text) const
{
    if (isAscii(text))
        return;
    for (const char32_t c : text.toUcs4()) {
        if (c > 0x24F && !QChar::isSpace(c) && !drawable_.contains(c))
            drawable_.insert(c, canDraw(c));
    }
}

QStringList PdfSheet::warnings() const
{
    QMap<QString, QString> missing; // package → characters
    QList<char32_t> all = drawable_.keys();
    std::sort(all.begin(), all.end());
    for (const char32_t c : all) {
        if (!drawable_.value(c))
            missing[QLatin1String(packageFor(c))] += QString::fromUcs4(&c, 1);
    }
    QStringList sentences;
    for (auto it = missing.cbegin(); it != missing.cend(); ++it)
        sentences.append(
            say(QT_TRANSLATE_NOOP("awb", "No installed font has the characters %1: the PDF shows boxes "
                                         "instead. Install the package %2."),
                {it.value().left(20), it.key()}));
    return sentences;
}

} // namespace awb
