#include "tests/support/redis_link.h"

#include <hiredis/hiredis.h>

#include <QStringList>

#include <utility>
#include <vector>

namespace awb::test
{

namespace
{

RedisValue toValue(const redisReply* reply)
{
    RedisValue value;
    switch (reply->type) {
    case REDIS_REPLY_NIL:
        value.kind = RedisValue::Kind::Nil;
        break;
    case REDIS_REPLY_INTEGER:
        value.kind = RedisValue::Kind::Integer;
        value.integer = reply->integer;
        break;
    case REDIS_REPLY_ARRAY:
        value.kind = RedisValue::Kind::Array;
        for (std::size_t i = 0; i < reply->elements; ++i)
            value.items << toValue(reply->element[i]);
        break;
    case REDIS_REPLY_ERROR:
        value.text = QByteArray(reply->str, static_cast<qsizetype>(reply->len));
        break;
    default:
        value.kind = RedisValue::Kind::Text;
        value.text = QByteArray(reply->str, static_cast<qsizetype>(reply->len));
    }
    return value;
}

struct Words
{
    explicit Words(const QByteArrayList& words)
    {
        for (const QByteArray& word : words) {
            pointers.push_back(word.constData());
            lengths.push_back(static_cast<std::size_t>(word.size()));
        }
    }
    int count() const { return static_cast<int>(pointers.size()); }
    std::vector<const char*> pointers;
    std::vector<std::size_t> lengths;
};

} // namespace

RedisLink::~RedisLink()
{
    close();
}

RedisLink::RedisLink(RedisLink&& other) noexcept
    : context_(std::exchange(other.context_, nullptr)),
      error_(std::move(other.error_))
{
}

RedisLink& RedisLink::operator=(RedisLink&& other) noexcept
{
    if (this != &other) {
        close();
        context_ = std::exchange(other.context_, nullptr);
        error_ = std::move(other.error_);
    }
    return *this;
}

bool RedisLink::open(quint16 port, const QString& user, const QString& password,
                     std::chrono::milliseconds deadline)
{
    close();
    const timeval limit{static_cast<time_t>(deadline.count() / 1000),
                        static_cast<suseconds_t>(deadline.count() % 1000 * 1000)};
    context_ = redisConnectWithTimeout("127.0.0.1", port, limit);
    if (!context_ || context_->err) {
        error_ = context_ ? QString::fromUtf8(context_->errstr) : QStringLiteral("out of memory");
        close();
        return false;
    }
    redisSetTimeout(context_, limit);
    if (password.isEmpty())
        return true;
    const QByteArray name = user.isEmpty() ? QByteArrayLiteral("default") : user.toUtf8();
    const RedisValue answer = command({"AUTH", name, password.toUtf8()});
    if (!answer.isError())
        return true;
    error_ = QString::fromUtf8(answer.text);
    close();
    return false;
}

void RedisLink::close()
{
    if (context_)
        redisFree(std::exchange(context_, nullptr));
}

bool RedisLink::isOpen() const
{
    return context_ && !context_->err;
}

RedisValue RedisLink::command(const QByteArrayList& words)
{
    RedisValue failed;
    if (!isOpen()) {
        failed.text = QByteArrayLiteral("not connected");
        return failed;
    }
    Words list(words);
    auto* reply = static_cast<redisReply*>(
        redisCommandArgv(context_, list.count(), list.pointers.data(), list.lengths.data()));
    if (!reply) {
        failed.text = QByteArray(context_->errstr);
        error_ = QString::fromUtf8(context_->errstr);
        return failed;
    }
    RedisValue value = toValue(reply);
    freeReplyObject(reply);
    return value;
}

bool RedisLink::pipeline(const QList<QByteArrayList>& commands)
{
    if (!isOpen())
        return false;
    for (const QByteArrayList& words : commands) {
        Words list(words);
        redisAppendCommandArgv(context_, list.count(), list.pointers.data(), list.lengths.data());
    }
    bool good = true;
    for (qsizetype i = 0; i < commands.size(); ++i) {
        void* reply = nullptr;
        if (redisGetReply(context_, &reply) != REDIS_OK) {
            error_ = QString::fromUtf8(context_->errstr);
            return false;
        }
        const RedisValue value = toValue(static_cast<redisReply*>(reply));
        if (value.isError()) {
            error_ = QString::fromUtf8(value.text);
            good = false;
        }
        freeReplyObject(reply);
    }
    return good;
}

QString RedisLink::info(const QByteArray& section)
{
    const RedisValue value =
        command(section.isEmpty() ? QByteArrayList{"INFO"} : QByteArrayList{"INFO", section});
    return value.kind == RedisValue::Kind::Text ? QString::fromUtf8(value.text) : QString();
}

std::optional<QString> RedisLink::infoField(const QByteArray& section, const QString& field)
{
    const QString prefix = field + QLatin1Char(':');
    for (const QString& line : info(section).split(QLatin1Char('\n'))) {
        if (line.startsWith(prefix))
            return line.mid(prefix.size()).trimmed();
    }
    return std::nullopt;
}

} // namespace awb::test
