#pragma once

#include "core/foundation/result.h"
#include "core/probe/load/latency_facts.h"

#include <QMap>

#include <map>

namespace awb
{

// Collects single requests of other tools into the endpoints of an import.
class LatencySamples
{
public:
    explicit LatencySamples(QVector<qint64> edgesUs) : edges_(std::move(edgesUs)) {}

    // atS: when it began, in s of any clock; status 0 or less: no answer. Errors: too many endpoints, or a
    // time a day away from the first.
    Status add(const QString& endpoint, double atS, double us, int status, bool failed);
    bool isEmpty() const { return byName_.empty(); }
    // mayPass: the tool sent on a schedule, or somebody says so.
    QVector<EndpointLatency> endpoints(bool mayPass) const;

private:
    struct Collected
    {
        LatencyHistogram histogram;
        std::map<qint64, SliceCounts> seconds;
        qint64 all = 0;
        qint64 ok = 0;
        qint64 timeouts = 0;
        QMap<int, qint64> statuses;
    };
    QVector<qint64> edges_;
    std::map<QString, Collected> byName_;
    std::optional<double> firstS_;
};

// Percentiles as a tool printed them; never a verdict.
struct ReportedLatency
{
    QString endpoint;
    QMap<QString, double> ms; // "p50_ms", "p99_ms", "max_ms" …
    double requests = 0;
    double ok = -1; // -1: not told, all
    double timeouts = 0;
    double seconds = 0;
};
EndpointLatency reportedEndpoint(const ReportedLatency& reported);

bool isWriteName(const QString& endpoint); // "POST /orders"

} // namespace awb
