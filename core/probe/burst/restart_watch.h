#pragma once

#include "core/audit/chart_spec.h"
#include "core/probe/load/load_engine.h"

#include <QVector>

#include <mutex>

namespace awb
{

// What became of the requests of one tenth of a second.
struct WatchedTick
{
    double atS = 0;      // since the watch began
    qint64 answered = 0; // any status
    qint64 lost = 0;     // sent, but reset, cut off, timed out, or answered with a 5xx other than 503
    qint64 refused = 0;  // nobody took it: refused, no connection, or 503
};

// A restart as the requests saw it.
struct WatchedRestart
{
    bool seen = false;
    qint64 requests = 0;
    qint64 lost = 0;          // around the restart
    qint64 refused = 0;       // around the restart
    qint64 lostElsewhere = 0; // far from it: the service loses requests anyway
    double gapS = 0;          // from the first to the last refused one
};

// `signs` are moments (seconds since the watch began) that prove a restart besides refused connections: the
// start of a new process. What fails within `aroundS` of a sign counts as the restart's.
WatchedRestart judgeWatch(const QVector<WatchedTick>& ticks, const QVector<double>& signs, double aroundS);

// Requests answered and failed by second. The limit of 7.6, none failed, is the axis itself: the title says
// it.
ChartSpec restartChart(const QVector<WatchedTick>& ticks);

// Collects what a run of the load engine publishes. Written by the engine's thread, read by the probe's.
class RestartWatch
{
public:
    void take(const LoadProgress& progress);
    QVector<WatchedTick> ticks() const;
    // Ticks that hold a failure end here; negative: none did.
    double lastFailureS() const;
    qint64 answered() const;

private:
    mutable std::mutex mutex_;
    QVector<WatchedTick> ticks_;
    qint64 answered_ = 0;
    double lastFailureS_ = -1;
};

} // namespace awb
