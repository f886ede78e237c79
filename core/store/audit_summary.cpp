#include "core/audit/audit_result.h"
#include "core/store/audit_store.h"

namespace awb
{

AuditSummary summarize(const AuditDocument& document, const AuditResult& result)
{
    AuditSummary summary;
    summary.id = document.id();
    summary.meta = document.meta();
    summary.created = document.started();
    summary.changed = document.finished();
    summary.points = result.score.points;
    summary.max = result.score.max;
    summary.decided = result.score.decided;
    summary.pass = result.score.pass;
    summary.warn = result.score.warn;
    summary.fail = result.score.fail;
    summary.na = result.score.na;
    summary.band = result.score.band;
    summary.snapshots = document.snapshots();
    return summary;
}

} // namespace awb
