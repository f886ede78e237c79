// An API description from a stranger, as JSON or YAML, and the inventory made of it.

#include "core/probe/http/endpoint_inventory.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace awb;
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    ApiTextLimits limits;
    limits.nodes = 20'000;
    const QUrl base(QStringLiteral("http://127.0.0.1:1/api"));
    const Result<ApiDescription> api = readOpenApi(bytes, base, limits);
    if (!api) {
        if (api.error().message.isEmpty())
            std::abort();
        return 0;
    }
    HttpTarget target;
    target.baseUrl = base;
    for (const Endpoint& endpoint : buildInventory(target, *api).endpoints) {
        if (endpoint.method.isEmpty() || !endpoint.filled.startsWith(QLatin1Char('/')))
            std::abort();
    }
    return 0;
}
