#pragma once

#include "core/audit/mark.h"

#include <QString>
#include <QVector>

namespace awb
{

struct Checklist;

struct SectionScore
{
    int number = 0;
    QString title;
    int points = 0;    // ✓
    int max = 0;       // checks that apply
    int strictMax = 0; // all checks of the section
    int decided = 0;   // N/A counts as decided
    int pass = 0, warn = 0, fail = 0, na = 0;

    double ratio() const { return max > 0 ? static_cast<double>(points) / max : 0; }
};

// Scoring of the checklist: one point per ✓, 0 per ⚠, ✗ and undecided; N/A leaves the maximum. Bands go by
// the exact ratio.
struct Scorecard
{
    QVector<SectionScore> sections;
    int points = 0;
    int max = 0;          // 71 less N/A
    int strictMax = 0;    // 71
    int strictPoints = 0; // by the checklist's own thresholds
    int decided = 0;
    int measured = 0; // suggestion is pass, warn or fail
    int stale = 0;
    int overruled = 0;
    int pass = 0, warn = 0, fail = 0, na = 0, undecided = 0;
    QString band; // id; empty when nothing applies
    QString bandTitle;
    bool provisional = true;

    double ratio() const { return max > 0 ? static_cast<double>(points) / max : 0; }
    double percent() const; // one decimal, half up
    double strictPercent() const;
    int atMost() const { return points + undecided; }
    int pointsToNextBand = 0; // 0 in the highest band
    QString nextBandTitle;
};

double percentOneDecimal(int points, int max);

struct ScoredCheck
{
    QString id;
    int section = 0;
    Mark mark = Mark::Undecided;
    Mark strictMark = Mark::Undecided; // with the checklist's own thresholds
    Verdict verdict = Verdict::None;
    bool stale = false;
    bool overruled = false;
};

Scorecard computeScorecard(const Checklist& checklist, const QVector<ScoredCheck>& checks);

} // namespace awb
