// A complete frozen audit for tests of reports, comparison and pages: all 71 checks of the real checklist,
// every kind of mark, origin, chart and table, and the hostile texts a target may send. Nothing of it was
// measured.
#pragma once

#include "core/audit/audit_result.h"

namespace awb::test
{

struct SampleOptions
{
    bool allDecided = false; // else 3.7 and 8.4 are open
    bool hostile = true;     // texts with markup, controls and bidi overrides in notes, names and tables
    bool empty = false;      // no evidence, no marks: a new audit
    int evidenceRows = 40;   // rows kept of the long table (2.1)
    QString label = {};      // of a snapshot
};

// The checklist from resources/checklist of the source tree ($AWB_SOURCE_DIR).
Checklist sampleChecklist();

AuditResult sampleResult(const SampleOptions& options = {});

// The same system a quarter earlier: other marks and values, so that every kind of change is in the
// comparison.
AuditResult earlierSampleResult();

// Texts that were planted in evidence, notes and addresses and must not be in any redacted report.
QStringList plantedSecrets();

} // namespace awb::test
