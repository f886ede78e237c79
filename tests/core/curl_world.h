#pragma once

#include "core/probe/load/curl_load_engine.h"
#include "tests/core/load_world.h"
#include "tests/support/private_nginx.h"

namespace awb::test
{

inline Result<LoadResult> runCurl(const LoadPlan& plan, const LoadEngine::Observer& observer = {},
                                  std::stop_token stop = {})
{
    return CurlLoadEngine().run(plan, observer, std::move(stop));
}

// The result, or the test fails with the error's sentence.
#define AWB_CURL(variable, ...)                                                                              \
    const auto variable = awb::test::runCurl(__VA_ARGS__);                                                   \
    QVERIFY2(variable.has_value(), variable ? "" : qPrintable((variable).error().message))

inline quint64 answersIn(const RequestTally& counts, HttpVersion version)
{
    return counts.versions[static_cast<std::size_t>(version)];
}

// An nginx that speaks HTTP/2 over TLS and hands everything below /app to a server of the test.
class Http2Front
{
public:
    explicit Http2Front(ScriptedHttpServer::Handler handler, const QString& extra = {})
        : app_(std::move(handler)),
          nginx_(QStringLiteral("location /app { proxy_pass http://127.0.0.1:%1; } ").arg(app_.port()) +
                     extra,
                 PrivateNginx::Tls::Http2)
    {
    }

    bool start() { return nginx_.start(); }
    QString error() const { return nginx_.error(); }
    PrivateNginx& nginx() { return nginx_; }
    ScriptedHttpServer& app() { return app_; }
    LoadPlan plan(const QByteArray& path) const
    {
        LoadPlan plan = planFor(nginx_.tlsPort(), path);
        plan.tls = LoadTls{QStringLiteral("localhost"), nginx_.certificates().caFile(), {}, {}, {}};
        plan.timeout = std::chrono::seconds{5};
        return plan;
    }

private:
    ScriptedHttpServer app_;
    PrivateNginx nginx_;
};

#define AWB_FRONT(front)                                                                                     \
    if (!awb::test::PrivateNginx::missing().isEmpty())                                                       \
        QSKIP(qPrintable(awb::test::PrivateNginx::missing()));                                               \
    QVERIFY2((front).start(), qPrintable((front).error()))

} // namespace awb::test
