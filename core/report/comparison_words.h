// The words of a comparison, for every format.
#pragma once

#include "core/audit/comparison.h"

#include <QLocale>

namespace awb
{

struct ChangeGroup
{
    QString title; // "Regressed, 2"
    QVector<const CheckChange*> changes;
    ChangeKind kind = ChangeKind::Unchanged;
};

// Regressed, Value got worse, Improved, Value got better, Cannot be compared; empty groups left out. What did
// not change is counted, not listed.
QVector<ChangeGroup> changeGroups(const AuditComparison& comparison, const QLocale& locale);
int unchangedCount(const AuditComparison& comparison);

QString comparisonTitle(const AuditComparison& comparison); // "What moved since Q3 2026"
// "64.8 % → 71.8 %, from Significant technical debt … to Some gaps …"
QString percentLine(const AuditComparison& comparison, const QLocale& locale);
QString signedNumber(int value, const QLocale& locale); // "+5", "−1", "0"
// "412 ms → 187 ms", with ", −225 ms" where the two can be compared; "same evidence" when people judged anew.
QString valueChange(const CheckChange& change, const QLocale& locale);
QString causeWord(ChangeCause cause); // "Measurement", "Judgment", …

} // namespace awb
