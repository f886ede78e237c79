// The roles of the check list, shared by its model and its delegate.
#pragma once

#include <Qt>

namespace awb::CheckRole
{

// Sections are the top rows, checks their children. DisplayRole is the section's title ("2. Database") or the
// check's short name, ToolTipRole the full text.
enum Role {
    Id = Qt::UserRole + 1, // QString "2.2"; "2" for a section
    IsSection,             // bool
    Mark,                  // int(awb::Mark)
    Flagged,               // bool: action item
    Stale,                 // bool
    Attachments,           // int
    Points,                // int: ✓ of a section
    Max,                   // int: checks of a section that apply
    Pass,                  // int, of a section; so are the next four
    Warn,
    Fail,
    NotApplicable,
    Total,
    Verdict // int(awb::Verdict): what the probes suggest
};

} // namespace awb::CheckRole
