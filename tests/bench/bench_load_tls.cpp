// Requests for each second of the client's processor, closed loop, 50 connections, 60 bytes of body: ours
// with all histograms on and every certificate verified, beside wrk and h2load (which verify none), over TLS
// on one nginx worker.

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
    test::PrivateNginx nginx;
    if (!nginx.start())
        throw std::runtime_error(nginx.error().toStdString());
    runOnFirstProcessor(nginx.process().pid());
    runClientsOnSecondProcessor();
    LoadPlan plan = benchPlan(nginx.tlsPort());
    plan.tls = LoadTls{QStringLiteral("localhost"), nginx.certificates().caFile(), {}, {}, {}};
    plan.arrivals = ArrivalKind::ClosedLoop;
    plan.connections = 50;
    plan.duration = std::chrono::seconds{2};
    constexpr int rounds = 6;
    NativeLoadEngine engine;
    compareWithPeers(QStringLiteral("load-tls"), engine, plan,
                     {QStringLiteral("https://127.0.0.1:%1/").arg(nginx.tlsPort())}, rounds);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    return guarded(measure);
}
