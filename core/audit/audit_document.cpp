#include "core/audit/audit_document.h"

#include <QJsonArray>

#include <algorithm>

namespace awb
{

namespace
{

QVector<ActionItem> actionsFromJson(const QJsonArray& array)
{
    QVector<ActionItem> items;
    for (const QJsonValue& value : array) {
        const QJsonObject object = value.toObject();
        ActionItem item;
        const QJsonArray checks = object.value(QStringLiteral("checks")).toArray();
        for (const QJsonValue& check : checks)
            item.checks.append(check.toString());
        item.text = object.value(QStringLiteral("text")).toString();
        item.owner = object.value(QStringLiteral("owner")).toString();
        item.due = QDate::fromString(object.value(QStringLiteral("due")).toString(), Qt::ISODate);
        item.proposed = false;
        items.append(item);
    }
    return items;
}

} // namespace

AuditDocument::AuditDocument(Checklist checklist, QString auditId)
    : checklist_(std::move(checklist)),
      id_(std::move(auditId))
{
}

AuditDocument AuditDocument::fromJournal(const Checklist& checklist, const QString& auditId,
                                         const QVector<JournalEntry>& entries)
{
    AuditDocument document(checklist, auditId);
    document.journal_.reserve(entries.size());
    for (const JournalEntry& entry : entries) {
        if (document.index_.contains(entry.id))
            continue;
        document.index_.insert(entry.id, document.journal_.size());
        document.journal_.append(entry);
    }
    document.rebuild();
    return document;
}

void AuditDocument::apply(const JournalEntry& entry)
{
    if (const auto it = index_.constFind(entry.id); it != index_.constEnd()) {
        journal_[*it].sequence = std::max(journal_.at(*it).sequence, entry.sequence);
        return;
    }
    index_.insert(entry.id, journal_.size());
    journal_.append(entry);
    if (entry.kind == EntryKind::Undo || entry.kind == EntryKind::Redo) {
        rebuild();
        return;
    }
    finished_ = entry.time;
    if (!started_.isValid())
        started_ = entry.time;
    derive(entry);
}

// Which entries are taken back: an Undo takes back the entry it supersedes, a Redo takes back the Undo.
void AuditDocument::link(const JournalEntry& entry)
{
    if (entry.kind == EntryKind::Undo) {
        undoneBy_.insert(entry.supersedes, entry.id);
    } else if (entry.kind == EntryKind::Redo) {
        const QString target = undoneBy_.key(entry.supersedes);
        if (!target.isEmpty())
            undoneBy_.remove(target);
    }
}

void AuditDocument::rebuild()
{
    meta_ = {};
    judgments_.clear();
    attachments_.clear();
    facts_.clear();
    actions_.clear();
    actionsEdited_ = false;
    snapshots_.clear();
    reviews_.clear();
    signOffs_.clear();
    signedAt_ = -1;
    revision_ = 1;
    thresholds_.clear();
    byLetter_ = false;
    undoneBy_.clear();
    started_ = finished_ = {};
    for (const JournalEntry& entry : std::as_const(journal_))
        link(entry);
    for (const JournalEntry& entry : std::as_const(journal_)) {
        if (!started_.isValid())
            started_ = entry.time;
        finished_ = entry.time;
        if (!undoneBy_.contains(entry.id))
            derive(entry);
    }
}

void AuditDocument::derive(const JournalEntry& entry)
{
    if (!signOffs_.isEmpty() && changesSigned(entry))
        voidSignOffs();
    switch (entry.kind) {
    case EntryKind::Created:
        meta_ = metaFromJson(entry.value);
        break;
    case EntryKind::Meta: {
        QJsonObject merged = metaToJson(meta_);
        for (auto it = entry.value.begin(); it != entry.value.end(); ++it)
            merged.insert(it.key(), it.value());
        meta_ = metaFromJson(merged);
        break;
    }
    case EntryKind::Mark:
        deriveMark(entry);
        break;
    case EntryKind::Note:
        judgments_[entry.check].note = entry.value.value(QStringLiteral("text")).toString();
        break;
    case EntryKind::Flag:
        judgments_[entry.check].flagged = entry.value.value(QStringLiteral("on")).toBool();
        break;
    case EntryKind::Actions:
        actions_ = actionsFromJson(entry.value.value(QStringLiteral("items")).toArray());
        actionsEdited_ = true;
        break;
    case EntryKind::Attachment:
        deriveAttachment(entry);
        break;
    case EntryKind::Threshold:
        deriveThreshold(entry);
        break;
    case EntryKind::Letter:
        byLetter_ = entry.value.value(QStringLiteral("on")).toBool();
        break;
    case EntryKind::Review:
        deriveReview(entry);
        break;
    case EntryKind::Evidence:
        deriveEvidence(entry);
        break;
    case EntryKind::Snapshot:
        snapshots_.append({entry.id, entry.value.value(QStringLiteral("label")).toString(),
                           entry.value.value(QStringLiteral("blob")).toString(), entry.author, entry.time});
        break;
    case EntryKind::SignOff:
        deriveSignOff(entry);
        break;
    case EntryKind::RunStarted:
    case EntryKind::RunFinished:
    case EntryKind::Undo:
    case EntryKind::Redo:
        break;
    }
}

void AuditDocument::deriveMark(const JournalEntry& entry)
{
    Judgment& judgment = judgments_[entry.check];
    judgment.mark =
        markFromId(entry.value.value(QStringLiteral("mark")).toString()).value_or(Mark::Undecided);
    judgment.origin =
        judgment.mark == Mark::Undecided
            ? Origin::None
            : originFromId(entry.value.value(QStringLiteral("origin")).toString()).value_or(Origin::Manual);
    judgment.reason = entry.value.value(QStringLiteral("reason")).toString();
    judgment.author = entry.author;
    judgment.time = entry.time;
    judgment.markedOnEvidence =
        QDateTime::fromString(entry.value.value(QStringLiteral("evidence")).toString(), Qt::ISODateWithMs);
    const std::optional<Mark> seatMark =
        judgment.mark == Mark::Undecided ? std::nullopt : std::optional<Mark>(judgment.mark);
    if (entry.seat == QLatin1String("reviewer"))
        judgment.reviewer = seatMark;
    else if (entry.seat == QLatin1String("lead"))
        judgment.lead = seatMark;
}

// One entry for several plans: what was done at once is taken back at once.
void AuditDocument::deriveReview(const JournalEntry& entry)
{
    const auto text = [](const QJsonObject& object, const char* name) {
        return object.value(QLatin1String(name)).toString();
    };
    const QJsonArray several = entry.value.value(QStringLiteral("plans")).toArray();
    const QJsonArray plans = several.isEmpty() ? QJsonArray{entry.value} : several;
    for (const QJsonValue& plan : plans) {
        const QJsonObject object = plan.toObject();
        reviews_.append({text(object, "fingerprint"), text(object, "shape"), text(entry.value, "reviewer"),
                         QDate::fromString(text(entry.value, "date"), Qt::ISODate)});
    }
}

// The newest evidence counts, but a run that a person stopped does not push a whole one aside.
void AuditDocument::deriveEvidence(const JournalEntry& entry)
{
    Facts facts = factsFromJson(entry.value);
    const QString source = facts.isImported() ? facts.probe + importSuffix : facts.probe;
    const auto it = facts_.constFind(source);
    if (it != facts_.constEnd() && facts.cancelled && it->complete)
        return;
    facts_.insert(source, std::move(facts));
}

void AuditDocument::deriveAttachment(const JournalEntry& entry)
{
    const QString removed = entry.value.value(QStringLiteral("removed")).toString();
    if (!removed.isEmpty()) {
        attachments_.removeIf(
            [&](const AttachmentRef& a) { return a.blob == removed && a.check == entry.check; });
        return;
    }
    attachments_.append({entry.value.value(QStringLiteral("blob")).toString(),
                         entry.value.value(QStringLiteral("name")).toString(),
                         entry.value.value(QStringLiteral("type")).toString(),
                         entry.value.value(QStringLiteral("size")).toInteger(), entry.check});
}

void AuditDocument::deriveThreshold(const JournalEntry& entry)
{
    const Check* check = checklist_.find(entry.check);
    if (!check || check->thresholds.isEmpty())
        return;
    QString thresholdId = entry.value.value(QStringLiteral("id")).toString();
    if (thresholdId.isEmpty())
        thresholdId = check->thresholds.constFirst().id;
    const Threshold* original = check->findThreshold(thresholdId);
    if (!original)
        return;
    const QString key = entry.check + QLatin1Char('/') + thresholdId;
    if (entry.value.value(QStringLiteral("reset")).toBool()) {
        thresholds_.remove(key);
        return;
    }
    Threshold changed = *original;
    changed.value = entry.value.value(QStringLiteral("value")).toDouble(original->value);
    thresholds_.insert(key, changed);
}

void AuditDocument::deriveSignOff(const JournalEntry& entry)
{
    if (entry.value.value(QStringLiteral("opens")).toBool()) {
        voidSignOffs();
        return;
    }
    if (entry.seat != QLatin1String("reviewer") && entry.seat != QLatin1String("lead"))
        return;
    if (isFrozen())
        return; // signed already: nobody signs over it
    signOffs_.removeIf([&](const SignOff& known) { return known.seat == entry.seat; });
    signOffs_.append({entry.seat, entry.value.value(QStringLiteral("name")).toString(), entry.time});
    signedAt_ = index_.value(entry.id, -1);
}

void AuditDocument::voidSignOffs()
{
    revision_ += isFrozen() ? 1 : 0;
    signOffs_.clear();
    signedAt_ = -1;
}

// Whether the state that was signed is another one after this entry. Taking back what came after the
// signature leads back to the signed state, so it changes nothing.
bool AuditDocument::changesSigned(const JournalEntry& entry) const
{
    if (entry.kind != EntryKind::Undo && entry.kind != EntryKind::Redo)
        return isUndoable(entry.kind) || entry.kind == EntryKind::Evidence;
    QString target = entry.supersedes;
    for (int depth = 0; depth < 1000; ++depth) {
        const qsizetype at = index_.value(target, -1);
        if (at < 0)
            return true; // unknown: nothing vouches for the signature
        const JournalEntry& known = journal_.at(at);
        if (known.kind != EntryKind::Undo && known.kind != EntryKind::Redo)
            return at < signedAt_;
        target = known.supersedes;
    }
    return true;
}

Judgment AuditDocument::judgment(const QString& checkId) const
{
    return judgments_.value(checkId);
}

QVector<AttachmentRef> AuditDocument::attachments(const QString& checkId) const
{
    QVector<AttachmentRef> found;
    for (const AttachmentRef& attachment : attachments_) {
        if (attachment.check == checkId)
            found.append(attachment);
    }
    return found;
}

FactsByProbe AuditDocument::factsFor(const QString& checkId) const
{
    FactsByProbe found;
    const Check* check = checklist_.find(checkId);
    if (!check)
        return found;
    for (const QString& probe : check->probes) {
        for (const QString& source : {probe, probe + importSuffix}) {
            if (const auto it = facts_.constFind(source); it != facts_.constEnd())
                found.insert(source, it->forCheck(checkId));
        }
    }
    return found;
}

std::optional<Threshold> AuditDocument::thresholdOverride(const QString& checkId,
                                                          const QString& thresholdId) const
{
    const auto it = thresholds_.constFind(checkId + QLatin1Char('/') + thresholdId);
    return it == thresholds_.constEnd() ? std::nullopt : std::optional<Threshold>(*it);
}

const JournalEntry* AuditDocument::undoTarget(const QString& author) const
{
    for (auto it = journal_.crbegin(); it != journal_.crend(); ++it) {
        if (isUndoable(it->kind) && !undoneBy_.contains(it->id) && (author.isEmpty() || it->author == author))
            return &*it;
    }
    return nullptr;
}

const JournalEntry* AuditDocument::redoTarget(const QString& author) const
{
    for (auto it = journal_.crbegin(); it != journal_.crend(); ++it) {
        if (!author.isEmpty() && it->author != author)
            continue;
        if (isUndoable(it->kind))
            return nullptr; // something new was done since
        if (it->kind == EntryKind::Undo && undoneBy_.value(it->supersedes) == it->id)
            return &*it;
    }
    return nullptr;
}

} // namespace awb
