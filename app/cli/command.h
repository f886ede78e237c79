#pragma once

#include "app/services.h"
#include "core/audit/audit_result.h"
#include "core/foundation/result.h"

#include <QCommandLineParser>
#include <QStringList>

#include <functional>
#include <optional>

namespace awb::cli
{

// Exit codes of CONTRACT.md. When several apply, the order 2, 130, 5, 4, 1, 3 decides.
enum ExitCode {
    ExitOk = 0,
    ExitGate = 1,
    ExitUsage = 2,
    ExitNotMeasured = 3,
    ExitWorse = 4,
    ExitNotWritten = 5,
    ExitCancelled = 130
};

// What a command works with: its words (without the program's and the command's name) and the services.
struct Invocation
{
    Services& services;
    QStringList arguments;
};

using Command = int (*)(const Invocation& invocation);

struct CommandEntry
{
    const char* name;
    const char* usage;
    const char* about;
    Command run;
};
const std::vector<CommandEntry>& commands();

int runInit(const Invocation& invocation);
int runValidate(const Invocation& invocation);
int runChecklist(const Invocation& invocation);
int runProbes(const Invocation& invocation);
int runDoctor(const Invocation& invocation);
int runRun(const Invocation& invocation);
int runReport(const Invocation& invocation);
int runCompare(const Invocation& invocation);
int runImport(const Invocation& invocation);
int runJudge(const Invocation& invocation);
int runSnapshot(const Invocation& invocation);
int runList(const Invocation& invocation);

// Writes to standard output and standard error in UTF-8.
void print(const QString& text);
void complain(const QString& text);
int usageError(const QString& sentence);
int report(const Error& error, ExitCode code); // prints message, remedy; returns the code

// Parses a command's options. Unknown options and values are one clear sentence and exit 2. `--help` prints
// the command's usage and exits 0.
class Options
{
public:
    explicit Options(const char* command);
    void flag(const QString& name, const QString& about);
    void value(const QString& name, const QString& placeholder, const QString& about);
    // Nothing: go on. Else the exit code to return.
    std::optional<int> parse(const Invocation& invocation, int minPositional, int maxPositional);

    bool isSet(const QString& name) const { return parser_.isSet(name); }
    QString get(const QString& name) const { return parser_.value(name); }
    QStringList positional() const { return parser_.positionalArguments(); }

private:
    QString command_;
    QCommandLineParser parser_;
};

} // namespace awb::cli
