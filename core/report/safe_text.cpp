#include "core/report/safe_text.h"

#include <QList>

#include <algorithm>

namespace awb
{

namespace
{

qsizetype longestRun(const QString& text, QChar wanted)
{
    qsizetype longest = 0;
    qsizetype run = 0;
    for (const QChar c : text) {
        run = c == wanted ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

void appendCodePoint(QString& out, char32_t c)
{
    out += QStringLiteral("⟦U+%1⟧").arg(static_cast<uint>(c), 4, 16, QLatin1Char('0')).toUpper();
}

bool isFormatCharacter(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    return category == QChar::Other_Format || category == QChar::Other_Control ||
           category == QChar::Separator_Line || category == QChar::Separator_Paragraph;
}

// Where a character would make the line a heading, list, rule or table; −1: nowhere.
qsizetype blockStart(const QString& line)
{
    static const QString openers = QStringLiteral("#+-=:");
    if (line.isEmpty())
        return -1;
    if (openers.contains(line.at(0)))
        return 0;
    qsizetype i = 0;
    while (i < line.size() && line.at(i).isDigit())
        ++i;
    const bool numbered =
        i > 0 && i < line.size() && (line.at(i) == QLatin1Char('.') || line.at(i) == QLatin1Char(')'));
    return numbered && (i + 1 >= line.size() || line.at(i + 1).isSpace()) ? i : -1;
}

// "://" and "www." would become links without any markup.
bool beginsLink(const QString& line, qsizetype i)
{
    const QStringView rest = QStringView(line).mid(i);
    if (rest.startsWith(QLatin1String("://")))
        return true;
    return rest.startsWith(QLatin1Char('.')) &&
           QStringView(line).left(i).endsWith(QLatin1String("www"), Qt::CaseInsensitive);
}

} // namespace

bool isInvisible(char32_t c)
{
    if (c == U'\n' || c == U'\t' || c == 0x200C || c == 0x200D)
        return false;
    if (c < 0x20)
        return true;
    if (QChar::isNonCharacter(c) || QChar::isSurrogate(c) || isFormatCharacter(c))
        return true;
    // Fillers that draw nothing although they count as letters.
    return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x034F;
}

QString visibleText(const QString& text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        char32_t codePoint = c.unicode();
        qsizetype units = 1;
        if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            codePoint = QChar::surrogateToUcs4(c, text.at(i + 1));
            units = 2;
        }
        if (c == QLatin1Char('\r')) {
            if (i + 1 >= text.size() || text.at(i + 1) != QLatin1Char('\n'))
                out += QLatin1Char('\n');
            continue;
        }
        if (isInvisible(codePoint))
            appendCodePoint(out, codePoint);
        else
            out += QStringView(text).mid(i, units);
        i += units - 1;
    }
    return out;
}

QString visibleLine(const QString& text, qsizetype limit)
{
    // A text of megabytes is cut before it is walked.
    const bool tooLong = limit > 0 && text.size() > limit;
    QString out = visibleText(tooLong ? text.left(limit) : text);
    out.replace(QLatin1Char('\n'), QLatin1Char(' '));
    out.replace(QLatin1Char('\t'), QLatin1Char(' '));
    if (tooLong)
        out += QStringLiteral("…");
    return out.trimmed();
}

QString markdownText(const QString& text, qsizetype limit)
{
    static const QString special = QStringLiteral("\\`*_{}[]!|~$@");
    const QString line = visibleLine(text, limit);
    const qsizetype start = blockStart(line);
    QString out;
    out.reserve(line.size() + 16);
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line.at(i);
        if (c == QLatin1Char('<'))
            out += QStringLiteral("&lt;");
        else if (c == QLatin1Char('>'))
            out += QStringLiteral("&gt;");
        else if (c == QLatin1Char('&'))
            out += QStringLiteral("&amp;");
        else if (i == start || special.contains(c) || beginsLink(line, i)) {
            out += QLatin1Char('\\');
            out += c;
        } else
            out += c;
    }
    return out;
}

QString markdownParagraph(const QString& text)
{
    const QStringList lines = visibleText(text).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QStringList out;
    for (const QString& line : lines)
        out.append(markdownText(line));
    return out.join(QStringLiteral("<br>"));
}

QString markdownCode(const QString& text, qsizetype limit)
{
    QString line = visibleLine(text, limit);
    if (line.isEmpty())
        return {};
    line.replace(QLatin1Char('|'), QStringLiteral("\\|"));
    const QString fence(longestRun(line, QLatin1Char('`')) + 1, QLatin1Char('`'));
    const bool padded = line.startsWith(QLatin1Char('`')) || line.endsWith(QLatin1Char('`'));
    const QString space = padded ? QStringLiteral(" ") : QString();
    return fence + space + line + space + fence;
}

QString markdownBlock(const QString& text, const QString& language)
{
    const QString shown = visibleText(text);
    const QString fence(std::max<qsizetype>(3, longestRun(shown, QLatin1Char('`')) + 1), QLatin1Char('`'));
    QString word;
    for (const QChar c : language) {
        if (c.isLetterOrNumber())
            word += c;
    }
    return fence + word + QLatin1Char('\n') + shown +
           (shown.endsWith(QLatin1Char('\n')) ? QString() : QStringLiteral("\n")) + fence + QLatin1Char('\n');
}

QString markupText(const QString& text)
{
    return visibleText(text).toHtmlEscaped().replace(QLatin1Char('\''), QStringLiteral("&#39;"));
}

QString csvField(const QString& text)
{
    QString field = visibleText(text);
    static const QString formulaStarts = QStringLiteral("=+-@\t");
    if (!field.isEmpty() && formulaStarts.contains(field.at(0))) {
        bool number = false;
        field.toDouble(&number);
        if (!number)
            field.prepend(QLatin1Char('\''));
    }
    static const QString quoted = QStringLiteral(",\"\n\r ");
    const bool needsQuotes =
        std::any_of(field.cbegin(), field.cend(), [](QChar c) { return quoted.contains(c); });
    if (!needsQuotes)
        return field;
    field.replace(QLatin1Char('"'), QStringLiteral("\"\""));
    return QLatin1Char('"') + field + QLatin1Char('"');
}

} // namespace awb
