#include "tests/sample_backend/pg_pool.h"

#include <utility>

namespace awb::sample
{

using Clock = std::chrono::steady_clock;
using test::PgLink;

PgPool::Lease::Lease(PgPool* pool, std::unique_ptr<PgLink> link, Clock::time_point born)
    : pool_(pool),
      link_(std::move(link)),
      born_(born)
{
}

PgPool::Lease::Lease(Lease&& other) noexcept
    : pool_(std::exchange(other.pool_, nullptr)),
      link_(std::move(other.link_)),
      born_(other.born_)
{
}

PgPool::Lease::~Lease()
{
    if (pool_)
        pool_->giveBack(std::move(link_), born_);
}

PgPool::PgPool(QString conninfo, PoolLimits limits) : conninfo_(std::move(conninfo)), limits_(limits) {}

bool PgPool::tooOld(Clock::time_point born) const
{
    return Clock::now() - born > limits_.maxLifetime;
}

PgPool::Lease PgPool::acquire()
{
    std::unique_lock lock(mutex_);
    if (!limits_.churn) {
        ++waiting_;
        const bool free =
            freed_.wait_for(lock, limits_.acquireTimeout, [this] { return active_ < limits_.size; });
        --waiting_;
        if (!free)
            return {};
    }
    ++active_;
    if (!idle_.empty()) {
        Idle last = std::move(idle_.back());
        idle_.pop_back();
        return {this, std::move(last.link), last.born};
    }
    lock.unlock();
    auto link = std::make_unique<PgLink>();
    if (!link->open(conninfo_, limits_.acquireTimeout)) {
        giveBack(nullptr, {});
        return {};
    }
    const auto spread = limits_.maxLifetime / 10;
    thread_local std::mt19937 random{std::random_device{}()};
    std::uniform_int_distribution<long> early(0, spread.count());
    return {this, std::move(link), Clock::now() - std::chrono::milliseconds{early(random)}};
}

void PgPool::giveBack(std::unique_ptr<PgLink> link, Clock::time_point born)
{
    {
        const std::lock_guard lock(mutex_);
        --active_;
        if (link && link->isOpen() && !limits_.churn && !tooOld(born))
            idle_.push_back({std::move(link), born, Clock::now()});
    }
    freed_.notify_one(); // link, when not kept, is closed here, outside the lock
}

PgPool::Counts PgPool::counts() const
{
    const std::lock_guard lock(mutex_);
    return {active_, static_cast<int>(idle_.size()), waiting_};
}

void PgPool::closeOld()
{
    std::vector<Idle> closed;
    const std::lock_guard lock(mutex_);
    for (auto entry = idle_.begin(); entry != idle_.end();) {
        if (tooOld(entry->born) || Clock::now() - entry->since > limits_.maxIdle) {
            closed.push_back(std::move(*entry));
            entry = idle_.erase(entry);
        } else {
            ++entry;
        }
    }
}

} // namespace awb::sample
