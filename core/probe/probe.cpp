#include "core/probe/probe.h"

#include <QCoreApplication>

#include <algorithm>
#include <condition_variable>
#include <thread>

namespace awb
{

ProbeContext::ProbeContext(const Clock& clock, std::chrono::milliseconds budget, Listener listener,
                           std::stop_token stop)
    : clock_(clock),
      deadline_(clock.monotonic() + budget),
      listener_(std::move(listener)),
      stop_(std::move(stop))
{
}

std::chrono::milliseconds ProbeContext::remaining() const
{
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline_ - clock_.monotonic());
    return std::max(left, std::chrono::milliseconds(0));
}

bool ProbeContext::waitFor(std::chrono::milliseconds time)
{
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    const auto wanted = std::min(time, remaining());
    // returns at once when a stop is asked for
    wake.wait_for(lock, stop_, wanted, [] { return false; });
    return !stopRequested() && wanted == time;
}

void ProbeContext::progress(double fraction, Message text)
{
    if (listener_.progress)
        listener_.progress(fraction, text);
}

void ProbeContext::log(const QString& line)
{
    if (listener_.log)
        listener_.log(line);
}

void ProbeContext::load(const LoadStatusPtr& status)
{
    if (listener_.load)
        listener_.load(status);
}

void ProbeContext::sent(const QString& what, qint64 count)
{
    const std::scoped_lock lock(mutex_);
    const auto it = sent_.find(what);
    if (it != sent_.end()) {
        *it += count;
        return;
    }
    sent_.insert(what, count);
    sentOrder_.append(what);
}

QVector<Sent> ProbeContext::sentSoFar() const
{
    const std::scoped_lock lock(mutex_);
    QVector<Sent> list;
    for (const QString& what : sentOrder_)
        list.append({what, sent_.value(what)});
    return list;
}

void ProbeContext::publishPartial(Facts facts)
{
    const std::scoped_lock lock(mutex_);
    partial_ = std::move(facts);
}

std::optional<Facts> ProbeContext::partial() const
{
    const std::scoped_lock lock(mutex_);
    return partial_;
}

QString probeSourceId(ProbeSource source)
{
    switch (source) {
    case ProbeSource::Postgres:
        return QStringLiteral("postgres");
    case ProbeSource::PgBouncer:
        return QStringLiteral("pgbouncer");
    case ProbeSource::Redis:
        return QStringLiteral("redis");
    case ProbeSource::Http:
        return QStringLiteral("http");
    case ProbeSource::Prometheus:
        return QStringLiteral("prometheus");
    case ProbeSource::Repository:
        return QStringLiteral("repository");
    case ProbeSource::Logs:
        break;
    }
    return QStringLiteral("logs");
}

QString probeSourceTitle(ProbeSource source)
{
    switch (source) {
    case ProbeSource::Postgres:
        return QStringLiteral("PostgreSQL");
    case ProbeSource::PgBouncer:
        return QStringLiteral("PgBouncer");
    case ProbeSource::Redis:
        return QStringLiteral("Redis");
    case ProbeSource::Http:
        return QStringLiteral("HTTP");
    case ProbeSource::Prometheus:
        return QStringLiteral("Prometheus");
    case ProbeSource::Repository:
        return QCoreApplication::translate("awb", "Repository");
    case ProbeSource::Logs:
        break;
    }
    return QCoreApplication::translate("awb", "Logs");
}

bool hasTarget(const TargetProfile& profile, ProbeSource source)
{
    switch (source) {
    case ProbeSource::Postgres:
        return !profile.postgres.isEmpty();
    case ProbeSource::PgBouncer:
        return profile.pgbouncer.has_value();
    case ProbeSource::Redis:
        return profile.redis.has_value();
    case ProbeSource::Http:
        return profile.http.has_value();
    case ProbeSource::Prometheus:
        return !profile.prometheusUrl.isEmpty() || !profile.prometheusRules.isEmpty();
    case ProbeSource::Repository:
        return !profile.repositoryPath.isEmpty();
    case ProbeSource::Logs:
        break;
    }
    return !profile.logsFile.isEmpty();
}

} // namespace awb
