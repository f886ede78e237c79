#include "core/probe/load/wrk_report.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <map>

namespace awb
{

namespace
{

constexpr qsizetype mostJson = 16 * 1024 * 1024;
constexpr double mostCount = 1e15;
constexpr qint64 mostSteps = 50'000'000; // a second; a real report needs thousands

Error senseless(const QString& what)
{
    return {ErrorCode::Parse, QStringLiteral("wrk's report makes no sense: %1.").arg(what), {}, {}};
}

// A count of the report; -1: it is none.
qint64 countOf(const QJsonObject& object, const char* name)
{
    const QJsonValue value = object.value(QLatin1String(name));
    if (value.isUndefined())
        return 0;
    const double number = value.toDouble(-1);
    return number >= 0 && number < mostCount ? static_cast<qint64>(number) : -1;
}

Status readBuckets(const QJsonArray& buckets, WrkReport& report)
{
    double all = 0;
    for (const QJsonValue& value : buckets) {
        const QJsonArray bucket = value.toArray();
        const double us = bucket.at(0).toDouble(-1);
        const double count = bucket.at(1).toDouble(-1);
        if (!(us >= 0 && us < mostCount && count >= 0 && count < mostCount))
            return senseless(QStringLiteral("a bucket of the histogram makes no sense"));
        report.buckets.append({static_cast<quint64>(us), static_cast<quint64>(count)});
        all += count;
    }
    if (!(all < mostCount))
        return senseless(QStringLiteral("the histogram holds more than a run can send"));
    std::sort(report.buckets.begin(), report.buckets.end());
    return Done{};
}

} // namespace

qint64 WrkReport::inBuckets() const
{
    qint64 all = 0;
    for (const auto& bucket : buckets)
        all += static_cast<qint64>(bucket.second);
    return all;
}

qint64 WrkReport::answeredWith2xx() const
{
    if (statuses.isEmpty())
        return std::max<qint64>(0, requests - notOk);
    qint64 all = 0;
    for (auto it = statuses.cbegin(); it != statuses.cend(); ++it)
        all += it.key() >= 200 && it.key() < 300 ? it.value() : 0;
    return all;
}

Result<WrkReport> readWrkReport(const QByteArray& json)
{
    if (json.size() > mostJson)
        return Error{ErrorCode::Limit, QStringLiteral("wrk's report is larger than 16 MiB."), {}, {}};
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(json, &fault);
    if (!document.isObject() || !document.object().value(QStringLiteral("histogram")).isArray())
        return senseless(fault.error == QJsonParseError::NoError ? QStringLiteral("there is no histogram")
                                                                 : fault.errorString());
    const QJsonObject object = document.object();
    const QJsonObject errors = object.value(QStringLiteral("errors")).toObject();
    WrkReport report;
    report.seconds = static_cast<double>(countOf(object, "duration_us")) / 1e6;
    report.requests = countOf(object, "requests");
    report.bytes = countOf(object, "bytes");
    report.connections = countOf(object, "connections");
    report.issued = countOf(object, "issued");
    report.limited = object.value(QStringLiteral("limited")).toBool();
    report.connectErrors = countOf(errors, "connect");
    report.readErrors = countOf(errors, "read");
    report.writeErrors = countOf(errors, "write");
    report.notOk = countOf(errors, "status");
    report.timeouts = countOf(errors, "timeout");
    const qint64 least =
        std::min({report.requests, report.bytes, report.connections, report.issued, report.connectErrors,
                  report.readErrors, report.writeErrors, report.notOk, report.timeouts});
    if (least < 0 || report.seconds < 0)
        return senseless(QStringLiteral("a count is none"));
    const QJsonObject statuses = object.value(QStringLiteral("statuses")).toObject();
    for (auto it = statuses.begin(); it != statuses.end(); ++it)
        report.statuses.insert(it.key().toInt(), countOf(statuses, it.key().toLatin1().constData()));
    if (const Status read = readBuckets(object.value(QStringLiteral("histogram")).toArray(), report); !read)
        return read.error();
    return report;
}

bool takeInventedOut(WrkReport& report)
{
    const qint64 wanted = report.requests - report.timeouts;
    if (report.inBuckets() == wanted)
        return true;
    if (report.connections <= 0 || report.requests / report.connections <= 0)
        return false;
    // as wrk reckons: whole µs, rounded down
    const qint64 interval =
        static_cast<qint64>(report.seconds * 1e6 + 0.5) / (report.requests / report.connections);
    if (interval <= 0)
        return false;
    std::map<qint64, qint64> counts;
    for (const auto& bucket : report.buckets)
        counts[static_cast<qint64>(bucket.first)] += static_cast<qint64>(bucket.second);
    // from the longest down: what is left of each is what was measured, and says what was invented below it
    qint64 stepsLeft = mostSteps;
    for (auto it = counts.rbegin(); it != counts.rend(); ++it) {
        if (it->first < 2 * interval || it->second == 0)
            continue;
        for (qint64 at = it->first - interval; at > interval; at -= interval) {
            const auto invented = counts.find(at);
            if (invented == counts.end() || invented->second < it->second || --stepsLeft < 0)
                return false;
            invented->second -= it->second;
        }
    }
    report.buckets.clear();
    for (const auto& [us, count] : counts) {
        if (count > 0)
            report.buckets.append({static_cast<quint64>(us), static_cast<quint64>(count)});
    }
    return report.inBuckets() == wanted;
}

LatencyHistogram histogramOf(const WrkReport& report, qint64 slowest)
{
    LatencyHistogram histogram;
    auto left = static_cast<quint64>(std::max<qint64>(0, report.inBuckets() - std::max<qint64>(0, slowest)));
    for (const auto& [us, count] : report.buckets) {
        const quint64 taken = std::min(left, count);
        if (taken > 0)
            histogram.record(us, taken);
        left -= taken;
    }
    return histogram;
}

} // namespace awb
