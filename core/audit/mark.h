#pragma once

#include <QString>

#include <optional>

namespace awb
{

// What counts: a person's word, or in a headless run a measured suggestion that became the mark.
enum class Mark { Undecided, Pass, Warn, Fail, NotApplicable };

// What the evidence says. It never counts by itself.
enum class Verdict { None, Pass, Warn, Fail, Inconclusive, NotMeasured, NotApplicable };

// `measured` only if every piece of evidence the rule needed was measured.
enum class Confidence { Measured, Assisted };

// Who made the mark.
enum class Origin { None, Automatic, Manual, Override, Profile, Carried };

enum class Seat { Reviewer, Lead };

// Stable ids of CONTRACT.md: "pass warn fail na undecided", "pass warn fail inconclusive not-measured
// not-applicable none", "measured assisted", "automatic manual override profile carried" ("" for None),
// "reviewer lead".
QString markId(Mark mark);
QString verdictId(Verdict verdict);
QString confidenceId(Confidence confidence);
QString originId(Origin origin);
QString seatId(Seat seat);
std::optional<Mark> markFromId(const QString& id);
std::optional<Verdict> verdictFromId(const QString& id);
std::optional<Confidence> confidenceFromId(const QString& id);
std::optional<Origin> originFromId(const QString& id);
std::optional<Seat> seatFromId(const QString& id);

// Words shown to people: Pass, Warning, Fail, N/A, Undecided (translated, context "awb"); and ✓ ⚠ ✗ – (empty:
// undecided).
QString markWord(Mark mark);
QString verdictWord(Verdict verdict);
QString markSymbol(Mark mark);

// The mark a verdict would become; nothing for None, Inconclusive and NotMeasured.
std::optional<Mark> markFor(Verdict verdict);

} // namespace awb
