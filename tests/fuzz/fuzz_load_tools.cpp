// What wrk and k6 hand over while they send for us. The first byte chooses the tool.

#include "core/probe/load/k6_points.h"
#include "core/probe/load/wrk_report.h"

#include <cstdint>

using namespace awb;

namespace
{

void readPoints(const QByteArray& bytes)
{
    LoadPlan plan;
    plan.host = QStringLiteral("127.0.0.1");
    plan.requests.resize(2);
    plan.edgesUs = {1000, 200000};
    K6Points points(plan);
    for (const QByteArray& line : bytes.split('\n'))
        points.take(line);
    const LoadResult result = points.result(true);
    for (std::size_t kind = 0; kind < result.series.size(); ++kind) {
        // a timeout counts as a latency, so that there are never more than requests
        if (result.series[kind].histogram.count() > result.total.requests[kind].scheduled)
            __builtin_trap();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char*>(data + 1), static_cast<qsizetype>(size - 1));
    if (data[0] % 2 == 0) {
        readPoints(bytes);
    } else if (auto report = readWrkReport(bytes)) {
        const bool exact = takeInventedOut(*report);
        if (exact && report->inBuckets() != report->requests - report->timeouts)
            __builtin_trap();
        (void)histogramOf(*report, report->requests - report->answeredWith2xx());
    }
    return 0;
}
