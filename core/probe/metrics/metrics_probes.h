#pragma once

#include "core/probe/http/http_probe.h"

#include <vector>

namespace awb
{

// 4.7, 5.2, 5.7 and 5.8: two scrapes with requests between them, and the minimum metric set.
// details: endpoints [{endpoint, sent, rate, errors, duration, covered}], families [{need, exposed: present
// other absent, family, server_wide}], pool [states found: active idle waiting], pool_like [names that may be
// of a pool, but are not known], partial (the page was not read whole), queries: endpoint global
// none, cache: service server none, cache_moves, requests, durations: histogram summary none, endpoint_label,
// error_label, raw_paths, moves. Measured: states (of the pool), covered (percent of the called endpoints
// with rate, errors and duration), metrics (5.7, 5.8: families that serve), series.
class MetricsProbe final : public HttpProbe
{
public:
    explicit MetricsProbe(std::shared_ptr<HttpPace> pace,
                          std::chrono::milliseconds between = std::chrono::seconds(10))
        : HttpProbe("metrics.scrape", std::move(pace)),
          between_(between)
    {
    }

protected:
    Status measure(const ProbeTarget&, HttpClient&, ProbeContext&, Facts&) override;

private:
    const std::chrono::milliseconds between_;
};

std::vector<ProbeDescriptor> metricsProbes(const std::shared_ptr<HttpPace>& pace);

} // namespace awb
