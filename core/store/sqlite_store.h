#pragma once

#include "core/store/audit_store.h"
#include "core/store/sqlite_connection.h"

#include <memory>

namespace awb
{

// AuditStore on one SQLite file. The SQL dialect of the journal stays in the sqlite_* files.
class SqliteStore final : public AuditStore
{
public:
    SqliteStore(std::unique_ptr<SqliteConnection> connection, bool readOnly);

    Result<QVector<JournalEntry>> append(const QVector<JournalEntry>& entries) override;
    Result<QVector<JournalEntry>> entries(const QString& auditId, qint64 afterSequence) override;
    Result<QVector<AuditSummary>> audits() override;
    Result<AuditSummary> audit(const QString& auditId) override;
    Status updateSummary(const AuditSummary& summary) override;
    Result<Found> resolve(const QString& ref) override;
    Result<QString> putBlob(const QByteArray& bytes) override;
    Result<QByteArray> blob(const QString& id) override;
    Result<qint64> lastSequence() override;
    QString path() const override;
    bool isReadOnly() const override { return readOnly_; }

private:
    Status appendOne(JournalEntry& entry);
    Status noteAudit(const JournalEntry& entry);
    Status touchAudit(const JournalEntry& entry);
    Result<QVector<AuditSummary>> summaries(const QString& where, const QVariantList& values);
    Result<QVector<JournalEntry>> rows(const QString& where, const QVariantList& values);
    Result<QVector<Found>> candidates(const QString& ref);
    Status refuseWriting() const;

    std::unique_ptr<SqliteConnection> connection_;
    bool readOnly_;
};

} // namespace awb
