#pragma once

#include <QDateTime>

#include <chrono>

namespace awb
{

// The seam for time. now() is wall-clock UTC; monotonic() never goes back. Thread-safe.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual QDateTime now() const = 0;
    virtual std::chrono::nanoseconds monotonic() const = 0;
};

class SystemClock final : public Clock
{
public:
    QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
    std::chrono::nanoseconds monotonic() const override
    {
        return std::chrono::steady_clock::now().time_since_epoch();
    }
};

// A clock that stands still until it is told otherwise; for tests. Set it before other threads read it.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(QDateTime start) : now_(std::move(start)) {}
    QDateTime now() const override { return now_; }
    std::chrono::nanoseconds monotonic() const override { return elapsed_; }
    void advance(std::chrono::milliseconds by)
    {
        now_ = now_.addMSecs(by.count());
        elapsed_ += by;
    }

private:
    QDateTime now_;
    std::chrono::nanoseconds elapsed_{0};
};

} // namespace awb
