#include "core/probe/load/tls_client.h"

#include "core/target/public_key_pin.h"

#include <QCryptographicHash>
#include <QFile>

#include <arpa/inet.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

namespace awb
{

namespace
{

QString openSslReason()
{
    char text[256] = "unknown";
    if (const unsigned long code = ERR_peek_last_error())
        ERR_error_string_n(code, text, sizeof text);
    ERR_clear_error();
    return QString::fromLatin1(text).section(QLatin1Char(':'), -1);
}

Error unusable(const QString& what, const QString& file)
{
    return {ErrorCode::Io,
            QStringLiteral("The %1 %2 cannot be used: %3.").arg(what, file, openSslReason()),
            {},
            {}};
}

bool isIpAddress(const QByteArray& name)
{
    in6_addr six{};
    in_addr four{};
    return inet_pton(AF_INET6, name.constData(), &six) == 1 ||
           inet_pton(AF_INET, name.constData(), &four) == 1;
}

} // namespace

void TlsClient::Release::operator()(ssl_ctx_st* context) const
{
    SSL_CTX_free(context);
}

Result<TlsClient> TlsClient::create(const LoadTls& settings, bool saveMemory)
{
    TlsClient client(SSL_CTX_new(TLS_client_method()));
    if (!client.context_)
        return Error{
            ErrorCode::Internal, QStringLiteral("OpenSSL cannot be used: %1.").arg(openSslReason()), {}, {}};
    SSL_CTX* context = client.context_.get();
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    // a read takes header and body of a record at once
    SSL_CTX_set_read_ahead(context, 1);
    unsigned long mode = SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER;
    if (saveMemory)
        mode |= SSL_MODE_RELEASE_BUFFERS; // 34 KiB a connection, for some time of the processor
    SSL_CTX_set_mode(context, static_cast<long>(mode));
    static constexpr unsigned char http11[] = "\x08http/1.1";
    SSL_CTX_set_alpn_protos(context, http11, sizeof http11 - 1);
    if (const Status loaded = client.load(settings); !loaded)
        return loaded.error();
    return client;
}

Status TlsClient::load(const LoadTls& settings)
{
    serverName_ = settings.serverName.toUtf8();
    isAddress_ = isIpAddress(serverName_);
    SSL_CTX* context = context_.get();
    if (!settings.pin.isEmpty()) {
        const auto pin = pinDigest(settings.pin);
        if (!pin)
            return Error{
                ErrorCode::Usage, QStringLiteral("The pin must be sha256/ and 32 bytes in base64."), {}, {}};
        pin_ = *pin;
        SSL_CTX_set_verify(context, SSL_VERIFY_NONE, nullptr);
    } else {
        SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nullptr);
        const QByteArray file = QFile::encodeName(settings.caFile);
        const int usable = file.isEmpty() ? SSL_CTX_set_default_verify_paths(context)
                                          : SSL_CTX_load_verify_locations(context, file.constData(), nullptr);
        if (usable != 1)
            return unusable(QStringLiteral("file of authorities"), settings.caFile);
    }
    if (settings.certificateFile.isEmpty())
        return Done{};
    if (SSL_CTX_use_certificate_chain_file(context,
                                           QFile::encodeName(settings.certificateFile).constData()) != 1)
        return unusable(QStringLiteral("client certificate"), settings.certificateFile);
    if (SSL_CTX_use_PrivateKey_file(context, QFile::encodeName(settings.keyFile).constData(),
                                    SSL_FILETYPE_PEM) != 1)
        return unusable(QStringLiteral("client key"), settings.keyFile);
    return Done{};
}

ssl_st* TlsClient::open(int fd) const
{
    SSL* session = SSL_new(context_.get());
    if (!session)
        return nullptr;
    SSL_set_fd(session, fd);
    SSL_set_connect_state(session);
    if (isAddress_) {
        X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(session), serverName_.constData());
    } else {
        SSL_set1_host(session, serverName_.constData());
        // SSL_set_tlsext_host_name() is a macro with an old-style cast
        SSL_ctrl(session, SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name,
                 const_cast<char*>(serverName_.constData()));
    }
    return session;
}

bool TlsClient::isPinned(ssl_st* session) const
{
    if (pin_.isEmpty())
        return true;
    X509* certificate = SSL_get1_peer_certificate(session);
    if (!certificate)
        return false;
    unsigned char* der = nullptr;
    const int length = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &der);
    QByteArray digest;
    if (length > 0)
        digest = QCryptographicHash::hash(QByteArrayView(reinterpret_cast<const char*>(der), length),
                                          QCryptographicHash::Sha256);
    OPENSSL_free(der);
    X509_free(certificate);
    return digest == pin_;
}

QString TlsClient::reasonOf(ssl_st* session) const
{
    const long verified = SSL_get_verify_result(session);
    const QString text = openSslReason();
    if (verified != X509_V_OK && pin_.isEmpty())
        return QStringLiteral("the certificate is not accepted: %1")
            .arg(QString::fromLatin1(X509_verify_cert_error_string(verified)));
    return QStringLiteral("the TLS handshake failed: %1").arg(text);
}

} // namespace awb
