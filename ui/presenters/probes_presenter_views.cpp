#include "ui/presenters/probes_presenter.h"

#include "core/foundation/units.h"
#include "ui/presenters/check_view.h"

#include <QCoreApplication>
#include <QLocale>

// One probe's row: what it is, what it does now, what it found.
namespace awb
{

namespace
{

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

} // namespace

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

} // namespace awb
