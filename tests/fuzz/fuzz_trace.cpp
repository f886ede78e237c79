// The answer of a trace backend.

#include "core/probe/http/trace_reading.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto seen =
        awb::readTrace(QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)),
                       QByteArray(32, 'a'), QByteArray(16, 'b'));
    if (seen && (seen->services.size() > 100 || seen->spans > 20'000))
        std::abort();
    return 0;
}
