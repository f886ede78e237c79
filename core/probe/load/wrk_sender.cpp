#include "core/probe/load/wrk_sender.h"

#include "core/probe/load/wrk_script.h"

#include <QFile>
#include <QRandomGenerator>

#include <algorithm>
#include <cmath>

namespace awb
{

namespace
{

constexpr qint64 mostReport = 16 * 1024 * 1024;
constexpr double eachLineUpTo = 100; // requests a second
constexpr int mostThreads = 64;

int connectionsOf(const LoadPlan& plan, qsizetype kind)
{
    const double share = rateOf(plan, kind) / std::max(plan.rate, 1e-9);
    if (plan.connections > 0)
        return std::max(1, static_cast<int>(std::lround(plan.connections * share)));
    return static_cast<int>(std::clamp(std::ceil(rateOf(plan, kind) * 0.1), 4.0, 200.0));
}

qint64 mostOf(const LoadPlan& plan, qsizetype kind)
{
    qint64 most = plan.requests[kind].most;
    if (plan.mostRequests > 0) {
        const double share = rateOf(plan, kind) / std::max(plan.rate, 1e-9);
        const auto ofAll =
            std::max<qint64>(1, static_cast<qint64>(static_cast<double>(plan.mostRequests) * share));
        most = most > 0 ? std::min(most, ofAll) : ofAll;
    }
    return most;
}

WrkTask taskOf(const LoadPlan& plan, qsizetype kind, int connections, const QString& reportFile)
{
    const LoadRequest& request = plan.requests[kind];
    const double rate = rateOf(plan, kind);
    WrkTask task;
    task.bytes = request.bytes;
    task.uuidAt = request.uuidAt;
    // of every process another one: wrk draws the rest from the seed, which may have been another run's
    task.uuidStart = QByteArray::number(QRandomGenerator::system()->generate(), 16).rightJustified(8, '0');
    task.connections = connections;
    task.seed = plan.seed + static_cast<quint64>(kind);
    task.stopWhenLimited = plan.stopWhenLimited;
    task.reportFile = reportFile.toLocal8Bit();
    task.reportEach = false;
    if (plan.arrivals != ArrivalKind::ClosedLoop) {
        task.gapMs = std::max(1.0, 1000.0 * connections / rate);
        task.mostASecond = static_cast<qint64>(std::ceil(3 * rate)) + 2 * connections + 20;
        task.reportEach = rate <= eachLineUpTo;
    }
    return task;
}

} // namespace

bool WrkSender::isSpent(const LoadPlan& plan, qsizetype kind, qint64 spent)
{
    const qint64 most = mostOf(plan, kind);
    return most > 0 && spent >= most;
}

Result<WrkSender> WrkSender::start(const LoadPlan& plan, qsizetype kind, qint64 spent, int seconds,
                                   const ForeignTool& tool, const PrivateFolder& folder, bool warmingUp)
{
    WrkSender sender;
    sender.plan_ = &plan;
    sender.kind_ = kind;
    sender.connections_ = connectionsOf(plan, kind);
    sender.rate_ = plan.arrivals == ArrivalKind::ClosedLoop ? 1 : rateOf(plan, kind);
    const QString name =
        QStringLiteral("%1-%2").arg(warmingUp ? QStringLiteral("warm") : QStringLiteral("run")).arg(kind);
    sender.reportFile_ = folder.filePath(name + QStringLiteral(".json"));
    WrkTask task = taskOf(plan, kind, sender.connections_, sender.reportFile_);
    if (const qint64 most = mostOf(plan, kind); most > 0)
        task.most = most - spent; // more than 0, or it is spent
    const auto script = folder.write(name + QStringLiteral(".lua"), wrkScript(task));
    if (!script)
        return script.error();
    // one thread where there is a pause: it is never busy
    const int threads = plan.arrivals == ArrivalKind::ClosedLoop
                            ? std::clamp(plan.threads, 1, std::min(sender.connections_, mostThreads))
                            : 1;
    const auto timeoutS = (plan.timeout.count() + 999) / 1000;
    const QStringList before{
        QStringLiteral("-t%1").arg(threads), QStringLiteral("-c%1").arg(sender.connections_),
        QStringLiteral("-d%1s").arg(seconds), QStringLiteral("-T%1s").arg(timeoutS), QStringLiteral("-s")};
    const QString url =
        originOf(plan) + QLatin1Char('/'); // the script has the path, which may hold a credential
    sender.command_ = (QStringList{tool.path} + before + QStringList{QStringLiteral("<script>"), url})
                          .join(QLatin1Char(' '));
    constexpr std::chrono::seconds handOver{60};
    auto process = ExternalProcess::start({tool.path,
                                           before + QStringList{*script, url},
                                           {},
                                           folder.path(),
                                           std::chrono::seconds(seconds) + handOver});
    if (!process)
        return process.error();
    sender.process_ = std::move(*process);
    sender.lastLineNs_ = monotonicNs();
    return sender;
}

void WrkSender::advance(std::chrono::milliseconds handOverWithin)
{
    process_->advance([this](const QByteArray& line) { take(line); });
    if (limited_ || full_ || rushed_)
        process_->interrupt(handOverWithin);
}

// "AWB <thread> <sent> <answered> <2xx> <5xx> <word>"; anything else is wrk's own talk.
void WrkSender::take(const QByteArray& line)
{
    const QByteArrayList words = line.split(' ');
    if (words.size() != 7 || words[0] != "AWB")
        return;
    const int thread = words[1].toInt();
    if (thread < 1 || thread > mostThreads)
        return;
    byThread_[thread] = {words[2].toLongLong(), words[3].toLongLong(), words[4].toLongLong(),
                         words[5].toLongLong()};
    limited_ = limited_ || words[6] == "limited";
    full_ = full_ || words[6] == "full";
    rushed_ = rushed_ || words[6] == "rush";
    lastLineNs_ = monotonicNs();
}

bool WrkSender::isSilent() const
{
    // All connections may wait for slow answers; one that is free sends again after its pause, unless it
    // cannot.
    const bool allWait = sum(&Counts::issued) - sum(&Counts::answered) >= connections_;
    const double patienceS = allWait ? 3 + static_cast<double>(plan_->timeout.count()) / 1000 : 5;
    const double silentS = static_cast<double>(monotonicNs() - lastLineNs_) / 1e9;
    return isRunning() && silentS > patienceS + 20 / rate_;
}

qint64 WrkSender::sum(qint64 Counts::*of) const
{
    qint64 all = 0;
    for (const auto& thread : byThread_)
        all += thread.second.*of;
    return all;
}

qint64 WrkSender::lost() const
{
    return std::max<qint64>(0, sum(&Counts::issued) - sum(&Counts::answered) - connections_);
}

RequestTally WrkSender::takeNews(bool warmingUp)
{
    const Counts now{sum(&Counts::issued), sum(&Counts::answered), sum(&Counts::good), sum(&Counts::bad)};
    const auto since = [](qint64 after, qint64 before) {
        return static_cast<quint64>(std::max<qint64>(0, after - before));
    };
    RequestTally news;
    const quint64 gone = since(lost(), toldLost_);
    news.sent = since(now.issued, told_.issued);
    news.watched = since(now.answered, told_.answered) + gone;
    news.watchedBad = since(now.bad, told_.bad) + gone;
    if (!warmingUp) {
        news.scheduled = news.sentInTime = news.sent;
        news.answered = since(now.answered, told_.answered);
        news.ok = since(now.good, told_.good);
        news.serverErrors = since(now.bad, told_.bad);
    }
    told_ = now;
    toldLost_ = std::max(toldLost_, lost());
    return news;
}

Result<WrkReport> WrkSender::report() const
{
    QFile file(reportFile_);
    if (process_->exitCode() != 0 || !file.open(QIODevice::ReadOnly)) {
        const QString said = withoutSecrets(process_->errors(), *plan_);
        if (process_->isOverDeadline())
            return Error{
                ErrorCode::Timeout, QStringLiteral("wrk did not end in time and was killed."), {}, {}};
        if (said.startsWith(QLatin1String("unable to connect")) ||
            said.startsWith(QLatin1String("unable to resolve")))
            return Error{ErrorCode::Unreachable, QStringLiteral("wrk: %1").arg(said), {}, {}};
        return Error{ErrorCode::Protocol,
                     QStringLiteral("wrk failed (exit code %1): %2").arg(process_->exitCode()).arg(said),
                     {},
                     {}};
    }
    auto report = readWrkReport(file.read(mostReport + 1));
    if (report && !takeInventedOut(*report))
        return Error{ErrorCode::Protocol,
                     QStringLiteral("wrk's histogram holds %1 requests, but %2 were answered in time.")
                         .arg(report->inBuckets())
                         .arg(report->requests - report->timeouts),
                     {},
                     {}};
    return report;
}

} // namespace awb
