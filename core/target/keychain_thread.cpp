#include "core/target/keychain_thread.h"

#include <QCoreApplication>
#include <QThread>

#include <qt6keychain/keychain.h>

#include <condition_variable>
#include <mutex>

namespace awb
{

namespace
{

// Shared by the caller and the job; whoever lets go last frees it, so an answer after the deadline harms
// nobody.
struct Exchange
{
    std::mutex mutex;
    std::condition_variable arrived;
    bool done = false;
    QKeychain::Error error = QKeychain::NoError;
    QString text;
    Secret secret;
};

struct Worker
{
    QThread* thread = nullptr;
    QObject* context = nullptr; // lives in the thread
};

Worker& worker()
{
    static Worker instance;
    return instance;
}

// Runs when the application object goes. A job that hangs in D-Bus is left to the end of the process.
void stopWorker()
{
    Worker& w = worker();
    if (w.thread == nullptr)
        return;
    w.thread->quit();
    if (w.thread->wait(1000)) {
        delete w.context;
        delete w.thread;
    }
    w = {};
}

QObject* workerContext()
{
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    Worker& w = worker();
    if (w.thread == nullptr && QCoreApplication::instance() != nullptr) {
        w.thread = new QThread;
        w.thread->setObjectName(QStringLiteral("keychain"));
        w.context = new QObject;
        w.context->moveToThread(w.thread);
        w.thread->start();
        qAddPostRoutine(stopWorker);
    }
    return w.context;
}

Error failure(QKeychain::Error code, const QString& text)
{
    switch (code) {
    case QKeychain::EntryNotFound:
        return {ErrorCode::NotFound, QStringLiteral("The system keychain has no such entry."), text, {}};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return {
            ErrorCode::Locked, QStringLiteral("The system keychain is locked or refused access."), text, {}};
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return {
            ErrorCode::Unsupported, QStringLiteral("There is no system keychain in this session."), text, {}};
    default:
        break;
    }
    return {ErrorCode::Io, QStringLiteral("The system keychain failed."), text, {}};
}

// Starts the job that `make` builds in the keychain's thread and waits for its end.
template<typename Make, typename Take>
Status exchange(std::chrono::milliseconds deadline, const Make& make, const Take& take,
                const std::shared_ptr<Exchange>& shared)
{
    QObject* context = workerContext();
    if (context == nullptr)
        return Error{ErrorCode::Unsupported,
                     QStringLiteral("The system keychain needs a running application."),
                     {},
                     {}};
    QMetaObject::invokeMethod(
        context,
        [context, make, take, shared] {
            auto* job = make();
            QObject::connect(job, &QKeychain::Job::finished, context, [job, take, shared](QKeychain::Job*) {
                const std::lock_guard lock(shared->mutex);
                shared->error = job->error();
                shared->text = job->errorString();
                take(*job, *shared);
                shared->done = true;
                shared->arrived.notify_all();
            });
            job->start();
        },
        Qt::QueuedConnection);
    std::unique_lock lock(shared->mutex);
    if (!shared->arrived.wait_for(lock, deadline, [&] { return shared->done; }))
        return Error{ErrorCode::Timeout,
                     QStringLiteral(
                         "The system keychain did not answer within %1 s; it may be waiting to be unlocked.")
                         .arg(std::chrono::duration_cast<std::chrono::seconds>(deadline).count()),
                     {},
                     {}};
    if (shared->error != QKeychain::NoError)
        return failure(shared->error, redactSecrets(shared->text));
    return Done();
}

} // namespace

KeychainThread::KeychainThread(QString service, std::chrono::milliseconds deadline)
    : service_(std::move(service)),
      deadline_(deadline)
{
}

Result<Secret> KeychainThread::read(const QString& key)
{
    auto shared = std::make_shared<Exchange>();
    const auto make = [service = service_, key] {
        auto* job = new QKeychain::ReadPasswordJob(service);
        job->setKey(key);
        return job;
    };
    const auto take = [](const QKeychain::ReadPasswordJob& job, Exchange& e) {
        e.secret = Secret(job.binaryData());
    };
    const Status status = exchange(deadline_, make, take, shared);
    if (!status)
        return status.error();
    return shared->secret;
}

Status KeychainThread::write(const QString& key, const Secret& secret)
{
    const auto make = [service = service_, key, secret] {
        auto* job = new QKeychain::WritePasswordJob(service);
        job->setKey(key);
        job->setBinaryData(secret.reveal());
        return job;
    };
    return exchange(
        deadline_, make, [](const QKeychain::Job&, Exchange&) {}, std::make_shared<Exchange>());
}

Status KeychainThread::remove(const QString& key)
{
    const auto make = [service = service_, key] {
        auto* job = new QKeychain::DeletePasswordJob(service);
        job->setKey(key);
        return job;
    };
    return exchange(
        deadline_, make, [](const QKeychain::Job&, Exchange&) {}, std::make_shared<Exchange>());
}

} // namespace awb
