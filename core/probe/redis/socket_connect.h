#pragma once

#include "core/foundation/result.h"

#include <QList>

#include <chrono>

class QHostAddress;

namespace awb
{

class ProbeContext;

// Looks a name up without blocking the caller beyond `limit`, a stop or the context's deadline: the system's
// resolver knows no deadline, so it runs in a thread of its own that owns its result and may outlive the
// call. An address is returned as it is. ErrorCode::Unreachable, Timeout or Cancelled.
Result<QList<QHostAddress>> resolveHost(const QString& host, ProbeContext& context,
                                        std::chrono::milliseconds limit);

// Connects to the first address that answers; slices of 50 ms. Gives a connected, non-blocking descriptor
// that the caller owns. ErrorCode::Unreachable, Timeout or Cancelled.
Result<int> connectSocket(const QList<QHostAddress>& addresses, quint16 port, const QString& label,
                          ProbeContext& context, std::chrono::milliseconds limit);

} // namespace awb
