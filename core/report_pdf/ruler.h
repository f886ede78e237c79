// A measured value against its threshold as a value, and where its parts lie: drawn by RulerPainter, tested
// without pixels.
#pragma once

#include "core/audit/threshold.h"
#include "core/report_pdf/mark_painter.h"

#include <QLocale>
#include <QRectF>
#include <QString>
#include <QVector>

#include <optional>

QT_BEGIN_NAMESPACE
class QPaintDevice;
QT_END_NAMESPACE

namespace awb
{

struct Measurement;

// A number on a scale. A value that is not finite counts as not measured; so does a bound.
struct ValueRuler
{
    std::optional<double> value;
    std::optional<double> low;
    std::optional<double> high;
    double threshold = 0;
    Comparison comparison = Comparison::Less;
    QString unit;           // as in core/foundation/units.h
    QString valueText;      // "187 ms [171–203]"; what to say instead when there is no value
    QString thresholdText;  // "threshold < 200 ms"
    QString thresholdShort; // "< 200 ms", where the long one does not fit
};

// So many of so many, e.g. 14 of 15 foreign keys. unknown are those nobody could see.
struct CountRuler
{
    qint64 good = 0;
    qint64 total = 0;
    qint64 unknown = 0;
    QString text; // "14 of 15"
};

// A setting: what was found and what was expected.
struct SettingRuler
{
    QString name;
    QString found;
    QString expected;
    MarkGlyph glyph = MarkGlyph::NotMeasured; // what is suggested
};

// Texts are made by the one formatter (core/foundation/units).
ValueRuler rulerFor(const Measurement& measurement, const Threshold& threshold,
                    const QLocale& locale = QLocale());

struct ScaleRange
{
    double low = 0;
    double high = 1;
};

// 0 to 1.5 x threshold, or to the upper bound + 10 %. A share that must be above its threshold ends at 100 %
// and starts as far below the threshold as 100 % is above it, or at 0 when the value lies lower still.
ScaleRange rulerRange(const ValueRuler& ruler);
// Round numbers (1, 2, 5 times a power of ten) within the range, at most `most` of them.
QVector<double> scaleTicks(const ScaleRange& range, int most);

// Where a value lies on the bar, clamped to its ends; and the part of the bar on which a value passes (empty
// for Equal: only the line itself does).
double positionOn(const ScaleRange& range, const QRectF& bar, double value);
QRectF passAreaOf(Comparison comparison, double thresholdX, const QRectF& bar);

struct RulerLayout
{
    struct Tick
    {
        double x = 0;
        QString text;
        QRectF label;
    };
    QRectF bar;
    QRectF passArea; // within bar; empty for Equal
    double thresholdX = 0;
    std::optional<double> valueX;
    std::optional<double> lowX;
    std::optional<double> highX;
    QRectF valueLabel;
    QRectF thresholdLabel; // empty when there is no room at all; the value then stands alone
    QString thresholdText; // the long or the short one, whichever fits
    QVector<Tick> ticks;
};

// Places everything inside rect; labels never overlap each other and never leave rect (a text wider than rect
// is elided by the painter). device: what will be painted on, for its font metrics; may be null.
RulerLayout layoutRuler(const ValueRuler& ruler, const QRectF& rect, const Theme& theme,
                        const QPaintDevice* device = nullptr);

} // namespace awb
