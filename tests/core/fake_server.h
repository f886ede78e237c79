#pragma once

#include <QByteArray>
#include <QString>

#include <atomic>
#include <functional>
#include <thread>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace awb::test
{

// A hostile server on 127.0.0.1: takes connections one after the other in a thread of its own and lets `talk`
// answer. Raw sockets, so that it can be as rude as it likes.
class FakeServer
{
public:
    // The connection's side of a talk. Everything returns false when the test is over or the client has gone.
    class Line
    {
    public:
        Line(int descriptor, std::atomic<bool>& over) : descriptor_(descriptor), over_(over) {}
        bool waitForRequest() // some bytes came
        {
            char bytes[4096];
            while (!over_) {
                pollfd wait{descriptor_, POLLIN, 0};
                if (::poll(&wait, 1, 20) > 0)
                    return ::recv(descriptor_, bytes, sizeof bytes, 0) > 0;
            }
            return false;
        }
        bool send(const QByteArray& bytes)
        {
            qsizetype done = 0;
            while (!over_ && done < bytes.size()) {
                const auto sent =
                    ::send(descriptor_, bytes.constData() + done,
                           static_cast<std::size_t>(bytes.size() - done), MSG_NOSIGNAL | MSG_DONTWAIT);
                if (sent > 0) {
                    done += sent;
                    continue;
                }
                pollfd wait{descriptor_, POLLOUT, 0};
                ::poll(&wait, 1, 20);
                if (wait.revents & (POLLERR | POLLHUP))
                    return false;
            }
            return done == bytes.size();
        }
        void waitUntilGone()
        {
            char byte = 0;
            while (!over_) {
                pollfd wait{descriptor_, POLLIN, 0};
                if (::poll(&wait, 1, 20) > 0 && ::recv(descriptor_, &byte, 1, 0) <= 0)
                    return;
            }
        }

    private:
        int descriptor_;
        std::atomic<bool>& over_;
    };

    explicit FakeServer(std::function<void(Line&)> talk) : talk_(std::move(talk))
    {
        listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        void* raw = &address;
        ::bind(listener_, static_cast<sockaddr*>(raw), size);
        ::listen(listener_, 8);
        ::getsockname(listener_, static_cast<sockaddr*>(raw), &size);
        port_ = ntohs(address.sin_port);
        thread_ = std::thread([this] { serve(); });
    }
    ~FakeServer()
    {
        over_ = true;
        thread_.join();
        ::close(listener_);
    }
    FakeServer(const FakeServer&) = delete;
    FakeServer& operator=(const FakeServer&) = delete;

    quint16 port() const { return port_; }
    QString url() const { return QStringLiteral("redis://127.0.0.1:%1/0").arg(port_); }

private:
    void serve()
    {
        while (!over_) {
            pollfd wait{listener_, POLLIN, 0};
            if (::poll(&wait, 1, 20) <= 0)
                continue;
            const int descriptor = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
            if (descriptor < 0)
                continue;
            Line line(descriptor, over_);
            talk_(line);
            ::close(descriptor);
        }
    }

    std::function<void(Line&)> talk_;
    int listener_ = -1;
    quint16 port_ = 0;
    std::atomic<bool> over_{false};
    std::thread thread_;
};

} // namespace awb::test
