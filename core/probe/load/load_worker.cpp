#include "core/probe/load/load_worker.h"

#include <QFile>

#include <signal.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

namespace awb
{

namespace
{

constexpr qint64 msNs = 1'000'000;
constexpr qint64 publishEveryNs = 100 * msNs;
constexpr qint64 longestWaitNs = 50 * msNs;
constexpr std::size_t bufferBytes = 64 * 1024;
constexpr int eventsAtOnce = 256;
constexpr quint64 wakerTag = ~quint64{0};

quint64 microseconds(qint64 ns)
{
    return static_cast<quint64>(std::max<qint64>(0, ns)) / 1000;
}

qint64 threadCpuNs()
{
    timespec used{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return used.tv_sec * qint64{1'000'000'000} + used.tv_nsec;
}

// How long this thread was ready to run but had no processor; 0 where the kernel does not tell.
qint64 threadRunDelayNs()
{
    QFile file(QStringLiteral("/proc/thread-self/schedstat"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> fields = file.readAll().simplified().split(' ');
    return fields.size() >= 2 ? fields[1].toLongLong() : 0;
}

} // namespace

LoadWorker::LoadWorker(LoadRun& run, int number)
    : run_(run),
      plan_(run.plan),
      openLoop_(run.plan.arrivals != ArrivalKind::ClosedLoop),
      arrivals_(run.plan, number, run.plan.threads),
      timeoutNs_(std::chrono::nanoseconds(run.plan.timeout).count()),
      buffer_(bufferBytes)
{
    for (LoadTally& tally : tallies_)
        tally.requests.resize(static_cast<std::size_t>(plan_.requests.size()));
    slices_.resize(static_cast<std::size_t>(plan_.requests.size()));
    nextAddress_ = static_cast<std::size_t>(number);
    epoll_ = ::epoll_create1(EPOLL_CLOEXEC);
    waker_ = ::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
}

LoadWorker::~LoadWorker()
{
    for (const auto& connection : connections_)
        close(connection.get());
    if (waker_ >= 0)
        ::close(waker_);
    if (epoll_ >= 0)
        ::close(epoll_);
}

void LoadWorker::wake()
{
    const quint64 one = 1;
    [[maybe_unused]] const auto written = ::write(waker_, &one, sizeof one);
}

bool LoadWorker::prepare()
{
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = wakerTag;
    if (epoll_ < 0 || waker_ < 0 || ::epoll_ctl(epoll_, EPOLL_CTL_ADD, waker_, &event) != 0)
        return false;
    // OpenSSL writes with write(): to a connection that is gone, that is a signal
    sigset_t pipe;
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    ::pthread_sigmask(SIG_BLOCK, &pipe, nullptr);
    ::prctl(PR_SET_TIMERSLACK, 1UL); // else the kernel wakes us up to 50 µs late
    for (int i = 0; i < run_.connections; ++i) {
        connections_.push_back(std::make_unique<LoadConnection>());
        connections_.back()->number = static_cast<quint32>(i);
        open(connections_.back().get());
    }
    return true;
}

void LoadWorker::loop()
{
    const qint64 cpuBefore = threadCpuNs();
    const qint64 delayBefore = threadRunDelayNs();
    if (!prepare())
        run_.askToStop(LoadStop::Failed);
    while (!run_.stop.load(std::memory_order_relaxed)) {
        qint64 now = monotonicNs();
        beginIfReady();
        if (begun_)
            dispatch(now);
        expire(now);
        openMore(now);
        publish(now);
        if (begun_ && isOver(now))
            break;
        handleEvents();
    }
    for (const auto& connection : connections_)
        close(connection.get());
    cpuNs_ = threadCpuNs() - cpuBefore;
    runDelayNs_ = threadRunDelayNs() - delayBefore;
}

void LoadWorker::handleEvents()
{
    epoll_event events[eventsAtOnce];
    const timespec wait = again_.empty() ? waitFrom(monotonicNs()) : timespec{};
    const int ready = ::epoll_pwait2(epoll_, events, eventsAtOnce, &wait, nullptr);
    const auto held = std::exchange(again_, {});
    for (int i = 0; i < ready; ++i) {
        const quint64 tag = events[i].data.u64;
        if (tag == wakerTag) {
            quint64 drained = 0;
            [[maybe_unused]] const auto got = ::read(waker_, &drained, sizeof drained);
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

// The clock starts when every worker has its connections, or has tried long enough.
void LoadWorker::beginIfReady()
{
    if (begun_)
        return;
    if (opening_.isEmpty() && !saidReady_) {
        saidReady_ = true;
        ++run_.ready;
    }
    const qint64 start = run_.start.load(std::memory_order_acquire);
    if (start == 0)
        return;
    begun_ = true;
    start_ = start;
    measureFrom_ = run_.measureFrom(start);
    end_ = run_.end(start);
    nextPublication_ = start + publishEveryNs;
    if (openLoop_)
        return;
    for (std::size_t left = idle_.size(); left > 0; --left) {
        LoadConnection* connection = idle_.front();
        idle_.remove(connection);
        beginClosedLoop(connection, monotonicNs());
    }
}

void LoadWorker::dispatch(qint64 now)
{
    while (openLoop_) {
        const Arrival arrival{arrivals_.request(), start_ + arrivals_.dueNs()};
        if (arrival.intended > now || arrival.intended >= end_)
            return;
        arrivals_.next();
        if (!takeBudget(arrival.request))
            continue;
        if (isMeasured(arrival.intended))
            ++tally(arrival.request).scheduled;
        if (LoadConnection* connection = idle_.front()) {
            idle_.remove(connection);
            assign(connection, arrival, true);
        } else {
            queue_.push_back(arrival);
        }
    }
}

// False: no more of these; without caps this costs a load.
bool LoadWorker::takeBudget(std::size_t request)
{
    if (run_.kindStopped[request].load(std::memory_order_relaxed))
        return false;
    if (plan_.requests[static_cast<qsizetype>(request)].most > 0 &&
        run_.kindLeft[request].fetch_sub(1, std::memory_order_relaxed) <= 0) {
        run_.kindStopped[request] = true;
        return false;
    }
    if (plan_.mostRequests > 0 && run_.requestsLeft.fetch_sub(1, std::memory_order_relaxed) <= 0) {
        run_.askToStop(LoadStop::Cap);
        return false;
    }
    return true;
}

void LoadWorker::beginClosedLoop(LoadConnection* connection, qint64 now)
{
    connection->phase = LoadConnection::Phase::Idle;
    for (qsizetype tries = 0; begun_ && now < end_ && tries < 4 * plan_.requests.size(); ++tries) {
        const std::size_t request = arrivals_.choose();
        if (!takeBudget(request))
            continue;
        if (isMeasured(now))
            ++tally(request).scheduled;
        assign(connection, {request, now}, true);
        return;
    }
    idle_.append(connection);
}

void LoadWorker::assign(LoadConnection* connection, const Arrival& arrival, bool wasFree)
{
    connection->hasArrival = true;
    connection->repeated = false;
    connection->arrival = arrival;
    connection->since = openLoop_ ? monotonicNs() : arrival.intended;
    if (isMeasured(arrival.intended)) {
        if (openLoop_)
            (wasFree ? current_->schedulerLag : current_->queueLag)
                .record(microseconds(connection->since - arrival.intended));
        if (connection->since < end_)
            ++tally(arrival.request).sentInTime;
    }
    send(connection);
}

void LoadWorker::countAnswer(const LoadConnection& connection, qint64 now)
{
    const Arrival& arrival = connection.arrival;
    const int status = connection.parser.status();
    const bool limited = status == 429 || (status == 503 && connection.parser.hasRetryAfter());
    RequestTally& counts = tally(arrival.request);
    if (limited) {
        counts.limited = true;
        if (plan_.stopWhenLimited)
            run_.kindStopped[arrival.request] = true;
    }
    ++counts.watched;
    counts.watchedBad += status >= 500 ? 1 : 0;
    if (!isMeasured(arrival.intended))
        return;
    ++counts.answered;
    counts.countStatus(status);
    counts.bytes += connection.parser.bodyBytes();
    counts.serverErrors += status >= 500 ? 1 : 0;
    if (status < 200 || status > 299)
        return;
    ++counts.ok;
    const quint64 us = microseconds(now - arrival.intended);
    counts.response.record(us);
    counts.service.record(microseconds(now - connection.since));
    countSlice(arrival.request, arrival.intended, us);
}

// Given up: a timeout counts at the time it took, so that slow is never better than slowest.
void LoadWorker::failArrival(const Arrival& arrival, LoadFault fault, qint64 now)
{
    RequestTally& counts = tally(arrival.request);
    ++counts.watched;
    ++counts.watchedBad;
    if (!isMeasured(arrival.intended))
        return;
    ++counts.faults[static_cast<std::size_t>(fault)];
    if (fault != LoadFault::Timeout && fault != LoadFault::Unsent)
        return;
    const quint64 us = microseconds(now - arrival.intended);
    counts.response.record(us);
    countSlice(arrival.request, arrival.intended, us);
}

void LoadWorker::countSlice(std::size_t request, qint64 intended, quint64 us)
{
    const auto edges = static_cast<std::size_t>(plan_.edgesUs.size());
    const auto second = static_cast<std::size_t>((intended - measureFrom_) / (1000 * msNs));
    std::vector<quint32>& counts = slices_[request];
    if ((second + 1) * (edges + 1) > counts.size())
        counts.resize((second + 1) * (edges + 1), 0);
    std::size_t reached = 0;
    while (reached < edges && static_cast<qint64>(us) >= plan_.edgesUs[static_cast<qsizetype>(reached)])
        ++reached;
    ++counts[second * (edges + 1) + reached];
}

void LoadWorker::expire(qint64 now)
{
    while (LoadConnection* connection = busy_.front()) {
        if (connection->since + timeoutNs_ > now)
            break;
        failRequest(connection, LoadFault::Timeout);
    }
    while (!queue_.empty() && queue_.front().intended + timeoutNs_ <= now) {
        failArrival(queue_.front(), LoadFault::Unsent, now);
        queue_.pop_front();
    }
    while (LoadConnection* connection = opening_.front()) {
        if (connection->since + timeoutNs_ > now)
            break;
        failConnect(connection, LoadFault::Unreachable, QStringLiteral("no connection in time"));
    }
}

void LoadWorker::publish(qint64 now)
{
    if (!begun_ || now < nextPublication_)
        return;
    nextPublication_ = now + publishEveryNs;
    if (LoadTally* spare = spare_.exchange(nullptr, std::memory_order_acquire)) {
        published_.store(current_, std::memory_order_release);
        current_ = spare;
    }
}

bool LoadWorker::isOver(qint64 now) const
{
    const bool quiet = queue_.empty() && busy_.isEmpty();
    const bool allStopped = std::all_of(run_.kindStopped.begin(), run_.kindStopped.end(),
                                        [](const std::atomic<bool>& stopped) { return stopped.load(); });
    return quiet && (now >= end_ || allStopped);
}

timespec LoadWorker::waitFrom(qint64 now) const
{
    qint64 until = now + longestWaitNs;
    if (begun_) {
        until = std::min(until, std::max(nextPublication_, now));
        if (openLoop_ && start_ + arrivals_.dueNs() < end_)
            until = std::min(until, start_ + arrivals_.dueNs());
    }
    timespec wait{};
    wait.tv_nsec = std::max<qint64>(0, until - now);
    return wait;
}

} // namespace awb
