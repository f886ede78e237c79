#pragma once

#include "core/probe/http/http_probe.h"

#include <vector>

namespace awb
{

// Numbers of the measurement; the defaults are the shipped ones (policy of check 2.4), tests take shorter.
struct QueryBurstOptions
{
    QVector<int> sizes{20, 10, 5}; // requests of each burst, the largest first
    int warmUp = 3;
    int retries = 3; // while other traffic hides the answer
    int mostEndpoints = 20;
    std::chrono::milliseconds gap{50};      // between two requests
    std::chrono::milliseconds window{1500}; // of every burst, longer where the largest takes longer
    std::chrono::milliseconds settle{100};  // until the last statements are counted
    std::chrono::milliseconds longestBurst{60000};
    double suspicious = 3; // calls of one statement a request: does it grow with the page?
};

// 2.4: what pg_stat_statements counts around bursts of GETs to each read endpoint. A statement belongs to the
// request if its calls grow in step with the requests of three bursts (call_fit.h); own statements and
// BEGIN, COMMIT and the like are left out. The databases are all that the profile names, whatever role asks.
//
// details: endpoints [{endpoint, state: ok noisy limited failed slow void, queries (of one request), most (no
// request can have had more: all calls ÷ requests, of the quietest burst), requests, statements, worst,
// worst_per_request, grows (twice the page, more calls)}], skipped [{endpoint, why}], reads_total,
// hidden. Measured: queries_per_request (largest), violations (endpoints above the threshold), endpoints.
class QueriesProbe final : public HttpProbe
{
public:
    explicit QueriesProbe(std::shared_ptr<HttpPace> pace, QueryBurstOptions options = {})
        : HttpProbe("http.queries", std::move(pace)),
          options_(std::move(options))
    {
    }

protected:
    Status measure(const ProbeTarget&, HttpClient&, ProbeContext&, Facts&) override;

private:
    const QueryBurstOptions options_;
};

std::vector<ProbeDescriptor> burstProbes(const std::shared_ptr<HttpPace>& pace);

} // namespace awb
