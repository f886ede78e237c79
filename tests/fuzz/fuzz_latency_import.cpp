// Result files of other load tools. The first byte chooses the format.

#include "core/probe/load/latency_import.h"

#include <QBuffer>

#include <cstdint>

using namespace awb;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    QByteArray bytes(reinterpret_cast<const char*>(data + 1), static_cast<qsizetype>(size - 1));
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    ImportOptions options;
    options.openLoop = data[0] >= 128;
    options.unitUs = data[0] >= 64 ? 1 : 0;
    constexpr int formats = 7;
    const auto facts =
        importLatency(static_cast<LatencyFormat>(data[0] % formats), buffer, QStringLiteral("file"), options);
    if (facts)
        (void)factsFromJson(toJson(*facts));
    return 0;
}
