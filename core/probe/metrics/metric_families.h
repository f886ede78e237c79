#pragma once

#include "core/probe/metrics/exposition.h"

#include <QStringList>

#include <vector>

namespace awb
{

// What the minimum metric set asks for; the order of the checklist's box.
enum class MetricNeed {
    Requests,   // a counter of requests
    Duration,   // a histogram (or, weaker, a summary) of their durations
    PoolActive, // of database connections
    PoolIdle,
    PoolWaiting,
    Queries,       // a counter of database queries
    QueryDuration, // their durations
    CacheHits,
    CacheMisses,
    CacheEvictions
};

// One known name of a need. Sources: the checklist's box; OpenTelemetry's semantic conventions; Micrometer,
// HikariCP, prometheus-net, prom-client, django-prometheus, Istio, Traefik, nginx-ingress, sqlstats, Prisma,
// PgBouncer and Redis exporters.
struct MetricName
{
    MetricNeed need;
    const char* pattern;         // regular expression for the whole name, after any namespace prefix
    const char* label = nullptr; // must be there …
    const char* value = nullptr; // … with a value that matches
    bool ofChecklist = false;    // the checklist's own name
    bool serverWide = false;     // counts every use of the server, not the service's
};
const std::vector<MetricName>& metricNames();

const char* metricNeedTitle(MetricNeed need); // translation source
bool isEndpointLabel(const QByteArray& name);
bool isErrorLabel(const QByteArray& name);

// The samples of one need, and how well they fit.
struct MetricMatch
{
    QVector<const MetricSample*> samples; // into the exposition
    QByteArray family;                    // the name that was found first
    bool ofChecklist = false;
    bool serverWide = false; // only server-wide ones were found
    bool isFound() const { return !samples.isEmpty(); }
};
MetricMatch findMetrics(const Exposition& exposition, MetricNeed need);

// Names that speak of a pool or of connections in a way that metricNames() does not know, in the order of the
// text: of no metrics page that has one can be said that it is silent of the pool. `found` are the families
// that show a state: what else their library exposes is known. Left out is what is no pool of connections
// (memory, threads, buffers) and what counts a server's clients (nginx, HTTP).
QStringList unknownPoolNames(const Exposition& exposition, const QList<QByteArray>& found);

// "/users/{id}", ":id", "<int:id>" and "[id]" alike: "/users/{}", without a slash at the end.
QString routeKey(QString route);

} // namespace awb
