#include "core/probe/load/load_watch.h"

namespace awb
{

namespace
{

constexpr double everyS = 0.2;
constexpr double assumedBurst = 20; // until there are enough seconds to know it

double msAt99(const LatencyHistogram& histogram)
{
    return static_cast<double>(histogram.quantile(0.99)) / 1000;
}

quint64 sentIn(const LoadTally& tally)
{
    quint64 sent = 0;
    for (const RequestTally& request : tally.requests)
        sent += request.sent;
    return sent;
}

void addRequest(LoadStatus& status, const RequestTally& request)
{
    status.response.merge(request.response);
    status.service.merge(request.service);
    status.scheduled += static_cast<qint64>(request.scheduled);
    status.sentInTime += static_cast<qint64>(request.sentInTime);
    status.ok += static_cast<qint64>(request.ok);
    status.unsent += static_cast<qint64>(request.fault(LoadFault::Unsent));
    for (std::size_t i = 0; i < loadFaultCount; ++i) {
        if (request.faults[i] > 0)
            status.errors[QLatin1String(loadFaultId(static_cast<LoadFault>(i)))] +=
                static_cast<qint64>(request.faults[i]);
    }
    for (const auto& [code, count] : request.statuses) {
        if (code < 200 || code > 299)
            status.errors[QStringLiteral("status_%1").arg(code)] += static_cast<qint64>(count);
    }
}

} // namespace

LoadWatch::LoadWatch(const LoadPlan& plan, LoadStatus start) : start_(std::move(start))
{
    start_.warmUpS = static_cast<double>(plan.warmUp.count()) / 1000;
    start_.plannedS = static_cast<double>((plan.warmUp + plan.duration).count()) / 1000;
    start_.askedRate = plan.rate;
}

LoadStatusPtr LoadWatch::take(const LoadProgress& progress, double fractionOfAll)
{
    count(progress);
    countRate(progress);
    if (lastS_ >= 0 && progress.elapsedS - lastS_ < everyS)
        return nullptr;
    lastS_ = progress.elapsedS;
    start_.fractionOfAll = fractionOfAll;
    return status(progress);
}

void LoadWatch::count(const LoadProgress& progress)
{
    const double measured = progress.elapsedS - start_.warmUpS;
    if (measured < 0)
        return;
    const auto second = static_cast<qsizetype>(measured);
    if (second >= slices_.size())
        slices_.resize(second + 1);
    for (const RequestTally& request : progress.interval.requests) {
        slices_[second].n += static_cast<qint64>(request.response.count());
        if (start_.limitUs > 0)
            slices_[second].over +=
                static_cast<qint64>(request.response.atLeast(static_cast<quint64>(start_.limitUs)).most);
    }
}

void LoadWatch::countRate(const LoadProgress& progress)
{
    sent_ += sentIn(progress.interval);
    const double passed = progress.elapsedS - rateFromS_;
    if (passed < 1)
        return;
    start_.achievedRate = static_cast<double>(sent_ - sentBefore_) / passed;
    start_.rates.append({progress.elapsedS, start_.achievedRate});
    rateFromS_ = progress.elapsedS;
    sentBefore_ = sent_;
}

LoadStatusPtr LoadWatch::status(const LoadProgress& progress) const
{
    auto status = std::make_shared<LoadStatus>(start_);
    status->elapsedS = progress.elapsedS;
    status->warmingUp = progress.warmingUp;
    for (const RequestTally& request : progress.total.requests)
        addRequest(*status, request);
    status->schedulerLagP99Ms = msAt99(progress.total.schedulerLag);
    status->queueLagP99Ms = msAt99(progress.total.queueLag);
    status->exceedance = exceedanceOf(slices_, assumedBurst);
    status->p99 = quantileInterval(status->response, 0.99, status->exceedance.burst);
    return status;
}

} // namespace awb
