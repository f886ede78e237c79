#pragma once

#include "core/audit/facts.h"
#include "core/probe/load/latency_plan.h"
#include "core/probe/load/load_engine.h"

#include <QJsonArray>

namespace awb
{

// One run of one endpoint as evidence keeps it (see LatencyProbe).
QJsonObject runToJson(const LoadResult& result, std::size_t kind, quint64 seed);
const char* loadStopId(LoadStop stop);

// What a series of one endpoint says, for tables, charts and the measurements.
struct EndpointLatency
{
    QString name;
    bool isWrite = false;
    double rate = 0;
    LatencySeries series; // of all its runs alone
    LatencyHistogram service;
    QVector<SecondOfLoad> bySecond; // of the first run
    QJsonArray runs;
    QJsonValue mix;
};

// Numbers, table, charts, histogram and details of what was measured.
void describeLatency(Facts& facts, const QVector<EndpointLatency>& endpoints);

} // namespace awb
