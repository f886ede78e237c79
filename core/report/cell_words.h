// Cells of evidence that judge: a word instead of the probe's own, and how good it is. The tables of headers
// (6.9), of origins (6.8) and of the minimum metric set; the same on screen, in the PDF and in the text
// reports. Old evidence without these columns is shown as it was stored.
#pragma once

#include "core/audit/facts.h"

#include <optional>

namespace awb
{

enum class CellState { Ok, Risky, Bad, Unknown };

struct CellWord
{
    CellState state = CellState::Unknown;
    Message word; // "ok", "missing", "wrong"
};

// Do cells of this column judge? Then they need room for a glyph.
bool judgesCells(const Column& column);
// Nothing: the cell is shown as it is, also where a probe said a word that nobody knows here.
std::optional<CellWord> cellWord(const Column& column, const QJsonValue& value);

} // namespace awb
