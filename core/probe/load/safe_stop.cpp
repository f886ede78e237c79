#include "core/probe/load/safe_stop.h"

namespace awb
{

bool SafeStop::isUnsafe(const LoadTally& interval, double elapsedS)
{
    constexpr double windowS = 2;
    constexpr quint64 fewest = 50;
    constexpr int windowsThatStop = 2;
    for (const RequestTally& request : interval.requests) {
        all_ += request.watched;
        bad_ += request.watchedBad;
    }
    if (elapsedS - windowFrom_ < windowS || all_ < fewest)
        return false;
    const bool tooMany = static_cast<double>(bad_) > share_ * static_cast<double>(all_);
    badWindows_ = tooMany ? badWindows_ + 1 : 0;
    windowFrom_ = elapsedS;
    all_ = bad_ = 0;
    return badWindows_ >= windowsThatStop;
}

} // namespace awb
