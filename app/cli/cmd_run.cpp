#include "app/cli/command.h"
#include "app/cli/interrupt.h"
#include "app/cli/outputs.h"
#include "app/cli/progress.h"
#include "app/cli/references.h"
#include "app/cli/run_gates.h"
#include "app/cli/run_plan.h"
#include "core/audit/journal.h"
#include "core/foundation/ids.h"
#include "core/probe/probe_runner.h"
#include "core/rules/rules.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace awb::cli
{

namespace
{

void describe(Options& options)
{
    options.value(QStringLiteral("checks"), QStringLiteral("LIST"), QStringLiteral("only these: 2.2,3.*"));
    options.value(QStringLiteral("allow"), QStringLiteral("LIST"),
                  QStringLiteral("what may be felt: load,burst,write,body,scan,second-user"));
    options.value(QStringLiteral("target"), QStringLiteral("HOST"),
                  QStringLiteral("the host named again, for --allow on anything but loopback"));
    options.flag(QStringLiteral("production"), QStringLiteral("yes, --allow on production"));
    options.value(QStringLiteral("seed"), QStringLiteral("N"), QStringLiteral("seed of everything random"));
    options.flag(QStringLiteral("dry-run"), QStringLiteral("print what would be sent, send nothing"));
    options.flag(QStringLiteral("quiet"), QStringLiteral("no progress"));
    options.value(QStringLiteral("audit"), QStringLiteral("REF"), QStringLiteral("record into this audit"));
    options.value(QStringLiteral("carry-from"), QStringLiteral("REF"),
                  QStringLiteral("copy its marks, to be confirmed"));
    options.value(QStringLiteral("snapshot"), QStringLiteral("LABEL"),
                  QStringLiteral("keep a snapshot of the result"));
    options.value(QStringLiteral("fail-under"), QStringLiteral("PCT"),
                  QStringLiteral("exit 1 under this score"));
    options.value(QStringLiteral("fail-under-measured"), QStringLiteral("PCT"),
                  QStringLiteral("exit 1 when measured checks alone score less"));
    options.value(QStringLiteral("baseline"), QStringLiteral("REF"),
                  QStringLiteral("exit 4 when worse than this"));
    addOutputOptions(options);
}

AuditMeta metaOf(const Services& services, const TargetProfile& profile)
{
    AuditMeta meta;
    meta.name = profile.name.isEmpty() ? profile.displayTarget() : profile.name;
    meta.team = profile.team;
    meta.reviewer = profile.reviewer;
    meta.lead = profile.lead;
    meta.date = profile.date.isValid() ? profile.date : today(services);
    meta.version = profile.version;
    meta.environment = profile.environment;
    meta.profilePath = profile.path;
    meta.profileText = QString::fromUtf8(writeProfile(profile));
    meta.target = profile.displayTarget();
    return meta;
}

// Thresholds and N/A that the profile sets, as entries; only those that are not so already.
QVector<JournalEntry> profileEntries(const Services& services, const TargetProfile& profile,
                                     const AuditDocument& document)
{
    QVector<JournalEntry> entries;
    const QString author = currentUser();
    for (auto it = profile.thresholds.cbegin(); it != profile.thresholds.cend(); ++it) {
        for (const Threshold& threshold : *it)
            entries.append(
                makeEntry(services.clock, document.id(), EntryKind::Threshold,
                          {{QStringLiteral("id"), threshold.id}, {QStringLiteral("value"), threshold.value}},
                          it.key(), author));
    }
    for (auto it = profile.notApplicable.cbegin(); it != profile.notApplicable.cend(); ++it) {
        const Judgment current = document.judgment(it.key());
        if (current.mark != Mark::Undecided && current.origin != Origin::Automatic)
            continue;
        entries.append(makeEntry(services.clock, document.id(), EntryKind::Mark,
                                 {{QStringLiteral("mark"), markId(Mark::NotApplicable)},
                                  {QStringLiteral("reason"), *it},
                                  {QStringLiteral("origin"), originId(Origin::Profile)}},
                                 it.key(), author));
    }
    return entries;
}

// Marks that people made in an earlier audit, as "carried": to be confirmed.
QVector<JournalEntry> carriedEntries(const Services& services, const AuditResult& from,
                                     const QString& auditId)
{
    QVector<JournalEntry> entries;
    for (const CheckResult& check : from.checks) {
        const Origin origin = check.judgment.origin;
        if (check.mark() == Mark::Undecided || origin == Origin::Automatic || origin == Origin::None)
            continue;
        entries.append(makeEntry(services.clock, auditId, EntryKind::Mark,
                                 {{QStringLiteral("mark"), markId(check.mark())},
                                  {QStringLiteral("reason"), check.judgment.reason},
                                  {QStringLiteral("origin"), originId(Origin::Carried)}},
                                 check.check.id, currentUser()));
        if (!check.judgment.note.isEmpty())
            entries.append(makeEntry(services.clock, auditId, EntryKind::Note,
                                     {{QStringLiteral("text"), check.judgment.note}}, check.check.id,
                                     currentUser()));
    }
    return entries;
}

Result<OpenAudit> prepareAudit(const Services& services, const Options& options, const RunPlan& plan)
{
    const QString store = options.get(QStringLiteral("store"));
    if (options.isSet(QStringLiteral("audit"))) {
        Result<OpenAudit> audit = openAudit(services, options.get(QStringLiteral("audit")), store);
        if (!audit)
            return audit;
        const Status recorded = record(*audit, profileEntries(services, plan.profile, audit->document));
        return recorded ? std::move(audit) : Result<OpenAudit>(recorded.error());
    }
    auto opened = openSqliteStore(defaultStorePath(store));
    if (!opened)
        return opened.error();
    OpenAudit audit{*std::move(opened), AuditDocument(services.checklist, newId())};
    QVector<JournalEntry> entries{makeEntry(services.clock, audit.document.id(), EntryKind::Created,
                                            metaToJson(metaOf(services, plan.profile)), {}, currentUser())};
    entries += profileEntries(services, plan.profile, audit.document);
    if (options.isSet(QStringLiteral("carry-from"))) {
        const auto from = loadReference(services, options.get(QStringLiteral("carry-from")), store);
        if (!from)
            return from.error();
        entries += carriedEntries(services, *from, audit.document.id());
    }
    const Status recorded = record(audit, entries);
    return recorded ? Result<OpenAudit>(std::move(audit)) : Result<OpenAudit>(recorded.error());
}

QString outcomeText(const ProbeOutcome& outcome)
{
    switch (outcome.state) {
    case ProbeState::Done:
        return outcome.facts.complete ? QStringLiteral("done") : outcome.facts.reason.text();
    case ProbeState::NotAllowed:
        return outcome.facts.reason.text();
    case ProbeState::Cancelled:
        return QStringLiteral("stopped; %1").arg(outcome.facts.reason.text());
    default:
        return QStringLiteral("not measured: %1").arg(outcome.facts.reason.text());
    }
}

// Drives the runner in the event loop and records every outcome as it comes.
struct Drive
{
    bool cancelled = false;
    std::optional<Error> storeError;
    QVector<ProbeOutcome> outcomes;
};

Drive driveProbes(const Services& services, const RunPlan& plan, std::shared_ptr<const ProbeTarget> target,
                  OpenAudit& audit, bool quiet)
{
    Drive drive;
    ProbeRunner runner(services.clock, 12);
    Interrupt interrupt([&runner] {
        complain(QStringLiteral("\nStopping; what was measured is kept.\n"));
        runner.stop();
    });
    ProgressLine line(quiet);
    line.begin(static_cast<int>(plan.probes.size()));
    QObject::connect(&runner, &ProbeRunner::probeStarted, &runner,
                     [&](const QString& id) { line.started(id); });
    QObject::connect(
        &runner, &ProbeRunner::probeProgressed, &runner,
        [&](const QString& id, double fraction, const Message& text) { line.moved(id, fraction, text); });
    QObject::connect(&runner, &ProbeRunner::probeFinished, &runner, [&](const ProbeOutcome& outcome) {
        drive.outcomes.append(outcome);
        line.finished(outcome.probe, outcomeText(outcome));
        const Status stored =
            record(audit, {makeEntry(services.clock, audit.document.id(), EntryKind::Evidence,
                                     toJson(outcome.facts), {}, currentUser())});
        if (!stored && !drive.storeError)
            drive.storeError = stored.error();
    });
    QObject::connect(&runner, &ProbeRunner::finished, &runner, [&](bool cancelled) {
        drive.cancelled = cancelled;
        QCoreApplication::exit();
    });
    runner.start(plan.probes, std::move(target));
    QCoreApplication::exec();
    line.end();
    return drive;
}

Status saveSnapshot(const Services& services, OpenAudit& audit, AuditResult result, const QString& label)
{
    result.snapshotLabel = label;
    const Result<QString> blob =
        audit.store->putBlob(QJsonDocument(resultToJson(result)).toJson(QJsonDocument::Compact));
    if (!blob)
        return blob.error();
    return record(audit, {makeEntry(services.clock, audit.document.id(), EntryKind::Snapshot,
                                    {{QStringLiteral("label"), label}, {QStringLiteral("blob"), *blob}}, {},
                                    currentUser())});
}

QJsonObject runValue(const RunPlan& plan)
{
    return {{QStringLiteral("capabilities"), capabilityIds(plan.consent.allowed).join(QLatin1Char(','))},
            {QStringLiteral("target"), plan.profile.displayTarget()},
            {QStringLiteral("seed"), QString::number(plan.seed)}};
}

int conclude(const Services& services, const Options& options, const RunPlan& plan, OpenAudit& audit,
             Drive& drive, const AuditResult* baseline)
{
    AuditResult result = evaluate(audit.document, services.version, today(services));
    QVector<JournalEntry> closing{makeEntry(services.clock, audit.document.id(), EntryKind::RunFinished,
                                            {{QStringLiteral("cancelled"), drive.cancelled}}, {},
                                            currentUser())};
    closing += automaticMarks(result, services.clock, currentUser());
    if (const Status stored = record(audit, closing); !stored && !drive.storeError)
        drive.storeError = stored.error();
    result = evaluateAndSummarize(services, audit);
    if (options.isSet(QStringLiteral("snapshot"))) {
        const QString label = options.get(QStringLiteral("snapshot"));
        if (const Status saved = saveSnapshot(services, audit, result, label); !saved && !drive.storeError)
            drive.storeError = saved.error();
        result = evaluateAndSummarize(services, audit);
    }
    bool written = writeOutputs(options, result);
    if (drive.storeError) {
        report(*drive.storeError, ExitNotWritten);
        written = false;
    }
    if (!options.isSet(QStringLiteral("quiet")))
        complain(QStringLiteral("Audit %1 in %2: %3 of %4, %5 %, %6 of %7 decided.\n")
                     .arg(audit.document.id(), audit.store->path())
                     .arg(result.score.points)
                     .arg(result.score.max)
                     .arg(result.score.percent())
                     .arg(result.score.decided)
                     .arg(result.score.strictMax));
    return exitCodeOf(options, RunEnd{plan, result, drive.outcomes, drive.cancelled, written, baseline});
}

} // namespace

int runRun(const Invocation& invocation)
{
    Options options("run");
    describe(options);
    if (const auto code = options.parse(invocation, 1, 1))
        return *code;
    if (const QString conflict = outputConflict(options); !conflict.isEmpty())
        return usageError(conflict);
    if (options.isSet(QStringLiteral("audit")) && options.isSet(QStringLiteral("carry-from")))
        return usageError(QStringLiteral("--audit and --carry-from exclude each other"));
    if (const auto wrong = checkGateOptions(options))
        return usageError(*wrong);
    const Services& services = invocation.services;
    const Result<RunPlan> plan = planRun(services, options);
    if (!plan)
        return report(plan.error(), ExitUsage);
    if (options.isSet(QStringLiteral("dry-run"))) {
        print(describePlan(*plan));
        return ExitOk;
    }
    std::optional<AuditResult> baseline;
    if (options.isSet(QStringLiteral("baseline"))) {
        Result<AuditResult> loaded = loadReference(services, options.get(QStringLiteral("baseline")),
                                                   options.get(QStringLiteral("store")));
        if (!loaded)
            return report(loaded.error(), ExitUsage);
        baseline = *std::move(loaded);
    }
    Result<std::shared_ptr<const ProbeTarget>> target = resolveTarget(*plan);
    if (!target)
        return report(target.error(), ExitUsage);
    Result<OpenAudit> audit = prepareAudit(services, options, *plan);
    if (!audit)
        return report(audit.error(),
                      audit.error().code == ErrorCode::NotFound || audit.error().code == ErrorCode::Usage
                          ? ExitUsage
                          : ExitNotWritten);
    if (const Status begun =
            record(*audit, {makeEntry(services.clock, audit->document.id(), EntryKind::RunStarted,
                                      runValue(*plan), {}, currentUser())});
        !begun)
        return report(begun.error(), ExitNotWritten);
    Drive drive =
        driveProbes(services, *plan, *std::move(target), *audit, options.isSet(QStringLiteral("quiet")));
    return conclude(services, options, *plan, *audit, drive, baseline ? &*baseline : nullptr);
}

int runSnapshot(const Invocation& invocation)
{
    Options options("snapshot");
    options.value(QStringLiteral("audit"), QStringLiteral("REF"), QStringLiteral("the audit"));
    if (const auto code = options.parse(invocation, 1, 1))
        return *code;
    if (!options.isSet(QStringLiteral("audit")))
        return usageError(QStringLiteral("snapshot needs --audit REF"));
    Result<OpenAudit> audit = openAudit(invocation.services, options.get(QStringLiteral("audit")),
                                        options.get(QStringLiteral("store")));
    if (!audit)
        return report(audit.error(), audit.error().code == ErrorCode::Io ? ExitNotWritten : ExitUsage);
    const AuditResult result =
        evaluate(audit->document, invocation.services.version, today(invocation.services));
    const QString label = options.positional().constFirst();
    if (const Status saved = saveSnapshot(invocation.services, *audit, result, label); !saved)
        return report(saved.error(), ExitNotWritten);
    evaluateAndSummarize(invocation.services, *audit);
    print(QStringLiteral("Snapshot \"%1\" of %2: %3 of %4.\n")
              .arg(label, audit->document.meta().name)
              .arg(result.score.points)
              .arg(result.score.max));
    return ExitOk;
}

} // namespace awb::cli
