// Foreign text (from people, servers, repositories) made safe for one kind of report. Pure functions.
#pragma once

#include <QString>

namespace awb
{

// Whether a code point is shown as ⟦U+XXXX⟧: controls (line feed and tab apart), bidi and other invisible
// format characters (the joiners ZWNJ and ZWJ apart: words need them), lone surrogates, noncharacters, line
// and paragraph separators, tag characters.
bool isInvisible(char32_t codePoint);

// Every invisible code point as ⟦U+XXXX⟧; "\r\n" and "\r" become "\n"; tabs stay.
QString visibleText(const QString& text);

// visibleText() on one line: line feeds and tabs become one space; longer than `limit` ends in "…" (0: no
// limit).
QString visibleLine(const QString& text, qsizetype limit = 0);

// One line of Markdown that shows the text as it is: everything that Markdown or HTML would read is escaped,
// pipes too.
QString markdownText(const QString& text, qsizetype limit = 0);

// Several lines of Markdown that cannot leave a paragraph, list or table: line feeds become hard breaks.
QString markdownParagraph(const QString& text);

// A code span that no number of backticks inside can end; pipes are safe in a table.
QString markdownCode(const QString& text, qsizetype limit = 0);

// A fenced block with a fence longer than any run of backticks inside.
QString markdownBlock(const QString& text, const QString& language);

// For HTML text and quoted attributes, for XML text and attributes alike.
QString markupText(const QString& text);

// One CSV field of RFC 4180; a field that a spreadsheet would run as a formula gets an apostrophe in front.
QString csvField(const QString& text);

} // namespace awb
