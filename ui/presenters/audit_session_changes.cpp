// What a person can change: marks, notes, flags, actions, attachments, thresholds, snapshots.
#include "ui/presenters/audit_session.h"

#include "core/audit/action_items.h"
#include "core/rules/rules.h"
#include "core/store/store_thread.h"
#include "ui/presenters/background.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QMimeDatabase>
#include <QSaveFile>

namespace awb
{

namespace
{

constexpr qint64 kMaxAttachment = 16 * 1024 * 1024;

Error tooLarge(const QString& name)
{
    return {
        ErrorCode::Limit,
        AuditSession::tr("%1 is larger than 16 MiB: attach a smaller file or a link in the note.").arg(name),
        {},
        {}};
}

Message refusedWhy(const char* text)
{
    return Message(text);
}

QJsonObject markValue(const CheckResult& check, Mark mark, const QString& reason, Origin origin)
{
    QJsonObject value{{QStringLiteral("mark"), markId(mark)}};
    QDateTime evidence;
    for (const Facts& facts : check.evidence) {
        evidence = evidence.isValid() ? std::max(evidence, facts.started) : facts.started;
    }
    if (evidence.isValid()) {
        value.insert(QStringLiteral("evidence"), evidence.toUTC().toString(Qt::ISODateWithMs));
    }
    if (!reason.isEmpty()) {
        value.insert(QStringLiteral("reason"), reason);
    }
    if (mark != Mark::Undecided) {
        value.insert(QStringLiteral("origin"), originId(origin));
    }
    return value;
}

struct ReadFile
{
    QByteArray bytes;
    QString name;
    QString type;
};

Result<ReadFile> readAttachment(const QString& path)
{
    QFile file(path);
    const QString name = QFileInfo(path).fileName();
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::Io,
                     AuditSession::tr("%1 cannot be attached: %2.").arg(name, file.errorString()),
                     {},
                     {}};
    }
    const QByteArray bytes = file.read(kMaxAttachment + 1); // a device or a pipe has no size to ask for
    if (bytes.size() > kMaxAttachment) {
        return tooLarge(name);
    }
    return ReadFile{bytes, name, QMimeDatabase().mimeTypeForFileNameAndData(name, bytes).name()};
}

QJsonObject itemToJson(const ActionItem& item)
{
    return {{QStringLiteral("checks"), QJsonArray::fromStringList(item.checks)},
            {QStringLiteral("text"), item.text},
            {QStringLiteral("owner"), item.owner},
            {QStringLiteral("due"),
             item.due.isValid() ? QJsonValue(item.due.toString(Qt::ISODate)) : QJsonValue(QJsonValue::Null)}};
}

} // namespace

MarkAnswer AuditSession::setMark(const QString& checkId, Mark mark, const QString& reason)
{
    return setMarks({checkId}, mark, reason);
}

MarkAnswer AuditSession::setMarks(const QStringList& checkIds, Mark mark, const QString& reason)
{
    if (!mayWrite()) {
        return {MarkAnswer::State::Refused,
                refusedWhy(QT_TRANSLATE_NOOP("awb", "This audit is open for reading only.")),
                {}};
    }
    MarkAnswer answer;
    QVector<JournalEntry> entries;
    for (const QString& id : checkIds) {
        const CheckResult* result = check(id);
        if (!result) {
            continue;
        }
        const MarkGuard guard = guardMark(*result, mark);
        if (guard.needsReason && reason.trimmed().isEmpty()) {
            answer.waiting << id;
            answer.why = guard.why;
            continue;
        }
        const Origin origin = guard.isOverride ? Origin::Override : Origin::Manual;
        entries << entry(EntryKind::Mark,
                         markValue(*result, mark, guard.needsReason ? reason.trimmed() : QString(), origin),
                         id);
    }
    if (!answer.waiting.isEmpty()) {
        answer.state = MarkAnswer::State::NeedsReason; // all or nothing: one reason for all of them
        return answer;
    }
    if (entries.isEmpty()) {
        return answer;
    }
    answer.state = MarkAnswer::State::Made;
    make(entries, entries.size() == 1
                      ? entryText(entries.constFirst())
                      : tr("%n checks marked %1", nullptr, int(entries.size())).arg(awb::markWord(mark)));
    return answer;
}

bool AuditSession::canAccept(const QString& checkId) const
{
    const CheckResult* result = check(checkId);
    return open_ && !isReadOnly() && result && markFor(result->suggestion.verdict).has_value();
}

MarkAnswer AuditSession::acceptSuggestion(const QString& checkId)
{
    if (!canAccept(checkId)) {
        return {
            MarkAnswer::State::Refused,
            refusedWhy(QT_TRANSLATE_NOOP("awb", "The evidence proves no mark: there is nothing to accept.")),
            {}};
    }
    const CheckResult* result = check(checkId);
    const Mark mark = *markFor(result->suggestion.verdict);
    // N/A always needs a reason; the suggestion's own sentence is one.
    return setMark(checkId, mark,
                   mark == Mark::NotApplicable ? result->suggestion.summary.text() : QString());
}

void AuditSession::setNote(const QString& checkId, const QString& text)
{
    if (document_.judgment(checkId).note == text || !mayWrite()) {
        return;
    }
    make({entry(EntryKind::Note, {{QStringLiteral("text"), text}}, checkId)});
}

void AuditSession::toggleFlag(const QString& checkId)
{
    if (!mayWrite()) {
        return;
    }
    const bool on = !document_.judgment(checkId).flagged;
    make({entry(EntryKind::Flag, {{QStringLiteral("on"), on}}, checkId)},
         on ? tr("%1 flagged as action item").arg(checkId) : tr("%1 no longer flagged").arg(checkId));
}

void AuditSession::setActions(const QVector<ActionItem>& items)
{
    if (!mayWrite()) {
        return;
    }
    QJsonArray array;
    for (const ActionItem& item : items) {
        array << itemToJson(item);
    }
    make({entry(EntryKind::Actions, {{QStringLiteral("items"), array}})}, tr("Action items changed"));
}

void AuditSession::attach(const QString& checkId, const QByteArray& bytes, const QString& name,
                          const QString& type)
{
    if (!mayWrite()) {
        return;
    }
    if (bytes.size() > kMaxAttachment) {
        Q_EMIT problem(tooLarge(name));
        return;
    }
    const qint64 size = bytes.size();
    store_->putBlob(bytes, this,
                    [this, checkId, name, type, size, generation = generation_](Result<QString> blob) {
                        if (generation != generation_) {
                            return;
                        }
                        if (!blob) {
                            Q_EMIT problem(blob.error());
                            return;
                        }
                        make({entry(EntryKind::Attachment,
                                    {{QStringLiteral("blob"), *blob},
                                     {QStringLiteral("name"), name},
                                     {QStringLiteral("type"), type},
                                     {QStringLiteral("size"), size}},
                                    checkId)},
                             tr("%1 attached to %2").arg(name, checkId));
                    });
}

void AuditSession::attachFile(const QString& checkId, const QString& path)
{
    if (!mayWrite()) {
        return;
    }
    runInBackground(
        pool_, this, [path] { return readAttachment(path); },
        [this, checkId, generation = generation_](Result<ReadFile> read) {
            if (generation != generation_) {
                return;
            }
            if (read) {
                attach(checkId, read->bytes, read->name, read->type);
            } else {
                Q_EMIT problem(read.error());
            }
        });
}

void AuditSession::attachImage(const QString& checkId, const QImage& image, const QString& name)
{
    if (!mayWrite()) {
        return;
    }
    runInBackground(
        pool_, this,
        [image] {
            QByteArray bytes;
            QBuffer buffer(&bytes);
            buffer.open(QIODevice::WriteOnly);
            image.save(&buffer, "PNG");
            return bytes;
        },
        [this, checkId, name, generation = generation_](QByteArray bytes) {
            if (generation == generation_ && !bytes.isEmpty()) {
                attach(checkId, bytes, name, QStringLiteral("image/png"));
            }
        });
}

void AuditSession::removeAttachment(const QString& checkId, const QString& blob)
{
    if (mayWrite()) {
        make({entry(EntryKind::Attachment, {{QStringLiteral("removed"), blob}}, checkId)},
             tr("Attachment removed"));
    }
}

void AuditSession::loadAttachment(const QString& blob, QObject* context,
                                  std::function<void(Result<QByteArray>)> done)
{
    store_->loadBlob(blob, context, std::move(done));
}

void AuditSession::saveAttachment(const QString& blob, const QString& path)
{
    loadAttachment(blob, this, [this, path](Result<QByteArray> bytes) {
        if (!bytes) {
            Q_EMIT problem(bytes.error());
            return;
        }
        runInBackground(
            pool_, this,
            [content = *bytes, path]() -> QString {
                QSaveFile file(path);
                const bool written =
                    file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit();
                return written ? QString() : file.errorString();
            },
            [this, path](QString why) {
                if (!why.isEmpty()) {
                    Q_EMIT problem({ErrorCode::Io, tr("%1 cannot be written: %2.").arg(path, why), {}, {}});
                }
            });
    });
}

void AuditSession::setThreshold(const QString& checkId, const Threshold& threshold)
{
    if (mayWrite()) {
        make({entry(EntryKind::Threshold,
                    {{QStringLiteral("id"), threshold.id},
                     {QStringLiteral("value"), threshold.value},
                     {QStringLiteral("unit"), threshold.unit}},
                    checkId)},
             tr("Threshold of %1 changed").arg(checkId));
    }
}

void AuditSession::resetThreshold(const QString& checkId, const QString& thresholdId)
{
    if (mayWrite()) {
        make({entry(EntryKind::Threshold,
                    {{QStringLiteral("id"), thresholdId}, {QStringLiteral("reset"), true}}, checkId)},
             tr("%1 uses the threshold of the checklist again").arg(checkId));
    }
}

void AuditSession::setByLetter(bool on)
{
    if (mayWrite()) {
        make({entry(EntryKind::Letter, {{QStringLiteral("on"), on}})},
             on ? tr("Judged by the letter of the checklist") : tr("Judged by our reading of the checklist"));
    }
}

void AuditSession::setMeta(const AuditMeta& meta)
{
    if (mayWrite()) {
        make({entry(EntryKind::Meta, metaToJson(meta))}, tr("Audit details changed"));
    }
}

void AuditSession::setProfileText(const QString& text, const QString& said)
{
    if (mayWrite())
        make({entry(EntryKind::Meta,
                    {{QStringLiteral("profile_text"), text}, {QStringLiteral("said"), said}})},
             said);
}

void AuditSession::reviewPlans(const QString& checkId, const QVector<ReviewedPlan>& plans)
{
    if (plans.isEmpty() || !mayWrite()) {
        return;
    }
    QJsonObject value{{QStringLiteral("reviewer"), author_},
                      {QStringLiteral("date"), today().toString(Qt::ISODate)}};
    if (plans.size() == 1) {
        value.insert(QStringLiteral("fingerprint"), plans.constFirst().fingerprint);
        value.insert(QStringLiteral("shape"), plans.constFirst().shape);
    } else {
        QJsonArray array;
        for (const ReviewedPlan& plan : plans) {
            array << QJsonObject{{QStringLiteral("fingerprint"), plan.fingerprint},
                                 {QStringLiteral("shape"), plan.shape}};
        }
        value.insert(QStringLiteral("plans"), array);
    }
    make({entry(EntryKind::Review, value, checkId)},
         tr("%n plans marked as reviewed", nullptr, int(plans.size())));
}

// Words for the toast and for undo --------------------------------------------------------------------------

QString AuditSession::entryText(const JournalEntry& entry) const
{
    switch (entry.kind) {
    case EntryKind::Mark: {
        const auto mark = markFromId(entry.value.value(QStringLiteral("mark")).toString());
        if (!mark || *mark == Mark::Undecided) {
            return tr("%1 is undecided again").arg(entry.check);
        }
        return tr("%1 marked %2").arg(entry.check, awb::markWord(*mark));
    }
    case EntryKind::Note:
        return tr("Note on %1").arg(entry.check);
    case EntryKind::Flag:
        return tr("Action item flag of %1").arg(entry.check);
    case EntryKind::Attachment:
        return tr("Attachment of %1").arg(entry.check);
    case EntryKind::Threshold:
        return tr("Threshold of %1").arg(entry.check);
    case EntryKind::Actions:
        return tr("Action items");
    case EntryKind::Meta: {
        const QString said = entry.value.value(QStringLiteral("said")).toString();
        return said.isEmpty() ? tr("Audit details") : said;
    }
    case EntryKind::Letter:
        return entry.value.value(QStringLiteral("on")).toBool() ? tr("Judged by the letter")
                                                                : tr("Judged by our reading");
    case EntryKind::Review:
        return tr("Review of plans");
    default:
        return tr("Last change");
    }
}

} // namespace awb
