// The rules of section 3. Sources: specs of the Redis probes (windows decide, counters are summed over
// masters, keys alone prove no absence) and the one rule for all marks: doubt is inconclusive, blindness is
// not measured.

#include "core/rules/rule_support.h"
#include "core/rules/rules.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace awb
{

namespace
{

MessageArg percent(double value)
{
    return {value, QStringLiteral("percent")};
}

MessageArg seconds(double value)
{
    return {value, QStringLiteral("s")};
}

MessageArg keys(double value)
{
    return {value, QStringLiteral("keys")};
}

Suggestion notRun()
{
    return rule::notMeasured(QT_TRANSLATE_NOOP("awb", "The Redis probe of this check has not run."));
}

// A replica counts only what happens on itself, and its configuration is its own.
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
                {seconds(windowS), seconds(minimumS)}),
        Message(QT_TRANSLATE_NOOP("awb", "Observe for at least %1."), {seconds(minimumS)}));
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
        {percent(rate.value), MessageArg(rate.n), seconds(facts.value(QStringLiteral("window_s"))),
         percent(lowOf(rate)), percent(highOf(rate))});
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
                    {percent(window.value), percent(facts.value(QStringLiteral("hit_rate_lifetime")))}),
            QT_TRANSLATE_NOOP("awb", "Observe a longer window of ordinary traffic, at its peak."));
    if (now == Verdict::Fail)
        return rule::fail(sentence);
    if (!facts.details.value(QStringLiteral("not_cache")).toArray().isEmpty())
        return rule::warn(Message(
            QT_TRANSLATE_NOOP("awb",
                              "%1 of all lookups hit, but the counters mix the cache with the keys that the "
                              "profile marks as no cache: give them a Redis of their own."),
            {percent(window.value)}));
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
                    {MessageArg(static_cast<qint64>(lookups)), seconds(windowS),
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

// ── 3.2 ──────────────────────────────────────────────────────────────────────────────────────────────────

bool allMastersSeen(const Facts& facts)
{
    return facts.complete && facts.flag(QStringLiteral("keyspace_known"));
}

// Some keys have no TTL. What are they?
Suggestion attributeKeys(const Facts& facts, double without, double total)
{
    const double cache = facts.value(QStringLiteral("cache_without_ttl"));
    const double open = facts.value(QStringLiteral("open_without_ttl"));
    if (cache > 0)
        return rule::fail(Message(
            QT_TRANSLATE_NOOP("awb", "%1 of %2 keys have no TTL; %3 of those looked at are cache keys."),
            {keys(without), keys(total), keys(cache)}));
    if (open > 0) {
        Suggestion suggestion = rule::warn(Message(
            QT_TRANSLATE_NOOP(
                "awb", "%1 of %2 keys have no TTL, and nobody has said whether they are cache keys: list "
                       "what is no cache under not_cache in the profile."),
            {keys(without), keys(total)}));
        suggestion.byLetter = Verdict::Fail; // the letter counts every key of a cache
        return suggestion;
    }
    const double unreadable = facts.value(QStringLiteral("unreadable"));
    const bool everyKey = facts.flag(QStringLiteral("full_scan")) && allMastersSeen(facts);
    if (everyKey && !(unreadable > 0) && facts.value(QStringLiteral("sampled")) > 0)
        return rule::pass(
            Message(QT_TRANSLATE_NOOP(
                        "awb", "Every key was looked at: the %1 without a TTL are all marked as no cache."),
                    {keys(without)}));
    if (unreadable > 0)
        return rule::inconclusive(
            Message(QT_TRANSLATE_NOOP("awb",
                                      "%1 of %2 keys have no TTL, and %3 could not be read with this login."),
                    {keys(without), keys(total), keys(unreadable)}),
            QT_TRANSLATE_NOOP("awb", "Give the login the key pattern ~* and run the probe again."));
    return rule::inconclusive(
        Message(QT_TRANSLATE_NOOP(
                    "awb", "%1 of %2 keys have no TTL; none of them in the sample of %3 is a cache key."),
                {keys(without), keys(total), keys(facts.value(QStringLiteral("sampled")))}),
        QT_TRANSLATE_NOOP("awb", "Allow the capability scan, so that every key is looked at."));
}

Suggestion ttlOfKeys(const RuleInput& input)
{
    const Facts* facts = input.find(QStringLiteral("redis.keys"));
    if (!facts)
        return notRun();
    const double total = facts->value(QStringLiteral("keys_total"));
    const double without = facts->value(QStringLiteral("keys_without_ttl"));
    if (std::isnan(total) || std::isnan(without))
        return rule::notMeasuredBecause(*facts);
    Suggestion suggestion;
    if (!facts->flag(QStringLiteral("keyspace_known"))) {
        suggestion = rule::notMeasuredBecause(*facts);
    } else if (total <= 0) {
        suggestion =
            rule::notMeasured(QT_TRANSLATE_NOOP("awb", "There are no keys in this Redis at rest."), {},
                              QT_TRANSLATE_NOOP("awb", "Measure while the service has traffic."));
    } else if (without > 0) {
        suggestion = attributeKeys(*facts, without, total);
        if (suggestion.verdict == Verdict::Inconclusive && !facts->complete)
            suggestion = rule::notMeasuredBecause(*facts);
    } else if (!allMastersSeen(*facts)) {
        suggestion = rule::notMeasuredBecause(*facts);
    } else {
        suggestion = rule::pass(Message(QT_TRANSLATE_NOOP("awb", "All %1 keys have a TTL."), {keys(total)}));
    }
    return rule::headline(suggestion, *facts, QStringLiteral("with_ttl"), input.threshold());
}

// ── 3.3 ──────────────────────────────────────────────────────────────────────────────────────────────────

enum class PolicyState { Good, Frequency, Weak, Idle, FewExpire, NoneExpire, NoKeys, None, Unknown };

struct NodePolicy
{
    QString policy;
    PolicyState state = PolicyState::Unknown;
};

PolicyState stateOf(const QJsonObject& node, double minimumPercent)
{
    const QString policy = node.value(QStringLiteral("policy")).toString();
    const QJsonValue limit = node.value(QStringLiteral("maxmemory"));
    if (policy.isEmpty() || !limit.isDouble())
        return PolicyState::Unknown;
    if (policy == QLatin1String("noeviction"))
        return PolicyState::None;
    const double count = node.value(QStringLiteral("keys")).toDouble();
    const double expires = node.value(QStringLiteral("expires")).toDouble();
    const bool ofVolatile = policy.startsWith(QLatin1String("volatile-"));
    if (ofVolatile && count > 0 && expires <= 0)
        return PolicyState::NoneExpire; // nothing it may evict: it behaves as noeviction
    if (limit.toDouble() <= 0)
        return PolicyState::Idle;
    if (policy.endsWith(QLatin1String("-lru")) || policy.endsWith(QLatin1String("-lfu"))) {
        if (ofVolatile && count <= 0)
            return PolicyState::NoKeys;
        if (ofVolatile && 100 * expires / count < minimumPercent)
            return PolicyState::FewExpire;
        return policy.endsWith(QLatin1String("-lru")) ? PolicyState::Good : PolicyState::Frequency;
    }
    const bool known = policy.endsWith(QLatin1String("-random")) || policy == QLatin1String("volatile-ttl") ||
                       policy.endsWith(QLatin1String("-lrm"));
    return known ? PolicyState::Weak : PolicyState::Unknown;
}

Suggestion forState(const NodePolicy& worst)
{
    const QVector<MessageArg> policy{MessageArg(worst.policy)};
    switch (worst.state) {
    case PolicyState::None:
        return rule::fail(QT_TRANSLATE_NOOP("awb", "The policy is noeviction: a full Redis refuses writes."));
    case PolicyState::NoneExpire:
        return rule::fail(Message(
            QT_TRANSLATE_NOOP(
                "awb",
                "The policy is %1, but no key has a TTL: it can evict nothing and acts as noeviction."),
            policy));
    case PolicyState::FewExpire:
        return rule::warn(Message(
            QT_TRANSLATE_NOOP(
                "awb", "The policy is %1, but less than half of the keys have a TTL and may be evicted."),
            policy));
    case PolicyState::Idle:
        return rule::warn(Message(
            QT_TRANSLATE_NOOP("awb", "The policy is %1, but without maxmemory it never acts."), policy));
    case PolicyState::Weak:
        return rule::warn(Message(
            QT_TRANSLATE_NOOP("awb", "The policy is %1: it evicts, but not what was used least."), policy));
    case PolicyState::NoKeys:
        return rule::inconclusive(
            Message(
                QT_TRANSLATE_NOOP(
                    "awb", "The policy is %1, but there are no keys: whether it can evict any is not known."),
                policy),
            QT_TRANSLATE_NOOP("awb", "Measure while the service has traffic."));
    case PolicyState::Frequency:
        return rule::pass(Message(
            QT_TRANSLATE_NOOP("awb", "The policy is %1, as good as LRU, and maxmemory is set."), policy));
    case PolicyState::Good:
        return rule::pass(
            Message(QT_TRANSLATE_NOOP("awb", "The policy is %1 and maxmemory is set."), policy));
    case PolicyState::Unknown:
        break;
    }
    return rule::notMeasured(
        QT_TRANSLATE_NOOP("awb", "The server does not tell a policy that this program knows."));
}

bool isLetterPolicy(const NodePolicy& node)
{
    return node.policy == QLatin1String("allkeys-lru") || node.policy == QLatin1String("volatile-lru");
}

Suggestion decidePolicy(const QVector<NodePolicy>& nodes)
{
    const auto worst =
        std::max_element(nodes.cbegin(), nodes.cend(), [](const NodePolicy& a, const NodePolicy& b) {
            return static_cast<int>(a.state) < static_cast<int>(b.state);
        });
    const bool known = std::none_of(nodes.cbegin(), nodes.cend(), [](const NodePolicy& node) {
        return node.state == PolicyState::Unknown;
    });
    const auto failing = std::find_if(nodes.cbegin(), nodes.cend(), [](const NodePolicy& node) {
        return node.state == PolicyState::None || node.state == PolicyState::NoneExpire;
    });
    Suggestion suggestion = forState(failing != nodes.cend() ? *failing : *worst);
    const bool agree = std::all_of(nodes.cbegin(), nodes.cend(), [&](const NodePolicy& node) {
        return node.policy == nodes.first().policy;
    });
    if (suggestion.verdict == Verdict::Pass && !agree)
        suggestion =
            rule::warn(QT_TRANSLATE_NOOP("awb", "The masters have different policies; all must agree."));
    if (known) {
        const bool letter = std::all_of(nodes.cbegin(), nodes.cend(), isLetterPolicy);
        suggestion.byLetter = letter ? Verdict::Pass : Verdict::Fail;
    }
    return suggestion;
}

Suggestion evictionPolicy(const RuleInput& input)
{
    const Facts* facts = input.find(QStringLiteral("redis.memory"));
    if (!facts)
        return notRun();
    QVector<NodePolicy> nodes;
    double accepted = 0;
    for (const QJsonValue& value : facts->details.value(QStringLiteral("nodes")).toArray()) {
        const QJsonObject node = value.toObject();
        nodes.append({node.value(QStringLiteral("policy")).toString(),
                      stateOf(node, input.check.policyValue(QStringLiteral("min_expiring_percent")))});
        accepted += nodes.last().state <= PolicyState::Frequency ? 1 : 0;
    }
    if (nodes.isEmpty())
        return rule::notMeasuredBecause(*facts);
    if (isReplica(*facts))
        return replicaOnly();
    Suggestion suggestion = decidePolicy(nodes);
    const bool proven = suggestion.verdict == Verdict::Fail || suggestion.verdict == Verdict::Warn;
    if (!facts->complete && !proven)
        return rule::notMeasuredBecause(*facts);
    if (!facts->complete && suggestion.byLetter == Verdict::Pass)
        suggestion.byLetter = Verdict::NotMeasured;
    Measurement share;
    share.name = QStringLiteral("accepted_policies");
    share.value = 100 * accepted / static_cast<double>(nodes.size());
    share.unit = QStringLiteral("percent");
    share.n = nodes.size();
    suggestion.headline = share;
    suggestion.threshold = input.threshold();
    return suggestion;
}

// ── 3.4 ──────────────────────────────────────────────────────────────────────────────────────────────────

bool anyNoeviction(const Facts& facts)
{
    const QJsonArray nodes = facts.details.value(QStringLiteral("nodes")).toArray();
    return std::any_of(nodes.cbegin(), nodes.cend(), [](const QJsonValue& node) {
        return node.toObject().value(QStringLiteral("policy")).toString() == QLatin1String("noeviction");
    });
}

Suggestion decideLimit(const RuleInput& input, const Facts& facts, double least)
{
    const double systemShare = facts.value(QStringLiteral("system_share_max"));
    const double usedShare = facts.value(QStringLiteral("used_share_max"));
    const double tooMuch = input.check.policyValue(QStringLiteral("warn_above_percent_of_system"));
    const double nearlyFull = input.check.policyValue(QStringLiteral("warn_used_percent"));
    Suggestion suggestion;
    if (systemShare > tooMuch)
        suggestion = rule::warn(Message(
            QT_TRANSLATE_NOOP(
                "awb", "maxmemory is %1 of the memory the server sees, over %2; in a container compare it "
                       "with the container's limit."),
            {percent(systemShare), percent(tooMuch)}));
    else if (usedShare > nearlyFull && anyNoeviction(facts))
        suggestion = rule::warn(
            Message(QT_TRANSLATE_NOOP(
                        "awb", "%1 of maxmemory is used under noeviction: writes are about to be refused."),
                    {percent(usedShare)}));
    else
        suggestion =
            rule::pass(Message(QT_TRANSLATE_NOOP("awb", "maxmemory is set to %1 (the least of all masters)."),
                               {MessageArg(least, QStringLiteral("bytes"))}));
    suggestion.byLetter = facts.complete ? Verdict::Pass : Verdict::NotMeasured;
    return suggestion;
}

Suggestion memoryLimit(const RuleInput& input)
{
    const Facts* facts = input.find(QStringLiteral("redis.memory"));
    if (!facts)
        return notRun();
    const double least = facts->value(QStringLiteral("maxmemory_min"));
    if (std::isnan(least))
        return rule::notMeasuredBecause(*facts);
    if (isReplica(*facts))
        return replicaOnly();
    Suggestion suggestion;
    if (least <= 0) {
        suggestion = rule::fail(
            Message(QT_TRANSLATE_NOOP("awb", "maxmemory is unlimited; %1 are used now."),
                    {MessageArg(facts->value(QStringLiteral("used_memory")), QStringLiteral("bytes"))}));
    } else {
        suggestion = decideLimit(input, *facts, least);
        if (!facts->complete && suggestion.verdict == Verdict::Pass)
            suggestion = rule::notMeasuredBecause(*facts);
    }
    return rule::headline(suggestion, *facts, QStringLiteral("maxmemory_min"), input.threshold());
}

// ── 3.5 ──────────────────────────────────────────────────────────────────────────────────────────────────

// (a) two types under one pattern, each more than a slip: enough keys, or a share of the pattern.
QStringList mixedPatterns(const RuleInput& input, const Facts& facts)
{
    const double minKeys = input.check.policyValue(QStringLiteral("min_keys_per_type"));
    const double minShare = input.check.policyValue(QStringLiteral("min_type_share_percent"));
    QStringList found;
    for (const QJsonValue& value : facts.details.value(QStringLiteral("mixed")).toArray()) {
        const QJsonObject mixed = value.toObject();
        const double total = mixed.value(QStringLiteral("keys")).toDouble();
        const QJsonObject types = mixed.value(QStringLiteral("types")).toObject();
        const auto counts = std::count_if(types.begin(), types.end(), [&](const QJsonValueConstRef& count) {
            return count.toDouble() >= minKeys || (total > 0 && 100 * count.toDouble() / total >= minShare);
        });
        if (counts >= 2)
            found << mixed.value(QStringLiteral("pattern")).toString();
    }
    return found;
}

QString firstPair(const Facts& facts, const QString& name)
{
    const QJsonArray pair = facts.details.value(name).toArray().at(0).toArray();
    return pair.size() == 2 ? QStringLiteral("%1 / %2").arg(pair.at(0).toString(), pair.at(1).toString())
                            : QString();
}

// (b) to (d): names that invite a collision.
std::optional<Suggestion> riskyNames(const Facts& facts)
{
    const double bare = facts.value(QStringLiteral("bare_keys"));
    if (bare > 0)
        return rule::warn(Message(QT_TRANSLATE_NOOP("awb", "%1 of %2 keys looked at have no prefix at all."),
                                  {keys(bare), keys(facts.value(QStringLiteral("sampled")))}));
    if (const QString twins = firstPair(facts, QStringLiteral("twins")); !twins.isEmpty())
        return rule::warn(
            Message(QT_TRANSLATE_NOOP("awb", "Prefixes that differ only by case, plural or delimiter: %1."),
                    {MessageArg(twins)}));
    if (const QString literal = firstPair(facts, QStringLiteral("literals")); !literal.isEmpty())
        return rule::warn(
            Message(QT_TRANSLATE_NOOP("awb", "A fixed word stands where another key has an identifier: %1."),
                    {MessageArg(literal)}));
    return std::nullopt;
}

Suggestion judgeTable(const Facts& facts)
{
    if (!facts.flag(QStringLiteral("table_given")))
        return rule::notMeasured(
            QT_TRANSLATE_NOOP(
                "awb", "No collision shows in the keys, but keys alone cannot prove that there is none."),
            {},
            QT_TRANSLATE_NOOP("awb",
                              "Confirm the table of prefixes and entities under prefixes in the profile."));
    if (const QString problem = facts.details.value(QStringLiteral("table_problem")).toString();
        !problem.isEmpty())
        return rule::warn(
            Message(QT_TRANSLATE_NOOP("awb", "The profile's table of prefixes is not one to one: %1."),
                    {MessageArg(problem)}));
    const double unlisted = facts.details.value(QStringLiteral("unlisted")).toDouble();
    if (unlisted > 0)
        return rule::inconclusive(
            Message(QT_TRANSLATE_NOOP("awb",
                                      "%1 of %2 keys looked at are under no prefix of the profile's table."),
                    {keys(unlisted), keys(facts.value(QStringLiteral("sampled")))}),
            QT_TRANSLATE_NOOP("awb", "Complete the table of prefixes in the profile."));
    if (!facts.flag(QStringLiteral("full_scan")) || facts.value(QStringLiteral("unreadable")) > 0)
        return rule::inconclusive(
            Message(QT_TRANSLATE_NOOP(
                        "awb",
                        "All %1 keys of the sample fit the table of prefixes; not every key was looked at."),
                    {keys(facts.value(QStringLiteral("sampled")))}),
            QT_TRANSLATE_NOOP("awb", "Allow the capability scan, with a login that may read every key."));
    Suggestion suggestion = rule::pass(
        Message(QT_TRANSLATE_NOOP(
                    "awb", "Every one of %1 keys fits the confirmed table of prefixes, one entity each."),
                {keys(facts.value(QStringLiteral("sampled")))}));
    suggestion.confidence = Confidence::Assisted; // the table is a person's word
    return suggestion;
}

Suggestion namespaces(const RuleInput& input)
{
    const Facts* facts = input.find(QStringLiteral("redis.keys"));
    if (!facts)
        return notRun();
    const double sampled = facts->value(QStringLiteral("sampled"));
    if (std::isnan(sampled))
        return rule::notMeasuredBecause(*facts);
    const QStringList mixed = mixedPatterns(input, *facts);
    Measurement collisions;
    collisions.name = QStringLiteral("collisions");
    collisions.value = static_cast<double>(mixed.size());
    collisions.unit = QStringLiteral("count");
    collisions.n = static_cast<qint64>(sampled);
    Suggestion suggestion;
    if (!mixed.isEmpty()) {
        suggestion = rule::fail(Message(
            QT_TRANSLATE_NOOP(
                "awb", "%1 key patterns hold values of several types, first %2: two entities share them."),
            {MessageArg(static_cast<qint64>(mixed.size())), MessageArg(mixed.first())}));
    } else if (sampled <= 0) {
        const bool blind = facts->value(QStringLiteral("unreadable")) > 0 || !facts->complete;
        return blind ? rule::notMeasured(
                           facts->complete
                               ? Message(QT_TRANSLATE_NOOP("awb", "No key could be read with this login."))
                               : facts->reason,
                           facts->unlock)
                     : rule::notMeasured(QT_TRANSLATE_NOOP("awb", "There are no keys in this Redis at rest."),
                                         {},
                                         QT_TRANSLATE_NOOP("awb", "Measure while the service has traffic."));
    } else if (const auto risky = riskyNames(*facts)) {
        suggestion = *risky;
        suggestion.byLetter = Verdict::Inconclusive; // the letter knows only sharing
    } else {
        suggestion = facts->complete ? judgeTable(*facts) : rule::notMeasuredBecause(*facts);
    }
    suggestion.headline = collisions;
    suggestion.threshold = input.threshold();
    return suggestion;
}

// ── 3.6, 3.7 ─────────────────────────────────────────────────────────────────────────────────────────────

Suggestion hintOnly(Message summary, Message settle)
{
    Suggestion suggestion = rule::inconclusive(std::move(summary), std::move(settle));
    suggestion.confidence = Confidence::Assisted;
    return suggestion;
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
        return rule::notMeasuredBecause(*facts);
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
        return rule::notMeasuredBecause(*facts);
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
                {percent(misses)}),
        settle);
}

// ── 3.8 ──────────────────────────────────────────────────────────────────────────────────────────────────

Message evictionSentence(const Facts& facts, const Measurement& rate)
{
    return Message(
        QT_TRANSLATE_NOOP(
            "awb", "%1 of the keys are evicted an hour (%2 in a window of %3, 95 % interval up to %4)."),
        {MessageArg(rate.value, QStringLiteral("percent")), MessageArg(rate.n),
         seconds(facts.value(QStringLiteral("window_s"))), percent(highOf(rate))});
}

// Since the start: a lower bound, because CONFIG RESETSTAT sets the counter back but not the uptime.
Suggestion lifetimeFails(const Measurement& lifetime)
{
    return rule::fail(
        Message(QT_TRANSLATE_NOOP("awb", "Since the server started, %1 of the keys were evicted an hour."),
                {percent(lifetime.value)}));
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
                {percent(window.value)}),
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
        suggestion =
            rule::notMeasured(Message(QT_TRANSLATE_NOOP("awb", "Only %1 in this Redis; this rule needs %2."),
                                      {keys(count), keys(minimumKeys)}),
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
    return {{"3.1", hitRate},    {"3.2", ttlOfKeys},      {"3.3", evictionPolicy},  {"3.4", memoryLimit},
            {"3.5", namespaces}, {"3.6", thunderingHerd}, {"3.7", negativeCaching}, {"3.8", evictionRate}};
}

} // namespace awb
