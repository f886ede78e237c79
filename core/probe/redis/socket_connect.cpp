#include "core/probe/redis/socket_connect.h"

#include "core/probe/probe.h"

#include <QHostAddress>
#include <QHostInfo>

#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <thread>

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace awb
{

namespace
{

using std::chrono::milliseconds;
constexpr milliseconds slice{50};

Unexpected failure(ErrorCode code, QString message, QString detail = {})
{
    return Unexpected(Error{code, std::move(message), std::move(detail), {}});
}

struct Lookup
{
    std::mutex mutex;
    std::condition_variable wake;
    bool done = false;
    QHostInfo found;
};

struct Address
{
    sockaddr_storage storage{};
    socklen_t size = 0;
};

Address nativeAddress(const QHostAddress& address, quint16 port)
{
    Address native;
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        sockaddr_in in{};
        in.sin_family = AF_INET;
        in.sin_port = htons(port);
        in.sin_addr.s_addr = htonl(address.toIPv4Address());
        std::memcpy(&native.storage, &in, sizeof in);
        native.size = sizeof in;
    } else {
        sockaddr_in6 in{};
        in.sin6_family = AF_INET6;
        in.sin6_port = htons(port);
        const Q_IPV6ADDR bytes = address.toIPv6Address();
        std::memcpy(&in.sin6_addr, bytes.c, sizeof bytes.c);
        std::memcpy(&native.storage, &in, sizeof in);
        native.size = sizeof in;
    }
    return native;
}

// 0: connected; an errno; -1: stopped or out of time.
int waitConnected(int descriptor, ProbeContext& context, std::chrono::steady_clock::time_point deadline)
{
    for (;;) {
        if (context.stopRequested() || context.expired() || std::chrono::steady_clock::now() >= deadline)
            return -1;
        pollfd wait{descriptor, POLLOUT, 0};
        const int ready = ::poll(&wait, 1, static_cast<int>(slice.count()));
        if (ready < 0 && errno != EINTR)
            return errno;
        if (ready > 0) {
            int error = 0;
            socklen_t size = sizeof error;
            ::getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &size);
            return error;
        }
    }
}

int beginConnect(const Address& address)
{
    const int descriptor = ::socket(address.storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return -1;
    const int on = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    sockaddr_storage storage = address.storage;
    void* raw = &storage;
    if (::connect(descriptor, static_cast<sockaddr*>(raw), address.size) != 0 && errno != EINPROGRESS) {
        const int error = errno;
        ::close(descriptor);
        errno = error;
        return -1;
    }
    return descriptor;
}

} // namespace

Result<QList<QHostAddress>> resolveHost(const QString& host, ProbeContext& context, milliseconds limit)
{
    QHostAddress literal;
    if (literal.setAddress(host))
        return QList<QHostAddress>{literal};
    auto lookup = std::make_shared<Lookup>();
    std::thread([lookup, host] {
        QHostInfo found = QHostInfo::fromName(host);
        const std::lock_guard lock(lookup->mutex);
        lookup->found = std::move(found);
        lookup->done = true;
        lookup->wake.notify_all();
    }).detach();
    const auto deadline = std::chrono::steady_clock::now() + limit;
    std::unique_lock lock(lookup->mutex);
    while (!lookup->wake.wait_for(lock, slice, [&] { return lookup->done; })) {
        if (context.stopRequested())
            return failure(ErrorCode::Cancelled, QStringLiteral("Stopped while looking up %1.").arg(host));
        if (context.expired() || std::chrono::steady_clock::now() >= deadline)
            return failure(ErrorCode::Timeout,
                           QStringLiteral("The name %1 could not be looked up in time.").arg(host));
    }
    if (lookup->found.addresses().isEmpty())
        return failure(
            ErrorCode::Unreachable,
            QStringLiteral("The name %1 is not known here; check the host in the profile.").arg(host),
            lookup->found.errorString());
    return lookup->found.addresses();
}

Result<int> connectSocket(const QList<QHostAddress>& addresses, quint16 port, const QString& label,
                          ProbeContext& context, milliseconds limit)
{
    const auto deadline = std::chrono::steady_clock::now() + limit;
    int error = EHOSTUNREACH;
    for (const QHostAddress& address : addresses) {
        const int descriptor = beginConnect(nativeAddress(address, port));
        if (descriptor < 0) {
            error = errno;
            continue;
        }
        const int outcome = waitConnected(descriptor, context, deadline);
        if (outcome == 0)
            return descriptor;
        ::close(descriptor);
        if (context.stopRequested())
            return failure(ErrorCode::Cancelled,
                           QStringLiteral("Stopped while connecting to %1.").arg(label));
        if (outcome < 0)
            return failure(ErrorCode::Timeout,
                           QStringLiteral("%1 does not answer; is a firewall in between?").arg(label));
        error = outcome;
    }
    const QString why = error == ECONNREFUSED ? QStringLiteral("nobody listens there (connection refused)")
                                              : QString::fromLocal8Bit(std::strerror(error));
    return failure(ErrorCode::Unreachable, QStringLiteral("Cannot connect to %1: %2.").arg(label, why));
}

} // namespace awb
