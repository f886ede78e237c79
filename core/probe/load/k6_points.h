#pragma once

#include "core/probe/load/load_engine.h"

#include <optional>
#include <vector>

namespace awb
{

// A request whose points are coming.
struct K6OpenRequest
{
    QString time;
    int kind = 0;
    bool measured = false;
    int status = 0;
    int error = 0;
    double duration = -1, blocked = -1, connecting = -1, tls = -1; // ms
};

// Reads k6's JSON points (--out json) of a script of ours as they come, and makes a result of them.
//
// A request's time is what k6 measured plus what it leaves out of http_req_duration: waiting for a
// connection, connecting and TLS. k6 does not say when a request was due; its arrival rate is constant, so
// that request k was due k gaps after the first, and the one that is earliest against this grid was on time.
// What the others are later is the generator's lateness: counted as schedulerLag, and into the response time.
class K6Points
{
public:
    explicit K6Points(const LoadPlan& plan);

    // One line of standard output; what is no point is passed over.
    void take(const QByteArray& line);
    // What came since the last call, for whoever watches; `measured` also of the measured time.
    LoadTally takeNews();
    // After the last line. `complete`: k6 ended by itself; else what is missing at the end is normal.
    LoadResult result(bool complete);

    bool isMeasuring() const { return measuring_; }
    qint64 unreadable() const { return unreadable_; }
    qint64 requests() const { return static_cast<qint64>(seen_); }

private:
    using Open = K6OpenRequest;
    struct Sample
    {
        double startS = 0; // of k6's clock
        double totalUs = 0;
        double serviceUs = 0;
        int status = 0; // 0: none
        bool timedOut = false;
    };
    struct Kind
    {
        std::vector<Sample> samples;
        double dropped = 0;
        double iterations = 0; // measured ones, through to their end
        bool partial = false;  // a request without one of its times
    };

    void takePoint(const QString& metric, const QJsonObject& data);
    void addTime(const QString& metric, const QJsonObject& data, int kind, bool measured);
    void close();
    void countStatus(RequestTally& tally, const Open& request) const;
    void countMeasured(RequestTally& tally, const Open& request, double totalUs);
    static double firstDueS(const Kind& kind, double gapS);
    void finishKind(LoadResult& result, std::size_t kind);

    const LoadPlan& plan_;
    std::vector<Kind> kinds_;
    std::optional<Open> open_;
    LoadTally news_;
    LoadTally total_;
    bool measuring_ = false;
    quint64 seen_ = 0;
    qint64 unreadable_ = 0;
};

// What k6 calls an error; nothing: it is a status.
std::optional<LoadFault> k6Fault(int errorCode);

} // namespace awb
