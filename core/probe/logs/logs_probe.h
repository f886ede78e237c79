#pragma once

#include "core/probe/doctor.h"

#include <vector>

namespace awb
{

// 5.3: the newest lines of the profile's log file, at most its last 4 MiB: which are a JSON object each?
// No line is kept as evidence. details: lines, json, text, continued (of stack traces), too_long, first_bad,
// wrapped, whole (the file was read from its beginning). Measured: json_lines (percent, n = lines).
class LogsProbe final : public Probe
{
public:
    Result<Facts> run(const ProbeTarget& target, ProbeContext& context) override;
};

std::vector<ProbeDescriptor> logsProbes();
// Can the file be read, and what does it look like?
QVector<DoctorReport> examineLogs(const ProbeTarget& target, ProbeContext& context);

} // namespace awb
