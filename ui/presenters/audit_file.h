// One audit as a file of its own: .audit (the store's schema with one audit in it) and .json (the text form).
// Everything here reads and writes files: on a worker only.
#pragma once

#include "core/audit/audit_result.h"
#include "core/store/audit_store.h"
#include "ui/presenters/journal_import.h"

#include <optional>

namespace awb
{

// What a .json file holds: exactly one of them.
struct OpenedJson
{
    std::optional<AuditResult> result;
    std::optional<ImportedJournal> journal;
};

// At most 64 MiB. Which of the two it is, is told by its members.
Result<OpenedJson> readJsonFile(const QString& path);
// The newest audit of a .audit file with its blobs; the file is opened for reading only.
Result<ImportedJournal> readAuditFile(const QString& path);

struct AuditCopy
{
    QString store; // where its blobs are
    QVector<JournalEntry> entries;
    AuditSummary summary;
};

// Takes the place of what was at `path` only when all is written. Refused where it would overwrite the store.
Status writeAuditFile(const AuditCopy& copy, const QString& path);

} // namespace awb
