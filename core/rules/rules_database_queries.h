#pragma once

#include "core/rules/rules.h"

namespace awb::rule
{

// 2.1, 2.3 and 2.7: the rules that stand on pg_stat_statements, counters and plans.
Suggestion slowQueries(const RuleInput& input);
Suggestion sequentialScans(const RuleInput& input);
Suggestion reviewedPlans(const RuleInput& input);

} // namespace awb::rule
