#pragma once

#include "core/audit/mark.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QVector>

namespace awb
{

// The audit document is this list, append-only. Current marks are derived from it; undo appends too.
enum class EntryKind {
    Created,     // value: meta (name, team, reviewer, lead, date, version, environment, checklist, profile)
    Meta,        // value: the changed meta fields
    Mark,        // value: {mark, reason?, origin}; check and seat set
    Note,        // value: {text}
    Flag,        // value: {on}: flagged as action item
    Actions,     // value: {items:[{checks,text,owner,due}]}: the whole edited top list
    Attachment,  // value: {blob, name, type, size}; or {removed: blob}
    Threshold,   // value: {id, value, unit} or {reset:true}
    Letter,      // value: {on}: judge by the letter of the checklist
    Review,      // value: the plan review ledger entry {fingerprint, reviewer, date, shape}; several plans at
                 // once: {plans:[{fingerprint, shape}], reviewer, date}
    Evidence,    // value: Facts (toJson); check empty
    RunStarted,  // value: {capabilities, target}
    RunFinished, // value: {cancelled}
    Snapshot,    // value: {label, blob}: blob is the frozen AuditResult
    SignOff,     // value: {name}; seat set. Or {opens: true}: the next revision of a signed audit begins
    Undo,        // supersedes: the entry that is taken back
    Redo         // supersedes: the Undo that is taken back
};

QString entryKindId(EntryKind kind);
std::optional<EntryKind> entryKindFromId(const QString& id);

struct JournalEntry
{
    QString id; // newId()
    QString audit;
    EntryKind kind = EntryKind::Note;
    QString check; // empty: concerns the whole audit
    QString seat;  // "reviewer", "lead" or empty
    QString author;
    QDateTime time; // UTC
    QJsonObject value;
    QString supersedes;
    qint64 sequence = 0; // position in the store; 0 until stored
};

// Entries that a person can take back: everything but evidence, runs, snapshots, sign-off and undo itself.
bool isUndoable(EntryKind kind);

// As exported audits and the recorded sample keep it: all but the sequence, the time in UTC.
QJsonObject entryToJson(const JournalEntry& entry);

} // namespace awb
