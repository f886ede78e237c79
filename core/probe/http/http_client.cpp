#include "core/probe/http/http_client.h"

#include "core/foundation/ids.h"
#include "core/probe/http/curl_transfer.h"

#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace awb
{

namespace
{

constexpr int slice = 50; // ms
constexpr qsizetype maxRedirects = 5;
constexpr std::chrono::seconds longestRetryAfter{30};

// Once for the process; libcurl asks for it before the first handle.
struct CurlLibrary
{
    CurlLibrary() { curl_global_init(CURL_GLOBAL_DEFAULT); }
};

Error cancelled()
{
    return {ErrorCode::Cancelled, QStringLiteral("The request was cancelled."), {}, {}};
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

} // namespace

struct HttpClient::Engine
{
    CURLM* multi = curl_multi_init();

    Engine() { curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, 4L); }
    ~Engine() { curl_multi_cleanup(multi); }

    // What curl says of the handle once it is over; nothing while it runs.
    std::optional<CURLcode> outcome(CURL* easy)
    {
        int left = 0;
        while (CURLMsg* message = curl_multi_info_read(multi, &left)) {
            if (message->msg == CURLMSG_DONE && message->easy_handle == easy)
                return message->data.result;
        }
        return std::nullopt;
    }

    struct End
    {
        CURLcode code = CURLE_OK;
        bool timedOut = false;
        bool stopped = false;
    };
    End run(CURL* easy, ProbeContext& context, std::chrono::milliseconds timeout)
    {
        const auto until = context.clock().monotonic() + std::min(timeout, context.remaining());
        End end;
        curl_multi_add_handle(multi, easy);
        for (;;) {
            int running = 0;
            curl_multi_perform(multi, &running);
            if (const auto code = outcome(easy)) {
                end.code = *code;
                break;
            }
            end.stopped = context.stopRequested();
            end.timedOut = !end.stopped && context.clock().monotonic() >= until;
            if (end.stopped || end.timedOut)
                break;
            curl_multi_poll(multi, nullptr, 0, slice, nullptr);
        }
        curl_multi_remove_handle(multi, easy);
        return end;
    }
};

HttpSettings httpSettings(const ProbeTarget& target)
{
    HttpSettings settings;
    if (!target.profile.http)
        return settings;
    const HttpTarget& http = *target.profile.http;
    settings.base = http.baseUrl;
    settings.auth = http.auth;
    settings.secondAuth = http.secondAuth;
    settings.secret = target.secret(QStringLiteral("http"));
    settings.secondSecret = target.secret(QStringLiteral("http/second"));
    settings.caFile = http.caFile;
    settings.pin = http.pin;
    settings.proxy = http.proxy;
    settings.runId = newId().toLatin1();
    return settings;
}

bool HttpPace::waitForTurn(ProbeContext& context)
{
    std::chrono::nanoseconds turn;
    {
        const std::scoped_lock lock(mutex_);
        turn = std::max(next_, context.clock().monotonic());
        next_ = turn + interval_;
    }
    const auto wait =
        std::chrono::duration_cast<std::chrono::milliseconds>(turn - context.clock().monotonic());
    return wait.count() <= 0 ? !context.stopRequested() : context.waitFor(wait);
}

HttpClient::HttpClient(HttpSettings settings, ProbeContext& context, std::shared_ptr<HttpPace> pace)
    : settings_(std::move(settings)),
      context_(context),
      pace_(std::move(pace))
{
    static const CurlLibrary library;
    engine_ = std::make_unique<Engine>();
}

HttpClient::~HttpClient() = default;

QUrl HttpClient::at(const QString& path) const
{
    QUrl url(settings_.base);
    const qsizetype question = path.indexOf(QLatin1Char('?'));
    QString before = url.path(QUrl::FullyEncoded);
    while (before.endsWith(QLatin1Char('/')))
        before.chop(1);
    url.setPath(before + path.left(question), QUrl::TolerantMode);
    url.setQuery(question < 0 ? QString() : path.mid(question + 1));
    return url;
}

Result<HttpResponse> HttpClient::get(const QUrl& url, Credential credential)
{
    HttpRequest request;
    request.url = url;
    request.credential = credential;
    request.followRedirects = true;
    return send(request);
}

Result<HttpResponse> HttpClient::send(const HttpRequest& request)
{
    Result<HttpResponse> answer = request.followRedirects ? follow(request) : sendOnce(request);
    if (!answer)
        return answer;
    const auto pause = retryAfter(*answer, context_.clock().now());
    const bool limits = answer->status == 429 || (answer->status == 503 && pause);
    limited_ = limited_ || answer->status == 429;
    if (!limits || !request.waitWhenLimited)
        return answer;
    if (waited_ || pause.value_or(std::chrono::seconds(1)) > longestRetryAfter) {
        refused_ = true;
        return answer;
    }
    waited_ = true;
    if (!context_.waitFor(pause.value_or(std::chrono::seconds(1))))
        return context_.stopRequested() ? Result<HttpResponse>(cancelled()) : answer;
    return send(request);
}

Result<HttpResponse> HttpClient::follow(const HttpRequest& request)
{
    HttpRequest next = request;
    QVector<QUrl> chain;
    for (;;) {
        Result<HttpResponse> answer = sendOnce(next);
        if (!answer)
            return answer;
        answer->chain = chain;
        const QByteArray location = answer->header("Location");
        if (!isRedirect(answer->status) || location.isEmpty())
            return answer;
        const QUrl target = next.url.resolved(QUrl::fromEncoded(location));
        if (!sameOrigin(target, next.url)) {
            answer->elsewhere = target;
            return answer;
        }
        if (chain.contains(target) || target == next.url || chain.size() >= maxRedirects)
            return Error{ErrorCode::Refused,
                         QStringLiteral("%1 redirects in a circle or more than five times.")
                             .arg(requestLine(request.method, request.url)),
                         {},
                         {}};
        chain.append(next.url);
        next.url = target;
        if (answer->status == 303 ||
            (answer->status != 307 && answer->status != 308 && next.method == "POST")) {
            next.method = "GET";
            next.body.clear();
        }
    }
}

Result<HttpResponse> HttpClient::sendOnce(const HttpRequest& request)
{
    const bool ours = sameOrigin(request.url, settings_.base);
    CurlTransfer transfer(settings_, request, ours);
    if (transfer.refusal())
        return *transfer.refusal();
    if (pace_ && !pace_->waitForTurn(context_))
        return context_.stopRequested()
                   ? cancelled()
                   : Error{ErrorCode::Timeout, QStringLiteral("The probe's time was over."), {}, {}};
    context_.sent(request.countedAs.isEmpty()
                      ? QString::fromLatin1(request.method) + QLatin1Char(' ') + request.url.path()
                      : request.countedAs);
    // An announced body is over when curl has waited for 100 Continue as long as `timeout`.
    const auto timeout =
        request.timeout + std::chrono::milliseconds(request.announcedBodyBytes >= 0 ? 500 : 0);
    const Engine::End end = engine_->run(transfer.handle(), context_, timeout);
    if (end.stopped)
        return cancelled();
    return transfer.finish(end.code, end.timedOut);
}

Result<PeerCertificate> HttpClient::inspectCertificate(const QUrl& url)
{
    HttpRequest request;
    request.url = url;
    HttpSettings plain = settings_;
    plain.pin.clear();
    CurlTransfer transfer(plain, request, false);
    if (transfer.refusal())
        return *transfer.refusal();
    curl_easy_setopt(transfer.handle(), CURLOPT_SSL_VERIFYPEER, 0L);
    curl_easy_setopt(transfer.handle(), CURLOPT_SSL_VERIFYHOST, 0L);
    curl_easy_setopt(transfer.handle(), CURLOPT_CONNECT_ONLY, 1L);
    const Engine::End end = engine_->run(transfer.handle(), context_, request.timeout);
    if (end.stopped)
        return cancelled();
    PeerCertificate certificate = certificateOf(transfer.handle(), false);
    if (certificate.isKnown())
        return certificate;
    Result<HttpResponse> answer = transfer.finish(end.code, end.timedOut);
    return answer ? Error{ErrorCode::Protocol, QStringLiteral("The server shows no certificate."), {}, {}}
                  : answer.error();
}

std::optional<std::chrono::seconds> retryAfter(const HttpResponse& response, const QDateTime& now)
{
    const QByteArray value = response.header("Retry-After");
    bool number = false;
    const qint64 seconds = value.toLongLong(&number);
    if (number && seconds >= 0)
        return std::chrono::seconds(std::min<qint64>(seconds, 86400));
    const QDateTime said = QLocale::c().toDateTime(QString::fromLatin1(value),
                                                   QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    if (value.isEmpty() || !said.isValid())
        return std::nullopt;
    const QDateTime date(said.date(), said.time(), QTimeZone::utc());
    return std::chrono::seconds(std::clamp<qint64>(now.secsTo(date), 0, 86400));
}

} // namespace awb
