#pragma once

#include "core/probe/load/load_plan.h"

#include <random>

namespace awb
{

// When the next request of an open loop is due, in ns after the start of the run, and which one it is.
// Seeded: the same plan gives the same arrivals. `shares` workers each take an equal part of the rate.
class Arrivals
{
public:
    Arrivals(const LoadPlan& plan, int worker, int shares);

    qint64 dueNs() const { return due_; }
    std::size_t request() const { return request_; } // index into the plan's requests
    void next();
    std::size_t choose(); // by weight, for a closed loop

    std::mt19937_64& random() { return random_; }

private:
    double gapNs();

    std::mt19937_64 random_;
    std::vector<double> upTo_; // cumulative weights, the last is 1
    bool poisson_;
    double perNs_; // this worker's rate
    double rampNs_;
    double exact_ = 0; // due_ before rounding
    qint64 due_ = 0;
    std::size_t request_ = 0;
};

} // namespace awb
