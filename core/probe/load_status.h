#pragma once

#include "core/latency/exceedance.h"
#include "core/latency/latency_histogram.h"
#include "core/latency/quantile_interval.h"

#include <QMap>
#include <QString>
#include <QVector>

#include <memory>

namespace awb
{

// How a run of load stands: a value, made by the probe about five times a second and handed across threads.
// Counts are of the measured time (after the warm-up) but for `rate`.
struct LoadStatus
{
    struct RatePoint
    {
        double atS = 0;      // since the start of the run, warm-up included
        double achieved = 0; // requests sent in this second
    };

    QString endpoint; // "GET /orders"
    bool isWrite = false;
    int number = 1; // of the endpoint being measured, from 1 …
    int of = 1;     // … to so many; all together come after the last
    bool together = false;

    double elapsedS = 0; // warm-up included
    double warmUpS = 0;
    double plannedS = 0; // warm-up included
    bool warmingUp = true;
    double fractionOfAll = 0; // of every run that is planned

    double askedRate = 0;     // requests a second
    QVector<RatePoint> rates; // once a second
    double achievedRate = 0;  // in the last second

    LatencyHistogram response; // from the intended start
    LatencyHistogram service;  // from sending
    QuantileInterval p99;      // µs
    qint64 limitUs = 0;        // the threshold that the run was started with
    Exceedance exceedance;     // of it

    qint64 scheduled = 0;
    qint64 sentInTime = 0;
    qint64 ok = 0;
    qint64 unsent = 0;
    QMap<QString, qint64>
        errors; // by cause: "timeout", "reset", "status_503"; what was not answered with 2xx
    double schedulerLagP99Ms = 0; // our own lateness
    double queueLagP99Ms = 0;     // no connection was free

    qint64 notOk() const
    {
        qint64 all = 0;
        for (const qint64 count : errors)
            all += count;
        return all;
    }
};
using LoadStatusPtr = std::shared_ptr<const LoadStatus>;

} // namespace awb
