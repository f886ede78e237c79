#include "tests/ui/load_target.h"

#include "core/probe/load/latency_probe.h"

#include <cmath>

namespace awb::test
{

namespace
{

// Mostly 8 to 60 ms, one in a hundred near 300; one in two hundred fails.
HttpReply answer(const QByteArray& request, std::atomic<quint32>& seed)
{
    const quint32 next = seed.fetch_add(0x9E3779B9U);
    const quint32 mixed = (next ^ (next >> 15)) * 0x85EBCA6BU;
    const double share = (mixed >> 8) / 16777216.0;
    if (request.contains("/orders") && share > 0.995)
        return HttpReply::status(503);
    HttpReply reply = HttpReply::ok();
    const double slower = request.contains("/orders") ? 2 : 1;
    reply.delayMs = share < 0.01 ? 240 + static_cast<int>(9000 * share)
                                 : static_cast<int>(slower * 8 * std::exp(2 * share * share));
    return reply;
}

} // namespace

LoadTarget::LoadTarget()
    : server([seed = std::make_shared<std::atomic<quint32>>(7U)](const QByteArray& request, int) {
          return answer(request, *seed);
      })
{
}

QString LoadTarget::profileText(int endpoints) const
{
    const char* paths[] = {"/orders", "/products", "/users"};
    QString text = QStringLiteral("name: Checkout\n"
                                  "environment: local\n"
                                  "http:\n"
                                  "  base_url: \"http://127.0.0.1:%1/api\"\n"
                                  "  endpoints:\n")
                       .arg(server.port());
    for (int i = 0; i < endpoints && i < 3; ++i)
        text += QStringLiteral("    - {path: %1, method: GET, rate: 60}\n").arg(QLatin1String(paths[i]));
    return text;
}

ProbeTable LoadTarget::probes(std::chrono::milliseconds warmUp, std::chrono::milliseconds duration)
{
    LatencyOptions options;
    options.warmUp = warmUp;
    options.ramp = std::min(warmUp, std::chrono::milliseconds(200));
    options.duration = options.longest = duration;
    options.repeats = 0;
    std::vector<ProbeDescriptor> probes = loadProbes();
    probes.front().create = [options] { return std::make_unique<LatencyProbe>(options); };
    return ProbeTable(std::move(probes));
}

} // namespace awb::test
