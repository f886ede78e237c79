#include "app/cli/command.h"
#include "app/cli/outputs.h"
#include "app/cli/references.h"
#include "core/report/reports.h"
#include "core/report_pdf/pdf_report.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace awb::cli
{

namespace
{

ExitCode codeFor(const Error& error)
{
    return error.code == ErrorCode::Io || error.code == ErrorCode::Damaged || error.code == ErrorCode::Locked
               ? ExitNotWritten
               : ExitUsage;
}

bool writeComparison(const Options& options, const AuditComparison& comparison)
{
    bool good = true;
    if (options.isSet(QStringLiteral("json")))
        good = writeFile(options.get(QStringLiteral("json")),
                         QJsonDocument(comparisonToJson(comparison)).toJson(QJsonDocument::Indented));
    if (options.isSet(QStringLiteral("markdown")))
        good = writeFile(options.get(QStringLiteral("markdown")), markdownComparison(comparison)) && good;
    if (options.isSet(QStringLiteral("html")))
        good = writeFile(options.get(QStringLiteral("html")), htmlComparison(comparison)) && good;
    if (options.isSet(QStringLiteral("pdf"))) {
        const Result<PdfWritten> written = writeComparisonPdf(comparison, options.get(QStringLiteral("pdf")));
        if (!written) {
            report(written.error(), ExitNotWritten);
            good = false;
        }
    }
    return good;
}

QJsonObject summaryToJson(const AuditSummary& summary)
{
    QJsonArray snapshots;
    for (const SnapshotRef& snapshot : summary.snapshots)
        snapshots.append(
            QJsonObject{{QStringLiteral("label"), snapshot.label},
                        {QStringLiteral("id"), snapshot.entry},
                        {QStringLiteral("time"), snapshot.time.toUTC().toString(Qt::ISODateWithMs)}});
    return {{QStringLiteral("id"), summary.id},
            {QStringLiteral("name"), summary.meta.name},
            {QStringLiteral("team"), summary.meta.team},
            {QStringLiteral("date"), summary.meta.date.toString(Qt::ISODate)},
            {QStringLiteral("target"), summary.meta.target},
            {QStringLiteral("changed"), summary.changed.toUTC().toString(Qt::ISODateWithMs)},
            {QStringLiteral("points"), summary.points},
            {QStringLiteral("max"), summary.max},
            {QStringLiteral("decided"), summary.decided},
            {QStringLiteral("band"), summary.band},
            {QStringLiteral("snapshots"), snapshots}};
}

void printList(const QVector<AuditSummary>& audits)
{
    if (audits.isEmpty())
        print(QStringLiteral("No audits yet. Start one with: auditbench-cli run PROFILE\n"));
    for (const AuditSummary& audit : audits) {
        print(QStringLiteral("%1  %2  %3 of %4, %5 decided  %6\n")
                  .arg(audit.id, audit.meta.date.toString(Qt::ISODate))
                  .arg(audit.points)
                  .arg(audit.max)
                  .arg(audit.decided)
                  .arg(audit.meta.name));
        for (const SnapshotRef& snapshot : audit.snapshots)
            print(QStringLiteral("    snapshot \"%1\"  %2\n")
                      .arg(snapshot.label, snapshot.time.toUTC().toString(Qt::ISODate)));
    }
}

} // namespace

int runReport(const Invocation& invocation)
{
    Options options("report");
    addOutputOptions(options);
    if (const auto code = options.parse(invocation, 1, 1))
        return *code;
    if (const QString conflict = outputConflict(options); !conflict.isEmpty())
        return usageError(conflict);
    if (!anyOutput(options))
        return usageError(QStringLiteral(
            "say what to write: --pdf F, --markdown F, --text -, --json F, --html F, --csv F or --junit F"));
    const Result<AuditResult> result = loadReference(invocation.services, options.positional().constFirst(),
                                                     options.get(QStringLiteral("store")));
    if (!result)
        return report(result.error(), codeFor(result.error()));
    return writeOutputs(options, *result) ? ExitOk : ExitNotWritten;
}

int runCompare(const Invocation& invocation)
{
    Options options("compare");
    options.value(QStringLiteral("json"), QStringLiteral("F"), QStringLiteral("auditbench/compare/1"));
    options.value(QStringLiteral("markdown"), QStringLiteral("F"), QStringLiteral("as Markdown"));
    options.value(QStringLiteral("html"), QStringLiteral("F"), QStringLiteral("as HTML"));
    options.value(QStringLiteral("pdf"), QStringLiteral("F"), QStringLiteral("as PDF"));
    if (const auto code = options.parse(invocation, 2, 2))
        return *code;
    const QString store = options.get(QStringLiteral("store"));
    const Result<AuditResult> before = loadReference(invocation.services, options.positional().at(0), store);
    if (!before)
        return report(before.error(), codeFor(before.error()));
    const Result<AuditResult> after = loadReference(invocation.services, options.positional().at(1), store);
    if (!after)
        return report(after.error(), codeFor(after.error()));
    const AuditComparison comparison = compareResults(*before, *after);
    const bool toFile = options.isSet(QStringLiteral("json")) || options.isSet(QStringLiteral("markdown")) ||
                        options.isSet(QStringLiteral("html")) || options.isSet(QStringLiteral("pdf"));
    if (!toFile)
        print(QString::fromUtf8(markdownComparison(comparison)));
    else if (!writeComparison(options, comparison))
        return ExitNotWritten;
    return comparison.isWorse() ? ExitWorse : ExitOk;
}

int runList(const Invocation& invocation)
{
    Options options("list");
    options.flag(QStringLiteral("json"), QStringLiteral("auditbench/list/1"));
    if (const auto code = options.parse(invocation, 0, 0))
        return *code;
    const auto store =
        openSqliteStore(defaultStorePath(options.get(QStringLiteral("store"))), OpenMode::ReadOnly);
    // a store that nobody wrote to yet is an empty list
    if (!store && store.error().code != ErrorCode::NotFound)
        return report(store.error(), codeFor(store.error()));
    Result<QVector<AuditSummary>> audits =
        store ? (*store)->audits() : Result<QVector<AuditSummary>>(QVector<AuditSummary>());
    if (!audits)
        return report(audits.error(), codeFor(audits.error()));
    if (!options.isSet(QStringLiteral("json"))) {
        printList(*audits);
        return ExitOk;
    }
    QJsonArray list;
    for (const AuditSummary& summary : *audits)
        list.append(summaryToJson(summary));
    const QJsonObject document{{QStringLiteral("schema"), QStringLiteral("auditbench/list/1")},
                               {QStringLiteral("audits"), list}};
    print(QString::fromUtf8(QJsonDocument(document).toJson(QJsonDocument::Indented)));
    return ExitOk;
}

} // namespace awb::cli
