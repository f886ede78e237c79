#include "core/probe/load/curl_worker.h"

#include <sys/epoll.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>

namespace awb
{

namespace
{

constexpr qint64 msNs = 1'000'000;
constexpr int eventsAtOnce = 256;
constexpr int failuresThatEndIt = 3;

} // namespace

CurlWorker::CurlWorker(LoadRun& run, int number, const CurlSetup& setup)
    : LoadThread(run, number),
      setup_(setup),
      number_(static_cast<std::size_t>(number)),
      epoll_(::epoll_create1(EPOLL_CLOEXEC)),
      multi_(curl_multi_init())
{
}

CurlWorker::~CurlWorker()
{
    finish();
    streams_.clear();
    curl_multi_cleanup(multi_);
    if (epoll_ >= 0)
        ::close(epoll_);
}

bool CurlWorker::prepare()
{
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = wakerFd();
    if (!multi_ || epoll_ < 0 || ::epoll_ctl(epoll_, EPOLL_CTL_ADD, wakerFd(), &event) != 0)
        return false;
    curl_multi_setopt(multi_, CURLMOPT_SOCKETFUNCTION, &CurlWorker::onSocket);
    curl_multi_setopt(multi_, CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(multi_, CURLMOPT_TIMERFUNCTION, &CurlWorker::onTimer);
    curl_multi_setopt(multi_, CURLMOPT_TIMERDATA, this);
    curl_multi_setopt(multi_, CURLMOPT_PIPELINING, static_cast<long>(CURLPIPE_MULTIPLEX));
    // never fewer than are under way: nothing must wait inside libcurl, where we would not see it
    curl_multi_setopt(multi_, CURLMOPT_MAXCONNECTS, static_cast<long>(run_.mostInFlight + 8));
    const auto& kinds = plan_.requests;
    const auto first = std::find_if(kinds.cbegin(), kinds.cend(), [](const LoadRequest& request) {
        return request.isSafe && request.weight > 0 && request.uuidAt < 0;
    });
    prepared_ = first == kinds.cend(); // a write is not sent just to have a connection
    firstKind_ = static_cast<std::size_t>(first - kinds.cbegin());
    return true;
}

void CurlWorker::begin()
{
    prepared_ = true;
    while (!openLoop_ && streams_.size() < static_cast<std::size_t>(run_.connections)) {
        CurlStream* user = newStream();
        if (!user)
            return;
        free_.push_back(user);
    }
}

CurlStream* CurlWorker::newStream()
{
    auto stream = std::make_unique<CurlStream>(setup_, number_ + streams_.size());
    if (!stream->handle()) {
        run_.askToStop(LoadStop::Failed);
        return nullptr;
    }
    streams_.push_back(std::move(stream));
    return streams_.back().get();
}

CurlStream* CurlWorker::freeStream()
{
    if (free_.empty())
        return streams_.size() < static_cast<std::size_t>(run_.mostInFlight) ? newStream() : nullptr;
    CurlStream* stream = free_.back();
    free_.pop_back();
    return stream;
}

void CurlWorker::take(const Arrival& arrival)
{
    CurlStream* stream = queue_.empty() ? freeStream() : nullptr;
    if (stream)
        assign(stream, arrival, true);
    else
        queue_.push_back(arrival);
}

void CurlWorker::takeFromQueue()
{
    while (!queue_.empty()) {
        CurlStream* stream = freeStream();
        if (!stream)
            return;
        const Arrival next = queue_.front();
        queue_.pop_front();
        assign(stream, next, false);
    }
}

void CurlWorker::tend(qint64 now)
{
    expire(now);
    takeFromQueue();
    if (!prepared_ && busy_.isEmpty() && now >= notBefore_)
        tryOnce(now);
    if (!openLoop_ && hasBegun() && now >= notBefore_)
        keepUsersBusy(now);
}

// Before the clock starts: one request of the plan opens the connection and shows what the server speaks.
void CurlWorker::tryOnce(qint64 now)
{
    CurlStream* stream = takeBudget(firstKind_) ? freeStream() : nullptr;
    if (stream)
        assign(stream, {firstKind_, now}, true);
    else
        prepared_ = true;
}

void CurlWorker::keepUsersBusy(qint64 now)
{
    for (std::size_t waiting = free_.size(); waiting > 0; --waiting) {
        const auto next = nextOfClosedLoop(now);
        if (!next)
            return;
        assign(freeStream(), *next, true);
    }
}

bool CurlWorker::askFor(CurlStream* stream, std::size_t kind)
{
    const LoadRequest& request = plan_.requests[static_cast<qsizetype>(kind)];
    if (request.uuidAt < 0)
        return stream->ask(kind);
    std::string bytes = request.bytes.toStdString();
    putUuid(bytes, static_cast<std::size_t>(request.uuidAt));
    return stream->ask(kind, QByteArray::fromStdString(bytes));
}

void CurlWorker::assign(CurlStream* stream, const Arrival& arrival, bool wasFree)
{
    stream->arrival = arrival;
    stream->since = openLoop_ ? monotonicNs() : arrival.intended;
    if (!askFor(stream, arrival.request) || curl_multi_add_handle(multi_, stream->handle()) != CURLM_OK) {
        run_.askToStop(LoadStop::Failed);
        free_.push_back(stream);
        return;
    }
    countSending(arrival, stream->since, wasFree);
    busy_.append(stream);
    ++tally(arrival.request).sent;
}

void CurlWorker::expire(qint64 now)
{
    while (CurlStream* stream = busy_.front()) {
        if (stream->since + timeoutNs_ > now)
            break;
        const bool sent = stream->wasSent();
        release(stream);
        onFailure(stream, sent ? LoadFault::Timeout : LoadFault::Unsent,
                  sent ? QString() : QStringLiteral("no connection in time"), now);
    }
    while (!queue_.empty() && queue_.front().intended + timeoutNs_ <= now) {
        countFailure(queue_.front(), LoadFault::Unsent, now);
        queue_.pop_front();
    }
}

void CurlWorker::release(CurlStream* stream)
{
    counts().received += stream->receivedBytes();
    curl_multi_remove_handle(multi_, stream->handle());
    busy_.remove(stream);
    free_.push_back(stream);
}

void CurlWorker::onDone(CurlStream* stream, CURLcode code)
{
    const qint64 now = monotonicNs();
    release(stream);
    if (const int opened = stream->newConnections(); opened > 0) {
        counts().opened += hasBegun() ? static_cast<quint64>(opened) : 0;
        if (code == CURLE_OK)
            counts().connect.record(static_cast<quint64>(stream->connectUs()));
    }
    if (code == CURLE_OK) {
        failedInARow_ = 0;
        prepared_ = true;
        run_.everConnected.store(true, std::memory_order_relaxed);
        countAnswer(stream->arrival, stream->since, stream->answer(), now);
    } else {
        onFailure(stream, stream->faultOf(code), stream->problem(code), now);
    }
    takeFromQueue();
}

void CurlWorker::onFailure(CurlStream* stream, LoadFault fault, const QString& reason, qint64 now)
{
    constexpr qint64 shortestPause = 20 * msNs;
    constexpr qint64 longestPause = 500 * msNs;
    countFailure(stream->arrival, fault, now);
    const bool neverOut = isConnectFault(fault) || fault == LoadFault::Unsent;
    if (!reason.isEmpty())
        run_.note(fault == LoadFault::Unsent ? LoadFault::Unreachable : fault, reason);
    if (!neverOut) {
        run_.everConnected.store(true, std::memory_order_relaxed);
        prepared_ = true;
    }
    ++failedInARow_;
    notBefore_ = now + std::min(longestPause, shortestPause * failedInARow_);
    if (failedInARow_ >= failuresThatEndIt && !run_.everConnected.load(std::memory_order_relaxed))
        run_.askToStop(LoadStop::NeverConnected);
}

void CurlWorker::readMessages()
{
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(multi_, &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        const CURLcode code = message->data.result;
        CurlStream* stream = nullptr;
        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &stream);
        onDone(stream, code);
    }
}

void CurlWorker::act(curl_socket_t socket, int events)
{
    int running = 0;
    curl_multi_socket_action(multi_, socket, events, &running);
    readMessages();
}

void CurlWorker::runTimer()
{
    if (timerAt_ < 0 || monotonicNs() < timerAt_)
        return;
    timerAt_ = -1;
    act(CURL_SOCKET_TIMEOUT, 0);
}

void CurlWorker::waitAndHandle(qint64 untilNs)
{
    runTimer(); // sends what was just assigned
    qint64 until = timerAt_ >= 0 ? std::min(untilNs, timerAt_) : untilNs;
    const qint64 now = monotonicNs();
    if (!openLoop_ && hasBegun() && !free_.empty() && now < endNs() && notBefore_ > now)
        until = std::min(until, notBefore_); // else there is nothing to ask, or it was just refused
    timespec wait{};
    wait.tv_nsec = std::max<qint64>(0, until - now);
    epoll_event events[eventsAtOnce];
    const int ready = ::epoll_pwait2(epoll_, events, eventsAtOnce, &wait, nullptr);
    for (int i = 0; i < ready; ++i) {
        if (events[i].data.fd == wakerFd()) {
            drain();
            continue;
        }
        const bool in = events[i].events & (EPOLLIN | EPOLLHUP | EPOLLERR);
        const bool out = events[i].events & EPOLLOUT;
        act(events[i].data.fd, (in ? CURL_CSELECT_IN : 0) | (out ? CURL_CSELECT_OUT : 0));
    }
    runTimer();
}

void CurlWorker::finish()
{
    while (CurlStream* stream = busy_.front())
        release(stream);
}

int CurlWorker::onSocket(CURL*, curl_socket_t socket, int what, void* self, void* known)
{
    const auto* me = static_cast<CurlWorker*>(self);
    if (what == CURL_POLL_REMOVE) {
        ::epoll_ctl(me->epoll_, EPOLL_CTL_DEL, socket, nullptr);
        curl_multi_assign(me->multi_, socket, nullptr);
        return 0;
    }
    epoll_event event{};
    event.data.fd = socket;
    event.events = ((what & CURL_POLL_IN) ? EPOLLIN : 0U) | ((what & CURL_POLL_OUT) ? EPOLLOUT : 0U);
    if (::epoll_ctl(me->epoll_, known ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, socket, &event) != 0)
        ::epoll_ctl(me->epoll_, known ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, socket, &event);
    curl_multi_assign(me->multi_, socket, self);
    return 0;
}

int CurlWorker::onTimer(CURLM*, long milliseconds, void* self)
{
    static_cast<CurlWorker*>(self)->timerAt_ = milliseconds < 0 ? -1 : monotonicNs() + milliseconds * msNs;
    return 0;
}

} // namespace awb
