#pragma once

#include "core/rules/rule_support.h"

namespace awb::rule
{

// Judges every database of the target by itself and answers with the worst: facts of several databases carry
// details["parts"] (core/probe/postgres/postgres_probe.h). A fail beats all; then what is not settled; then
// a warning; a pass needs every part to pass.
Suggestion worstPart(const RuleInput& input, Suggestion (*judge)(const RuleInput& part));

// The facts of the probe that a rule stands on; nullptr, and in `why` what to say, when there is nothing to
// judge.
const Facts* ready(const RuleInput& input, const char* probe, Suggestion& why);

// A policy number, or `fallback` when an older checklist has no such name.
double policy(const RuleInput& input, const char* name, double fallback);

QString field(const QJsonObject& object, const char* name);
// NaN when absent or null.
double numberField(const QJsonObject& object, const char* name);

// At most `limit` names, then "and n more".
QString namesText(const QStringList& names, qsizetype limit = 3);

} // namespace awb::rule
