#include "core/store/store_thread.h"

#include "core/store/store_worker.h"

#include <QDeadlineTimer>
#include <QPointer>
#include <QThread>

namespace awb
{

namespace
{
constexpr int flushDeadlineMs = 5000;
}

StoreThread::StoreThread(const QString& path, QObject* parent)
    : QObject(parent),
      path_(path),
      link_(std::make_shared<StoreLink>(this)),
      thread_(new QThread),
      worker_(new StoreWorker(path, link_))
{
    thread_->setObjectName(QStringLiteral("store"));
    worker_->moveToThread(thread_);
    QObject::connect(thread_, &QThread::finished, worker_, &QObject::deleteLater);
    thread_->start();
}

StoreThread::~StoreThread()
{
    StoreWorker* worker = worker_;
    QThread* thread = thread_;
    QMetaObject::invokeMethod(
        worker,
        [worker, thread] {
            worker->finish();
            thread->quit();
        },
        Qt::QueuedConnection);
    const bool ended = thread->wait(QDeadlineTimer(flushDeadlineMs));
    link_->cut();
    if (ended)
        delete thread;
    else // stuck in the file system: it deletes itself when it comes back
        QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
}

void StoreThread::open()
{
    QMetaObject::invokeMethod(
        worker_, [worker = worker_] { worker->open(); }, Qt::QueuedConnection);
}

void StoreThread::append(const QVector<JournalEntry>& entries)
{
    if (entries.isEmpty())
        return;
    waiting_ += static_cast<int>(entries.size());
    QMetaObject::invokeMethod(
        worker_, [worker = worker_, entries] { worker->append(entries); }, Qt::QueuedConnection);
}

void StoreThread::takeSaved(const QVector<JournalEntry>& entries)
{
    waiting_ -= static_cast<int>(entries.size());
    Q_EMIT saved(entries);
}

void StoreThread::updateSummary(const AuditSummary& summary)
{
    QMetaObject::invokeMethod(
        worker_, [worker = worker_, summary] { worker->updateSummary(summary); }, Qt::QueuedConnection);
}

// The answer is queued to this object's thread and is dropped there when `context` is gone.
template<typename T>
void StoreThread::ask(QObject* context, std::function<void(Result<T>)> done,
                      std::function<Result<T>(AuditStore&)> call)
{
    QMetaObject::invokeMethod(
        worker_,
        [worker = worker_, link = link_, guard = QPointer<QObject>(context), done = std::move(done),
         call = std::move(call)] {
            Result<T> answer = worker->with<T>(call);
            link->post([guard, done, answer = std::move(answer)](StoreThread&) {
                if (guard)
                    done(answer);
            });
        },
        Qt::QueuedConnection);
}

void StoreThread::loadAudits(QObject* context, std::function<void(Result<QVector<AuditSummary>>)> done)
{
    ask<QVector<AuditSummary>>(context, std::move(done), [](AuditStore& store) { return store.audits(); });
}

void StoreThread::loadEntries(const QString& auditId, QObject* context,
                              std::function<void(Result<QVector<JournalEntry>>)> done)
{
    ask<QVector<JournalEntry>>(context, std::move(done),
                               [auditId](AuditStore& store) { return store.entries(auditId); });
}

void StoreThread::putBlob(const QByteArray& bytes, QObject* context,
                          std::function<void(Result<QString>)> done)
{
    ask<QString>(context, std::move(done), [bytes](AuditStore& store) { return store.putBlob(bytes); });
}

void StoreThread::loadBlob(const QString& id, QObject* context, std::function<void(Result<QByteArray>)> done)
{
    ask<QByteArray>(context, std::move(done), [id](AuditStore& store) { return store.blob(id); });
}

void StoreThread::watch(const QString& auditId, qint64 afterSequence)
{
    QMetaObject::invokeMethod(
        worker_, [worker = worker_, auditId, afterSequence] { worker->watch(auditId, afterSequence); },
        Qt::QueuedConnection);
}

void StoreThread::retryNow()
{
    QMetaObject::invokeMethod(
        worker_, [worker = worker_] { worker->flush(true); }, Qt::QueuedConnection);
}

} // namespace awb
