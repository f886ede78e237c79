#pragma once

#include "core/probe/metrics/alert_rules.h"
#include "core/probe/metrics/prometheus_api.h"

namespace awb
{

// Whose series an alert reads, asked of a running Prometheus.
struct AlertScope
{
    // Unasked: no selector in the profile. This: the service's alone, or others' as well but told apart.
    // Mixed: the service's added up with others'. Others: not one of the service's. Unclear: series without
    // the selector's labels, or both.
    enum class Concerns { Unasked, This, Mixed, Others, Unclear };
    Concerns concerns = Concerns::Unasked;
    bool exist = true;    // every series it reads exists now
    bool unknown = false; // Prometheus did not say, or there was too much to ask
};

// Asks each selector once; at most 100 questions for one of these.
class AlertScopes
{
public:
    AlertScopes(PrometheusApi& api, QVector<PromMatcher> selector) : api_(api), selector_(std::move(selector))
    {
    }

    Result<AlertScope> scopeOf(const AlertMeaning& meaning);

    static constexpr int maxQueries = 100;

private:
    struct Counts
    {
        double all = 0, ours = 0, unlabelled = 0;
    };
    Result<std::optional<Counts>> countsOf(const AlertSeries& series);
    Result<std::optional<double>> count(const QVector<PromMatcher>& matchers);

    PrometheusApi& api_;
    const QVector<PromMatcher> selector_;
    QHash<QString, double> known_;
};

} // namespace awb
