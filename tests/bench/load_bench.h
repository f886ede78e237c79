#pragma once

#include "core/probe/load/load_engine.h"

#include <QStringList>

namespace awb::bench
{

// What a closed-loop client did in a run.
struct ClientRun
{
    double requests = 0;
    double cpuS = 0;

    double perCpuSecond() const { return cpuS > 0 ? requests / cpuS : 0; }
};

// Servers run on the first processor, clients on the second, where there are two.
void runClientsOnSecondProcessor();
void runOnFirstProcessor(qint64 pid); // with the processes it has started; 0: the calling thread

// So that other work on this machine disturbs an accuracy run less; without the right to, it stays as it is.
void askForRealTime();

LoadPlan benchPlan(quint16 port);
ClientRun oursClosedLoop(LoadEngine& engine, const LoadPlan& plan);
// Runs the program to its end; `found` reads the number of requests from what it prints. Throws
// std::runtime_error.
ClientRun otherClient(const QString& program, const QStringList& arguments, const QString& found);

// What ours is compared with: wrk speaks HTTP/1.1, h2load both.
struct Peers
{
    QString url;
    QStringList h2load = {QStringLiteral("--h1"), QStringLiteral("-c50")}; // how it is to connect
};

// wrk, ours, wrk, h2load, wrk …: each between two runs of wrk, so that a machine that slows down slows both.
// Prints a figure for each peer.
void compareWithPeers(const QString& name, LoadEngine& engine, const LoadPlan& plan, const Peers& peers,
                      int rounds);

// Latencies in ms from h2load's log of a run at this rate.
struct H2loadLatencies
{
    double p50 = 0;
    double p99 = 0;
};
H2loadLatencies h2loadAtRate(quint16 port, double rate, int seconds);

// 1 with a sentence on standard error when a benchmark cannot be run.
int guarded(void (*benchmark)());

} // namespace awb::bench
