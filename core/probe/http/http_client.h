#pragma once

#include "core/foundation/result.h"
#include "core/probe/http/http_message.h"
#include "core/probe/probe.h"

#include <memory>
#include <mutex>

namespace awb
{

// What a client needs to know of the target. Credentials and the client certificate go to the origin of
// `base` only.
struct HttpSettings
{
    QUrl base;
    std::optional<AuthTarget> auth, secondAuth;
    Secret secret, secondSecret;
    QString caFile; // PEM; empty: the system's authorities
    QString
        pin; // "sha256/BASE64" of the server's public key: trusts that key on base's host, whoever signed it
    QString proxy; // empty: none, whatever the environment says
    QByteArray runId;
};

HttpSettings httpSettings(const ProbeTarget& target);

// Keeps all clients that share it under a rate of functional requests. Thread-safe.
class HttpPace
{
public:
    explicit HttpPace(std::chrono::milliseconds interval) : interval_(interval) {}
    bool waitForTurn(ProbeContext& context); // false: a stop was asked for, or the deadline passed

private:
    std::mutex mutex_;
    const std::chrono::milliseconds interval_;
    std::chrono::nanoseconds next_{0};
};

// The one client of all functional probes (libcurl). One thread; connections are kept between requests. Every
// wait is in slices of at most 50 ms, in which it looks at the context's stop token and deadline. HTTP
// statuses are answers, not Errors. Nothing but http and https is spoken, no cookie is kept, no environment
// variable or .netrc is read.
class HttpClient
{
public:
    HttpClient(HttpSettings settings, ProbeContext& context, std::shared_ptr<HttpPace> pace = {});
    ~HttpClient();
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;

    // Errors: Unreachable (name, TCP or TLS), Timeout (no status line in time), Protocol, Limit (headers
    // above 256 KiB), Refused (more than five redirects, a redirect in a circle), Cancelled, Usage (no http
    // URL, a line break in a header).
    Result<HttpResponse> send(const HttpRequest& request);
    Result<HttpResponse> get(const QUrl& url, Credential credential = Credential::First);

    // The certificate behind an https URL, unverified; nothing is sent through the connection.
    Result<PeerCertificate> inspectCertificate(const QUrl& url);

    QUrl at(const QString& path) const; // base URL + "/path?query", percent-encoded as given
    const HttpSettings& settings() const { return settings_; }
    bool hasCredential() const { return settings_.auth.has_value(); }
    // A 429, or 503 with Retry-After, came although the client had waited once already.
    bool isRefusedByLimit() const { return refused_; }
    // 429 was seen at least once: evidence for 6.3.
    bool sawLimit() const { return limited_; }

private:
    struct Engine;
    Result<HttpResponse> sendOnce(const HttpRequest& request);
    Result<HttpResponse> follow(const HttpRequest& request);

    HttpSettings settings_;
    ProbeContext& context_;
    std::shared_ptr<HttpPace> pace_;
    std::unique_ptr<Engine> engine_;
    bool waited_ = false;
    bool limited_ = false;
    bool refused_ = false;
};

// Retry-After as seconds or an HTTP date; nothing when absent or unreadable.
std::optional<std::chrono::seconds> retryAfter(const HttpResponse& response, const QDateTime& now);

} // namespace awb
