#pragma once

#include "core/audit/facts.h"
#include "core/probe/http/endpoint_inventory.h"
#include "core/probe/metrics/metric_families.h"

#include <QJsonArray>

namespace awb
{

// Two scrapes with requests between them; both outlive it.
class MetricsComparison
{
public:
    MetricsComparison(const Exposition& before, const Exposition& after) : before_(before), after_(after) {}

    QJsonArray endpoints(const QVector<std::pair<Endpoint, int>>& called, double* covered) const;
    void describe(Facts& facts) const;
    QJsonArray families() const;

private:
    QJsonArray poolStates(QList<QByteArray>& families) const; // and the names that show them
    bool rawPaths() const;
    double grown(MetricNeed need) const;

    const Exposition& before_;
    const Exposition& after_;
};

} // namespace awb
