// Requests for each second of the client's processor over HTTP/2, closed loop, 50 users, 60 bytes of body:
// ours through libcurl with all histograms on and every certificate verified, beside wrk (HTTP/1.1 over TLS,
// 50 connections) and h2load (5 connections of 10 streams), which verify none, on one nginx worker.

#include "core/probe/load/curl_load_engine.h"
#include "tests/bench/load_bench.h"
#include "tests/support/private_nginx.h"

#include <QCoreApplication>

#include <stdexcept>

using namespace awb;
using namespace awb::bench;

namespace
{

void measure()
{
    test::PrivateNginx nginx({}, test::PrivateNginx::Tls::Http2);
    if (!nginx.start())
        throw std::runtime_error(nginx.error().toStdString());
    runOnFirstProcessor(nginx.process().pid());
    runClientsOnSecondProcessor();
    LoadPlan plan = benchPlan(nginx.tlsPort());
    plan.tls = LoadTls{QStringLiteral("localhost"), nginx.certificates().caFile(), {}, {}, {}};
    plan.arrivals = ArrivalKind::ClosedLoop;
    plan.connections = 50;
    plan.duration = std::chrono::seconds{2};
    CurlLoadEngine engine;
    const auto look = engine.run(plan, {}, {});
    if (!look)
        throw std::runtime_error(look.error().message.toStdString());
    const RequestTally& counts = look->total.requests[0];
    if (counts.versions[static_cast<std::size_t>(HttpVersion::Http2)] != counts.answered)
        throw std::runtime_error("libcurl did not speak HTTP/2");
    constexpr int rounds = 6;
    compareWithPeers(QStringLiteral("load-h2"), engine, plan,
                     {QStringLiteral("https://127.0.0.1:%1/").arg(nginx.tlsPort()),
                      {QStringLiteral("-c5"), QStringLiteral("-m10")}},
                     rounds);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    return guarded(measure);
}
