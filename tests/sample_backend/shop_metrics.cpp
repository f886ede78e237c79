#include "tests/sample_backend/shop_metrics.h"

namespace awb::sample
{

void ShopMetrics::request(const QByteArray& method, const QByteArray& pattern, int status,
                          std::chrono::nanoseconds took)
{
    const QByteArray where = "method=\"" + method + "\",path=\"" + pattern + '"';
    const double seconds = std::chrono::duration<double>(took).count();
    const std::lock_guard lock(mutex_);
    ++requests_['{' + where + ",status_code=\"" + QByteArray::number(status) + "\"}"];
    Durations& durations = durations_[where];
    for (std::size_t i = 0; i < bounds_.size(); ++i)
        durations.atMost[i] += seconds <= bounds_[i] ? 1 : 0;
    ++durations.count;
    durations.seconds += seconds;
}

void ShopMetrics::queries(const QByteArray& pattern, int count)
{
    const std::lock_guard lock(mutex_);
    queries_[pattern] += count;
}

QByteArray ShopMetrics::text() const
{
    const std::lock_guard lock(mutex_);
    QByteArray out = "# TYPE http_requests_total counter\n";
    for (const auto& [labels, count] : requests_)
        out += "http_requests_total" + labels + ' ' + QByteArray::number(count) + '\n';
    if (!queries_.empty())
        out += "# TYPE db_queries_total counter\n";
    for (const auto& [pattern, count] : queries_)
        out +=
            QByteArray("db_queries_total{endpoint=\"") + pattern + "\"} " + QByteArray::number(count) + '\n';
    out += "# TYPE http_request_duration_seconds histogram\n";
    for (const auto& [labels, durations] : durations_) {
        const QByteArray name = "http_request_duration_seconds";
        for (std::size_t i = 0; i < bounds_.size(); ++i)
            out += name + "_bucket{" + labels + ",le=\"" + QByteArray::number(bounds_[i]) + "\"} " +
                   QByteArray::number(durations.atMost[i]) + '\n';
        out += name + "_bucket{" + labels + ",le=\"+Inf\"} " + QByteArray::number(durations.count) + '\n';
        out += name + "_sum{" + labels + "} " + QByteArray::number(durations.seconds, 'g', 12) + '\n';
        out += name + "_count{" + labels + "} " + QByteArray::number(durations.count) + '\n';
    }
    out += sample("process_start_time_seconds", {}, "gauge", started_);
    return out;
}

QByteArray ShopMetrics::sample(const QByteArray& name, const QByteArray& labels, const QByteArray& type,
                               qint64 value)
{
    return (type.isEmpty() ? QByteArray() : "# TYPE " + name + ' ' + type + '\n') + name + labels + ' ' +
           QByteArray::number(value) + '\n';
}

} // namespace awb::sample
