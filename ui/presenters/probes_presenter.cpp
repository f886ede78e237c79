#include "ui/presenters/probes_presenter.h"

#include "core/foundation/units.h"
#include "ui/presenters/check_view.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace std::chrono_literals;

namespace awb
{

namespace
{

constexpr ProbeSource kSources[] = {ProbeSource::Postgres, ProbeSource::PgBouncer,  ProbeSource::Redis,
                                    ProbeSource::Http,     ProbeSource::Prometheus, ProbeSource::Repository,
                                    ProbeSource::Logs};

QString words(const char* source)
{
    return QCoreApplication::translate("awb", source);
}

QString phaseWord(ProbePhase phase)
{
    switch (phase) {
    case ProbePhase::NotRun:
        return ProbesPresenter::tr("Not run yet");
    case ProbePhase::Waiting:
        return ProbesPresenter::tr("Waiting");
    case ProbePhase::Running:
        return ProbesPresenter::tr("Running");
    case ProbePhase::Done:
        return ProbesPresenter::tr("Done");
    case ProbePhase::NotMeasured:
        return ProbesPresenter::tr("Not measured");
    case ProbePhase::Failed:
        return ProbesPresenter::tr("Stopped by an error");
    case ProbePhase::Stopped:
        return ProbesPresenter::tr("Stopped");
    case ProbePhase::NotAllowed:
        return ProbesPresenter::tr("Not allowed");
    }
    return {};
}

QString secondsText(qint64 milliseconds)
{
    const QLocale locale;
    if (milliseconds < 100000)
        return locale.toString(static_cast<double>(milliseconds) / 1000.0, 'f',
                               milliseconds < 20000 ? 1 : 0) +
               QStringLiteral("\u00A0s");
    return formatQuantity(static_cast<double>(milliseconds / 1000), QStringLiteral("s"), locale);
}

// The worst first: a probe that serves two checks shows the one that needs attention.
int rank(MarkGlyph glyph)
{
    switch (glyph) {
    case MarkGlyph::Fail:
        return 0;
    case MarkGlyph::Warn:
        return 1;
    case MarkGlyph::NotMeasured:
        return 2;
    case MarkGlyph::TooClose:
        return 3;
    case MarkGlyph::Pass:
        return 4;
    case MarkGlyph::NotApplicable:
        return 5;
    case MarkGlyph::Undecided:
        return 6;
    }
    return 7;
}

bool isOver(ProbePhase phase)
{
    return phase != ProbePhase::NotRun && phase != ProbePhase::Waiting && phase != ProbePhase::Running;
}

} // namespace

QVector<SendView> sendsOf(const ProbeDescriptor& probe, const TargetProfile& profile)
{
    QVector<SendView> sends;
    if (!probe.plan)
        return sends;
    for (const PlannedSend& send : probe.plan(profile)) {
        QString howMuch = send.bound;
        if (send.atMost == 1)
            howMuch = ProbesPresenter::tr("once");
        else if (send.atMost > 1)
            howMuch = ProbesPresenter::tr("up to %1 times").arg(QLocale().toString(send.atMost));
        if (send.atMost >= 0 && !send.bound.isEmpty())
            howMuch += QStringLiteral(", ") + send.bound;
        sends.append({send.what, howMuch});
    }
    return sends;
}

ProbesPresenter::ProbesPresenter(AuditSession& session, QObject* parent) : QObject(parent), session_(session)
{
    flushTimer_.setSingleShot(true);
    flushTimer_.setInterval(100ms); // ten repaints a second, however often probes report
    connect(&flushTimer_, &QTimer::timeout, this, &ProbesPresenter::flush);
    clockTimer_.setInterval(1s);
    connect(&clockTimer_, &QTimer::timeout, this, [this] {
        for (const ProbeGroup& group : std::as_const(groups_)) {
            for (const ProbeView& view : group.probes) {
                if (view.phase == ProbePhase::Running)
                    dirty_.insert(view.id);
            }
        }
        flush();
    });
    connect(&session_, &AuditSession::opened, this, &ProbesPresenter::rebuild);
    connect(&session_, &AuditSession::closed, this, &ProbesPresenter::rebuild);
    connect(&session_, &AuditSession::resultChanged, this, [this] {
        if (session_.document().meta().profileText != profileText_) {
            rebuild();
            return;
        }
        for (const ProbeGroup& group : std::as_const(groups_)) {
            for (const ProbeView& view : group.probes)
                dirty_.insert(view.id);
        }
        if (!flushTimer_.isActive())
            flushTimer_.start();
    });
    connect(&session_, &AuditSession::probeChanged, this, [this](const QString& id) {
        dirty_.insert(id);
        if (!flushTimer_.isActive())
            flushTimer_.start();
    });
    connect(&session_, &AuditSession::runStarted, this, [this](const QStringList& probes) {
        updateViews(probes);
        clockTimer_.start();
        Q_EMIT runChanged();
    });
    connect(&session_, &AuditSession::runFinished, this, [this] {
        clockTimer_.stop();
        flush();
        Q_EMIT runChanged();
    });
    connect(&session_, &AuditSession::secretsNeeded, this, [this](const QStringList& keys) {
        if (!asked_)
            return; // another page started that run
        wantedSecrets_ = keys;
        Q_EMIT secretsWanted();
    });
    rebuild();
}

// The list
// ---------------------------------------------------------------------------------------------------

void ProbesPresenter::readProfile()
{
    profile_.reset();
    profileProblem_.clear();
    profileText_.clear();
    if (!session_.isOpen())
        return;
    profileText_ = session_.document().meta().profileText;
    if (Result<TargetProfile> profile = session_.profile())
        profile_ = *profile;
    else
        profileProblem_ = profile.error().message;
}

void ProbesPresenter::rebuild()
{
    readProfile();
    groups_.clear();
    missing_.clear();
    dirty_.clear();
    const std::vector<ProbeDescriptor>& probes = session_.workbench().probes.probes();
    for (const ProbeSource source : kSources) {
        ProbeGroup group{source, probeSourceTitle(source), targetLabel(source), {}, 0};
        const bool present = profile_ && hasTarget(*profile_, source);
        bool known = false;
        for (const ProbeDescriptor& probe : probes) {
            known = known || probe.source == source;
            if (probe.source == source && present)
                group.probes.append(viewOf(probe));
        }
        if (!group.probes.isEmpty()) {
            group.over =
                static_cast<int>(std::count_if(group.probes.begin(), group.probes.end(),
                                               [](const ProbeView& view) { return isOver(view.phase); }));
            groups_.append(group);
        } else if (known)
            missing_ << group.title;
    }
    if (!find(selected_))
        selected_ = groups_.isEmpty() ? QString() : groups_.constFirst().probes.constFirst().id;
    Q_EMIT listChanged();
    Q_EMIT runChanged();
    Q_EMIT selectedChanged();
}

QString ProbesPresenter::targetLabel(ProbeSource source) const
{
    if (!profile_)
        return {};
    switch (source) {
    case ProbeSource::Postgres: {
        QStringList labels;
        for (const PostgresTarget& target : profile_->postgres)
            labels << target.label();
        return labels.join(QStringLiteral(", "));
    }
    case ProbeSource::PgBouncer:
        return profile_->pgbouncer ? profile_->pgbouncer->url.authority() : QString();
    case ProbeSource::Redis:
        return profile_->redis ? profile_->redis->label() : QString();
    case ProbeSource::Http:
        return profile_->http ? profile_->http->baseUrl.toDisplayString() : QString();
    case ProbeSource::Prometheus:
        return profile_->prometheusUrl.isEmpty() ? profile_->prometheusRules.join(QStringLiteral(", "))
                                                 : profile_->prometheusUrl.toDisplayString();
    case ProbeSource::Repository:
        return profile_->repositoryPath;
    case ProbeSource::Logs:
        return profile_->logsFile;
    }
    return {};
}

const ProbeView* ProbesPresenter::find(const QString& id) const
{
    for (const ProbeGroup& group : groups_) {
        for (const ProbeView& view : group.probes) {
            if (view.id == id)
                return &view;
        }
    }
    return nullptr;
}

std::optional<MarkGlyph> ProbesPresenter::suggested(const ProbeDescriptor& probe) const
{
    std::optional<MarkGlyph> worst;
    for (const QString& id : probe.checks) {
        const CheckResult* check = session_.check(id);
        if (!check || check->suggestion.verdict == Verdict::None)
            continue;
        const MarkGlyph glyph = glyphFor(check->suggestion.verdict);
        if (!worst || rank(glyph) < rank(*worst))
            worst = glyph;
    }
    return worst;
}

ProbeView ProbesPresenter::viewOf(const ProbeDescriptor& probe) const
{
    ProbeView view;
    view.id = probe.id;
    view.title = words(probe.title);
    view.about = words(probe.about);
    view.source = probe.source;
    view.checks = probe.checks;
    view.canBeFelt = static_cast<bool>(probe.needs);
    const auto facts = session_.document().facts().constFind(probe.id);
    const bool hasFacts = session_.isOpen() && facts != session_.document().facts().constEnd();
    const auto activity = session_.activity().constFind(probe.id);
    if (activity != session_.activity().constEnd())
        fillFromActivity(view, *activity);
    const bool inRun = view.phase == ProbePhase::Waiting || view.phase == ProbePhase::Running ||
                       view.phase == ProbePhase::NotAllowed;
    if (hasFacts && !inRun) {
        fillFromFacts(view, *facts);
        if (view.phase == ProbePhase::Done) {
            view.glyph = suggested(probe);
            const auto served =
                std::find_if(probe.checks.begin(), probe.checks.end(), [this](const QString& id) {
                    const CheckResult* check = session_.check(id);
                    return check && !check->suggestion.summary.isEmpty();
                });
            if (served != probe.checks.end())
                view.result = session_.check(*served)->suggestion.summary.text(QLocale());
        }
    }
    view.state = phaseWord(view.phase);
    return view;
}

void ProbesPresenter::fillFromActivity(ProbeView& view, const ProbeActivity& activity) const
{
    view.result = activity.text.text(QLocale());
    view.fraction = activity.fraction;
    switch (activity.state) {
    case ProbeState::Waiting:
        view.phase = ProbePhase::Waiting;
        view.fraction = -1;
        return;
    case ProbeState::Running:
        view.phase = ProbePhase::Running;
        view.time = secondsText(activity.started.msecsTo(session_.workbench().clock.now()));
        return;
    case ProbeState::NotAllowed:
        view.phase = ProbePhase::NotAllowed;
        if (view.result.isEmpty())
            view.result = tr("It can be felt by the target and was not allowed in this run.");
        return;
    case ProbeState::Done:
        view.phase = ProbePhase::Done;
        break;
    case ProbeState::Failed:
        view.phase = ProbePhase::Failed;
        break;
    case ProbeState::Cancelled:
        view.phase = ProbePhase::Stopped;
        break;
    }
    view.time = secondsText(activity.durationMs);
}

void ProbesPresenter::fillFromFacts(ProbeView& view, const Facts& facts) const
{
    view.time = secondsText(facts.durationMs);
    view.fraction = -1;
    view.result = facts.reason.text(QLocale());
    if (facts.cancelled)
        view.phase = ProbePhase::Stopped;
    else if (facts.failed)
        view.phase = ProbePhase::Failed;
    else if (!facts.complete)
        view.phase = ProbePhase::NotMeasured;
    else
        view.phase = ProbePhase::Done;
    if (view.phase != ProbePhase::Done)
        view.glyph = MarkGlyph::NotMeasured; // never a mark for what was not seen in full
}

void ProbesPresenter::updateViews(const QStringList& ids)
{
    for (ProbeGroup& group : groups_) {
        for (ProbeView& view : group.probes) {
            if (!ids.contains(view.id))
                continue;
            if (const ProbeDescriptor* probe = session_.workbench().probes.find(view.id))
                view = viewOf(*probe);
        }
        group.over =
            static_cast<int>(std::count_if(group.probes.begin(), group.probes.end(),
                                           [](const ProbeView& view) { return isOver(view.phase); }));
    }
    Q_EMIT probesChanged(ids);
    if (ids.contains(selected_))
        Q_EMIT selectedChanged();
}

void ProbesPresenter::flush()
{
    flushTimer_.stop();
    if (dirty_.isEmpty())
        return;
    const QStringList ids(dirty_.begin(), dirty_.end());
    dirty_.clear();
    updateViews(ids);
    Q_EMIT runChanged();
}

RunView ProbesPresenter::run() const
{
    RunView run;
    run.running = session_.isRunning();
    for (const ProbeGroup& group : groups_) {
        for (const ProbeView& view : group.probes) {
            const bool inRun = session_.activity().contains(view.id);
            if (run.running && !inRun)
                continue;
            ++run.total;
            run.active += view.phase == ProbePhase::Running ? 1 : 0;
            run.over += isOver(view.phase) ? 1 : 0;
            if (!view.glyph)
                continue;
            run.pass += *view.glyph == MarkGlyph::Pass ? 1 : 0;
            run.warn += *view.glyph == MarkGlyph::Warn ? 1 : 0;
            run.fail += *view.glyph == MarkGlyph::Fail ? 1 : 0;
            const bool unknown = *view.glyph == MarkGlyph::NotMeasured || *view.glyph == MarkGlyph::TooClose;
            run.unknown += unknown ? 1 : 0;
        }
    }
    if (run.running) {
        run.headline = run.active > 0 ? tr("Running %n probes", nullptr, run.active) : tr("Starting");
        run.detail = tr("%1 of %2 done").arg(run.over).arg(run.total);
    } else if (run.over > 0) {
        run.headline = tr("%1 of %2 probes have run").arg(run.over).arg(run.total);
        run.detail = tr("Run again after a change, or run one with R");
    } else {
        run.headline = tr("%n probes are ready", nullptr, run.total);
        run.detail = tr("Nothing was sent yet");
    }
    return run;
}

// The selected probe
// -----------------------------------------------------------------------------------------

void ProbesPresenter::setSelected(const QString& id)
{
    if (selected_ == id || !find(id))
        return;
    selected_ = id;
    Q_EMIT selectedChanged();
}

bool ProbesPresenter::selectCheck(const QString& checkId)
{
    for (const ProbeGroup& group : std::as_const(groups_)) {
        for (const ProbeView& view : group.probes) {
            if (view.checks.contains(checkId)) {
                setSelected(view.id);
                return true;
            }
        }
    }
    return false;
}

int ProbesPresenter::selectedSection() const
{
    const ProbeView* view = find(selected_);
    return view && !view->checks.isEmpty() ? view->checks.constFirst().section(QLatin1Char('.'), 0, 0).toInt()
                                           : 0;
}

ProbeDetail ProbesPresenter::detail() const
{
    ProbeDetail detail;
    const ProbeView* view = find(selected_);
    const ProbeDescriptor* probe = session_.workbench().probes.find(selected_);
    if (!view || !probe || !profile_)
        return detail;
    detail.view = *view;
    detail.sends = sendsOf(*probe, *profile_);
    detail.rights = probe->rights;
    QStringList needs;
    for (const QString& id : capabilityIds(probe->needs))
        needs << capabilityText(*capabilityFromId(id));
    detail.needs = needs.join(QLatin1Char(' '));
    detail.log = session_.activity().value(selected_).log;
    const auto facts = session_.document().facts().constFind(selected_);
    if (facts != session_.document().facts().constEnd() && !facts->complete) {
        detail.problem = facts->reason.text(QLocale());
        detail.unlock = facts->unlock;
    }
    detail.diagnostics = QStringLiteral("auditbench %1\n%2\n%3: %4\n")
                             .arg(session_.workbench().toolVersion, selected_, view->state, view->result) +
                         detail.log.join(QLatin1Char('\n'));
    return detail;
}

QString ProbesPresenter::dryRun() const
{
    QStringList lines;
    if (!profile_)
        return {};
    for (const ProbeGroup& group : groups_) {
        lines << QStringLiteral("-- %1  %2").arg(group.title, group.target);
        for (const ProbeView& view : group.probes) {
            const ProbeDescriptor* probe = session_.workbench().probes.find(view.id);
            lines << QString()
                  << QStringLiteral("-- %1 (%2)").arg(view.title, view.checks.join(QStringLiteral(", ")));
            if (probe->needs)
                lines << QStringLiteral("-- ") +
                             tr("stays off until it is allowed: %1")
                                 .arg(capabilityIds(probe->needs).join(QStringLiteral(", ")));
            for (const SendView& send : sendsOf(*probe, *profile_))
                lines << send.what << QStringLiteral("    -- ") + send.howMuch;
        }
        lines << QString();
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace awb

#include "moc_probes_presenter.cpp"
