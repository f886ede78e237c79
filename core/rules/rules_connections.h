// What the rules of section 4 share.
#pragma once

#include "core/rules/rule_parts.h"

namespace awb::connections
{

// Facts of a probe that did not fail; nullptr otherwise.
const Facts* usable(const RuleInput& input, const char* probe);
const Facts* server(const RuleInput& input);  // postgres.connections
const Facts* bouncer(const RuleInput& input); // pgbouncer.console

double value(const Facts* facts, const char* name); // NaN without facts
std::optional<double> known(double number);
MessageArg seconds(double number);
MessageArg counted(double number);

// Nothing usable: the first failed probe's reason, or that none ran.
Suggestion nothing(const RuleInput& input);

// Sessions of others whose state this login may not see: a clean look through them proves nothing.
bool blind(const Facts* facts);
Suggestion blindness(const Facts* facts);

Suggestion poolExists(const RuleInput& input); // 4.1
Suggestion poolSize(const RuleInput& input);   // 4.2

} // namespace awb::connections
