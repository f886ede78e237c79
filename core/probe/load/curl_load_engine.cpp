#include "core/probe/load/curl_load_engine.h"

#include "core/probe/load/curl_worker.h"
#include "core/probe/load/load_driver.h"
#include "core/probe/load/tls_client.h"

#include <QUrl>

#include <curl/curl.h>

#include <algorithm>
#include <array>

namespace awb
{

namespace
{

struct CurlLibrary
{
    CurlLibrary() { curl_global_init(CURL_GLOBAL_DEFAULT); }
};

QByteArray hostInUrl(const QString& host)
{
    if (host.contains(QLatin1Char(':')))
        return '[' + host.toLatin1() + ']';
    const QByteArray ascii = QUrl::toAce(host);
    return ascii.isEmpty() ? host.toUtf8() : ascii;
}

Error unsupported(const QString& sentence)
{
    return {ErrorCode::Unsupported, sentence, {}, {}};
}

Status checkProxy(const LoadPlan& plan)
{
    if (!plan.proxy)
        return Done{};
    static constexpr std::array<const char*, 6> schemes{"http",    "https",  "socks4",
                                                        "socks4a", "socks5", "socks5h"};
    const QString scheme = plan.proxy->scheme;
    if (std::none_of(schemes.begin(), schemes.end(),
                     [&](const char* known) { return scheme == QLatin1String(known); }))
        return unsupported(QStringLiteral("No load goes through a proxy of the kind %1.").arg(scheme));
    if (plan.tls && plan.tls->serverName != plan.host)
        return unsupported(
            QStringLiteral("Through a proxy the certificate must be for %1 itself.").arg(plan.host));
    return Done{};
}

// The certificates, keys and the pin can be used: the same errors as the native engine's.
Status checkTls(const LoadPlan& plan)
{
    if (!plan.tls)
        return Done{};
    const auto client = TlsClient::create(*plan.tls, false);
    return client ? Status(Done{}) : Status(client.error());
}

Status setUp(CurlSetup& setup, const LoadRun& run)
{
    const LoadPlan& plan = run.plan;
    for (const LoadRequest& request : plan.requests) {
        auto apart = takeApart(request.bytes);
        if (!apart)
            return apart.error();
        setup.requests.push_back(std::move(*apart));
    }
    const QString name = plan.tls ? plan.tls->serverName : plan.host;
    setup.origin =
        (plan.tls ? "https://" : "http://") + hostInUrl(name) + ':' + QByteArray::number(plan.port);
    if (plan.proxy) {
        setup.proxy = plan.proxy->scheme.toLatin1() + "://" + hostInUrl(plan.proxy->host) + ':' +
                      QByteArray::number(plan.proxy->port);
        return Done{};
    }
    for (const SocketAddress& address : run.addresses) {
        // "::ADDRESS:PORT": any host and port of a URL lead there
        setup.connectTo.emplace_back(
            curl_slist_append(nullptr, ("::" + address.text().toLatin1()).constData()));
    }
    return Done{};
}

} // namespace

LoadEngineInfo CurlLoadEngine::info() const
{
    const curl_version_info_data* built = curl_version_info(CURLVERSION_NOW);
    LoadEngineInfo info;
    info.id = QStringLiteral("curl");
    info.name = QStringLiteral("libcurl %1").arg(QLatin1String(built->version));
    if (built->nghttp2_version)
        info.name += QStringLiteral(", nghttp2 %1").arg(QLatin1String(built->nghttp2_version));
    return info;
}

Result<LoadResult> CurlLoadEngine::run(const LoadPlan& plan, const Observer& observer, std::stop_token stop)
{
    static const CurlLibrary library; // once for the whole program, before any thread uses libcurl
    if (const Status usable = checkPlan(plan); !usable)
        return usable.error();
    if (plan.requestsPerConnection > 0)
        return unsupported(QStringLiteral("libcurl does not count the requests of a connection."));
    if (const Status proxy = checkProxy(plan); !proxy)
        return proxy.error();
    if (const Status tls = checkTls(plan); !tls)
        return tls.error();
    LoadRun run(plan);
    shareOut(run);
    if (const Status found = findAddresses(run, stop); !found)
        return found.error();
    CurlSetup setup(plan);
    if (const Status ready = setUp(setup, run); !ready)
        return ready.error();
    LoadThreads threads;
    for (int i = 0; i < plan.threads; ++i)
        threads.push_back(std::make_unique<CurlWorker>(run, i, setup));
    auto result = driveLoad(run, threads, observer, stop);
    if (result)
        result->connections = plan.threads;
    return result;
}

} // namespace awb
