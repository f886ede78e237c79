// What item models hand to the delegates of ui/widgets, beside Qt's own roles.
#pragma once

#include "core/report_pdf/ruler.h"
#include "core/report_pdf/score_painter.h"
#include "ui/widgets/chip.h"

#include <QMetaType>

namespace awb
{

enum CellRole : int {
    GlyphRole = 0x0100 + 64, // int of MarkGlyph
    FilledRole,              // bool: a person decided
    RulerRole,               // ValueRuler
    ProgressRole,            // double 0 to 1; negative: running, how long is not known
    ChipRole,                // ChipContent
    MonoRole,                // bool: figures or evidence, shown as it is
    StrongRole,              // bool: 600
    QuietRole,               // bool: secondary text
    // Rows of the check list
    NumberRole,    // QString "2.2"
    SectionRole,   // bool: a section, not a check
    CountsRole,    // MarkCounts of a section
    PointsRole,    // QString "5" of a section
    MaxPointsRole, // QString "8" of a section
    FlaggedRole,   // bool: has an action item
    StaleRole,     // bool: measured before something changed
    FirstFreeCellRole
};

} // namespace awb

Q_DECLARE_METATYPE(awb::ValueRuler)
Q_DECLARE_METATYPE(awb::ChipContent)
Q_DECLARE_METATYPE(awb::MarkCounts)
