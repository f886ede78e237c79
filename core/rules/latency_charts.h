#pragma once

#include "core/audit/chart_spec.h"
#include "core/audit/facts.h"
#include "core/audit/threshold.h"
#include "core/latency/exceedance.h"
#include "core/latency/latency_histogram.h"
#include "core/latency/quantile_interval.h"

#include <optional>

namespace awb::latency
{

// What one endpoint's charts are drawn from: kept by evidence, or counted so far by a run that still goes on.
struct Picture
{
    QString name;              // "GET /products"
    LatencyHistogram response; // µs, from the intended start
    LatencyHistogram service;  // µs, from sending; empty: the source does not tell
    QuantileInterval p99;      // µs
    Exceedance exceedance;     // of the limit
    qint64 limitUs = 0;        // 0: there is none
};

// How many requests took how long, both axes logarithmic, with the limit, p50, p90 and p99 with its interval.
ChartSpec histogramChart(const Picture& picture);
// The response time by percentile, and from sending, which hides what waited.
ChartSpec spectrumChart(const Picture& picture);
// The response time by percentile of the slowest endpoints (five at most), slowest first.
ChartSpec overlayChart(const QVector<Picture>& pictures);

// What is stored of each endpoint, slowest first, against a limit. writes: none is for all endpoints. Without
// a distribution (an import of percentiles) an endpoint is left out.
QVector<Picture> picturesOf(const Facts& facts, std::optional<bool> writes, qint64 limitUs);

// What the probe drew by second, against `limitUs` (0: none). Endpoints of `without` are left out: another
// limit is theirs.
ChartSpec overTimeChart(const ChartSpec& stored, const QStringList& without, qint64 limitUs);

// The charts of 1.1 – 1.4 from the evidence of http.latency and the thresholds of the day: the one place that
// the window, the PDF and the exports have them from. Stored charts are replaced by them; those over time get
// the limit.
QVector<ChartSpec> latencyCharts(const Facts& facts, const QString& checkId,
                                 const QVector<Threshold>& thresholds);

} // namespace awb::latency
