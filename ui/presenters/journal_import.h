// Reads a recorded journal: the sample audit, or an audit that somebody exported.
#pragma once

#include "core/audit/journal.h"
#include "core/foundation/result.h"

#include <QByteArray>

namespace awb
{

// {"entries": [JournalEntry…], "blobs": {id: base64}}; entries of one audit, in order.
struct ImportedJournal
{
    QString auditId;
    QVector<JournalEntry> entries;
    QVector<QByteArray> blobs;
};

// Bounded: 64 MiB, 100,000 entries. An error names the entry that cannot be read.
Result<ImportedJournal> parseJournal(const QByteArray& json);
// The same form, for recording.
QByteArray writeJournal(const QVector<JournalEntry>& entries, const QMap<QString, QByteArray>& blobs);

} // namespace awb
