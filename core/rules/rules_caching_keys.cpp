// 3.2 and 3.5: what the keys themselves show.

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
            QT_TRANSLATE_NOOP("awb",
                              "%1 of %2 {2:key has|keys have} no TTL; %3 of those looked at are cache keys."),
            {keysArg(without), keysArg(total), keysArg(cache)}));
    if (open > 0) {
        Suggestion suggestion = rule::warn(Message(
            QT_TRANSLATE_NOOP("awb",
                              "%1 of %2 {2:key has|keys have} no TTL, and nobody has said whether they are "
                              "cache keys: list what is no cache under not_cache in the profile."),
            {keysArg(without), keysArg(total)}));
        suggestion.byLetter = Verdict::Fail; // the letter counts every key of a cache
        return suggestion;
    }
    const double unreadable = facts.value(QStringLiteral("unreadable"));
    const bool everyKey = facts.flag(QStringLiteral("full_scan")) && allMastersSeen(facts);
    if (everyKey && !(unreadable > 0) && facts.value(QStringLiteral("sampled")) > 0)
        return rule::pass(
            Message(QT_TRANSLATE_NOOP(
                        "awb", "Every key was looked at: the %1 without a TTL are all marked as no cache."),
                    {keysArg(without)}));
    if (unreadable > 0)
        return rule::inconclusive(
            Message(QT_TRANSLATE_NOOP(
                        "awb",
                        "%1 of %2 {2:key has|keys have} no TTL, and %3 could not be read with this login."),
                    {keysArg(without), keysArg(total), keysArg(unreadable)}),
            QT_TRANSLATE_NOOP("awb", "Give the login the key pattern ~* and run the probe again."));
    return rule::inconclusive(
        Message(
            QT_TRANSLATE_NOOP(
                "awb",
                "%1 of %2 {2:key has|keys have} no TTL; none of them in the sample of %3 is a cache key."),
            {keysArg(without), keysArg(total), keysArg(facts.value(QStringLiteral("sampled")))}),
        QT_TRANSLATE_NOOP("awb", "Allow the capability scan, so that every key is looked at."));
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
        return rule::warn(Message(
            QT_TRANSLATE_NOOP("awb", "%1 of %2 {2:key looked at has|keys looked at have} no prefix at all."),
            {keysArg(bare), keysArg(facts.value(QStringLiteral("sampled")))}));
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
                    {keysArg(unlisted), keysArg(facts.value(QStringLiteral("sampled")))}),
            QT_TRANSLATE_NOOP("awb", "Complete the table of prefixes in the profile."));
    if (!facts.flag(QStringLiteral("full_scan")) || facts.value(QStringLiteral("unreadable")) > 0)
        return rule::inconclusive(
            Message(QT_TRANSLATE_NOOP(
                        "awb",
                        "All %1 keys of the sample fit the table of prefixes; not every key was looked at."),
                    {keysArg(facts.value(QStringLiteral("sampled")))}),
            QT_TRANSLATE_NOOP("awb", "Allow the capability scan, with a login that may read every key."));
    Suggestion suggestion = rule::pass(
        Message(QT_TRANSLATE_NOOP(
                    "awb", "Every one of %1 keys fits the confirmed table of prefixes, one entity each."),
                {keysArg(facts.value(QStringLiteral("sampled")))}));
    suggestion.confidence = Confidence::Assisted; // the table is a person's word
    return suggestion;
}

} // namespace

Suggestion caching::ttlOfKeys(const RuleInput& input)
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
        suggestion = rule::pass(Message(
            QT_TRANSLATE_NOOP("awb", "{1:The one key has|All %1 keys have} a TTL."), {keysArg(total)}));
    }
    return rule::headline(suggestion, *facts, QStringLiteral("with_ttl"), input.threshold());
}

Suggestion caching::namespaces(const RuleInput& input)
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
        suggestion =
            rule::fail(Message(QT_TRANSLATE_NOOP("awb", "%1 key {1:pattern holds|patterns hold} values of "
                                                        "several types, first %2: two entities share them."),
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

} // namespace awb
