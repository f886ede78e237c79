#pragma once

#include "app/cli/command.h"
#include "core/audit/comparison.h"

namespace awb::cli
{

// --json F --pdf F --html F --markdown F --text F --csv F --junit F; "-" is standard output.
void addOutputOptions(Options& options);
// All asked for, each written whole or not at all (a temporary file beside it, renamed). False: something was
// not written; the reason is on standard error.
bool writeOutputs(const Options& options, const AuditResult& result);
bool anyOutput(const Options& options);
// Names given twice or "-" given twice would overwrite each other: a sentence, or empty.
QString outputConflict(const Options& options);

bool writeFile(const QString& path, const QByteArray& bytes);

} // namespace awb::cli
