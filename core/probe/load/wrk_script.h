#pragma once

#include "core/probe/load/load_plan.h"

#include <QByteArray>

namespace awb
{

// What one wrk process sends: one kind of request. wrk keeps a single histogram, so that each kind of a mix
// has a process of its own.
struct WrkTask
{
    QByteArray bytes; // the whole request as it goes out; holds credentials
    qsizetype uuidAt = -1;
    QByteArray uuidStart = "00000000"; // eight hexadecimal digits; the rest is drawn by the seed
    int connections = 4;
    double gapMs = 0; // mean pause of a connection before each request, exponential; 0: none
    qint64 most = 0;  // requests in all; 0: no bound
    qint64 mostASecond =
        0; // more than that is no pause at all, but a target that hangs up: stop; 0: no bound
    bool reportEach = true; // a line for each request and answer instead of one a second
    quint64 seed = 1;
    bool stopWhenLimited = true; // at the first 429, or 503 with Retry-After
    QByteArray reportFile;       // where done() writes (see wrk_report.h)
};

// The Lua script for it. While it runs (see reportEach) and when it stops by itself it prints a line
//   AWB <thread> <sent> <answered> <2xx> <5xx> <run | limited | full | rush>
// with the numbers of a thread so far.
QByteArray wrkScript(const WrkTask& task);

// Any bytes as a Lua string: everything but letters and digits is a decimal escape.
QByteArray luaText(const QByteArray& bytes);

} // namespace awb
