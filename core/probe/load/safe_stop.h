#pragma once

#include "core/probe/load/load_tally.h"

namespace awb
{

// Watches a run for a target in trouble: more than `share` of what came back in a window of 2 s (with 50
// answers or failures at least) failed to connect, timed out or was a 5xx, in two windows in a row.
class SafeStop
{
public:
    explicit SafeStop(double share) : share_(share) {}
    // What came since the last call, at this time of the run. True: stop.
    bool isUnsafe(const LoadTally& interval, double elapsedS);

private:
    double share_;
    double windowFrom_ = 0;
    quint64 all_ = 0;
    quint64 bad_ = 0;
    int badWindows_ = 0;
};

} // namespace awb
