#pragma once

#include "core/audit/checklist.h"
#include "core/audit/facts.h"
#include "core/latency/latency_series.h"

namespace awb::latency
{

// One run of one endpoint as http.latency or an import keeps it.
struct Run
{
    LatencySeries series;
    LatencyHistogram service; // from sending; empty: the source does not tell
    bool hasSeries = false;   // false: the source gave percentiles only, or the evidence is damaged
    double seconds = 0;
    double scheduled = 0;
    double sentInTime = 0;
    double ok = 0;
    double timeouts = 0;
    double unsent = 0;
    double lagMs = 0; // scheduler lag, p99
    double shiftPercent = 0;
    bool shiftSignificant = false;
    bool limited = false;
    bool mayPass = true;  // false: closed loop, or the tool dropped its timeouts: only a fail can stand
    bool stopped = false; // unsafe, cancelled or cut off
    bool unsafe = false;  // stopped because too many requests failed
};

struct Endpoint
{
    QString name;
    bool isWrite = false;
    QVector<Run> runs;
    std::optional<Run> mix;
};

QVector<Endpoint> endpointsOf(const Facts& facts);

// Why a run settles nothing, whatever its numbers are.
enum class Doubt {
    None,
    NoDistribution,
    Limited,
    NotOk,
    Unsafe,
    Stopped,
    TooShort,
    Generator,
    NotAtRate,
    Unsteady,
    OnlyFails,
    Contradiction,
    Spread,
    Statistics // not enough samples, or the interval holds the threshold
};

struct Verdict
{
    ExceedanceOutcome outcome = ExceedanceOutcome::Undecided;
    Doubt doubt = Doubt::None;
    Exceedance exceedance; // of the run that decided, or the first
    double chance = 1;     // chanceIfKept of it
};

// Against a limit, by the policy numbers of the check.
Verdict judge(const Run& run, qint64 limitUs, const Check& check);
// Several runs: two must agree, none may contradict, and their p99 may differ by the policy's factor only.
Verdict judge(const QVector<Run>& runs, qint64 limitUs, const Check& check);
// What hinders any verdict from this run, but for what depends on a limit.
Doubt doubtOf(const Run& run, const Check& check);
// Nearly all that was due went out, and in time: else a pass would speak of a lighter load.
bool isAtRate(const Run& run, const Check& check);

// φ where a source has no times, or too few: of bursts in a tenth of the time.
constexpr double assumedBurst = 20;

} // namespace awb::latency
