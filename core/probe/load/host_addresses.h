#pragma once

#include "core/foundation/result.h"
#include "core/probe/load/load_run.h"

#include <stop_token>

namespace awb
{

// All addresses of a host that accept a connection now, in the resolver's order. The name is looked up once,
// in a thread that may outlive the call (the system's resolver knows no deadline). Each address is tried once
// and closed again: a name like localhost often has one that nobody listens on. ErrorCode::Unreachable,
// Timeout or Cancelled.
Result<std::vector<SocketAddress>> reachableAddresses(const QString& host, quint16 port,
                                                      std::chrono::milliseconds limit, std::stop_token stop);

} // namespace awb
