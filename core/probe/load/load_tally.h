#pragma once

#include "core/latency/latency_histogram.h"

#include <QString>
#include <QVector>

#include <array>
#include <utility>
#include <vector>

namespace awb
{

// Why a request got no whole answer.
enum class LoadFault : quint8 {
    Refused,     // nobody listens
    Unreachable, // no connection for another reason
    Tls,         // the certificate or the handshake
    Proxy,       // the proxy would not connect
    Reset,       // closed or reset before the answer was whole
    Malformed,   // the answer is no HTTP
    HeaderSize,  // more than 64 KiB of headers
    BodySize,    // a body over the plan's bound
    Timeout,     // no whole answer in time
    Unsent,      // no connection became free in time
    Count
};
constexpr std::size_t loadFaultCount = static_cast<std::size_t>(LoadFault::Count);
const char* loadFaultId(LoadFault fault); // snake_case

// What the server spoke.
enum class HttpVersion : quint8 { Http10, Http11, Http2, Count };
constexpr std::size_t httpVersionCount = static_cast<std::size_t>(HttpVersion::Count);
const char* httpVersionName(HttpVersion version); // "HTTP/2"

// Counts of one kind of request. Durations in µs. Only requests whose intended start lies in the measured
// time count here, but `sent`, which counts everything that went out.
struct RequestTally
{
    LatencyHistogram
        response; // 2xx: from the intended start; timeouts and unsent at the time they were given up
    LatencyHistogram service; // 2xx: from the moment of sending
    quint64 sent = 0;
    quint64 scheduled = 0;
    quint64 sentInTime = 0;   // before the measured time was over
    quint64 answered = 0;     // any status
    quint64 ok = 0;           // 2xx
    quint64 serverErrors = 0; // 5xx
    quint64 staleReuse = 0;   // an idle connection turned out to be closed; repeated once
    quint64 bytes = 0;        // of bodies
    quint64 watched = 0;      // answers and failures, warm-up included: what the safe stop looks at
    quint64 watchedBad = 0;   // of them: failures and 5xx
    bool limited = false;     // 429, or 503 with Retry-After
    std::array<quint64, loadFaultCount> faults{};
    std::array<quint64, httpVersionCount> versions{}; // of the answers
    std::vector<std::pair<int, quint64>> statuses;    // in order of appearance

    void countStatus(int status);
    quint64 fault(LoadFault kind) const { return faults[static_cast<std::size_t>(kind)]; }
    quint64 failures() const; // all faults
    void merge(const RequestTally& other);
    void clear();
};

// Everything a worker counts between two publications, or a run in all.
struct LoadTally
{
    std::vector<RequestTally> requests;
    LatencyHistogram schedulerLag; // µs late although a connection was free: our own fault
    LatencyHistogram queueLag;     // µs late because none was
    LatencyHistogram connect;      // µs from connect() to a usable connection, with TLS and proxy
    quint64 opened = 0;
    quint64 received = 0; // bytes of all answers, of the warm-up and of broken ones too

    void merge(const LoadTally& other);
    void clear();
};

} // namespace awb
