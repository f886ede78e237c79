#pragma once

#include "tests/sample_backend/flaws.h"

#include <QByteArray>

namespace awb::sample
{

// Whether an audit found a flaw.
struct Finding
{
    Flaw flaw;
    QString suggestion; // what the audit says of the flaw's check; empty: the check is not in the result
    bool found = false;
};

// Compares an "auditbench/result/1" with the flaws that were on. Empty with error set when it is none.
// A flaw counts as found only if its check's suggestion is one that the flaw explains: not measured,
// inconclusive and pass are all misses.
QList<Finding> judge(const QByteArray& resultJson, const FlawSet& flaws, QString& error);

} // namespace awb::sample
