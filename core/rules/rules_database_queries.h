#pragma once

#include "core/rules/rules.h"

namespace awb::rule
{

// 2.1, 2.3 and 2.7 stand on pg_stat_statements, counters and plans; 2.5 and 2.6 on effective settings.
Suggestion slowQueries(const RuleInput& input);
Suggestion sequentialScans(const RuleInput& input);
Suggestion reviewedPlans(const RuleInput& input);
Suggestion statementTimeout(const RuleInput& input);
Suggestion slowLog(const RuleInput& input);

} // namespace awb::rule
