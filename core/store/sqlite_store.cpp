#include "core/store/sqlite_store.h"

#include "core/store/sqlite_entries.h"

#include <QCryptographicHash>
#include <QVariant>

namespace awb
{

namespace
{
constexpr qsizetype maxBlobBytes = 64 * 1024 * 1024;
constexpr qsizetype shortestPrefix = 8;
} // namespace

SqliteStore::SqliteStore(std::unique_ptr<SqliteConnection> connection, bool readOnly)
    : connection_(std::move(connection)),
      readOnly_(readOnly)
{
}

QString SqliteStore::path() const
{
    return connection_->path();
}

Status SqliteStore::refuseWriting() const
{
    if (!readOnly_)
        return Done();
    return Error{ErrorCode::Refused, QStringLiteral("%1 was opened for reading only.").arg(path()), {}, {}};
}

Result<QVector<JournalEntry>> SqliteStore::append(const QVector<JournalEntry>& entries)
{
    if (const Status refused = refuseWriting(); !refused)
        return refused.error();
    QVector<JournalEntry> stored = entries;
    const Status done = connection_->transaction([&]() -> Status {
        for (JournalEntry& entry : stored) {
            if (const Status appended = appendOne(entry); !appended)
                return appended;
        }
        return Done();
    });
    if (!done)
        return done.error();
    return stored;
}

Status SqliteStore::appendOne(JournalEntry& entry)
{
    if (entry.id.isEmpty() || entry.audit.isEmpty())
        return Error{ErrorCode::Internal,
                     QStringLiteral("An entry without an id or an audit cannot be stored."),
                     {},
                     {}};
    const Result<QVariantList> row = entryToRow(entry);
    if (!row)
        return row.error();
    if (const Status noted = noteAudit(entry); !noted)
        return noted;
    const auto inserted = connection_->run(
        QStringLiteral("INSERT INTO journal(id, audit, kind, check_id, seat, author, time, value, supersedes)"
                       " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO NOTHING"),
        *row);
    if (!inserted)
        return inserted.error();
    const auto sequence =
        connection_->number(QStringLiteral("SELECT seq FROM journal WHERE id = ?"), {entry.id});
    if (!sequence)
        return sequence.error();
    entry.sequence = *sequence;
    if (inserted->numRowsAffected() <= 0)
        return Done();
    return touchAudit(entry);
}

// The audit's row must be there before its first entry.
Status SqliteStore::noteAudit(const JournalEntry& entry)
{
    const AuditMeta meta = entry.kind == EntryKind::Created ? metaFromJson(entry.value) : AuditMeta();
    const auto done = connection_->run(
        QStringLiteral(
            "INSERT INTO audits(id, created, changed, last_seq, meta, figures) VALUES(?, ?, ?, 0, ?, '{}')"
            " ON CONFLICT(id) DO NOTHING"),
        {entry.audit, timeToText(entry.time), timeToText(entry.time), metaToText(meta)});
    return done ? Status(Done()) : Status(done.error());
}

Status SqliteStore::touchAudit(const JournalEntry& entry)
{
    const auto done = connection_->run(
        QStringLiteral("UPDATE audits SET changed = max(changed, ?), last_seq = ? WHERE id = ?"),
        {timeToText(entry.time), entry.sequence, entry.audit});
    if (!done)
        return done.error();
    if (entry.kind != EntryKind::Meta && entry.kind != EntryKind::Created)
        return Done();
    auto old = connection_->run(QStringLiteral("SELECT meta FROM audits WHERE id = ?"), {entry.audit});
    if (!old)
        return old.error();
    QJsonObject merged = metaToJson(old->next() ? metaFromText(old->value(0).toString()) : AuditMeta());
    old->finish();
    for (auto it = entry.value.begin(); it != entry.value.end(); ++it)
        merged.insert(it.key(), it.value());
    const auto written = connection_->run(QStringLiteral("UPDATE audits SET meta = ? WHERE id = ?"),
                                          {metaToText(metaFromJson(merged)), entry.audit});
    return written ? Status(Done()) : Status(written.error());
}

Result<QVector<JournalEntry>> SqliteStore::rows(const QString& where, const QVariantList& values)
{
    auto query = connection_->run(QStringLiteral("SELECT %1 FROM journal WHERE %2 ORDER BY seq")
                                      .arg(QLatin1String(entryColumns), where),
                                  values);
    if (!query)
        return query.error();
    QVector<JournalEntry> list;
    while (query->next()) {
        Result<JournalEntry> entry = entryFromRow(*query);
        if (!entry)
            return entry.error();
        list.append(std::move(*entry));
    }
    return list;
}

Result<QVector<JournalEntry>> SqliteStore::entries(const QString& auditId, qint64 afterSequence)
{
    const auto size = connection_->number(
        QStringLiteral("SELECT coalesce(sum(length(value)), 0) FROM journal WHERE audit = ? AND seq > ?"),
        {auditId, afterSequence});
    if (!size)
        return size.error();
    if (*size > maxAuditBytes)
        return Error{ErrorCode::Limit,
                     QStringLiteral("%1: the audit is larger than 512 MiB and is not opened.").arg(path()),
                     {},
                     {}};
    return rows(QStringLiteral("audit = ? AND seq > ?"), {auditId, afterSequence});
}

Result<QVector<AuditSummary>> SqliteStore::summaries(const QString& where, const QVariantList& values)
{
    auto query = connection_->run(QStringLiteral("SELECT id, created, changed, last_seq, meta, figures FROM "
                                                 "audits WHERE %1 ORDER BY changed DESC, id")
                                      .arg(where),
                                  values);
    if (!query)
        return query.error();
    QVector<AuditSummary> list;
    while (query->next()) {
        AuditSummary summary;
        summary.id = query->value(0).toString();
        summary.created = timeFromText(query->value(1).toString());
        summary.changed = timeFromText(query->value(2).toString());
        summary.lastSequence = query->value(3).toLongLong();
        summary.meta = metaFromText(query->value(4).toString());
        figuresFromText(query->value(5).toString(), summary);
        list.append(std::move(summary));
    }
    return list;
}

Result<QVector<AuditSummary>> SqliteStore::audits()
{
    auto list = summaries(QStringLiteral("1"), {});
    if (!list)
        return list;
    const auto snapshots = rows(QStringLiteral("kind = 'snapshot'"), {});
    if (!snapshots)
        return snapshots.error();
    QHash<QString, qsizetype> at;
    for (qsizetype i = 0; i < list->size(); ++i)
        at.insert(list->at(i).id, i);
    for (const JournalEntry& entry : *snapshots) {
        if (const auto it = at.constFind(entry.audit); it != at.constEnd())
            (*list)[*it].snapshots.append(snapshotFromEntry(entry));
    }
    return list;
}

Result<AuditSummary> SqliteStore::audit(const QString& auditId)
{
    auto list = summaries(QStringLiteral("id = ?"), {auditId});
    if (!list)
        return list.error();
    if (list->isEmpty())
        return Error{ErrorCode::NotFound,
                     QStringLiteral("%1 holds no audit %2.").arg(path(), auditId.left(60)),
                     {},
                     {}};
    const auto snapshots = rows(QStringLiteral("audit = ? AND kind = 'snapshot'"), {auditId});
    if (!snapshots)
        return snapshots.error();
    AuditSummary summary = list->first();
    for (const JournalEntry& entry : *snapshots)
        summary.snapshots.append(snapshotFromEntry(entry));
    return summary;
}

Status SqliteStore::updateSummary(const AuditSummary& summary)
{
    if (const Status refused = refuseWriting(); !refused)
        return refused;
    const auto done = connection_->run(QStringLiteral("UPDATE audits SET meta = ?, figures = ? WHERE id = ?"),
                                       {metaToText(summary.meta), figuresToText(summary), summary.id});
    if (!done)
        return done.error();
    if (done->numRowsAffected() <= 0)
        return Error{ErrorCode::NotFound,
                     QStringLiteral("%1 holds no audit %2.").arg(path(), summary.id.left(60)),
                     {},
                     {}};
    return Done();
}

// Whatever the words name, best first: an id, the beginning of one, a name, a label, "NAME/LABEL".
Result<QVector<AuditStore::Found>> SqliteStore::candidates(const QString& ref)
{
    const auto list = audits();
    if (!list)
        return list.error();
    QVector<Found> exact, prefix, name, label;
    for (const AuditSummary& summary : *list) {
        const Found whole{summary.id, {}, {}};
        if (summary.id == ref)
            exact.append(whole);
        else if (ref.size() >= shortestPrefix && summary.id.startsWith(ref))
            prefix.append(whole);
        if (summary.meta.name == ref)
            name.append(whole);
        for (const SnapshotRef& snapshot : summary.snapshots) {
            const Found frozen{summary.id, snapshot.entry, snapshot.blob};
            if (snapshot.entry == ref)
                exact.append(frozen);
            else if (ref.size() >= shortestPrefix && snapshot.entry.startsWith(ref))
                prefix.append(frozen);
            if (snapshot.label == ref || summary.meta.name + QLatin1Char('/') + snapshot.label == ref)
                label.append(frozen);
        }
    }
    for (const QVector<Found>& found : {exact, prefix, name, label}) {
        if (!found.isEmpty())
            return found;
    }
    return QVector<Found>();
}

Result<AuditStore::Found> SqliteStore::resolve(const QString& ref)
{
    const auto found = ref.isEmpty() ? Result<QVector<Found>>(QVector<Found>()) : candidates(ref);
    if (!found)
        return found.error();
    if (found->size() == 1)
        return found->first();
    if (found->isEmpty())
        return Error{ErrorCode::NotFound,
                     QStringLiteral("%1 holds no audit or snapshot '%2'.").arg(path(), ref.left(100)),
                     {},
                     QStringLiteral("auditbench-cli list")};
    QStringList ids;
    for (const Found& one : *found)
        ids.append(one.snapshotEntry.isEmpty() ? one.audit : one.snapshotEntry);
    return Error{
        ErrorCode::Usage,
        QStringLiteral("'%1' names %2 audits or snapshots; name one by its id: %3.")
            .arg(ref.left(100), QString::number(found->size()), ids.mid(0, 10).join(QStringLiteral(", "))),
        {},
        {}};
}

Result<QString> SqliteStore::putBlob(const QByteArray& bytes)
{
    if (const Status refused = refuseWriting(); !refused)
        return refused.error();
    if (bytes.size() > maxBlobBytes)
        return Error{ErrorCode::Limit,
                     QStringLiteral("A file of more than 64 MiB cannot be kept with an audit."),
                     {},
                     {}};
    const QString id =
        QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    const QByteArray content = bytes.isNull() ? QByteArray("") : bytes;
    const Status done = connection_->transaction([&]() -> Status {
        const auto put = connection_->run(
            QStringLiteral("INSERT INTO blobs(id, size, bytes) VALUES(?, ?, ?) ON CONFLICT(id) DO NOTHING"),
            {id, bytes.size(), content});
        return put ? Status(Done()) : Status(put.error());
    });
    if (!done)
        return done.error();
    return id;
}

Result<QByteArray> SqliteStore::blob(const QString& id)
{
    const auto size =
        connection_->number(QStringLiteral("SELECT length(bytes) FROM blobs WHERE id = ?"), {id});
    if (!size)
        return size.error();
    if (*size > maxBlobBytes)
        return Error{ErrorCode::Limit,
                     QStringLiteral("%1: blob %2 is larger than 64 MiB.").arg(path(), id.left(64)),
                     {},
                     {}};
    auto query = connection_->run(QStringLiteral("SELECT bytes FROM blobs WHERE id = ?"), {id});
    if (!query)
        return query.error();
    if (!query->next())
        return Error{
            ErrorCode::NotFound, QStringLiteral("%1 holds no blob %2.").arg(path(), id.left(64)), {}, {}};
    const QByteArray bytes = query->value(0).toByteArray();
    if (QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex() != id.toLatin1())
        return Error{
            ErrorCode::Damaged,
            QStringLiteral("%1: blob %2 is not what was stored under its name.").arg(path(), id.left(64)),
            {},
            {}};
    return bytes;
}

Result<qint64> SqliteStore::lastSequence()
{
    return connection_->number(QStringLiteral("SELECT coalesce(max(seq), 0) FROM journal"));
}

} // namespace awb
