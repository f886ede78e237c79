#include "tests/bench/load_bench.h"

#include "tests/bench/figure.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <sched.h>
#include <sys/resource.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <stdexcept>
#include <thread>

namespace awb::bench
{

namespace
{

double cpuSecondsOf(int who)
{
    rusage usage{};
    ::getrusage(who, &usage);
    const auto seconds = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

void pin(pid_t pid, unsigned processor)
{
    if (std::thread::hardware_concurrency() < 2)
        return;
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET(processor, &set);
    ::sched_setaffinity(pid, sizeof set, &set);
}

} // namespace

void runClientsOnSecondProcessor()
{
    pin(0, 1);
}

void runOnFirstProcessor(qint64 pid)
{
    pin(static_cast<pid_t>(pid), 0);
    QFile children(QStringLiteral("/proc/%1/task/%1/children").arg(pid));
    if (pid == 0 || !children.open(QIODevice::ReadOnly))
        return;
    for (const QByteArray& child : children.readAll().simplified().split(' ')) {
        if (child.toInt() > 0)
            pin(child.toInt(), 0); // nginx answers in a worker, which has its own processors
    }
}

void askForRealTime()
{
    sched_param priority{};
    priority.sched_priority = 10;
    ::sched_setscheduler(0, SCHED_FIFO, &priority);
}

LoadPlan benchPlan(quint16 port)
{
    LoadPlan plan;
    plan.host = QStringLiteral("127.0.0.1");
    plan.port = port;
    LoadRequest request;
    request.name = QStringLiteral("GET /");
    request.bytes = "GET / HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port) + "\r\n\r\n";
    plan.requests = {request};
    plan.warmUp = plan.ramp = std::chrono::milliseconds{0};
    // what the probe asks for, too
    plan.edgesUs = {500,    1000,   2000,   5000,    10000,   20000,  50000,
                    100000, 200000, 500000, 1000000, 2000000, 5000000};
    return plan;
}

ClientRun oursClosedLoop(LoadEngine& engine, const LoadPlan& plan)
{
    const double before = cpuSecondsOf(RUSAGE_SELF);
    const auto result = engine.run(plan, [](const LoadProgress&) {}, {});
    if (!result)
        throw std::runtime_error(result.error().message.toStdString());
    const RequestTally& counts = result->total.requests[0];
    if (counts.failures() > 0 || counts.ok == 0)
        throw std::runtime_error("our own run had failures: " +
                                 result->faults.join(QStringLiteral("; ")).toStdString());
    return {static_cast<double>(counts.ok), cpuSecondsOf(RUSAGE_SELF) - before};
}

ClientRun otherClient(const QString& program, const QStringList& arguments, const QString& found)
{
    const double before = cpuSecondsOf(RUSAGE_CHILDREN);
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(120000))
        throw std::runtime_error(program.toStdString() +
                                 " does not run: " + process.errorString().toStdString());
    const QString text = QString::fromUtf8(process.readAll());
    const QRegularExpressionMatch match = QRegularExpression(found).match(text);
    if (!match.hasMatch())
        throw std::runtime_error(program.toStdString() + " printed: " + text.toStdString());
    return {match.captured(1).toDouble(), cpuSecondsOf(RUSAGE_CHILDREN) - before};
}

void compareWithPeers(const QString& name, LoadEngine& engine, const LoadPlan& plan, const Peers& peers,
                      int rounds)
{
    const auto wrk = [&] {
        return otherClient(QStringLiteral("wrk"),
                           {QStringLiteral("-t1"), QStringLiteral("-c50"), QStringLiteral("-d2s"), peers.url},
                           QStringLiteral("(\\d+) requests in"))
            .perCpuSecond();
    };
    const auto h2load = [&] {
        return otherClient(QStringLiteral("h2load"),
                           QStringList{QStringLiteral("-t1"), QStringLiteral("-D2")} + peers.h2load +
                               QStringList{peers.url},
                           QStringLiteral("(\\d+) succeeded"))
            .perCpuSecond();
    };
    QVector<double> ours, wrks, h2loads, toWrk, toH2load;
    double before = wrk();
    for (int round = 0; round < rounds; ++round) {
        const double mine = oursClosedLoop(engine, plan).perCpuSecond();
        const double after = wrk();
        const double other = h2load();
        const double last = wrk();
        ours << mine;
        wrks << after;
        h2loads << other;
        toWrk << mine / ((before + after) / 2);
        // both against wrk beside them: what ours is to h2load
        toH2load << toWrk.last() / (other / ((after + last) / 2));
        before = last;
    }
    const QString unit = QStringLiteral("requests/CPU s");
    printFigure({name, median(ours), unit, QStringLiteral("wrk"), median(wrks), median(toWrk), rounds});
    printFigure({name, median(ours), unit, QStringLiteral("h2load ") + peers.h2load.join(QLatin1Char(' ')),
                 median(h2loads), median(toH2load), rounds});
}

H2loadLatencies h2loadAtRate(quint16 port, double rate, int seconds)
{
    const QTemporaryDir dir;
    const QString log = dir.filePath(QStringLiteral("log"));
    constexpr int clients = 50;
    otherClient(QStringLiteral("h2load"),
                {QStringLiteral("--h1"), QStringLiteral("-t1"), QStringLiteral("-c%1").arg(clients),
                 QStringLiteral("-D%1").arg(seconds), QStringLiteral("--rps=%1").arg(rate / clients),
                 QStringLiteral("--log-file=%1").arg(log), QStringLiteral("http://127.0.0.1:%1/").arg(port)},
                QStringLiteral("(\\d+) succeeded"));
    QFile file(log);
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error("h2load wrote no log");
    LatencyHistogram histogram;
    for (const QByteArray& line : file.readAll().split('\n')) {
        const QByteArrayList fields = line.split('\t');
        if (fields.size() >= 3)
            histogram.record(fields[2].toULongLong());
    }
    return {static_cast<double>(histogram.quantile(0.5)) / 1000,
            static_cast<double>(histogram.quantile(0.99)) / 1000};
}

int guarded(void (*benchmark)())
{
    try {
        benchmark();
        return 0;
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "%s\n", failure.what());
        return 1;
    }
}

} // namespace awb::bench
