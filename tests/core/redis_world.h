#pragma once

#include "core/probe/probe.h"
#include "core/probe/redis/redis_ledger.h"

#include <QUrl>

namespace awb::test
{

// A run of one Redis probe against a private server, without the runner.
struct RedisWorld
{
    SystemClock clock;
    std::stop_source stop;
    ProbeTarget target;
    std::shared_ptr<RedisLedger> ledger = std::make_shared<RedisLedger>();

    explicit RedisWorld(const QString& url, const QByteArray& password = {}, qint64 observeMs = 1200)
    {
        RedisTarget redis;
        redis.url = QUrl(url);
        redis.url.setPassword(QString());
        target.profile.redis = redis;
        target.profile.observeMs = observeMs;
        if (!password.isEmpty())
            target.secrets.insert(QStringLiteral("redis"), Secret(password));
    }

    std::shared_ptr<ProbeContext> context(std::chrono::milliseconds budget = std::chrono::seconds(60),
                                          ProbeContext::Listener listener = {})
    {
        return std::make_shared<ProbeContext>(clock, budget, std::move(listener), stop.get_token());
    }

    template<typename ProbeType, typename... Arguments>
    Result<Facts> run(Arguments... arguments)
    {
        const auto where = context();
        return ProbeType(ledger, arguments...).run(target, *where);
    }
};

} // namespace awb::test
