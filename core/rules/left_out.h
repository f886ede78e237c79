#pragma once

#include "core/rules/rules.h"

namespace awb::rule
{

// What the profile keeps from a check, "GET /users": endpoints that it leaves out (`skip`), and reads that it
// counts as writes, which no probe of reads asks. Empty for checks that ask no endpoint, or that count what
// was left out themselves (6.1, 6.3).
QStringList leftOutOf(const RuleInput& input);

// A pass, by our reading or by the letter, becomes inconclusive where endpoints of the check were left out:
// nobody knows what they would have said. Everything else stays: what was seen was seen.
Suggestion heldByLeftOut(const RuleInput& input, Suggestion suggestion);

} // namespace awb::rule
