// The line that a probe's chart is read against.
#pragma once

#include "core/audit/chart_spec.h"

namespace awb
{

struct TargetProfile;

// A threshold of the shipped checklist: probes do not have the checklist itself. `value` is the checklist's
// (tests/core/tst_probe_charts compares the two); `unit` is for the label.
struct ChecklistLimit
{
    const char* check = "";
    const char* threshold = "";
    double value = 0;
    const char* unit = "";
    bool passIsBelow = true;
};

// The value that the profile puts in the place of the checklist's, else the checklist's; the label has the
// value and says whose it is.
ChartThreshold limitLine(const TargetProfile& profile, const ChecklistLimit& limit);

} // namespace awb
