#pragma once

#include <QApplication>
#include <QThread>

#include <ctime>

namespace awb::test
{

// What the GUI thread may spend in one event handler: 50 ms of processor time. A build with sanitizers and
// without optimisation is several times slower.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr qint64 longestHandlerUs = 250'000;
#else
inline constexpr qint64 longestHandlerUs = 50'000;
#endif

// The longest CPU time of one event, its receiver included.
class MeasuringApplication : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override
    {
        if (QThread::currentThread() != thread()) { // the store's thread comes by here too
            return QApplication::notify(receiver, event);
        }
        if (depth_++ > 0) {
            const bool answer = QApplication::notify(receiver, event);
            --depth_;
            return answer;
        }
        const QString name = QString::fromLatin1(receiver->metaObject()->className());
        const auto type = event->type();
        const qint64 before = cpuMicroseconds();
        const bool answer = QApplication::notify(receiver, event);
        const qint64 used = cpuMicroseconds() - before;
        --depth_;
        if (used > longest_) {
            longest_ = used;
            where_ = QStringLiteral("%1, event %2").arg(name).arg(int(type));
        }
        return answer;
    }
    void reset() { longest_ = 0; }
    qint64 longestMicroseconds() const { return longest_; }
    const QString& where() const { return where_; }

private:
    static qint64 cpuMicroseconds()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return qint64(time.tv_sec) * 1'000'000 + time.tv_nsec / 1000;
    }

    int depth_ = 0;
    qint64 longest_ = 0;
    QString where_;
};

} // namespace awb::test
