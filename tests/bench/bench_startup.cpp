// Start to first window under Xvfb, with 1,000 audits in the store, against sqlitebrowser on the same file in
// the same run; and the resident memory of both a second later. The time is the first MapNotify of a window
// that no window manager would ignore, as xev on the root window reports it.

#include "core/audit/audit_document.h"
#include "core/foundation/clock.h"
#include "core/foundation/ids.h"
#include "core/store/audit_store.h"
#include "tests/bench/figure.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cstdio>

using namespace awb;

namespace
{

constexpr int auditCount = 1000;
constexpr int rounds = 7;

bool fillStore(const QString& path)
{
    auto store = openSqliteStore(path);
    if (!store)
        return false;
    const SystemClock clock;
    for (int i = 0; i < auditCount; ++i) {
        AuditSummary summary;
        summary.id = newId();
        summary.meta.name = QStringLiteral("Service %1").arg(i);
        summary.meta.team = QStringLiteral("Team %1").arg(i % 40);
        summary.meta.target = QStringLiteral("service-%1.example").arg(i);
        summary.meta.date = clock.now().date().addDays(-i % 400);
        summary.created = summary.changed = clock.now();
        summary.points = i % 72;
        summary.max = 71;
        summary.decided = 71;
        summary.pass = summary.points;
        summary.fail = 71 - summary.points;
        if (!(*store)->append({makeEntry(clock, summary.id, EntryKind::Created, metaToJson(summary.meta))}) ||
            !(*store)->updateSummary(summary))
            return false;
    }
    return true;
}

double residentMiB(qint64 pid)
{
    QFile status(QStringLiteral("/proc/%1/status").arg(pid));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.simplified().split(' ').value(1).toDouble() / 1024.0;
    }
    return 0;
}

struct Start
{
    double seconds = 0;
    double memory = 0;
};

// One start: exec to the first mapped window, then a second of rest, then away with it.
bool startOnce(const QProcessEnvironment& environment, const QString& program, const QStringList& arguments,
               Start& start)
{
    QProcess watcher;
    watcher.setProcessEnvironment(environment);
    watcher.start(QStringLiteral("xev"),
                  {QStringLiteral("-root"), QStringLiteral("-event"), QStringLiteral("substructure")});
    if (!watcher.waitForStarted(5000))
        return false;
    watcher.waitForReadyRead(300);
    watcher.readAllStandardOutput();
    QProcess candidate;
    candidate.setProcessEnvironment(environment);
    QElapsedTimer timer;
    timer.start();
    candidate.start(program, arguments);
    QByteArray seen;
    bool mapped = false;
    while (!mapped && timer.elapsed() < 30000 && watcher.waitForReadyRead(30000)) {
        seen += watcher.readAllStandardOutput();
        const qsizetype at = seen.indexOf("MapNotify event");
        mapped = at >= 0 && seen.indexOf("override NO", at) > at;
    }
    start.seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    candidate.waitForFinished(1000);
    start.memory = residentMiB(candidate.processId());
    candidate.kill();
    candidate.waitForFinished(5000);
    watcher.kill();
    watcher.waitForFinished(5000);
    return mapped;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QString peer = QStandardPaths::findExecutable(QStringLiteral("sqlitebrowser"));
    const QString own = QCoreApplication::applicationDirPath() + QStringLiteral("/auditbench");
    if (peer.isEmpty() || !QFile::exists(own) ||
        QStandardPaths::findExecutable(QStringLiteral("xev")).isEmpty()) {
        std::fprintf(stderr,
                     "startup needs auditbench, sqlitebrowser and xev (packages sqlitebrowser, x11-utils)\n");
        return 1;
    }
    const QTemporaryDir home;
    const QString store = home.filePath(QStringLiteral("audits.db"));
    if (!fillStore(store)) {
        std::fprintf(stderr, "the store could not be filled\n");
        return 1;
    }
    QProcess display;
    display.start(QStringLiteral("Xvfb"),
                  {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"),
                   QStringLiteral("0"), QStringLiteral("1600x1000x24")});
    if (!display.waitForReadyRead(10000)) {
        std::fprintf(stderr, "Xvfb did not start\n");
        return 1;
    }
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("DISPLAY"),
                       QLatin1Char(':') + QString::fromLatin1(display.readLine()).trimmed());
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"})
        environment.insert(QLatin1String(name), home.path());
    QVector<double> ours, theirs, ourMemory, theirMemory;
    bool good = true;
    for (int round = 0; round <= rounds && good; ++round) {
        Start a, b;
        good = startOnce(environment, own, {QStringLiteral("--store"), store}, a) &&
               startOnce(environment, peer, {store}, b);
        if (round == 0)
            continue; // both warm
        ours.append(a.seconds);
        theirs.append(b.seconds);
        ourMemory.append(a.memory);
        theirMemory.append(b.memory);
    }
    display.kill();
    display.waitForFinished(5000);
    if (!good) {
        std::fprintf(stderr, "a window did not appear within 30 s\n");
        return 1;
    }
    using namespace awb::bench;
    printFigure({QStringLiteral("startup"), median(ours), QStringLiteral("s"),
                 QStringLiteral("sqlitebrowser"), median(theirs), median(theirs) / median(ours), rounds});
    printFigure({QStringLiteral("startup-memory"), median(ourMemory), QStringLiteral("MiB"),
                 QStringLiteral("sqlitebrowser"), median(theirMemory),
                 median(theirMemory) / median(ourMemory), rounds});
    return 0;
}
