#pragma once

#include "core/probe/metrics/promql.h"

#include <QStringList>

#include <optional>

namespace awb
{

// One selector of an alert, and which labels of its series are still told apart where the comparison stands:
// sums, averages and counts mix the rest; a maximum or minimum hides none.
struct AlertSeries
{
    QString metric;
    QVector<PromMatcher> matchers; // without those on errors: they may be rare
    QVector<PromMatcher> outer;    // of the recording rules that it came from
    bool keepsAll = true;          // but for `lost`; false: only `kept`
    QStringList kept, lost;
    bool keeps(const QString& label) const
    {
        return (keepsAll || kept.contains(label)) && !lost.contains(label);
    }
};

// What one alert's expression watches, as far as it is understood.
struct AlertMeaning
{
    enum class Kind { Other, ErrorShare, ErrorCount, Quantile, OtherLatency, NotUnderstood };
    Kind kind = Kind::Other;
    double threshold = 0;        // ErrorShare: percent; Quantile, OtherLatency: ms
    double quantile = 0;         // 0.99
    QVector<AlertSeries> series; // that it reads; at most 64, each once
    bool tooManySeries = false;
};

// Source: the specification of the HTTP probes, 5.5 and 5.6. A share is a division whose numerator selects
// errors, or one less a division that selects the successes; a quantile is histogram_quantile(q, …) > T, or
// bucket{le="T"}/count < q; the unit follows the metric's name. Alerts on the monitoring stack, its cluster
// or the database are Other.
AlertMeaning readAlert(const QString& expression, const QHash<QString, QString>& recordings);

} // namespace awb
