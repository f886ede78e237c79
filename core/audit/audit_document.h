#pragma once

#include "core/audit/checklist.h"
#include "core/audit/facts.h"
#include "core/audit/journal.h"
#include "core/audit/plan_review.h"

#include <QDate>
#include <QHash>

namespace awb
{

struct AuditMeta
{
    QString name;
    QString team;
    QString reviewer;
    QString lead;
    QDate date;
    QString version;
    QString environment;
    QString profilePath;
    QString profileText; // YAML as loaded: it holds no secret
    QString target;      // host shown under the name
};

// What people said about one check, derived from the journal.
struct Judgment
{
    Mark mark = Mark::Undecided;
    Origin origin = Origin::None;
    QString reason; // override or N/A reason
    QString author;
    QDateTime time;
    QString note;
    bool flagged = false;
    std::optional<Mark> reviewer; // seats
    std::optional<Mark> lead;
    QDateTime markedOnEvidence; // newest evidence when the mark was made; invalid: none
};

struct AttachmentRef
{
    QString blob;
    QString name;
    QString type;
    qint64 size = 0;
    QString check;
};

struct ActionItem
{
    QStringList checks;
    QString text;
    QString owner;
    QDate due;
    bool proposed = true; // false once a person edited it
};

struct SnapshotRef
{
    QString entry;
    QString label;
    QString blob;
    QString author;
    QDateTime time;
};

// One seat's signature under the present state.
struct SignOff
{
    QString seat; // "reviewer" or "lead"
    QString name;
    QDateTime time; // UTC
};

// One audit, derived from its journal; a value. apply() is cheap for appends; undo makes it rebuild.
class AuditDocument
{
public:
    AuditDocument() = default;
    AuditDocument(Checklist checklist, QString auditId);

    static AuditDocument fromJournal(const Checklist& checklist, const QString& auditId,
                                     const QVector<JournalEntry>& entries);

    void apply(const JournalEntry& entry); // ignores an entry that it already has

    const QString& id() const { return id_; }
    const Checklist& checklist() const { return checklist_; }
    const AuditMeta& meta() const { return meta_; }
    Judgment judgment(const QString& checkId) const;
    QVector<AttachmentRef> attachments(const QString& checkId) const;
    const FactsByProbe& facts() const { return facts_; } // newest evidence of each probe
    FactsByProbe factsFor(const QString& checkId) const; // cut to the check
    QVector<ActionItem> editedActions() const { return actions_; }
    bool hasEditedActions() const { return actionsEdited_; }
    QVector<SnapshotRef> snapshots() const { return snapshots_; }
    QVector<PlanReview> planReviews() const { return reviews_; }
    // A signature stands for the state it was given under: a later change voids it. Signed by both seats the
    // audit is frozen; what comes later is the next revision.
    QVector<SignOff> signOffs() const { return signOffs_; }
    bool isFrozen() const { return signOffs_.size() >= 2; }
    int revision() const { return revision_; } // from 1
    std::optional<Threshold> thresholdOverride(const QString& checkId, const QString& thresholdId) const;
    bool byLetter() const { return byLetter_; }
    QDateTime started() const { return started_; }   // first entry
    QDateTime finished() const { return finished_; } // last entry
    const QVector<JournalEntry>& journal() const { return journal_; }

    // The newest entry that Ctrl+Z would take back, or the newest Undo that Ctrl+Shift+Z would take back;
    // nullptr if none. With an author, only that person's entries count: nobody undoes what the other seat
    // did.
    const JournalEntry* undoTarget(const QString& author = {}) const;
    const JournalEntry* redoTarget(const QString& author = {}) const;

private:
    void rebuild();
    void derive(const JournalEntry& entry);
    void deriveMark(const JournalEntry& entry);
    void deriveReview(const JournalEntry& entry);
    void deriveEvidence(const JournalEntry& entry);
    void deriveAttachment(const JournalEntry& entry);
    void deriveThreshold(const JournalEntry& entry);
    void deriveSignOff(const JournalEntry& entry);
    void voidSignOffs();
    bool changesSigned(const JournalEntry& entry) const;
    void link(const JournalEntry& entry);

    Checklist checklist_;
    QString id_;
    QVector<JournalEntry> journal_;
    QHash<QString, qsizetype> index_;  // entry id → position
    QHash<QString, QString> undoneBy_; // entry id → the Undo that takes it back
    AuditMeta meta_;
    QHash<QString, Judgment> judgments_;
    QVector<AttachmentRef> attachments_;
    FactsByProbe facts_;
    QVector<ActionItem> actions_;
    bool actionsEdited_ = false;
    QVector<SnapshotRef> snapshots_;
    QVector<PlanReview> reviews_;
    QVector<SignOff> signOffs_;
    qsizetype signedAt_ = -1; // position of the newest signature that counts
    int revision_ = 1;
    QHash<QString, Threshold> thresholds_; // "1.1/p99"
    bool byLetter_ = false;
    QDateTime started_;
    QDateTime finished_;
};

// Builds entries; ids and times come from here so that every caller makes them alike.
class Clock;
JournalEntry makeEntry(const Clock& clock, const QString& auditId, EntryKind kind, QJsonObject value,
                       const QString& checkId = {}, const QString& author = {}, const QString& seat = {});

QJsonObject metaToJson(const AuditMeta& meta);
AuditMeta metaFromJson(const QJsonObject& object);

} // namespace awb
