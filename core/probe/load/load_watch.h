#pragma once

#include "core/probe/load/load_engine.h"
#include "core/probe/load_status.h"

namespace awb
{

// Makes a LoadStatus of what the engine reports of one run: everything five times a second, never more.
class LoadWatch
{
public:
    // start: name, place and limit of the run; the numbers are filled in here.
    LoadWatch(const LoadPlan& plan, LoadStatus start);

    // Null: too soon after the last.
    LoadStatusPtr take(const LoadProgress& progress, double fractionOfAll);

private:
    void count(const LoadProgress& progress);
    void countRate(const LoadProgress& progress);
    LoadStatusPtr status(const LoadProgress& progress) const;

    LoadStatus start_;
    double lastS_ = -1;
    QVector<Slice> slices_; // seconds of the measured time, by when the answer came
    double rateFromS_ = 0;
    quint64 sentBefore_ = 0;
    quint64 sent_ = 0;
};

} // namespace awb
