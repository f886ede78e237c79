#include "tests/bench/redis_million.h"

#include <QFile>

#include <random>

namespace awb::bench
{

namespace
{

constexpr int batch = 5000;

QByteArray identifier(std::mt19937_64& random)
{
    const QByteArray hex =
        (QByteArray::number(static_cast<qulonglong>(random()), 16).rightJustified(16, '0') +
         QByteArray::number(static_cast<qulonglong>(random()), 16).rightJustified(16, '0'));
    return hex.left(8) + '-' + hex.mid(8, 4) + '-' + hex.mid(12, 4) + '-' + hex.mid(16, 4) + '-' +
           hex.mid(20);
}

void addKey(QList<QByteArrayList>& commands, int i, std::mt19937_64& random)
{
    const QByteArray number = QByteArray::number(i);
    const auto kind = static_cast<int>(random() % 100);
    if (kind < 60) {
        commands << QByteArrayList{"SET", "user:" + number, R"({"id":1,"name":"abcdefgh"})", "EX",
                                   QByteArray::number(3600 + i % 86400)};
    } else if (kind < 80) {
        const QByteArray key = "session:" + identifier(random);
        commands << QByteArrayList{"HSET", key, "uid", number, "csrf", "xxxxxxxxxxxxxxxx"}
                 << QByteArrayList{"EXPIRE", key, "5400"};
    } else if (kind < 90) {
        QByteArrayList set{"SET", "product:" + number, QByteArray(40, 'y')};
        if (random() % 20 != 0)
            set << "EX"
                << "7200";
        commands << set;
    } else if (kind < 94) {
        commands << QByteArrayList{"HSET", "cart:" + number, "sku", "1"}
                 << QByteArrayList{"EXPIRE", "cart:" + number, "7200"};
    } else if (kind < 95) {
        commands << QByteArrayList{"RPUSH", "cart:" + number, "1", "2"};
    } else if (kind < 98) {
        commands << QByteArrayList{"SET", identifier(random), "zzzzzzzzzz", "EX", "3000"};
    } else {
        commands << QByteArrayList{"SET", "lock:user:" + number, "1", "PX", "3000000"};
    }
}

} // namespace

bool RedisMillion::start()
{
    if (!server_.start()) {
        error_ = server_.error();
        return false;
    }
    std::mt19937_64 random(7);
    QList<QByteArrayList> commands;
    for (int i = 0; i < keys_; ++i) {
        addKey(commands, i, random);
        if (commands.size() < batch && i + 1 < keys_)
            continue;
        if (!server_.link().pipeline(commands)) {
            error_ = server_.link().error();
            return false;
        }
        commands.clear();
    }
    return true;
}

double peakMiB()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

void resetPeak()
{
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    if (file.open(QIODevice::WriteOnly))
        file.write("5");
}

} // namespace awb::bench
