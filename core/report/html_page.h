// The frame of every HTML report: one file with its own style, in the colours of the design tokens, light or
// dark as the reader's system asks. No script, no address to fetch; a content security policy says so.
#pragma once

#include "core/audit/mark.h"
#include "core/audit/suggestion.h"

#include <QLocale>
#include <QString>

namespace awb
{

// A whole document; `body` is markup that is already safe, `title` is plain text.
QString htmlPage(const QString& title, const QString& body, const QLocale& locale);

// The mark as a drawn shape that is read out and copied as its symbol.
QString htmlMark(Mark mark);

// The value on its scale with the threshold and the interval, as inline SVG; empty when there is nothing to
// draw.
QString htmlRuler(const Suggestion& suggestion, const QLocale& locale);

} // namespace awb
