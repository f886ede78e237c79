#include "core/probe/http/http_message.h"

#include "core/foundation/secret.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QUrlQuery>

namespace awb
{

namespace
{

constexpr qsizetype shownBodyBytes = 2048;

bool isSecretName(const QString& name)
{
    static const QRegularExpression words(
        QStringLiteral(
            "token|secret|password|passwd|pwd|api[_-]?key|^key$|auth|session|signature|^sig$|^code$"),
        QRegularExpression::CaseInsensitiveOption);
    return words.match(name).hasMatch();
}

} // namespace

QByteArray HttpResponse::header(const char* name) const
{
    for (const HttpHeader& header : headers) {
        if (header.name.compare(name, Qt::CaseInsensitive) == 0)
            return header.value;
    }
    return {};
}

QList<QByteArray> HttpResponse::all(const char* name) const
{
    QList<QByteArray> values;
    for (const HttpHeader& header : headers) {
        if (header.name.compare(name, Qt::CaseInsensitive) == 0)
            values.append(header.value);
    }
    return values;
}

bool HttpResponse::has(const char* name) const
{
    return !all(name).isEmpty();
}

QByteArray HttpResponse::mediaType() const
{
    return header("Content-Type").split(';').value(0).trimmed().toLower();
}

bool HttpResponse::isJson() const
{
    const QByteArray type = mediaType();
    return type == "application/json" || type.endsWith("+json");
}

QString originOf(const QUrl& url)
{
    const QString scheme = url.scheme().toLower();
    const int fallback = scheme == QLatin1String("https") ? 443 : 80;
    return QStringLiteral("%1://%2:%3")
        .arg(scheme, url.host().toLower(), QString::number(url.port(fallback)));
}

bool sameOrigin(const QUrl& a, const QUrl& b)
{
    return originOf(a) == originOf(b);
}

QString requestLine(const QByteArray& method, const QUrl& url)
{
    QUrl shown(url);
    shown.setUserInfo(QString());
    shown.setFragment(QString());
    QUrlQuery query(shown);
    auto items = query.queryItems(QUrl::FullyDecoded);
    for (auto& [name, value] : items) {
        if (isSecretName(name))
            value = QStringLiteral("***");
    }
    query.setQueryItems(items);
    shown.setQuery(query);
    const QString path = shown.path(QUrl::FullyEncoded);
    const QString tail =
        shown.hasQuery() && !items.isEmpty() ? QLatin1Char('?') + shown.query(QUrl::FullyEncoded) : QString();
    return QString::fromLatin1(method) + QLatin1Char(' ') + (path.isEmpty() ? QStringLiteral("/") : path) +
           tail;
}

QString describeExchange(const HttpRequest& request, const HttpResponse& response)
{
    static const QList<QByteArray> hidden{"set-cookie", "authorization", "cookie", "proxy-authorization",
                                          "x-api-key"};
    QString text = requestLine(request.method, request.url) + QStringLiteral("\nHTTP/") +
                   QString::fromLatin1(response.protocol) + QLatin1Char(' ') +
                   QString::number(response.status);
    for (const HttpHeader& header : response.headers) {
        QByteArray value = header.value;
        const QByteArray name = header.name.toLower();
        // The attributes of a cookie are evidence, its value is not.
        if (name == "set-cookie")
            value = value.split('=').value(0) + "=***" +
                    (value.contains(';') ? value.mid(value.indexOf(';')) : QByteArray());
        else if (hidden.contains(name))
            value = "***";
        text += QLatin1Char('\n') + QString::fromUtf8(header.name + ": " + value);
    }
    text += QStringLiteral("\n\n(%1 bytes, %2 on the wire, SHA-256 %3)\n")
                .arg(QString::number(response.body.size()), QString::number(response.wireBytes),
                     QString::fromLatin1(
                         QCryptographicHash::hash(response.body, QCryptographicHash::Sha256).toHex()));
    QString body = QString::fromUtf8(response.body.left(shownBodyBytes));
    for (QChar& c : body) {
        if (c.unicode() < 0x20 && c != QLatin1Char('\n') && c != QLatin1Char('\t'))
            c = QLatin1Char('.');
    }
    return text + redactSecrets(body);
}

} // namespace awb
