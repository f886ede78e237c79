// Requests for each second of the client's processor, closed loop, 50 connections, 60 bytes of body: ours
// with all histograms on, beside wrk and h2load, on one nginx worker.

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
    LoadPlan plan = benchPlan(nginx.port());
    plan.arrivals = ArrivalKind::ClosedLoop;
    plan.connections = 50;
    plan.duration = std::chrono::seconds{2};
    constexpr int rounds = 6;
    NativeLoadEngine engine;
    compareWithPeers(QStringLiteral("load-http1"), engine, plan,
                     {QStringLiteral("http://127.0.0.1:%1/").arg(nginx.port())}, rounds);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    return guarded(measure);
}
