// wrk, h2load, vegeta, oha, autocannon and HdrHistogram logs.

#include "core/latency/histogram_log.h"
#include "core/probe/load/import_parts.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <map>

namespace awb
{

namespace
{

Message percentilesOnly()
{
    return QT_TRANSLATE_NOOP(
        "awb", "This format holds single percentiles: they are shown as reported, without confidence.");
}

// "1.23ms", "850.00us", "2.01s", "1.50m" as wrk prints them; NaN when it is none.
double wrkMs(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^([0-9.]+)(us|ms|s|m|h)$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nan("");
    static const QMap<QString, double> units{{QStringLiteral("us"), 1e-3},
                                             {QStringLiteral("ms"), 1},
                                             {QStringLiteral("s"), 1e3},
                                             {QStringLiteral("m"), 6e4},
                                             {QStringLiteral("h"), 3.6e6}};
    return match.captured(1).toDouble() * units.value(match.captured(2));
}

// {"tool": "wrk", "duration_us", "requests", "errors": {…}, "histogram": [[us, n], …]}: what our done()
// writes.
Result<ImportedLatency> readWrkHistogram(const QJsonObject& document, const ImportOptions& options)
{
    EndpointLatency endpoint;
    endpoint.name = options.endpoint;
    endpoint.isWrite = isWriteName(endpoint.name);
    const QJsonArray buckets = document.value(QStringLiteral("histogram")).toArray();
    for (const QJsonValue& value : buckets) {
        const QJsonArray bucket = value.toArray();
        const double us = bucket.at(0).toDouble(-1);
        const double count = bucket.at(1).toDouble(-1);
        if (!(us >= 0 && us < 1e15 && count >= 0 && count < 1e15))
            return cannotRead(QStringLiteral("a bucket of the histogram makes no sense."));
        endpoint.series.histogram.record(static_cast<quint64>(us), static_cast<quint64>(count));
    }
    const QJsonObject errors = document.value(QStringLiteral("errors")).toObject();
    double failures = 0;
    for (const QJsonValue& count : errors)
        failures += count.toDouble();
    const double timeouts = errors.value(QStringLiteral("timeout")).toDouble();
    const double requests = document.value(QStringLiteral("requests")).toDouble();
    const double seconds = document.value(QStringLiteral("duration_us")).toDouble() / 1e6;
    endpoint.rate = seconds > 0 ? requests / seconds : 0;
    endpoint.runs.append(QJsonObject{{QStringLiteral("series"), toJson(endpoint.series)},
                                     {QStringLiteral("seconds"), seconds},
                                     {QStringLiteral("scheduled"), requests + timeouts},
                                     {QStringLiteral("sent_in_time"), requests + timeouts},
                                     {QStringLiteral("ok"), requests + timeouts - failures},
                                     {QStringLiteral("timeouts"), timeouts},
                                     {QStringLiteral("may_pass"), false},
                                     {QStringLiteral("stop"), QStringLiteral("over")}});
    ImportedLatency imported;
    imported.endpoints.append(std::move(endpoint));
    imported.note = QT_TRANSLATE_NOOP(
        "awb", "wrk is a closed loop and leaves timeouts out: it can prove that a service is "
               "slow, not that it is fast.");
    return imported;
}

Result<ImportedLatency> readWrkText(const QString& text, const ImportOptions& options)
{
    ReportedLatency reported;
    reported.endpoint = options.endpoint;
    static const QRegularExpression percentile(QStringLiteral("(?m)^\\s+(\\d+(?:\\.\\d+)?)%\\s+(\\S+)\\s*$"));
    for (auto found = percentile.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const double ms = wrkMs(match.captured(2));
        if (!std::isnan(ms)) // 50 % is printed as "50%", by wrk2 as "50.000%"
            reported.ms.insert(QStringLiteral("p%1_ms").arg(match.captured(1).toDouble()), ms);
    }
    static const QRegularExpression total(QStringLiteral("(\\d+) requests in ([0-9.]+(?:us|ms|s|m|h))"));
    const QRegularExpressionMatch requests = total.match(text);
    if (!requests.hasMatch())
        return cannotRead(QStringLiteral("This is not what wrk prints: \"… requests in …\" is missing."));
    if (reported.ms.isEmpty())
        return cannotRead(QStringLiteral("wrk was run without --latency: no percentile is there."));
    static const QRegularExpression sockets(QStringLiteral("timeout (\\d+)"));
    static const QRegularExpression statuses(QStringLiteral("Non-2xx or 3xx responses: (\\d+)"));
    reported.timeouts = sockets.match(text).captured(1).toDouble();
    reported.requests = requests.captured(1).toDouble() + reported.timeouts;
    reported.ok = requests.captured(1).toDouble() - statuses.match(text).captured(1).toDouble();
    reported.seconds = wrkMs(requests.captured(2)) / 1000;
    ImportedLatency imported;
    imported.endpoints.append(reportedEndpoint(reported));
    imported.note =
        reported.timeouts > 0
            ? QT_TRANSLATE_NOOP("awb", "wrk leaves timeouts out of its percentiles, and there were some: the "
                                       "true p99 is higher.")
            : QT_TRANSLATE_NOOP("awb", "wrk's percentiles are of a closed loop, corrected by arithmetic.");
    return imported;
}

// {"50th": ns, …} of vegeta, {"p50": s, …} of oha and autocannon (ms).
ReportedLatency percentilesOf(const QJsonObject& values, const QMap<QString, QString>& names,
                              double msPerUnit, const ImportOptions& options)
{
    ReportedLatency reported;
    reported.endpoint = options.endpoint;
    for (auto it = names.cbegin(); it != names.cend(); ++it) {
        if (values.value(it.key()).isDouble())
            reported.ms.insert(it.value(), values.value(it.key()).toDouble() * msPerUnit);
    }
    return reported;
}

double sumOf(const QJsonObject& counts, const QString& onlyStartingWith = {})
{
    double sum = 0;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        sum += it.key().startsWith(onlyStartingWith) ? it.value().toDouble() : 0;
    return sum;
}

Result<ImportedLatency> asReported(const ReportedLatency& reported)
{
    if (reported.ms.isEmpty())
        return cannotRead(QStringLiteral("no latency is in the file."));
    ImportedLatency imported;
    imported.endpoints.append(reportedEndpoint(reported));
    imported.note = percentilesOnly();
    return imported;
}

Result<ImportedLatency> readVegetaReport(const QJsonObject& document, const ImportOptions& options)
{
    ReportedLatency reported = percentilesOf(document.value(QStringLiteral("latencies")).toObject(),
                                             {{QStringLiteral("50th"), QStringLiteral("p50_ms")},
                                              {QStringLiteral("90th"), QStringLiteral("p90_ms")},
                                              {QStringLiteral("95th"), QStringLiteral("p95_ms")},
                                              {QStringLiteral("99th"), QStringLiteral("p99_ms")},
                                              {QStringLiteral("max"), QStringLiteral("max_ms")}},
                                             1e-6, options);
    reported.requests = document.value(QStringLiteral("requests")).toDouble();
    reported.ok = sumOf(document.value(QStringLiteral("status_codes")).toObject(), QStringLiteral("2"));
    reported.seconds = document.value(QStringLiteral("duration")).toDouble() / 1e9;
    return asReported(reported);
}

Status takeVegeta(const QByteArray& line, LatencySamples& samples, const ImportOptions& options)
{
    const QJsonObject hit = QJsonDocument::fromJson(line).object();
    if (!hit.value(QStringLiteral("latency")).isDouble())
        return cannotRead(QStringLiteral("no result of vegeta encode."));
    const QString url = hit.value(QStringLiteral("url")).toString();
    const QString name = url.isEmpty()
                             ? options.endpoint
                             : hit.value(QStringLiteral("method")).toString() + QLatin1Char(' ') + url;
    const int code = hit.value(QStringLiteral("code")).toInt();
    const bool failed = code < 200 || code > 299 || !hit.value(QStringLiteral("error")).toString().isEmpty();
    return samples.add(name, secondsFrom(hit.value(QStringLiteral("timestamp")).toString()),
                       hit.value(QStringLiteral("latency")).toDouble() / 1000, code, failed);
}

// Limits that are the beginning of a bucket, so that an interval's histogram tells their counts exactly.
QVector<qint64> bucketEdges()
{
    QVector<qint64> edges;
    for (const qint64 edge : importEdges()) {
        const auto lowest = LatencyHistogram::lowestOf(LatencyHistogram::indexOf(static_cast<quint64>(edge)));
        edges.append(static_cast<qint64>(lowest));
    }
    return edges;
}

SliceCounts sliceOf(const LatencyHistogram& histogram, const QVector<qint64>& edges)
{
    SliceCounts slice{static_cast<qint64>(histogram.count()), {}};
    for (const qint64 edge : edges)
        slice.atLeast.append(static_cast<qint64>(histogram.atLeast(static_cast<quint64>(edge)).least));
    return slice;
}

// Intervals of one tag, put together until they last a second.
EndpointLatency endpointOf(const QString& name, const QVector<const LogInterval*>& intervals, bool mayPass)
{
    EndpointLatency endpoint;
    endpoint.name = name;
    endpoint.isWrite = isWriteName(name);
    endpoint.series.edgesUs = bucketEdges();
    LatencyHistogram together;
    double length = 0;
    double seconds = 0;
    for (const LogInterval* interval : intervals) {
        endpoint.series.histogram.merge(interval->histogram);
        together.merge(interval->histogram);
        length += interval->lengthS;
        seconds += interval->lengthS;
        if (length < 0.95)
            continue;
        endpoint.series.slices.append(sliceOf(together, endpoint.series.edgesUs));
        together.clear();
        length = 0;
    }
    if (!together.isEmpty())
        endpoint.series.slices.append(sliceOf(together, endpoint.series.edgesUs));
    const auto count = static_cast<double>(endpoint.series.histogram.count());
    endpoint.rate = seconds > 0 ? count / seconds : 0;
    endpoint.runs.append(QJsonObject{{QStringLiteral("series"), toJson(endpoint.series)},
                                     {QStringLiteral("seconds"), seconds},
                                     {QStringLiteral("scheduled"), count},
                                     {QStringLiteral("sent_in_time"), count},
                                     {QStringLiteral("ok"), count},
                                     {QStringLiteral("may_pass"), mayPass},
                                     {QStringLiteral("stop"), QStringLiteral("over")}});
    return endpoint;
}

} // namespace

Result<ImportedLatency> importWrk(QIODevice& file, const ImportOptions& options)
{
    const auto bytes = wholeFile(file);
    if (!bytes)
        return bytes.error();
    const QJsonObject document = QJsonDocument::fromJson(*bytes).object();
    if (document.value(QStringLiteral("histogram")).isArray())
        return readWrkHistogram(document, options);
    return readWrkText(QString::fromUtf8(*bytes), options);
}

// --log-file: start in µs since 1970, status (-1: failed), duration in µs.
Result<ImportedLatency> importH2load(QIODevice& file, const ImportOptions& options)
{
    LatencySamples samples(importEdges());
    const Status read = forEachLine(file, [&](const QByteArray& line) -> Status {
        const QByteArrayList fields = line.split('\t');
        bool start = false;
        bool code = false;
        bool duration = false;
        const double startUs = fields.value(0).toDouble(&start);
        const int status = fields.value(1).toInt(&code);
        const double us = fields.value(2).toDouble(&duration);
        if (!start || !code || !duration)
            return cannotRead(QStringLiteral("start, status and duration are expected."));
        return samples.add(options.endpoint, startUs / 1e6, us, status, status < 200 || status > 299);
    });
    if (!read)
        return read.error();
    ImportedLatency imported;
    imported.endpoints = samples.endpoints(false); // --rps does not count what waited
    imported.note = QT_TRANSLATE_NOOP(
        "awb", "h2load does not count the time a request waited to be sent: it can prove that "
               "a service is slow, not that it is fast.");
    return imported;
}

Result<ImportedLatency> importVegeta(QIODevice& file, const ImportOptions& options)
{
    const QByteArray head = file.peek(4096);
    if (!head.left(head.indexOf('\n')).contains("\"latency\"")) {
        const auto document = jsonDocument(file);
        return document ? readVegetaReport(*document, options) : Result<ImportedLatency>(document.error());
    }
    LatencySamples samples(importEdges());
    const Status read =
        forEachLine(file, [&](const QByteArray& line) { return takeVegeta(line, samples, options); });
    if (!read)
        return read.error();
    ImportedLatency imported;
    imported.endpoints = samples.endpoints(true); // it sends on a schedule
    return imported;
}

Result<ImportedLatency> importOha(QIODevice& file, const ImportOptions& options)
{
    const auto document = jsonDocument(file);
    if (!document)
        return document.error();
    ReportedLatency reported = percentilesOf(document->value(QStringLiteral("latencyPercentiles")).toObject(),
                                             {{QStringLiteral("p50"), QStringLiteral("p50_ms")},
                                              {QStringLiteral("p90"), QStringLiteral("p90_ms")},
                                              {QStringLiteral("p95"), QStringLiteral("p95_ms")},
                                              {QStringLiteral("p99"), QStringLiteral("p99_ms")}},
                                             1000, options);
    const QJsonObject statuses = document->value(QStringLiteral("statusCodeDistribution")).toObject();
    reported.requests =
        sumOf(statuses) + sumOf(document->value(QStringLiteral("errorDistribution")).toObject());
    reported.ok = sumOf(statuses, QStringLiteral("2"));
    reported.seconds =
        document->value(QStringLiteral("summary")).toObject().value(QStringLiteral("total")).toDouble();
    return asReported(reported);
}

Result<ImportedLatency> importAutocannon(QIODevice& file, const ImportOptions& options)
{
    const auto document = jsonDocument(file);
    if (!document)
        return document.error();
    ReportedLatency reported = percentilesOf(document->value(QStringLiteral("latency")).toObject(),
                                             {{QStringLiteral("p50"), QStringLiteral("p50_ms")},
                                              {QStringLiteral("p90"), QStringLiteral("p90_ms")},
                                              {QStringLiteral("p99"), QStringLiteral("p99_ms")},
                                              {QStringLiteral("max"), QStringLiteral("max_ms")}},
                                             1, options);
    reported.timeouts = document->value(QStringLiteral("timeouts")).toDouble();
    reported.ok = document->value(QStringLiteral("2xx")).toDouble();
    reported.requests = reported.ok + document->value(QStringLiteral("non2xx")).toDouble() +
                        document->value(QStringLiteral("errors")).toDouble();
    reported.seconds = document->value(QStringLiteral("duration")).toDouble();
    return asReported(reported);
}

Result<ImportedLatency> importHlog(QIODevice& file, const ImportOptions& options)
{
    constexpr qsizetype mostBytes = 64 * 1024 * 1024;
    constexpr std::size_t mostTags = 200;
    const auto log = readHistogramLog(file.read(mostBytes + 1), options.unitUs);
    if (!log)
        return log.error();
    std::map<QString, QVector<const LogInterval*>> byTag;
    for (const LogInterval& interval : log->intervals)
        byTag[interval.tag.isEmpty() ? options.endpoint : interval.tag].append(&interval);
    if (byTag.size() > mostTags)
        return Error{ErrorCode::Limit, QStringLiteral("The log has more than 200 tags."), {}, {}};
    ImportedLatency imported;
    for (const auto& [tag, intervals] : byTag)
        imported.endpoints.append(endpointOf(tag, intervals, options.openLoop));
    if (!options.openLoop)
        imported.note =
            QT_TRANSLATE_NOOP("awb", "A histogram log does not say whether requests were sent on a schedule; "
                                     "without it no pass is given.");
    return imported;
}

} // namespace awb
