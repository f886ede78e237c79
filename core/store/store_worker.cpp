#include "core/store/store_worker.h"

#include "core/store/store_thread.h"

namespace awb
{

void StoreLink::cut()
{
    const std::lock_guard lock(mutex_);
    owner_ = nullptr;
}

void StoreLink::post(std::function<void(StoreThread&)> call)
{
    const std::lock_guard lock(mutex_);
    if (owner_ == nullptr)
        return;
    StoreThread* owner = owner_;
    QMetaObject::invokeMethod(
        owner, [owner, call = std::move(call)] { call(*owner); }, Qt::QueuedConnection);
}

StoreWorker::StoreWorker(QString path, std::shared_ptr<StoreLink> link)
    : path_(std::move(path)),
      link_(std::move(link)),
      retry_(this),
      poll_(this)
{
    retry_.setInterval(retryMs);
    poll_.setInterval(pollMs);
    connect(&retry_, &QTimer::timeout, this, [this] { flush(false); });
    connect(&poll_, &QTimer::timeout, this, &StoreWorker::poll);
}

Status StoreWorker::ensureOpen()
{
    if (store_)
        return Done();
    Result<std::unique_ptr<AuditStore>> opened = openSqliteStore(path_);
    if (!opened)
        return opened.error();
    store_ = std::move(*opened);
    link_->post([](StoreThread& owner) { Q_EMIT owner.opened(); });
    return Done();
}

void StoreWorker::open()
{
    if (const Status opened = ensureOpen(); !opened)
        link_->post([error = opened.error()](StoreThread& owner) { Q_EMIT owner.openFailed(error); });
}

void StoreWorker::append(const QVector<JournalEntry>& entries)
{
    pending_ += entries;
    flush(false);
}

void StoreWorker::updateSummary(const AuditSummary& summary)
{
    summaries_.insert(summary.id, summary);
    flush(false);
}

void StoreWorker::flush(bool tellAlways)
{
    const Status done = pending_.isEmpty() ? Status(Done()) : flushEntries();
    if (done && store_)
        flushSummaries();
    if (pending_.isEmpty() && summaries_.isEmpty())
        retry_.stop();
    else if (!retry_.isActive())
        retry_.start();
    if (done) {
        lastFailure_.clear();
        return;
    }
    const int waiting = static_cast<int>(pending_.size());
    if (!tellAlways && lastFailure_ == done.error().message && lastFailed_ == waiting)
        return;
    lastFailure_ = done.error().message;
    lastFailed_ = waiting;
    link_->post(
        [error = done.error(), waiting](StoreThread& owner) { Q_EMIT owner.saveFailed(error, waiting); });
}

Status StoreWorker::flushEntries()
{
    if (const Status opened = ensureOpen(); !opened)
        return opened;
    const Result<QVector<JournalEntry>> saved = store_->append(pending_);
    if (saved) {
        pending_.clear();
        store(*saved);
        return Done();
    }
    // One entry that can never be stored must not hold back the others.
    const bool ownFault = saved.error().code == ErrorCode::Limit || saved.error().code == ErrorCode::Internal;
    return ownFault && pending_.size() > 1 ? flushOneByOne() : Status(saved.error());
}

Status StoreWorker::flushOneByOne()
{
    Status last = Done();
    QVector<JournalEntry> left;
    for (const JournalEntry& entry : std::as_const(pending_)) {
        const Result<QVector<JournalEntry>> saved = store_->append({entry});
        if (saved) {
            store(*saved);
        } else {
            left.append(entry);
            last = saved.error();
        }
    }
    pending_ = left;
    return last;
}

void StoreWorker::store(const QVector<JournalEntry>& saved)
{
    for (const JournalEntry& entry : saved) {
        if (entry.audit == watched_)
            own_.insert(entry.id);
    }
    link_->post([saved](StoreThread& owner) { owner.takeSaved(saved); });
}

void StoreWorker::flushSummaries()
{
    for (auto it = summaries_.begin(); it != summaries_.end();) {
        const Status done = store_->updateSummary(it.value());
        // An audit that is not there yet: its first entry may still come; only its figures wait.
        const bool keep = !done && done.error().code != ErrorCode::NotFound;
        it = keep ? std::next(it) : summaries_.erase(it);
    }
}

void StoreWorker::watch(const QString& auditId, qint64 afterSequence)
{
    watched_ = auditId;
    watchedAfter_ = afterSequence;
    lastSeen_ = -1;
    own_.clear();
    if (auditId.isEmpty())
        poll_.stop();
    else
        poll_.start();
}

void StoreWorker::poll()
{
    if (!store_)
        return;
    const Result<qint64> last = store_->lastSequence();
    if (!last || *last == lastSeen_)
        return;
    const Result<QVector<JournalEntry>> all = store_->entries(watched_, watchedAfter_);
    if (!all)
        return; // busy or failing: the next poll, or the next write, will tell
    lastSeen_ = *last;
    QVector<JournalEntry> foreign;
    for (const JournalEntry& entry : *all) {
        watchedAfter_ = std::max(watchedAfter_, entry.sequence);
        if (!own_.contains(entry.id))
            foreign.append(entry);
    }
    own_.clear();
    if (!foreign.isEmpty())
        link_->post(
            [audit = watched_, foreign](StoreThread& owner) { Q_EMIT owner.entriesArrived(audit, foreign); });
}

void StoreWorker::finish()
{
    flush(false);
    retry_.stop();
    poll_.stop();
    store_.reset();
}

} // namespace awb
