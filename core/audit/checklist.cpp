#include "core/audit/checklist.h"

#include <algorithm>

namespace awb
{

const Threshold& Check::mainThreshold() const
{
    Q_ASSERT(!thresholds.isEmpty());
    return thresholds.first();
}

const Threshold* Check::findThreshold(const QString& thresholdId) const
{
    const auto it = std::find_if(thresholds.cbegin(), thresholds.cend(),
                                 [&](const Threshold& candidate) { return candidate.id == thresholdId; });
    return it == thresholds.cend() ? nullptr : &*it;
}

double Check::policyValue(const QString& name) const
{
    const auto it = policy.constFind(name);
    Q_ASSERT_X(it != policy.constEnd(), "Check::policyValue", qPrintable(id + QLatin1Char(' ') + name));
    return it == policy.constEnd() ? 0 : it.value();
}

const Check* Checklist::find(const QString& checkId) const
{
    for (const Section& section : sections) {
        for (const Check& check : section.checks) {
            if (check.id == checkId)
                return &check;
        }
    }
    return nullptr;
}

QStringList Checklist::checkIds() const
{
    QStringList ids;
    for (const Section& section : sections) {
        for (const Check& check : section.checks)
            ids.append(check.id);
    }
    return ids;
}

int Checklist::checkCount() const
{
    qsizetype count = 0;
    for (const Section& section : sections)
        count += section.checks.size();
    return static_cast<int>(count);
}

const Band& Checklist::bandFor(double ratio) const
{
    Q_ASSERT(!bands.isEmpty());
    // 64 of 71 must not miss 90 % by the last bit of a double, nor 89.99 % reach it: the tolerance is far
    // below the smallest step of a score (1/71 = 1.4 %).
    constexpr double tolerance = 1e-9;
    for (const Band& band : bands) {
        if (ratio * 100 + tolerance >= band.minPercent)
            return band;
    }
    return bands.last();
}

QVector<Snippet> Checklist::snippetsFor(const QString& checkId) const
{
    QVector<Snippet> found;
    for (const Section& section : sections) {
        for (const Snippet& snippet : section.snippets) {
            if (snippet.checks.contains(checkId))
                found.append(snippet);
        }
    }
    return found;
}

} // namespace awb
