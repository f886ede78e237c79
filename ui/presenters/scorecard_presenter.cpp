#include "ui/presenters/scorecard_presenter.h"

#include "core/foundation/units.h"

#include <algorithm>

namespace awb
{

namespace
{

QString percentText(double percent)
{
    return QLocale().toString(percent, 'f', 1) + QStringLiteral("\u00A0%");
}

tokens::Role tintOf(const QString& band)
{
    if (band == QLatin1String("production-ready"))
        return tokens::Role::PassTint;
    if (band == QLatin1String("some-gaps"))
        return tokens::Role::Select;
    if (band == QLatin1String("significant-technical-debt"))
        return tokens::Role::WarnTint;
    return tokens::Role::FailTint;
}

// Worst first: what an action item is about.
int rankOf(Mark mark)
{
    switch (mark) {
    case Mark::Fail:
        return 0;
    case Mark::Warn:
        return 1;
    case Mark::Undecided:
        return 2;
    case Mark::NotApplicable:
        return 3;
    case Mark::Pass:
        return 4;
    }
    return 5;
}

// "2.7", "2.7 and 4.10", "2.7, 2.8, 3.1 and 5 more"
QString listed(const QStringList& checks)
{
    if (checks.size() == 1)
        return checks.constFirst();
    if (checks.size() == 2)
        return ScorecardPresenter::tr("%1 and %2").arg(checks.at(0), checks.at(1));
    if (checks.size() > 4)
        return ScorecardPresenter::tr("%1 and %2 more")
            .arg(checks.mid(0, 3).join(QStringLiteral(", ")))
            .arg(checks.size() - 3);
    return checks.join(QStringLiteral(", "));
}

} // namespace

QDate parseDueDate(const QString& text, const QLocale& locale)
{
    const QString trimmed = text.trimmed();
    for (const QString& format :
         {QStringLiteral("yyyy-MM-dd"), locale.dateFormat(QLocale::ShortFormat), QStringLiteral("d MMM yyyy"),
          QStringLiteral("d MMMM yyyy"), QStringLiteral("d.M.yyyy")}) {
        const QDate date = locale.toDate(trimmed, format);
        // A short format with two digits for the year means this century.
        if (date.isValid())
            return date.year() < 1970 ? date.addYears(100) : date;
    }
    return {};
}

ScorecardPresenter::ScorecardPresenter(AuditSession& session, QObject* parent)
    : QObject(parent),
      session_(session)
{
    connect(&session_, &AuditSession::resultChanged, this, &ScorecardPresenter::changed);
}

BandScale ScorecardPresenter::bandScale() const
{
    BandScale scale;
    const AuditResult& result = session_.result();
    for (auto band = result.bands.crbegin(); band != result.bands.crend(); ++band)
        scale.bands.append({band->minPercent, band->shortTitle, tintOf(band->id)});
    if (score().max <= 0)
        return scale;
    scale.value = score().ratio() * 100;
    scale.valueText = percentText(score().percent());
    const Prediction prediction = predict(result, result.actions);
    if (prediction.points > score().points) {
        scale.predicted = prediction.percent;
        scale.predictedText = tr("%1 with the action items").arg(percentText(prediction.percent));
    }
    return scale;
}

QString ScorecardPresenter::bandTitle() const
{
    if (score().max <= 0)
        return tr("No check applies, so there is no score");
    return score().bandTitle;
}

QString ScorecardPresenter::bandShort() const
{
    for (const Band& band : session_.result().bands) {
        if (band.id == score().band)
            return band.shortTitle;
    }
    return {};
}

QString ScorecardPresenter::nextBandText() const
{
    const Scorecard& s = score();
    if (s.max <= 0)
        return {};
    if (s.pointsToNextBand <= 0)
        return tr("This is the highest band.");
    return tr("%n points to %1 (%2 of %3).", nullptr, s.pointsToNextBand)
        .arg(s.nextBandTitle)
        .arg(s.points + s.pointsToNextBand)
        .arg(s.max);
}

QString ScorecardPresenter::distanceText() const
{
    QString text = nextBandText();
    const Prediction prediction = predict(session_.result(), session_.result().actions);
    const int gain = prediction.points - score().points;
    if (gain > 0 && score().pointsToNextBand > 0)
        text += QLatin1Char(' ') +
                tr("The action items bring %n of them.", nullptr, std::min(gain, score().pointsToNextBand));
    if (score().provisional)
        text += QLatin1Char(' ') +
                tr("Provisional: %n checks are undecided, at most %1 points.", nullptr, score().undecided)
                    .arg(score().atMost());
    return text;
}

QVector<HonestCell> ScorecardPresenter::honestCells() const
{
    const Scorecard& s = score();
    QStringList stale;
    QStringList overruled;
    for (const CheckResult& check : session_.result().checks) {
        if (!check.stale.cause.isEmpty())
            stale << check.check.id;
        if (check.judgment.origin == Origin::Override)
            overruled << check.check.id;
    }
    const QString staleDetail = stale.isEmpty() ? tr("every mark fits its evidence")
                                                : tr("%1, measured before a change").arg(listed(stale));
    const QString overruledDetail =
        overruled.isEmpty() ? tr("no mark against a probe") : tr("%1, with reason").arg(listed(overruled));
    return {{tr("%1 of %2").arg(s.strictPoints).arg(s.strictMax),
             tr("strict score, %1").arg(percentText(s.strictPercent()))},
            {tr("%1 of %2").arg(s.points).arg(s.max),
             s.max > 0 ? tr("applicable, %1").arg(percentText(s.percent())) : tr("nothing applies")},
            {tr("%1 of %2").arg(s.measured).arg(s.strictMax), tr("measured by a probe")},
            {tr("%1 stale").arg(s.stale), staleDetail},
            {tr("%1 overruled").arg(s.overruled), overruledDetail}};
}

QString ScorecardPresenter::predictionText() const
{
    const AuditResult& result = session_.result();
    const Prediction prediction = predict(result, result.actions);
    return tr("With all of them: %1 of %2, %3")
        .arg(prediction.points)
        .arg(score().max)
        .arg(percentText(prediction.percent));
}

// Action items ----------------------------------------------------------------------------------------------

QVector<ActionView> ScorecardPresenter::actions() const
{
    QVector<ActionView> views;
    const AuditResult& result = session_.result();
    for (const ActionItem& item : result.actions) {
        ActionView view;
        view.item = item;
        view.worst = Mark::Pass;
        QString effort;
        for (const QString& id : item.checks) {
            const CheckResult* check = result.find(id);
            if (!check)
                continue;
            if (rankOf(check->mark()) < rankOf(view.worst))
                view.worst = check->mark();
            if (effort.isEmpty())
                effort = check->check.effort;
        }
        const int gain = predict(result, {item}).points - score().points;
        view.gain = tr("+%n points", nullptr, gain);
        if (!effort.isEmpty())
            view.gain += QStringLiteral(", ") + tr("effort %1").arg(effort);
        if (item.checks.size() > 1)
            view.why = tr("One action clears %1.").arg(listed(item.checks));
        views.append(view);
    }
    return views;
}

void ScorecardPresenter::store(QVector<ActionItem> items)
{
    for (ActionItem& item : items)
        item.proposed = false;
    session_.setActions(items);
}

void ScorecardPresenter::setActionText(int index, const QString& text)
{
    QVector<ActionItem> list = items();
    if (index < 0 || index >= list.size() || list[index].text == text.trimmed() || text.trimmed().isEmpty())
        return;
    list[index].text = text.trimmed();
    store(list);
}

void ScorecardPresenter::setActionOwner(int index, const QString& owner)
{
    QVector<ActionItem> list = items();
    if (index < 0 || index >= list.size() || list[index].owner == owner.trimmed())
        return;
    list[index].owner = owner.trimmed();
    store(list);
}

bool ScorecardPresenter::setActionDue(int index, const QString& text)
{
    QVector<ActionItem> list = items();
    if (index < 0 || index >= list.size())
        return false;
    const QDate date = parseDueDate(text);
    if (!date.isValid() && !text.trimmed().isEmpty())
        return false;
    if (list[index].due != date) {
        list[index].due = date;
        store(list);
    }
    return true;
}

int ScorecardPresenter::moveAction(int index, int by)
{
    QVector<ActionItem> list = items();
    const int to = index + by;
    if (index < 0 || index >= list.size() || to < 0 || to >= list.size() || by == 0)
        return index;
    list.move(index, to);
    store(list);
    return to;
}

void ScorecardPresenter::removeAction(int index)
{
    QVector<ActionItem> list = items();
    if (index < 0 || index >= list.size())
        return;
    list.removeAt(index);
    store(list);
}

int ScorecardPresenter::addAction(const QString& checkId)
{
    QVector<ActionItem> list = items();
    QStringList taken;
    for (const ActionItem& item : std::as_const(list))
        taken << item.checks;
    const AuditResult& result = session_.result();
    if (const CheckResult* check = result.find(checkId)) {
        if (taken.contains(checkId))
            return -1;
        ActionItem item;
        item.checks = {checkId};
        item.text = check->check.action.isEmpty() ? check->check.check : check->check.action;
        list.append(item);
        store(list);
        return static_cast<int>(list.size()) - 1;
    }
    for (const ActionItem& item : proposeActions(result, static_cast<int>(result.checks.size()))) {
        const bool known = std::any_of(item.checks.begin(), item.checks.end(),
                                       [&](const QString& id) { return taken.contains(id); });
        if (known)
            continue;
        list.append(item);
        store(list);
        return static_cast<int>(list.size()) - 1;
    }
    return -1;
}

void ScorecardPresenter::proposeAgain()
{
    store(proposeActions(session_.result()));
}

// Lint ------------------------------------------------------------------------------------------------------

QVector<LintLine> ScorecardPresenter::lint() const
{
    QStringList undecided;
    QStringList noReason;
    QStringList naNoReason;
    QStringList stale;
    QStringList unmeasured;
    QStringList seats;
    int na = 0;
    for (const CheckResult& check : session_.result().checks) {
        const Judgment& judgment = check.judgment;
        const QString& id = check.check.id;
        if (judgment.mark == Mark::Undecided)
            undecided << id;
        if (judgment.origin == Origin::Override && judgment.reason.trimmed().isEmpty())
            noReason << id;
        na += judgment.mark == Mark::NotApplicable ? 1 : 0;
        if (judgment.mark == Mark::NotApplicable && judgment.reason.trimmed().isEmpty())
            naNoReason << id;
        if (!check.stale.cause.isEmpty())
            stale << id;
        // the mark's guard asks for a reason here; a note says as much
        if (check.judgedWithoutMeasurement && judgment.note.trimmed().isEmpty() &&
            judgment.reason.trimmed().isEmpty())
            unmeasured << id;
        if (judgment.reviewer && judgment.lead && *judgment.reviewer != *judgment.lead)
            seats << id;
    }
    const int total = score().strictMax;
    const auto line = [](const QStringList& open, const QString& good, const QString& bad, LintFix fix) {
        LintLine made;
        made.ok = open.isEmpty();
        made.text = made.ok ? good : bad;
        made.checks = open;
        made.fix = made.ok ? LintFix::None : fix;
        if (!made.ok)
            made.fixText = fix == LintFix::RunProbes ? tr("Run %1").arg(open.constFirst())
                                                     : tr("Open %1").arg(open.constFirst());
        return made;
    };
    QVector<LintLine> lines;
    lines << line(undecided, tr("All %1 checks are decided").arg(total),
                  tr("%n checks are undecided", nullptr, static_cast<int>(undecided.size())),
                  LintFix::OpenCheck);
    lines << line(noReason, tr("Every overrule has a reason"),
                  tr("Overruled without a reason: %1").arg(listed(noReason)), LintFix::OpenCheck);
    if (na > 0)
        lines << line(naNoReason, tr("Every N/A mark has a reason (%1)").arg(na),
                      tr("N/A without a reason: %1").arg(listed(naNoReason)), LintFix::OpenCheck);
    lines << line(unmeasured, tr("Every Pass without measurement says what it relies on"),
                  tr("Pass without measurement, reason or note: %1").arg(listed(unmeasured)),
                  LintFix::OpenCheck);
    lines << line(seats, tr("Both seats agree"), tr("The seats disagree on %1").arg(listed(seats)),
                  LintFix::OpenCheck);
    LintLine old =
        line(stale, tr("No mark is stale"), tr("Stale: %1").arg(listed(stale)), LintFix::RunProbes);
    old.stale = true;
    lines << old;
    return lines;
}

int ScorecardPresenter::openLint() const
{
    const QVector<LintLine> lines = lint();
    return static_cast<int>(
        std::count_if(lines.begin(), lines.end(), [](const LintLine& line) { return !line.ok; }));
}

} // namespace awb

#include "moc_scorecard_presenter.cpp"
