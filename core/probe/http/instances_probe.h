#pragma once

#include "core/probe/http/http_probe.h"

#include <QMap>

namespace awb
{

// The defaults are the shipped numbers (policy of 8.1 and 8.2).
struct InstancesOptions
{
    int requests = 20;
    int scrapes = 5;
    qsizetype endpoints = 3;
};

// What names the instance in one answer: header, or "Server-Timing host" → value. Names of an edge's cache
// nodes ("cache-fra-…") are none of the service's.
QMap<QString, QString> instanceNames(const HttpResponse& response);

// The same of a metrics page: process_start_time_seconds, and the labels instance, pod … of the service's own
// families.
QMap<QString, QStringList> instanceNamesInMetrics(const QByteArray& text);

// 8.1 and 8.2, hints: how many instances the answers name, each over a connection of its own; and whether the
// credential works at the other instances of the profile (http.instances), which get it only because they
// stand there.
//
// details: labels [{source, distinct, values, asked}], sessions [{instance, endpoint, here, there, without
// (statuses; without: there, without a credential), state: works refused open unreachable itself unknown}],
// named (how many other instances the profile names), credential (its kind), hint. Measured: instances (8.1,
// the most names of one source), refused (8.2).
class InstancesProbe final : public HttpProbe
{
public:
    explicit InstancesProbe(std::shared_ptr<HttpPace> pace, InstancesOptions options = {})
        : HttpProbe("http.instances", pace),
          pace_(std::move(pace)),
          options_(options)
    {
    }

protected:
    Status measure(const ProbeTarget&, HttpClient&, ProbeContext&, Facts&) override;

private:
    const std::shared_ptr<HttpPace> pace_;
    const InstancesOptions options_;
};

ProbeDescriptor instancesProbe(const std::shared_ptr<HttpPace>& pace);

} // namespace awb
