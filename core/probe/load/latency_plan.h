#pragma once

#include "core/probe/http/endpoint_inventory.h"
#include "core/probe/load/load_plan.h"

namespace awb
{

// Numbers of a latency measurement. The defaults are the shipped ones (policy of checks 1.1 – 1.4); tests
// take shorter.
struct LatencyOptions
{
    std::chrono::milliseconds warmUp{10000};
    std::chrono::milliseconds ramp{2000};
    std::chrono::milliseconds duration{60000}; // where the profile names none
    std::chrono::milliseconds longest{600000}; // for rates so low that 300 samples take long
    std::chrono::milliseconds timeout{10000};
    double rate = 10; // requests a second of an endpoint whose rate is not known
    qint64 fewestSamples = 300;
    qint64 mostWrites = 1000; // of one write endpoint in all, warm-up included
    int mostEndpoints = 20;
    qint64 mostBytes = 2LL * 1024 * 1024 * 1024; // received in a run: 35 MB/s for a minute
    int repeats = 2; // of a run whose p99 is near its threshold, or whose slow requests come in bursts
    double repeatWithin = 1.25;
    double repeatAboveBurst = 3;
};

// An endpoint to be measured, or why it is not.
struct MeasuredEndpoint
{
    Endpoint endpoint;
    double rate = 10;
    LoadRequest request;
};

// The limits counted by second, µs: a grid that every threshold lies in, and the thresholds themselves.
QVector<qint64> latencyEdges(const TargetProfile& profile);
// The effective threshold of 1.1, 1.2 or 1.3, µs.
qint64 latencyThreshold(const TargetProfile& profile, const QString& check);

// How an endpoint's request looks on the wire, with the target's credential. Error: Usage.
Result<LoadRequest> loadRequest(const ProbeTarget& target, const Endpoint& endpoint, const QByteArray& runId);

// Requests a second: the endpoint's own, else its part of the profile's load by weight, else the default.
double normalRate(const TargetProfile& profile, const Endpoint& endpoint, double allWeights,
                  double otherwise);

// Host, TLS, proxy, seed and times that all runs of a target share.
Result<LoadPlan> sharedPlan(const ProbeTarget& target, const LatencyOptions& options);

// False: the profile asks for less time than a verdict needs. Such a run is a look: it is neither prolonged
// nor repeated.
bool isLongEnough(const LoadPlan& shared, const LatencyOptions& options);
// One endpoint alone at its rate: long enough for the fewest samples; a write is capped.
LoadPlan planAlone(const LoadPlan& shared, const MeasuredEndpoint& endpoint, const LatencyOptions& options);
// All at once, each at its rate.
LoadPlan planMix(const LoadPlan& shared, const QVector<MeasuredEndpoint>& endpoints);

} // namespace awb
