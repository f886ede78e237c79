#include "tests/support/cut_relay.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace awb::test
{

namespace
{

sockaddr_in loopback(quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

sockaddr* plain(sockaddr_in& address)
{
    void* raw = &address;
    return static_cast<sockaddr*>(raw);
}

void reset(int socket)
{
    const linger now{1, 0};
    ::setsockopt(socket, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    ::close(socket);
}

// Bytes passed on, 0 at the end of the stream.
qint64 pass(int from, int to, qint64 atMost)
{
    char bytes[16384];
    const auto wanted = static_cast<std::size_t>(std::min<qint64>(atMost, sizeof bytes));
    const ssize_t got = ::recv(from, bytes, wanted, 0);
    if (got <= 0 || ::send(to, bytes, static_cast<std::size_t>(got), MSG_NOSIGNAL) != got)
        return 0;
    return got;
}

} // namespace

CutRelay::CutRelay(quint16 serverPort, qint64 cutAfterBytes, Greeting greeting)
    : serverPort_(serverPort),
      cutAfter_(cutAfterBytes),
      greeting_(std::move(greeting)),
      listener_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    ::bind(listener_, plain(address), size);
    ::listen(listener_, 128);
    ::getsockname(listener_, plain(address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
}

CutRelay::~CutRelay()
{
    over_ = true;
    thread_.join();
    for (std::thread& pump : pumps_)
        pump.join();
    ::close(listener_);
}

void CutRelay::serve()
{
    while (!over_) {
        pollfd wait{listener_, POLLIN, 0};
        if (::poll(&wait, 1, 20) <= 0)
            continue;
        const int client = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (client >= 0)
            pumps_.emplace_back([this, client] { pump(client); });
    }
}

void CutRelay::pump(int client)
{
    const int server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(serverPort_);
    bool open = (!greeting_ || greeting_(client)) && ::connect(server, plain(address), sizeof address) == 0;
    qint64 said = 0;
    while (open && !over_ && said < cutAfter_) {
        pollfd wait[2] = {{client, POLLIN, 0}, {server, POLLIN, 0}};
        if (::poll(wait, 2, 20) <= 0)
            continue;
        if (wait[0].revents != 0)
            open = pass(client, server, cutAfter_) > 0;
        if (open && wait[1].revents != 0) {
            const qint64 got = pass(server, client, cutAfter_ - said);
            said += got;
            open = got > 0;
        }
    }
    cuts_ += said >= cutAfter_ ? 1 : 0;
    reset(client);
    ::close(server);
}

} // namespace awb::test
