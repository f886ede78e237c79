#pragma once

#include "core/probe/http/http_client.h"
#include "tests/support/http_peer.h"

#include <QJsonDocument>

namespace awb::test
{

// Every secret of the HTTP tests has this word in it; nothing that a probe hands out may.
inline const QByteArray plantedWord = "secret-planted";

// A run of HTTP clients and probes without the runner.
struct HttpWorld
{
    SystemClock clock;
    std::stop_source stop;
    ProbeTarget target;
    std::shared_ptr<ProbeContext> where;

    explicit HttpWorld(const QString& baseUrl = {},
                       std::chrono::milliseconds budget = std::chrono::seconds(60))
    {
        target.profile.http.emplace();
        target.profile.http->baseUrl = QUrl(baseUrl);
        where = std::make_shared<ProbeContext>(clock, budget, ProbeContext::Listener{}, stop.get_token());
    }

    HttpTarget& http() { return *target.profile.http; }
    void authenticate(const QString& kind, const QString& name = {},
                      const QByteArray& secret = "token-" + plantedWord)
    {
        AuthTarget auth;
        auth.kind = kind;
        auth.user = QStringLiteral("auditor");
        auth.name = name;
        http().auth = auth;
        target.secrets.insert(QStringLiteral("http"), Secret(secret));
    }
    HttpClient client() { return HttpClient(httpSettings(target), *where); }
    template<typename ProbeType, typename... Arguments>
    Result<Facts> run(Arguments&&... arguments)
    {
        return ProbeType(std::forward<Arguments>(arguments)...).run(target, *where);
    }
};

inline HttpPeer::Handler always(const QByteArray& bytes)
{
    return [bytes](PeerLine& line, const PeerRequest&) { line.send(bytes); };
}

inline HttpRequest to(const QString& url)
{
    HttpRequest request;
    request.url = QUrl(url);
    request.timeout = std::chrono::milliseconds(1500);
    return request;
}

inline QString jsonOf(const Facts& facts)
{
    return QString::fromUtf8(QJsonDocument(toJson(facts)).toJson());
}

} // namespace awb::test
