#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>

namespace awb::test
{

// How late a busy machine wakes somebody up who wants to sleep for 2 ms: bounds in milliseconds are our
// code's, this comes on top.
class MachineLag
{
public:
    MachineLag() : thread_([this](const std::stop_token& stop) { watch(stop); }) {}
    // Of three wake-ups that a bound may contain (ours, the other program's, the test's).
    int worstMs() const { return 3 * worstMs_; }

private:
    void watch(const std::stop_token& stop)
    {
        using namespace std::chrono;
        while (!stop.stop_requested()) {
            const auto before = steady_clock::now();
            std::this_thread::sleep_for(milliseconds(2));
            const auto late = duration_cast<milliseconds>(steady_clock::now() - before).count() - 2;
            worstMs_ = std::max(worstMs_.load(), static_cast<int>(late));
        }
    }

    std::atomic<int> worstMs_{0};
    std::jthread thread_;
};

} // namespace awb::test
