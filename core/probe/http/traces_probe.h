#pragma once

#include "core/probe/http/http_probe.h"

namespace awb
{

// The defaults are the shipped numbers (policy of 5.1); tests take shorter.
struct TraceOptions
{
    int perEndpoint = 3;
    qsizetype endpoints = 10;
    QVector<std::chrono::milliseconds> lookups{std::chrono::seconds(5), std::chrono::seconds(15),
                                               std::chrono::seconds(30)}; // after the last request
    std::chrono::milliseconds datadogPace{1000}; // its look-ups are limited to 60 a minute
};

// 5.1: GETs with a trace of our own (W3C traceparent, sampled), looked up in the profile's trace backend,
// beside one that was never sent and must not be found. Datadog is asked by hex and by decimal id, with its
// two keys (secrets "traces" and "traces/app").
//
// details: endpoints [{endpoint, sent, found, services (fewest of a trace), ours, echoed}], backend: none
// answers invents (it knows what was never sent) unreachable, services [names]. Measured: covered (percent of
// the endpoints whose every trace crosses to a second service), traced (percent found at all), endpoints.
class TracesProbe final : public HttpProbe
{
public:
    explicit TracesProbe(std::shared_ptr<HttpPace> pace, TraceOptions options = {})
        : HttpProbe("http.traces", std::move(pace)),
          options_(std::move(options))
    {
    }

protected:
    Status measure(const ProbeTarget&, HttpClient&, ProbeContext&, Facts&) override;

private:
    const TraceOptions options_;
};

ProbeDescriptor tracesProbe(const std::shared_ptr<HttpPace>& pace);

} // namespace awb
