#include "core/probe/redis/redis_client.h"

#include "core/probe/probe.h"
#include "core/probe/redis/socket_connect.h"

#include <QFile>
#include <QHostAddress>
#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslCipher>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpSocket>

#include <algorithm>

#include <unistd.h>

namespace awb
{

namespace
{

using std::chrono::milliseconds;
using SteadyClock = std::chrono::steady_clock;
constexpr int sliceMs = 50;
constexpr qsizetype chunkBytes = 64 * 1024;
constexpr qint64 socketBuffer = 256 * 1024;

Unexpected failure(ErrorCode code, QString message, QString detail = {}, QString remedy = {})
{
    return Unexpected(Error{code, std::move(message), std::move(detail), std::move(remedy)});
}

} // namespace

struct RedisClient::Wire
{
    QList<QHostAddress> addresses;
    std::unique_ptr<QTcpSocket> socket;
    QSslSocket* ssl = nullptr; // the same socket, when it speaks TLS
    std::unique_ptr<RespReader> reader;
    QByteArray out;
    QByteArray chunk = QByteArray(chunkBytes, Qt::Uninitialized);
};

RedisClient::RedisClient(RedisEndpoint endpoint, Secret password, ProbeContext& context,
                         RedisClientOptions options)
    : endpoint_(std::move(endpoint)),
      password_(std::move(password)),
      context_(context),
      options_(options),
      wire_(std::make_unique<Wire>())
{
}

RedisClient::~RedisClient()
{
    close();
}

void RedisClient::close()
{
    if (wire_->socket)
        wire_->socket->abort();
    wire_->socket.reset();
    wire_->ssl = nullptr;
    wire_->out.clear();
}

bool RedisClient::isOpen() const
{
    return wire_->socket && wire_->socket->state() == QAbstractSocket::ConnectedState;
}

Status RedisClient::open()
{
    if (Status step = resolve(); !step)
        return step;
    if (Status step = connectTcp(); !step)
        return step;
    if (Status step = startTls(); !step)
        return step;
    return login();
}

Status RedisClient::resolve()
{
    auto found = resolveHost(endpoint_.host, context_, options_.connectLimit);
    if (!found)
        return found.error();
    wire_->addresses = std::move(found).value();
    return Done{};
}

Status RedisClient::connectTcp()
{
    close();
    auto descriptor =
        connectSocket(wire_->addresses, endpoint_.port, label(), context_, options_.connectLimit);
    if (!descriptor)
        return descriptor.error();
    if (endpoint_.tls) {
        auto ssl = std::make_unique<QSslSocket>();
        wire_->ssl = ssl.get();
        wire_->socket = std::move(ssl);
    } else {
        wire_->socket = std::make_unique<QTcpSocket>();
    }
    wire_->socket->setProxy(QNetworkProxy::NoProxy);
    wire_->socket->setReadBufferSize(socketBuffer);
    if (!wire_->socket->setSocketDescriptor(*descriptor, QAbstractSocket::ConnectedState)) {
        ::close(*descriptor);
        return failure(ErrorCode::Internal, QStringLiteral("The socket to %1 cannot be used.").arg(label()));
    }
    wire_->reader = std::make_unique<RespReader>(options_.limits);
    return Done{};
}

Status RedisClient::startTls()
{
    if (!endpoint_.tls)
        return Done{};
    QSslSocket& ssl = *wire_->ssl;
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    if (!endpoint_.caFile.isEmpty()) {
        const QList<QSslCertificate> authorities = QSslCertificate::fromPath(endpoint_.caFile);
        if (authorities.isEmpty())
            return failure(
                ErrorCode::Io,
                QStringLiteral("No certificate can be read from %1 (redis ca_file).").arg(endpoint_.caFile));
        configuration.setCaCertificates(authorities);
    }
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    ssl.setSslConfiguration(configuration);
    ssl.setPeerVerifyName(endpoint_.host); // also what SNI names
    ssl.startClientEncryption();
    const auto deadline = SteadyClock::now() + options_.tlsLimit;
    while (!ssl.isEncrypted()) {
        if (Status check = interrupted(deadline, "the TLS handshake (does this port speak TLS?)"); !check)
            return check;
        if (!ssl.waitForEncrypted(sliceMs) && ssl.error() != QAbstractSocket::SocketTimeoutError)
            return certificateError();
    }
    return Done{};
}

Error RedisClient::certificateError() const
{
    const QList<QSslError> errors = wire_->ssl->sslHandshakeErrors();
    if (errors.isEmpty())
        return Error{
            ErrorCode::Unreachable,
            QStringLiteral("%1 does not complete the TLS handshake; does this port speak TLS?").arg(label()),
            wire_->ssl->errorString(),
            {}};
    return Error{ErrorCode::Unreachable,
                 QStringLiteral("The certificate of %1 is not accepted: %2.")
                     .arg(label(), errors.first().errorString().remove(QLatin1Char('\n'))),
                 wire_->ssl->errorString(), QStringLiteral("redis: {ca_file: ca.pem}")};
}

Status RedisClient::login()
{
    const QByteArray user = endpoint_.user.toUtf8();
    if (!user.isEmpty() || !password_.isEmpty()) {
        QByteArrayList words{QByteArrayLiteral("AUTH")};
        if (!user.isEmpty())
            words.append(user);
        words.append(password_.reveal());
        auto reply = command(words, user.isEmpty() ? QStringLiteral("AUTH {secret}")
                                                   : QStringLiteral("AUTH {user} {secret}"));
        words.clear();
        if (!reply)
            return reply.error();
    }
    if (endpoint_.database != 0) {
        auto reply = command({QByteArrayLiteral("SELECT"), QByteArray::number(endpoint_.database)});
        if (!reply)
            return reply.error();
    }
    return Done{};
}

QString RedisClient::tlsSummary() const
{
    if (!wire_->ssl)
        return {};
    const QSslCertificate certificate = wire_->ssl->peerCertificate();
    return QStringLiteral("%1, certificate of %2 issued by %3")
        .arg(wire_->ssl->sessionCipher().protocolString(), certificate.subjectDisplayName(),
             certificate.issuerDisplayName());
}

QDateTime RedisClient::certificateExpiry() const
{
    return wire_->ssl ? wire_->ssl->peerCertificate().expiryDate() : QDateTime();
}

Result<RedisReply> RedisClient::command(const QByteArrayList& words, const QString& recordAs)
{
    context_.sent(recordAs.isEmpty() ? QString::fromUtf8(words.join(' ')) : recordAs);
    append(words);
    if (Status flushed = flush(); !flushed)
        return flushed.error();
    auto reply = read();
    if (reply && reply->isError())
        return errorFrom(*reply);
    return reply;
}

Error RedisClient::errorFrom(const RedisReply& reply) const
{
    return redisError(reply.text, label(), password_);
}

void RedisClient::append(const QByteArray* words, int count)
{
    appendCommand(wire_->out, words, count);
    ++commandsSent_;
}

Status RedisClient::flush()
{
    if (!isOpen())
        return transportError();
    if (wire_->socket->write(wire_->out) != wire_->out.size())
        return transportError();
    wire_->out.clear();
    wire_->socket->flush();
    return Done{};
}

Result<RedisReply> RedisClient::read()
{
    if (!wire_->socket)
        return transportError();
    const auto deadline = SteadyClock::now() + options_.replyLimit;
    for (;;) {
        auto reply = wire_->reader->next();
        Status filled = Done{};
        if (!reply)
            filled = reply.error();
        else if (reply->has_value())
            return std::move(**reply);
        else
            filled = fill(deadline);
        if (!filled) {
            close();
            return filled.error();
        }
    }
}

Status RedisClient::fill(SteadyClock::time_point deadline)
{
    QTcpSocket& socket = *wire_->socket;
    if (socket.bytesAvailable() == 0) {
        if (Status ready = waitReadable(deadline); !ready)
            return ready;
    }
    const qint64 got = socket.read(wire_->chunk.data(), wire_->chunk.size());
    if (got < 0)
        return transportError();
    // A reply that drips one byte at a time also ends here, at its deadline.
    if (Status check = interrupted(deadline, "an answer"); !check)
        return check;
    Status fed = wire_->reader->feed(wire_->chunk.constData(), got);
    if (!fed)
        return failure(fed.error().code, QStringLiteral("%1: %2").arg(label(), fed.error().message));
    return fed;
}

Status RedisClient::waitReadable(SteadyClock::time_point deadline)
{
    QTcpSocket& socket = *wire_->socket;
    for (;;) {
        if (Status check = interrupted(deadline, "an answer"); !check)
            return check;
        if (socket.waitForReadyRead(sliceMs) || socket.bytesAvailable() > 0)
            return Done{};
        if (socket.error() != QAbstractSocket::SocketTimeoutError ||
            socket.state() != QAbstractSocket::ConnectedState)
            return transportError();
    }
}

Status RedisClient::interrupted(SteadyClock::time_point deadline, const char* during)
{
    if (context_.stopRequested())
        return failure(ErrorCode::Cancelled, QStringLiteral("Stopped while waiting for %1.").arg(label()));
    if (context_.expired() || SteadyClock::now() >= deadline)
        return failure(ErrorCode::Timeout,
                       QStringLiteral("%1 did not finish %2 in time.").arg(label(), QLatin1String(during)));
    return Done{};
}

Error RedisClient::transportError() const
{
    const QString detail = wire_->socket ? wire_->socket->errorString() : QString();
    return Error{
        ErrorCode::Unreachable, QStringLiteral("%1 closed the connection.").arg(label()), detail, {}};
}

} // namespace awb
