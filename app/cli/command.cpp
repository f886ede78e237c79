#include "app/cli/command.h"

#include <cstdio>

namespace awb::cli
{

const std::vector<CommandEntry>& commands()
{
    static const std::vector<CommandEntry> table{
        {"init", "init [FILE]", "writes a commented profile to start from", runInit},
        {"validate", "validate PROFILE", "reads a profile and says what is wrong with it", runValidate},
        {"checklist", "checklist [--json]", "the 71 checks with threshold, method, remedy and probes",
         runChecklist},
        {"probes", "probes [--json]", "every probe: what it reads, needs and serves", runProbes},
        {"doctor", "doctor PROFILE [--json]", "connections, rights and tools, and the grant to ask for",
         runDoctor},
        {"run", "run PROFILE [options]", "runs the probes and records an audit", runRun},
        {"report", "report REF [--pdf F] …", "any format, from what is stored", runReport},
        {"compare", "compare REF REF [--json F] …", "two audits or snapshots, check by check", runCompare},
        {"import", "import FORMAT FILE --audit REF", "takes over what another load tool measured", runImport},
        {"judge", "judge --audit REF CHECK MARK [--note TEXT]", "records a person's mark", runJudge},
        {"snapshot", "snapshot --audit REF LABEL", "keeps a labelled copy of an audit", runSnapshot},
        {"list", "list [--json]", "the audits of the store", runList},
    };
    return table;
}

void print(const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stdout);
    std::fflush(stdout);
}

void complain(const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stderr);
}

int usageError(const QString& sentence)
{
    complain(QStringLiteral("auditbench-cli: %1\n").arg(sentence));
    return ExitUsage;
}

int report(const Error& error, ExitCode code)
{
    complain(QStringLiteral("auditbench-cli: %1\n").arg(error.message));
    if (!error.remedy.isEmpty())
        complain(QStringLiteral("  %1\n").arg(error.remedy));
    return code;
}

Options::Options(const char* command) : command_(QLatin1String(command))
{
    parser_.addOption({QStringLiteral("help"), QStringLiteral("this text")});
    value(QStringLiteral("store"), QStringLiteral("FILE"),
          QStringLiteral("the store (else $AUDITBENCH_STORE, else the user's data folder)"));
}

void Options::flag(const QString& name, const QString& about)
{
    parser_.addOption({name, about});
}

void Options::value(const QString& name, const QString& placeholder, const QString& about)
{
    parser_.addOption({name, about, placeholder});
}

std::optional<int> Options::parse(const Invocation& invocation, int minPositional, int maxPositional)
{
    if (!parser_.parse(QStringList{command_} + invocation.arguments)) {
        QString why = parser_.errorText();
        if (why.endsWith(QLatin1Char('.')))
            why.chop(1);
        return usageError(QStringLiteral("%1 (see: auditbench-cli %2 --help)").arg(why, command_));
    }
    if (parser_.isSet(QStringLiteral("help"))) {
        for (const CommandEntry& entry : commands()) {
            if (command_ == QLatin1String(entry.name))
                parser_.setApplicationDescription(
                    QStringLiteral("auditbench-cli %1\n%2")
                        .arg(QString::fromUtf8(entry.usage), QString::fromUtf8(entry.about)));
        }
        print(parser_.helpText());
        return ExitOk;
    }
    const auto given = positional().size();
    if (given < minPositional || given > maxPositional) {
        for (const CommandEntry& entry : commands()) {
            if (command_ == QLatin1String(entry.name))
                return usageError(
                    QStringLiteral("usage: auditbench-cli %1").arg(QString::fromUtf8(entry.usage)));
        }
    }
    return std::nullopt;
}

} // namespace awb::cli
