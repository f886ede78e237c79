#pragma once

#include "core/foundation/result.h"
#include "core/latency/latency_histogram.h"

#include <QByteArray>
#include <QDateTime>
#include <QVector>

namespace awb
{

// One interval of an .hlog file.
struct LogInterval
{
    QString tag;
    double startS = 0; // since the start of the log
    double lengthS = 0;
    LatencyHistogram histogram;
};

struct HistogramLog
{
    QDateTime started; // invalid: the log does not say
    QVector<LogInterval> intervals;
    double unitUs = 1; // what its units were read as
};

// HdrHistogram's log, version 1.3: "[Tag=x,]start,length,max,histogram" lines after '#' comments. max is in
// ms. Source: HdrHistogram, HistogramLogWriter.
QByteArray writeHistogramLog(const HistogramLog& log);

// The format does not name the unit of the values: with unitUs 0 it is taken from the max column, which
// writers give in ms (ns and µs are told apart; anything else is an error that asks for the unit). Bounded:
// 64 MiB, 100,000 intervals.
Result<HistogramLog> readHistogramLog(const QByteArray& bytes, double unitUs = 0);

} // namespace awb
