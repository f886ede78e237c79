#pragma once

#include "core/probe/load/load_plan.h"
#include "core/probe/load/load_tally.h"

#include <netinet/in.h>
#include <sys/socket.h>

#include <atomic>
#include <memory>
#include <mutex>

namespace awb
{

class TlsClient;

struct SocketAddress
{
    sockaddr_storage storage{};
    socklen_t length = 0;

    QString text() const; // "127.0.0.1:8080"
};

// Why a run ended.
enum class LoadStop : quint8 {
    Over,           // as planned
    Cancelled,      // somebody asked
    Unsafe,         // too many failures in two windows
    Limited,        // every kind of request was answered with 429 (or 503 with Retry-After)
    Cap,            // requests or bytes
    NeverConnected, // three connections in a row failed and none ever worked
    Failed          // the machine refused (descriptors, memory)
};

// What the workers of one run and the engine share. Everything but the atomics and the notes is set before
// the workers start.
struct LoadRun
{
    explicit LoadRun(const LoadPlan& p);

    const LoadPlan& plan;
    std::vector<SocketAddress> addresses;
    const TlsClient* tls = nullptr;
    int mostInFlight = 1; // of one worker
    int connections = 1;  // of one worker

    std::atomic<qint64> start{0}; // ns, CLOCK_MONOTONIC; 0: still connecting
    std::atomic<int> ready{0};    // workers that have connected
    std::atomic<bool> stop{false};
    std::atomic<LoadStop> reason{LoadStop::Over};
    std::atomic<bool> everConnected{false};
    std::atomic<qint64> requestsLeft;
    std::vector<std::atomic<qint64>> kindLeft;  // of each kind of request
    std::vector<std::atomic<bool>> kindStopped; // limited, or its cap is reached

    qint64 measureFrom(qint64 startNs) const;
    qint64 end(qint64 startNs) const;
    void askToStop(LoadStop why);                        // the first reason counts
    void note(LoadFault fault, const QString& sentence); // the first sentence of each fault is kept
    QString noted(LoadFault fault) const;

private:
    mutable std::mutex mutex_;
    std::array<QString, loadFaultCount> notes_;
};

qint64 monotonicNs();

} // namespace awb
