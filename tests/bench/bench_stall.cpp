// A server that stands still for 1 s in 10 s at 1,000 requests a second: a tenth of the arrivals waits 1 … 0
// s, so the true p99 is 900 ms and the service time. What we and h2load measure ÷ that.

#include "tests/bench/figure.h"
#include "tests/bench/load_bench.h"
#include "tests/bench/truth_server.h"

#include <QCoreApplication>

#include <stdexcept>

using namespace awb;
using namespace awb::bench;

namespace
{

constexpr double rate = 1000;
constexpr double trueP99 = 906; // ms: 0.9 s and the median service time
constexpr int rounds = 3;

void measure()
{
    runClientsOnSecondProcessor();
    askForRealTime();
    QVector<double> ours, others;
    for (int round = 0; round < rounds; ++round) {
        TruthServer server(5, 1);
        LoadPlan plan = benchPlan(server.port());
        plan.rate = rate;
        plan.mostInFlight = 400;
        plan.duration = std::chrono::seconds{10};
        plan.seed = static_cast<quint64>(round + 1);
        const auto result = NativeLoadEngine().run(plan, {}, {});
        if (!result)
            throw std::runtime_error(result.error().message.toStdString());
        ours << static_cast<double>(result->total.requests[0].response.quantile(0.99)) / 1000;
        server.stop();
        TruthServer again(5, 1);
        others << h2loadAtRate(again.port(), rate, 10).p99;
    }
    const auto print = [](double value, const char* peer) {
        printFigure({QStringLiteral("stall"), value, QStringLiteral("ms"), QLatin1String(peer), trueP99,
                     value / trueP99, rounds, true});
    };
    print(median(ours), "analytic p99");
    print(median(others), "h2load --rps: analytic p99");
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    return guarded(measure);
}
