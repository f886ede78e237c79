// Snapshots and sign-off: states that stay as they are.
#include "ui/presenters/audit_session.h"

#include "core/store/store_thread.h"
#include "ui/presenters/background.h"

#include <QJsonDocument>

namespace awb
{

// Snapshots -------------------------------------------------------------------------------------------------

void AuditSession::saveSnapshot(const QString& label)
{
    if (mayWrite()) {
        storeSnapshot(label);
    }
}

void AuditSession::storeSnapshot(const QString& label)
{
    AuditResult frozen = result_;
    frozen.snapshotLabel = label;
    runInBackground(
        pool_, this, [frozen] { return QJsonDocument(resultToJson(frozen)).toJson(QJsonDocument::Compact); },
        [this, label, generation = generation_](QByteArray json) {
            if (generation != generation_) {
                return;
            }
            store_->putBlob(json, this, [this, label, generation](Result<QString> blob) {
                if (generation == generation_) {
                    snapshotStored(label, std::move(blob));
                }
            });
        });
}

void AuditSession::snapshotStored(const QString& label, Result<QString> blob)
{
    if (!blob) {
        Q_EMIT problem(blob.error());
        return;
    }
    make({entry(EntryKind::Snapshot, {{QStringLiteral("label"), label}, {QStringLiteral("blob"), *blob}})});
    Q_EMIT snapshotSaved(label);
    Q_EMIT entryMade(tr("Snapshot \u201c%1\u201d saved").arg(label), false);
}

void AuditSession::loadSnapshot(const SnapshotRef& snapshot, QObject* context,
                                std::function<void(Result<AuditResult>)> done)
{
    store_->loadBlob(
        snapshot.blob, this,
        [this, guard = QPointer<QObject>(context), done = std::move(done)](Result<QByteArray> blob) {
            if (!guard) {
                return;
            }
            if (!blob) {
                done(blob.error());
                return;
            }
            runInBackground(
                pool_, guard,
                [bytes = *blob] { return resultFromJson(QJsonDocument::fromJson(bytes).object()); },
                [done](Result<AuditResult> result) { done(std::move(result)); });
        });
}

// Sign-off --------------------------------------------------------------------------------------------------

void AuditSession::signOff(Seat seat, const QString& name)
{
    if (name.trimmed().isEmpty() || !mayWrite()) {
        return;
    }
    if (running_) {
        Q_EMIT problem({ErrorCode::Refused,
                        tr("Probes are running: what they find would void the signature."),
                        {},
                        tr("Wait for them or stop them, then sign.")});
        return;
    }
    make({makeEntry(workbench_.clock, document_.id(), EntryKind::SignOff,
                    {{QStringLiteral("name"), name.trimmed()}}, {}, author_, seatId(seat))});
    if (document_.isFrozen()) {
        storeSnapshot(tr("Revision %1, signed").arg(document_.revision()));
        Q_EMIT entryMade(tr("Signed by both seats: revision %1 is frozen").arg(document_.revision()), false);
    } else {
        Q_EMIT entryMade(seat == Seat::Lead ? tr("Signed as team lead") : tr("Signed as reviewer"), false);
    }
}

void AuditSession::beginRevision()
{
    if (!isFrozen()) {
        return;
    }
    make({entry(EntryKind::SignOff, {{QStringLiteral("opens"), true}})});
    Q_EMIT entryMade(tr("Revision %1 begins").arg(document_.revision()), false);
}

} // namespace awb
