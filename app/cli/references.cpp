#include "app/cli/references.h"

#include "core/rules/rules.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace awb::cli
{

namespace
{

constexpr qint64 largestResult = 256LL * 1024 * 1024;

Result<AuditResult> loadResultFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{
            ErrorCode::NotFound, QStringLiteral("Cannot read %1: %2.").arg(path, file.errorString()), {}, {}};
    if (file.size() > largestResult)
        return Error{ErrorCode::Limit,
                     QStringLiteral("%1 is larger than 256 MiB; no audit result is.").arg(path),
                     {},
                     {}};
    QJsonParseError parse;
    const QJsonDocument json = QJsonDocument::fromJson(file.readAll(), &parse);
    if (!json.isObject())
        return Error{
            ErrorCode::Parse,
            QStringLiteral("%1 is not JSON: %2 at byte %3.").arg(path, parse.errorString()).arg(parse.offset),
            {},
            {}};
    Result<AuditResult> result = resultFromJson(json.object());
    if (!result)
        return Error{result.error().code, QStringLiteral("%1: %2").arg(path, result.error().message), {}, {}};
    return result;
}

bool isAuditFile(const QString& ref)
{
    return ref.endsWith(QLatin1String(".audit")) && QFileInfo::exists(ref);
}

Result<AuditResult> loadSnapshot(AuditStore& store, const QString& blob)
{
    const Result<QByteArray> bytes = store.blob(blob);
    if (!bytes)
        return bytes.error();
    return resultFromJson(QJsonDocument::fromJson(*bytes).object());
}

Result<QString> onlyAuditOf(AuditStore& store, const QString& path)
{
    const Result<QVector<AuditSummary>> audits = store.audits();
    if (!audits)
        return audits.error();
    if (audits->size() != 1)
        return Error{ErrorCode::Usage,
                     QStringLiteral("%1 holds %2 audits: name one with --store %1 and its id.")
                         .arg(path)
                         .arg(audits->size()),
                     {},
                     {}};
    return audits->constFirst().id;
}

Result<AuditDocument> loadDocument(const Services& services, AuditStore& store, const QString& auditId)
{
    const Result<QVector<JournalEntry>> entries = store.entries(auditId);
    if (!entries)
        return entries.error();
    return AuditDocument::fromJournal(services.checklist, auditId, *entries);
}

} // namespace

QDate today(const Services& services)
{
    return services.clock.now().toLocalTime().date();
}

QString currentUser()
{
    const QString user = qEnvironmentVariable("USER", qEnvironmentVariable("LOGNAME"));
    return user.isEmpty() ? QStringLiteral("auditbench-cli") : user;
}

Result<AuditResult> loadReference(const Services& services, const QString& ref, const QString& storeOption)
{
    if (ref.endsWith(QLatin1String(".json")))
        return loadResultFile(ref);
    const bool file = isAuditFile(ref);
    auto store = openSqliteStore(file ? ref : defaultStorePath(storeOption), OpenMode::ReadOnly);
    if (!store)
        return store.error();
    AuditStore::Found found;
    if (file) {
        const Result<QString> only = onlyAuditOf(**store, ref);
        if (!only)
            return only.error();
        found.audit = *only;
    } else {
        const auto resolved = (*store)->resolve(ref);
        if (!resolved)
            return resolved.error();
        found = *resolved;
    }
    if (!found.blob.isEmpty())
        return loadSnapshot(**store, found.blob);
    const Result<AuditDocument> document = loadDocument(services, **store, found.audit);
    if (!document)
        return document.error();
    return evaluate(*document, services.version, today(services));
}

Result<OpenAudit> openAudit(const Services& services, const QString& ref, const QString& storeOption)
{
    const bool file = isAuditFile(ref);
    auto store = openSqliteStore(file ? ref : defaultStorePath(storeOption));
    if (!store)
        return store.error();
    QString id;
    if (file) {
        const Result<QString> only = onlyAuditOf(**store, ref);
        if (!only)
            return only.error();
        id = *only;
    } else {
        const auto resolved = (*store)->resolve(ref);
        if (!resolved)
            return resolved.error();
        if (!resolved->snapshotEntry.isEmpty())
            return Error{
                ErrorCode::Usage,
                QStringLiteral("\"%1\" is a snapshot, which cannot change: name its audit.").arg(ref),
                {},
                {}};
        id = resolved->audit;
    }
    Result<AuditDocument> document = loadDocument(services, **store, id);
    if (!document)
        return document.error();
    return OpenAudit{*std::move(store), *std::move(document)};
}

Status record(OpenAudit& audit, const QVector<JournalEntry>& entries)
{
    if (entries.isEmpty())
        return Done{};
    const Result<QVector<JournalEntry>> stored = audit.store->append(entries);
    if (!stored)
        return stored.error();
    for (const JournalEntry& entry : *stored)
        audit.document.apply(entry);
    return Done{};
}

AuditResult evaluateAndSummarize(const Services& services, OpenAudit& audit)
{
    AuditResult result = evaluate(audit.document, services.version, today(services));
    // only figures for lists: the journal is what counts, so a failure here is no failure of the command
    if (const Status updated = audit.store->updateSummary(summarize(audit.document, result)); !updated)
        complain(QStringLiteral("auditbench-cli: %1\n").arg(updated.error().message));
    return result;
}

} // namespace awb::cli
