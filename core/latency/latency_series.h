#pragma once

#include "core/foundation/result.h"
#include "core/latency/exceedance.h"
#include "core/latency/latency_histogram.h"
#include "core/latency/quantile_interval.h"

#include <QJsonObject>
#include <QVector>

namespace awb
{

// The requests that began in one second of a run, and how many of them reached each of the series' limits.
struct SliceCounts
{
    qint64 n = 0;
    QVector<qint64> atLeast; // as many as the series has edges
};

// What evidence keeps of one endpoint: the whole histogram, and by second the counts at some limits. Any
// threshold can be judged from it: exactly where it is one of the edges, between a least and a most
// elsewhere.
struct LatencySeries
{
    LatencyHistogram histogram;
    QVector<qint64> edgesUs;     // ascending
    QVector<SliceCounts> slices; // in order; empty: the source has no times

    // assumedBurst stands in for φ where there are too few slices to know it.
    Exceedance exceedanceAt(qint64 limitUs, double assumedBurst) const;
    // φ near a value: the larger of the edges around it. Nothing with too few slices.
    std::optional<double> burstNear(double us) const;
    QuantileInterval quantile(double q, double assumedBurst) const;
    void merge(const LatencySeries& other); // of the same edges, one after the other
};

// {"histogram": HdrHistogram V2 in base64, "edges_us": […], "n": […], "at_least": [[…] per edge]}
QJsonObject toJson(const LatencySeries& series);
Result<LatencySeries> latencySeriesFromJson(const QJsonObject& object);

} // namespace awb
