// An alert's expression from a stranger.

#include "core/probe/metrics/alert_reading.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace awb;
    const QString text = QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    (void)readAlert(text,
                    {{QStringLiteral("a"), text.left(200)}, {QStringLiteral("b"), QStringLiteral("a + b")}});
    return 0;
}
