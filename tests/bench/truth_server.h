#pragma once

#include "core/latency/latency_histogram.h"

#include <atomic>
#include <memory>
#include <thread>

namespace awb::bench
{

// A server on 127.0.0.1 that knows what it did: each answer takes 5–7 ms (98 of 100) or 50–60 ms, and the
// time from the whole request to the written answer is kept. It can stop dead for a while once.
class TruthServer
{
public:
    // stallAtS < 0: never; counted from the first request.
    TruthServer(double stallAtS, double stallS);
    ~TruthServer();

    quint16 port() const { return port_; }
    // Stops and says what it measured.
    const LatencyHistogram& stop();

private:
    void run();

    double stallAtS_;
    double stallS_;
    int listener_ = -1;
    quint16 port_ = 0;
    std::atomic<bool> stop_{false};
    LatencyHistogram truth_;
    std::thread thread_;
};

} // namespace awb::bench
