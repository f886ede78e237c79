#pragma once

#include <QByteArray>

namespace awb
{

// What the lines of a log are. Never their text: it may hold anything.
struct LogSample
{
    qint64 lines = 0; // without empty ones
    qint64 json = 0;  // that are one JSON object each
    qint64 text = 0;
    qint64 continued = 0;  // begin with a space, "at " or "Caused by": of a stack trace
    qint64 tooLong = 0;    // longer than 64 KiB: counted as no JSON
    qint64 firstBad = -1;  // number of the first line that is no JSON, from 1; -1: none
    bool wrapped = false;  // a container runtime or compose had put something around the lines
    bool isBinary = false; // NUL bytes: compressed, perhaps; nothing else is set then
};

// Reads whole lines: with `cutAtStart` the first is left out, and a last one without its end always is. What
// a runtime puts around a line is taken off first (docker's json-file, the CRI's "time stream F ", compose's
// "name | "), so that its JSON is not taken for the application's.
LogSample readLogSample(const QByteArray& bytes, bool cutAtStart);

} // namespace awb
