#include "ui/presenters/journal_import.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>

namespace awb
{

namespace
{

constexpr qsizetype kMaxBytes = 64 * 1024 * 1024;
constexpr qsizetype kMaxEntries = 100'000;

Error unreadable(const QString& place, const QString& why)
{
    return {ErrorCode::Parse,
            QStringLiteral("The recorded audit cannot be read: %1: %2.").arg(place, why),
            {},
            {}};
}

Result<JournalEntry> entryFromJson(const QJsonObject& object, const QString& place)
{
    JournalEntry entry;
    entry.id = object.value(QStringLiteral("id")).toString();
    entry.audit = object.value(QStringLiteral("audit")).toString();
    const auto kind = entryKindFromId(object.value(QStringLiteral("kind")).toString());
    if (entry.id.isEmpty() || entry.audit.isEmpty()) {
        return unreadable(place, QStringLiteral("id or audit is missing"));
    }
    if (!kind) {
        return unreadable(place, QStringLiteral("its kind is not known to this version"));
    }
    entry.kind = *kind;
    entry.check = object.value(QStringLiteral("check")).toString();
    entry.seat = object.value(QStringLiteral("seat")).toString();
    entry.author = object.value(QStringLiteral("author")).toString();
    entry.time =
        QDateTime::fromString(object.value(QStringLiteral("time")).toString(), Qt::ISODateWithMs).toUTC();
    entry.value = object.value(QStringLiteral("value")).toObject();
    entry.supersedes = object.value(QStringLiteral("supersedes")).toString();
    if (!entry.time.isValid()) {
        return unreadable(place, QStringLiteral("its time is no RFC 3339 time"));
    }
    return entry;
}

} // namespace

Result<ImportedJournal> parseJournal(const QByteArray& json)
{
    if (json.size() > kMaxBytes) {
        return Error{ErrorCode::Limit, QStringLiteral("The recorded audit is larger than 64 MiB."), {}, {}};
    }
    QJsonParseError parse;
    const QJsonObject root = QJsonDocument::fromJson(json, &parse).object();
    if (parse.error != QJsonParseError::NoError) {
        return unreadable(QStringLiteral("byte %1").arg(parse.offset), parse.errorString());
    }
    const QJsonArray array = root.value(QStringLiteral("entries")).toArray();
    if (array.isEmpty() || array.size() > kMaxEntries) {
        return unreadable(QStringLiteral("entries"), QStringLiteral("there are none, or more than 100,000"));
    }
    ImportedJournal journal;
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString place = QStringLiteral("entries[%1]").arg(i);
        Result<JournalEntry> entry = entryFromJson(array.at(i).toObject(), place);
        if (!entry) {
            return entry.error();
        }
        if (i > 0 && entry->audit != journal.auditId) {
            return unreadable(place, QStringLiteral("it belongs to another audit"));
        }
        journal.auditId = entry->audit;
        journal.entries << *entry;
    }
    const QJsonObject blobs = root.value(QStringLiteral("blobs")).toObject();
    for (const QJsonValue& blob : blobs) {
        journal.blobs << QByteArray::fromBase64(blob.toString().toLatin1());
    }
    return journal;
}

QByteArray writeJournal(const QVector<JournalEntry>& entries, const QMap<QString, QByteArray>& blobs)
{
    QJsonArray array;
    for (const JournalEntry& entry : entries) {
        array << entryToJson(entry);
    }
    QJsonObject stored;
    for (auto it = blobs.constBegin(); it != blobs.constEnd(); ++it) {
        stored.insert(it.key(), QString::fromLatin1(it->toBase64()));
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("entries"), array}, {QStringLiteral("blobs"), stored}})
        .toJson(QJsonDocument::Compact);
}

} // namespace awb
