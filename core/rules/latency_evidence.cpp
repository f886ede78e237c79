#include "core/rules/latency_evidence.h"

#include "core/latency/hdr_codec.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace awb::latency
{

namespace
{

double number(const QJsonObject& object, const char* name)
{
    return object.value(QLatin1String(name)).toDouble();
}

Run runFrom(const QJsonObject& object)
{
    Run run;
    if (auto series = latencySeriesFromJson(object.value(QLatin1String("series")).toObject())) {
        run.hasSeries = !series->histogram.isEmpty();
        run.series = std::move(*series);
    }
    if (auto service = decodeHdrBase64(object.value(QLatin1String("service")).toString().toLatin1()))
        run.service = std::move(service->histogram);
    run.seconds = number(object, "seconds");
    run.scheduled = number(object, "scheduled");
    run.sentInTime = number(object, "sent_in_time");
    run.ok = number(object, "ok");
    run.timeouts = number(object, "timeouts");
    run.unsent = number(object, "unsent");
    run.lagMs = number(object, "scheduler_lag_p99_ms");
    run.shiftPercent = number(object, "shift_percent");
    run.shiftSignificant = object.value(QLatin1String("shift_significant")).toBool();
    run.limited = object.value(QLatin1String("limited")).toBool();
    run.mayPass = object.value(QLatin1String("may_pass")).toBool(true);
    const QString stop = object.value(QLatin1String("stop")).toString(QStringLiteral("over"));
    run.unsafe = stop == QLatin1String("unsafe");
    // a cap of requests on a write endpoint is planned; what it measured counts
    run.stopped =
        stop != QLatin1String("over") && stop != QLatin1String("limited") && stop != QLatin1String("cap");
    return run;
}

double percent(double part, double whole)
{
    return whole > 0 ? 100 * part / whole : 0;
}

// Our own lateness must be small against the threshold, or we measured ourselves.
bool isGeneratorLate(const Run& run, qint64 limitUs, const Check& check)
{
    const double share = check.policyValue(QStringLiteral("max_scheduler_lag_percent")) / 100;
    const double allowed = std::max(check.policyValue(QStringLiteral("max_scheduler_lag_ms")),
                                    share * static_cast<double>(limitUs) / 1000);
    return run.lagMs > allowed;
}

double p99Of(const Run& run)
{
    return static_cast<double>(run.series.histogram.quantile(0.99));
}

} // namespace

QVector<Endpoint> endpointsOf(const Facts& facts)
{
    QVector<Endpoint> endpoints;
    const QJsonArray array = facts.details.value(QLatin1String("endpoints")).toArray();
    for (const QJsonValue& value : array) {
        const QJsonObject object = value.toObject();
        Endpoint endpoint;
        endpoint.name = object.value(QLatin1String("name")).toString();
        endpoint.isWrite = object.value(QLatin1String("write")).toBool();
        const QJsonArray runs = object.value(QLatin1String("runs")).toArray();
        for (const QJsonValue& run : runs)
            endpoint.runs.append(runFrom(run.toObject()));
        if (const QJsonValue mix = object.value(QLatin1String("mix")); mix.isObject())
            endpoint.mix = runFrom(mix.toObject());
        endpoints.append(std::move(endpoint));
    }
    return endpoints;
}

bool isAtRate(const Run& run, const Check& check)
{
    return percent(run.sentInTime, run.scheduled) >=
               check.policyValue(QStringLiteral("min_achieved_percent")) &&
           percent(run.unsent, run.scheduled) <= check.policyValue(QStringLiteral("max_unsent_percent"));
}

Doubt doubtOf(const Run& run, const Check& check)
{
    if (run.limited)
        return Doubt::Limited;
    if (run.stopped)
        return run.unsafe ? Doubt::Unsafe : Doubt::Stopped;
    // timeouts and unsent ones are in the histogram: slow, not wrong
    const double notOk = run.scheduled - run.ok - run.timeouts - run.unsent;
    if (percent(notOk, run.scheduled) > check.policyValue(QStringLiteral("max_non_2xx_percent")))
        return Doubt::NotOk;
    if (!run.hasSeries)
        return Doubt::NoDistribution;
    constexpr double rounding = 0.5; // the clock of a run is not the clock of its plan
    if (run.seconds + rounding < check.policyValue(QStringLiteral("min_duration_s")))
        return Doubt::TooShort;
    const bool moved =
        std::fabs(run.shiftPercent) > check.policyValue(QStringLiteral("max_median_drift_percent"));
    return moved && run.shiftSignificant ? Doubt::Unsteady : Doubt::None;
}

Verdict judge(const Run& run, qint64 limitUs, const Check& check)
{
    Verdict verdict;
    verdict.doubt = doubtOf(run, check);
    if (run.hasSeries)
        verdict.exceedance = run.series.exceedanceAt(limitUs, assumedBurst);
    if (verdict.doubt != Doubt::None)
        return verdict;
    if (isGeneratorLate(run, limitUs, check)) {
        verdict.doubt = Doubt::Generator;
        return verdict;
    }
    verdict.outcome = outcomeOf(verdict.exceedance);
    verdict.chance = chanceIfKept(verdict.exceedance);
    // a service that cannot keep up is slow; but what was not sent proves no speed
    const bool atRate = isAtRate(run, check);
    if (verdict.outcome == ExceedanceOutcome::Below && !(run.mayPass && atRate)) {
        verdict.outcome = ExceedanceOutcome::Undecided;
        verdict.doubt = atRate ? Doubt::OnlyFails : Doubt::NotAtRate;
    } else if (verdict.outcome == ExceedanceOutcome::Undecided) {
        verdict.doubt = Doubt::Statistics;
    }
    return verdict;
}

Verdict judge(const QVector<Run>& runs, qint64 limitUs, const Check& check)
{
    if (runs.isEmpty())
        return {ExceedanceOutcome::Undecided, Doubt::NoDistribution, {}, 1};
    Verdict first = judge(runs.first(), limitUs, check);
    if (runs.size() == 1)
        return first;
    std::optional<Verdict> below;
    std::optional<Verdict> above;
    int agreeBelow = 0;
    int agreeAbove = 0;
    double shortest = p99Of(runs.first());
    double longest = shortest;
    for (const Run& run : runs) {
        const Verdict verdict = judge(run, limitUs, check);
        agreeBelow += verdict.outcome == ExceedanceOutcome::Below ? 1 : 0;
        agreeAbove += verdict.outcome == ExceedanceOutcome::Above ? 1 : 0;
        if (verdict.outcome == ExceedanceOutcome::Below)
            below = verdict;
        if (verdict.outcome == ExceedanceOutcome::Above)
            above = verdict;
        shortest = std::min(shortest, p99Of(run));
        longest = std::max(longest, p99Of(run));
    }
    // far apart, but every one of them beyond the limit: how far does not matter
    const bool allBeyond = agreeAbove >= 2 && shortest > static_cast<double>(limitUs);
    const Doubt own = first.doubt == Doubt::None ? Doubt::Statistics : first.doubt;
    first.outcome = ExceedanceOutcome::Undecided;
    first.doubt = own;
    if (agreeBelow > 0 && agreeAbove > 0)
        first.doubt = Doubt::Contradiction;
    else if (!allBeyond && longest > check.policyValue(QStringLiteral("max_spread_ratio")) * shortest)
        first.doubt = Doubt::Spread;
    else if (agreeBelow >= 2)
        return *below;
    else if (agreeAbove >= 2)
        return *above;
    return first;
}

} // namespace awb::latency
