#pragma once

#include "core/probe/postgres/statement_snapshot.h"

namespace awb
{

// Where the verdict on one query came from and what it is.
struct JudgedStatement
{
    StatementEntry entry;
    PaceVerdict verdict = PaceVerdict::Open;
    SlowCalls slow;
    double calls = 0; // of the evidence that decided
    QString source;   // lifetime, window, poll
    P99Range p99;
};

// What polling saw of one query.
struct PolledCalls
{
    double calls = 0;
    SlowCalls slow;
};

// Lifetime decides; a window of at least `longWindowS` seconds with enough calls replaces it, a shorter one
// (and then polling) only settles what lifetime leaves open.
JudgedStatement judgeStatement(const StatementEntry& after, const StatementEntry* before, double windowS,
                               const PolledCalls* polled, double limitMs, double longWindowS = 900);

// Shared by 2.1 and 2.7: text without comments, spaces and parameter numbers, hashed (queryid changes between
// major versions).
QString statementFingerprint(const QString& text);

} // namespace awb
