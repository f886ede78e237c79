#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

struct redisContext;

namespace awb::test
{

// One RESP2 reply.
struct RedisValue
{
    enum class Kind { Error, Nil, Integer, Text, Array };
    Kind kind = Kind::Error;
    QByteArray text; // Text, Error (the message)
    qint64 integer = 0;
    QList<RedisValue> items;

    bool isError() const { return kind == Kind::Error; }
};

// A Redis connection of the tests and the sample backend (hiredis, plain TCP; not the product's client). Move
// only; one thread at a time.
class RedisLink
{
public:
    RedisLink() = default;
    ~RedisLink();
    RedisLink(RedisLink&& other) noexcept;
    RedisLink& operator=(RedisLink&& other) noexcept;
    RedisLink(const RedisLink&) = delete;
    RedisLink& operator=(const RedisLink&) = delete;

    // user and password empty: no AUTH. The deadline also holds for each command.
    bool open(quint16 port, const QString& user = {}, const QString& password = {},
              std::chrono::milliseconds deadline = std::chrono::seconds{10});
    void close();
    bool isOpen() const;
    RedisValue command(const QByteArrayList& words);
    // Sends all, then reads all: for filling a cache quickly. False on the first error reply.
    bool pipeline(const QList<QByteArrayList>& commands);
    // INFO [section] as one text; null when refused.
    QString info(const QByteArray& section = {});
    // One "field:value" of INFO; none when it is not there.
    std::optional<QString> infoField(const QByteArray& section, const QString& field);
    QString error() const { return error_; }

private:
    redisContext* context_ = nullptr;
    QString error_;
};

} // namespace awb::test
