#include "tests/support/http_peer.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>
#include <QThread>
#include <QUrl>
#include <QUrlQuery>

#include <condition_variable>

namespace awb::test
{

namespace
{

constexpr int slice = 20; // ms
constexpr qsizetype largestHead = 1024 * 1024;

// Hands the descriptors of new connections to another thread.
class Listener : public QTcpServer
{
public:
    QList<qintptr> waiting;

protected:
    void incomingConnection(qintptr descriptor) override { waiting.append(descriptor); }
};

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

PeerRequest parseHead(const QByteArray& head)
{
    PeerRequest request;
    const QList<QByteArray> lines = head.split('\n');
    const QList<QByteArray> words = lines.value(0).trimmed().split(' ');
    request.method = words.value(0);
    request.target = words.value(1);
    for (const QByteArray& line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            request.headers.append({line.left(colon).trimmed(), line.mid(colon + 1).trimmed()});
    }
    return request;
}

// A body in chunks out of `buffer`, of which it is taken; false when `more` brings nothing any longer.
bool takeChunks(QByteArray& buffer, QByteArray& body, const std::function<bool()>& more)
{
    qsizetype at = 0;
    for (;;) {
        qsizetype line = -1;
        while ((line = buffer.indexOf("\r\n", at)) < 0) {
            if (!more())
                return false;
        }
        const qint64 size = buffer.mid(at, line - at).split(';').value(0).trimmed().toLongLong(nullptr, 16);
        at = line + 2;
        while (buffer.size() < at + size + 2) {
            if (!more())
                return false;
        }
        body += buffer.mid(at, static_cast<qsizetype>(size));
        at += static_cast<qsizetype>(size) + 2;
        if (size <= 0)
            break;
    }
    buffer.remove(0, at);
    return true;
}

} // namespace

QByteArray PeerRequest::header(const char* name) const
{
    for (const auto& [key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QByteArray PeerRequest::query(const char* name) const
{
    const qsizetype question = target.indexOf('?');
    return question < 0 ? QByteArray()
                        : QUrlQuery(QString::fromLatin1(target.mid(question + 1)))
                              .queryItemValue(QString::fromLatin1(name))
                              .toUtf8();
}

bool PeerLine::send(const QByteArray& bytes)
{
    if (over_ || socket_.state() != QAbstractSocket::ConnectedState)
        return false;
    socket_.write(bytes);
    while (!over_ && socket_.bytesToWrite() > 0) {
        if (!socket_.waitForBytesWritten(slice) && socket_.state() != QAbstractSocket::ConnectedState)
            return false;
    }
    return !over_;
}

void PeerLine::waitUntilGone()
{
    while (!over_ && socket_.state() == QAbstractSocket::ConnectedState) {
        if (socket_.waitForReadyRead(slice))
            socket_.readAll();
    }
}

void PeerLine::pause(int ms)
{
    QElapsedTimer timer;
    timer.start();
    while (!over_ && timer.elapsed() < ms)
        QThread::msleep(5);
}

void PeerLine::close()
{
    socket_.disconnectFromHost();
    if (socket_.state() != QAbstractSocket::UnconnectedState)
        socket_.waitForDisconnected(500);
}

QByteArray reply(int status, const QByteArray& body, const QList<QByteArray>& headers)
{
    QByteArray text = "HTTP/1.1 " + QByteArray::number(status) + " Said\r\n";
    for (const QByteArray& header : headers)
        text += header + "\r\n";
    return text + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray jsonReply(const QByteArray& body, const QList<QByteArray>& headers, int status)
{
    return reply(status, body, QList<QByteArray>{"Content-Type: application/json"} + headers);
}

HttpPeer::HttpPeer(Handler handler) : HttpPeer(std::move(handler), Options()) {}

HttpPeer::HttpPeer(Handler handler, Options options)
    : handler_(std::move(handler)),
      options_(std::move(options))
{
    std::mutex mutex;
    std::condition_variable ready;
    thread_ = std::thread([&, this] {
        Listener listener;
        listener.listen(options_.ipv6 ? QHostAddress::LocalHostIPv6 : QHostAddress::LocalHost);
        {
            const std::scoped_lock lock(mutex);
            port_ = listener.serverPort();
            ready.notify_one();
        }
        while (!over_) {
            listener.waitForNewConnection(slice);
            for (const qintptr descriptor : std::exchange(listener.waiting, {}))
                talks_.emplace_back([this, descriptor] { talk(descriptor); });
        }
        for (std::thread& talking : talks_)
            talking.join();
    });
    std::unique_lock lock(mutex);
    ready.wait(lock, [this] { return port_ != 0; });
}

HttpPeer::~HttpPeer()
{
    over_ = true;
    thread_.join();
}

QString HttpPeer::url(const QString& path) const
{
    return QStringLiteral("%1://%2:%3%4")
        .arg(options_.certificate.isEmpty() ? QStringLiteral("http") : QStringLiteral("https"),
             options_.ipv6 ? QStringLiteral("[::1]") : QStringLiteral("127.0.0.1"), QString::number(port_),
             path);
}

QList<PeerRequest> HttpPeer::seen() const
{
    const std::scoped_lock lock(mutex_);
    return seen_;
}

void HttpPeer::forget()
{
    const std::scoped_lock lock(mutex_);
    seen_.clear();
}

void HttpPeer::talk(qintptr descriptor)
{
    QSslSocket socket;
    socket.setSocketDescriptor(descriptor);
    if (!options_.certificate.isEmpty()) {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificateChain(QSslCertificate::fromData(contents(options_.certificate)));
        tls.setPrivateKey(QSslKey(contents(options_.key), QSsl::Ec));
        tls.setPeerVerifyMode(options_.clientCa.isEmpty() ? QSslSocket::VerifyNone : QSslSocket::VerifyPeer);
        if (!options_.clientCa.isEmpty())
            tls.setCaCertificates(QSslCertificate::fromData(contents(options_.clientCa)));
        socket.setSslConfiguration(tls);
        socket.startServerEncryption();
        while (!over_ && !socket.isEncrypted() && socket.state() == QAbstractSocket::ConnectedState)
            socket.waitForEncrypted(slice);
        if (!socket.isEncrypted())
            return;
    }
    PeerLine line(socket, over_);
    converse(socket, line);
    line.close();
}

void HttpPeer::converse(QTcpSocket& socket, PeerLine& line)
{
    QByteArray buffer;
    const auto more = [&] {
        while (!over_ && socket.state() == QAbstractSocket::ConnectedState) {
            if (socket.bytesAvailable() > 0 || socket.waitForReadyRead(slice)) {
                buffer += socket.readAll();
                return true;
            }
        }
        return false;
    };
    while (!over_) {
        qsizetype end = -1;
        while ((end = buffer.indexOf("\r\n\r\n")) < 0) {
            if (buffer.size() > largestHead || !more())
                return;
        }
        PeerRequest request = parseHead(buffer.left(end));
        buffer.remove(0, end + 4);
        const bool expects = request.header("Expect") == "100-continue";
        if (!(expects && options_.expectToHandler)) {
            if (expects && options_.answersExpect)
                line.send("HTTP/1.1 100 Continue\r\n\r\n");
            if (request.header("Transfer-Encoding") == "chunked" && !takeChunks(buffer, request.body, more))
                return;
            const qint64 length = request.header("Content-Length").toLongLong();
            while (buffer.size() < length) {
                if (!more())
                    return;
            }
            request.body += buffer.left(static_cast<qsizetype>(length));
            buffer.remove(0, static_cast<qsizetype>(length));
        }
        {
            const std::scoped_lock lock(mutex_);
            seen_.append(request);
        }
        handler_(line, request);
        if (socket.state() != QAbstractSocket::ConnectedState)
            return;
    }
}

} // namespace awb::test
