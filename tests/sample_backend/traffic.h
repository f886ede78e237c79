#pragma once

#include "tests/sample_backend/flaws.h"

#include <atomic>
#include <thread>
#include <vector>

namespace awb::sample
{

// Customers: a few threads that call the service over HTTP at a steady rate, until destroyed.
class Traffic
{
public:
    struct Plan
    {
        quint16 port = 0;
        double rate = 60; // requests a second, all threads together
        FlawSet flaws;    // low_hit_rate changes what is asked for
        quint64 seed = 7;
    };

    explicit Traffic(const Plan& plan);

    qint64 sent() const { return sent_; }
    qint64 failed() const { return failed_; } // no answer, or 5xx

private:
    void run(const std::stop_token& stop, const Plan& plan, int index);

    std::atomic<qint64> sent_{0};
    std::atomic<qint64> failed_{0};
    std::vector<std::jthread> threads_;
};

} // namespace awb::sample
