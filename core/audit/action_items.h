#pragma once

#include "core/audit/audit_result.h"

namespace awb
{

// Immediate action items: every ✗. Improvement opportunities: every ⚠. In walking order.
QVector<const CheckResult*> immediateActions(const AuditResult& result);
QVector<const CheckResult*> improvements(const AuditResult& result);

// The top list, proposed: grouped by shared cause, ranked by points it brings, severity, effort; ✗ first,
// then ⚠, then undecided until there are three (PRODUCT.md).
QVector<ActionItem> proposeActions(const AuditResult& result, int wanted = 3);

// Points and percent when every check that the items name passed.
struct Prediction
{
    int points = 0;
    double percent = 0;
    QString bandTitle;
};
Prediction predict(const AuditResult& result, const QVector<ActionItem>& items);

} // namespace awb
