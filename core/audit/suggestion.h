#pragma once

#include "core/audit/facts.h"
#include "core/audit/mark.h"
#include "core/audit/threshold.h"

namespace awb
{

// What a Rule says about one check: by our reading and by the checklist's letter, in one sentence with the
// number.
struct Suggestion
{
    Verdict verdict = Verdict::None;
    Verdict byLetter = Verdict::None;
    Confidence confidence = Confidence::Assisted;
    Message summary;                     // "14 of 15 foreign keys have a usable index."
    Message settle;                      // what would settle it, when inconclusive or not measured
    QString unlock;                      // the line to hand on, when not measured
    std::optional<Measurement> headline; // what the ruler draws …
    std::optional<Threshold> threshold;  // … against what
};

QJsonObject toJson(const Suggestion& suggestion);
Suggestion suggestionFromJson(const QJsonObject& object);

} // namespace awb
