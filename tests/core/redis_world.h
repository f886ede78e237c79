#pragma once

#include "core/probe/probe.h"
#include "core/probe/redis/redis_ledger.h"
#include "tests/support/redis_link.h"

#include <QJsonDocument>
#include <QUrl>

#include <atomic>
#include <thread>

namespace awb::test
{

// Every secret of the Redis tests has this word in it; nothing that a probe hands out may.
inline const QString plantedWord = QStringLiteral("secret-planted");

// The specs' minimum, as a line of redis.conf.
inline const QString minimumUser = QStringLiteral(
    "audit on >audit-secret-planted ~* resetchannels -@all +info +ping +scan +pttl +type +dbsize +select");

// A run of one Redis probe against a private server, without the runner.
struct RedisWorld
{
    SystemClock clock;
    std::stop_source stop;
    ProbeTarget target;
    std::shared_ptr<RedisLedger> ledger = std::make_shared<RedisLedger>();
    std::function<void()> onProgress; // called in the probe's thread, which is the test's

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

    std::shared_ptr<ProbeContext> context(std::chrono::milliseconds budget = std::chrono::seconds(60))
    {
        ProbeContext::Listener listener;
        listener.progress = [this](double, const Message&) {
            if (onProgress)
                onProgress();
        };
        return std::make_shared<ProbeContext>(clock, budget, std::move(listener), stop.get_token());
    }

    template<typename ProbeType, typename... Arguments>
    Result<Facts> run(Arguments... arguments)
    {
        const auto where = context();
        return ProbeType(ledger, arguments...).run(target, *where);
    }
};

inline QString jsonOf(const Facts& facts)
{
    return QString::fromUtf8(QJsonDocument(toJson(facts)).toJson());
}

// Sends the same pipeline over and over from a thread of its own until it is destroyed.
class Traffic
{
public:
    Traffic(quint16 port, QList<QByteArrayList> commands)
        : thread_([this, port, commands = std::move(commands)] {
              RedisLink link;
              if (!link.open(port))
                  return;
              while (!over_ && link.isOpen()) {
                  link.pipeline(commands);
                  ++rounds_;
              }
          })
    {
    }
    ~Traffic()
    {
        over_ = true;
        thread_.join();
    }
    Traffic(const Traffic&) = delete;
    Traffic& operator=(const Traffic&) = delete;
    int rounds() const { return rounds_; }

private:
    std::atomic<bool> over_{false};
    std::atomic<int> rounds_{0};
    std::thread thread_;
};

} // namespace awb::test
