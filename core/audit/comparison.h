#pragma once

#include "core/audit/audit_result.h"

namespace awb
{

enum class ChangeKind { Regressed, Improved, ValueWorse, ValueBetter, Unchanged, NotComparable };

// Why a check changed, as far as the two results tell it.
enum class ChangeCause { None, Measurement, Threshold, ChecklistText, Judgment, Environment, Coverage };

struct CheckChange
{
    QString check;
    QString title;
    Mark before = Mark::Undecided;
    Mark after = Mark::Undecided;
    std::optional<Measurement> valueBefore;
    std::optional<Measurement> valueAfter;
    double delta = std::numeric_limits<double>::quiet_NaN(); // after − before
    bool beyondNoise = false;                                // intervals do not overlap
    ChangeKind kind = ChangeKind::Unchanged;
    ChangeCause cause = ChangeCause::None;
    Message why;
};

// Two results check by check: regressions first, then improvements, then what cannot be compared, then
// unchanged.
struct AuditComparison
{
    QString labelBefore;
    QString labelAfter;
    QDateTime timeBefore;
    QDateTime timeAfter;
    int pointsBefore = 0, pointsAfter = 0, maxBefore = 0, maxAfter = 0;
    double percentBefore = 0, percentAfter = 0;
    bool sameEnvironment = true;
    QString bandBefore, bandAfter; // titles
    QVector<SectionScore> sectionsBefore, sectionsAfter;
    QVector<CheckChange> changes; // all checks

    bool isWorse() const; // a check moved from pass to fail, or a value got worse beyond both intervals
};

AuditComparison compareResults(const AuditResult& before, const AuditResult& after);
QJsonObject comparisonToJson(const AuditComparison& comparison); // auditbench/compare/1

// Score over snapshots, oldest first.
struct TrendPoint
{
    QString label;
    QDateTime time;
    int points = 0;
    int max = 0;
    double percent = 0;
    bool provisional = false;
};

} // namespace awb
