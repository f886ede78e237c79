// Histograms and histogram logs of other programs. What is read must come back the same.

#include "core/latency/hdr_codec.h"
#include "core/latency/histogram_log.h"
#include "core/latency/latency_series.h"

#include <QJsonDocument>

#include <cstdint>
#include <cstdlib>

using namespace awb;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    if (const auto decoded = decodeHdr(bytes)) {
        const QByteArray text = encodeHdrBase64(decoded->histogram);
        const auto again = decodeHdrBase64(text);
        if (!again || again->histogram.count() != decoded->histogram.count() ||
            encodeHdrBase64(again->histogram) != text)
            std::abort();
    }
    (void)readHistogramLog(bytes);
    (void)readHistogramLog(bytes, 1);
    (void)latencySeriesFromJson(QJsonDocument::fromJson(bytes).object());
    return 0;
}
