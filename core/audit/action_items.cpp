#include "core/audit/action_items.h"

#include <QCoreApplication>

#include <algorithm>

namespace awb
{

namespace
{

QVector<const CheckResult*> withMark(const AuditResult& result, Mark mark)
{
    QVector<const CheckResult*> found;
    for (const CheckResult& check : result.checks) {
        if (check.mark() == mark)
            found.append(&check);
    }
    return found;
}

int effortRank(const QString& effort)
{
    return effort == QLatin1String("S") ? 0 : effort == QLatin1String("M") ? 1 : 2;
}

bool sharesCause(const Check& a, const Check& b)
{
    return std::any_of(a.sharedCauses.cbegin(), a.sharedCauses.cend(),
                       [&](const QString& cause) { return b.sharedCauses.contains(cause); });
}

// Checks of one mark, grouped so that one action clears the group; most points first, then severity, effort,
// number.
QVector<QVector<const CheckResult*>> grouped(const QVector<const CheckResult*>& checks)
{
    QVector<QVector<const CheckResult*>> groups;
    for (const CheckResult* check : checks) {
        const auto it = std::find_if(groups.begin(), groups.end(), [&](const auto& group) {
            return sharesCause(group.constFirst()->check, check->check);
        });
        if (it != groups.end())
            it->append(check);
        else
            groups.append({check});
    }
    std::stable_sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) {
        const auto severity = [](const auto& group) {
            int best = 9;
            for (const CheckResult* check : group)
                best = std::min(best, check->check.severity);
            return best;
        };
        if (a.constFirst()->judgment.flagged != b.constFirst()->judgment.flagged)
            return a.constFirst()->judgment.flagged;
        if (a.size() != b.size())
            return a.size() > b.size();
        if (severity(a) != severity(b))
            return severity(a) < severity(b);
        return effortRank(a.constFirst()->check.effort) < effortRank(b.constFirst()->check.effort);
    });
    return groups;
}

ActionItem itemFor(const QVector<const CheckResult*>& group, Mark mark)
{
    ActionItem item;
    const Check& first = group.constFirst()->check;
    item.text = first.action.isEmpty() ? first.check : first.action;
    if (group.size() > 1 && !first.sharedAction.isEmpty())
        item.text = first.sharedAction;
    if (mark == Mark::Undecided)
        item.text = QCoreApplication::translate("awb", "Decide %1: %2").arg(first.id, first.shortName);
    for (const CheckResult* check : group)
        item.checks.append(check->check.id);
    return item;
}

} // namespace

QVector<const CheckResult*> immediateActions(const AuditResult& result)
{
    return withMark(result, Mark::Fail);
}

QVector<const CheckResult*> improvements(const AuditResult& result)
{
    return withMark(result, Mark::Warn);
}

QVector<ActionItem> proposeActions(const AuditResult& result, int wanted)
{
    QVector<ActionItem> items;
    for (const Mark mark : {Mark::Fail, Mark::Warn, Mark::Undecided}) {
        for (const auto& group : grouped(withMark(result, mark))) {
            if (items.size() >= wanted)
                return items;
            // an undecided check says nothing about its cause: one at a time
            items.append(itemFor(mark == Mark::Undecided ? group.first(1) : group, mark));
        }
    }
    return items;
}

Prediction predict(const AuditResult& result, const QVector<ActionItem>& items)
{
    QStringList cleared;
    for (const ActionItem& item : items) {
        for (const QString& id : item.checks) {
            const CheckResult* check = result.find(id);
            const bool brings = check && check->mark() != Mark::Pass && check->mark() != Mark::NotApplicable;
            if (brings && !cleared.contains(id))
                cleared.append(id);
        }
    }
    Prediction prediction;
    prediction.points = result.score.points + static_cast<int>(cleared.size());
    prediction.percent = percentOneDecimal(prediction.points, result.score.max);
    const double ratio =
        result.score.max > 0 ? static_cast<double>(prediction.points) / result.score.max : 0.0;
    for (const Band& band : result.bands) {
        if (ratio * 100.0 >= band.minPercent) {
            prediction.bandTitle = band.title;
            break;
        }
    }
    return prediction;
}

} // namespace awb
