#include "app/cli/command.h"
#include "app/cli/references.h"
#include "core/probe/load/latency_import.h"
#include "core/rules/rules.h"

#include <QFile>
#include <QFileInfo>

namespace awb::cli
{

namespace
{

// "ns", "us" or "ms" as µs; nothing for another word.
std::optional<double> unitOf(const QString& word)
{
    if (word == QLatin1String("ns"))
        return 0.001;
    if (word == QLatin1String("us"))
        return 1;
    if (word == QLatin1String("ms"))
        return 1000;
    return std::nullopt;
}

Result<Facts> readFile(const Options& options, LatencyFormat format)
{
    ImportOptions wanted;
    wanted.openLoop = options.isSet(QStringLiteral("open-loop"));
    wanted.allEndpoints = options.isSet(QStringLiteral("all-endpoints"));
    if (options.isSet(QStringLiteral("endpoint")))
        wanted.endpoint = options.get(QStringLiteral("endpoint"));
    if (options.isSet(QStringLiteral("unit"))) {
        const auto unit = unitOf(options.get(QStringLiteral("unit")));
        if (!unit)
            return Error{ErrorCode::Usage, QStringLiteral("--unit takes ns, us or ms."), {}, {}};
        wanted.unitUs = *unit;
    }
    const QString name = options.positional().at(1);
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound,
                     QStringLiteral("%1 cannot be read: %2.").arg(name, file.errorString()),
                     {},
                     {}};
    return importLatency(format, file, QFileInfo(name).fileName(), wanted);
}

} // namespace

int runImport(const Invocation& invocation)
{
    Options options("import");
    options.value(QStringLiteral("audit"), QStringLiteral("REF"),
                  QStringLiteral("the audit that the evidence belongs to"));
    options.value(QStringLiteral("endpoint"), QStringLiteral("'METHOD PATH'"),
                  QStringLiteral("what was measured, where the file does not say"));
    options.flag(QStringLiteral("open-loop"),
                 QStringLiteral("the requests were sent on a schedule, whatever the answers"));
    options.flag(QStringLiteral("all-endpoints"),
                 QStringLiteral("the file holds every endpoint of the service"));
    options.value(QStringLiteral("unit"), QStringLiteral("UNIT"),
                  QStringLiteral("of an .hlog: ns, us or ms"));
    if (const auto code = options.parse(invocation, 2, 2))
        return *code;
    if (!options.isSet(QStringLiteral("audit")))
        return usageError(QStringLiteral("import needs --audit REF"));
    const auto format = latencyFormatFromId(options.positional().at(0));
    if (!format)
        return usageError(
            QStringLiteral(
                "\"%1\" cannot be imported: there are k6, wrk, h2load, vegeta, oha, autocannon and "
                "hlog.")
                .arg(options.positional().at(0)));
    const Result<Facts> facts = readFile(options, *format);
    if (!facts)
        return report(facts.error(), ExitUsage);
    const Services& services = invocation.services;
    Result<OpenAudit> audit =
        openAudit(services, options.get(QStringLiteral("audit")), options.get(QStringLiteral("store")));
    if (!audit)
        return report(audit.error(), audit.error().code == ErrorCode::Io ? ExitNotWritten : ExitUsage);
    if (const Status stored =
            record(*audit, {makeEntry(services.clock, audit->document.id(), EntryKind::Evidence,
                                      toJson(*facts), {}, currentUser())});
        !stored)
        return report(stored.error(), ExitNotWritten);
    const AuditResult after = evaluateAndSummarize(services, *audit);
    if (const Message note = Message::fromJson(facts->details.value(QStringLiteral("note")).toObject());
        !note.isEmpty())
        print(note.text() + QLatin1Char('\n'));
    for (const QString& id : facts->checks) {
        const CheckResult* check = after.find(id);
        print(QStringLiteral("%1 %2: %3\n")
                  .arg(id, verdictWord(check->suggestion.verdict), check->suggestion.summary.text()));
    }
    return ExitOk;
}

} // namespace awb::cli
