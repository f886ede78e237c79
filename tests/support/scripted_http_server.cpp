#include "tests/support/scripted_http_server.h"

#include <QFile>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>

namespace awb::test
{

namespace
{

bool waitFor(int fd, short events, const std::atomic<bool>& stop)
{
    while (!stop) {
        pollfd wait{fd, events, 0};
        if (::poll(&wait, 1, 20) > 0)
            return true;
    }
    return false;
}

bool writeAll(int fd, SSL* tls, const QByteArray& bytes)
{
    qsizetype at = 0;
    while (at < bytes.size()) {
        const int size = static_cast<int>(bytes.size() - at);
        const auto done =
            tls ? static_cast<ssize_t>(SSL_write(tls, bytes.constData() + at, size))
                : ::send(fd, bytes.constData() + at, static_cast<std::size_t>(size), MSG_NOSIGNAL);
        if (done <= 0)
            return false;
        at += done;
    }
    return true;
}

void pause(int ms, const std::atomic<bool>& stop)
{
    const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(ms);
    while (!stop && std::chrono::steady_clock::now() < until)
        std::this_thread::sleep_for(std::chrono::milliseconds(std::min(ms, 5)));
}

// The length of the first request in the bytes, its body included; 0: it is not whole yet.
qsizetype requestLength(const QByteArray& bytes)
{
    const qsizetype head = bytes.indexOf("\r\n\r\n");
    if (head < 0)
        return 0;
    qsizetype length = head + 4;
    const qsizetype at = bytes.first(head).toLower().indexOf("\r\ncontent-length:");
    if (at >= 0)
        length += bytes.mid(at + 17, bytes.indexOf("\r\n", at + 2) - at - 17).trimmed().toLongLong();
    return bytes.size() >= length ? length : 0;
}

} // namespace

HttpReply HttpReply::ok(const QByteArray& body)
{
    return of("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

HttpReply HttpReply::of(const QByteArray& wholeAnswer, End end)
{
    HttpReply reply;
    reply.pieces = {wholeAnswer};
    reply.end = end;
    return reply;
}

HttpReply HttpReply::status(int code, const QByteArray& headers)
{
    return of("HTTP/1.1 " + QByteArray::number(code) + " X\r\nContent-Length: 0\r\n" + headers + "\r\n");
}

ScriptedHttpServer::ScriptedHttpServer(Handler handler) : ScriptedHttpServer(std::move(handler), Options{}) {}

ScriptedHttpServer::ScriptedHttpServer(Handler handler, const Options& options) : handler_(std::move(handler))
{
    if (!options.certificate.isEmpty() && !useTls(options))
        return;
    if (listenOn(options.ipv6))
        acceptor_ = std::thread([this] { acceptAll(); });
}

ScriptedHttpServer::~ScriptedHttpServer()
{
    stop_ = true;
    if (acceptor_.joinable())
        acceptor_.join();
    {
        const std::scoped_lock lock(mutex_);
        for (const int fd : open_)
            ::shutdown(fd, SHUT_RDWR);
    }
    for (std::thread& thread : threads_)
        thread.join();
    if (listener_ >= 0)
        ::close(listener_);
    SSL_CTX_free(tls_);
}

bool ScriptedHttpServer::useTls(const Options& options)
{
    tls_ = SSL_CTX_new(TLS_server_method());
    const bool usable =
        SSL_CTX_use_certificate_chain_file(tls_, QFile::encodeName(options.certificate).constData()) == 1 &&
        SSL_CTX_use_PrivateKey_file(tls_, QFile::encodeName(options.key).constData(), SSL_FILETYPE_PEM) == 1;
    if (!usable) {
        error_ = QStringLiteral("the certificate %1 cannot be used").arg(options.certificate);
        return false;
    }
    if (options.clientCa.isEmpty())
        return true;
    SSL_CTX_set_verify(tls_, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
    return SSL_CTX_load_verify_locations(tls_, QFile::encodeName(options.clientCa).constData(), nullptr) == 1;
}

bool ScriptedHttpServer::listenOn(bool ipv6)
{
    sockaddr_in6 six{};
    six.sin6_family = AF_INET6;
    six.sin6_addr = in6addr_loopback;
    sockaddr_in four{};
    four.sin_family = AF_INET;
    four.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto* address = ipv6 ? reinterpret_cast<sockaddr*>(&six) : reinterpret_cast<sockaddr*>(&four);
    socklen_t length = ipv6 ? sizeof six : sizeof four;
    listener_ = ::socket(address->sa_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (listener_ < 0 || ::bind(listener_, address, length) != 0 || ::listen(listener_, 1024) != 0 ||
        ::getsockname(listener_, address, &length) != 0) {
        error_ = QStringLiteral("cannot listen on loopback");
        return false;
    }
    port_ = ntohs(ipv6 ? six.sin6_port : four.sin_port);
    return true;
}

void ScriptedHttpServer::acceptAll()
{
    while (waitFor(listener_, POLLIN, stop_)) {
        const int fd = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (fd < 0)
            continue;
        const int on = 1;
        ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        ++accepted_;
        const std::scoped_lock lock(mutex_);
        open_.insert(fd);
        threads_.emplace_back([this, fd] { serve(fd); });
    }
}

void ScriptedHttpServer::serve(int fd)
{
    sigset_t pipe; // SSL_write() to a client that is gone
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    ::pthread_sigmask(SIG_BLOCK, &pipe, nullptr);
    SSL* tls = tls_ ? SSL_new(tls_) : nullptr;
    bool alive = true;
    if (tls) {
        SSL_set_fd(tls, fd);
        alive = SSL_accept(tls) == 1;
    }
    QByteArray bytes;
    int before = 0;
    while (alive) {
        if (!(tls && SSL_has_pending(tls)) && !waitFor(fd, POLLIN, stop_))
            break;
        char piece[16384];
        const auto got = tls ? static_cast<ssize_t>(SSL_read(tls, piece, sizeof piece))
                             : ::recv(fd, piece, sizeof piece, 0);
        if (got <= 0)
            break;
        bytes.append(piece, got);
        while (alive) {
            const qsizetype length = requestLength(bytes);
            if (length == 0)
                break;
            const QByteArray request = bytes.first(length);
            bytes.remove(0, length);
            ++requests_;
            alive = answer(fd, tls, handler_(request, before++));
        }
    }
    if (tls) {
        SSL_shutdown(tls);
        SSL_free(tls);
    }
    const std::scoped_lock lock(mutex_);
    open_.erase(fd);
    ::close(fd);
}

bool ScriptedHttpServer::answer(int fd, SSL* tls, const HttpReply& reply)
{
    pause(reply.delayMs, stop_);
    bool first = true;
    for (const QByteArray& piece : reply.pieces) {
        if (!first)
            pause(reply.pauseMs, stop_);
        first = false;
        if (!writeAll(fd, tls, piece))
            return false;
    }
    const QByteArray filler(65536, 'x');
    for (qint64 left = reply.endless; left > 0 && !stop_; left -= filler.size()) {
        if (!writeAll(fd, tls, filler))
            return false;
    }
    if (reply.end == HttpReply::End::Reset) {
        const linger now{1, 0};
        ::setsockopt(fd, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    }
    return reply.end == HttpReply::End::Keep;
}

} // namespace awb::test
