#include "core/rules/latency_ratio.h"

#include "core/rules/latency_sentences.h"
#include "core/rules/rule_support.h"

#include <QCoreApplication>

#include <algorithm>

namespace awb::latency
{

namespace
{

constexpr double usPerMs = 1000;

MessageArg ms(double us)
{
    return {us / usPerMs, QStringLiteral("ms")};
}

enum class RatioState { Good, Open, Negligible, Bad };

struct JudgedRatio
{
    QString name;
    RatioState state = RatioState::Open;
    Doubt doubt = Doubt::None;
    RatioInterval ratio;
    double p99Us = 0;
};

// Our own lateness is in what we measured: the true value may lie lower by it.
QuantileInterval withLateness(QuantileInterval measured, double lagMs)
{
    measured.low = std::max(0.0, measured.low - lagMs * usPerMs);
    return measured;
}

JudgedRatio judgeRatio(const Endpoint& endpoint, const RuleInput& input)
{
    JudgedRatio judged{endpoint.name, RatioState::Open, Doubt::NoDistribution, {}, 0};
    LatencySeries series;
    double lagMs = 0;
    bool mayPass = true;
    bool atRate = true;
    for (const Run& run : endpoint.runs) {
        judged.doubt = doubtOf(run, input.check);
        if (judged.doubt != Doubt::None)
            return judged;
        series.merge(run.series);
        lagMs = std::max(lagMs, run.lagMs);
        mayPass = mayPass && run.mayPass;
        atRate = atRate && isAtRate(run, input.check);
    }
    if (endpoint.runs.isEmpty())
        return judged;
    const QuantileInterval p99 = series.quantile(0.99, assumedBurst);
    const QuantileInterval p50 = series.quantile(0.5, assumedBurst);
    const RatioInterval seen = ratioInterval(p99, p50);
    judged.ratio = ratioInterval(withLateness(p99, lagMs), withLateness(p50, lagMs));
    judged.p99Us = p99.value;
    const double limit = input.threshold(QStringLiteral("ratio")).value;
    const double negligibleMs =
        std::max(input.check.policyValue(QStringLiteral("negligible_p99_ms")),
                 input.check.policyValue(QStringLiteral("negligible_lag_factor")) * lagMs);
    const bool below = judged.ratio.high && *judged.ratio.high < limit;
    if (below && mayPass && atRate)
        judged.state = RatioState::Good;
    else if (judged.ratio.low >= limit)
        judged.state = p99.value / usPerMs < negligibleMs ? RatioState::Negligible : RatioState::Bad;
    else if (below)
        judged.doubt = mayPass ? Doubt::NotAtRate : Doubt::OnlyFails;
    else
        judged.doubt =
            (seen.high && *seen.high < limit) || seen.low >= limit ? Doubt::Generator : Doubt::Statistics;
    return judged;
}

Message ratioSentence(const char* source, const JudgedRatio& judged)
{
    return {source,
            {MessageArg(judged.name), ms(judged.p99Us),
             MessageArg(judged.ratio.value, QStringLiteral("ratio")),
             MessageArg(judged.ratio.low, QStringLiteral("ratio"))}};
}

} // namespace

Suggestion judgeRatios(const QVector<Endpoint>& endpoints, const RuleInput& input)
{
    QVector<JudgedRatio> all;
    for (const Endpoint& endpoint : endpoints)
        all.append(judgeRatio(endpoint, input));
    const auto worst =
        std::max_element(all.cbegin(), all.cend(), [](const JudgedRatio& a, const JudgedRatio& b) {
            return static_cast<int>(a.state) < static_cast<int>(b.state);
        });
    const auto open = std::find_if(
        all.cbegin(), all.cend(), [](const JudgedRatio& judged) { return judged.state == RatioState::Open; });
    if (worst->state == RatioState::Bad)
        return rule::fail(ratioSentence(
            QT_TRANSLATE_NOOP("awb", "%1: its p99 of %2 is %3 its median, %4 at least."), *worst));
    if (open != all.cend()) {
        const Message sentence =
            open->doubt == Doubt::Statistics
                ? Message(QT_TRANSLATE_NOOP("awb", "%1: the interval of its ratio holds the threshold."),
                          {MessageArg(open->name)})
                : doubtSentence(open->doubt, open->name);
        return rule::inconclusive(sentence, settling(open->doubt, input));
    }
    if (worst->state == RatioState::Negligible) {
        Suggestion suggestion = rule::warn(ratioSentence(
            QT_TRANSLATE_NOOP("awb", "%1: its p99 is %3 its median, but with %2 that is noise."), *worst));
        suggestion.byLetter = awb::Verdict::Fail; // not the verdict of a run
        return suggestion;
    }
    return rule::pass(
        Message(QT_TRANSLATE_NOOP("awb", "The p99 of each of %1 endpoints is less than %2 its median."),
                {MessageArg(all.size()),
                 MessageArg(input.threshold(QStringLiteral("ratio")).value, QStringLiteral("ratio"))}));
}

} // namespace awb::latency
