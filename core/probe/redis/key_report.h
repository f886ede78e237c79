#pragma once

#include "core/audit/facts.h"
#include "core/probe/redis/key_sample.h"

namespace awb
{

struct TargetProfile;

// Writes a key sample into facts (details that redisFacts() made stay):
// Measured: keys_total, keys_without_ttl (exact, all databases and masters), with_ttl (percent, exact),
// sampled, without_ttl_share (percent of the sample, Wilson 95 %), cache_without_ttl, open_without_ttl,
// not_cache, unreadable, vanished, long_ttl (over 30 days), bare_keys, own_lookups. Details: "full_scan"
// (every key was looked at), "keyspace_known", "classified" (the profile says what is no cache or lists
// prefixes), "mixed" [{"pattern", "keys", "types": {…}}], "twins" [[a, b]], "literals" [[a, b]],
// "table_given", "table_problem" (empty: one to one), "unlisted" (keys outside the table).
// Tables: "patterns" (the 200 most frequent). Charts: "ttl_by_prefix" (against the profile's or the
// checklist's limit), "keys_by_prefix".
void reportKeys(Facts& facts, const KeySample& sample, const TargetProfile& profile);

} // namespace awb
