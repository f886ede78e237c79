#include "ui/presenters/audit_session.h"

#include "core/rules/rules.h"
#include "core/store/store_thread.h"
#include "ui/presenters/background.h"

using namespace std::chrono_literals;

namespace awb
{

AuditSession::AuditSession(const Workbench& workbench, QObject* parent)
    : QObject(parent),
      workbench_(workbench)
{
    pool_.setMaxThreadCount(2);
    evaluateTimer_.setSingleShot(true);
    evaluateTimer_.setInterval(30ms);
    connect(&evaluateTimer_, &QTimer::timeout, this, &AuditSession::evaluateInBackground);
    summaryTimer_.setSingleShot(true);
    summaryTimer_.setInterval(500ms);
    connect(&summaryTimer_, &QTimer::timeout, this, &AuditSession::writeSummary);
    connectStore(workbench_.store);
    store_ = &workbench_.store;
}

AuditSession::~AuditSession()
{
    close();
    pool_.waitForDone(2000);
}

void AuditSession::setAuthor(const QString& name)
{
    author_ = name;
}

void AuditSession::setSeat(std::optional<Seat> seat)
{
    seat_ = seat;
}

StoreThread& AuditSession::store() const
{
    return *store_;
}

void AuditSession::connectStore(StoreThread& store)
{
    connect(&store, &StoreThread::saved, this, [this, which = &store](const QVector<JournalEntry>&) {
        if (which == store_) {
            saveState_ = {workbench_.clock.now(), store_->waiting(), std::nullopt};
            Q_EMIT saved(saveState_.savedAt);
        }
    });
    connect(&store, &StoreThread::saveFailed, this, [this, which = &store](const Error& error, int waiting) {
        if (which == store_) {
            saveState_.waiting = waiting;
            saveState_.error = error;
            Q_EMIT saveFailed(error, waiting);
        }
    });
    connect(&store, &StoreThread::entriesArrived, this,
            [this, which = &store](const QString& audit, const QVector<JournalEntry>& entries) {
                if (which == store_ && open_ && audit == document_.id()) {
                    takeOthers(entries);
                }
            });
}

// Entries ---------------------------------------------------------------------------------------------------

JournalEntry AuditSession::entry(EntryKind kind, QJsonObject value, const QString& checkId) const
{
    return makeEntry(workbench_.clock, document_.id(), kind, std::move(value), checkId, author_,
                     seat_ ? seatId(*seat_) : QString());
}

bool AuditSession::mayWrite()
{
    if (!isReadOnly() && open_) {
        return true;
    }
    if (isFrozen()) {
        Q_EMIT problem({ErrorCode::Refused,
                        tr("Revision %1 is signed by both seats and frozen.").arg(document_.revision()),
                        {},
                        tr("Begin the next revision on the scorecard to change it.")});
    } else {
        Q_EMIT problem({ErrorCode::Refused, tr("This audit is open for reading only."), {}, {}});
    }
    return false;
}

QDate AuditSession::today() const
{
    return workbench_.clock.now().toLocalTime().date();
}

void AuditSession::make(const QVector<JournalEntry>& entries, const QString& text)
{
    QStringList checks;
    for (const JournalEntry& made : entries) {
        document_.apply(made);
        checks << made.check;
    }
    store_->append(entries);
    evaluateNow();
    announce(checks);
    summaryTimer_.start();
    if (!text.isEmpty()) {
        Q_EMIT entryMade(text, true);
    }
}

void AuditSession::announce(const QStringList& checks)
{
    QStringList named = checks;
    named.removeDuplicates();
    Q_EMIT changed(named.contains(QString()) ? QStringList() : named);
}

void AuditSession::takeOthers(const QVector<JournalEntry>& entries)
{
    QStringList checks;
    QString author;
    const qsizetype before = document_.journal().size();
    for (const JournalEntry& theirs : entries) {
        document_.apply(theirs);
        checks << (theirs.kind == EntryKind::Undo || theirs.kind == EntryKind::Redo ? QString()
                                                                                    : theirs.check);
        author = theirs.author;
    }
    if (document_.journal().size() == before) {
        return; // only what this window knows
    }
    changedChecks_ << checks;
    evaluateLater();
    checks.removeDuplicates();
    Q_EMIT othersWrote(checks, author);
}

// A person's word is shown at once; evaluating is cheap enough for that (tests/ui/tst_audit_session).
void AuditSession::evaluateNow()
{
    result_ = evaluate(document_, workbench_.toolVersion, today());
    evaluatedEntries_ = document_.journal().size();
    Q_EMIT resultChanged();
}

void AuditSession::evaluateLater()
{
    if (!evaluateTimer_.isActive()) {
        evaluateTimer_.start();
    }
}

// Evidence may be large: rules read it on a worker, against a copy of the document.
void AuditSession::evaluateInBackground()
{
    if (evaluating_) {
        evaluateAgain_ = true;
        return;
    }
    evaluating_ = true;
    const qsizetype seen = document_.journal().size();
    runInBackground(
        pool_, this,
        [document = document_, version = workbench_.toolVersion, day = today()] {
            return evaluate(document, version, day);
        },
        [this, seen, generation = generation_](AuditResult result) {
            if (generation != generation_) {
                return;
            }
            evaluating_ = false;
            if (seen != document_.journal().size() || evaluateAgain_) {
                evaluateAgain_ = false;
                evaluateLater(); // something was added meanwhile
            }
            if (seen >= evaluatedEntries_) {
                result_ = std::move(result);
                evaluatedEntries_ = seen;
                Q_EMIT resultChanged();
            }
            announce(changedChecks_);
            changedChecks_.clear();
            summaryTimer_.start();
        });
}

// Undo ------------------------------------------------------------------------------------------------------

bool AuditSession::canUndo() const
{
    return open_ && !isReadOnly() && document_.undoTarget(author_) != nullptr;
}

bool AuditSession::canRedo() const
{
    return open_ && !isReadOnly() && document_.redoTarget(author_) != nullptr;
}

QString AuditSession::undoText() const
{
    const JournalEntry* target = open_ ? document_.undoTarget(author_) : nullptr;
    return target ? entryText(*target) : QString();
}

void AuditSession::undo()
{
    if (!canUndo()) {
        return;
    }
    const JournalEntry target = *document_.undoTarget(author_);
    JournalEntry undo = entry(EntryKind::Undo, {}, target.check);
    undo.supersedes = target.id;
    make({undo});
    Q_EMIT entryMade(tr("Taken back: %1").arg(entryText(target)), false);
}

void AuditSession::redo()
{
    if (!canRedo()) {
        return;
    }
    const JournalEntry target = *document_.redoTarget(author_);
    JournalEntry redo = entry(EntryKind::Redo, {}, target.check);
    redo.supersedes = target.id;
    make({redo});
    Q_EMIT entryMade(tr("Done again"), false);
}

} // namespace awb

#include "moc_audit_session.cpp"
