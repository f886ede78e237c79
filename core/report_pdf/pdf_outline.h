// Adds what QPdfWriter of Qt 6.4 cannot write: an outline (bookmarks), the author, the language.
#pragma once

#include <QByteArray>
#include <QString>
#include <QVector>

namespace awb
{

struct OutlineEntry
{
    QString title;
    int level = 0;  // 0 outermost; at most one deeper than the entry before
    int page = 0;   // from 0
    double top = 0; // points from the bottom of the page
};

struct PdfAdditions
{
    QVector<OutlineEntry> outline;
    QString title;
    QString author;
    QString language; // BCP 47
};

// The file with an incremental update at its end (ISO 32000-1, 7.5.6): new objects, a new catalogue and
// information dictionary, a new cross-reference section. Understands files as QPdfWriter writes them (a
// classic cross-reference table); anything else comes back unchanged, which is a valid file too.
QByteArray withAdditions(const QByteArray& pdf, const PdfAdditions& additions);

} // namespace awb
