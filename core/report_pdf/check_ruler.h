// Which picture shows the value of a check against its threshold.
#pragma once

#include "core/audit/suggestion.h"
#include "core/report_pdf/ruler.h"

#include <QLocale>

#include <variant>

namespace awb
{

// Nothing when there is no known value or threshold, or a picture would say nothing (a yes or no).
using CheckRuler = std::variant<std::monostate, ValueRuler, CountRuler>;

// A share that must be all, or a count that must be none, of a known number: so many of so many. Else a
// scale.
CheckRuler checkRuler(const Suggestion& suggestion, const QLocale& locale);

} // namespace awb
