// Source: k6's repository, 0.38 to 2.2: internal/output/json/wrapper.go,
// lib/netext/httpext/{tracer,error_codes}.go.

#include "core/probe/load/k6_points.h"

#include "core/probe/load/import_parts.h"
#include "core/probe/load/k6_script.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace awb
{

namespace
{

constexpr std::size_t mostSamples = 3'000'000;
constexpr double mostUs = 1e12;

// The metrics that say something here; every line has its metric's name in quotes.
bool isWanted(const QByteArray& line)
{
    static constexpr std::array<const char*, 6> wanted{
        "\"http_req_duration\"",        "\"http_req_blocked\"", "\"http_req_connecting\"",
        "\"http_req_tls_handshaking\"", "\"iterations\"",       "\"dropped_iterations\""};
    return line.contains("\"Point\"") && std::any_of(wanted.begin(), wanted.end(), [&line](const char* name) {
               return line.contains(name);
           });
}

double usOf(double ms)
{
    return std::clamp(1000 * ms, 0.0, mostUs);
}

quint64 whole(double us)
{
    return static_cast<quint64>(us);
}

double milliseconds(quint64 us)
{
    return static_cast<double>(us) / 1000;
}

// Latencies by the second in which they were due.
class Seconds
{
public:
    explicit Seconds(const LoadPlan& plan) : edgesUs_(plan.edgesUs)
    {
        // what comes later than any plan wants is counted in the last second
        constexpr qint64 slackS = 60;
        most_ = static_cast<std::size_t>(plan.duration.count() / 1000 + slackS);
    }

    void add(double dueS, quint64 us)
    {
        const std::size_t second = std::min(static_cast<std::size_t>(dueS), most_);
        if (second >= histograms_.size()) {
            histograms_.resize(second + 1);
            slices_.resize(static_cast<qsizetype>(second) + 1, {0, QVector<qint64>(edgesUs_.size(), 0)});
        }
        histograms_[second].record(us);
        SliceCounts& slice = slices_[static_cast<qsizetype>(second)];
        ++slice.n;
        for (qsizetype edge = 0; edge < edgesUs_.size(); ++edge)
            slice.atLeast[edge] += us >= static_cast<quint64>(edgesUs_[edge]) ? 1 : 0;
    }

    LatencySeries series() const { return {{}, edgesUs_, slices_}; }
    QVector<SecondOfLoad> bySecond() const
    {
        constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
        QVector<SecondOfLoad> result;
        for (const LatencyHistogram& second : histograms_) {
            const auto at = [&second](double q) {
                return second.isEmpty() ? unknown : milliseconds(second.quantile(q));
            };
            result.append({second.count(), at(0.5), at(0.99)});
        }
        return result;
    }

private:
    QVector<qint64> edgesUs_;
    std::size_t most_ = 0;
    std::vector<LatencyHistogram> histograms_;
    QVector<SliceCounts> slices_;
};

} // namespace

std::optional<LoadFault> k6Fault(int errorCode)
{
    constexpr int timeout = 1050;
    constexpr int dialTimeout = 1211;
    constexpr int refused = 1212;
    constexpr int firstStatus = 1400; // 1000 + the status
    constexpr int lastStatus = 1599;
    if (errorCode == 0 || (errorCode >= firstStatus && errorCode <= lastStatus))
        return std::nullopt;
    if (errorCode == timeout || errorCode == dialTimeout)
        return LoadFault::Timeout;
    if (errorCode == refused)
        return LoadFault::Refused;
    if (errorCode >= 1300 && errorCode < 1400)
        return LoadFault::Tls;
    if (errorCode == 1201 || errorCode >= 1220)
        return LoadFault::Reset; // broken pipe, reset, HTTP/2 streams
    return LoadFault::Unreachable;
}

K6Points::K6Points(const LoadPlan& plan) : plan_(plan), kinds_(static_cast<std::size_t>(plan.requests.size()))
{
    news_.requests.resize(kinds_.size());
    total_.requests.resize(kinds_.size());
}

void K6Points::take(const QByteArray& line)
{
    if (!isWanted(line))
        return;
    const QJsonDocument document = QJsonDocument::fromJson(line);
    const QJsonObject point = document.object();
    const QJsonObject data = point.value(QLatin1String("data")).toObject();
    if (!data.value(QLatin1String("value")).isDouble()) {
        ++unreadable_;
        return;
    }
    takePoint(point.value(QLatin1String("metric")).toString(), data);
}

void K6Points::takePoint(const QString& metric, const QJsonObject& data)
{
    const QJsonObject tags = data.value(QLatin1String("tags")).toObject();
    const QString scenario = tags.value(QLatin1String("scenario")).toString();
    bool isNumber = false;
    const int kind = scenario.mid(1).toInt(&isNumber);
    const bool measured = scenario.startsWith(QLatin1Char('m'));
    if (!isNumber || kind < 0 || static_cast<std::size_t>(kind) >= kinds_.size() ||
        !(measured || scenario.startsWith(QLatin1Char('w')))) {
        ++unreadable_;
        return;
    }
    const double value = data.value(QLatin1String("value")).toDouble();
    Kind& counts = kinds_[static_cast<std::size_t>(kind)];
    if (metric == QLatin1String("iterations"))
        counts.iterations += measured ? value : 0;
    else if (metric == QLatin1String("dropped_iterations"))
        counts.dropped += measured ? value : 0;
    else
        addTime(metric, data, kind, measured);
}

// The points of one request come one after the other and have one time; its end.
void K6Points::addTime(const QString& metric, const QJsonObject& data, int kind, bool measured)
{
    const auto place = [&metric](Open& open) -> double* {
        if (metric == QLatin1String("http_req_duration"))
            return &open.duration;
        if (metric == QLatin1String("http_req_blocked"))
            return &open.blocked;
        if (metric == QLatin1String("http_req_connecting"))
            return &open.connecting;
        return metric == QLatin1String("http_req_tls_handshaking") ? &open.tls : nullptr;
    };
    const QString time = data.value(QLatin1String("time")).toString();
    if (open_ && (open_->time != time || open_->kind != kind || open_->measured != measured ||
                  (place(*open_) && *place(*open_) >= 0)))
        close();
    if (!open_) {
        const QJsonObject tags = data.value(QLatin1String("tags")).toObject();
        open_.emplace();
        open_->time = time;
        open_->kind = kind;
        open_->measured = measured;
        open_->status = tags.value(QLatin1String("status")).toString().toInt();
        open_->error = tags.value(QLatin1String("error_code")).toString().toInt();
    }
    const double value = data.value(QLatin1String("value")).toDouble();
    if (double* const ms = place(*open_); ms && value >= 0 && std::isfinite(value))
        *ms = value;
    else
        ++unreadable_;
}

void K6Points::close()
{
    const Open request = *open_;
    open_.reset();
    ++seen_;
    const double endS = secondsFrom(request.time);
    if (!std::isfinite(endS) || request.duration < 0) {
        ++unreadable_;
        return;
    }
    const double rest =
        std::max(request.blocked, 0.0) + std::max(request.connecting, 0.0) + std::max(request.tls, 0.0);
    const double totalUs = usOf(request.duration + rest);
    RequestTally& tally = news_.requests[static_cast<std::size_t>(request.kind)];
    ++tally.sent;
    ++tally.watched;
    tally.watchedBad += request.status == 0 || request.status >= 500 ? 1 : 0;
    tally.limited = tally.limited || request.status == 429;
    if (!request.measured)
        return;
    measuring_ = true;
    countStatus(tally, request);
    Kind& kind = kinds_[static_cast<std::size_t>(request.kind)];
    kind.partial = kind.partial || request.blocked < 0 || request.connecting < 0 || request.tls < 0;
    if (kind.samples.size() >= mostSamples) {
        kind.partial = true;
        return;
    }
    const bool timedOut = request.status == 0 && k6Fault(request.error) == LoadFault::Timeout;
    kind.samples.push_back({endS - totalUs / 1e6, totalUs, usOf(request.duration), request.status, timedOut});
    countMeasured(tally, request, totalUs);
}

void K6Points::countStatus(RequestTally& tally, const Open& request) const
{
    ++tally.scheduled;
    ++tally.sentInTime;
    if (request.status > 0) {
        ++tally.answered;
        tally.countStatus(request.status);
        return;
    }
    const LoadFault fault = k6Fault(request.error).value_or(LoadFault::Malformed);
    ++tally.faults[static_cast<std::size_t>(fault)];
}

// For the eyes while it runs: the generator's lateness is known at the end only.
void K6Points::countMeasured(RequestTally& tally, const Open& request, double totalUs)
{
    tally.serverErrors += request.status >= 500 ? 1 : 0;
    if (request.status < 200 || request.status > 299)
        return;
    ++tally.ok;
    tally.response.record(whole(totalUs));
    tally.service.record(whole(usOf(request.duration)));
}

LoadTally K6Points::takeNews()
{
    LoadTally news = std::move(news_);
    news_ = LoadTally();
    news_.requests.resize(kinds_.size());
    total_.merge(news);
    return news;
}

LoadResult K6Points::result(bool complete)
{
    if (open_)
        close();
    takeNews();
    LoadResult result;
    result.total = total_;
    result.bySecond.resize(kinds_.size());
    for (std::size_t kind = 0; kind < kinds_.size(); ++kind)
        finishKind(result, kind);
    for (const Kind& kind : kinds_) {
        const bool lost = complete && kind.iterations > static_cast<double>(kind.samples.size());
        result.mayPass = result.mayPass && !kind.partial && !lost && !(kind.dropped > 0);
    }
    result.mayPass = result.mayPass && unreadable_ == 0;
    return result;
}

double K6Points::firstDueS(const Kind& kind, double gapS)
{
    double first = std::numeric_limits<double>::infinity();
    for (std::size_t k = 0; k < kind.samples.size(); ++k)
        first = std::min(first, kind.samples[k].startS - static_cast<double>(k) * gapS);
    return first;
}

void K6Points::finishKind(LoadResult& result, std::size_t index)
{
    Kind& kind = kinds_[index];
    RequestTally& tally = result.total.requests[index];
    const auto dropped = static_cast<quint64>(std::clamp(kind.dropped, 0.0, 1e12));
    tally.scheduled += dropped;
    tally.faults[static_cast<std::size_t>(LoadFault::Unsent)] += dropped;
    tally.response.clear();
    tally.service.clear();
    std::sort(kind.samples.begin(), kind.samples.end(),
              [](const Sample& a, const Sample& b) { return a.startS < b.startS; });
    const double gapS = 1 / k6RateOf(plan_, static_cast<qsizetype>(index));
    const double firstS = firstDueS(kind, gapS);
    const double timeoutUs = 1000 * static_cast<double>(plan_.timeout.count());
    Seconds seconds(plan_);
    for (std::size_t k = 0; k < kind.samples.size(); ++k) {
        const Sample& sample = kind.samples[k];
        const double dueS = static_cast<double>(k) * gapS;
        const double lagUs = std::clamp((sample.startS - firstS - dueS) * 1e6, 0.0, mostUs);
        result.total.schedulerLag.record(whole(lagUs));
        result.measuredS = std::max(result.measuredS, dueS + gapS);
        const bool good = sample.status >= 200 && sample.status < 300;
        if (!good && !sample.timedOut)
            continue;
        const quint64 us =
            whole(lagUs + (sample.timedOut ? std::max(sample.totalUs, timeoutUs) : sample.totalUs));
        tally.response.record(us);
        if (good)
            tally.service.record(whole(sample.serviceUs));
        seconds.add(dueS, us);
    }
    LatencySeries series = seconds.series();
    series.histogram = tally.response;
    result.series.push_back(std::move(series));
    result.bySecond[index] = seconds.bySecond();
}

} // namespace awb
