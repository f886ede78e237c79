// The shapes of the design tokens. The values are generated from resources/design/tokens.json into
// "design_tokens.h" when the build is configured; include that one. Plain constexpr: no Qt in here.
#pragma once

#include <array>
#include <cstdint>

namespace awb::tokens
{

// A colour role: sRGB as 0xRRGGBB, once for the light and once for the dark theme.
struct Color
{
    const char* name;
    std::uint32_t light;
    std::uint32_t dark;
};

// A type style: size and line height in px (1 px = 1/96 inch at 100 %), CSS weight.
struct TypeStyle
{
    const char* name;
    double px;
    double line;
    int weight;
    bool mono;
};

enum class ShapeKind { Ellipse, Polygon, RoundedRect, DashedEllipse };

// A mark on a grid of 16 x 16. numbers: Ellipse x y w h; RoundedRect x y w h r; Polygon x1 y1 x2 y2 ….
struct MarkShape
{
    const char* name;
    const char* letter;
    const char* key;
    const char* word;
    ShapeKind kind;
    std::array<double, 8> numbers;
    int count; // how many of numbers are in use
    std::array<double, 2> dash;
    const char* glyph; // M L C Z path, may be empty
    bool outlineOnly;
};

// An icon on a grid of 16 x 16, stroked 1.5 px round unless filled. Path commands: absolute M L C Z.
struct Icon
{
    const char* name;
    const char* path;
    bool filled;
};

// A chart series: the dash is in pen widths, dashCount 0 is a solid line.
struct Series
{
    const char* id;
    std::array<double, 4> dash;
    int dashCount;
    const char* point;
};

// A pair of colour roles in use, with the WCAG contrast it needs.
struct ContrastPair
{
    const char* foreground;
    const char* background;
    double need;
};

} // namespace awb::tokens
