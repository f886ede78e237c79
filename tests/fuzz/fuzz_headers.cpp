// The headers of an answer, one to a line: its rate limit and the instance that it names; then the same bytes
// as a metrics page that names instances.

#include "core/probe/http/instances_probe.h"
#include "core/probe/http/rate_limits_probe.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    awb::HttpResponse response;
    for (const QByteArray& line : bytes.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            response.headers.append({line.left(colon), line.mid(colon + 1).trimmed()});
    }
    const awb::RateLimitSeen seen = awb::readRateLimit(response);
    if (seen.limit < -1 || seen.remaining < -1 || seen.windowSeconds < -1)
        std::abort();
    (void)awb::instanceNames(response);
    (void)awb::instanceNamesInMetrics(bytes);
    return 0;
}
