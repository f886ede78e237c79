#include "tests/sample_backend/traffic.h"

#include "tests/sample_backend/http_front.h"

#include <random>

namespace awb::sample
{

using Clock = std::chrono::steady_clock;

namespace
{

constexpr int threadCount = 8;

struct Call
{
    QByteArray method = "GET";
    QByteArray path;
    QByteArray body;
};

class Customer
{
public:
    Customer(quint64 seed, bool strangers) : random_(seed), strangers_(strangers) {}

    Call next()
    {
        const qint64 dice = pick(1, 100);
        // Half of the calls look for users: known ones, or with low_hit_rate anybody.
        const qint64 users = strangers_ ? 50 : 20;
        if (dice <= users)
            return {"GET", "/users/" + number(strangers_ ? pick(1, 50'000'000) : pick(1, 6000)), {}};
        if (dice <= 70)
            return {"GET", "/products/" + number(pick(1, 500)), {}};
        if (dice <= 79)
            return {"GET", "/orders?user=" + number(pick(1, 20'000)), {}};
        if (dice <= 83)
            return {"GET", "/products?limit=20&after=" + number(pick(1, 480)), {}};
        if (dice <= 88)
            return {"GET", "/orders/track?code=TRK" + number(pick(1, 60'000)).rightJustified(8, '0'), {}};
        if (dice <= 96)
            return {"GET", "/reports/bestsellers", {}};
        if (dice <= 98)
            return {"POST", "/orders",
                    "{\"user\":" + number(pick(1, 20'000)) + ",\"product\":" + number(pick(1, 500)) + '}'};
        return {"GET", "/readyz", {}};
    }

private:
    qint64 pick(qint64 from, qint64 to) { return std::uniform_int_distribution<qint64>(from, to)(random_); }
    static QByteArray number(qint64 value) { return QByteArray::number(value); }

    std::mt19937_64 random_;
    bool strangers_;
};

} // namespace

Traffic::Traffic(const Plan& plan)
{
    for (int i = 0; plan.rate > 0 && i < threadCount; ++i)
        threads_.emplace_back([this, plan, i](const std::stop_token& stop) { run(stop, plan, i); });
}

void Traffic::run(const std::stop_token& stop, const Plan& plan, int index)
{
    HttpCaller caller(plan.port);
    Customer customer(plan.seed + static_cast<quint64>(index), plan.flaws.has("low_hit_rate"));
    const auto gap =
        std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(threadCount / plan.rate));
    std::mutex mutex;
    std::condition_variable_any wake;
    auto next = Clock::now() + gap * index / threadCount;
    while (!stop.stop_requested()) {
        std::unique_lock lock(mutex);
        wake.wait_until(lock, stop, next, [] { return false; });
        if (stop.stop_requested())
            return;
        // A service that cannot keep up is not chased: what is late by a second is dropped.
        next = std::max(next + gap, Clock::now() - std::chrono::seconds{1});
        const Call call = customer.next();
        const HttpAnswer answer = caller.call(call.method, call.path, call.body);
        ++sent_;
        if (answer.status == 0 || answer.status >= 500)
            ++failed_;
    }
}

} // namespace awb::sample
