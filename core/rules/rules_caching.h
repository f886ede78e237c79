#pragma once

#include "core/rules/rules.h"

// What the rules of section 3 share. Sources: the specification of the Redis probes (windows decide, counters
// are summed over masters, keys alone prove no absence) and the one rule for all marks: doubt is
// inconclusive, blindness is not measured.

namespace awb::caching
{

MessageArg percentArg(double value);
MessageArg secondsArg(double value);
MessageArg keysArg(double value);

Suggestion notRun();
// A replica counts only what happens on itself, and its configuration is its own.
Suggestion replicaOnly();
bool isReplica(const Facts& facts);

// 3.2 and 3.5, from redis.keys.
Suggestion ttlOfKeys(const RuleInput& input);
Suggestion namespaces(const RuleInput& input);
// 3.3 and 3.4, from redis.memory.
Suggestion evictionPolicy(const RuleInput& input);
Suggestion memoryLimit(const RuleInput& input);

} // namespace awb::caching
