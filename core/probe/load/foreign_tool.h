#pragma once

#include "core/foundation/result.h"
#include "core/probe/load/load_engine.h"

#include <QRegularExpression>
#include <QVersionNumber>

#include <utility>

namespace awb
{

// What running load tools of the user's own has in common.

// A tool as it was found on the PATH.
struct ForeignTool
{
    QString name;
    QString path; // absolute
    QVersionNumber version;

    QString title() const { return name + QLatin1Char(' ') + version.toString(); } // "wrk 4.1.0"
};

struct ToolWanted
{
    QString name;
    QStringList versionArguments;
    QRegularExpression version;    // captures "4.1.0" in what it then prints
    QVersionNumber oldest, newest; // known ones; of the newest only the major number counts
    QString howToGet;
};
// Errors: NotFound (remedy: howToGet), Unsupported (a version that is not known, or none told), Cancelled.
// Takes 5 s at most.
Result<ForeignTool> findTool(const ToolWanted& wanted, std::stop_token stop);

// A request taken apart, for tools that put one together themselves.
struct WireRequest
{
    QByteArray method, target;
    QVector<std::pair<QByteArray, QByteArray>> headers; // in order, without Host and Content-Length
    QByteArray body;
    QByteArray uuidHeader; // whose value is to be a fresh UUID each time; empty: none
};
Result<WireRequest> wireRequestOf(const LoadRequest& request);

// What a tool can be asked for at all: requests, host, times, at most 200 kinds and 4 MiB of requests. Error:
// Usage or Limit.
Status checkForeignPlan(const LoadPlan& plan);
// "http://127.0.0.1:8080", "https://[::1]"
QString originOf(const LoadPlan& plan);
// Requests a second of one kind: its share by weight.
double rateOf(const LoadPlan& plan, qsizetype kind);

// Foreign text, cut to one line of 300 characters, without any header value, query or body that the plan
// holds.
QString withoutSecrets(const QByteArray& text, const LoadPlan& plan);

// How late this machine wakes us up while a tool runs: it wakes the tool up as late. Call wait() over and
// over.
class WakeClock
{
public:
    // Sleeps until the next tick and counts how late it came.
    void wait();
    const LatencyHistogram& late() const { return late_; }

private:
    qint64 dueNs_ = 0;
    LatencyHistogram late_; // µs
};

} // namespace awb
