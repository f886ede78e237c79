#include "core/probe/burst/restart_watch.h"

#include <QCoreApplication>
#include <QMap>

#include <algorithm>
#include <cmath>

namespace awb
{

namespace
{

constexpr qsizetype mostTicks = 36'000; // an hour

qint64 sumOf(const RequestTally& tally, std::initializer_list<LoadFault> faults)
{
    qint64 sum = 0;
    for (const LoadFault fault : faults)
        sum += static_cast<qint64>(tally.fault(fault));
    return sum;
}

} // namespace

WatchedRestart judgeWatch(const QVector<WatchedTick>& ticks, const QVector<double>& signs, double aroundS)
{
    WatchedRestart found;
    QVector<double> all = signs;
    double first = -1;
    double last = -1;
    for (const WatchedTick& tick : ticks) {
        found.requests += tick.answered + tick.lost + tick.refused;
        if (tick.refused == 0)
            continue;
        first = first < 0 ? tick.atS : first;
        last = tick.atS;
    }
    if (first >= 0)
        all << first << last;
    found.seen = !all.isEmpty();
    found.gapS = first < 0 ? 0 : last - first + 0.1;
    for (const WatchedTick& tick : ticks) {
        const bool between = first >= 0 && tick.atS >= first && tick.atS <= last;
        const bool near = between || std::any_of(all.cbegin(), all.cend(), [&](double sign) {
                              return std::fabs(sign - tick.atS) <= aroundS;
                          });
        found.refused += tick.refused;
        (near ? found.lost : found.lostElsewhere) += tick.lost;
    }
    return found;
}

ChartSpec restartChart(const QVector<WatchedTick>& ticks)
{
    ChartSpec chart;
    chart.id = QStringLiteral("restart");
    chart.check = QStringLiteral("7.6");
    chart.kind = ChartKind::Line;
    chart.title =
        QT_TRANSLATE_NOOP("awb", "Requests during the restart, by second; the limit is that none fails");
    chart.x = {QT_TRANSLATE_NOOP("awb", "Time"), QStringLiteral("s"), false};
    chart.y = {QT_TRANSLATE_NOOP("awb", "Requests"), QStringLiteral("count"), false};
    chart.emptyReason = QT_TRANSLATE_NOOP("awb", "Nothing was answered.");
    ChartSeries answered{QT_TRANSLATE_NOOP("awb", "Answered"), {}};
    ChartSeries failed{QT_TRANSLATE_NOOP("awb", "Failed"), {}};
    QMap<qint64, std::pair<qint64, qint64>> seconds;
    for (const WatchedTick& tick : ticks) {
        auto& second = seconds[static_cast<qint64>(tick.atS)];
        second.first += tick.answered;
        second.second += tick.lost + tick.refused;
    }
    for (auto it = seconds.cbegin(); it != seconds.cend(); ++it) {
        answered.points.append({static_cast<double>(it.key()), static_cast<double>(it->first), {}, {}});
        failed.points.append({static_cast<double>(it.key()), static_cast<double>(it->second), {}, {}});
    }
    chart.series << answered << failed;
    return chart;
}

void RestartWatch::take(const LoadProgress& progress)
{
    WatchedTick tick;
    tick.atS = progress.elapsedS;
    for (const RequestTally& tally : progress.interval.requests) {
        tick.lost +=
            sumOf(tally, {LoadFault::Reset, LoadFault::Malformed, LoadFault::HeaderSize, LoadFault::Timeout});
        tick.refused += sumOf(tally, {LoadFault::Refused, LoadFault::Unreachable, LoadFault::Tls,
                                      LoadFault::Proxy, LoadFault::Unsent});
        qint64 unavailable = 0;
        for (const auto& [status, count] : tally.statuses)
            unavailable += status == 503 ? static_cast<qint64>(count) : 0;
        const qint64 broken = static_cast<qint64>(tally.serverErrors) - unavailable;
        tick.lost += broken;
        tick.refused += unavailable;
        tick.answered += static_cast<qint64>(tally.answered) - broken - unavailable;
    }
    const std::lock_guard lock(mutex_);
    answered_ += tick.answered;
    if (tick.lost + tick.refused > 0)
        lastFailureS_ = tick.atS;
    if (ticks_.size() < mostTicks)
        ticks_.append(tick);
}

QVector<WatchedTick> RestartWatch::ticks() const
{
    const std::lock_guard lock(mutex_);
    return ticks_;
}

double RestartWatch::lastFailureS() const
{
    const std::lock_guard lock(mutex_);
    return lastFailureS_;
}

qint64 RestartWatch::answered() const
{
    const std::lock_guard lock(mutex_);
    return answered_;
}

} // namespace awb
