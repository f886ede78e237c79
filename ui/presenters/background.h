// Work for another thread, answer for the GUI thread.
#pragma once

#include <QCoreApplication>
#include <QPointer>
#include <QThread>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace awb
{

// Runs work() on the pool and done(result) in the GUI thread, where context must live; dropped when context
// is gone by then. work must own all it touches (copies of values): it may outlive context.
template<typename Work, typename DoneFn>
void runInBackground(QThreadPool& pool, QObject* context, Work work, DoneFn done)
{
    Q_ASSERT(context->thread() == QCoreApplication::instance()->thread());
    pool.start(
        [guard = QPointer<QObject>(context), work = std::move(work), done = std::move(done)]() mutable {
            auto answer = std::make_shared<decltype(work())>(work());
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [guard, answer, done = std::move(done)]() mutable {
                    if (guard) {
                        done(std::move(*answer));
                    }
                },
                Qt::QueuedConnection);
        });
}

} // namespace awb
