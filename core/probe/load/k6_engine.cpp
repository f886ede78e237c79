#include "core/probe/load/k6_engine.h"

#include "core/probe/external_process.h"
#include "core/probe/load/k6_points.h"
#include "core/probe/load/k6_script.h"
#include "core/probe/load/safe_stop.h"

#include <QCoreApplication>

#include <algorithm>

namespace awb
{

namespace
{

constexpr double observeEveryS = 0.1;
constexpr std::chrono::milliseconds cancelWithin{50};
constexpr std::chrono::milliseconds endWithin{3000};
constexpr int gaveUp = 108; // our script does so at a limit only

class Running
{
public:
    Running(const LoadPlan& plan, const ForeignTool& tool, const LoadEngine::Observer& observer,
            std::stop_token stop)
        : plan_(plan),
          tool_(tool),
          observer_(observer),
          stop_(std::move(stop)),
          safeStop_(plan.unsafeShare),
          points_(plan)
    {
        live_.requests.resize(static_cast<std::size_t>(plan.requests.size()));
    }

    Result<LoadResult> run()
    {
        if (const Status started = start(); !started)
            return started.error();
        startNs_ = monotonicNs();
        WakeClock clock;
        double observedS = 0;
        while (process_->isRunning()) {
            clock.wait();
            if (stop_.stop_requested())
                interrupt(LoadStop::Cancelled, cancelWithin);
            process_->advance([this](const QByteArray& line) { points_.take(line); });
            if (elapsedS() - observedS >= observeEveryS) {
                observedS = elapsedS();
                observe();
            }
        }
        observe();
        return finish();
    }

private:
    Status start()
    {
        const auto script = k6ScriptOf(plan_);
        if (!script)
            return script.error();
        const auto config = folder_.write(QStringLiteral("config.json"), "{}\n");
        if (!config)
            return config.error();
        const auto file = folder_.write(QStringLiteral("load.js"), script->script);
        if (!file)
            return file.error();
        const QStringList arguments = k6Arguments(tool_.version, *config);
        ProcessPlan process{tool_.path, arguments + QStringList{*file}, script->environment, folder_.path(),
                            plan_.warmUp + plan_.duration + plan_.timeout + std::chrono::seconds(60)};
        process.environment.insert(k6Environment());
        QStringList shown = arguments;
        shown.replaceInStrings(*config, QStringLiteral("<empty>"));
        command_ = (QStringList{tool_.path} + shown + QStringList{QStringLiteral("<script>")})
                       .join(QLatin1Char(' '));
        auto running = ExternalProcess::start(process);
        if (!running)
            return running.error();
        process_ = std::move(*running);
        return Done{};
    }

    double elapsedS() const { return static_cast<double>(monotonicNs() - startNs_) / 1e9; }

    void interrupt(LoadStop why, std::chrono::milliseconds patience)
    {
        if (reason_ == LoadStop::Over)
            reason_ = why;
        process_->interrupt(patience);
    }

    // What the script says of limits stands among the warnings.
    bool isLimited(std::size_t kind) const
    {
        const QByteArray mark = "AWB limited <" + QByteArray::number(static_cast<qint64>(kind)) + '>';
        return process_->errors().contains(mark) || live_.requests[kind].limited;
    }

    bool isAnyLimited() const
    {
        bool any = false;
        for (std::size_t kind = 0; kind < live_.requests.size(); ++kind)
            any = any || isLimited(kind);
        return any;
    }

    void observe()
    {
        const LoadTally news = points_.takeNews();
        live_.merge(news);
        const double elapsed = elapsedS();
        if (process_->isRunning() && plan_.stopWhenLimited && isAnyLimited())
            interrupt(LoadStop::Limited, endWithin);
        if (process_->isRunning() && plan_.unsafeShare > 0 && safeStop_.isUnsafe(news, elapsed))
            interrupt(LoadStop::Unsafe, endWithin);
        const double all = static_cast<double>((plan_.warmUp + plan_.duration).count()) / 1000;
        if (observer_)
            observer_({elapsed, std::min(1.0, elapsed / all), !points_.isMeasuring(), news, live_});
    }

    // Empty: k6 ended as it should, or as we wanted.
    QString whyFailed() const
    {
        if (reason_ != LoadStop::Over)
            return {};
        if (process_->isOverDeadline())
            return QStringLiteral("k6 did not end in time and was killed.");
        const QString meaning = k6ExitMeaning(process_->exitCode());
        if (process_->exitCode() == gaveUp || (meaning.isEmpty() && !process_->hasLongLines()))
            return {};
        return QStringLiteral("k6 ended with code %1 (%2): %3")
            .arg(process_->exitCode())
            .arg(meaning.isEmpty() ? QStringLiteral("a line of its output is too long") : meaning,
                 withoutSecrets(process_->errors(), plan_));
    }

    Result<LoadResult> finish()
    {
        if (const QString why = whyFailed(); !why.isEmpty())
            return Error{process_->isOverDeadline() ? ErrorCode::Timeout : ErrorCode::Protocol, why, {}, {}};
        LoadResult result = points_.result(reason_ == LoadStop::Over);
        // too many warnings before the one that says which: then none of them gets a verdict
        const bool anyMayBe = process_->exitCode() == gaveUp && !isAnyLimited();
        bool allLimited = true;
        quint64 answered = 0;
        for (std::size_t kind = 0; kind < result.total.requests.size(); ++kind) {
            RequestTally& tally = result.total.requests[kind];
            tally.limited = anyMayBe || isLimited(kind);
            allLimited = allLimited && tally.limited;
            answered += tally.answered;
        }
        if (answered == 0 && points_.requests() == 0 && reason_ == LoadStop::Over)
            return Error{ErrorCode::Protocol,
                         QStringLiteral("k6 sent nothing: %1").arg(withoutSecrets(process_->errors(), plan_)),
                         {},
                         {}};
        if (answered == 0 && isNeverConnected(result.total))
            return Error{ErrorCode::Unreachable,
                         QStringLiteral("No connection to %1 works.").arg(originOf(plan_)),
                         {},
                         {}};
        result.stop = reason_;
        if (reason_ == LoadStop::Over && plan_.stopWhenLimited && (anyMayBe || isAnyLimited()))
            result.stop = LoadStop::Limited; // the script was faster than we
        if (result.stop == LoadStop::Limited && !allLimited)
            result.stop = LoadStop::Cap; // the kinds that were not limited were cut short
        result.commands << command_;
        return result;
    }

    static bool isNeverConnected(const LoadTally& total)
    {
        quint64 all = 0;
        quint64 without = 0;
        for (const RequestTally& request : total.requests) {
            all += request.scheduled;
            without += request.fault(LoadFault::Refused) + request.fault(LoadFault::Unreachable) +
                       request.fault(LoadFault::Tls);
        }
        return all > 0 && without == all;
    }

    const LoadPlan& plan_;
    const ForeignTool& tool_;
    const LoadEngine::Observer& observer_;
    std::stop_token stop_;
    SafeStop safeStop_;
    K6Points points_;
    PrivateFolder folder_;
    std::unique_ptr<ExternalProcess> process_;
    QString command_;
    LoadTally live_;
    LoadStop reason_ = LoadStop::Over;
    qint64 startNs_ = 0;
};

} // namespace

QString k6ExitMeaning(int code)
{
    switch (code) {
    case 0:
    case 99:
        return {};
    case 97:
    case 98:
        return QStringLiteral("the cloud refused");
    case 100:
    case 101:
    case 102:
        return QStringLiteral("a part of the run took too long");
    case 104:
        return QStringLiteral("its configuration is wrong");
    case 105:
        return QStringLiteral("it was interrupted");
    case 107:
        return QStringLiteral("an exception in the script");
    case 108:
        return QStringLiteral("the script gave up");
    case 109:
        return QStringLiteral("a fault in k6");
    case 110:
        return QStringLiteral("it was marked as failed");
    default:
        return QStringLiteral("not known");
    }
}

Result<ForeignTool> K6Engine::find(std::stop_token stop)
{
    // "k6 v0.57.0 (commit/…, go1.23.6, linux/amd64)", "k6 v2.2.0 (…)"
    static const QRegularExpression version(QStringLiteral("^k6(?:\\.exe)? v?(\\d+\\.\\d+\\.\\d+)"));
    return findTool({QStringLiteral("k6"),
                     {QStringLiteral("version")},
                     version,
                     QVersionNumber(0, 38, 0),
                     QVersionNumber(2),
                     QStringLiteral("https://grafana.com/docs/k6/latest/set-up/install-k6/")},
                    std::move(stop));
}

LoadEngineInfo K6Engine::info() const
{
    return {QStringLiteral("k6"), tool_.title(), tool_.path,
            QT_TRANSLATE_NOOP("awb",
                              "k6 does not say when a request was due: it is reckoned from its constant "
                              "rate, and where it dropped iterations no pass is given.")};
}

Result<LoadResult> K6Engine::run(const LoadPlan& plan, const Observer& observer, std::stop_token stop)
{
    return Running(plan, tool_, observer, std::move(stop)).run();
}

} // namespace awb
