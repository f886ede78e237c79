#include "tests/core/kill_rounds.h"

#include "core/foundation/ids.h"
#include "core/store/audit_store.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>

namespace awb::test
{

namespace
{

// Reads what the writer prints until `ms` have passed since its first line, or since its start (it is then
// still opening the store, or even making it), and kills it.
QByteArray printedUntilKilled(QProcess& process, qint64 ms, bool sinceStart)
{
    QByteArray printed;
    process.waitForStarted(10000);
    QElapsedTimer sinceFirst;
    if (sinceStart)
        sinceFirst.start();
    while (process.state() == QProcess::Running && (!sinceFirst.isValid() || sinceFirst.elapsed() < ms)) {
        const qint64 left = sinceFirst.isValid() ? ms - sinceFirst.elapsed() : 20000;
        if (!process.waitForReadyRead(static_cast<int>(std::max<qint64>(1, left))) && !sinceFirst.isValid())
            break;
        printed += process.readAllStandardOutput();
        if (!sinceFirst.isValid() && !printed.isEmpty())
            sinceFirst.start();
    }
    process.kill();
    process.waitForFinished(10000);
    return printed + process.readAllStandardOutput();
}

} // namespace

KillRounds runKillRounds(const QString& writer, const QString& folder, int rounds, quint32 seed)
{
    KillRounds result;
    const QString path = folder + QStringLiteral("/killed.db");
    const QString audit = newId();
    QRandomGenerator random(seed);
    QSet<QString> promised;
    for (int round = 0; round < rounds; ++round) {
        QProcess process;
        process.start(writer, {path, audit});
        const bool whileOpening = round % 4 == 0;
        const QByteArray printed = printedUntilKilled(process, random.bounded(1, 120), whileOpening);
        if (printed.isEmpty() && !whileOpening) {
            result.failure =
                QStringLiteral("round %1: %2")
                    .arg(QString::number(round), QString::fromUtf8(process.readAllStandardError()));
            return result;
        }
        for (const QByteArray& line : printed.left(printed.lastIndexOf('\n') + 1).split('\n')) {
            if (!line.isEmpty())
                promised.insert(QString::fromLatin1(line));
        }
        ++result.rounds;
        // Opening runs quick_check; opening for writing replays what the killed program left behind.
        auto store = openSqliteStore(path);
        const auto entries = store ? (*store)->entries(audit) : Result<QVector<JournalEntry>>(store.error());
        if (!entries) {
            ++result.damaged;
            result.failure = entries.error().message + QLatin1Char(' ') + entries.error().detail;
            return result;
        }
        QSet<QString> kept;
        for (const JournalEntry& entry : *entries)
            kept.insert(entry.id);
        result.lost = (QSet<QString>(promised) - kept).size();
        result.acknowledged = promised.size();
    }
    return result;
}

} // namespace awb::test
