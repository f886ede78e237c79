#pragma once

#include "core/probe/load/http_response_parser.h"

#include <openssl/ssl.h>

#include <string>

namespace awb
{

// A request that is due.
struct Arrival
{
    std::size_t request = 0; // index into the plan's requests
    qint64 intended = 0;     // ns, CLOCK_MONOTONIC
};

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

// First in, first out; any member can leave.
class ConnectionList
{
public:
    LoadConnection* front() const { return first_; }
    bool isEmpty() const { return !first_; }
    std::size_t size() const { return size_; }

    void append(LoadConnection* connection)
    {
        connection->before = last_;
        connection->after = nullptr;
        (last_ ? last_->after : first_) = connection;
        last_ = connection;
        ++size_;
    }
    void remove(LoadConnection* connection)
    {
        (connection->before ? connection->before->after : first_) = connection->after;
        (connection->after ? connection->after->before : last_) = connection->before;
        connection->before = connection->after = nullptr;
        --size_;
    }

private:
    LoadConnection* first_ = nullptr;
    LoadConnection* last_ = nullptr;
    std::size_t size_ = 0;
};

} // namespace awb
