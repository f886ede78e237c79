#include "core/store/sqlite_entries.h"

#include <QJsonDocument>
#include <QSqlQuery>
#include <QVariant>

namespace awb
{

namespace
{

constexpr qsizetype compressFrom = 256 * 1024;

Error damagedEntry(const QSqlQuery& row, const char* what)
{
    return {ErrorCode::Damaged,
            QStringLiteral("Entry %1 of the store cannot be read (%2).")
                .arg(row.value(0).toString(), QLatin1String(what)),
            {},
            {}};
}

// qCompress() puts the length in front, big-endian; a file from elsewhere may claim anything.
bool tooLargeUnpacked(const QByteArray& packed)
{
    if (packed.size() < 4)
        return true;
    quint64 size = 0;
    for (int i = 0; i < 4; ++i)
        size = (size << 8) | static_cast<unsigned char>(packed.at(i));
    return size > static_cast<quint64>(maxEntryBytes);
}

} // namespace

const char* const entryColumns = "seq, id, audit, kind, check_id, seat, author, time, value, supersedes";

QString timeToText(const QDateTime& time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QDateTime timeFromText(const QString& text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
}

Result<QVariantList> entryToRow(const JournalEntry& entry)
{
    const QByteArray json = QJsonDocument(entry.value).toJson(QJsonDocument::Compact);
    if (json.size() > maxEntryBytes)
        return Error{ErrorCode::Limit,
                     QStringLiteral("One entry (%1) is larger than 32 MiB and cannot be stored.")
                         .arg(entryKindId(entry.kind)),
                     {},
                     {}};
    // Text is bound as QString: the driver keeps bytes as BLOB, which marks the compressed form.
    const QVariant value =
        json.size() > compressFrom ? QVariant(qCompress(json, 1)) : QVariant(QString::fromUtf8(json));
    const auto text = [](const QString& s) { return QVariant(s.isNull() ? QStringLiteral("") : s); };
    return QVariantList{text(entry.id),        text(entry.audit),  entryKindId(entry.kind), text(entry.check),
                        text(entry.seat),      text(entry.author), timeToText(entry.time),  value,
                        text(entry.supersedes)};
}

Result<JournalEntry> entryFromRow(const QSqlQuery& row)
{
    JournalEntry entry;
    entry.sequence = row.value(0).toLongLong();
    entry.id = row.value(1).toString();
    entry.audit = row.value(2).toString();
    const std::optional<EntryKind> kind = entryKindFromId(row.value(3).toString());
    if (!kind)
        return damagedEntry(row, "its kind is unknown");
    entry.kind = *kind;
    entry.check = row.value(4).toString();
    entry.seat = row.value(5).toString();
    entry.author = row.value(6).toString();
    entry.time = timeFromText(row.value(7).toString());
    entry.supersedes = row.value(9).toString();
    const QVariant value = row.value(8);
    QByteArray json;
    if (value.typeId() == QMetaType::QByteArray) {
        const QByteArray packed = value.toByteArray();
        if (tooLargeUnpacked(packed))
            return damagedEntry(row, "its value claims more than 32 MiB");
        json = qUncompress(packed);
    } else {
        json = value.toString().toUtf8();
    }
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return damagedEntry(row, "its value is no JSON object");
    if (!entry.time.isValid())
        return damagedEntry(row, "its time is no time");
    entry.value = document.object();
    return entry;
}

QString figuresToText(const AuditSummary& summary)
{
    const QJsonObject figures{
        {QStringLiteral("points"), summary.points},   {QStringLiteral("max"), summary.max},
        {QStringLiteral("decided"), summary.decided}, {QStringLiteral("pass"), summary.pass},
        {QStringLiteral("warn"), summary.warn},       {QStringLiteral("fail"), summary.fail},
        {QStringLiteral("na"), summary.na},           {QStringLiteral("band"), summary.band}};
    return QString::fromUtf8(QJsonDocument(figures).toJson(QJsonDocument::Compact));
}

void figuresFromText(const QString& text, AuditSummary& summary)
{
    const QJsonObject figures = QJsonDocument::fromJson(text.toUtf8()).object();
    const auto number = [&figures](const char* key) { return figures.value(QLatin1String(key)).toInt(); };
    summary.points = number("points");
    summary.max = number("max");
    summary.decided = number("decided");
    summary.pass = number("pass");
    summary.warn = number("warn");
    summary.fail = number("fail");
    summary.na = number("na");
    summary.band = figures.value(QStringLiteral("band")).toString();
}

QString metaToText(AuditMeta meta)
{
    meta.profileText.clear();
    return QString::fromUtf8(QJsonDocument(metaToJson(meta)).toJson(QJsonDocument::Compact));
}

AuditMeta metaFromText(const QString& text)
{
    return metaFromJson(QJsonDocument::fromJson(text.toUtf8()).object());
}

SnapshotRef snapshotFromEntry(const JournalEntry& entry)
{
    return {entry.id, entry.value.value(QStringLiteral("label")).toString(),
            entry.value.value(QStringLiteral("blob")).toString(), entry.author, entry.time};
}

} // namespace awb
