#pragma once

#include "core/foundation/message.h"

#include <QJsonObject>
#include <QString>
#include <QVector>

#include <optional>

namespace awb
{

// A chart as a value: what to draw, not how. Two painters draw it: ui/charts (Qt Charts) and core/report_pdf.
enum class ChartKind {
    Line,    // x, y over a continuous x
    Step,    // histogram outline: y holds from x to the next x
    Bars,    // one bar a category
    Stacked, // bars of several series on the same categories
    Range    // a value with low and high a category (latency range, interval)
};

struct ChartAxis
{
    Message label;
    QString unit;
    bool logarithmic = false;
};

// One point: for Bars, Stacked and Range, x is the index of the category.
struct ChartPoint
{
    double x = 0;
    double y = 0;
    std::optional<double> low;
    std::optional<double> high;
};

struct ChartSeries
{
    Message name;
    QVector<ChartPoint> points;
};

// The line a reader compares against, with its words; `onY` when it is a value of the y axis.
struct ChartThreshold
{
    double value = 0;
    bool onY = true;
    bool passIsBelow = true;
    Message label;
};

// A value pointed at, with its interval: at the top of the plot (x, low and high are of the x axis), or where
// y says (low and high are of the y axis). `main` is the one a verdict rests on; the others step back for it.
struct ChartMark
{
    double x = 0;
    std::optional<double> y;
    std::optional<double> low;
    std::optional<double> high;
    Message label;
    bool main = false;
};

struct ChartSpec
{
    QString id;    // unique inside the probe: "hit_rate"
    QString check; // the check it illustrates
    ChartKind kind = ChartKind::Line;
    Message title;
    ChartAxis x;
    ChartAxis y;
    QStringList categories;
    QVector<ChartSeries> series;
    std::optional<ChartThreshold> threshold;
    QVector<ChartMark> marks; // of Line and Step
    Message emptyReason;      // what an empty chart says instead

    bool isEmpty() const;
};

QJsonObject toJson(const ChartSpec& chart);
ChartSpec chartFromJson(const QJsonObject& object);

} // namespace awb
