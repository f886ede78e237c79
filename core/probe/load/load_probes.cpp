#include "core/probe/load/latency_probe.h"

#include <QCoreApplication>

#include <cmath>

namespace awb
{

namespace
{

// What is run beside what is sent.
void addForeignCommands(std::vector<PlannedSend>& plan, const TargetProfile& profile)
{
    if (profile.loadEngine == QLatin1String("wrk")) {
        plan.push_back({QStringLiteral("wrk -v"), 1, QT_TRANSLATE_NOOP("awb", "its version")});
        plan.push_back(
            {QStringLiteral("wrk -t1 -c<connections> -d<seconds>s -T10s -s <script> {origin}"), -1,
             QT_TRANSLATE_NOOP("awb", "the requests below, as a process for the warm-up and one for each run "
                                      "of each endpoint; at most at its rate")});
    }
    if (profile.loadEngine == QLatin1String("k6")) {
        plan.push_back({QStringLiteral("k6 version"), 1, QT_TRANSLATE_NOOP("awb", "its version")});
        plan.push_back({QStringLiteral("k6 run --quiet --out json=- <script>"), -1,
                        QT_TRANSLATE_NOOP("awb", "the requests below, as a process for each run")});
    }
}

std::vector<PlannedSend> latencyPlan(const TargetProfile& profile)
{
    const LatencyOptions options;
    std::vector<PlannedSend> plan{
        {QStringLiteral("GET {openapi}"), 15,
         QT_TRANSLATE_NOOP("awb", "the API description and ids for its paths")},
        {QStringLiteral("GET {path}"), 1,
         QT_TRANSLATE_NOOP("awb", "for each read endpoint, to see that it answers 2xx")}};
    const auto duration =
        static_cast<double>(profile.loadDurationMs > 0 ? profile.loadDurationMs : options.duration.count());
    const double seconds = duration / 1000 + 10;
    const bool isLook = duration < static_cast<double>(options.duration.count()); // see isLongEnough()
    const double runs = options.mostEndpoints * (isLook ? 1 : 1 + options.repeats) + 1;
    addForeignCommands(plan, profile);
    const QVector<MessageArg> most{
        options.mostEndpoints, MessageArg(options.rate, {}), MessageArg(seconds, {}),
        MessageArg(std::ceil(runs * seconds / 60), {}),
        MessageArg(std::ceil(1000.0 * static_cast<double>(options.fewestSamples) / duration), {})};
    const Message bound =
        isLook ? Message(QT_TRANSLATE_NOOP(
                             "awb", "for each of at most %1 read endpoints at its rate (default %2/s) for "
                                    "about %3 s, once, then all together once: at most %4 min in all"),
                         most)
               : Message(QT_TRANSLATE_NOOP(
                             "awb",
                             "for each of at most %1 read endpoints at its rate (default %2/s) for about "
                             "%3 s, up to three times, then all together once: at most %4 min in all, more "
                             "where a rate is below %5/s"),
                         most);
    plan.push_back({QStringLiteral("GET {path}"), -1, bound});
    plan.push_back(
        {QStringLiteral("POST, PUT, PATCH, DELETE {path}"), options.mostWrites,
         QT_TRANSLATE_NOOP(
             "awb",
             "for each write endpoint that the profile lists with a body, with the capability write")});
    return plan;
}

} // namespace

std::vector<ProbeDescriptor> loadProbes()
{
    ProbeDescriptor latency;
    latency.id = QStringLiteral("http.latency");
    latency.title = QT_TRANSLATE_NOOP("awb", "Latency under normal load");
    latency.about =
        QT_TRANSLATE_NOOP("awb", "Sends each endpoint its normal rate and times every answer from the moment "
                                 "the request was due.");
    latency.source = ProbeSource::Http;
    latency.checks = {QStringLiteral("1.1"), QStringLiteral("1.2"), QStringLiteral("1.3"),
                      QStringLiteral("1.4"), QStringLiteral("8.5")};
    latency.needs = Capability::Load;
    latency.uses = Capability::Write;
    latency.exclusive = true;
    latency.budget = std::chrono::hours(3);
    latency.plan = latencyPlan;
    latency.create = [] { return std::make_unique<LatencyProbe>(); };
    return {latency};
}

} // namespace awb
