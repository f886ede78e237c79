#pragma once

#include "core/rules/latency_evidence.h"
#include "core/rules/rules.h"

namespace awb::latency
{

// Why an endpoint settles nothing, and what would.
Message doubtSentence(Doubt doubt, const QString& endpoint);
Message settling(Doubt doubt, const RuleInput& input);

} // namespace awb::latency
