// Every key of a million with its TTL and type, unpaced, beside the two scans of redis-cli that people use
// (neither tells a TTL). All three in turn, several rounds on the same server.

#include "core/probe/redis/redis_probes.h"
#include "tests/bench/figure.h"
#include "tests/bench/redis_million.h"
#include "tests/core/redis_world.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>

#include <cstdio>

using namespace awb;
using namespace awb::bench;

namespace
{

constexpr int rounds = 3;
constexpr int keyCount = 1'000'000;

double secondsOf(const QElapsedTimer& timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

double ours(const QString& url)
{
    test::RedisWorld world(url);
    world.target.allowed = Capability::Scan;
    QElapsedTimer timer;
    timer.start();
    const auto context = world.context(std::chrono::minutes(10));
    auto facts = KeysProbe(world.ledger, KeySampleOptions{}).run(world.target, *context);
    const double seconds = secondsOf(timer);
    const bool whole = facts && facts->flag(QStringLiteral("full_scan")) &&
                       facts->value(QStringLiteral("sampled")) >= keyCount;
    return whole ? seconds : -1;
}

double redisCli(quint16 port, const QString& option)
{
    QProcess cli;
    cli.setStandardOutputFile(QProcess::nullDevice());
    QElapsedTimer timer;
    timer.start();
    cli.start(QStringLiteral("redis-cli"), {QStringLiteral("-p"), QString::number(port), option});
    const bool ended = cli.waitForFinished(600000) && cli.exitCode() == 0;
    return ended ? secondsOf(timer) : -1;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    RedisMillion million(keyCount);
    if (!million.start()) {
        std::fprintf(stderr, "no server: %s\n", qPrintable(million.error()));
        return 1;
    }
    const quint16 port = million.server().port();
    QVector<double> scan, memkeys, bigkeys;
    for (int i = 0; i < rounds; ++i) {
        scan << ours(million.server().url());
        memkeys << redisCli(port, QStringLiteral("--memkeys"));
        bigkeys << redisCli(port, QStringLiteral("--bigkeys"));
        if (scan.last() < 0 || memkeys.last() < 0 || bigkeys.last() < 0) {
            std::fprintf(stderr, "a scan failed\n");
            return 1;
        }
    }
    const double value = median(scan);
    const QString name = QStringLiteral("redis-scan");
    printFigure({name, value, QStringLiteral("s"), QStringLiteral("redis-cli --memkeys"), median(memkeys),
                 median(memkeys) / value, rounds});
    printFigure({name, value, QStringLiteral("s"), QStringLiteral("redis-cli --bigkeys"), median(bigkeys),
                 median(bigkeys) / value, rounds});
    return 0;
}
