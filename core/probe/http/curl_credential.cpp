#include "core/probe/http/curl_transfer.h"

#include <QCryptographicHash>
#include <QLocale>
#include <QRandomGenerator>
#include <QSslCertificate>
#include <QSslKey>
#include <QTimeZone>

namespace awb
{

namespace
{

// A value of the same kind that no server can hold for right: a token that looks like a JWT keeps its head
// and body and loses its signature, all else is random.
QByteArray brokenValue(const QByteArray& value)
{
    if (value.count('.') == 2 && value.size() > 20) {
        QByteArray broken = value.left(value.lastIndexOf('.') + 1);
        const QByteArray signature = value.mid(broken.size());
        for (qsizetype i = signature.size(); i-- > 0;)
            broken.append(signature.at(i) == 'A' ? 'B' : 'A');
        return broken;
    }
    return "auditbench-invalid-" + QByteArray::number(QRandomGenerator::global()->generate64(), 36);
}

QDateTime expiryOf(const QByteArray& text)
{
    // "Nov 27 07:30:00 2026 GMT", the day padded with a space or a zero
    const QString plain = QString::fromLatin1(text.simplified()).remove(QStringLiteral(" GMT"));
    QDateTime when = QLocale::c().toDateTime(plain, QStringLiteral("MMM d HH:mm:ss yyyy"));
    if (!when.isValid())
        when = QLocale::c().toDateTime(plain, QStringLiteral("MMM dd HH:mm:ss yyyy"));
    when.setTimeZone(QTimeZone::utc());
    return when;
}

} // namespace

CredentialParts credentialParts(const HttpSettings& settings, Credential which)
{
    CredentialParts parts;
    const std::optional<AuthTarget>& auth = which == Credential::Second ? settings.secondAuth : settings.auth;
    if (which == Credential::None || !auth)
        return parts;
    const Secret& secret = which == Credential::Second ? settings.secondSecret : settings.secret;
    const bool broken = which == Credential::Broken;
    if (auth->kind == QLatin1String("client-cert")) {
        if (!broken) { // there is no broken certificate to show: the handshake goes without one
            parts.certificate = auth->certificate;
            parts.key = auth->key;
            parts.keyPassword = secret.reveal();
        }
        return parts;
    }
    const QByteArray value = broken ? brokenValue(secret.reveal()) : secret.reveal();
    const QByteArray name = auth->name.toUtf8();
    if (auth->kind == QLatin1String("bearer")) {
        parts.headers.append({"Authorization", "Bearer " + value});
    } else if (auth->kind == QLatin1String("basic")) {
        // A wrong password under the real name could lock the account.
        const QByteArray user = broken ? brokenValue({}) : auth->user.toUtf8();
        parts.headers.append({"Authorization", "Basic " + (user + ':' + value).toBase64()});
    } else if (auth->kind == QLatin1String("header")) {
        parts.headers.append({name, value});
    } else if (auth->kind == QLatin1String("cookie")) {
        parts.headers.append({"Cookie", name + '=' + value});
    } else if (auth->kind == QLatin1String("query")) {
        parts.queryName = auth->name;
        parts.queryValue = value;
    }
    return parts;
}

PeerCertificate certificateOf(CURL* easy, bool verified)
{
    PeerCertificate certificate;
    curl_certinfo* info = nullptr;
    if (curl_easy_getinfo(easy, CURLINFO_CERTINFO, &info) != CURLE_OK || !info || info->num_of_certs < 1)
        return certificate;
    for (const curl_slist* line = info->certinfo[0]; line; line = line->next) {
        const QByteArray text(line->data);
        const qsizetype colon = text.indexOf(':');
        const QByteArray name = text.left(colon);
        const QByteArray value = text.mid(colon + 1);
        if (name == "Subject")
            certificate.subject = QString::fromUtf8(value.left(400));
        else if (name == "Issuer")
            certificate.issuer = QString::fromUtf8(value.left(400));
        else if (name == "X509v3 Subject Alternative Name")
            certificate.alternativeNames = QString::fromUtf8(value.left(1000)).trimmed();
        else if (name == "Expire date")
            certificate.expires = expiryOf(value);
        else if (name == "Cert") {
            const QByteArray key = QSslCertificate(value, QSsl::Pem).publicKey().toDer();
            if (!key.isEmpty())
                certificate.pin =
                    QStringLiteral("sha256/") +
                    QString::fromLatin1(QCryptographicHash::hash(key, QCryptographicHash::Sha256).toBase64());
        }
    }
    certificate.verified = verified;
    return certificate;
}

} // namespace awb
