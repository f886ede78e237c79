#pragma once

#include <QByteArray>
#include <QHash>
#include <QMap>
#include <QString>
#include <QVector>

#include <optional>

namespace awb
{

// The answer of INFO as fields. Tolerant: unknown lines and fields are skipped, a missing field is "not
// there", never 0. Bounded to 20,000 fields.
class RedisInfo
{
public:
    struct Database
    {
        int number = 0;
        qint64 keys = 0;
        qint64 expires = 0; // keys with a TTL
    };

    static RedisInfo parse(const QByteArray& text);

    bool has(const char* field) const
    {
        return fields_.contains(QByteArray::fromRawData(field, qstrlen(field)));
    }
    QByteArray text(const char* field) const;
    std::optional<qint64> integer(const char* field) const; // absent or no number: nothing

    // Of the Keyspace section; only databases that hold keys are listed by a server.
    QVector<Database> databases() const;
    bool hasKeyspace() const { return hasKeyspace_; } // the section was in the answer, even if empty
    qint64 keys() const;
    qint64 expires() const;

    // Of the Commandstats section: lower-case command ("setnx", "bf.add", "config|get") → calls.
    QMap<QString, qint64> commandCalls() const;
    QStringList modules() const; // names from the Modules section

    bool isCluster() const;
    bool isReplica() const { return text("role") == "slave"; }
    bool isSentinel() const { return text("redis_mode") == "sentinel"; }
    QString product() const; // "Redis 7.0.15", "Valkey 8.0.1"

private:
    QHash<QByteArray, QByteArray> fields_;
    QStringList modules_;
    bool hasKeyspace_ = false;
};

} // namespace awb
