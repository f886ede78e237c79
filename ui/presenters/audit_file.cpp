#include "ui/presenters/audit_file.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QSaveFile>

#include <cstdio>

namespace awb
{

namespace
{

constexpr qint64 kMaxFile = 64 * 1024 * 1024;

Error notRead(const QString& path, const QString& why, ErrorCode code = ErrorCode::Io)
{
    return {code, QStringLiteral("%1 cannot be read: %2.").arg(path, why), {}, {}};
}

Error notWritten(const QString& path, const QString& why)
{
    return {ErrorCode::Io, QStringLiteral("%1 cannot be written: %2.").arg(path, why), {}, {}};
}

// Attachments and snapshots: what the entries name.
QStringList blobIds(const QVector<JournalEntry>& entries)
{
    QStringList ids;
    for (const JournalEntry& entry : entries) {
        const QString id = entry.value.value(QStringLiteral("blob")).toString();
        if (!id.isEmpty() && !ids.contains(id)) {
            ids << id;
        }
    }
    return ids;
}

Result<QMap<QString, QByteArray>> readBlobs(AuditStore& store, const QVector<JournalEntry>& entries)
{
    QMap<QString, QByteArray> blobs;
    for (const QString& id : blobIds(entries)) {
        Result<QByteArray> bytes = store.blob(id);
        if (!bytes) {
            return bytes.error();
        }
        blobs.insert(id, *bytes);
    }
    return blobs;
}

Status fillStore(AuditStore& store, const AuditCopy& copy, const QMap<QString, QByteArray>& blobs)
{
    for (const QByteArray& blob : blobs) {
        if (const Result<QString> put = store.putBlob(blob); !put) {
            return put.error();
        }
    }
    QVector<JournalEntry> entries = copy.entries;
    for (JournalEntry& entry : entries) {
        entry.sequence = 0; // a place in the other file
    }
    if (const auto appended = store.append(entries); !appended) {
        return appended.error();
    }
    return store.updateSummary(copy.summary);
}

void removeStore(const QString& path)
{
    for (const char* ending : {"", "-wal", "-shm"}) {
        QFile::remove(path + QLatin1String(ending));
    }
}

Status writeStore(const AuditCopy& copy, const QMap<QString, QByteArray>& blobs, const QString& path)
{
    const QString part = path + QStringLiteral(".part");
    removeStore(part);
    {
        Result<std::unique_ptr<AuditStore>> store = openSqliteStore(part);
        if (!store) {
            return store.error();
        }
        if (const Status filled = fillStore(**store, copy, blobs); !filled) {
            store->reset();
            removeStore(part);
            return filled.error();
        }
    } // closed: the write-ahead log is in the file
    removeStore(path);
    if (std::rename(QFile::encodeName(part).constData(), QFile::encodeName(path).constData()) != 0) {
        return notWritten(path, qt_error_string());
    }
    return Done{};
}

Status writeText(const AuditCopy& copy, const QMap<QString, QByteArray>& blobs, const QString& path)
{
    const QByteArray bytes = writeJournal(copy.entries, blobs);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return notWritten(path, file.errorString());
    }
    return Done{};
}

} // namespace

Result<OpenedJson> readJsonFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return notRead(path, file.errorString());
    }
    const QByteArray bytes = file.read(kMaxFile + 1);
    if (bytes.size() > kMaxFile) {
        return Error{ErrorCode::Limit, QStringLiteral("%1 is larger than 64 MiB.").arg(path), {}, {}};
    }
    QJsonParseError parse;
    const QJsonObject root = QJsonDocument::fromJson(bytes, &parse).object();
    if (parse.error != QJsonParseError::NoError) {
        return notRead(path, QStringLiteral("%1 at byte %2").arg(parse.errorString()).arg(parse.offset),
                       ErrorCode::Parse);
    }
    OpenedJson opened;
    if (root.contains(QStringLiteral("entries"))) {
        Result<ImportedJournal> journal = parseJournal(bytes);
        if (!journal) {
            return journal.error();
        }
        opened.journal = std::move(*journal);
        return opened;
    }
    Result<AuditResult> result = resultFromJson(root);
    if (!result) {
        return result.error();
    }
    opened.result = std::move(*result);
    return opened;
}

Result<ImportedJournal> readAuditFile(const QString& path)
{
    if (!QFileInfo::exists(path)) {
        return notRead(path, QStringLiteral("there is no such file"), ErrorCode::NotFound);
    }
    Result<std::unique_ptr<AuditStore>> store = openSqliteStore(path, OpenMode::ReadOnly);
    if (!store) {
        return store.error();
    }
    const Result<QVector<AuditSummary>> audits = (*store)->audits();
    if (!audits) {
        return audits.error();
    }
    if (audits->isEmpty()) {
        return notRead(path, QStringLiteral("it holds no audit"), ErrorCode::NotFound);
    }
    ImportedJournal journal;
    journal.auditId = audits->constFirst().id;
    Result<QVector<JournalEntry>> entries = (*store)->entries(journal.auditId);
    if (!entries) {
        return entries.error();
    }
    journal.entries = std::move(*entries);
    const auto blobs = readBlobs(**store, journal.entries);
    if (!blobs) {
        return blobs.error();
    }
    journal.blobs = blobs->values();
    return journal;
}

Status writeAuditFile(const AuditCopy& copy, const QString& path)
{
    if (QFileInfo(path).absoluteFilePath() == QFileInfo(copy.store).absoluteFilePath()) {
        return notWritten(path, QStringLiteral("it is the file that this audit is open from"));
    }
    if (!QFileInfo(QFileInfo(path).absolutePath()).isDir()) {
        return notWritten(path, QStringLiteral("there is no such folder")); // a store would make it
    }
    QMap<QString, QByteArray> blobs;
    if (!blobIds(copy.entries).isEmpty()) {
        Result<std::unique_ptr<AuditStore>> store = openSqliteStore(copy.store, OpenMode::ReadOnly);
        if (!store) {
            return store.error();
        }
        Result<QMap<QString, QByteArray>> read = readBlobs(**store, copy.entries);
        if (!read) {
            return read.error();
        }
        blobs = std::move(*read);
    }
    return path.endsWith(QLatin1String(".json")) ? writeText(copy, blobs, path)
                                                 : writeStore(copy, blobs, path);
}

} // namespace awb
