#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

class QDebug;

namespace awb
{

// A password or token. It cannot be streamed, compared or converted; reveal() is the one way out and is
// called only where the bytes go to the wire. Memory is overwritten on destruction (best effort: Qt and libpq
// keep copies).
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray bytes) : bytes_(std::move(bytes)) { bytes_.detach(); }
    Secret(const Secret& other) : bytes_(other.bytes_.constData(), other.bytes_.size()) {}
    Secret(Secret&& other) noexcept : bytes_(std::move(other.bytes_)) { other.bytes_.clear(); }
    Secret& operator=(const Secret& other);
    Secret& operator=(Secret&& other) noexcept;
    ~Secret() { wipe(); }

    bool isEmpty() const { return bytes_.isEmpty(); }
    const QByteArray& reveal() const { return bytes_; }

private:
    void wipe();
    QByteArray bytes_;
};

QDebug operator<<(QDebug stream, const Secret&); // prints "***"

// Takes credentials out of foreign text before it reaches an Error, a log or a report: passwords in URLs and
// in key=value connection strings, Authorization and cookie values, and every secret that was given.
// Idempotent.
QString redactSecrets(QString text, const QList<Secret>& known = {});

} // namespace awb
