#pragma once

#include "core/probe/probe.h"

namespace awb
{

// The defaults are the shipped numbers (policy of 7.4 and 7.6); tests take shorter.
struct RestartOptions
{
    std::chrono::milliseconds watch{180000}; // for a restart to begin and end
    std::chrono::milliseconds calm{10000};   // without a failure after it: it is over
    std::chrono::milliseconds timeout{10000};
    std::chrono::milliseconds lookEvery{2000}; // at the process's start time
    double rate = 20;                          // a quarter to the fastest read, the rest to the slowest
    double aroundS = 15;                       // what fails so near to a sign of a restart is the restart's
    qint64 fewest = 200;
    int mostCandidates = 8;
};

// 7.4 and 7.6: requests on fresh connections while a person restarts or deploys the service. It waits for a
// person, so it runs only when one of its checks is named; without a restart before its deadline it proves
// nothing. A restart is seen by refused connections (or 503), or by a process_start_time_seconds of the
// profile's metrics that is younger than the watch.
//
// details: restart (seen), by (refused, start_time), refused, lost_elsewhere, limited, faults, statuses,
// slow, cheap (endpoints). Measured: failed_in_flight (7.4), failed (7.6), in_flight (mean number under way,
// by Little's law), requests, gap (s, 7.6).
class RestartProbe final : public Probe
{
public:
    explicit RestartProbe(RestartOptions options = {}) : options_(options) {}
    Result<Facts> run(const ProbeTarget& target, ProbeContext& context) override;

private:
    const RestartOptions options_;
};

// Waits for a person: the table must be told (ProbeTable).
ProbeDescriptor restartProbe();

} // namespace awb
