#pragma once

#include "tests/support/pg_link.h"

#include <QString>

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <random>
#include <vector>

namespace awb::sample
{

struct PoolLimits
{
    int size = 4;
    std::chrono::milliseconds acquireTimeout = std::chrono::seconds{5};
    std::chrono::milliseconds maxLifetime =
        std::chrono::minutes{20}; // less up to a tenth, so that not all end at once
    std::chrono::milliseconds maxIdle = std::chrono::minutes{5};
    bool churn = false; // no pool at all: a connection per lease
};

// The service's connection pool. Thread-safe.
class PgPool
{
public:
    struct Counts
    {
        int active = 0;
        int idle = 0;
        int waiting = 0;
    };

    // A connection, given back when destroyed. Empty when none came free in time or the server refused.
    class Lease
    {
    public:
        Lease() = default;
        Lease(PgPool* pool, std::unique_ptr<test::PgLink> link, std::chrono::steady_clock::time_point born);
        ~Lease();
        Lease(Lease&& other) noexcept;
        Lease& operator=(Lease&&) = delete;
        explicit operator bool() const { return link_ != nullptr; }
        test::PgLink* operator->() { return link_.get(); }
        test::PgLink& operator*() { return *link_; }

    private:
        PgPool* pool_ = nullptr;
        std::unique_ptr<test::PgLink> link_;
        std::chrono::steady_clock::time_point born_;
    };

    PgPool(QString conninfo, PoolLimits limits);

    Lease acquire();
    Counts counts() const;
    // Closes connections that are past their lifetime or idle time. Call now and then.
    void closeOld();

private:
    struct Idle
    {
        std::unique_ptr<test::PgLink> link;
        std::chrono::steady_clock::time_point born;
        std::chrono::steady_clock::time_point since;
    };

    void giveBack(std::unique_ptr<test::PgLink> link, std::chrono::steady_clock::time_point born);
    bool tooOld(std::chrono::steady_clock::time_point born) const;

    const QString conninfo_;
    const PoolLimits limits_;
    mutable std::mutex mutex_;
    std::condition_variable freed_;
    std::vector<Idle> idle_;
    int active_ = 0;
    int waiting_ = 0;
};

} // namespace awb::sample
