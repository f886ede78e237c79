// Pictures of a score: the band scale, the bar of marks and the ring.
#pragma once

#include "core/report_pdf/theme.h"

#include <QRectF>
#include <QString>
#include <QVector>

#include <optional>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace awb
{

// A score in percent on the bands of the checklist. The first band starts at 0, the last ends at 100.
struct BandScale
{
    struct Band
    {
        double from = 0; // percent
        QString word;
        tokens::Role tint = tokens::Role::NaTint;
    };
    QVector<Band> bands;             // ascending
    std::optional<double> value;     // percent
    std::optional<double> predicted; // with the top three done
    QString valueText;               // "71.8 %"
    QString predictedText;           // "80.3 % with top 3"
};

// How many of each mark a section has. What is left up to total is undecided.
struct MarkCounts
{
    int pass = 0;
    int warn = 0;
    int fail = 0;
    int na = 0;
    int total = 0;
};

namespace ScorePainter
{
// 76 px high: labels, bar, words, limits.
void paintBands(QPainter& painter, const QRectF& rect, const BandScale& scale, const Theme& theme);
// Segments pass, warn, fail, N/A from the left on a sunken track; fills rect.
void paintMarks(QPainter& painter, const QRectF& rect, const MarkCounts& counts, const Theme& theme);
// ratio 0 to 1, clockwise from the top.
void paintRing(QPainter& painter, const QRectF& rect, double ratio, const Theme& theme);
} // namespace ScorePainter

} // namespace awb
