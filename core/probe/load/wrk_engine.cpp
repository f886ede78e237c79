#include "core/probe/load/wrk_engine.h"

#include "core/probe/external_process.h"
#include "core/probe/load/safe_stop.h"
#include "core/probe/load/wrk_report.h"
#include "core/probe/load/wrk_sender.h"

#include <QCoreApplication>

#include <algorithm>

namespace awb
{

namespace
{

constexpr double observeEveryS = 0.1;
constexpr std::chrono::milliseconds cancelWithin{50};
constexpr std::chrono::milliseconds handOverWithin{10000};

int wholeSeconds(std::chrono::milliseconds time)
{
    return static_cast<int>((time.count() + 999) / 1000);
}

Error cannot(const QString& what)
{
    return {ErrorCode::Unsupported,
            what + QStringLiteral(" Let this program send the load itself (load: {engine: native})."),
            {},
            QStringLiteral("load: {engine: native}")};
}

Status checkForWrk(const LoadPlan& plan)
{
    if (const Status usable = checkForeignPlan(plan); !usable)
        return usable;
    const auto any = [&plan](bool LoadRequest::*flag) {
        return std::any_of(plan.requests.cbegin(), plan.requests.cend(),
                           [flag](const LoadRequest& request) { return request.*flag; });
    };
    if (plan.tls && (any(&LoadRequest::hasCredential) || !plan.tls->certificateFile.isEmpty()))
        return cannot(QStringLiteral("wrk checks no certificate: it would show the credential to whoever "
                                     "answers, so it is not given one."));
    if (plan.tls && !plan.tls->pin.isEmpty())
        return cannot(
            QStringLiteral("wrk checks no certificate, so that the pinned key would mean nothing."));
    if (plan.proxy)
        return cannot(QStringLiteral("wrk cannot go through a proxy."));
    if (any(&LoadRequest::isHead))
        return cannot(QStringLiteral("wrk waits for a body after HEAD, which never comes."));
    if (plan.mostBytes > 0 || plan.requestsPerConnection > 0)
        return cannot(
            QStringLiteral("wrk can bound neither the bytes of a run nor the requests of a connection."));
    return Done{};
}

// One run of a plan: warm-up, then what counts.
class Running
{
public:
    Running(const LoadPlan& plan, const ForeignTool& tool, const LoadEngine::Observer& observer,
            std::stop_token stop)
        : plan_(plan),
          tool_(tool),
          observer_(observer),
          stop_(std::move(stop)),
          safeStop_(plan.unsafeShare)
    {
        const auto kinds = static_cast<std::size_t>(plan.requests.size());
        result_.total.requests.resize(kinds);
        result_.bySecond.resize(kinds);
        interval_.requests.resize(kinds);
        spent_.resize(kinds, 0);
        warmUpS_ = wholeSeconds(plan.warmUp);
        measureS_ = wholeSeconds(plan.duration);
    }

    Result<LoadResult> run()
    {
        if (!folder_.isValid())
            return Error{ErrorCode::Io, QStringLiteral("No private folder can be made for wrk."), {}, {}};
        startNs_ = monotonicNs();
        if (warmUpS_ > 0) {
            if (const Status done = phase(warmUpS_, true); !done)
                return done.error();
        }
        if (result_.stop == LoadStop::Over) {
            if (const Status done = phase(measureS_, false); !done)
                return done.error();
        }
        return finish();
    }

private:
    Status phase(int seconds, bool warmingUp)
    {
        senders_.clear();
        WakeClock clock;
        for (qsizetype kind = 0; kind < plan_.requests.size(); ++kind) {
            const auto index = static_cast<std::size_t>(kind);
            const bool limited = plan_.stopWhenLimited && result_.total.requests[index].limited;
            if (plan_.requests[kind].weight <= 0 || limited || WrkSender::isSpent(plan_, kind, spent_[index]))
                continue;
            auto sender = WrkSender::start(plan_, kind, spent_[index], seconds, tool_, folder_, warmingUp);
            if (!sender)
                return sender.error();
            senders_.push_back(std::move(*sender));
            if (!result_.commands.contains(senders_.back().command()))
                result_.commands << senders_.back().command();
        }
        connections_ = 0;
        for (const WrkSender& sender : senders_)
            connections_ += sender.connections();
        double observedS = elapsedS();
        while (
            std::any_of(senders_.begin(), senders_.end(), [](const WrkSender& s) { return s.isRunning(); })) {
            clock.wait();
            if (stop_.stop_requested())
                interruptAll(LoadStop::Cancelled, cancelWithin);
            for (WrkSender& sender : senders_) {
                sender.advance(handOverWithin);
                if (sender.isSilent())
                    interruptAll(LoadStop::Unsafe, handOverWithin);
            }
            if (elapsedS() - observedS >= observeEveryS) {
                observedS = elapsedS();
                observe(warmingUp);
            }
        }
        observe(warmingUp);
        if (!warmingUp)
            result_.total.schedulerLag = clock.late();
        return phaseOver(warmingUp);
    }

    double elapsedS() const { return static_cast<double>(monotonicNs() - startNs_) / 1e9; }

    void interruptAll(LoadStop why, std::chrono::milliseconds patience)
    {
        if (result_.stop == LoadStop::Over)
            result_.stop = why;
        for (WrkSender& sender : senders_)
            sender.interrupt(patience);
    }

    void observe(bool warmingUp)
    {
        interval_.clear();
        for (WrkSender& sender : senders_) {
            const auto kind = static_cast<std::size_t>(sender.kind());
            interval_.requests[kind].merge(sender.takeNews(warmingUp));
        }
        live_.requests.resize(interval_.requests.size());
        live_.merge(interval_);
        const double elapsed = elapsedS();
        if (plan_.unsafeShare > 0 && safeStop_.isUnsafe(interval_, elapsed))
            interruptAll(LoadStop::Unsafe, handOverWithin);
        if (observer_)
            observer_(
                {elapsed, std::min(1.0, elapsed / (warmUpS_ + measureS_)), warmingUp, interval_, live_});
    }

    // What the processes said at their end.
    Status phaseOver(bool warmingUp)
    {
        bool allLimited = !senders_.empty();
        for (WrkSender& sender : senders_) {
            const auto kind = static_cast<std::size_t>(sender.kind());
            RequestTally& tally = result_.total.requests[kind];
            const auto report = sender.report();
            if (!report && result_.stop == LoadStop::Over)
                return report.error();
            const qint64 sent = report ? report->issued : sender.issued();
            spent_[kind] += sent;
            tally.sent += static_cast<quint64>(sent);
            tally.limited = tally.limited || sender.isLimited() || (report && report->limited);
            allLimited = allLimited && tally.limited;
            if (!warmingUp && report)
                count(tally, *report);
            if (sender.wasRushed() && result_.stop == LoadStop::Over)
                result_.stop = LoadStop::Unsafe;
        }
        if (allLimited && plan_.stopWhenLimited && result_.stop == LoadStop::Over)
            result_.stop = LoadStop::Limited;
        return Done{};
    }

    void count(RequestTally& tally, const WrkReport& report)
    {
        result_.measuredS = std::max(result_.measuredS, report.seconds);
        tally.answered = static_cast<quint64>(report.requests);
        const qint64 good = report.answeredWith2xx();
        // which answer took how long is not known: those that were not 2xx may have been the slowest
        tally.service = histogramOf(report, report.requests - good);
        tally.response = tally.service;
        tally.ok = tally.response.count();
        const auto timeouts = static_cast<quint64>(report.timeouts);
        if (timeouts > 0)
            tally.response.record(static_cast<quint64>(wholeSeconds(plan_.timeout)) * 1'000'000, timeouts);
        const auto add = [&tally](LoadFault fault, qint64 n) {
            tally.faults[static_cast<std::size_t>(fault)] += static_cast<quint64>(n);
        };
        add(LoadFault::Timeout, report.timeouts);
        add(LoadFault::Reset, report.readErrors + report.writeErrors);
        add(LoadFault::Unreachable, report.connectErrors);
        tally.scheduled = tally.answered + tally.fault(LoadFault::Reset);
        tally.sentInTime = tally.scheduled;
        tally.bytes += static_cast<quint64>(report.bytes);
        for (auto it = report.statuses.cbegin(); it != report.statuses.cend(); ++it) {
            if (it.value() > 0)
                tally.statuses.emplace_back(it.key(), static_cast<quint64>(it.value()));
            tally.serverErrors += it.key() >= 500 ? static_cast<quint64>(it.value()) : 0;
        }
    }

    Result<LoadResult> finish()
    {
        const bool anyAnswer = std::any_of(result_.total.requests.begin(), result_.total.requests.end(),
                                           [](const RequestTally& request) { return request.answered > 0; });
        if (!anyAnswer && result_.stop == LoadStop::Unsafe)
            return Error{
                ErrorCode::Unreachable, QStringLiteral("%1 does not answer.").arg(originOf(plan_)), {}, {}};
        for (const RequestTally& request : result_.total.requests) {
            LatencySeries series; // without edges and slices: wrk tells no times
            series.histogram = request.response;
            result_.series.push_back(std::move(series));
        }
        result_.connections = connections_;
        result_.mayPass = false;
        interval_.clear();
        for (std::size_t kind = 0; kind < result_.total.requests.size(); ++kind)
            interval_.requests[kind].response = result_.total.requests[kind].response;
        if (observer_)
            observer_({elapsedS(), 1, false, interval_, result_.total});
        return std::move(result_);
    }

    const LoadPlan& plan_;
    const ForeignTool& tool_;
    const LoadEngine::Observer& observer_;
    std::stop_token stop_;
    SafeStop safeStop_;
    PrivateFolder folder_;
    std::vector<WrkSender> senders_;
    std::vector<qint64> spent_; // requests of each kind, warm-up included
    LoadResult result_;
    LoadTally interval_;
    LoadTally live_;
    int warmUpS_ = 0;
    int measureS_ = 1;
    qint64 startNs_ = 0;
    qint64 connections_ = 0;
};

} // namespace

Result<ForeignTool> WrkEngine::find(std::stop_token stop)
{
    // "wrk debian/4.1.0-3+b2 [epoll] Copyright …", "wrk 4.2.0 [epoll] …", and then how it is used
    static const QRegularExpression version(QStringLiteral("^wrk (?:[a-z]+/)?(\\d+\\.\\d+\\.\\d+)"));
    return findTool({QStringLiteral("wrk"),
                     {QStringLiteral("-v")},
                     version,
                     QVersionNumber(4, 0, 0),
                     QVersionNumber(4),
                     QStringLiteral("apt-get install wrk")},
                    std::move(stop));
}

LoadEngineInfo WrkEngine::info() const
{
    return {QStringLiteral("wrk"), tool_.title(), tool_.path,
            QT_TRANSLATE_NOOP("awb",
                              "wrk is a closed loop and leaves timeouts out: it can prove that a service is "
                              "slow, not that it is fast.")};
}

Result<LoadResult> WrkEngine::run(const LoadPlan& plan, const Observer& observer, std::stop_token stop)
{
    if (const Status usable = checkForWrk(plan); !usable)
        return usable.error();
    return Running(plan, tool_, observer, std::move(stop)).run();
}

} // namespace awb
