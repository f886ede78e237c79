#include "ui/presenters/probes_presenter.h"

#include "ui/presenters/check_view.h"

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
        QString howMuch = send.bound.text(QLocale());
        if (send.atMost == 1)
            howMuch = ProbesPresenter::tr("once");
        else if (send.atMost > 1)
            howMuch = ProbesPresenter::tr("up to %1 times").arg(QLocale().toString(send.atMost));
        if (send.atMost >= 0 && !send.bound.isEmpty())
            howMuch += QStringLiteral(", ") + send.bound.text(QLocale());
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
