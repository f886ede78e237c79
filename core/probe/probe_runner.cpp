#include "core/probe/probe_runner.h"

#include <QCoreApplication>
#include <QMetaObject>
#include <QTimer>

#include <algorithm>
#include <condition_variable>
#include <thread>

namespace awb
{

namespace
{

constexpr std::chrono::milliseconds reportCancelWithin{80};
constexpr std::chrono::milliseconds abandonedMayLive{2000};

Facts failedFacts(const ProbeDescriptor& probe, Message reason, QString unlock, QDateTime started)
{
    Facts facts;
    facts.probe = probe.id;
    facts.checks = probe.checks;
    facts.failed = true;
    facts.reason = std::move(reason);
    facts.unlock = std::move(unlock);
    facts.started = std::move(started);
    return facts;
}

// Counts the threads that are out, so that a destructor can wait for them for a bounded time.
struct Latch
{
    std::mutex mutex;
    std::condition_variable changed;
    int out = 0;

    void enter()
    {
        const std::scoped_lock lock(mutex);
        ++out;
    }
    void leave()
    {
        const std::scoped_lock lock(mutex);
        --out;
        changed.notify_all();
    }
    void waitForAll(std::chrono::milliseconds atMost)
    {
        std::unique_lock lock(mutex);
        changed.wait_for(lock, atMost, [this] { return out == 0; });
    }
};

// How a probe's thread reaches the runner, or finds that it is gone. Posting happens under the lock, so the
// runner cannot be destroyed in between; events already posted die with it.
struct Mailbox
{
    std::mutex mutex;
    ProbeRunner* runner = nullptr;

    template<typename F>
    void post(F&& call)
    {
        const std::scoped_lock lock(mutex);
        if (runner)
            QMetaObject::invokeMethod(runner, std::forward<F>(call), Qt::QueuedConnection);
    }
    void close()
    {
        const std::scoped_lock lock(mutex);
        runner = nullptr;
    }
};

// What a probe's thread and the runner own together; it outlives whichever ends first.
struct Job
{
    ProbeDescriptor probe;
    ProbeState state = ProbeState::Waiting; // runner's thread only
    std::stop_source stop;
    std::shared_ptr<ProbeContext> context;
    QDateTime started;
};

Result<Facts> runProtected(const ProbeDescriptor& descriptor, const ProbeTarget& target,
                           ProbeContext& context)
{
    try {
        return descriptor.create()->run(target, context);
    } catch (const std::exception& failure) {
        return Error{ErrorCode::Internal,
                     QStringLiteral("The probe %1 broke off unexpectedly.").arg(descriptor.id),
                     redactSecrets(QString::fromUtf8(failure.what()), target.allSecrets()),
                     {}};
    }
}

} // namespace

struct ProbeRunner::Run
{
    std::vector<std::shared_ptr<Job>> jobs;
    std::shared_ptr<const ProbeTarget> target;
    std::shared_ptr<Latch> latch = std::make_shared<Latch>();
    std::shared_ptr<Mailbox> mailbox = std::make_shared<Mailbox>();
    int number = 0; // a late answer of an earlier run is told by it
    bool active = false;
    bool cancelled = false;

    int running() const
    {
        return static_cast<int>(std::count_if(
            jobs.begin(), jobs.end(), [](const auto& job) { return job->state == ProbeState::Running; }));
    }
    bool exclusiveRuns() const
    {
        return std::any_of(jobs.begin(), jobs.end(), [](const auto& job) {
            return job->state == ProbeState::Running && job->probe.exclusive;
        });
    }
    bool predecessorsDone(const Job& job) const
    {
        return std::none_of(jobs.begin(), jobs.end(), [&](const auto& other) {
            return job.probe.after.contains(other->probe.id) &&
                   (other->state == ProbeState::Waiting || other->state == ProbeState::Running);
        });
    }
    bool onlyExclusiveLeft() const
    {
        return std::none_of(jobs.begin(), jobs.end(), [](const auto& job) {
            return job->state == ProbeState::Running ||
                   (job->state == ProbeState::Waiting && !job->probe.exclusive);
        });
    }
    std::shared_ptr<Job> next() const
    {
        if (exclusiveRuns())
            return nullptr;
        for (const auto& job : jobs) {
            if (job->state != ProbeState::Waiting || !predecessorsDone(*job))
                continue;
            if (!job->probe.exclusive || onlyExclusiveLeft())
                return job;
        }
        return nullptr;
    }
};

ProbeRunner::ProbeRunner(const Clock& clock, int threads, QObject* parent)
    : QObject(parent),
      run_(std::make_unique<Run>()),
      clock_(clock),
      threads_(threads)
{
    qRegisterMetaType<awb::ProbeOutcome>();
    qRegisterMetaType<awb::Message>();
    qRegisterMetaType<awb::LoadStatusPtr>();
    run_->mailbox->runner = this;
}

ProbeRunner::~ProbeRunner()
{
    for (const auto& job : run_->jobs)
        job->stop.request_stop();
    run_->mailbox->close();
    // The clock and our caller's objects must not be used by a probe after this: give the threads time to
    // leave.
    run_->latch->waitForAll(abandonedMayLive);
}

bool ProbeRunner::isRunning() const
{
    return run_->active;
}

void ProbeRunner::start(std::vector<ProbeDescriptor> probes, std::shared_ptr<const ProbeTarget> target)
{
    Q_ASSERT(!run_->active);
    auto next = std::make_unique<Run>();
    next->latch = run_->latch;
    next->mailbox = run_->mailbox;
    next->number = run_->number + 1;
    run_ = std::move(next);
    run_->target = std::move(target);
    run_->active = true;
    for (ProbeDescriptor& probe : probes) {
        auto job = std::make_shared<Job>();
        job->probe = std::move(probe);
        run_->jobs.push_back(std::move(job));
    }
    // from the event loop, so that a caller can connect and return first
    QMetaObject::invokeMethod(this, &ProbeRunner::dispatch, Qt::QueuedConnection);
}

void ProbeRunner::dispatch()
{
    if (!run_->active)
        return;
    while (run_->running() < threads_) {
        const std::shared_ptr<Job> job = run_->next();
        if (!job)
            break;
        launch(job->probe.id);
    }
    const bool over = std::none_of(run_->jobs.begin(), run_->jobs.end(), [](const auto& job) {
        return job->state == ProbeState::Waiting || job->state == ProbeState::Running;
    });
    if (over) {
        run_->active = false;
        Q_EMIT finished(run_->cancelled);
    }
}

void ProbeRunner::launch(const QString& id)
{
    const auto found = std::find_if(run_->jobs.begin(), run_->jobs.end(),
                                    [&](const auto& job) { return job->probe.id == id; });
    const std::shared_ptr<Job> job = *found;
    job->started = clock_.now();
    const Capabilities missing = job->probe.needs & ~run_->target->allowed;
    if (missing) {
        finish(id, ProbeState::NotAllowed,
               failedFacts(job->probe,
                           Message(QT_TRANSLATE_NOOP("awb", "Not allowed in this run: it needs %1."),
                                   {MessageArg(capabilityIds(missing).join(QStringLiteral(", ")))}),
                           QStringLiteral("--allow %1").arg(capabilityIds(missing).join(QLatin1Char(','))),
                           job->started));
        return;
    }
    auto budget = job->probe.budget;
    if (job->probe.usesWindow)
        budget += std::chrono::milliseconds(run_->target->profile.observeMs);
    job->context = std::make_shared<ProbeContext>(clock_, budget, listenerFor(id), job->stop.get_token());
    job->state = ProbeState::Running;
    Q_EMIT probeStarted(id);
    run_->latch->enter();
    std::thread([job, id, target = run_->target, latch = run_->latch, mailbox = run_->mailbox, runner = this,
                 number = run_->number] {
        const Result<Facts> result = runProtected(job->probe, *target, *job->context);
        mailbox->post([runner, id, number, result] { runner->collect(id, number, result); });
        latch->leave();
    }).detach();
}

ProbeContext::Listener ProbeRunner::listenerFor(const QString& id)
{
    ProbeContext::Listener listener;
    listener.progress = [mailbox = run_->mailbox, runner = this, id](double fraction, const Message& text) {
        mailbox->post([runner, id, fraction, text] { Q_EMIT runner->probeProgressed(id, fraction, text); });
    };
    listener.log = [mailbox = run_->mailbox, runner = this, id](const QString& line) {
        mailbox->post([runner, id, line] { Q_EMIT runner->probeLogged(id, line); });
    };
    listener.load = [mailbox = run_->mailbox, runner = this, id](const LoadStatusPtr& status) {
        mailbox->post([runner, id, status] { Q_EMIT runner->loadProgressed(id, status); });
    };
    return listener;
}

// A probe came back: with facts, with an error, or because it was asked to stop.
void ProbeRunner::collect(const QString& id, int number, const Result<Facts>& result)
{
    if (number != run_->number)
        return;
    const auto found = std::find_if(run_->jobs.begin(), run_->jobs.end(),
                                    [&](const auto& job) { return job->probe.id == id; });
    if (found == run_->jobs.end() || (*found)->state != ProbeState::Running)
        return; // reported as stopped before
    Job& job = **found;
    if (job.stop.stop_requested() && (!result || !result->complete)) {
        finish(id, ProbeState::Cancelled, result ? *result : partialFacts(id));
        return;
    }
    if (result) {
        finish(id, ProbeState::Done, *result);
        return;
    }
    const QList<Secret> secrets = run_->target->allSecrets();
    Q_EMIT probeLogged(
        id, redactSecrets(result.error().message + QLatin1Char(' ') + result.error().detail, secrets));
    Facts facts = failedFacts(job.probe, Message::verbatim(redactSecrets(result.error().message, secrets)),
                              result.error().remedy, job.started);
    facts.details.insert(QStringLiteral("error"), errorCodeName(result.error().code));
    finish(id, ProbeState::Failed, std::move(facts));
}

// What a stopped probe had published, or that it had nothing yet.
Facts ProbeRunner::partialFacts(const QString& id) const
{
    const auto found = std::find_if(run_->jobs.begin(), run_->jobs.end(),
                                    [&](const auto& job) { return job->probe.id == id; });
    const Job& job = **found;
    if (job.context) {
        if (auto partial = job.context->partial())
            return *partial;
    }
    return failedFacts(job.probe, QT_TRANSLATE_NOOP("awb", "Stopped before anything was measured."), {},
                       job.started.isValid() ? job.started : clock_.now());
}

void ProbeRunner::finish(const QString& id, ProbeState state, Facts facts)
{
    const auto found = std::find_if(run_->jobs.begin(), run_->jobs.end(),
                                    [&](const auto& job) { return job->probe.id == id; });
    Job& job = **found;
    job.state = state;
    facts.probe = id;
    if (facts.checks.isEmpty())
        facts.checks = job.probe.checks;
    if (!facts.started.isValid())
        facts.started = job.started.isValid() ? job.started : clock_.now();
    if (facts.durationMs == 0)
        facts.durationMs = facts.started.msecsTo(clock_.now());
    if (facts.sent.isEmpty() && job.context)
        facts.sent = job.context->sentSoFar();
    if (state == ProbeState::Cancelled) {
        facts.cancelled = true;
        facts.complete = false;
        if (facts.reason.isEmpty())
            facts.reason = QT_TRANSLATE_NOOP("awb", "Stopped before it was complete.");
    }
    Q_EMIT probeFinished(ProbeOutcome{id, state, std::move(facts)});
    QMetaObject::invokeMethod(this, &ProbeRunner::dispatch, Qt::QueuedConnection);
}

void ProbeRunner::stop()
{
    if (!run_->active)
        return;
    run_->cancelled = true;
    QStringList ids;
    for (const auto& job : run_->jobs)
        ids.append(job->probe.id);
    for (const QString& id : std::as_const(ids))
        stopProbe(id);
}

void ProbeRunner::stopProbe(const QString& id)
{
    const auto found = std::find_if(run_->jobs.begin(), run_->jobs.end(),
                                    [&](const auto& job) { return job->probe.id == id; });
    if (found == run_->jobs.end())
        return;
    Job& job = **found;
    if (job.state == ProbeState::Waiting) {
        finish(id, ProbeState::Cancelled, partialFacts(id));
        return;
    }
    if (job.state != ProbeState::Running || job.stop.stop_requested())
        return;
    job.stop.request_stop();
    // Whoever has not come back by then is reported from what it published; its thread ends on its own.
    QTimer::singleShot(reportCancelWithin, Qt::PreciseTimer, this, [this, id, number = run_->number] {
        if (number != run_->number)
            return;
        const auto late = std::find_if(run_->jobs.begin(), run_->jobs.end(),
                                       [&](const auto& other) { return other->probe.id == id; });
        if (late != run_->jobs.end() && (*late)->state == ProbeState::Running)
            finish(id, ProbeState::Cancelled, partialFacts(id));
    });
}

} // namespace awb
