#include "core/probe/fact_building.h"
#include "core/probe/redis/counting_intervals.h"
#include "core/probe/redis/key_pattern.h"
#include "core/probe/redis/key_report.h"
#include "core/probe/redis/redis_nodes.h"
#include "core/probe/redis/redis_probes.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace awb
{

namespace
{

const QString probeId = QStringLiteral("redis.keys");
const QStringList allChecks{QStringLiteral("3.2"), QStringLiteral("3.5")};

KeyClasses classesOf(const RedisTarget& target)
{
    KeyClasses classes;
    for (const QString& glob : target.notCache)
        classes.notCache.append(glob.toUtf8());
    for (auto it = target.prefixes.cbegin(); it != target.prefixes.cend(); ++it)
        classes.prefixes.append({it.key().toUtf8(), it.value()});
    return classes;
}

Facts describe(const RedisDeployment& deployment, const KeySample& sample, const ProbeContext& context,
               const TargetProfile& profile)
{
    Facts facts = redisFacts(probeId, allChecks, deployment, context);
    reportKeys(facts, sample, profile);
    if (!sample.problem.isEmpty()) {
        facts.complete = false;
        facts.reason = sample.problem;
        facts.unlock = sample.unlock;
    } else if (!sample.keyspaceKnown && facts.complete) {
        facts.complete = false;
        facts.reason = QT_TRANSLATE_NOOP("awb", "The server's INFO leaves out the keyspace.");
    }
    facts.cancelled = sample.stopped && context.stopRequested();
    facts.sent = context.sentSoFar();
    return facts;
}

} // namespace

Result<Facts> KeysProbe::run(const ProbeTarget& target, ProbeContext& context)
{
    const QDateTime started = context.clock().now();
    auto deployment = openRedis(target, context, *ledger_);
    if (!deployment)
        return factsOrError(probeId, allChecks, deployment.error(), target, context);
    KeySampleOptions options = options_;
    if (target.allows(Capability::Scan)) {
        options.everything = true;
        options.duty = 1;
    }
    const auto publish = [&](const KeySample& soFar) {
        Facts partial = describe(*deployment, soFar, context, target.profile);
        partial.complete = false;
        partial.details.insert(QStringLiteral("full_scan"), false);
        partial.reason = QT_TRANSLATE_NOOP("awb", "The sampling was ended early.");
        context.publishPartial(std::move(partial));
    };
    auto sample =
        sampleKeys(*deployment, *ledger_, context, classesOf(*target.profile.redis), options, publish);
    if (!sample)
        return factsOrError(probeId, allChecks, sample.error(), target, context);
    Facts facts = describe(*deployment, *sample, context, target.profile);
    facts.started = started;
    facts.durationMs = started.msecsTo(context.clock().now());
    return facts;
}

} // namespace awb
