#pragma once

#include <QByteArray>
#include <QDateTime>

#include <array>
#include <chrono>
#include <map>
#include <mutex>

namespace awb::sample
{

// Counts requests and their durations, and prints them in Prometheus' text format. Thread-safe.
class ShopMetrics
{
public:
    void request(const QByteArray& method, const QByteArray& pattern, int status,
                 std::chrono::nanoseconds took);
    void queries(const QByteArray& pattern, int count); // of one request
    QByteArray text() const;

    // One unlabelled or labelled sample with its TYPE line, e.g. ("db_pool_connections", R"({state="idle"})",
    // "gauge", 3).
    static QByteArray sample(const QByteArray& name, const QByteArray& labels, const QByteArray& type,
                             qint64 value);

private:
    static constexpr std::array<double, 8> bounds_{0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0}; // seconds
    struct Durations
    {
        std::array<qint64, bounds_.size()> atMost{};
        qint64 count = 0;
        double seconds = 0;
    };

    mutable std::mutex mutex_;
    std::map<QByteArray, qint64> requests_; // by labels
    std::map<QByteArray, Durations> durations_;
    std::map<QByteArray, qint64> queries_; // by endpoint
    const qint64 started_ = QDateTime::currentSecsSinceEpoch();
};

} // namespace awb::sample
