// kill -9 at 200 random moments of a scripted walk (AWB_KILL_ROUNDS): how many acknowledged entries were
// lost. Anything but none is a failure.

#include "tests/bench/figure.h"
#include "tests/core/kill_rounds.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <cstdio>

using namespace awb;

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    bool given = false;
    const int asked = qEnvironmentVariableIntValue("AWB_KILL_ROUNDS", &given);
    const int rounds = given && asked > 0 ? asked : 200;
    bool seeded = false;
    const int chosen = qEnvironmentVariableIntValue("AWB_KILL_SEED", &seeded);
    const quint32 seed = seeded ? static_cast<quint32>(chosen) : QRandomGenerator::system()->generate();
    const QTemporaryDir folder;
    const QString writer = QCoreApplication::applicationDirPath() + QStringLiteral("/journal_writer");
    const test::KillRounds result = test::runKillRounds(writer, folder.path(), rounds, seed);
    std::fprintf(stderr, "seed %u: %lld acknowledged entries in %d rounds\n", seed,
                 static_cast<long long>(result.acknowledged), result.rounds);
    if (!result.failure.isEmpty())
        std::fprintf(stderr, "%s\n", qPrintable(result.failure));
    bench::Figure figure;
    figure.name = QStringLiteral("kill");
    figure.value = static_cast<double>(result.lost);
    figure.unit = QStringLiteral("lost entries");
    figure.runs = result.rounds;
    bench::printFigure(figure);
    return result.lost == 0 && result.damaged == 0 && result.rounds == rounds && result.acknowledged > 0 ? 0
                                                                                                         : 1;
}
