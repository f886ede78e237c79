#include "core/latency/steadiness.h"

#include <algorithm>
#include <cmath>

namespace awb
{

namespace
{

constexpr qsizetype fewestInThird = 8;
constexpr double zAtOnePercent = 2.5758;

double medianOf(QVector<double> values)
{
    std::sort(values.begin(), values.end());
    const qsizetype middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

// z of the rank sum of `a` among both. Source: Mann & Whitney 1947; ties share the mean rank.
double rankSumZ(const QVector<double>& a, const QVector<double>& b)
{
    QVector<std::pair<double, bool>> all;
    for (const double value : a)
        all.append({value, true});
    for (const double value : b)
        all.append({value, false});
    std::sort(all.begin(), all.end());
    double sumOfA = 0;
    double ties = 0;
    for (qsizetype i = 0; i < all.size();) {
        qsizetype end = i;
        while (end < all.size() && all[end].first == all[i].first)
            ++end;
        const double rank = static_cast<double>(i + 1 + end) / 2;
        for (qsizetype j = i; j < end; ++j)
            sumOfA += all[j].second ? rank : 0;
        const auto tied = static_cast<double>(end - i);
        ties += tied * tied * tied - tied;
        i = end;
    }
    const auto na = static_cast<double>(a.size());
    const auto nb = static_cast<double>(b.size());
    const double n = na + nb;
    const double variance = na * nb / 12 * (n + 1 - ties / (n * (n - 1)));
    return variance > 0 ? (sumOfA - na * (n + 1) / 2) / std::sqrt(variance) : 0;
}

} // namespace

Steadiness steadinessOf(const QVector<double>& mediansBySecond)
{
    QVector<double> known;
    std::copy_if(mediansBySecond.cbegin(), mediansBySecond.cend(), std::back_inserter(known),
                 [](double value) { return !std::isnan(value); });
    Steadiness result;
    const qsizetype third = known.size() / 3;
    if (third < fewestInThird)
        return result;
    const QVector<double> first = known.first(third);
    const QVector<double> last = known.last(third);
    result.known = true;
    result.first = medianOf(first);
    result.last = medianOf(last);
    if (result.first > 0)
        result.shiftPercent = 100 * (result.last - result.first) / result.first;
    result.significant = std::fabs(rankSumZ(first, last)) > zAtOnePercent;
    return result;
}

} // namespace awb
