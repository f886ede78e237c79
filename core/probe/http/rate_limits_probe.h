#pragma once

#include "core/probe/http/http_probe.h"

namespace awb
{

// What an answer says of its limit; -1 where it does not.
struct RateLimitSeen
{
    qint64 limit = -1;
    qint64 remaining = -1;
    qint64 windowSeconds = -1;
    bool isKnown() const { return limit >= 0 || remaining >= 0; }
};

// RateLimit and RateLimit-Policy by drafts 6, 7 and 8 of the IETF, X-RateLimit-*, X-Rate-Limit-*.
RateLimitSeen readRateLimit(const HttpResponse& response);

// 6.3: the limit's headers on all public endpoints (at most 40) in three requests each; with the capability
// `burst` up to 120 GETs at no more than 20 a second to the cheapest that shows none, until the first 429 or
// 503; a refusal there is followed by one GET to each of the others, which a shared limit refuses as well.
// details: endpoints [{endpoint, state: limited policy constant none unclear, limit, window_s, ms}], burst
// (requests sent; 0: not allowed), burst_at, untried [public endpoints that were not asked: writes other than
// logins, values that nobody knows, what is beyond the bound]. Measured: covered (percent of the endpoints
// with a limit), endpoints.
class RateLimitsProbe final : public HttpProbe
{
public:
    explicit RateLimitsProbe(std::shared_ptr<HttpPace> pace, int burst = 120)
        : HttpProbe("http.rate_limits", std::move(pace)),
          burst_(burst)
    {
    }

protected:
    Status measure(const ProbeTarget&, HttpClient&, ProbeContext&, Facts&) override;

private:
    const int burst_;
};

} // namespace awb
