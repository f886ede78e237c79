#include "core/probe/load/load_thread.h"

#include <QFile>

#include <signal.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>

namespace awb
{

namespace
{

constexpr qint64 msNs = 1'000'000;
constexpr qint64 publishEveryNs = 100 * msNs;
constexpr qint64 longestWaitNs = 50 * msNs;

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

LoadThread::LoadThread(LoadRun& run, int number)
    : run_(run),
      plan_(run.plan),
      openLoop_(run.plan.arrivals != ArrivalKind::ClosedLoop),
      timeoutNs_(std::chrono::nanoseconds(run.plan.timeout).count()),
      arrivals_(run.plan, number, run.plan.threads),
      waker_(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
{
    for (LoadTally& tally : tallies_)
        tally.requests.resize(static_cast<std::size_t>(plan_.requests.size()));
    slices_.resize(static_cast<std::size_t>(plan_.requests.size()));
}

LoadThread::~LoadThread()
{
    if (waker_ >= 0)
        ::close(waker_);
}

void LoadThread::wake()
{
    const quint64 one = 1;
    [[maybe_unused]] const auto written = ::write(waker_, &one, sizeof one);
}

void LoadThread::drain()
{
    quint64 drained = 0;
    [[maybe_unused]] const auto got = ::read(waker_, &drained, sizeof drained);
}

bool LoadThread::makeReady()
{
    if (waker_ < 0)
        return false;
    // OpenSSL writes with write(): to a connection that is gone, that is a signal
    sigset_t pipe;
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    ::pthread_sigmask(SIG_BLOCK, &pipe, nullptr);
    ::prctl(PR_SET_TIMERSLACK, 1UL); // else the kernel wakes us up to 50 µs late
    return prepare();
}

void LoadThread::loop()
{
    const qint64 cpuBefore = threadCpuNs();
    const qint64 delayBefore = threadRunDelayNs();
    if (!makeReady())
        run_.askToStop(LoadStop::Failed);
    while (!run_.stop.load(std::memory_order_relaxed)) {
        const qint64 now = monotonicNs();
        beginIfReady();
        if (begun_)
            dispatch(now);
        tend(now);
        publish(now);
        if (begun_ && isOver(now))
            break;
        waitAndHandle(waitUntil(now));
    }
    finish();
    cpuNs_ = threadCpuNs() - cpuBefore;
    runDelayNs_ = threadRunDelayNs() - delayBefore;
}

// The clock starts when every thread has its connections, or has tried long enough.
void LoadThread::beginIfReady()
{
    if (begun_)
        return;
    if (isPrepared() && !saidReady_) {
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
    begin();
}

void LoadThread::dispatch(qint64 now)
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
        take(arrival);
    }
}

bool LoadThread::takeBudget(std::size_t request)
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

std::optional<Arrival> LoadThread::nextOfClosedLoop(qint64 now)
{
    for (qsizetype tries = 0; begun_ && now < end_ && tries < 4 * plan_.requests.size(); ++tries) {
        const std::size_t request = arrivals_.choose();
        if (!takeBudget(request))
            continue;
        if (isMeasured(now))
            ++tally(request).scheduled;
        return Arrival{request, now};
    }
    return {};
}

void LoadThread::countSending(const Arrival& arrival, qint64 sentNs, bool wasFree)
{
    if (!isMeasured(arrival.intended))
        return;
    if (openLoop_)
        (wasFree ? current_->schedulerLag : current_->queueLag)
            .record(microseconds(sentNs - arrival.intended));
    if (sentNs < end_)
        ++tally(arrival.request).sentInTime;
}

void LoadThread::countAnswer(const Arrival& arrival, qint64 sentNs, const LoadAnswer& answer, qint64 now)
{
    const bool limited = answer.status == 429 || (answer.status == 503 && answer.hasRetryAfter);
    RequestTally& counts = tally(arrival.request);
    if (limited) {
        counts.limited = true;
        if (plan_.stopWhenLimited)
            run_.kindStopped[arrival.request] = true;
    }
    ++counts.watched;
    counts.watchedBad += answer.status >= 500 ? 1 : 0;
    if (!isMeasured(arrival.intended))
        return;
    ++counts.answered;
    ++counts.versions[static_cast<std::size_t>(answer.version)];
    counts.countStatus(answer.status);
    counts.bytes += answer.bodyBytes;
    counts.serverErrors += answer.status >= 500 ? 1 : 0;
    if (answer.status < 200 || answer.status > 299)
        return;
    ++counts.ok;
    const quint64 us = microseconds(now - arrival.intended);
    counts.response.record(us);
    counts.service.record(microseconds(now - sentNs));
    countSlice(arrival.request, arrival.intended, us);
}

void LoadThread::countFailure(const Arrival& arrival, LoadFault fault, qint64 now)
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

void LoadThread::countSlice(std::size_t request, qint64 intended, quint64 us)
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

void LoadThread::putUuid(std::string& bytes, std::size_t at)
{
    static constexpr char digits[] = "0123456789abcdef";
    static constexpr std::size_t length = 36;
    if (at + length > bytes.size())
        return;
    for (std::size_t i = 0; i < length; ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        bytes[at + i] = dash ? '-' : digits[arrivals_.random()() >> 60];
    }
    bytes[at + 14] = '4'; // version: random
    bytes[at + 19] = digits[8 + (arrivals_.random()() >> 62)];
}

void LoadThread::publish(qint64 now)
{
    if (!begun_ || now < nextPublication_)
        return;
    nextPublication_ = now + publishEveryNs;
    if (LoadTally* spare = spare_.exchange(nullptr, std::memory_order_acquire)) {
        published_.store(current_, std::memory_order_release);
        current_ = spare;
    }
}

bool LoadThread::isOver(qint64 now) const
{
    if (!isQuiet())
        return false;
    return now >= end_ || std::all_of(run_.kindStopped.begin(), run_.kindStopped.end(),
                                      [](const std::atomic<bool>& stopped) { return stopped.load(); });
}

qint64 LoadThread::waitUntil(qint64 now) const
{
    qint64 until = now + longestWaitNs;
    if (begun_) {
        until = std::min(until, std::max(nextPublication_, now));
        if (openLoop_ && start_ + arrivals_.dueNs() < end_)
            until = std::min(until, start_ + arrivals_.dueNs());
    }
    return until;
}

} // namespace awb
