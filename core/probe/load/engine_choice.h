#pragma once

#include "core/probe/load/load_engine.h"

#include <memory>

namespace awb
{

// The engine that the profile's load.engine names (loadEngineWords() in core/target lists the words; empty:
// native). A foreign tool is looked for on the PATH and asked for its version, for at most 5 s. Errors:
// NotFound: it is not there (remedy: how to get it); Unsupported: its version is none that is known.
Result<std::unique_ptr<LoadEngine>> chooseLoadEngine(const QString& word, std::stop_token stop);

} // namespace awb
