// Starting and stopping probes, and the consent that some of them need.
#include "ui/presenters/probes_presenter.h"

#include <algorithm>

namespace awb
{

void ProbesPresenter::start(const RunRequest& request)
{
    if (!canRun())
        return;
    asked_ = request;
    wantedSecrets_.clear();
    session_.runProbes(request);
    if (wantedSecrets_.isEmpty())
        asked_.reset(); // it runs, or was refused and the session said why
}

void ProbesPresenter::runAll()
{
    start({});
}

void ProbesPresenter::runSelected()
{
    if (find(selected_))
        start({{selected_}, {}, 0});
}

void ProbesPresenter::runSection()
{
    const int section = selectedSection();
    if (section == 0)
        return;
    QStringList checks;
    for (const CheckResult& check : session_.result().checks) {
        if (check.check.section == section)
            checks << check.check.id;
    }
    runChecks(checks);
}

void ProbesPresenter::runChecks(const QStringList& checks)
{
    QStringList ids;
    for (const ProbeGroup& group : std::as_const(groups_)) {
        for (const ProbeView& view : group.probes) {
            const bool serves = std::any_of(view.checks.begin(), view.checks.end(),
                                            [&](const QString& id) { return checks.contains(id); });
            if (serves)
                ids << view.id;
        }
    }
    if (!ids.isEmpty()) // an empty list would mean: all of them
        start({ids, {}, 0});
}

void ProbesPresenter::stopAll()
{
    session_.stopProbes();
}

void ProbesPresenter::stopSelected()
{
    session_.stopProbe(selected_);
}

FeltView ProbesPresenter::feltOf(Capability capability, const QString& only) const
{
    FeltView view;
    view.capability = capability;
    view.name = capabilityId(capability);
    view.text = capabilityText(capability);
    view.hosts = hostsReachedBy(*profile_, capability);
    for (const ProbeDescriptor& probe : session_.workbench().probes.probes()) {
        const bool touches = probe.needs.testFlag(capability) || probe.uses.testFlag(capability);
        if (!touches || !hasTarget(*profile_, probe.source) || (!only.isEmpty() && probe.id != only))
            continue;
        view.probes << probe.id;
        for (const QString& check : probe.checks) {
            if (!view.checks.contains(check))
                view.checks << check;
        }
        view.sends += sendsOf(probe, *profile_);
    }
    return view;
}

QVector<FeltView> ProbesPresenter::felt() const
{
    QVector<FeltView> all;
    if (!profile_)
        return all;
    for (const Capability capability : {Capability::Load, Capability::Burst, Capability::Body,
                                        Capability::Write, Capability::Scan, Capability::SecondUser}) {
        FeltView view = feltOf(capability, {});
        if (!view.probes.isEmpty())
            all.append(std::move(view));
    }
    return all;
}

std::optional<FeltView> ProbesPresenter::feltBy(Capability capability, const QString& probe) const
{
    if (!profile_)
        return std::nullopt;
    FeltView view = feltOf(capability, probe);
    return view.probes.isEmpty() ? std::nullopt : std::optional(std::move(view));
}

bool ProbesPresenter::isProduction() const
{
    return profile_ && profile_->isProduction();
}

bool ProbesPresenter::needsHostNamed(Capability capability) const
{
    if (!profile_)
        return false;
    Consent consent;
    consent.allowed = capability;
    consent.production = true;
    return !checkConsent(*profile_, consent);
}

void ProbesPresenter::allowAndRun(Capability capability, bool production, const QString& probe)
{
    const std::optional<FeltView> view = feltBy(capability, probe);
    if (!view)
        return;
    RunRequest request;
    request.probes = view->probes;
    request.consent.allowed = capability;
    request.consent.host = view->hosts.join(QLatin1Char(','));
    request.consent.production = production;
    start(request);
}

void ProbesPresenter::giveSecret(const QString& key, const Secret& secret)
{
    session_.provideSecret(key, secret);
    wantedSecrets_.removeAll(key);
    if (wantedSecrets_.isEmpty() && asked_) {
        const RunRequest request = *asked_;
        start(request);
    }
    Q_EMIT secretsWanted();
}

void ProbesPresenter::dropSecrets()
{
    asked_.reset();
    wantedSecrets_.clear();
    Q_EMIT secretsWanted();
}

} // namespace awb
