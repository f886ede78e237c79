#pragma once

#include "core/foundation/result.h"
#include "core/probe/load/load_plan.h"

#include <memory>

struct ssl_ctx_st;
struct ssl_st;

namespace awb
{

// What all TLS connections of a run share. Verification is always on: the chain against the system's
// authorities or the given file, and the name (or address); or, with a pin, the server's public key instead
// of both.
class TlsClient
{
public:
    // ErrorCode::Io or Parse when a file cannot be used; ErrorCode::Usage for a pin that is none.
    static Result<TlsClient> create(const LoadTls& settings, bool saveMemory);

    TlsClient(TlsClient&&) noexcept = default;
    TlsClient& operator=(TlsClient&&) noexcept = default;

    // A new client session on a connected descriptor; the caller frees it with SSL_free. nullptr: out of
    // memory.
    ssl_st* open(int fd) const;
    // After the handshake: does the key match the pin? True without a pin.
    bool isPinned(ssl_st* session) const;
    // Why a handshake failed, in one sentence; call right after it did.
    QString reasonOf(ssl_st* session) const;

private:
    struct Release
    {
        void operator()(ssl_ctx_st* context) const;
    };
    explicit TlsClient(ssl_ctx_st* context) : context_(context) {}
    Status load(const LoadTls& settings);

    std::unique_ptr<ssl_ctx_st, Release> context_;
    QByteArray serverName_;
    bool isAddress_ = false;
    QByteArray pin_; // SHA-256 of the public key
};

} // namespace awb
