#include "core/probe/load/load_engine.h"

#include "core/probe/load/load_driver.h"
#include "core/probe/load/load_worker.h"
#include "core/probe/load/tls_client.h"

namespace awb
{

Result<LoadResult> NativeLoadEngine::run(const LoadPlan& plan, const Observer& observer, std::stop_token stop)
{
    if (const Status usable = checkPlan(plan); !usable)
        return usable.error();
    if (plan.proxy && plan.proxy->scheme != QLatin1String("http"))
        return Error{
            ErrorCode::Unsupported,
            QStringLiteral("This load engine goes through HTTP proxies only, not through %1: curl does.")
                .arg(plan.proxy->scheme),
            {},
            QStringLiteral("load: {engine: curl}")};
    LoadRun run(plan);
    const int connections = shareOut(run);
    std::optional<TlsClient> tls;
    if (plan.tls) {
        constexpr int many = 200;
        auto client = TlsClient::create(*plan.tls, connections > many);
        if (!client)
            return client.error();
        run.tls = &tls.emplace(std::move(*client));
    }
    if (const Status found = findAddresses(run, stop); !found)
        return found.error();
    LoadThreads threads;
    for (int i = 0; i < plan.threads; ++i)
        threads.push_back(std::make_unique<LoadWorker>(run, i));
    auto result = driveLoad(run, threads, observer, stop);
    if (result)
        result->connections = connections;
    return result;
}

} // namespace awb
