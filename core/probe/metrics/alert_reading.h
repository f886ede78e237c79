#pragma once

#include "core/probe/metrics/promql.h"

#include <QStringList>

#include <optional>

namespace awb
{

// What one alert's expression watches, as far as it is understood.
struct AlertMeaning
{
    enum class Kind { Other, ErrorShare, ErrorCount, Quantile, OtherLatency, NotUnderstood };
    Kind kind = Kind::Other;
    double threshold = 0; // ErrorShare: percent; Quantile, OtherLatency: ms
    double quantile = 0;  // 0.99
    QStringList metrics;  // that it reads
};

// Source: the specification of the HTTP probes, 5.5 and 5.6. A share is a division whose numerator selects
// errors, or one less a division that selects the successes; a quantile is histogram_quantile(q, …) > T, or
// bucket{le="T"}/count < q; the unit follows the metric's name. Alerts on the monitoring stack, its cluster
// or the database are Other.
AlertMeaning readAlert(const QString& expression, const QHash<QString, QString>& recordings);

} // namespace awb
