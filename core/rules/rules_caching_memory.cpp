// 3.3 and 3.4: maxmemory and its policy.

#include "core/rules/rule_support.h"
#include "core/rules/rules_caching.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace awb
{

using namespace caching;

namespace
{

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
            {percentArg(systemShare), percentArg(tooMuch)}));
    else if (usedShare > nearlyFull && anyNoeviction(facts))
        suggestion = rule::warn(
            Message(QT_TRANSLATE_NOOP(
                        "awb", "%1 of maxmemory is used under noeviction: writes are about to be refused."),
                    {percentArg(usedShare)}));
    else
        suggestion =
            rule::pass(Message(QT_TRANSLATE_NOOP("awb", "maxmemory is set to %1 (the least of all masters)."),
                               {MessageArg(least, QStringLiteral("bytes"))}));
    suggestion.byLetter = facts.complete ? Verdict::Pass : Verdict::NotMeasured;
    return suggestion;
}

} // namespace

Suggestion caching::evictionPolicy(const RuleInput& input)
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

Suggestion caching::memoryLimit(const RuleInput& input)
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

} // namespace awb
