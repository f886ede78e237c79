#include "tests/bench/truth_server.h"

#include "core/probe/load/load_run.h"
#include "tests/bench/load_bench.h"

#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <unistd.h>

#include <queue>
#include <random>
#include <stdexcept>
#include <string>
#include <unordered_map>

namespace awb::bench
{

namespace
{

constexpr char answer[] = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 60\r\n\r\n"
                          "{\"ok\":true,\"pad\":\"0123456789012345678901234567890123456789\"}";

struct Due
{
    qint64 at;
    int fd;
    quint64 connection;
    qint64 received;
    bool operator<(const Due& other) const { return at > other.at; } // the earliest on top
};

struct Peer
{
    quint64 connection = 0;
    std::string bytes;
};

class Loop
{
public:
    Loop(int listener, double stallAtS, double stallS, const std::atomic<bool>& stop, LatencyHistogram& truth)
        : listener_(listener),
          stallAtNs_(static_cast<qint64>(stallAtS * 1e9)),
          stallNs_(static_cast<qint64>(stallS * 1e9)),
          stop_(stop),
          truth_(truth),
          epoll_(::epoll_create1(EPOLL_CLOEXEC))
    {
        watch(listener_);
    }
    ~Loop()
    {
        for (const auto& peer : peers_)
            ::close(peer.first);
        ::close(epoll_);
    }

    void run()
    {
        epoll_event events[256];
        while (!stop_) {
            timespec wait{0, 50'000'000};
            if (!due_.empty())
                wait.tv_nsec = std::clamp<qint64>(due_.top().at - monotonicNs(), 0, wait.tv_nsec);
            const int ready = ::epoll_pwait2(epoll_, events, 256, &wait, nullptr);
            stallOnce();
            answerWhatIsDue();
            for (int i = 0; i < ready; ++i) {
                if (events[i].data.fd == listener_)
                    acceptAll();
                else
                    receive(events[i].data.fd);
            }
        }
    }

private:
    void watch(int fd)
    {
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.fd = fd;
        ::epoll_ctl(epoll_, EPOLL_CTL_ADD, fd, &event);
    }

    void stallOnce()
    {
        if (first_ == 0 || stallAtNs_ < 0 || monotonicNs() < first_ + stallAtNs_)
            return;
        stallAtNs_ = -1;
        const timespec length{static_cast<time_t>(stallNs_ / 1'000'000'000),
                              static_cast<long>(stallNs_ % 1'000'000'000)};
        ::nanosleep(&length, nullptr);
    }

    void answerWhatIsDue()
    {
        while (!due_.empty() && due_.top().at <= monotonicNs()) {
            const Due next = due_.top();
            due_.pop();
            const auto peer = peers_.find(next.fd);
            if (peer == peers_.end() || peer->second.connection != next.connection)
                continue;
            ::send(next.fd, answer, sizeof answer - 1, MSG_NOSIGNAL);
            truth_.record(static_cast<quint64>(monotonicNs() - next.received) / 1000);
        }
    }

    void acceptAll()
    {
        int fd = -1;
        while ((fd = ::accept4(listener_, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0) {
            const int on = 1;
            ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
            peers_[fd] = {++connections_, {}};
            watch(fd);
        }
    }

    void receive(int fd)
    {
        char piece[16384];
        const ssize_t got = ::recv(fd, piece, sizeof piece, 0);
        if (got <= 0) {
            if (got == 0 || errno != EAGAIN) {
                peers_.erase(fd);
                ::close(fd);
            }
            return;
        }
        Peer& peer = peers_[fd];
        peer.bytes.append(piece, static_cast<std::size_t>(got));
        for (std::size_t end = 0; (end = peer.bytes.find("\r\n\r\n")) != std::string::npos;) {
            peer.bytes.erase(0, end + 4);
            const qint64 now = monotonicNs();
            first_ = first_ == 0 ? now : first_;
            std::uniform_real_distribution<double> share(0, 1);
            const double ms = share(random_) > 0.98 ? 50 + 10 * share(random_) : 5 + 2 * share(random_);
            due_.push({now + static_cast<qint64>(ms * 1e6), fd, peer.connection, now});
        }
    }

    int listener_;
    qint64 stallAtNs_;
    qint64 stallNs_;
    const std::atomic<bool>& stop_;
    LatencyHistogram& truth_;
    int epoll_;
    qint64 first_ = 0;
    quint64 connections_ = 0;
    std::unordered_map<int, Peer> peers_;
    std::priority_queue<Due> due_;
    std::mt19937_64 random_{12345};
};

} // namespace

TruthServer::TruthServer(double stallAtS, double stallS) : stallAtS_(stallAtS), stallS_(stallS)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), length) != 0 ||
        ::listen(listener_, 4096) != 0 ||
        ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &length) != 0)
        throw std::runtime_error("cannot listen on loopback");
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { run(); });
}

TruthServer::~TruthServer()
{
    stop();
    ::close(listener_);
}

const LatencyHistogram& TruthServer::stop()
{
    stop_ = true;
    if (thread_.joinable())
        thread_.join();
    return truth_;
}

void TruthServer::run()
{
    runOnFirstProcessor(0);
    askForRealTime();
    Loop(listener_, stallAtS_, stallS_, stop_, truth_).run();
}

} // namespace awb::bench
