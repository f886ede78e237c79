#include "core/probe/metrics/alert_series.h"

#include "core/probe/http/http_probe.h"

#include <algorithm>

namespace awb
{

namespace
{

// What a recording rule was narrowed to counts only where the profile's selector looks: its other labels may
// have been made by the rule itself.
QVector<PromMatcher> ownMatchers(const AlertSeries& series, const QVector<PromMatcher>& selector)
{
    QVector<PromMatcher> matchers{{QStringLiteral("__name__"), QStringLiteral("="), series.metric}};
    matchers += series.matchers;
    for (const PromMatcher& outer : series.outer) {
        const bool asked = std::any_of(selector.cbegin(), selector.cend(),
                                       [&](const PromMatcher& ours) { return ours.label == outer.label; });
        if (asked)
            matchers.append(outer);
    }
    return matchers;
}

bool tellsApart(const AlertSeries& series, const QVector<PromMatcher>& selector)
{
    return std::all_of(selector.cbegin(), selector.cend(),
                       [&](const PromMatcher& ours) { return series.keeps(ours.label); });
}

} // namespace

Result<std::optional<double>> AlertScopes::count(const QVector<PromMatcher>& matchers)
{
    QString key;
    for (const PromMatcher& matcher : matchers)
        key += matcher.label + matcher.op + matcher.value + QChar(0);
    if (!known_.contains(key)) {
        if (known_.size() >= maxQueries)
            return std::optional<double>();
        const auto counted = api_.countSeries(matchers);
        if (!counted && endsProbe(counted.error()))
            return counted.error();
        if (!counted)
            return std::optional<double>();
        known_.insert(key, *counted);
    }
    return std::optional<double>(known_.value(key));
}

Result<std::optional<AlertScopes::Counts>> AlertScopes::countsOf(const AlertSeries& series)
{
    const QVector<PromMatcher> own = ownMatchers(series, selector_);
    Counts counts;
    const auto all = count(own);
    if (!all)
        return all.error();
    if (!*all)
        return std::optional<Counts>();
    counts.all = counts.ours = **all;
    if (selector_.isEmpty() || counts.all == 0)
        return std::optional<Counts>(counts);
    const auto ours = count(own + selector_);
    if (!ours)
        return ours.error();
    if (!*ours)
        return std::optional<Counts>();
    counts.ours = **ours;
    if (counts.ours > 0)
        return std::optional<Counts>(counts);
    QVector<PromMatcher> bare = own;
    for (const PromMatcher& matcher : selector_)
        bare.append({matcher.label, QStringLiteral("="), {}});
    const auto unlabelled = count(bare);
    if (!unlabelled)
        return unlabelled.error();
    if (!*unlabelled)
        return std::optional<Counts>();
    counts.unlabelled = **unlabelled;
    return std::optional<Counts>(counts);
}

Result<AlertScope> AlertScopes::scopeOf(const AlertMeaning& meaning)
{
    using Concerns = AlertScope::Concerns;
    AlertScope scope;
    scope.unknown = meaning.tooManySeries;
    qsizetype ours = 0, others = 0, unclear = 0, mixed = 0;
    for (const AlertSeries& series : meaning.series) {
        const auto counts = countsOf(series);
        if (!counts)
            return counts.error();
        if (!*counts) {
            scope.unknown = true;
            continue;
        }
        const Counts& c = **counts;
        scope.exist = scope.exist && c.all > 0;
        if (c.ours > 0) {
            ++ours;
            mixed += c.all > c.ours && !tellsApart(series, selector_) ? 1 : 0;
        } else if (c.all > 0) {
            ++(c.unlabelled > 0 ? unclear : others);
        }
    }
    if (selector_.isEmpty())
        return scope;
    if (unclear > 0 || (others > 0 && ours > 0))
        scope.concerns = Concerns::Unclear;
    else if (others > 0)
        scope.concerns = Concerns::Others;
    else
        scope.concerns = mixed > 0 ? Concerns::Mixed : Concerns::This;
    return scope;
}

} // namespace awb
