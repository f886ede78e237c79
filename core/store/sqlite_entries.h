#pragma once

#include "core/store/audit_store.h"

#include <QVariantList>

class QSqlQuery;

namespace awb
{

// Internal to core/store: journal entries, figures and snapshots as rows.

constexpr qsizetype maxEntryBytes = 32 * 1024 * 1024; // JSON of one entry
constexpr qint64 maxAuditBytes = 512LL * 1024 * 1024; // values of one audit, as stored

extern const char* const entryColumns; // seq first; in the order that entryFromRow reads

// id, audit, kind, check, seat, author, time, value, supersedes. Limit: the value is too large.
Result<QVariantList> entryToRow(const JournalEntry& entry);
// Damaged: a kind, time or value that cannot be read; names the sequence.
Result<JournalEntry> entryFromRow(const QSqlQuery& row);

QString timeToText(const QDateTime& time);
QDateTime timeFromText(const QString& text);

QString figuresToText(const AuditSummary& summary);
void figuresFromText(const QString& text, AuditSummary& summary);
QString metaToText(AuditMeta meta); // without the profile's text: lists do not need it
AuditMeta metaFromText(const QString& text);

SnapshotRef snapshotFromEntry(const JournalEntry& entry);

} // namespace awb
