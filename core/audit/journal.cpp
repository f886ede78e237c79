#include "core/audit/audit_document.h"

#include "core/foundation/clock.h"
#include "core/foundation/ids.h"

#include <array>
#include <utility>

namespace awb
{

namespace
{
constexpr std::array<std::pair<EntryKind, const char*>, 17> kinds{{{EntryKind::Created, "created"},
                                                                   {EntryKind::Meta, "meta"},
                                                                   {EntryKind::Mark, "mark"},
                                                                   {EntryKind::Note, "note"},
                                                                   {EntryKind::Flag, "flag"},
                                                                   {EntryKind::Actions, "actions"},
                                                                   {EntryKind::Attachment, "attachment"},
                                                                   {EntryKind::Threshold, "threshold"},
                                                                   {EntryKind::Letter, "letter"},
                                                                   {EntryKind::Review, "review"},
                                                                   {EntryKind::Evidence, "evidence"},
                                                                   {EntryKind::RunStarted, "run-started"},
                                                                   {EntryKind::RunFinished, "run-finished"},
                                                                   {EntryKind::Snapshot, "snapshot"},
                                                                   {EntryKind::SignOff, "sign-off"},
                                                                   {EntryKind::Undo, "undo"},
                                                                   {EntryKind::Redo, "redo"}}};
}

QString entryKindId(EntryKind kind)
{
    for (const auto& [known, name] : kinds) {
        if (known == kind)
            return QLatin1String(name);
    }
    return {};
}

std::optional<EntryKind> entryKindFromId(const QString& id)
{
    for (const auto& [known, name] : kinds) {
        if (id == QLatin1String(name))
            return known;
    }
    return std::nullopt;
}

bool isUndoable(EntryKind kind)
{
    switch (kind) {
    case EntryKind::Meta:
    case EntryKind::Mark:
    case EntryKind::Note:
    case EntryKind::Flag:
    case EntryKind::Actions:
    case EntryKind::Attachment:
    case EntryKind::Threshold:
    case EntryKind::Letter:
    case EntryKind::Review:
        return true;
    default:
        return false;
    }
}

JournalEntry makeEntry(const Clock& clock, const QString& auditId, EntryKind kind, QJsonObject value,
                       const QString& checkId, const QString& author, const QString& seat)
{
    JournalEntry entry;
    entry.id = newId();
    entry.audit = auditId;
    entry.kind = kind;
    entry.check = checkId;
    entry.seat = seat;
    entry.author = author;
    entry.time = clock.now();
    entry.value = std::move(value);
    return entry;
}

QJsonObject metaToJson(const AuditMeta& meta)
{
    return {{QStringLiteral("name"), meta.name},
            {QStringLiteral("team"), meta.team},
            {QStringLiteral("reviewer"), meta.reviewer},
            {QStringLiteral("lead"), meta.lead},
            {QStringLiteral("date"), meta.date.toString(Qt::ISODate)},
            {QStringLiteral("version"), meta.version},
            {QStringLiteral("environment"), meta.environment},
            {QStringLiteral("profile_path"), meta.profilePath},
            {QStringLiteral("profile_text"), meta.profileText},
            {QStringLiteral("target"), meta.target}};
}

AuditMeta metaFromJson(const QJsonObject& object)
{
    AuditMeta meta;
    meta.name = object.value(QStringLiteral("name")).toString();
    meta.team = object.value(QStringLiteral("team")).toString();
    meta.reviewer = object.value(QStringLiteral("reviewer")).toString();
    meta.lead = object.value(QStringLiteral("lead")).toString();
    meta.date = QDate::fromString(object.value(QStringLiteral("date")).toString(), Qt::ISODate);
    meta.version = object.value(QStringLiteral("version")).toString();
    meta.environment = object.value(QStringLiteral("environment")).toString();
    meta.profilePath = object.value(QStringLiteral("profile_path")).toString();
    meta.profileText = object.value(QStringLiteral("profile_text")).toString();
    meta.target = object.value(QStringLiteral("target")).toString();
    return meta;
}

QJsonObject entryToJson(const JournalEntry& entry)
{
    return {{QStringLiteral("id"), entry.id},
            {QStringLiteral("audit"), entry.audit},
            {QStringLiteral("kind"), entryKindId(entry.kind)},
            {QStringLiteral("check"), entry.check},
            {QStringLiteral("seat"), entry.seat},
            {QStringLiteral("author"), entry.author},
            {QStringLiteral("time"), entry.time.toUTC().toString(Qt::ISODateWithMs)},
            {QStringLiteral("value"), entry.value},
            {QStringLiteral("supersedes"), entry.supersedes}};
}

} // namespace awb
