#pragma once

#include "core/foundation/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QVector>

namespace awb
{

// A Seq Scan of a plan that no Limit bounds.
struct SeqScanNode
{
    QString schema;
    QString relation;
    double rows = 0;           // the planner's estimate of what comes out
    QStringList filterColumns; // as the server quotes them, in the order of its filter
};

// What is kept of EXPLAIN (VERBOSE, FORMAT JSON).
struct PlanShape
{
    QString hash;  // of node types, relations and indexes: the same plan has the same hash
    QString words; // "Limit > Index Scan orders orders_pkey"
    double cost = 0;
    QVector<SeqScanNode> seqScans;
};

// Bounded: depth 100, 5,000 nodes. A scan is bounded by a Limit above it when nothing between the two has to
// read all rows first and the Limit wants fewer rows than the scan yields.
Result<PlanShape> readPlan(const QByteArray& json);

// The columns of `alias` that a condition of a VERBOSE plan names. Its literals stay behind: they may be
// data.
QStringList columnsIn(const QString& condition, const QString& alias);

// `date $1` → `$1::date`, `extract($1 from x)` → `date_part($1, x)`: what pg_stat_statements' normalising
// makes of typed literals and cannot be parsed any more. Empty when there is nothing to repair.
QString repairedText(const QString& sql);

} // namespace awb
