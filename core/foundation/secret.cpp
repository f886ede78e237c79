#include "core/foundation/secret.h"

#include <QDebug>
#include <QRegularExpression>

#include <cstring>

namespace awb
{

Secret& Secret::operator=(const Secret& other)
{
    if (this != &other) {
        wipe();
        bytes_ = QByteArray(other.bytes_.constData(), other.bytes_.size());
    }
    return *this;
}

Secret& Secret::operator=(Secret&& other) noexcept
{
    if (this != &other) {
        wipe();
        bytes_ = std::move(other.bytes_);
        other.bytes_.clear();
    }
    return *this;
}

void Secret::wipe()
{
    if (bytes_.isEmpty())
        return;
    if (bytes_.isDetached()) {
        volatile char* p = bytes_.data();
        for (qsizetype i = 0; i < bytes_.size(); ++i)
            p[i] = 0;
    }
    bytes_.clear();
}

QDebug operator<<(QDebug stream, const Secret&)
{
    return stream << "***";
}

QString redactSecrets(QString text, const QList<Secret>& known)
{
    static const QRegularExpression url(QStringLiteral("([a-zA-Z][a-zA-Z0-9+.-]*://[^\\s:/@]*):[^\\s@/]+@"));
    static const QRegularExpression pair(
        QStringLiteral("\\b(password|passwd|pwd|secret|token|api[_-]?key|sslpassword)(\\s*[=:]\\s*)('[^']*'|"
                       "\"[^\"]*\"|[^\\s,;&]+)"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression header(
        QStringLiteral("\\b(authorization|cookie|set-cookie|proxy-authorization)(\\s*:\\s*)[^\\r\\n]+"),
        QRegularExpression::CaseInsensitiveOption);
    for (const Secret& secret : known) {
        // A very short secret would blank out half of every sentence; servers refuse those anyway.
        if (secret.reveal().size() >= 4)
            text.replace(QString::fromUtf8(secret.reveal()), QStringLiteral("***"));
    }
    text.replace(url, QStringLiteral("\\1:***@"));
    text.replace(header, QStringLiteral("\\1\\2***"));
    text.replace(pair, QStringLiteral("\\1\\2***"));
    return text;
}

} // namespace awb
