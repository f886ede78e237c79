// 10,000 arrivals a second held on one core, and the memory of the whole program at 1,000 open connections.

#include "tests/bench/figure.h"
#include "tests/bench/load_bench.h"
#include "tests/support/private_nginx.h"

#include <QCoreApplication>
#include <QFile>

#include <stdexcept>

using namespace awb;
using namespace awb::bench;

namespace
{

constexpr int rounds = 3;

LoadResult run(const LoadPlan& plan)
{
    auto result = NativeLoadEngine().run(plan, {}, {});
    if (!result)
        throw std::runtime_error(result.error().message.toStdString());
    return std::move(*result);
}

// The most memory this process ever used, in MiB.
double peakMemory()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).simplified().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

void measure()
{
    test::PrivateNginx nginx;
    if (!nginx.start())
        throw std::runtime_error(nginx.error().toStdString());
    runOnFirstProcessor(nginx.process().pid());
    runClientsOnSecondProcessor();
    LoadPlan many = benchPlan(nginx.port());
    many.arrivals = ArrivalKind::ClosedLoop;
    many.connections = 1000;
    many.duration = std::chrono::seconds{2};
    if (run(many).total.requests[0].ok == 0)
        throw std::runtime_error("nothing was answered on 1,000 connections");
    const double memory = peakMemory();

    constexpr double asked = 10000;
    QVector<double> shares, lags;
    for (int round = 0; round < rounds; ++round) {
        LoadPlan plan = benchPlan(nginx.port());
        plan.rate = asked;
        plan.connections = 200;
        plan.warmUp = plan.ramp = std::chrono::seconds{1};
        plan.duration = std::chrono::seconds{4};
        const LoadResult result = run(plan);
        const RequestTally& counts = result.total.requests[0];
        shares << static_cast<double>(counts.ok) / static_cast<double>(counts.scheduled);
        lags << static_cast<double>(result.total.schedulerLag.quantile(0.99)) / 1000;
    }
    const QString name = QStringLiteral("hold");
    printFigure({name, median(shares) * asked, QStringLiteral("requests/s"), QStringLiteral("asked"), asked,
                 median(shares), rounds});
    printFigure({name, median(lags), QStringLiteral("ms of scheduler lag, p99"), {}, 0, 0, rounds});
    printFigure({name, memory, QStringLiteral("MiB at 1,000 connections"), QStringLiteral("30 MiB allowed"),
                 30, 30 / memory, 1});
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    return guarded(measure);
}
