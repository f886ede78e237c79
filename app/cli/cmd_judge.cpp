#include "app/cli/command.h"
#include "app/cli/references.h"
#include "core/rules/rules.h"

namespace awb::cli
{

namespace
{

struct Decision
{
    QString check;
    Mark mark = Mark::Undecided;
    QString note;
    QString author;
    QString seat;
};

Result<Decision> readDecision(const Options& options, const Checklist& checklist)
{
    Decision decision;
    decision.check = options.positional().at(0);
    if (!checklist.find(decision.check))
        return Error{ErrorCode::Usage, QStringLiteral("There is no check %1.").arg(decision.check), {}, {}};
    const auto mark = markFromId(options.positional().at(1));
    if (!mark)
        return Error{ErrorCode::Usage,
                     QStringLiteral("\"%1\" is no mark: it is pass, warn, fail, na or undecided.")
                         .arg(options.positional().at(1)),
                     {},
                     {}};
    decision.mark = *mark;
    decision.note = options.get(QStringLiteral("note"));
    decision.author = options.isSet(QStringLiteral("by")) ? options.get(QStringLiteral("by")) : currentUser();
    decision.seat = options.get(QStringLiteral("seat"));
    if (!decision.seat.isEmpty() && !seatFromId(decision.seat))
        return Error{ErrorCode::Usage, QStringLiteral("--seat takes reviewer or lead."), {}, {}};
    return decision;
}

QVector<JournalEntry> entriesFor(const Services& services, const OpenAudit& audit, const Decision& decision,
                                 const MarkGuard& guard)
{
    const Origin origin = guard.isOverride ? Origin::Override : Origin::Manual;
    QJsonObject value{{QStringLiteral("mark"), markId(decision.mark)},
                      {QStringLiteral("origin"), originId(origin)}};
    if (guard.needsReason)
        value.insert(QStringLiteral("reason"), decision.note);
    QVector<JournalEntry> entries{makeEntry(services.clock, audit.document.id(), EntryKind::Mark, value,
                                            decision.check, decision.author, decision.seat)};
    if (!decision.note.isEmpty() && !guard.needsReason)
        entries.append(makeEntry(services.clock, audit.document.id(), EntryKind::Note,
                                 {{QStringLiteral("text"), decision.note}}, decision.check, decision.author,
                                 decision.seat));
    return entries;
}

} // namespace

int runJudge(const Invocation& invocation)
{
    Options options("judge");
    options.value(QStringLiteral("audit"), QStringLiteral("REF"), QStringLiteral("the audit"));
    options.value(QStringLiteral("note"), QStringLiteral("TEXT"),
                  QStringLiteral("the note, or the reason where the mark needs one"));
    options.value(QStringLiteral("by"), QStringLiteral("NAME"), QStringLiteral("who judges"));
    options.value(QStringLiteral("seat"), QStringLiteral("SEAT"), QStringLiteral("reviewer or lead"));
    if (const auto code = options.parse(invocation, 2, 2))
        return *code;
    if (!options.isSet(QStringLiteral("audit")))
        return usageError(QStringLiteral("judge needs --audit REF"));
    const Services& services = invocation.services;
    const Result<Decision> decision = readDecision(options, services.checklist);
    if (!decision)
        return report(decision.error(), ExitUsage);
    Result<OpenAudit> audit =
        openAudit(services, options.get(QStringLiteral("audit")), options.get(QStringLiteral("store")));
    if (!audit)
        return report(audit.error(), audit.error().code == ErrorCode::Io ? ExitNotWritten : ExitUsage);
    const AuditResult before = evaluate(audit->document, services.version, today(services));
    const MarkGuard guard = guardMark(*before.find(decision->check), decision->mark);
    if (guard.needsReason && decision->note.trimmed().isEmpty())
        return usageError(guard.why.text() + QStringLiteral(" Give it with --note."));
    if (const Status stored = record(*audit, entriesFor(services, *audit, *decision, guard)); !stored)
        return report(stored.error(), ExitNotWritten);
    const AuditResult after = evaluateAndSummarize(services, *audit);
    print(QStringLiteral("%1 %2: %3. Score %4 of %5, %6 undecided.\n")
              .arg(decision->check, services.checklist.find(decision->check)->shortName,
                   markWord(decision->mark))
              .arg(after.score.points)
              .arg(after.score.max)
              .arg(after.score.undecided));
    return ExitOk;
}

} // namespace awb::cli
