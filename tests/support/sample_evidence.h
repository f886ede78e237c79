// The evidence of sampleResult(): what probes could have found.
#pragma once

#include "core/audit/facts.h"
#include "core/audit/suggestion.h"

#include <QHash>
#include <QVector>

namespace awb::test
{

struct SampleEvidence
{
    QVector<Facts> facts;
    Suggestion suggestion; // verdict is set by the caller
};

QHash<QString, SampleEvidence> sampleEvidence(int longTableRows, bool hostile);

// Markup of three kinds, controls, a bidi override, an e-mail address, lines.
QString hostileNote();

} // namespace awb::test
