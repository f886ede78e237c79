#pragma once

#include "core/probe/load/load_engine.h"
#include "tests/support/scripted_http_server.h"

#include <QTest>

namespace awb::test
{

inline LoadRequest requestOf(const QByteArray& method, const QByteArray& path)
{
    LoadRequest request;
    request.name = QString::fromLatin1(method + ' ' + path);
    request.bytes = method + ' ' + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
    request.isHead = method == "HEAD";
    request.isSafe = method == "GET" || method == "HEAD";
    return request;
}

// One GET at 200/s for a second, measured from the start.
inline LoadPlan planFor(quint16 port, const QByteArray& path = "/")
{
    LoadPlan plan;
    plan.host = QStringLiteral("127.0.0.1");
    plan.port = port;
    plan.requests = {requestOf("GET", path)};
    plan.rate = 200;
    plan.warmUp = plan.ramp = std::chrono::milliseconds{0};
    plan.duration = std::chrono::milliseconds{1000};
    plan.timeout = std::chrono::milliseconds{500};
    plan.edgesUs = {1000, 20000, 100000};
    plan.unsafeShare = 0; // on in its own tests
    return plan;
}

inline Result<LoadResult> runPlan(const LoadPlan& plan, const LoadEngine::Observer& observer = {},
                                  std::stop_token stop = {})
{
    return NativeLoadEngine().run(plan, observer, stop);
}

// The result, or the test fails with the error's sentence.
#define AWB_RUN(variable, ...)                                                                               \
    const auto variable = awb::test::runPlan(__VA_ARGS__);                                                   \
    QVERIFY2(variable.has_value(), variable ? "" : qPrintable((variable).error().message))

} // namespace awb::test
