#pragma once

#include "core/audit/audit_document.h"
#include "core/audit/scorecard.h"
#include "core/audit/suggestion.h"
#include "core/foundation/result.h"

namespace awb
{

// Why a mark no longer fits its evidence; empty cause: it fits.
struct Staleness
{
    QString cause; // "evidence", "plan", "age"
    Message text;
};

// One check of the frozen audit: checklist words, evidence, suggestion and judgment together.
struct CheckResult
{
    Check check;
    QVector<Threshold> thresholds; // effective
    bool thresholdOverridden = false;
    bool thresholdLooser = false;
    Suggestion suggestion;
    Judgment judgment;
    Staleness stale;
    QVector<Facts> evidence; // cut to this check
    QVector<AttachmentRef> attachments;
    bool judgedWithoutMeasurement = false; // ✓ on a measured check whose suggestion proves nothing

    Mark mark() const { return judgment.mark; }
};

// The frozen value that the GUI's scorecard, every report, the comparison and the trend are made from. It
// reads from and writes to the JSON of CONTRACT.md (auditbench/result/1); additions carry what the contract's
// fields leave out.
struct AuditResult
{
    QString auditId;
    QString toolVersion;
    QString checklistId;
    QString checklistTitle;
    QVector<Band> bands;
    AuditMeta meta;
    QDateTime started;
    QDateTime finished;
    bool byLetter = false;
    Scorecard score;
    QVector<CheckResult> checks;
    QVector<ActionItem> actions; // top list, edited or proposed
    QVector<Sent> executed;
    QString snapshotLabel; // set when this is a snapshot
    int revision = 1;
    QVector<SignOff> signOffs; // by both seats: frozen

    const CheckResult* find(const QString& checkId) const;
};

QJsonObject resultToJson(const AuditResult& result);
Result<AuditResult> resultFromJson(const QJsonObject& object);

} // namespace awb
