#pragma once

#include "core/probe/doctor.h"

namespace awb
{

// 5.5 and 5.6: the alert rules of a Prometheus and what they watch; where the profile names no Prometheus, or
// it does not answer, those of the named rule files.
// details: alerts [{name, kind: error_share error_count quantile other_latency not_understood, threshold
// (percent or ms), quantile, for_s, health, last_error, series (they exist), concerns: this mixed others
// unclear, or empty without a selector, query}], alertmanagers, source: api files; with files also files
// [{file, rules, problem}] and unreached (why Prometheus did not answer). Measured: alerts, recordings.
class AlertsProbe final : public Probe
{
public:
    Result<Facts> run(const ProbeTarget& target, ProbeContext& context) override;
};

ProbeDescriptor alertsProbe();
QVector<DoctorReport> examinePrometheus(const ProbeTarget& target, ProbeContext& context);

} // namespace awb
