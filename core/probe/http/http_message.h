#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QUrl>
#include <QVector>

#include <chrono>

namespace awb
{

struct HttpHeader
{
    QByteArray name;
    QByteArray value;
};

// Whose credential a request carries. Broken: one of the first's kind whose value is wrong.
enum class Credential { None, First, Second, Broken };

// One request of a functional probe. Timings and sizes are bounded here, so that a hostile answer ends in
// bounded time and memory.
struct HttpRequest
{
    QByteArray method = QByteArrayLiteral("GET");
    QUrl url;
    QVector<HttpHeader> headers;
    QByteArray body;
    Credential credential = Credential::First;
    bool followRedirects = false; // same origin only, at most five
    bool acceptGzip = true;       // false: asks for the plain body
    qint64 announcedBodyBytes =
        -1; // ≥ 0: only the headers with this Content-Length are sent (Expect: 100-continue)
    bool chunkedBody = false; // sends `body` with Transfer-Encoding: chunked
    QString countedAs;        // how the request is counted: "GET /users/{id}"; empty: method and path
    bool waitWhenLimited =
        true; // 429, or 503 with Retry-After: waits and asks once more, once for each client
    std::chrono::milliseconds timeout{10000};
    std::chrono::milliseconds connectTimeout{5000};
    qint64 maxBodyBytes = 16 * 1024 * 1024; // decoded
};

// All in microseconds since the request began; 0 where a step did not happen.
struct HttpTimings
{
    qint64 name = 0;
    qint64 connect = 0;
    qint64 tls = 0;
    qint64 firstByte = 0;
    qint64 total = 0;
};

// What the server's certificate says; empty for plain HTTP.
struct PeerCertificate
{
    QString subject;
    QString issuer;
    QString alternativeNames;
    QDateTime expires; // UTC; invalid if unknown
    QString pin;       // "sha256/BASE64" of its public key, as the profile's `pin` takes it
    bool verified = false;
    bool isKnown() const { return !subject.isEmpty() || !pin.isEmpty(); }
};

struct HttpResponse
{
    int status = 0;
    QByteArray protocol; // "1.1", "2"
    QVector<HttpHeader> headers;
    QByteArray body;        // decoded, at most maxBodyBytes
    qint64 wireBytes = 0;   // of the body as it travelled
    qint64 sentBytes = 0;   // of the request's body: fewer than it has when the answer came before its end
    bool truncated = false; // the body goes on: it hit the size bound, or never ended (streaming)
    bool streaming = false; // the time was over while bytes still came
    bool bomb = false;      // it unpacks to more than 200 times its size
    bool bodyRead = true;   // false: an announced body was never asked for, see continued
    bool continued = false; // 100 Continue was seen
    QUrl url;               // that answered, after redirects
    QVector<QUrl> chain;    // of the redirects that were followed, the first request first
    QUrl elsewhere;         // a redirect to another origin that was not followed
    HttpTimings timings;
    PeerCertificate certificate;
    QString address; // the peer's IP address

    QByteArray header(const char* name) const; // the first with this name, case-insensitive; empty if absent
    QList<QByteArray> all(const char* name) const;
    bool has(const char* name) const;
    QByteArray mediaType() const; // "application/json", lower case, without parameters
    bool ok() const { return status >= 200 && status < 300; }
    bool isJson() const; // by media type: application/json or …+json
};

// "https://host:443": scheme, host and effective port, lower case; the unit that credentials belong to.
QString originOf(const QUrl& url);
bool sameOrigin(const QUrl& a, const QUrl& b);

// "GET /users?page=2" with values of secret-looking query parameters masked.
QString requestLine(const QByteArray& method, const QUrl& url);

// Evidence of one answer: request line, status, headers with cookie and authorization values masked, size,
// SHA-256 and the first 2 KiB of the body.
QString describeExchange(const HttpRequest& request, const HttpResponse& response);

} // namespace awb
