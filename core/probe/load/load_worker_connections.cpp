// A worker's connections: opened through a proxy and with TLS, put to use, given up.

#include "core/probe/load/load_worker.h"
#include "core/probe/load/tls_client.h"

#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace awb
{

using Phase = LoadConnection::Phase;

namespace
{

constexpr qint64 msNs = 1'000'000;
constexpr int failuresThatEndIt = 3;

LoadFault connectFault(int code)
{
    return code == ECONNREFUSED ? LoadFault::Refused : LoadFault::Unreachable;
}

} // namespace

void LoadWorker::handle(LoadConnection* connection, quint32 events)
{
    switch (connection->phase) {
    case Phase::Closed:
        return;
    case Phase::Connecting: {
        int code = 0;
        socklen_t length = sizeof code;
        ::getsockopt(connection->fd, SOL_SOCKET, SO_ERROR, &code, &length);
        if (code != 0)
            failConnect(connection, connectFault(code), QString::fromLocal8Bit(std::strerror(code)));
        else if (events & EPOLLOUT)
            onConnected(connection);
        return;
    }
    case Phase::Proxy:
        if (events & EPOLLOUT)
            flush(connection);
        if (connection->phase == Phase::Proxy && (events & (EPOLLIN | EPOLLERR | EPOLLHUP)))
            readProxy(connection);
        return;
    case Phase::Handshake:
        shakeHands(connection);
        return;
    case Phase::Busy:
        if ((events & EPOLLOUT) && (connection->armed & EPOLLOUT))
            flush(connection);
        if (connection->phase != Phase::Busy)
            return;
        [[fallthrough]];
    case Phase::Idle:
        if (events & (EPOLLIN | EPOLLERR | EPOLLHUP))
            receive(connection);
        return;
    }
}

// Open loop: enough for what waits, and as many as at the start. Closed loop: every user has one.
void LoadWorker::openMore(qint64 now)
{
    if (now < notBefore_)
        return;
    const std::size_t existing = connections_.size() - unused_.size();
    const auto atLeast = static_cast<std::size_t>(run_.connections);
    const auto most = static_cast<std::size_t>(run_.mostInFlight);
    std::size_t wanted = existing < atLeast ? atLeast - existing : 0;
    if (queue_.size() > opening_.size())
        wanted = std::max(wanted, queue_.size() - opening_.size());
    wanted = std::min(wanted, most - std::min(existing, most));
    for (; wanted > 0 && now >= notBefore_; --wanted) {
        LoadConnection* connection = nullptr;
        if (!unused_.empty()) {
            connection = unused_.back();
            unused_.pop_back();
        } else {
            connections_.push_back(std::make_unique<LoadConnection>());
            connection = connections_.back().get();
            connection->number = static_cast<quint32>(connections_.size() - 1);
        }
        open(connection);
    }
}

void LoadWorker::open(LoadConnection* connection)
{
    const SocketAddress& address = run_.addresses[nextAddress_++ % run_.addresses.size()];
    const auto* peer = reinterpret_cast<const sockaddr*>(&address.storage);
    connection->since = monotonicNs();
    connection->phase = Phase::Connecting;
    connection->served = 0;
    opening_.append(connection);
    connection->fd = ::socket(peer->sa_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (connection->fd < 0) {
        run_.note(LoadFault::Unreachable, QString::fromLocal8Bit(std::strerror(errno)));
        failConnect(connection, LoadFault::Unreachable, {});
        return;
    }
    const int on = 1;
    ::setsockopt(connection->fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (hasBegun())
        ++counts().opened;
    if (::connect(connection->fd, peer, address.length) != 0 && errno != EINPROGRESS) {
        failConnect(connection, connectFault(errno), QString::fromLocal8Bit(std::strerror(errno)));
        return;
    }
    arm(connection, EPOLLOUT);
}

void LoadWorker::close(LoadConnection* connection)
{
    if (connection->tls)
        SSL_free(connection->tls);
    connection->tls = nullptr;
    if (connection->fd >= 0)
        ::close(connection->fd);
    connection->fd = -1;
    connection->armed = 0;
    ++connection->generation;
    connection->phase = Phase::Closed;
}

void LoadWorker::arm(LoadConnection* connection, quint32 events)
{
    if (connection->armed == events)
        return;
    epoll_event event{};
    event.events = events;
    event.data.u64 = (quint64{connection->generation} << 32) | connection->number;
    ::epoll_ctl(epoll_, connection->armed ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, connection->fd, &event);
    connection->armed = events;
}

void LoadWorker::onConnected(LoadConnection* connection)
{
    if (plan_.proxy && plan_.tls) {
        const QByteArray host =
            (plan_.host.contains(QLatin1Char(':')) ? QLatin1Char('[') + plan_.host + QLatin1Char(']')
                                                   : plan_.host)
                .toUtf8() +
            ':' + QByteArray::number(plan_.port);
        QByteArray request = "CONNECT " + host + " HTTP/1.1\r\nHost: " + host + "\r\n";
        if (!plan_.proxy->authorization.isEmpty())
            request += "Proxy-Authorization: " + plan_.proxy->authorization + "\r\n";
        connection->own = (request + "\r\n").toStdString();
        connection->sentBytes = 0;
        connection->phase = Phase::Proxy;
        connection->parser.begin(HttpResponseParser::Request::Connect);
        flush(connection);
    } else if (plan_.tls) {
        startHandshake(connection);
    } else {
        onUsable(connection);
    }
}

void LoadWorker::startHandshake(LoadConnection* connection)
{
    connection->phase = Phase::Handshake;
    connection->tls = run_.tls->open(connection->fd);
    if (connection->tls)
        shakeHands(connection);
    else
        failConnect(connection, LoadFault::Tls, QStringLiteral("OpenSSL has no memory"));
}

void LoadWorker::shakeHands(LoadConnection* connection)
{
    const int done = SSL_do_handshake(connection->tls);
    if (done == 1) {
        if (run_.tls->isPinned(connection->tls))
            onUsable(connection);
        else
            failConnect(connection, LoadFault::Tls, QStringLiteral("the server's key is not the pinned one"));
        return;
    }
    const int wants = SSL_get_error(connection->tls, done);
    if (wants == SSL_ERROR_WANT_READ)
        arm(connection, EPOLLIN);
    else if (wants == SSL_ERROR_WANT_WRITE)
        arm(connection, EPOLLOUT);
    else
        failConnect(connection, LoadFault::Tls, run_.tls->reasonOf(connection->tls));
}

void LoadWorker::readProxy(LoadConnection* connection)
{
    bool orderly = false;
    const qint64 got = read(connection, orderly);
    if (got < 0)
        return;
    if (got == 0) {
        failConnect(connection, LoadFault::Proxy, QStringLiteral("the proxy closed the connection"));
        return;
    }
    const auto used = connection->parser.feed(buffer_.data(), static_cast<std::size_t>(got));
    const bool whole = connection->parser.isComplete() && used == static_cast<std::size_t>(got);
    const int status = connection->parser.status();
    if (whole && status / 100 == 2)
        startHandshake(connection);
    else if (connection->parser.isBad() || connection->parser.isComplete() ||
             (status != 0 && status / 100 != 2))
        failConnect(connection, LoadFault::Proxy, QStringLiteral("the proxy answered %1").arg(status));
}

void LoadWorker::onUsable(LoadConnection* connection)
{
    opening_.remove(connection);
    arm(connection, EPOLLIN);
    failedInARow_ = 0;
    run_.everConnected.store(true, std::memory_order_relaxed);
    counts().connect.record(static_cast<quint64>(std::max<qint64>(0, monotonicNs() - connection->since)) /
                            1000);
    if (connection->hasArrival) { // a repetition after a stale reuse
        connection->since = monotonicNs();
        send(connection);
    } else {
        becomeIdle(connection);
    }
}

void LoadWorker::becomeIdle(LoadConnection* connection)
{
    connection->phase = Phase::Idle;
    if (!openLoop_) {
        beginClosedLoop(connection, monotonicNs());
        return;
    }
    if (queue_.empty()) {
        idle_.append(connection);
        return;
    }
    const Arrival next = queue_.front();
    queue_.pop_front();
    assign(connection, next, false);
}

void LoadWorker::failConnect(LoadConnection* connection, LoadFault fault, const QString& reason)
{
    constexpr qint64 shortestPause = 20 * msNs;
    constexpr qint64 longestPause = 500 * msNs;
    opening_.remove(connection);
    const qint64 now = monotonicNs();
    if (!reason.isEmpty())
        run_.note(fault, reason);
    if (connection->hasArrival) {
        countFailure(connection->arrival, fault, now);
    } else if (!queue_.empty()) {
        countFailure(queue_.front(), fault, now);
        queue_.pop_front();
    } else if (!openLoop_) {
        countFailure({0, now}, fault, now); // the user's next request
    }
    connection->hasArrival = false;
    close(connection);
    unused_.push_back(connection);
    ++failedInARow_;
    notBefore_ = now + std::min(longestPause, shortestPause * failedInARow_);
    if (failedInARow_ >= failuresThatEndIt && !run_.everConnected.load(std::memory_order_relaxed))
        run_.askToStop(LoadStop::NeverConnected);
}

} // namespace awb
