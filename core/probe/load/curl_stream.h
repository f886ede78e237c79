#pragma once

#include "core/probe/load/curl_request.h"
#include "core/probe/load/load_thread.h"

#include <optional>
#include <vector>

namespace awb
{

// What all requests of a run through libcurl share; only read once the threads run.
struct CurlSetup
{
    explicit CurlSetup(const LoadPlan& p) : plan(p) {}

    const LoadPlan& plan;
    std::vector<CurlRequest> requests; // as the plan's
    QByteArray origin;                 // "https://shop.example:443"
    QByteArray proxy; // "socks5h://proxy.example:1080"; empty: none, whatever the environment says
    // For each address of the host where to connect to, whatever the name says; none through a proxy.
    std::vector<std::unique_ptr<curl_slist, CurlListRelease>> connectTo;
};

// One request at a time as a handle of libcurl: a stream of HTTP/2, or an exchange of HTTP/1.1. Bodies are
// counted and thrown away; headers are bounded as in the native engine.
class CurlStream
{
public:
    // number chooses one of the addresses.
    CurlStream(const CurlSetup& setup, std::size_t number);
    ~CurlStream();
    CurlStream(const CurlStream&) = delete;
    CurlStream& operator=(const CurlStream&) = delete;

    CURL* handle() const { return easy_; } // nullptr: no memory

    // What to ask next: a kind of the plan, or bytes of its own (a fresh UUID). False: it cannot be asked.
    bool ask(std::size_t kind);
    bool ask(std::size_t kind, const QByteArray& ownBytes);

    // After the exchange.
    LoadAnswer answer() const;
    LoadFault faultOf(CURLcode code) const;
    QString problem(CURLcode code) const;
    quint64 receivedBytes() const { return headerBytes_ + bodyBytes_; }
    bool wasSent() const;       // it had a connection to go out on
    int newConnections() const; // that were opened for it
    qint64 connectUs() const;   // how long the last of them took, with proxy and TLS

    // The worker's own.
    CurlStream* before = nullptr;
    CurlStream* after = nullptr;
    Arrival arrival;
    qint64 since = 0; // ns: handed to libcurl

private:
    void setUp(std::size_t number);
    void setUpTls();
    void setUpProxy();
    void bind(const CurlRequest& request, bool isSafe);
    void forget();

    static std::size_t onHeader(char* data, std::size_t size, std::size_t count, void* self);
    static std::size_t onBody(char* data, std::size_t size, std::size_t count, void* self);
    static std::size_t onRead(char* data, std::size_t size, std::size_t count, void* self);
    static int onSeek(void* self, curl_off_t offset, int origin);

    const CurlSetup& setup_;
    CURL* easy_ = nullptr;
    std::optional<std::size_t> kind_; // that the handle is set up for
    std::optional<CurlRequest> own_;
    const QByteArray* body_ = nullptr;
    bool mayRepeat_ = true;
    qsizetype bodySent_ = 0;
    quint64 headerBytes_ = 0;
    quint64 bodyBytes_ = 0;
    bool retryAfter_ = false;
    std::optional<LoadFault> tooLarge_;
    char problem_[CURL_ERROR_SIZE] = {};
};

// Faults before a request could go out.
bool isConnectFault(LoadFault fault);

} // namespace awb
