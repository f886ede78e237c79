#pragma once

#include "core/foundation/message.h"
#include "core/foundation/result.h"
#include "core/probe/redis/key_census.h"

#include <QtGlobal>

#include <functional>

namespace awb
{

class ProbeContext;
class RedisLedger;
struct RedisDeployment;
struct RedisNode;

// How the keys are looked at. The policy numbers of check 3.2 are the shipped values.
struct KeySampleOptions
{
    qint64 sampleKeys = 50000; // over all masters and databases, in proportion to their keys
    int scanCount = 500;       // COUNT of SCAN: the stall a client may feel
    double duty = 0.2;         // share of time in which the server works for us; 1: unpaced
    bool everything = false;   // look at every key (needs Capability::Scan)
};

// What came of it.
struct KeySample
{
    explicit KeySample(KeyClasses classes) : census(std::move(classes)) {}

    KeyCensus census;
    qint64 keysTotal = 0;      // exact, from INFO keyspace, when the sampling began
    qint64 expiresTotal = 0;   // keys with a TTL, exact
    bool keyspaceKnown = true; // every node told its keyspace
    qint64 looked = 0;         // keys that SCAN gave
    qint64 unreadable = 0;     // NOPERM: the login's key patterns do not cover them
    qint64 ownLookups = 0;     // what the looking added to keyspace_hits and keyspace_misses
    bool everyKey = true;      // every SCAN came back to its start
    bool stopped = false;      // by a stop or the deadline
    Message problem;           // why something was left out, if so
    QString unlock;
};

// Reads INFO keyspace, then pages through SCAN with PTTL and TYPE pipelined, per node and database. SCAN
// starts at cursor 0 (other start cursors are undefined by its documentation, and in a cluster the slot is in
// the cursor). Errors only of the connection; a missing right is told in `problem`.
Result<KeySample> sampleKeys(RedisDeployment& deployment, RedisLedger& ledger, ProbeContext& context,
                             const KeyClasses& classes, const KeySampleOptions& options,
                             const std::function<void(const KeySample&)>& progressed = {});

} // namespace awb
