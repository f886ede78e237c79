#include "core/probe/load/latency_samples.h"

#include <algorithm>
#include <cmath>

namespace awb
{

namespace
{

constexpr std::size_t mostEndpoints = 200;
constexpr qint64 daySeconds = 86'400;
constexpr double longWaitUs = 1e6; // no tool of these gives up sooner; a refused connection does

QString key(const char* name)
{
    return QLatin1String(name);
}

} // namespace

bool isWriteName(const QString& endpoint)
{
    const QString method = endpoint.section(QLatin1Char(' '), 0, 0);
    return method == QLatin1String("POST") || method == QLatin1String("PUT") ||
           method == QLatin1String("PATCH") || method == QLatin1String("DELETE");
}

Status LatencySamples::add(const QString& endpoint, double atS, double us, int status, bool failed)
{
    if (!std::isfinite(atS) || !std::isfinite(us) || us < 0)
        return Error{ErrorCode::Parse, QStringLiteral("a time or a latency is no number."), {}, {}};
    if (!firstS_)
        firstS_ = std::floor(atS);
    const double since = std::floor(atS) - *firstS_;
    if (std::fabs(since) > static_cast<double>(daySeconds))
        return Error{
            ErrorCode::Limit, QStringLiteral("a request is more than a day away from the first."), {}, {}};
    auto found = byName_.find(endpoint);
    if (found == byName_.end()) {
        if (byName_.size() >= mostEndpoints)
            return Error{ErrorCode::Limit,
                         QStringLiteral("there are more than 200 endpoints: group them by a name tag."),
                         {},
                         {}};
        found = byName_.emplace(endpoint, Collected()).first;
    }
    Collected& collected = found->second;
    ++collected.all;
    if (collected.statuses.size() < 1000)
        ++collected.statuses[status];
    // A request that waited and got no answer is slow, not wrong: as in our own runs it counts with its time.
    const bool timedOut = failed && status <= 0 && us >= longWaitUs;
    if (failed && !timedOut)
        return Done{};
    ++(timedOut ? collected.timeouts : collected.ok);
    const auto whole = static_cast<qint64>(std::min(us, 1e15));
    collected.histogram.record(static_cast<quint64>(whole));
    SliceCounts& slice = collected.seconds[static_cast<qint64>(since)];
    slice.atLeast.resize(edges_.size());
    ++slice.n;
    for (qsizetype edge = 0; edge < edges_.size(); ++edge)
        slice.atLeast[edge] += whole >= edges_[edge] ? 1 : 0;
    return Done{};
}

QVector<EndpointLatency> LatencySamples::endpoints(bool mayPass) const
{
    QVector<EndpointLatency> result;
    for (const auto& [name, collected] : byName_) {
        EndpointLatency endpoint;
        endpoint.name = name;
        endpoint.isWrite = isWriteName(name);
        endpoint.series.histogram = collected.histogram;
        endpoint.series.edgesUs = edges_;
        for (const auto& second : collected.seconds)
            endpoint.series.slices.append(second.second);
        double seconds = 0;
        if (!collected.seconds.empty())
            seconds =
                static_cast<double>(collected.seconds.rbegin()->first - collected.seconds.begin()->first + 1);
        endpoint.rate = seconds > 0 ? static_cast<double>(collected.all) / seconds : 0;
        QJsonObject statuses;
        for (auto it = collected.statuses.cbegin(); it != collected.statuses.cend(); ++it)
            statuses.insert(QString::number(it.key()), it.value());
        endpoint.runs.append(QJsonObject{{key("series"), toJson(endpoint.series)},
                                         {key("seconds"), seconds},
                                         {key("scheduled"), collected.all},
                                         {key("sent_in_time"), collected.all},
                                         {key("ok"), collected.ok},
                                         {key("timeouts"), collected.timeouts},
                                         {key("statuses"), statuses},
                                         {key("limited"), collected.statuses.contains(429)},
                                         {key("may_pass"), mayPass},
                                         {key("stop"), key("over")}});
        result.append(std::move(endpoint));
    }
    return result;
}

EndpointLatency reportedEndpoint(const ReportedLatency& reported)
{
    QJsonObject values;
    for (auto it = reported.ms.cbegin(); it != reported.ms.cend(); ++it)
        values.insert(it.key(), it.value());
    EndpointLatency endpoint;
    endpoint.name = reported.endpoint;
    endpoint.isWrite = isWriteName(reported.endpoint);
    endpoint.rate = reported.seconds > 0 ? reported.requests / reported.seconds : 0;
    endpoint.runs.append(
        QJsonObject{{key("reported"), values},
                    {key("seconds"), reported.seconds},
                    {key("scheduled"), reported.requests},
                    {key("sent_in_time"), reported.requests},
                    {key("ok"), reported.ok < 0 ? reported.requests - reported.timeouts : reported.ok},
                    {key("timeouts"), reported.timeouts},
                    {key("may_pass"), false},
                    {key("stop"), key("over")}});
    return endpoint;
}

} // namespace awb
