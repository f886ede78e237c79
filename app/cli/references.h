#pragma once

#include "app/cli/command.h"
#include "core/audit/audit_document.h"
#include "core/store/audit_store.h"

namespace awb::cli
{

// What a REF names: a result.json, a `.audit` file, an id, a name or a snapshot's label in the store.
Result<AuditResult> loadReference(const Services& services, const QString& ref, const QString& storeOption);

// The audit of a store, as a document that can be written to.
struct OpenAudit
{
    std::unique_ptr<AuditStore> store;
    AuditDocument document;
};
Result<OpenAudit> openAudit(const Services& services, const QString& ref, const QString& storeOption);

// Stores entries and applies them to the document; an error when they could not be written.
Status record(OpenAudit& audit, const QVector<JournalEntry>& entries);

// Evaluates and refreshes the list figures of the store.
AuditResult evaluateAndSummarize(const Services& services, OpenAudit& audit);

QDate today(const Services& services);
QString currentUser(); // for the journal's author

} // namespace awb::cli
