#include "core/probe/load/load_worker.h"

#include <sys/epoll.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

namespace awb
{

namespace
{

constexpr std::size_t bufferBytes = 64 * 1024;
constexpr int eventsAtOnce = 256;
constexpr quint64 wakerTag = ~quint64{0};

} // namespace

LoadWorker::LoadWorker(LoadRun& run, int number)
    : LoadThread(run, number),
      epoll_(::epoll_create1(EPOLL_CLOEXEC)),
      nextAddress_(static_cast<std::size_t>(number)),
      buffer_(bufferBytes)
{
}

LoadWorker::~LoadWorker()
{
    for (const auto& connection : connections_)
        close(connection.get());
    if (epoll_ >= 0)
        ::close(epoll_);
}

bool LoadWorker::prepare()
{
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = wakerTag;
    if (epoll_ < 0 || ::epoll_ctl(epoll_, EPOLL_CTL_ADD, wakerFd(), &event) != 0)
        return false;
    for (int i = 0; i < run_.connections; ++i) {
        connections_.push_back(std::make_unique<LoadConnection>());
        connections_.back()->number = static_cast<quint32>(i);
        open(connections_.back().get());
    }
    return true;
}

void LoadWorker::begin()
{
    for (std::size_t left = openLoop_ ? 0 : idle_.size(); left > 0; --left) {
        LoadConnection* connection = idle_.front();
        idle_.remove(connection);
        beginClosedLoop(connection, monotonicNs());
    }
}

void LoadWorker::finish()
{
    for (const auto& connection : connections_)
        close(connection.get());
}

void LoadWorker::tend(qint64 now)
{
    expire(now);
    openMore(now);
}

void LoadWorker::waitAndHandle(qint64 untilNs)
{
    epoll_event events[eventsAtOnce];
    timespec wait{};
    if (again_.empty())
        wait.tv_nsec = std::max<qint64>(0, untilNs - monotonicNs());
    const int ready = ::epoll_pwait2(epoll_, events, eventsAtOnce, &wait, nullptr);
    const auto held = std::exchange(again_, {});
    for (int i = 0; i < ready; ++i) {
        const quint64 tag = events[i].data.u64;
        if (tag == wakerTag) {
            drain();
            continue;
        }
        LoadConnection* connection = connections_[tag & 0xffffffff].get();
        if (connection->generation == tag >> 32)
            handle(connection, events[i].events);
    }
    for (const auto& [number, generation] : held) {
        if (connections_[number]->generation == generation)
            handle(connections_[number].get(), EPOLLIN);
    }
}

void LoadWorker::take(const Arrival& arrival)
{
    if (LoadConnection* connection = idle_.front()) {
        idle_.remove(connection);
        assign(connection, arrival, true);
    } else {
        queue_.push_back(arrival);
    }
}

void LoadWorker::beginClosedLoop(LoadConnection* connection, qint64 now)
{
    connection->phase = LoadConnection::Phase::Idle;
    if (const auto next = nextOfClosedLoop(now))
        assign(connection, *next, true);
    else
        idle_.append(connection);
}

void LoadWorker::assign(LoadConnection* connection, const Arrival& arrival, bool wasFree)
{
    connection->hasArrival = true;
    connection->repeated = false;
    connection->arrival = arrival;
    connection->since = openLoop_ ? monotonicNs() : arrival.intended;
    countSending(arrival, connection->since, wasFree);
    send(connection);
}

void LoadWorker::expire(qint64 now)
{
    while (LoadConnection* connection = busy_.front()) {
        if (connection->since + timeoutNs_ > now)
            break;
        failRequest(connection, LoadFault::Timeout);
    }
    while (!queue_.empty() && queue_.front().intended + timeoutNs_ <= now) {
        countFailure(queue_.front(), LoadFault::Unsent, now);
        queue_.pop_front();
    }
    while (LoadConnection* connection = opening_.front()) {
        if (connection->since + timeoutNs_ > now)
            break;
        failConnect(connection, LoadFault::Unreachable, QStringLiteral("no connection in time"));
    }
}

} // namespace awb
