#pragma once

#include <QFile>

#include <mutex>

namespace awb::sample
{

// The service's own log: a JSON object a line, or with the flaw text and stack traces. Thread-safe.
class ShopLog
{
public:
    ShopLog(const QString& file, bool asText) : file_(file), asText_(asText)
    {
        if (!file.isEmpty())
            (void)file_.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered);
    }
    void request(const QByteArray& method, const QByteArray& pattern, int status);

private:
    std::mutex mutex_;
    QFile file_;
    const bool asText_;
};

} // namespace awb::sample
