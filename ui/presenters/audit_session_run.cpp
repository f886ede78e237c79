// Running probes for the open audit: secrets on a worker, evidence into the journal as it comes.
#include "ui/presenters/audit_session.h"

#include "core/rules/rules.h"
#include "core/store/store_thread.h"
#include "core/target/secret_store.h"
#include "ui/presenters/background.h"

#include <QJsonArray>

namespace awb
{

namespace
{

constexpr qsizetype kMaxLogLines = 500;

// Every secret the profile names, by the key that ProbeTarget documents.
QMap<QString, SecretRef> secretRefs(const TargetProfile& profile)
{
    QMap<QString, SecretRef> refs;
    for (qsizetype i = 0; i < profile.postgres.size(); ++i) {
        refs.insert(QStringLiteral("postgres/%1").arg(i), profile.postgres.at(i).secret);
    }
    if (profile.pgbouncer) {
        refs.insert(QStringLiteral("pgbouncer"), profile.pgbouncer->secret);
    }
    if (profile.redis) {
        refs.insert(QStringLiteral("redis"), profile.redis->secret);
    }
    if (profile.http && profile.http->auth) {
        refs.insert(QStringLiteral("http"), profile.http->auth->secret);
    }
    if (profile.http && profile.http->secondAuth) {
        refs.insert(QStringLiteral("http/second"), profile.http->secondAuth->secret);
    }
    refs.insert(QStringLiteral("traces"), profile.tracesSecret);
    refs.insert(QStringLiteral("traces/app"), profile.tracesAppSecret);
    return refs;
}

Result<QMap<QString, Secret>> resolveAll(const QMap<QString, SecretRef>& refs, SecretStore& store,
                                         const QString& profilePath, QMap<QString, Secret> known)
{
    for (auto it = refs.constBegin(); it != refs.constEnd(); ++it) {
        if (it->kind == SecretRef::Kind::None || known.contains(it.key())) {
            continue;
        }
        Result<Secret> secret = resolveSecret(*it, store, profilePath, it.key());
        if (!secret) {
            return secret.error();
        }
        known.insert(it.key(), *secret);
    }
    return known;
}

} // namespace

std::vector<const ProbeDescriptor*> AuditSession::probesFor(const QString& checkId) const
{
    const Result<TargetProfile> target = profile();
    if (!open_ || !target) {
        return {};
    }
    return workbench_.probes.select(*target, checkId.isEmpty() ? QStringList() : QStringList{checkId});
}

void AuditSession::provideSecret(const QString& key, const Secret& secret)
{
    secrets_.insert(key, secret);
}

void AuditSession::runProbes(const RunRequest& request)
{
    if (!mayWrite() || running_) {
        return;
    }
    Result<TargetProfile> target = profile();
    if (!target) {
        Q_EMIT problem(target.error());
        return;
    }
    if (const Status consent = checkConsent(*target, request.consent); !consent) {
        Q_EMIT problem(consent.error());
        return;
    }
    QStringList missing;
    const QMap<QString, SecretRef> refs = secretRefs(*target);
    for (auto it = refs.constBegin(); it != refs.constEnd(); ++it) {
        if (it->kind == SecretRef::Kind::Ask && !secrets_.contains(it.key())) {
            missing << it.key();
        }
    }
    if (!missing.isEmpty()) {
        Q_EMIT secretsNeeded(missing);
        return;
    }
    std::vector<ProbeDescriptor> chosen;
    for (const ProbeDescriptor* probe : workbench_.probes.select(*target, {})) {
        if (request.probes.isEmpty() || request.probes.contains(probe->id)) {
            chosen.push_back(*probe);
        }
    }
    if (chosen.empty()) {
        Q_EMIT problem(
            {ErrorCode::NotFound, tr("No probe can run: the audit names no target for it."), {}, {}});
        return;
    }
    startRun(request, std::move(chosen), std::move(*target));
}

void AuditSession::resolveTarget(QObject* context,
                                 std::function<void(Result<std::shared_ptr<const ProbeTarget>>)> done)
{
    Result<TargetProfile> target = profile();
    if (!target) {
        done(target.error());
        return;
    }
    QMap<QString, SecretRef> refs = secretRefs(*target);
    refs.removeIf([this](QMap<QString, SecretRef>::iterator ref) {
        return ref.value().kind == SecretRef::Kind::Ask && !secrets_.contains(ref.key());
    });
    runInBackground(
        pool_, context,
        [refs, &store = workbench_.secrets, path = target->path, known = secrets_] {
            return resolveAll(refs, store, path, known);
        },
        [target = *target, done = std::move(done)](Result<QMap<QString, Secret>> secrets) {
            if (!secrets) {
                done(secrets.error());
                return;
            }
            auto shared = std::make_shared<ProbeTarget>();
            shared->profile = target;
            shared->secrets = std::move(*secrets);
            done(std::shared_ptr<const ProbeTarget>(std::move(shared)));
        });
}

void AuditSession::startRun(const RunRequest& request, std::vector<ProbeDescriptor> probes,
                            TargetProfile target)
{
    running_ = true;
    activity_.clear();
    QStringList ids;
    for (const ProbeDescriptor& probe : probes) {
        ids << probe.id;
        activity_.insert(probe.id, {});
    }
    Q_EMIT runStarted(ids);
    const QMap<QString, SecretRef> refs = secretRefs(target);
    const QString path = target.path; // taken before the target moves: arguments have no order
    runInBackground(
        pool_, this,
        // The secret store outlives every session (Workbench).
        [refs, &store = workbench_.secrets, path, known = secrets_] {
            return resolveAll(refs, store, path, known);
        },
        [this, request, probes = std::move(probes), target = std::move(target),
         generation = generation_](Result<QMap<QString, Secret>> secrets) mutable {
            if (generation != generation_ || !running_) {
                return;
            }
            if (!secrets) {
                running_ = false;
                Q_EMIT problem(secrets.error());
                Q_EMIT runFinished(true);
                return;
            }
            auto shared = std::make_shared<ProbeTarget>();
            shared->profile = std::move(target);
            shared->secrets = std::move(*secrets);
            shared->allowed = request.consent.allowed;
            shared->seed = request.seed;
            launch(std::move(probes), std::move(shared));
        });
}

void AuditSession::launch(std::vector<ProbeDescriptor> probes, std::shared_ptr<const ProbeTarget> target)
{
    ensureRunner();
    make({entry(EntryKind::RunStarted,
                {{QStringLiteral("capabilities"), QJsonArray::fromStringList(capabilityIds(target->allowed))},
                 {QStringLiteral("target"), target->profile.displayTarget()}})});
    runner_->start(std::move(probes), std::move(target));
}

void AuditSession::ensureRunner()
{
    if (runner_) {
        return;
    }
    runner_ = std::make_unique<ProbeRunner>(workbench_.clock);
    connect(runner_.get(), &ProbeRunner::probeStarted, this, [this](const QString& probe) {
        ProbeActivity& activity = activity_[probe];
        activity.state = ProbeState::Running;
        activity.started = workbench_.clock.now();
        Q_EMIT probeChanged(probe);
    });
    connect(runner_.get(), &ProbeRunner::probeProgressed, this,
            [this](const QString& probe, double fraction, const Message& text) {
                ProbeActivity& activity = activity_[probe];
                activity.fraction = fraction;
                activity.text = text;
                Q_EMIT probeChanged(probe);
            });
    connect(runner_.get(), &ProbeRunner::probeLogged, this,
            [this](const QString& probe, const QString& line) {
                QStringList& log = activity_[probe].log;
                log << line;
                if (log.size() > kMaxLogLines) {
                    log.removeFirst();
                }
                Q_EMIT probeChanged(probe);
            });
    connect(runner_.get(), &ProbeRunner::loadProgressed, this,
            [this](const QString& probe, const LoadStatusPtr& status) {
                activity_[probe].load = status;
                Q_EMIT loadChanged(probe);
            });
    connect(runner_.get(), &ProbeRunner::probeFinished, this, &AuditSession::onProbeFinished);
    connect(runner_.get(), &ProbeRunner::finished, this, [this](bool cancelled) {
        running_ = false;
        make({entry(EntryKind::RunFinished, {{QStringLiteral("cancelled"), cancelled}})});
        Q_EMIT runFinished(cancelled);
    });
}

// Partial facts of a stopped probe are evidence too: incomplete, so they never pass.
void AuditSession::onProbeFinished(const ProbeOutcome& outcome)
{
    ProbeActivity& activity = activity_[outcome.probe];
    activity.state = outcome.state;
    activity.durationMs = outcome.facts.durationMs;
    activity.text = outcome.facts.reason;
    if (outcome.state == ProbeState::Done) {
        activity.fraction = 1;
    }
    if (outcome.state != ProbeState::NotAllowed) {
        const JournalEntry evidence = entry(EntryKind::Evidence, toJson(outcome.facts));
        document_.apply(evidence);
        store_->append({evidence});
        changedChecks_ << outcome.facts.checks;
        evaluateLater();
    }
    Q_EMIT probeChanged(outcome.probe);
}

void AuditSession::stopProbe(const QString& probeId)
{
    if (runner_) {
        runner_->stopProbe(probeId);
    }
}

void AuditSession::stopProbes()
{
    if (!running_) {
        return;
    }
    if (runner_ && runner_->isRunning()) {
        runner_->stop();
        return;
    }
    running_ = false; // still resolving secrets: nothing was sent
    Q_EMIT runFinished(true);
}

} // namespace awb
