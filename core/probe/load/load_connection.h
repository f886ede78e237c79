#pragma once

#include "core/probe/load/fifo_list.h"
#include "core/probe/load/http_response_parser.h"
#include "core/probe/load/load_thread.h"

#include <openssl/ssl.h>

namespace awb
{

// One connection of a worker and the request on it. A member of at most one of the worker's lists.
struct LoadConnection
{
    enum class Phase : quint8 { Closed, Connecting, Proxy, Handshake, Idle, Busy };

    LoadConnection* before = nullptr;
    LoadConnection* after = nullptr;

    int fd = -1;
    SSL* tls = nullptr;
    quint32 number = 0;     // index in the worker
    quint32 generation = 0; // tells a late event of a descriptor that is gone
    quint32 armed = 0;      // epoll events asked for
    Phase phase = Phase::Closed;
    bool hasArrival = false; // a request waits for this very connection, or is on it
    bool repeated = false;   // after a stale reuse
    int served = 0;          // whole answers on this descriptor
    qint64 since = 0;        // ns: connect() called, or the request sent
    qint64 retryAt = 0;      // ns: a closed loop opens it again
    Arrival arrival;
    std::size_t sentBytes = 0;
    std::string own; // a request with its own UUID, or CONNECT
    HttpResponseParser parser;
};

using ConnectionList = FifoList<LoadConnection>;

} // namespace awb
