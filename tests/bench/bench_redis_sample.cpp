// A sample of 50,000 of a million keys with TTL and type: time without the pauses that keep a production
// server at ease, and the program's peak memory meanwhile (bounds of our own: 1 s, 64 MiB).

#include "core/probe/redis/redis_probes.h"
#include "tests/bench/figure.h"
#include "tests/bench/redis_million.h"
#include "tests/core/redis_world.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <cstdio>

using namespace awb;
using namespace awb::bench;

namespace
{
constexpr int rounds = 5;
constexpr int keyCount = 1'000'000;
} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    RedisMillion million(keyCount);
    if (!million.start()) {
        std::fprintf(stderr, "no server: %s\n", qPrintable(million.error()));
        return 1;
    }
    KeySampleOptions options;
    options.duty = 1;
    QVector<double> times, memory;
    for (int i = 0; i < rounds; ++i) {
        test::RedisWorld world(million.server().url());
        resetPeak();
        QElapsedTimer timer;
        timer.start();
        auto facts = world.run<KeysProbe>(options);
        times << static_cast<double>(timer.nsecsElapsed()) / 1e9;
        memory << peakMiB();
        if (!facts || facts->value(QStringLiteral("sampled")) < 49000) {
            std::fprintf(stderr, "the sample failed\n");
            return 1;
        }
    }
    const QString name = QStringLiteral("redis-sample");
    printFigure({name, median(times), QStringLiteral("s"), {}, 0, 0, rounds});
    printFigure({name, median(memory), QStringLiteral("MiB"), {}, 0, 0, rounds});
    return 0;
}
