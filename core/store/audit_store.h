#pragma once

#include "core/audit/audit_document.h"
#include "core/foundation/result.h"

#include <memory>

namespace awb
{

struct AuditResult;

// A row of the start page and of `list`.
struct AuditSummary
{
    QString id;
    AuditMeta meta;
    QDateTime created;
    QDateTime changed;
    qint64 lastSequence = 0;
    // What the last writer computed, for lists; derived again when the audit is opened.
    int points = 0, max = 0, decided = 0, pass = 0, warn = 0, fail = 0, na = 0;
    QString band;
    QVector<SnapshotRef> snapshots;
};

// The list figures of an audit as it stands.
AuditSummary summarize(const AuditDocument& document, const AuditResult& result);

// Keeps journals and blobs. Confined to the thread that opened it. Append-only: nothing is ever changed or
// removed except the list figures. An entry is acknowledged when append() returns.
class AuditStore
{
public:
    virtual ~AuditStore() = default;

    // Stores entries in one transaction, in order; returns them with their sequence. An entry whose id is
    // already there is left alone (retry after a crash).
    virtual Result<QVector<JournalEntry>> append(const QVector<JournalEntry>& entries) = 0;
    virtual Result<QVector<JournalEntry>> entries(const QString& auditId, qint64 afterSequence = 0) = 0;
    virtual Result<QVector<AuditSummary>> audits() = 0;
    virtual Result<AuditSummary> audit(const QString& auditId) = 0;
    virtual Status updateSummary(const AuditSummary& summary) = 0;

    // By id, unique id prefix (8 or more), audit name or snapshot label: what a REF names.
    struct Found
    {
        QString audit;
        QString snapshotEntry; // set when the REF is a snapshot's label or id
        QString blob;
    };
    virtual Result<Found> resolve(const QString& ref) = 0;

    // Content-addressed (SHA-256, hex); at most 64 MiB each.
    virtual Result<QString> putBlob(const QByteArray& bytes) = 0;
    virtual Result<QByteArray> blob(const QString& id) = 0;

    // Largest sequence in the store: changes when another program wrote. Cheap; polled once a second.
    virtual Result<qint64> lastSequence() = 0;
    virtual QString path() const = 0;
    virtual bool isReadOnly() const = 0;
};

enum class OpenMode { ReadWrite, ReadOnly };

// Opens or creates the file (schema versioned by numbered migrations; WAL, synchronous=FULL). A damaged,
// newer or read-only file gives a clear Error and is never modified.
Result<std::unique_ptr<AuditStore>> openSqliteStore(const QString& path, OpenMode mode = OpenMode::ReadWrite);

// --store, else $AUDITBENCH_STORE, else $XDG_DATA_HOME/auditbench/audits.db.
QString defaultStorePath(const QString& option = {});

} // namespace awb
