// What goes over a worker's connections: sending, receiving, and connections that end.

#include "core/probe/load/load_worker.h"

#include <sys/epoll.h>
#include <sys/socket.h>

#include <cerrno>
#include <optional>

namespace awb
{

using Phase = LoadConnection::Phase;

namespace
{

bool isOpening(const LoadConnection& connection)
{
    return connection.phase == Phase::Connecting || connection.phase == Phase::Proxy ||
           connection.phase == Phase::Handshake;
}

std::optional<LoadFault> faultOf(const HttpResponseParser& parser, qint64 mostBodyBytes)
{
    if (parser.isBad())
        return parser.fault() == HttpFault::HeaderSize ? LoadFault::HeaderSize : LoadFault::Malformed;
    if (mostBodyBytes > 0 && parser.bodyBytes() > static_cast<quint64>(mostBodyBytes))
        return LoadFault::BodySize;
    return {};
}

} // namespace

const char* LoadWorker::outgoing(const LoadConnection& connection, std::size_t& size) const
{
    const LoadRequest& request = plan_.requests[static_cast<qsizetype>(connection.arrival.request)];
    const bool own = connection.phase == Phase::Proxy || request.uuidAt >= 0;
    size = own ? connection.own.size() : static_cast<std::size_t>(request.bytes.size());
    return own ? connection.own.data() : request.bytes.constData();
}

void LoadWorker::send(LoadConnection* connection)
{
    const LoadRequest& request = plan_.requests[static_cast<qsizetype>(connection->arrival.request)];
    if (request.uuidAt >= 0 && !connection->repeated) {
        connection->own = request.bytes.toStdString();
        putUuid(connection->own, static_cast<std::size_t>(request.uuidAt));
    }
    connection->parser.begin(request.isHead ? HttpResponseParser::Request::Head
                                            : HttpResponseParser::Request::Ordinary);
    connection->sentBytes = 0;
    connection->phase = Phase::Busy;
    busy_.append(connection);
    ++tally(connection->arrival.request).sent;
    flush(connection);
}

void LoadWorker::flush(LoadConnection* connection)
{
    std::size_t size = 0;
    const char* data = outgoing(*connection, size);
    while (connection->sentBytes < size) {
        const qint64 done = write(connection, data + connection->sentBytes, size - connection->sentBytes);
        if (done < 0) {
            arm(connection, EPOLLIN | EPOLLOUT);
            return;
        }
        if (done == 0) {
            onClosed(connection, false);
            return;
        }
        connection->sentBytes += static_cast<std::size_t>(done);
    }
    arm(connection, EPOLLIN);
}

qint64 LoadWorker::write(LoadConnection* connection, const char* data, std::size_t size)
{
    if (connection->tls) {
        std::size_t done = 0;
        if (SSL_write_ex(connection->tls, data, size, &done) == 1)
            return static_cast<qint64>(done);
        const int wants = SSL_get_error(connection->tls, 0);
        return wants == SSL_ERROR_WANT_READ || wants == SSL_ERROR_WANT_WRITE ? -1 : 0;
    }
    const ssize_t done = ::send(connection->fd, data, size, MSG_NOSIGNAL);
    if (done >= 0)
        return done;
    return errno == EAGAIN || errno == EINTR ? -1 : 0;
}

qint64 LoadWorker::read(LoadConnection* connection, bool& orderly)
{
    orderly = false;
    if (connection->tls) {
        std::size_t got = 0;
        if (SSL_read_ex(connection->tls, buffer_.data(), buffer_.size(), &got) == 1)
            return static_cast<qint64>(got);
        const int wants = SSL_get_error(connection->tls, 0);
        orderly = wants == SSL_ERROR_ZERO_RETURN;
        return wants == SSL_ERROR_WANT_READ || wants == SSL_ERROR_WANT_WRITE ? -1 : 0;
    }
    const ssize_t got = ::recv(connection->fd, buffer_.data(), buffer_.size(), 0);
    orderly = got == 0;
    if (got >= 0)
        return got;
    return errno == EAGAIN || errno == EINTR ? -1 : 0;
}

void LoadWorker::receive(LoadConnection* connection)
{
    // A server that sends without end must not keep the others waiting: the rest comes with the next event.
    constexpr int mostReads = 16;
    for (int reads = 0; reads < mostReads; ++reads) {
        bool orderly = false;
        const qint64 got = read(connection, orderly);
        if (got < 0)
            return;
        if (got == 0) {
            onClosed(connection, orderly);
            return;
        }
        counts().received += static_cast<quint64>(got);
        if (connection->phase == Phase::Idle) { // nobody asked
            idle_.remove(connection);
            close(connection);
            unused_.push_back(connection);
            return;
        }
        const auto size = static_cast<std::size_t>(got);
        const std::size_t used = connection->parser.feed(buffer_.data(), size);
        if (const auto fault = faultOf(connection->parser, plan_.mostBodyBytes)) {
            failRequest(connection, *fault);
            return;
        }
        if (connection->parser.isComplete()) {
            const qint64 now = monotonicNs();
            // OpenSSL may hold bytes that no event will announce: only a read tells what they are
            const bool more = used < size || (connection->tls && SSL_has_pending(connection->tls) == 1 &&
                                              read(connection, orderly) >= 0);
            onAnswer(connection, more, now);
            return;
        }
        if (!connection->tls && size < buffer_.size())
            return; // what was there is read
    }
    if (connection->tls && SSL_has_pending(connection->tls) == 1)
        again_.emplace_back(connection->number, connection->generation); // no event will come for it
}

void LoadWorker::onAnswer(LoadConnection* connection, bool hasMore, qint64 now)
{
    busy_.remove(connection);
    const HttpResponseParser& parser = connection->parser;
    countAnswer(connection->arrival, connection->since,
                {parser.status(), parser.hasRetryAfter(), parser.bodyBytes(),
                 parser.isOldVersion() ? HttpVersion::Http10 : HttpVersion::Http11},
                now);
    connection->hasArrival = false;
    ++connection->served;
    const bool used = plan_.requestsPerConnection > 0 && connection->served >= plan_.requestsPerConnection;
    const bool sentAll = !(connection->armed & EPOLLOUT); // answered before the whole request was out
    if (connection->parser.keepsAlive() && !hasMore && !used && sentAll) {
        becomeIdle(connection);
        return;
    }
    close(connection);
    unused_.push_back(connection);
}

void LoadWorker::onClosed(LoadConnection* connection, bool orderly)
{
    if (isOpening(*connection)) {
        failConnect(connection, connection->phase == Phase::Proxy ? LoadFault::Proxy : LoadFault::Unreachable,
                    QStringLiteral("the connection was closed"));
        return;
    }
    if (connection->phase == Phase::Idle) {
        idle_.remove(connection);
        close(connection);
        unused_.push_back(connection);
        return;
    }
    const bool begun = connection->parser.hasBegun();
    if (orderly && begun && connection->parser.feedEnd()) {
        onAnswer(connection, false, monotonicNs());
        return;
    }
    const LoadRequest& request = plan_.requests[static_cast<qsizetype>(connection->arrival.request)];
    if (begun || connection->served == 0 || !request.isSafe || connection->repeated) {
        failRequest(connection, LoadFault::Reset);
        return;
    }
    if (isMeasured(connection->arrival.intended))
        ++tally(connection->arrival.request).staleReuse;
    busy_.remove(connection);
    connection->repeated = true;
    close(connection);
    open(connection);
}

// The request on this connection is lost, and the connection with it.
void LoadWorker::failRequest(LoadConnection* connection, LoadFault fault)
{
    busy_.remove(connection);
    countFailure(connection->arrival, fault, monotonicNs());
    connection->hasArrival = false;
    close(connection);
    unused_.push_back(connection);
}

} // namespace awb
