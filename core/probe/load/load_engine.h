#pragma once

#include "core/foundation/message.h"
#include "core/foundation/result.h"
#include "core/latency/latency_series.h"
#include "core/probe/load/load_plan.h"
#include "core/probe/load/load_run.h"

#include <QStringList>

#include <functional>
#include <stop_token>

namespace awb
{

// One kind of request as it answered in one second of the measured time, in the order of the answers.
struct SecondOfLoad
{
    quint64 answers = 0; // 2xx
    double p50 = 0;      // ms; NaN without an answer
    double p99 = 0;
};

// What a run found. Times in ms or s as named.
struct LoadResult
{
    LoadTally total;
    std::vector<LatencySeries> series;           // of each kind of request, with its seconds
    std::vector<QVector<SecondOfLoad>> bySecond; // of each kind
    LoadStop stop = LoadStop::Over;
    double measuredS = 0;
    double cpuS = 0;          // of all workers
    double runDelayShare = 0; // of the workers' time in which they were ready but had no processor
    QStringList addresses;    // that were used
    QStringList faults;       // one sentence a fault, the first seen
    qint64 connections = 0;   // opened before the start
    bool mayPass = true;      // false: a closed loop, or requests were dropped: it can only prove slowness
    QStringList commands;     // of a foreign tool, as they were run; never with a secret
};

// Who sends, for the evidence.
struct LoadEngineInfo
{
    QString id = QStringLiteral("native"); // the profile's word
    QString name;                          // "wrk 4.1.0"; empty: this program
    QString binary;                        // absolute path of a foreign tool
    Message note;                          // what its results cannot prove; empty: nothing
};

// A run while it goes on, ten times a second; valid during the call.
struct LoadProgress
{
    double elapsedS = 0; // since the start, warm-up included
    double fraction = 0;
    bool warmingUp = false;
    const LoadTally& interval; // since the last call
    const LoadTally& total;
};

// Generates load. run() blocks the calling thread for the warm-up and the duration and a little more; after a
// stop it returns within 100 ms with what was measured. An Error: nothing could be measured
// (ErrorCode::Unreachable: nobody answers, or no connection ever worked, with the reason; Usage: the plan
// makes no sense; Unsupported: this engine cannot send it, with what can).
class LoadEngine
{
public:
    virtual ~LoadEngine() = default;
    using Observer = std::function<void(const LoadProgress&)>;
    virtual LoadEngineInfo info() const { return {}; }
    virtual Result<LoadResult> run(const LoadPlan& plan, const Observer& observer, std::stop_token stop) = 0;
};

// HTTP/1.1 over an epoll loop for each thread, with OpenSSL.
class NativeLoadEngine final : public LoadEngine
{
public:
    Result<LoadResult> run(const LoadPlan& plan, const Observer& observer, std::stop_token stop) override;
};

} // namespace awb
