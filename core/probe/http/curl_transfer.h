#pragma once

#include "core/probe/http/http_client.h"

#include <curl/curl.h>

// Internal to the HTTP client: one request as a curl handle with bounds.
namespace awb
{

// The credential of a request as header lines, query item or certificate; empty where none goes.
struct CredentialParts
{
    QVector<HttpHeader> headers;
    QString queryName;
    QByteArray queryValue;
    QString certificate, key;
    QByteArray keyPassword;
};
CredentialParts credentialParts(const HttpSettings& settings, Credential which);

class CurlTransfer
{
public:
    CurlTransfer(const HttpSettings& settings, const HttpRequest& request, bool credentialAllowed);
    ~CurlTransfer();
    CurlTransfer(const CurlTransfer&) = delete;
    CurlTransfer& operator=(const CurlTransfer&) = delete;

    CURL* handle() const { return easy_; }
    const std::optional<Error>& refusal() const { return refusal_; } // the request itself is unusable
    // `code` is curl's; `timedOut`: our deadline ended it.
    Result<HttpResponse> finish(CURLcode code, bool timedOut);

private:
    void setUp(bool credentialAllowed);
    void setUpBody();
    void setUpTls(const CredentialParts& parts, bool credentialAllowed);
    void addHeader(const QByteArray& name, const QByteArray& value);
    Error failure(CURLcode code, bool timedOut) const;
    void readInfo();
    bool endedByUs(CURLcode code, bool timedOut) const;

    static std::size_t onHeader(char* data, std::size_t size, std::size_t count, void* self);
    static std::size_t onBody(char* data, std::size_t size, std::size_t count, void* self);
    static std::size_t onRead(char* data, std::size_t size, std::size_t count, void* self);

    const HttpSettings& settings_;
    const HttpRequest& request_;
    CURL* easy_ = nullptr;
    curl_slist* lines_ = nullptr;
    std::optional<Error> refusal_;
    HttpResponse response_;
    qint64 headerBytes_ = 0;
    qint64 bodySent_ = 0;
    bool headersTooLarge_ = false;
    bool headersDone_ = false;
    bool announced_ = false; // the server asked for the announced body, or never answered
    char problem_[CURL_ERROR_SIZE] = {};
};

// CURLINFO_CERTINFO of the first certificate.
PeerCertificate certificateOf(CURL* easy, bool verified);

} // namespace awb
