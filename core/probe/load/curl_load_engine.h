#pragma once

#include "core/probe/load/load_engine.h"

namespace awb
{

// HTTP/2 (where TLS agrees on it, else HTTP/1.1) and proxies of any kind, through libcurl: an epoll loop and
// a multi handle for each thread. As exact as the native engine at the rates of an audit, at three to five
// times the processor's time a request. What differs:
// - `connections` of a closed loop are users: over HTTP/2 they share connections, up to 100 streams on each.
// - Before the clock starts one safe request of the plan opens the connection; what an HTTP/1.1 server needs
//   beyond it is opened when it is needed, and counts as time of the request.
// - The moment of sending is when libcurl got the request. Stale reuse is repeated by libcurl and not
// counted;
//   a write is never repeated once a byte of its body is out.
// - requestsPerConnection is refused (ErrorCode::Unsupported).
class CurlLoadEngine final : public LoadEngine
{
public:
    LoadEngineInfo info() const override; // "libcurl 7.88.1, nghttp2 1.52.0"
    Result<LoadResult> run(const LoadPlan& plan, const Observer& observer, std::stop_token stop) override;
};

} // namespace awb
