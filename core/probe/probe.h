#pragma once

#include "core/audit/facts.h"
#include "core/foundation/clock.h"
#include "core/foundation/result.h"
#include "core/foundation/secret.h"
#include "core/probe/load_status.h"
#include "core/target/target_profile.h"

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>

namespace awb
{

// What a run looks at: the profile with its secrets resolved ("postgres/0", "pgbouncer", "redis", "http",
// "http/second", "traces", "traces/app") and what is allowed. Shared and immutable during a run.
struct ProbeTarget
{
    TargetProfile profile;
    QMap<QString, Secret> secrets;
    Capabilities allowed;
    quint64 seed = 0;

    Secret secret(const QString& key) const { return secrets.value(key); }
    bool allows(Capability capability) const { return allowed.testFlag(capability); }
    QList<Secret> allSecrets() const { return secrets.values(); }
};

// The side of a running probe that it talks to: stop, deadline, progress, log, what was sent, partial facts.
// Thread-safe; owned by the runner and the probe together, so an abandoned probe may outlive the run.
class ProbeContext
{
public:
    // Called from the probe's thread.
    struct Listener
    {
        std::function<void(double fraction, const Message& text)> progress; // fraction < 0: unknown
        std::function<void(const QString& line)> log;
        std::function<void(const LoadStatusPtr& status)> load;
    };

    ProbeContext(const Clock& clock, std::chrono::milliseconds budget, Listener listener,
                 std::stop_token stop);

    const Clock& clock() const { return clock_; }
    std::stop_token stopToken() const { return stop_; }
    bool stopRequested() const { return stop_.stop_requested(); }
    std::chrono::milliseconds remaining() const; // until the deadline, never negative
    bool expired() const { return remaining().count() == 0; }

    // Waits until the time has passed, a stop is asked for (within 50 ms) or the deadline; true if the time
    // passed.
    bool waitFor(std::chrono::milliseconds time);

    void progress(double fraction, Message text = {});
    void log(const QString& line);
    void load(const LoadStatusPtr& status);           // how load stands, a few times a second
    void sent(const QString& what, qint64 count = 1); // counted by template
    QVector<Sent> sentSoFar() const;

    // What would be kept if the run were stopped now.
    void publishPartial(Facts facts);
    std::optional<Facts> partial() const;

private:
    const Clock& clock_;
    std::chrono::nanoseconds deadline_;
    Listener listener_;
    std::stop_token stop_;
    mutable std::mutex mutex_;
    QMap<QString, qint64> sent_;
    QStringList sentOrder_;
    std::optional<Facts> partial_;
};

// One automated measurement. run() works on a thread of the runner, may block only with deadlines and in
// slices of at most 50 ms before it looks at the stop token, and returns facts, never a mark.
class Probe
{
public:
    virtual ~Probe() = default;
    virtual Result<Facts> run(const ProbeTarget& target, ProbeContext& context) = 0;
};

enum class ProbeSource { Postgres, PgBouncer, Redis, Http, Prometheus, Repository, Logs };
QString probeSourceId(ProbeSource source);
QString probeSourceTitle(ProbeSource source);

// What --dry-run prints: a statement, command or request as a template, with the most times it is sent.
struct PlannedSend
{
    QString what;
    qint64 atMost = 1; // -1: bounded by `bound`
    Message bound;     // "once a second for the window"
};

// Everything known about a probe without running it: one line of the ProbeTable.
struct ProbeDescriptor
{
    QString id;             // "postgres.foreign_keys"
    const char* title = ""; // translation source, context "awb"
    const char* about = ""; // one sentence: what it reads
    ProbeSource source = ProbeSource::Postgres;
    QStringList checks;
    Capabilities needs;                      // without these it does not run
    Capabilities uses;                       // more is measured with these
    bool exclusive = false;                  // never beside another probe
    QStringList after;                       // probes that must be over first (windows before sampling)
    QStringList rights;                      // what the login needs: "pg_monitor", "+scan +pttl +type"
    std::chrono::milliseconds budget{60000}; // beside profile.observeMs
    bool usesWindow = false;                 // takes profile.observeMs
    std::function<std::vector<PlannedSend>(const TargetProfile&)> plan;
    std::function<std::unique_ptr<Probe>()> create;
};

// Is the part of the profile that the probe looks at given?
bool hasTarget(const TargetProfile& profile, ProbeSource source);

} // namespace awb
