#pragma once

#include "core/foundation/result.h"

#include <QByteArray>
#include <QJsonObject>

namespace awb
{

// Bounds of a foreign API description. `nodes` counts what aliases expand to, so an alias bomb ends early.
struct ApiTextLimits
{
    qsizetype bytes = 16 * 1024 * 1024;
    int depth = 64;
    int nodes = 400'000;
};

// An API description as one JSON object, from JSON or YAML (1.2 core schema: only true, false, null and
// numbers are more than text; anchors, aliases and merge keys are followed). Errors: Parse with line and
// reason (a duplicate key, no object at the top, no UTF-8), Limit for a bound.
Result<QJsonObject> readApiText(const QByteArray& bytes, const ApiTextLimits& limits = {});

} // namespace awb
