#pragma once

#include "core/store/audit_store.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <memory>
#include <mutex>

namespace awb
{

class StoreThread;

// Internal to core/store. The way back from the worker to the window's thread; cut when the StoreThread goes,
// so that a worker stuck in the file system can outlive it harmlessly.
class StoreLink
{
public:
    explicit StoreLink(StoreThread* owner) : owner_(owner) {}
    void cut();
    // Queues `call` in the owner's thread; dropped when the owner is gone.
    void post(std::function<void(StoreThread&)> call);

private:
    std::mutex mutex_;
    StoreThread* owner_;
};

// What a StoreThread does in its thread. Every function runs there.
class StoreWorker : public QObject
{
    Q_OBJECT
public:
    StoreWorker(QString path, std::shared_ptr<StoreLink> link);

    void open();
    void append(const QVector<JournalEntry>& entries);
    void updateSummary(const AuditSummary& summary);
    void watch(const QString& auditId, qint64 afterSequence);
    void flush(bool tellAlways);
    void finish(); // last flush, then the connection is closed

    // Runs on the open store, or hands on why it is not open.
    template<typename T>
    Result<T> with(const std::function<Result<T>(AuditStore&)>& call)
    {
        if (const Status opened = ensureOpen(); !opened)
            return opened.error();
        return call(*store_);
    }

private:
    Status ensureOpen();
    Status flushEntries();
    Status flushOneByOne();
    void store(const QVector<JournalEntry>& saved);
    void flushSummaries();
    void poll();

    static constexpr int retryMs = 2000;
    static constexpr int pollMs = 500;

    QString path_;
    std::shared_ptr<StoreLink> link_;
    std::unique_ptr<AuditStore> store_;
    QVector<JournalEntry> pending_;
    QHash<QString, AuditSummary> summaries_;
    QTimer retry_;
    QTimer poll_;
    QString watched_;
    qint64 watchedAfter_ = 0;
    qint64 lastSeen_ = -1;
    QSet<QString> own_; // written here since the last poll
    QString lastFailure_;
    int lastFailed_ = 0;
};

} // namespace awb
