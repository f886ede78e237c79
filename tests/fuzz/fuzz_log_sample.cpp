// The end of a log file, whoever wrote it.

#include "core/probe/logs/log_sample.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto sample = awb::readLogSample(
        QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)), size % 2 == 1);
    if (sample.json + sample.text + sample.continued + sample.tooLong != sample.lines)
        std::abort();
    return 0;
}
