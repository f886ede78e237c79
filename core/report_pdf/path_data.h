// Reads the path strings of the tokens: absolute M, L, C and Z only, numbers separated by spaces.
#pragma once

#include <QPainterPath>

#include <optional>

namespace awb
{

// Empty on any other command, a missing number or a line before the first move. "" is an empty path.
std::optional<QPainterPath> parsePathData(const char* data);

} // namespace awb
