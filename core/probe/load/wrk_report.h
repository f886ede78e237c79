#pragma once

#include "core/foundation/result.h"
#include "core/latency/latency_histogram.h"

#include <QJsonObject>
#include <QMap>
#include <QVector>

#include <utility>

namespace awb
{

// What a done() of ours hands over: of wrk_script, or of resources/load/wrk_audit.lua (which has no
// connections, issued and statuses).
struct WrkReport
{
    double seconds = 0;
    qint64 requests = 0;    // answered, also after the timeout
    qint64 bytes = 0;       // of answers
    qint64 connections = 0; // 0: not told
    qint64 issued = 0;      // sent, answered or not
    bool limited = false;
    qint64 connectErrors = 0, readErrors = 0, writeErrors = 0;
    qint64 notOk = 0;    // statuses above 399
    qint64 timeouts = 0; // answered after the timeout: not in the histogram
    QMap<int, qint64> statuses;
    QVector<std::pair<quint64, quint64>> buckets; // µs, how many; ascending

    qint64 inBuckets() const;
    qint64 answeredWith2xx() const;
};

// Error: Parse. At most 16 MiB, a million buckets.
Result<WrkReport> readWrkReport(const QByteArray& json);

// wrk adds invented samples before it hands its histogram over (stats_correct in src/stats.c): for each
// latency over twice the mean time between requests of a connection, ones that a request in between would
// have had. Takes them out again, which is exact. False: what is left are not the requests that were answered
// in time.
bool takeInventedOut(WrkReport& report);

// The buckets without the `slowest` slowest ones.
LatencyHistogram histogramOf(const WrkReport& report, qint64 slowest);

} // namespace awb
