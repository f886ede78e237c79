// A scrape from a stranger: Prometheus text or OpenMetrics, and what is found in it.

#include "core/probe/metrics/metric_families.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace awb;
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const Result<Exposition> read = readExposition(bytes);
    if (!read)
        return 0;
    for (const MetricSample& sample : read->samples) {
        if (sample.name.isEmpty())
            std::abort();
        (void)routeKey(QString::fromUtf8(sample.labels.value("path")));
    }
    for (int i = 0; i <= static_cast<int>(MetricNeed::CacheEvictions); ++i)
        (void)findMetrics(*read, static_cast<MetricNeed>(i));
    return 0;
}
