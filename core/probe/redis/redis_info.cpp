#include "core/probe/redis/redis_info.h"

#include <QList>
#include <QStringList>

#include <algorithm>

namespace awb
{

namespace
{

constexpr qsizetype maxFields = 20000;
constexpr qsizetype maxModules = 200;

// "keys=10,expires=2,avg_ttl=0" → the number of one name; other names are skipped (7.4 has more).
std::optional<qint64> listValue(const QByteArray& list, const char* name)
{
    for (const QByteArray& pair : list.split(',')) {
        const qsizetype equals = pair.indexOf('=');
        if (equals > 0 && pair.left(equals) == name) {
            bool ok = false;
            const qint64 number = pair.mid(equals + 1).toLongLong(&ok);
            return ok && number >= 0 ? std::optional(number) : std::nullopt;
        }
    }
    return std::nullopt;
}

QString safeWord(const QByteArray& bytes)
{
    QString out;
    for (const QChar c : QString::fromLatin1(bytes.left(40))) {
        if (c.isLetterOrNumber() || QStringLiteral(".-_ |").contains(c))
            out += c;
    }
    return out;
}

} // namespace

RedisInfo RedisInfo::parse(const QByteArray& text)
{
    RedisInfo info;
    qsizetype from = 0;
    while (from < text.size() && info.fields_.size() < maxFields) {
        qsizetype to = text.indexOf('\n', from);
        if (to < 0)
            to = text.size();
        const QByteArray line = text.mid(from, to - from).trimmed();
        from = to + 1;
        if (line.startsWith('#')) {
            info.hasKeyspace_ = info.hasKeyspace_ || line.toLower().contains("keyspace");
            continue;
        }
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0)
            continue;
        const QByteArray field = line.left(colon);
        const QByteArray value = line.mid(colon + 1);
        if (field == "module" && info.modules_.size() < maxModules) { // repeated: name=bf,ver=…
            for (const QByteArray& pair : value.split(',')) {
                if (pair.startsWith("name="))
                    info.modules_.append(safeWord(pair.mid(5)));
            }
            continue;
        }
        info.fields_.insert(field, value);
    }
    return info;
}

QByteArray RedisInfo::text(const char* field) const
{
    return fields_.value(QByteArray::fromRawData(field, static_cast<qsizetype>(qstrlen(field))));
}

std::optional<qint64> RedisInfo::integer(const char* field) const
{
    bool ok = false;
    const qint64 number = text(field).toLongLong(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

QVector<RedisInfo::Database> RedisInfo::databases() const
{
    QVector<Database> found;
    for (auto it = fields_.cbegin(); it != fields_.cend(); ++it) {
        if (!it.key().startsWith("db"))
            continue;
        bool ok = false;
        const int number = it.key().mid(2).toInt(&ok);
        const std::optional<qint64> keys = listValue(it.value(), "keys");
        if (!ok || number < 0 || !keys)
            continue;
        found.append({number, *keys, std::min(*keys, listValue(it.value(), "expires").value_or(0))});
    }
    std::sort(found.begin(), found.end(),
              [](const Database& a, const Database& b) { return a.number < b.number; });
    return found;
}

qint64 RedisInfo::keys() const
{
    qint64 sum = 0;
    for (const Database& database : databases())
        sum += database.keys;
    return sum;
}

qint64 RedisInfo::expires() const
{
    qint64 sum = 0;
    for (const Database& database : databases())
        sum += database.expires;
    return sum;
}

QMap<QString, qint64> RedisInfo::commandCalls() const
{
    QMap<QString, qint64> calls;
    for (auto it = fields_.cbegin(); it != fields_.cend(); ++it) {
        if (!it.key().startsWith("cmdstat_"))
            continue;
        if (const auto count = listValue(it.value(), "calls"))
            calls.insert(safeWord(it.key().mid(8)).toLower(), *count);
    }
    return calls;
}

QStringList RedisInfo::modules() const
{
    return modules_;
}

bool RedisInfo::isCluster() const
{
    return text("redis_mode") == "cluster" || text("cluster_enabled") == "1";
}

QString RedisInfo::product() const
{
    const QByteArray valkey = text("valkey_version");
    if (!valkey.isEmpty())
        return QStringLiteral("Valkey %1").arg(safeWord(valkey));
    const QString name =
        text("server_name").isEmpty() ? QStringLiteral("Redis") : safeWord(text("server_name"));
    return QStringLiteral("%1 %2").arg(name, safeWord(text("redis_version")));
}

} // namespace awb
