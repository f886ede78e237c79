// 3.1, 3.6, 3.7, 3.8 and what the rules of section 3 share.

#include "core/rules/rules_caching.h"
#include "core/rules/rule_support.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace awb
{

namespace caching
{

MessageArg percentArg(double value)
{
    return {value, QStringLiteral("percent")};
}

MessageArg secondsArg(double value)
{
    return {value, QStringLiteral("s")};
}

MessageArg keysArg(double value)
{
    return {value, QStringLiteral("keys")};
}

Suggestion notRun()
{
    return rule::notMeasured(QT_TRANSLATE_NOOP("awb", "The Redis probe of this check has not run."));
}

Suggestion replicaOnly()
{
    return rule::inconclusive(
        QT_TRANSLATE_NOOP("awb", "Only a replica was measured; its counters and settings are its own."),
        QT_TRANSLATE_NOOP("awb", "Point the profile's redis part at the master."));
}

bool isReplica(const Facts& facts)
{
    return facts.flag(QStringLiteral("replica"));
}

} // namespace caching

namespace
{

using namespace caching;

// low and high as certain as they are; the value itself where there is no interval.
double lowOf(const Measurement& m)
{
    return m.low.value_or(m.value);
}

double highOf(const Measurement& m)
{
    return m.high.value_or(m.value);
}

Suggestion shortWindow(double windowS, double minimumS)
{
    return rule::inconclusive(
        Message(QT_TRANSLATE_NOOP("awb", "The window of %1 is shorter than the %2 this rule needs."),
                {secondsArg(windowS), secondsArg(minimumS)}),
        Message(QT_TRANSLATE_NOOP("awb", "Observe for at least %1."), {secondsArg(minimumS)}));
}

// ── 3.1 ──────────────────────────────────────────────────────────────────────────────────────────────────

Verdict rateVerdict(const Measurement* rate, double threshold, double minimum)
{
    if (!rate || !rate->isKnown() || static_cast<double>(rate->n) < minimum)
        return Verdict::NotMeasured;
    if (lowOf(*rate) > threshold)
        return Verdict::Pass;
    return highOf(*rate) < threshold ? Verdict::Fail : Verdict::Inconclusive;
}

Message hitSentence(const Facts& facts, const Measurement& rate)
{
    return Message(
        QT_TRANSLATE_NOOP("awb", "%1 of %2 lookups in a window of %3 hit (95 % interval %4 to %5)."),
        {percentArg(rate.value), MessageArg(rate.n), secondsArg(facts.value(QStringLiteral("window_s"))),
         percentArg(lowOf(rate)), percentArg(highOf(rate))});
}

Suggestion decideHitRate(const RuleInput& input, const Facts& facts, const Measurement& window)
{
    const double threshold = input.threshold().value;
    const double minimum = input.check.policyValue(QStringLiteral("min_lookups"));
    const Verdict now = rateVerdict(&window, threshold, minimum);
    const Verdict before = rateVerdict(facts.find(QStringLiteral("hit_rate_lifetime")), threshold, minimum);
    const Message sentence = hitSentence(facts, window);
    if (now == Verdict::Inconclusive)
        return rule::inconclusive(
            sentence, QT_TRANSLATE_NOOP("awb", "The interval contains the threshold: observe longer."));
    const bool disagree = (now == Verdict::Pass && before == Verdict::Fail) ||
                          (now == Verdict::Fail && before == Verdict::Pass);
    if (disagree)
        return rule::inconclusive(
            Message(QT_TRANSLATE_NOOP("awb", "The window says %1, but since the server started it was %2."),
                    {percentArg(window.value), percentArg(facts.value(QStringLiteral("hit_rate_lifetime")))}),
            QT_TRANSLATE_NOOP("awb", "Observe a longer window of ordinary traffic, at its peak."));
    if (now == Verdict::Fail)
        return rule::fail(sentence);
    if (!facts.details.value(QStringLiteral("not_cache")).toArray().isEmpty())
        return rule::warn(Message(
            QT_TRANSLATE_NOOP("awb",
                              "%1 of all lookups hit, but the counters mix the cache with the keys that the "
                              "profile marks as no cache: give them a Redis of their own."),
            {percentArg(window.value)}));
    return rule::pass(sentence);
}

Suggestion hitRate(const RuleInput& input)
{
    const Facts* facts = input.find(QStringLiteral("redis.stats_window"));
    if (!facts)
        return notRun();
    if (!facts->complete || !facts->flag(QStringLiteral("window_valid")))
        return rule::notMeasuredBecause(*facts);
    if (isReplica(*facts))
        return replicaOnly();
    const double windowS = facts->value(QStringLiteral("window_s"));
    const double minimumS = input.check.policyValue(QStringLiteral("min_window_s"));
    const Measurement* window = facts->find(QStringLiteral("hit_rate_window"));
    const double lookups = window && window->isKnown() ? static_cast<double>(window->n) : 0;
    const double minimum = input.check.policyValue(QStringLiteral("min_lookups"));
    Suggestion suggestion;
    if (!(windowS >= minimumS)) {
        suggestion = shortWindow(windowS, minimumS);
    } else if (lookups < minimum) {
        suggestion = rule::notMeasured(
            Message(QT_TRANSLATE_NOOP("awb", "Only %1 lookups in a window of %2; this rule needs %3."),
                    {MessageArg(static_cast<qint64>(lookups)), secondsArg(windowS),
                     MessageArg(static_cast<qint64>(minimum))}),
            {}, QT_TRANSLATE_NOOP("awb", "Measure while the service has traffic."));
    } else {
        suggestion = decideHitRate(input, *facts, *window);
        // The checklist divides the totals since the start.
        const Verdict letter =
            rateVerdict(facts->find(QStringLiteral("hit_rate_lifetime")), input.threshold().value, minimum);
        suggestion.byLetter = letter == Verdict::NotMeasured ? suggestion.verdict : letter;
    }
    return rule::headline(suggestion, *facts, QStringLiteral("hit_rate_window"), input.threshold());
}

// ── 3.6, 3.7 ─────────────────────────────────────────────────────────────────────────────────────────────

Suggestion hintOnly(Message summary, Message settle)
{
    Suggestion suggestion = rule::inconclusive(std::move(summary), std::move(settle));
    suggestion.confidence = Confidence::Assisted;
    return suggestion;
}

Suggestion noCommandStats(const Facts& facts)
{
    if (!facts.complete)
        return rule::notMeasuredBecause(facts);
    return rule::notMeasured(QT_TRANSLATE_NOOP("awb", "The server tells no command statistics."));
}

Suggestion thunderingHerd(const RuleInput& input)
{
    const Facts* facts = input.find(QStringLiteral("redis.command_stats"));
    if (!facts)
        return notRun();
    const Message settle =
        QT_TRANSLATE_NOOP("awb", "Read the code of the cache-miss paths: Redis cannot show SET NX or "
                                 "a lock inside the process.");
    const double calls = facts->value(QStringLiteral("lock_calls"));
    if (std::isnan(calls) || !facts->flag(QStringLiteral("commandstats_known")))
        return noCommandStats(*facts);
    if (calls > 0)
        return hintOnly(
            Message(QT_TRANSLATE_NOOP(
                        "awb", "A hint of locks: SETNX or scripts were called %1 times since the start."),
                    {MessageArg(static_cast<qint64>(calls))}),
            settle);
    return hintOnly(QT_TRANSLATE_NOOP("awb", "Redis shows no hint of a lock (no SETNX, no scripts)."),
                    settle);
}

Suggestion negativeCaching(const RuleInput& input)
{
    const Facts* facts = input.find(QStringLiteral("redis.command_stats"));
    if (!facts)
        return notRun();
    const Message settle =
        QT_TRANSLATE_NOOP("awb", "Read the code of the lookups: what happens for an id that does not exist?");
    const double calls = facts->value(QStringLiteral("filter_calls"));
    if (std::isnan(calls) || !facts->flag(QStringLiteral("commandstats_known")))
        return noCommandStats(*facts);
    if (calls > 0)
        return hintOnly(
            Message(QT_TRANSLATE_NOOP("awb",
                                      "A hint of Bloom filters: they were called %1 times since the start."),
                    {MessageArg(static_cast<qint64>(calls))}),
            settle);
    const double misses = facts->value(QStringLiteral("miss_share"));
    if (std::isnan(misses))
        return hintOnly(QT_TRANSLATE_NOOP("awb", "Redis shows no hint of a Bloom filter."), settle);
    return hintOnly(
        Message(QT_TRANSLATE_NOOP("awb", "Redis shows no hint of a Bloom filter; %1 of all lookups missed."),
                {percentArg(misses)}),
        settle);
}

// ── 3.8 ──────────────────────────────────────────────────────────────────────────────────────────────────

Message evictionSentence(const Facts& facts, const Measurement& rate)
{
    return Message(
        QT_TRANSLATE_NOOP(
            "awb", "%1 of the keys are evicted an hour (%2 in a window of %3, 95 % interval up to %4)."),
        {MessageArg(rate.value, QStringLiteral("percent")), MessageArg(rate.n),
         secondsArg(facts.value(QStringLiteral("window_s"))), percentArg(highOf(rate))});
}

// Since the start: a lower bound, because CONFIG RESETSTAT sets the counter back but not the uptime.
Suggestion lifetimeFails(const Measurement& lifetime)
{
    return rule::fail(
        Message(QT_TRANSLATE_NOOP("awb", "Since the server started, %1 of the keys were evicted an hour."),
                {percentArg(lifetime.value)}));
}

Suggestion decideEvictions(const RuleInput& input, const Facts& facts, const Measurement& window,
                           const Measurement* lifetime)
{
    const double threshold = input.threshold().value;
    if (lowOf(window) > threshold)
        return rule::fail(evictionSentence(facts, window));
    if (!(highOf(window) < threshold))
        return rule::inconclusive(
            evictionSentence(facts, window),
            QT_TRANSLATE_NOOP("awb", "The interval contains the threshold: observe longer."));
    if (!lifetime || !lifetime->isKnown() || !(highOf(*lifetime) < threshold))
        return rule::inconclusive(
            Message(
                QT_TRANSLATE_NOOP(
                    "awb",
                    "The window shows %1 an hour, but the rate since the start is not under the threshold."),
                {percentArg(window.value)}),
            QT_TRANSLATE_NOOP("awb", "Observe longer, at the peak."));
    return rule::pass(evictionSentence(facts, window));
}

Suggestion evictionRate(const RuleInput& input)
{
    const Facts* facts = input.find(QStringLiteral("redis.stats_window"));
    if (!facts)
        return notRun();
    if (!facts->complete || !facts->flag(QStringLiteral("window_valid")))
        return rule::notMeasuredBecause(*facts);
    if (isReplica(*facts))
        return replicaOnly();
    const double minimumS = input.check.policyValue(QStringLiteral("min_window_s"));
    const double minimumKeys = input.check.policyValue(QStringLiteral("min_keys"));
    const double windowS = facts->value(QStringLiteral("window_s"));
    const double count = facts->value(QStringLiteral("keys_mean"));
    const Measurement* window = facts->find(QStringLiteral("eviction_rate_window"));
    const Measurement* lifetime = facts->find(QStringLiteral("eviction_rate_lifetime"));
    const bool lifetimeKnown =
        lifetime && lifetime->isKnown() && facts->value(QStringLiteral("uptime_s")) >= minimumS;
    Suggestion suggestion;
    if (!(count >= minimumKeys)) {
        suggestion = rule::notMeasured(
            Message(QT_TRANSLATE_NOOP("awb", "{1:One key is|%1 keys are} in this Redis; this "
                                             "rule needs %2."),
                    {keysArg(std::round(count)), keysArg(minimumKeys)}),
            {}, QT_TRANSLATE_NOOP("awb", "Measure while the service has traffic."));
    } else if (lifetimeKnown && lowOf(*lifetime) > input.threshold().value) {
        suggestion = lifetimeFails(*lifetime);
    } else if (!(windowS >= minimumS)) {
        suggestion = shortWindow(windowS, minimumS);
    } else if (!(facts->value(QStringLiteral("writes_window")) > 0)) {
        suggestion = rule::notMeasured(
            QT_TRANSLATE_NOOP("awb", "Nothing was written in the window, so nothing had to be evicted."), {},
            QT_TRANSLATE_NOOP("awb", "Measure while the service has traffic."));
    } else if (!window || !window->isKnown()) {
        suggestion = rule::notMeasuredBecause(*facts);
    } else {
        suggestion = decideEvictions(input, *facts, *window, lifetime);
    }
    return rule::headline(suggestion, *facts, QStringLiteral("eviction_rate_window"), input.threshold());
}

} // namespace

QVector<RuleEntry> cachingRules()
{
    return {{"3.1", hitRate},
            {"3.2", caching::ttlOfKeys},
            {"3.3", caching::evictionPolicy},
            {"3.4", caching::memoryLimit},
            {"3.5", caching::namespaces},
            {"3.6", thunderingHerd},
            {"3.7", negativeCaching},
            {"3.8", evictionRate}};
}

} // namespace awb
