#include "core/probe/load/load_run.h"

#include <arpa/inet.h>
#include <time.h>

#include <limits>

namespace awb
{

qint64 monotonicNs()
{
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * qint64{1'000'000'000} + now.tv_nsec;
}

QString SocketAddress::text() const
{
    char host[INET6_ADDRSTRLEN] = "?";
    quint16 port = 0;
    if (storage.ss_family == AF_INET6) {
        const auto* six = reinterpret_cast<const sockaddr_in6*>(&storage);
        inet_ntop(AF_INET6, &six->sin6_addr, host, sizeof host);
        port = ntohs(six->sin6_port);
        return QStringLiteral("[%1]:%2").arg(QLatin1String(host)).arg(port);
    }
    const auto* four = reinterpret_cast<const sockaddr_in*>(&storage);
    inet_ntop(AF_INET, &four->sin_addr, host, sizeof host);
    port = ntohs(four->sin_port);
    return QStringLiteral("%1:%2").arg(QLatin1String(host)).arg(port);
}

LoadRun::LoadRun(const LoadPlan& p)
    : plan(p),
      requestsLeft(p.mostRequests > 0 ? p.mostRequests : std::numeric_limits<qint64>::max()),
      kindLeft(static_cast<std::size_t>(p.requests.size())),
      kindStopped(static_cast<std::size_t>(p.requests.size()))
{
    for (std::size_t i = 0; i < kindLeft.size(); ++i) {
        const qint64 most = p.requests[static_cast<qsizetype>(i)].most;
        kindLeft[i] = most > 0 ? most : std::numeric_limits<qint64>::max();
    }
}

qint64 LoadRun::measureFrom(qint64 startNs) const
{
    return startNs + std::chrono::nanoseconds(plan.warmUp).count();
}

qint64 LoadRun::end(qint64 startNs) const
{
    return measureFrom(startNs) + std::chrono::nanoseconds(plan.duration).count();
}

void LoadRun::askToStop(LoadStop why)
{
    LoadStop none = LoadStop::Over;
    reason.compare_exchange_strong(none, why);
    stop = true;
}

void LoadRun::note(LoadFault fault, const QString& sentence)
{
    const std::scoped_lock lock(mutex_);
    QString& kept = notes_[static_cast<std::size_t>(fault)];
    if (kept.isEmpty())
        kept = sentence;
}

QString LoadRun::noted(LoadFault fault) const
{
    const std::scoped_lock lock(mutex_);
    return notes_[static_cast<std::size_t>(fault)];
}

} // namespace awb
