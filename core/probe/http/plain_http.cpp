#include "core/probe/http/plain_http.h"

#include "core/target/target_profile.h"

namespace awb
{

namespace
{

constexpr int mostHops = 5;

QString stateOf(int status)
{
    if ((status >= 200 && status < 300) || status == 401)
        return QStringLiteral("served");
    if (status >= 400 && status < 500 && status != 429)
        return QStringLiteral("refused");
    return QStringLiteral("unclear");
}

HttpRequest plainRequest(const QUrl& url)
{
    HttpRequest request;
    request.url = url;
    request.credential = Credential::None;
    request.waitWhenLimited = false;
    request.timeout = request.connectTimeout = std::chrono::seconds(5);
    request.countedAs = QStringLiteral("GET http://{host} (plain)");
    return request;
}

} // namespace

int plainPort(const HttpTarget& target)
{
    if (target.baseUrl.scheme() != QLatin1String("https"))
        return 0;
    if (target.plainPort > 0)
        return target.plainPort;
    return target.baseUrl.port(443) == 443 ? 80 : 0;
}

Result<QJsonObject> askPlainHttp(HttpClient& client, int port, const QString& path)
{
    QUrl url = client.at(path);
    url.setScheme(QStringLiteral("http"));
    url.setPort(port == 80 ? -1 : port);
    QJsonObject seen{{QStringLiteral("url"), requestLine("GET", url)},
                     {QStringLiteral("state"), QStringLiteral("unclear")}};
    for (int hop = 0; hop < mostHops; ++hop) {
        const auto answer = client.send(plainRequest(url));
        if (!answer && answer.error().code == ErrorCode::Cancelled)
            return answer.error();
        if (!answer) {
            seen.insert(QStringLiteral("state"), QStringLiteral("silent"));
            return seen;
        }
        seen.insert(QStringLiteral("status"), answer->status);
        const QUrl next = url.resolved(QUrl::fromEncoded(answer->header("Location")));
        if (answer->status < 300 || answer->status >= 400 || !answer->has("Location")) {
            seen.insert(QStringLiteral("state"), stateOf(answer->status));
            return seen;
        }
        seen.insert(QStringLiteral("location"),
                    next.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery).left(200));
        const bool secure = next.scheme() == QLatin1String("https");
        if (secure || !sameOrigin(next, url)) {
            seen.insert(QStringLiteral("state"),
                        secure ? QStringLiteral("redirects") : QStringLiteral("elsewhere"));
            return seen;
        }
        url = next;
    }
    return seen;
}

} // namespace awb
