#include "core/probe/http/curl_transfer.h"

#include "core/target/public_key_pin.h"

#include <algorithm>

namespace awb
{

namespace
{

constexpr qint64 maxHeaderBytes = 256 * 1024;
constexpr qint64 bombRatio = 200;
constexpr qint64 bombAfterBytes = 1024 * 1024;

bool hasLineBreak(const QByteArray& text)
{
    return text.contains('\r') || text.contains('\n') || text.contains('\0');
}

QString hostOf(const QUrl& url)
{
    const int port = url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
    const QString host =
        url.host().contains(QLatin1Char(':')) ? QLatin1Char('[') + url.host() + QLatin1Char(']') : url.host();
    return host + QLatin1Char(':') + QString::number(port);
}

template<typename Value>
void set(CURL* easy, CURLoption option, Value value)
{
    curl_easy_setopt(easy, option, value); // an option this libcurl lacks leaves its default
}

qint64 infoNumber(CURL* easy, CURLINFO what)
{
    curl_off_t value = 0;
    return curl_easy_getinfo(easy, what, &value) == CURLE_OK ? static_cast<qint64>(value) : 0;
}

} // namespace

CurlTransfer::CurlTransfer(const HttpSettings& settings, const HttpRequest& request, bool credentialAllowed)
    : settings_(settings),
      request_(request),
      easy_(curl_easy_init())
{
    if (!easy_)
        refusal_ = Error{ErrorCode::Internal, QStringLiteral("libcurl has no memory for a request."), {}, {}};
    else
        setUp(credentialAllowed);
}

CurlTransfer::~CurlTransfer()
{
    curl_easy_cleanup(easy_);
    curl_slist_free_all(lines_);
}

void CurlTransfer::addHeader(const QByteArray& name, const QByteArray& value)
{
    if (hasLineBreak(name) || hasLineBreak(value)) {
        refusal_ = Error{
            ErrorCode::Usage,
            QStringLiteral("The header %1 has a line break in it.").arg(QString::fromLatin1(name.left(40))),
            {},
            {}};
        return;
    }
    // "Name;" is how curl sends a header without a value.
    const QByteArray line = value.isEmpty() ? name + ';' : name + ": " + value;
    lines_ = curl_slist_append(lines_, line.constData());
}

void CurlTransfer::setUp(bool credentialAllowed)
{
    const CredentialParts parts =
        credentialAllowed ? credentialParts(settings_, request_.credential) : CredentialParts{};
    QByteArray url = request_.url.toEncoded(QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    if (!parts.queryName.isEmpty())
        url += (request_.url.hasQuery() ? '&' : '?') + QUrl::toPercentEncoding(parts.queryName) + '=' +
               parts.queryValue.toPercentEncoding();
    const QString scheme = request_.url.scheme();
    if (!request_.url.isValid() || request_.url.host().isEmpty() ||
        (scheme != QLatin1String("http") && scheme != QLatin1String("https")))
        refusal_ = Error{ErrorCode::Usage, QStringLiteral("This is no http or https URL."), {}, {}};
    set(easy_, CURLOPT_URL, url.constData());
    set(easy_, CURLOPT_PROTOCOLS_STR, "http,https");
    set(easy_, CURLOPT_PATH_AS_IS, 1L);
    set(easy_, CURLOPT_NOSIGNAL, 1L);
    set(easy_, CURLOPT_QUICK_EXIT, 1L); // a hanging resolver must not hold a cancelled request
    set(easy_, CURLOPT_FOLLOWLOCATION, 0L);
    set(easy_, CURLOPT_USERAGENT, "auditbench (backend audit)");
    set(easy_, CURLOPT_ERRORBUFFER, problem_);
    set(easy_, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(request_.connectTimeout.count()));
    set(easy_, CURLOPT_PROXY, settings_.proxy.toUtf8().constData());
    set(easy_, CURLOPT_NOPROXY, "");
    if (request_.acceptGzip)
        set(easy_, CURLOPT_ACCEPT_ENCODING, "gzip");
    set(easy_, CURLOPT_HEADERFUNCTION, &CurlTransfer::onHeader);
    set(easy_, CURLOPT_HEADERDATA, this);
    set(easy_, CURLOPT_WRITEFUNCTION, &CurlTransfer::onBody);
    set(easy_, CURLOPT_WRITEDATA, this);
    setUpTls(parts, credentialAllowed);
    for (const HttpHeader& header : request_.headers)
        addHeader(header.name, header.value);
    for (const HttpHeader& header : parts.headers)
        addHeader(header.name, header.value);
    if (!settings_.runId.isEmpty())
        addHeader("X-Audit-Run", settings_.runId);
    setUpBody();
    set(easy_, CURLOPT_HTTPHEADER, lines_);
}

void CurlTransfer::setUpTls(const CredentialParts& parts, bool credentialAllowed)
{
    set(easy_, CURLOPT_CERTINFO, 1L);
    if (!settings_.caFile.isEmpty())
        set(easy_, CURLOPT_CAINFO, settings_.caFile.toUtf8().constData());
    if (!settings_.pin.isEmpty() && credentialAllowed) {
        // The pin replaces the chain by choice of the profile: the key must match, whoever signed it.
        const QByteArray digest = pinDigest(settings_.pin).value_or(QByteArray());
        set(easy_, CURLOPT_PINNEDPUBLICKEY, ("sha256//" + digest.toBase64()).constData());
        set(easy_, CURLOPT_SSL_VERIFYPEER, 0L);
        set(easy_, CURLOPT_SSL_VERIFYHOST, 0L);
    }
    if (!parts.certificate.isEmpty()) {
        set(easy_, CURLOPT_SSLCERT, parts.certificate.toUtf8().constData());
        set(easy_, CURLOPT_SSLKEY, parts.key.toUtf8().constData());
        if (!parts.keyPassword.isEmpty())
            set(easy_, CURLOPT_KEYPASSWD, parts.keyPassword.constData());
    }
}

void CurlTransfer::setUpBody()
{
    if (request_.method == "HEAD")
        set(easy_, CURLOPT_NOBODY, 1L);
    else
        set(easy_, CURLOPT_CUSTOMREQUEST, request_.method.constData());
    if (request_.announcedBodyBytes >= 0) {
        set(easy_, CURLOPT_POST, 1L);
        set(easy_, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request_.announcedBodyBytes));
        set(easy_, CURLOPT_EXPECT_100_TIMEOUT_MS, static_cast<long>(request_.timeout.count()));
        set(easy_, CURLOPT_READFUNCTION, &CurlTransfer::onRead);
        set(easy_, CURLOPT_READDATA, this);
        addHeader("Expect", "100-continue");
    } else if (request_.chunkedBody) {
        set(easy_, CURLOPT_POST, 1L);
        set(easy_, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(-1));
        set(easy_, CURLOPT_READFUNCTION, &CurlTransfer::onRead);
        set(easy_, CURLOPT_READDATA, this);
        addHeader("Transfer-Encoding", "chunked");
        lines_ = curl_slist_append(lines_, "Expect:");
    } else if (!request_.body.isEmpty()) {
        set(easy_, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request_.body.size()));
        set(easy_, CURLOPT_POSTFIELDS, request_.body.constData());
        lines_ = curl_slist_append(lines_, "Expect:");
    }
}

std::size_t CurlTransfer::onHeader(char* data, std::size_t size, std::size_t count, void* self)
{
    auto* me = static_cast<CurlTransfer*>(self);
    const std::size_t bytes = size * count;
    me->headerBytes_ += static_cast<qint64>(bytes);
    if (me->headerBytes_ > maxHeaderBytes) {
        me->headersTooLarge_ = true;
        return 0;
    }
    const QByteArray line = QByteArray(data, static_cast<qsizetype>(bytes)).trimmed();
    if (line.startsWith("HTTP/")) {
        const QList<QByteArray> words = line.split(' ');
        const int status = words.value(1).toInt();
        if (status == 100)
            me->response_.continued = true;
        me->response_.headers.clear(); // of an interim answer
        me->response_.status = status >= 200 ? status : 0;
        me->response_.protocol = words.value(0).mid(5);
        return bytes;
    }
    me->headersDone_ = me->headersDone_ || (line.isEmpty() && me->response_.status != 0);
    const qsizetype colon = line.indexOf(':');
    if (colon > 0 && me->response_.status != 0)
        me->response_.headers.append({line.left(colon).trimmed(), line.mid(colon + 1).trimmed()});
    return bytes;
}

std::size_t CurlTransfer::onBody(char* data, std::size_t size, std::size_t count, void* self)
{
    auto* me = static_cast<CurlTransfer*>(self);
    HttpResponse& response = me->response_;
    const auto bytes = static_cast<qint64>(size * count);
    const qint64 room = me->request_.maxBodyBytes - response.body.size();
    response.body.append(data, static_cast<qsizetype>(std::min(bytes, room)));
    const qint64 wire = infoNumber(me->easy_, CURLINFO_SIZE_DOWNLOAD_T);
    response.bomb =
        response.body.size() > bombAfterBytes && wire > 0 && response.body.size() / wire > bombRatio;
    if (bytes > room || response.bomb) {
        response.truncated = true;
        return 0; // ends the transfer
    }
    return size * count;
}

std::size_t CurlTransfer::onRead(char* data, std::size_t size, std::size_t count, void* self)
{
    auto* me = static_cast<CurlTransfer*>(self);
    if (me->request_.announcedBodyBytes >= 0) {
        me->announced_ = true;
        return CURL_READFUNC_ABORT; // not one byte of an announced body is ever sent
    }
    const auto room = static_cast<qint64>(size * count);
    const qint64 bytes = std::min(room, static_cast<qint64>(me->request_.body.size()) - me->bodySent_);
    std::copy_n(me->request_.body.constData() + me->bodySent_, bytes, data);
    me->bodySent_ += bytes;
    return static_cast<std::size_t>(bytes);
}

Error CurlTransfer::failure(CURLcode code, bool timedOut) const
{
    const QString host = hostOf(request_.url);
    const QString detail = redactSecrets(QString::fromUtf8(problem_[0] ? problem_ : curl_easy_strerror(code)),
                                         {settings_.secret, settings_.secondSecret});
    if (headersTooLarge_)
        return {
            ErrorCode::Limit, QStringLiteral("%1 sends more than 256 KiB of headers.").arg(host), detail, {}};
    if (timedOut || code == CURLE_OPERATION_TIMEDOUT)
        return {ErrorCode::Timeout, QStringLiteral("%1 did not answer in time.").arg(host), detail, {}};
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
        return {ErrorCode::Unreachable,
                QStringLiteral("The name %1 is not known.").arg(request_.url.host()),
                detail,
                {}};
    case CURLE_COULDNT_RESOLVE_PROXY:
        return {ErrorCode::Unreachable, QStringLiteral("The proxy's name is not known."), detail, {}};
    case CURLE_COULDNT_CONNECT:
        return {ErrorCode::Unreachable,
                QStringLiteral("Nothing accepts connections at %1.").arg(host),
                detail,
                {}};
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
        return {ErrorCode::Unreachable,
                QStringLiteral("The key of %1 is not the one the profile pins.").arg(host),
                detail,
                {}};
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
        return {ErrorCode::Unreachable,
                QStringLiteral("The certificate of %1 is not trusted: %2.").arg(host, detail), detail,
                QStringLiteral("http: {ca_file: …} or http: {pin: sha256/…}")};
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
        return {
            ErrorCode::Unreachable, QStringLiteral("TLS with %1 failed: %2.").arg(host, detail), detail, {}};
    case CURLE_BAD_CONTENT_ENCODING:
        return {ErrorCode::Protocol,
                QStringLiteral("%1 sends a body that cannot be unpacked.").arg(host),
                detail,
                {}};
    case CURLE_GOT_NOTHING:
        return {ErrorCode::Protocol,
                QStringLiteral("%1 closed the connection without an answer.").arg(host),
                detail,
                {}};
    default:
        return {ErrorCode::Protocol,
                QStringLiteral("The exchange with %1 broke off: %2.").arg(host, detail),
                detail,
                {}};
    }
}

// Errors that we caused ourselves after an answer had begun; what came until then is the answer.
bool CurlTransfer::endedByUs(CURLcode code, bool timedOut) const
{
    if (headersTooLarge_)
        return false;
    if (announced_)
        return true;
    return headersDone_ && (response_.truncated || timedOut) && (timedOut || code == CURLE_WRITE_ERROR);
}

void CurlTransfer::readInfo()
{
    response_.url = request_.url;
    response_.wireBytes = infoNumber(easy_, CURLINFO_SIZE_DOWNLOAD_T);
    response_.sentBytes = infoNumber(easy_, CURLINFO_SIZE_UPLOAD_T);
    response_.timings.name = infoNumber(easy_, CURLINFO_NAMELOOKUP_TIME_T);
    response_.timings.connect = infoNumber(easy_, CURLINFO_CONNECT_TIME_T);
    response_.timings.tls = infoNumber(easy_, CURLINFO_APPCONNECT_TIME_T);
    response_.timings.firstByte = infoNumber(easy_, CURLINFO_STARTTRANSFER_TIME_T);
    response_.timings.total = infoNumber(easy_, CURLINFO_TOTAL_TIME_T);
    const char* address = nullptr;
    if (curl_easy_getinfo(easy_, CURLINFO_PRIMARY_IP, &address) == CURLE_OK && address)
        response_.address = QString::fromLatin1(address);
    if (request_.url.scheme() == QLatin1String("https"))
        response_.certificate = certificateOf(easy_, settings_.pin.isEmpty());
    if (response_.body.size() > bombAfterBytes && response_.wireBytes > 0)
        response_.bomb = response_.body.size() / response_.wireBytes > bombRatio;
}

Result<HttpResponse> CurlTransfer::finish(CURLcode code, bool timedOut)
{
    if (code != CURLE_OK || timedOut) {
        if (!endedByUs(code, timedOut))
            return failure(code, timedOut);
        response_.streaming = timedOut && !announced_;
        response_.truncated = response_.truncated || response_.streaming;
    }
    response_.bodyRead = !announced_;
    readInfo();
    return std::move(response_);
}

} // namespace awb
