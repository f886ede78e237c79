#include "core/probe/load/host_addresses.h"

#include <netdb.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <thread>

namespace awb
{

namespace
{

constexpr std::chrono::milliseconds slice{50};
constexpr std::size_t mostAddresses = 16;

struct Lookup
{
    std::mutex mutex;
    std::condition_variable done;
    bool isDone = false;
    int code = 0;
    std::vector<SocketAddress> addresses;
};

void lookUp(const std::shared_ptr<Lookup>& lookup, const QByteArray& host, const QByteArray& port)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_NUMERICSERV;
    addrinfo* found = nullptr;
    const int code = ::getaddrinfo(host.constData(), port.constData(), &hints, &found);
    std::vector<SocketAddress> addresses;
    for (const addrinfo* at = found; at && addresses.size() < mostAddresses; at = at->ai_next) {
        if (at->ai_addrlen > sizeof(sockaddr_storage) ||
            (at->ai_family != AF_INET && at->ai_family != AF_INET6))
            continue;
        SocketAddress address;
        std::memcpy(&address.storage, at->ai_addr, at->ai_addrlen);
        address.length = at->ai_addrlen;
        addresses.push_back(address);
    }
    if (found)
        ::freeaddrinfo(found);
    const std::scoped_lock lock(lookup->mutex);
    lookup->code = code;
    lookup->addresses = std::move(addresses);
    lookup->isDone = true;
    lookup->done.notify_all();
}

Error cancelled()
{
    return {ErrorCode::Cancelled, QStringLiteral("Stopped before anything was sent."), {}, {}};
}

// Empty: it accepts connections. Else why not.
QString whyNot(const SocketAddress& address, std::chrono::milliseconds limit, const std::stop_token& stop)
{
    const int fd = ::socket(address.storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return QString::fromLocal8Bit(std::strerror(errno));
    int code = 0;
    if (::connect(fd, reinterpret_cast<const sockaddr*>(&address.storage), address.length) != 0)
        code = errno;
    const auto until = std::chrono::steady_clock::now() + limit;
    while (code == EINPROGRESS && !stop.stop_requested()) {
        pollfd wait{fd, POLLOUT, 0};
        if (::poll(&wait, 1, static_cast<int>(slice.count())) > 0) {
            socklen_t length = sizeof code;
            ::getsockopt(fd, SOL_SOCKET, SO_ERROR, &code, &length);
        } else if (std::chrono::steady_clock::now() > until) {
            code = ETIMEDOUT;
        }
    }
    ::close(fd);
    return code == 0 ? QString() : QString::fromLocal8Bit(std::strerror(code));
}

} // namespace

Result<std::vector<SocketAddress>> reachableAddresses(const QString& host, quint16 port,
                                                      std::chrono::milliseconds limit, std::stop_token stop)
{
    const auto lookup = std::make_shared<Lookup>();
    std::thread(lookUp, lookup, host.toUtf8(), QByteArray::number(port)).detach();
    const auto until = std::chrono::steady_clock::now() + limit;
    std::unique_lock lock(lookup->mutex);
    while (!lookup->done.wait_for(lock, slice, [&] { return lookup->isDone; })) {
        if (stop.stop_requested())
            return cancelled();
        if (std::chrono::steady_clock::now() > until)
            return Error{
                ErrorCode::Timeout, QStringLiteral("The name %1 is not resolved in time.").arg(host), {}, {}};
    }
    if (lookup->code != 0 || lookup->addresses.empty())
        return Error{ErrorCode::Unreachable,
                     QStringLiteral("The name %1 is not resolved: %2.")
                         .arg(host, QString::fromLocal8Bit(::gai_strerror(lookup->code))),
                     {},
                     {}};
    std::vector<SocketAddress> reachable;
    QString reason;
    for (const SocketAddress& address : lookup->addresses) {
        const QString why = whyNot(address, limit, stop);
        if (stop.stop_requested())
            return cancelled();
        if (why.isEmpty())
            reachable.push_back(address);
        else
            reason = QStringLiteral("%1: %2").arg(address.text(), why);
    }
    if (reachable.empty())
        return Error{ErrorCode::Unreachable, QStringLiteral("Nobody answers at %1.").arg(reason), {}, {}};
    return reachable;
}

} // namespace awb
