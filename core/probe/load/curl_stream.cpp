#include "core/probe/load/curl_stream.h"

#include "core/target/public_key_pin.h"

#include <strings.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <string_view>

namespace awb
{

namespace
{

constexpr quint64 mostHeaderBytes = 64 * 1024;

template<typename Value>
void set(CURL* easy, CURLoption option, Value value)
{
    curl_easy_setopt(easy, option, value); // an option this libcurl lacks leaves its default
}

template<typename Value>
Value info(CURL* easy, CURLINFO what)
{
    Value value = 0;
    return curl_easy_getinfo(easy, what, &value) == CURLE_OK ? value : Value{0};
}

// DELETE may come twice without another effect than once (RFC 9110, section 9.2.2).
bool isIdempotent(const QByteArray& method)
{
    return method == "GET" || method == "HEAD" || method == "OPTIONS" || method == "PUT" ||
           method == "DELETE";
}

bool isAboutTls(CURLcode code)
{
    static constexpr std::array codes{CURLE_PEER_FAILED_VERIFICATION,
                                      CURLE_SSL_PINNEDPUBKEYNOTMATCH,
                                      CURLE_SSL_CONNECT_ERROR,
                                      CURLE_SSL_CERTPROBLEM,
                                      CURLE_SSL_CIPHER,
                                      CURLE_SSL_CACERT_BADFILE,
                                      CURLE_SSL_ISSUER_ERROR,
                                      CURLE_SSL_INVALIDCERTSTATUS,
                                      CURLE_SSL_CLIENTCERT};
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

} // namespace

bool isConnectFault(LoadFault fault)
{
    return fault == LoadFault::Refused || fault == LoadFault::Unreachable || fault == LoadFault::Tls ||
           fault == LoadFault::Proxy;
}

CurlStream::CurlStream(const CurlSetup& setup, std::size_t number) : setup_(setup), easy_(curl_easy_init())
{
    if (easy_)
        setUp(number);
}

CurlStream::~CurlStream()
{
    curl_easy_cleanup(easy_);
}

void CurlStream::setUp(std::size_t number)
{
    set(easy_, CURLOPT_PRIVATE, this);
    set(easy_, CURLOPT_PROTOCOLS_STR, "http,https");
    set(easy_, CURLOPT_PATH_AS_IS, 1L);
    set(easy_, CURLOPT_NOSIGNAL, 1L);
    set(easy_, CURLOPT_QUICK_EXIT, 1L); // a hanging resolver must not hold a cancelled run
    set(easy_, CURLOPT_FOLLOWLOCATION, 0L);
    set(easy_, CURLOPT_ERRORBUFFER, problem_);
    // HTTP/2 where TLS agrees on it (ALPN), else HTTP/1.1
    set(easy_, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
    // rather a stream of the connection that is being opened than another connection; in plain there is no
    // such stream, and a request would wait for the first answer
    set(easy_, CURLOPT_PIPEWAIT, setup_.plan.tls ? 1L : 0L);
    set(easy_, CURLOPT_HEADERFUNCTION, &CurlStream::onHeader);
    set(easy_, CURLOPT_HEADERDATA, this);
    set(easy_, CURLOPT_WRITEFUNCTION, &CurlStream::onBody);
    set(easy_, CURLOPT_WRITEDATA, this);
    set(easy_, CURLOPT_READFUNCTION, &CurlStream::onRead);
    set(easy_, CURLOPT_READDATA, this);
    set(easy_, CURLOPT_SEEKFUNCTION, &CurlStream::onSeek);
    set(easy_, CURLOPT_SEEKDATA, this);
    setUpProxy();
    if (!setup_.connectTo.empty())
        set(easy_, CURLOPT_CONNECT_TO, setup_.connectTo[number % setup_.connectTo.size()].get());
    if (setup_.plan.tls)
        setUpTls();
}

void CurlStream::setUpProxy()
{
    set(easy_, CURLOPT_PROXY, setup_.proxy.constData()); // an empty one: also not the environment's
    set(easy_, CURLOPT_NOPROXY, "");
    if (!setup_.plan.proxy)
        return;
    const LoadProxy& proxy = *setup_.plan.proxy;
    set(easy_, CURLOPT_HEADEROPT, static_cast<long>(CURLHEADER_SEPARATE)); // no credential of the target's
    set(easy_, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    if (proxy.authorization.startsWith("Basic ")) { // SOCKS has a login of its own
        set(easy_, CURLOPT_PROXYAUTH, static_cast<long>(CURLAUTH_BASIC));
        set(easy_, CURLOPT_PROXYUSERPWD, QByteArray::fromBase64(proxy.authorization.mid(6)).constData());
    }
    if (setup_.plan.tls && !setup_.plan.tls->caFile.isEmpty())
        set(easy_, CURLOPT_PROXY_CAINFO, setup_.plan.tls->caFile.toUtf8().constData());
}

void CurlStream::setUpTls()
{
    const LoadTls& tls = *setup_.plan.tls;
    set(easy_, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2)); // or later
    if (!tls.caFile.isEmpty())
        set(easy_, CURLOPT_CAINFO, tls.caFile.toUtf8().constData());
    if (!tls.pin.isEmpty()) {
        // The pin replaces the chain and the name: the key must match, whoever signed it.
        const QByteArray digest = pinDigest(tls.pin).value_or(QByteArray());
        set(easy_, CURLOPT_PINNEDPUBLICKEY, ("sha256//" + digest.toBase64()).constData());
        set(easy_, CURLOPT_SSL_VERIFYPEER, 0L);
        set(easy_, CURLOPT_SSL_VERIFYHOST, 0L);
    }
    if (!tls.certificateFile.isEmpty()) {
        set(easy_, CURLOPT_SSLCERT, tls.certificateFile.toUtf8().constData());
        set(easy_, CURLOPT_SSLKEY, tls.keyFile.toUtf8().constData());
    }
}

bool CurlStream::ask(std::size_t kind)
{
    forget();
    if (kind_ != kind) {
        kind_ = kind;
        bind(setup_.requests[kind], setup_.plan.requests[static_cast<qsizetype>(kind)].isSafe);
    }
    return true;
}

bool CurlStream::ask(std::size_t kind, const QByteArray& ownBytes)
{
    forget();
    kind_.reset();
    auto own = takeApart(ownBytes);
    if (!own)
        return false;
    CurlRequest old = own_ ? std::move(*own_) : CurlRequest{}; // libcurl still points at its lines
    own_ = std::move(*own);
    bind(*own_, setup_.plan.requests[static_cast<qsizetype>(kind)].isSafe);
    return true;
}

void CurlStream::forget()
{
    bodySent_ = 0;
    headerBytes_ = bodyBytes_ = 0;
    retryAfter_ = false;
    tooLarge_.reset();
    problem_[0] = '\0';
}

void CurlStream::bind(const CurlRequest& request, bool isSafe)
{
    const bool isWhole = !request.target.startsWith('/'); // absolute form, as proxies get it
    set(easy_, CURLOPT_URL, (isWhole ? request.target : setup_.origin + request.target).constData());
    set(easy_, CURLOPT_HTTPHEADER, request.lines.get());
    set(easy_, CURLOPT_NOBODY, 0L);
    set(easy_, CURLOPT_CUSTOMREQUEST, static_cast<const char*>(nullptr));
    body_ = request.hasBody ? &request.body : nullptr;
    mayRepeat_ = isSafe;
    if (body_) {
        set(easy_, CURLOPT_POST, 1L);
        set(easy_, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body_->size()));
    } else {
        set(easy_, CURLOPT_HTTPGET, 1L);
    }
    if (request.method == "HEAD")
        set(easy_, CURLOPT_NOBODY, 1L);
    else if (request.method != (body_ ? "POST" : "GET"))
        set(easy_, CURLOPT_CUSTOMREQUEST, request.method.constData());
    // libcurl repeats a request by itself when a connection that it reused turns out to be closed; with a
    // body onSeek forbids it once a byte is out. A write without a body gets a connection of its own.
    const bool couldDouble = !isSafe && !isIdempotent(request.method) && request.body.isEmpty();
    set(easy_, CURLOPT_FRESH_CONNECT, couldDouble ? 1L : 0L);
}

std::size_t CurlStream::onHeader(char* data, std::size_t size, std::size_t count, void* self)
{
    auto* me = static_cast<CurlStream*>(self);
    const std::size_t bytes = size * count;
    me->headerBytes_ += bytes;
    if (me->headerBytes_ > mostHeaderBytes) {
        me->tooLarge_ = LoadFault::HeaderSize;
        return 0;
    }
    static constexpr std::string_view name = "retry-after:";
    if (bytes > name.size() && ::strncasecmp(data, name.data(), name.size()) == 0)
        me->retryAfter_ = true;
    return bytes;
}

std::size_t CurlStream::onBody(char*, std::size_t size, std::size_t count, void* self)
{
    auto* me = static_cast<CurlStream*>(self);
    me->bodyBytes_ += size * count;
    const qint64 most = me->setup_.plan.mostBodyBytes;
    if (most > 0 && me->bodyBytes_ > static_cast<quint64>(most)) {
        me->tooLarge_ = LoadFault::BodySize;
        return 0;
    }
    return size * count;
}

std::size_t CurlStream::onRead(char* data, std::size_t size, std::size_t count, void* self)
{
    auto* me = static_cast<CurlStream*>(self);
    if (!me->body_)
        return 0;
    const auto room = static_cast<qsizetype>(size * count);
    const qsizetype bytes = std::min(room, me->body_->size() - me->bodySent_);
    std::copy_n(me->body_->constData() + me->bodySent_, bytes, data);
    me->bodySent_ += bytes;
    return static_cast<std::size_t>(bytes);
}

int CurlStream::onSeek(void* self, curl_off_t offset, int origin)
{
    auto* me = static_cast<CurlStream*>(self);
    if (!me->mayRepeat_ || !me->body_ || origin != SEEK_SET || offset < 0 || offset > me->body_->size())
        return CURL_SEEKFUNC_FAIL;
    me->bodySent_ = static_cast<qsizetype>(offset);
    return CURL_SEEKFUNC_OK;
}

LoadAnswer CurlStream::answer() const
{
    LoadAnswer answer;
    answer.status = static_cast<int>(info<long>(easy_, CURLINFO_RESPONSE_CODE));
    answer.hasRetryAfter = retryAfter_;
    answer.bodyBytes = bodyBytes_;
    const long version = info<long>(easy_, CURLINFO_HTTP_VERSION);
    answer.version = version == CURL_HTTP_VERSION_2_0   ? HttpVersion::Http2
                     : version == CURL_HTTP_VERSION_1_0 ? HttpVersion::Http10
                                                        : HttpVersion::Http11;
    return answer;
}

LoadFault CurlStream::faultOf(CURLcode code) const
{
    if (tooLarge_)
        return *tooLarge_;
    const long fromProxy = info<long>(easy_, CURLINFO_HTTP_CONNECTCODE);
    if (fromProxy != 0 && fromProxy / 100 != 2)
        return LoadFault::Proxy;
    if (isAboutTls(code))
        return LoadFault::Tls;
    switch (code) {
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_PROXY:
        return LoadFault::Proxy;
    case CURLE_COULDNT_CONNECT:
        return info<long>(easy_, CURLINFO_OS_ERRNO) == ECONNREFUSED ? LoadFault::Refused
                                                                    : LoadFault::Unreachable;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_OPERATION_TIMEDOUT: // of connecting: there is no other
    case CURLE_FAILED_INIT:
    case CURLE_OUT_OF_MEMORY:
        return LoadFault::Unreachable;
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_UNSUPPORTED_PROTOCOL: // HTTP/0.9
    case CURLE_BAD_CONTENT_ENCODING:
        return LoadFault::Malformed;
    default: // closed, reset, GOAWAY
        return LoadFault::Reset;
    }
}

QString CurlStream::problem(CURLcode code) const
{
    const long fromProxy = info<long>(easy_, CURLINFO_HTTP_CONNECTCODE);
    if (fromProxy != 0 && fromProxy / 100 != 2)
        return QStringLiteral("the proxy answered %1").arg(fromProxy);
    return QString::fromUtf8(problem_[0] ? problem_ : curl_easy_strerror(code)).left(300);
}

bool CurlStream::wasSent() const
{
    return info<curl_off_t>(easy_, CURLINFO_PRETRANSFER_TIME_T) > 0;
}

int CurlStream::newConnections() const
{
    return static_cast<int>(info<long>(easy_, CURLINFO_NUM_CONNECTS));
}

qint64 CurlStream::connectUs() const
{
    return std::max(info<curl_off_t>(easy_, CURLINFO_CONNECT_TIME_T),
                    info<curl_off_t>(easy_, CURLINFO_APPCONNECT_TIME_T));
}

} // namespace awb
