// The parser of HTTP responses under load. The first byte chooses the kind of request and the size of the
// pieces; whatever the pieces, a response must end at the same byte.

#include "core/probe/load/http_response_parser.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace awb;

namespace
{

struct End
{
    std::size_t used;
    bool complete;
    bool bad;
    int status;
};

End readAll(const char* data, std::size_t size, std::size_t piece, HttpResponseParser::Request request)
{
    HttpResponseParser parser;
    parser.begin(request);
    std::size_t used = 0;
    while (used < size && !parser.isComplete() && !parser.isBad())
        used += parser.feed(data + used, std::min(piece, size - used));
    const End end{used, parser.isComplete(), parser.isBad(), parser.status()};
    (void)parser.feedEnd();
    return end;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const auto* bytes = reinterpret_cast<const char*>(data + 1);
    const auto request = static_cast<HttpResponseParser::Request>(data[0] % 3);
    const End whole = readAll(bytes, size - 1, size, request);
    const End parts = readAll(bytes, size - 1, 1 + data[0] / 3, request);
    // a fault is found with the piece it is in: only what is not bad must agree to the byte
    if (whole.bad != parts.bad ||
        (!whole.bad &&
         (whole.used != parts.used || whole.complete != parts.complete || whole.status != parts.status)))
        std::abort();
    return 0;
}
