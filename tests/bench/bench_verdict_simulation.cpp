// How often a p99 verdict is wrong when the true p99 lies exactly on the threshold: ours, beside the plain
// binomial test on the same runs. Each pass or fail there is a wrong one. Slow requests come evenly, or in
// bursts that fill a share of the time; the true share of slow requests is 1 % in all of them.

#include "core/latency/exceedance.h"
#include "tests/bench/figure.h"

#include <QCoreApplication>

#include <random>

using namespace awb;
using namespace awb::bench;

namespace
{

constexpr int runs = 4000;

struct Traffic
{
    const char* name;
    int seconds;
    int perSecond;
    double burstShare; // of the time; 1: steady
    int burstSeconds;
};

struct WrongShares
{
    double pass = 0;
    double fail = 0;
};

QVector<Slice> simulate(const Traffic& traffic, std::mt19937_64& random)
{
    std::bernoulli_distribution inBurst(traffic.burstShare);
    std::binomial_distribution<qint64> slow(traffic.perSecond, std::min(1.0, 0.01 / traffic.burstShare));
    QVector<Slice> slices;
    slices.reserve(traffic.seconds);
    bool burst = false;
    // bursts begin anywhere in a second of the clock, but last whole ones
    int left = std::uniform_int_distribution<int>(0, traffic.burstSeconds - 1)(random);
    burst = left > 0 && inBurst(random);
    for (int second = 0; second < traffic.seconds; ++second) {
        if (left == 0) {
            burst = inBurst(random);
            left = traffic.burstSeconds;
        }
        --left;
        slices.append({traffic.perSecond, burst ? slow(random) : 0});
    }
    return slices;
}

void count(WrongShares& shares, ExceedanceOutcome outcome)
{
    shares.pass += outcome == ExceedanceOutcome::Below ? 100.0 / runs : 0;
    shares.fail += outcome == ExceedanceOutcome::Above ? 100.0 / runs : 0;
}

void print(const Traffic& traffic, const char* side, double ours, double plain)
{
    Figure figure;
    figure.name = QStringLiteral("verdict-simulation");
    figure.value = ours;
    figure.unit = QStringLiteral("% wrong");
    figure.peer =
        QStringLiteral("binomial test: %1, %2").arg(QLatin1String(traffic.name), QLatin1String(side));
    figure.peerValue = plain;
    figure.ratio = ours > 0 ? plain / ours : 0;
    figure.runs = runs;
    printFigure(figure);
}

void measure(const Traffic& traffic)
{
    std::mt19937_64 random(20261124);
    WrongShares ours;
    WrongShares plain;
    for (int i = 0; i < runs; ++i) {
        const QVector<Slice> slices = simulate(traffic, random);
        const Exceedance weighed = exceedanceOf(slices, 20);
        count(ours, outcomeOf(weighed));
        count(plain, outcomeOf(exceedanceOf(weighed.n, weighed.over, weighed.over, 1, true)));
    }
    print(traffic, "wrong pass", ours.pass, plain.pass);
    print(traffic, "wrong fail", ours.fail, plain.fail);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const Traffic all[] = {{"steady, 60 s at 20/s", 60, 20, 1, 1},
                           {"steady, 60 s at 100/s", 60, 100, 1, 1},
                           {"steady, 600 s at 100/s", 600, 100, 1, 1},
                           {"1 s bursts in 30 % of 60 s at 100/s", 60, 100, 0.3, 1},
                           {"1 s bursts in 10 % of 60 s at 100/s", 60, 100, 0.1, 1},
                           {"1 s bursts in 5 % of 60 s at 20/s", 60, 20, 0.05, 1},
                           {"1 s bursts in 5 % of 60 s at 100/s", 60, 100, 0.05, 1},
                           {"1 s bursts in 5 % of 60 s at 1,000/s", 60, 1000, 0.05, 1},
                           {"1 s bursts in 10 % of 600 s at 100/s", 600, 100, 0.1, 1},
                           {"5 s bursts in 10 % of 60 s at 100/s", 60, 100, 0.1, 5},
                           {"5 s bursts in 10 % of 180 s at 100/s", 180, 100, 0.1, 5},
                           {"5 s bursts in 10 % of 600 s at 100/s", 600, 100, 0.1, 5},
                           {"10 s bursts in 10 % of 60 s at 100/s", 60, 100, 0.1, 10},
                           {"10 s bursts in 10 % of 180 s at 100/s", 180, 100, 0.1, 10},
                           {"10 s bursts in 10 % of 600 s at 100/s", 600, 100, 0.1, 10}};
    for (const Traffic& traffic : all)
        measure(traffic);
    return 0;
}
