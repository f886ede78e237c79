#pragma once

#include <QByteArray>
#include <QString>
#include <QVector>

#include <chrono>
#include <optional>

namespace awb
{

// One kind of request of a run, ready to be sent.
struct LoadRequest
{
    QString name;     // "GET /products": shown, never holds a secret
    QByteArray bytes; // the whole request; holds credentials
    qsizetype uuidAt =
        -1; // where 36 bytes are replaced by a fresh UUID each time (Idempotency-Key); -1: nowhere
    bool isHead = false;
    bool hasCredential = false; // in a header or the query: only for a peer whose certificate is verified
    bool isSafe = true;         // GET, HEAD, OPTIONS: may be repeated on a fresh connection
    double weight = 1;
    qint64 most = 0; // requests of this kind, warm-up included; 0: no bound of its own
};

struct LoadTls
{
    QString serverName; // verified and sent as SNI (not sent for an IP address)
    QString caFile;     // empty: the system's authorities
    QString pin;        // "sha256/<base64 of the SHA-256 of the public key>": replaces the chain and the name
    QString certificateFile, keyFile; // the client's own
};

struct LoadProxy
{
    QString host;
    quint16 port = 0;
    QByteArray authorization;                // "Basic …"; empty: none
    QString scheme = QStringLiteral("http"); // libcurl also: https, socks4, socks4a, socks5, socks5h
};

enum class ArrivalKind {
    Poisson,   // open loop, exponential gaps: many independent users
    Constant,  // open loop, equal gaps
    ClosedLoop // each connection sends its next request when the last is answered: capacity only, never a p99
               // verdict
};

struct LoadPlan
{
    QString host;
    quint16 port = 80;
    std::optional<LoadTls> tls;
    std::optional<LoadProxy>
        proxy; // CONNECT for https; for http the caller's bytes have absolute form and Proxy-Authorization
    QVector<LoadRequest> requests;

    ArrivalKind arrivals = ArrivalKind::Poisson;
    double rate = 10;     // requests a second in all, shared by weight; open loop
    int connections = 0;  // closed loop: users; open loop: opened before the start; 0: from the rate
    int mostInFlight = 0; // 0: min(1000, 4 · rate · timeout)
    int threads = 1;
    int requestsPerConnection = 0; // reconnect after so many (not libcurl); 0: as long as the server keeps it
    quint64 seed = 1;              // arrivals, mix and UUIDs

    std::chrono::milliseconds warmUp{10000}; // not measured
    std::chrono::milliseconds ramp{2000};    // inside the warm-up, from a tenth of the rate
    std::chrono::milliseconds duration{60000};
    std::chrono::milliseconds timeout{10000}; // of one request; counted into the histogram

    qint64 mostRequests = 0;                 // hard caps; 0: none
    qint64 mostBytes = 0;                    // received in all; 0: none
    qint64 mostBodyBytes = 64 * 1024 * 1024; // of one answer; more is a fault; 0: none

    // Safe stop: failures (connect, timeout, 5xx) over this share in two windows of 2 s in a row, each of 50
    // answers.
    double unsafeShare = 0.2;
    bool stopWhenLimited = true; // the first 429, or 503 with Retry-After, ends that kind of request

    QVector<qint64> edgesUs; // limits whose exceedances are counted by second, ascending
};

} // namespace awb
