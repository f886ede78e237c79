// Draws marks from the tokens: in lists, buttons, charts and the PDF alike. Never a font glyph.
#pragma once

#include "core/audit/mark.h"
#include "core/report/cell_words.h"
#include "core/report_pdf/theme.h"

#include <QRectF>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace awb
{

enum class MarkGlyph { Undecided, Pass, Warn, Fail, NotApplicable, NotMeasured, TooClose };

MarkGlyph glyphFor(Mark mark);
// Inconclusive is TooClose; None is the dashed ring.
MarkGlyph glyphFor(Verdict verdict);
MarkGlyph glyphFor(CellState state); // of a cell of evidence that judges

// The colours a mark takes: itself, its background tint and text on that tint.
struct MarkRoles
{
    tokens::Role mark;
    tokens::Role tint;
    tokens::Role text;
};
MarkRoles markRoles(MarkGlyph glyph);
// "P", "W", "F", "N"; "?" and "~" for what the machine does not know; empty for undecided.
QString markLetter(MarkGlyph glyph);
// The untranslated word of the tokens ("Pass", "N/A", …).
QString markWord(MarkGlyph glyph);

namespace MarkPainter
{
// Fits the mark into the square in the middle of rect. filled: a person decided. Not filled: only suggested.
// Undecided, NotMeasured and TooClose are always outlines.
void paint(QPainter& painter, const QRectF& rect, MarkGlyph glyph, bool filled, const Theme& theme);
} // namespace MarkPainter

} // namespace awb
