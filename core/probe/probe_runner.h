#pragma once

#include "core/probe/probe_table.h"

#include <QObject>

namespace awb
{

enum class ProbeState { Waiting, Running, Done, Failed, Cancelled, NotAllowed };

// One probe of a run, as it ended.
struct ProbeOutcome
{
    QString probe;
    ProbeState state = ProbeState::Waiting;
    Facts facts; // always set: what was measured, or failed/cancelled facts with the reason
};

// Runs probes on its own threads and reports in the thread it lives in. A stop reports every probe within 100
// ms and keeps partial facts; a thread that does not come back owns what it waits for and is left behind (2 s
// at most). Destroying a running runner stops it. Exclusive probes run alone, after the others.
class ProbeRunner : public QObject
{
    Q_OBJECT
public:
    ProbeRunner(const Clock& clock, int threads = 8, QObject* parent = nullptr);
    ~ProbeRunner() override;

    void start(std::vector<ProbeDescriptor> probes, std::shared_ptr<const ProbeTarget> target);
    void stop(); // all
    void stopProbe(const QString& id);
    bool isRunning() const;

Q_SIGNALS:
    void probeStarted(const QString& probe);
    void probeProgressed(const QString& probe, double fraction, const awb::Message& text);
    void probeLogged(const QString& probe, const QString& line);
    void loadProgressed(const QString& probe, const awb::LoadStatusPtr& status);
    void probeFinished(const awb::ProbeOutcome& outcome);
    void finished(bool cancelled);

private:
    struct Run;
    void dispatch();
    void launch(const QString& id);
    ProbeContext::Listener listenerFor(const QString& id);
    void collect(const QString& id, int number, const Result<Facts>& result);
    Facts partialFacts(const QString& id) const;
    void finish(const QString& id, ProbeState state, Facts facts);

    std::unique_ptr<Run> run_;
    const Clock& clock_;
    int threads_;
};

} // namespace awb

Q_DECLARE_METATYPE(awb::ProbeOutcome)
Q_DECLARE_METATYPE(awb::Message)
Q_DECLARE_METATYPE(awb::LoadStatusPtr)
