#pragma once

#include "core/probe/http/http_probe.h"

#include <vector>

namespace awb
{

// At most 5 requests a second, for all who share it.
std::shared_ptr<HttpPace> functionalPace();

// All functional probes over HTTP.
std::vector<ProbeDescriptor> httpProbes(const std::shared_ptr<HttpPace>& pace = functionalPace());

// 6.9: the security headers of success, error and HTML answers, and what plain HTTP says at the same host.
// details: answers [{url, kind: success error html, status, hsts: ok short off missing invalid unmeasured,
// nosniff, framing, csp, referrer, cookies, leaks}], https, pinned, plain [one row of askPlainHttp, if it was
// asked]. Measured: covered (percent of answers
// with all required headers), answers.
class HeadersProbe final : public HttpProbe
{
public:
    explicit HeadersProbe(std::shared_ptr<HttpPace> pace) : HttpProbe("http.headers", std::move(pace)) {}

protected:
    Status measure(const ProbeTarget&, HttpClient&, ProbeContext&, Facts&) override;
};

// 6.8: what each of seven origins is told.
// details: origins [{endpoint, public, origin, kind: foreign null suffix prefix http allowed none, allowed,
// value, credentials, told: ok risky wrong, vary, invalid}]. Measured: violations (foreign origins that are
// allowed), answered (endpoints with 2xx).
class CorsProbe final : public HttpProbe
{
public:
    explicit CorsProbe(std::shared_ptr<HttpPace> pace) : HttpProbe("http.cors", std::move(pace)) {}

protected:
    Status measure(const ProbeTarget&, HttpClient&, ProbeContext&, Facts&) override;
};

// 7.5: health paths against a random sibling of each.
// details: found [{path, kind: live ready combined, status, ms, named, guarded, same, leaks, dependencies,
// no_store}], discarded [paths that answer like any other]. Measured: endpoints (kinds found, 0 to 2).
class HealthProbe final : public HttpProbe
{
public:
    explicit HealthProbe(std::shared_ptr<HttpPace> pace) : HttpProbe("http.health", std::move(pace)) {}

protected:
    Status measure(const ProbeTarget&, HttpClient&, ProbeContext&, Facts&) override;
};

// 8.7 and 8.8: each list by default, with limit=1 and with limit=1000000; the size of every read.
// details: lists [{endpoint, status, items, bytes, limit, one, many, many_bytes, refused, next, clamp: proven
// none unknown, paging: honoured ignored none unknown, declared}], sizes [{endpoint, bytes, truncated}].
// Measured: covered (percent of lists whose paging is honoured), lists, largest (bytes), unbounded.
class ListsProbe final : public HttpProbe
{
public:
    explicit ListsProbe(std::shared_ptr<HttpPace> pace) : HttpProbe("http.lists", std::move(pace)) {}

protected:
    Status measure(const ProbeTarget&, HttpClient&, ProbeContext&, Facts&) override;
};

// 6.1: every operation with, without and with a broken credential.
// details: endpoints [{endpoint, public, declared, baseline, without, broken, state: guarded hidden open soft
// unknown cached skipped public}], described, credential. Measured: covered (percent of the non-public ones),
// open, unknown, endpoints.
class AuthenticationProbe final : public HttpProbe
{
public:
    explicit AuthenticationProbe(std::shared_ptr<HttpPace> pace)
        : HttpProbe("http.authentication", std::move(pace))
    {
    }

protected:
    Status measure(const ProbeTarget&, HttpClient&, ProbeContext&, Facts&) override;
};

// 5.4: a request id on success and error answers: echoed, generated, and what becomes of a hostile one.
// details: answers [{url, status, echoed, generated, unique, header, hostile: raw changed none}].
// Measured: covered (percent of the answers that echo or generate an id), answers.
class RequestIdsProbe final : public HttpProbe
{
public:
    explicit RequestIdsProbe(std::shared_ptr<HttpPace> pace) : HttpProbe("http.request_ids", std::move(pace))
    {
    }

protected:
    Status measure(const ProbeTarget&, HttpClient&, ProbeContext&, Facts&) override;
};

// 1.6: an announced body of 1 GiB of which nothing is sent, then bodies of spaces up to 32 MiB, to the writes
// that the profile lists. Spaces are no valid JSON, so nothing can be changed. Needs the capability `body`.
// details: endpoints [{endpoint, announced (status, 0: it asked for the body), largest_accepted,
// smallest_refused, status, state: limited closed otherwise length high announced unlimited unknown}].
// Measured: covered (percent of the endpoints that answer 413), endpoints.
class BodyLimitProbe final : public HttpProbe
{
public:
    explicit BodyLimitProbe(std::shared_ptr<HttpPace> pace,
                            std::chrono::milliseconds announceWait = std::chrono::seconds(3))
        : HttpProbe("http.body_limit", std::move(pace)),
          announceWait_(announceWait)
    {
    }

protected:
    Status measure(const ProbeTarget&, HttpClient&, ProbeContext&, Facts&) override;

private:
    const std::chrono::milliseconds announceWait_;
};

} // namespace awb
