// 2,000 requests a second, Poisson, against a server that keeps its own record: what we and h2load measure ÷
// the truth.

#include "tests/bench/figure.h"
#include "tests/bench/load_bench.h"
#include "tests/bench/truth_server.h"

#include <QCoreApplication>

#include <stdexcept>

using namespace awb;
using namespace awb::bench;

namespace
{

constexpr double rate = 2000;
constexpr int seconds = 4;
constexpr int rounds = 5;

struct Pair
{
    QVector<double> measured, truth;

    void print(const char* peer) const
    {
        QVector<double> ratios;
        for (qsizetype i = 0; i < measured.size(); ++i)
            ratios << measured[i] / truth[i];
        printFigure({QStringLiteral("accuracy"), median(measured), QStringLiteral("ms"), QLatin1String(peer),
                     median(truth), median(ratios), static_cast<int>(measured.size()), true});
    }
};

double ms(quint64 us)
{
    return static_cast<double>(us) / 1000;
}

void measure()
{
    runClientsOnSecondProcessor();
    askForRealTime();
    Pair p50, p99, h2loadP99;
    for (int round = 0; round < rounds; ++round) {
        TruthServer server(-1, 0);
        LoadPlan plan = benchPlan(server.port());
        plan.rate = rate;
        plan.duration = std::chrono::seconds{seconds};
        plan.seed = static_cast<quint64>(round + 1);
        const auto result = NativeLoadEngine().run(plan, {}, {});
        if (!result)
            throw std::runtime_error(result.error().message.toStdString());
        const LatencyHistogram& truth = server.stop();
        const LatencyHistogram& found = result->total.requests[0].response;
        p50.measured << ms(found.quantile(0.5));
        p50.truth << ms(truth.quantile(0.5));
        p99.measured << ms(found.quantile(0.99));
        p99.truth << ms(truth.quantile(0.99));

        TruthServer other(-1, 0);
        h2loadP99.measured << h2loadAtRate(other.port(), rate, seconds).p99;
        h2loadP99.truth << ms(other.stop().quantile(0.99));
    }
    p50.print("the server's own p50");
    p99.print("the server's own p99");
    h2loadP99.print("h2load --rps: the server's own p99");
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    return guarded(measure);
}
