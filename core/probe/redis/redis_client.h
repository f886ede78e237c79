#pragma once

#include "core/foundation/result.h"
#include "core/foundation/secret.h"
#include "core/probe/redis/resp_reader.h"
#include "core/target/target_profile.h"

#include <QByteArrayList>
#include <QDateTime>

#include <chrono>
#include <memory>

namespace awb
{

class ProbeContext;

// Where a Redis is and how to reach it; no secret.
struct RedisEndpoint
{
    QString host;
    quint16 port = 6379;
    bool tls = false;
    QString caFile; // absolute, or empty: the system's authorities
    QString user;   // ACL user; empty: the default user
    int database = 0;

    QString label() const; // "cache:6380"
};

// From the profile's redis:// or rediss:// URL. ErrorCode::Usage names what is wrong with it.
Result<RedisEndpoint> redisEndpoint(const TargetProfile& profile);

struct RedisClientOptions
{
    RespLimits limits;
    std::chrono::milliseconds connectLimit{5000};
    std::chrono::milliseconds tlsLimit{5000};
    std::chrono::milliseconds replyLimit{10000}; // for each whole reply, however slowly it drips
};

// The words of a server's error reply ("NOPERM …") as our code and sentence; `label` says whose. Known
// secrets and control characters are taken out, the text is bounded.
Error redisError(const QByteArray& text, const QString& label, const Secret& password);

// A connection to one Redis over QTcpSocket or QSslSocket, with hiredis' formatter and reader. Blocking, in
// the calling thread, without an event loop: in slices of 50 ms that look at the context's stop and deadline.
// One thread at a time; after an error of read() the connection is closed.
class RedisClient
{
public:
    RedisClient(RedisEndpoint endpoint, Secret password, ProbeContext& context,
                RedisClientOptions options = {});
    ~RedisClient();
    RedisClient(const RedisClient&) = delete;
    RedisClient& operator=(const RedisClient&) = delete;

    // The steps of open(), one by one for the doctor.
    Status resolve();
    Status connectTcp();
    Status startTls(); // nothing to do for redis://
    Status login();    // AUTH and, for another database than 0, SELECT
    Status open();
    void close();
    bool isOpen() const;

    const RedisEndpoint& endpoint() const { return endpoint_; }
    QString label() const { return endpoint_.label(); }
    // "TLSv1.3, certificate of CN=… valid until …"; empty without TLS.
    QString tlsSummary() const;
    QDateTime certificateExpiry() const; // of the server's certificate; invalid without TLS

    // One command and its reply; an error reply is an Error. `recordAs` is the template kept in Facts::sent;
    // empty: the words themselves.
    Result<RedisReply> command(const QByteArrayList& words, const QString& recordAs = {});

    // Pipelining: append commands, flush, then read one reply for each, in order. Error replies are values
    // here. The caller records what it sent.
    void append(const QByteArray* words, int count);
    void append(const QByteArrayList& words) { append(words.constData(), static_cast<int>(words.size())); }
    Status flush();
    Result<RedisReply> read();

    Error errorFrom(const RedisReply& reply) const; // see redisError()
    qint64 commandsSent() const { return commandsSent_; }

private:
    struct Wire;
    Status fill(std::chrono::steady_clock::time_point deadline);
    Status waitReadable(std::chrono::steady_clock::time_point deadline);
    Error transportError() const;
    Error certificateError() const;
    Status interrupted(std::chrono::steady_clock::time_point deadline, const char* during);

    RedisEndpoint endpoint_;
    Secret password_;
    ProbeContext& context_;
    RedisClientOptions options_;
    std::unique_ptr<Wire> wire_;
    qint64 commandsSent_ = 0;
};

} // namespace awb
