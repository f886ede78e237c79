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
    static const QRegularExpression url(QStringLiteral("([a-zA-Z][a-zA-Z0-9+.-]*://[^\\s:/@]*):[^\\s@]+@"));
    // A name that means a secret, its separator, and a value: quoted (the quotes stay), or up to the next
    // gap.
    const QString name = QStringLiteral(
        "\\b([a-z0-9_-]{0,40}(?:password|passwd|pwd|secret|token|api[_-]?key))([\"']?\\s*[=:]\\s*)");
    static const QRegularExpression quoted(name + QStringLiteral("([\"'])(?:(?!\\3).)*\\3"),
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression bare(name + QStringLiteral("(?!([\"'])\\*\\*\\*\\3)[^\\s,;&]+"),
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
    text.replace(quoted, QStringLiteral("\\1\\2\\3***\\3"));
    text.replace(bare, QStringLiteral("\\1\\2***"));
    return text;
}

} // namespace awb
