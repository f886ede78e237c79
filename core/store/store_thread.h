#pragma once

#include "core/store/audit_store.h"

#include <QObject>

#include <functional>
#include <memory>

class QThread;

namespace awb
{

class StoreLink;
class StoreWorker;

// An AuditStore in its own thread, for the window. Every call returns at once; answers and signals arrive in
// the thread this object lives in. Entries that could not be written (disk full, locked) stay in a queue, are
// retried every 2 s and on retryNow(), and are counted in waiting(). Destruction flushes for at most 5 s.
class StoreThread : public QObject
{
    Q_OBJECT
public:
    explicit StoreThread(const QString& path, QObject* parent = nullptr);
    ~StoreThread() override;

    void open();
    void append(const QVector<JournalEntry>& entries);
    void updateSummary(const AuditSummary& summary);
    void loadAudits(QObject* context, std::function<void(Result<QVector<AuditSummary>>)> done);
    void loadEntries(const QString& auditId, QObject* context,
                     std::function<void(Result<QVector<JournalEntry>>)> done);
    void putBlob(const QByteArray& bytes, QObject* context, std::function<void(Result<QString>)> done);
    void loadBlob(const QString& id, QObject* context, std::function<void(Result<QByteArray>)> done);
    void watch(const QString& auditId,
               qint64 afterSequence); // entriesArrived for what others write, within 2 s
    void retryNow();
    int waiting() const { return waiting_; }
    QString path() const { return path_; }

Q_SIGNALS:
    void opened();
    void openFailed(const awb::Error& error);
    void saved(const QVector<awb::JournalEntry>& entries);
    void saveFailed(const awb::Error& error, int waiting);
    void entriesArrived(const QString& auditId, const QVector<awb::JournalEntry>& entries);

private:
    friend class StoreWorker;
    void takeSaved(const QVector<JournalEntry>& entries);
    template<typename T>
    void ask(QObject* context, std::function<void(Result<T>)> done,
             std::function<Result<T>(AuditStore&)> call);

    QString path_;
    std::shared_ptr<StoreLink> link_;
    QThread* thread_ = nullptr; // outlives this object only if the file system does not answer
    StoreWorker* worker_ = nullptr;
    int waiting_ = 0;
};

} // namespace awb
