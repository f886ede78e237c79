#pragma once

#include "core/probe/load/foreign_tool.h"

#include <QMap>

namespace awb
{

// What one k6 process runs: the script, and the environment that it reads its requests from. The script has
// neither a header value nor a path: they may hold a credential. Each kind of request i has a scenario "m<i>"
// at its share of the rate (constant arrival rate), after one "w<i>" that warms up; one request an iteration.
struct K6Script
{
    QByteArray script;
    QMap<QByteArray, QByteArray>
        environment; // AWB_REQUEST_<i>: {"method", "url", "headers", "uuid"}; HTTP(S)_PROXY
};
// Errors: Unsupported (what k6 cannot send), Limit (a request of more than 100 KiB without its body).
Result<K6Script> k6ScriptOf(const LoadPlan& plan);

// Arguments of k6 for its version, before the script's name. Points go to standard output, nothing else does;
// no summary, no usage report (environment), no server of its own, no configuration file of the user's.
QStringList k6Arguments(const QVersionNumber& version, const QString& emptyConfigFile);
// What k6 must not take from the user's environment is not handed on; this switches off what it does by
// itself.
QMap<QByteArray, QByteArray> k6Environment();

// Any text as a JavaScript string; not only what JSON asks for is escaped.
QByteArray jsText(const QString& text);
// A body: a string where it is UTF-8, else its bytes.
QByteArray jsBody(const QByteArray& body);

// The measured seconds of one kind: less than the plan's (and a second) where its cap of requests comes
// first.
double measuredSecondsOf(const LoadPlan& plan, qsizetype kind);
// The rate that k6 is really asked for: a whole number in 1000 s.
double k6RateOf(const LoadPlan& plan, qsizetype kind);

} // namespace awb
