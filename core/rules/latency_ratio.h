#pragma once

#include "core/rules/latency_evidence.h"
#include "core/rules/rules.h"

namespace awb::latency
{

// 1.4: p99 ÷ median of each endpoint (at least one) against the check's threshold, by intervals in which our
// own lateness is no part of either. Source: specification of the load engine, section C.
Suggestion judgeRatios(const QVector<Endpoint>& endpoints, const RuleInput& input);

} // namespace awb::latency
