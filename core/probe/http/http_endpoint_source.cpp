#include "core/probe/http/http_endpoint_source.h"

#include "core/probe/http/endpoint_inventory.h"

#include <QCoreApplication>

#include <algorithm>

namespace awb
{

namespace
{

class ReadDescription final : public ServiceDescription
{
public:
    explicit ReadDescription(FoundDescription what) : found(std::move(what)) {}

    const FoundDescription found;
};

KnownEndpoint known(const Endpoint& endpoint, const HttpTarget& target, bool leftOut)
{
    KnownEndpoint out;
    out.method = endpoint.method;
    out.path = endpoint.path;
    out.isPublic = endpoint.isPublic;
    out.isWrite = endpoint.isJudgedAsWrite();
    out.mayChange = endpoint.isWrite();
    out.takenIn = !leftOut && (endpoint.fromProfile || !endpoint.isWrite());
    out.described = endpoint.isDescribed;
    out.needsBody = endpoint.changesByMethod() && endpoint.method != QLatin1String("DELETE") &&
                    endpoint.method != QLatin1String("OPTIONS") && endpoint.body.isEmpty();
    out.isLogin = isLoginPath(endpoint.path);
    out.weight = endpoint.weight;
    out.rate = endpoint.rate;
    out.entry = endpoint.entry;
    if (endpoint.entry >= 0)
        out.said = target.endpoints.at(endpoint.entry);
    out.problem = endpoint.problem;
    return out;
}

} // namespace

Result<std::shared_ptr<const ServiceDescription>> HttpEndpointSource::read(const ProbeTarget& target,
                                                                           ProbeContext& context) const
{
    if (!target.profile.http || target.profile.http->baseUrl.isEmpty())
        return Error{
            ErrorCode::Usage, QStringLiteral("The profile names no base URL of the service."), {}, {}};
    HttpClient client(httpSettings(target), context);
    Result<FoundDescription> found = findDescription(*target.profile.http, client);
    if (!found)
        return found.error();
    return std::shared_ptr<const ServiceDescription>(
        std::make_shared<const ReadDescription>(*std::move(found)));
}

KnownEndpoints HttpEndpointSource::list(const HttpTarget& target, const ServiceDescription* description) const
{
    const auto* read = dynamic_cast<const ReadDescription*>(description);
    const EndpointInventory inventory = inventoryOf(target, read ? read->found : FoundDescription{});
    KnownEndpoints out;
    out.described = inventory.described;
    out.source = inventory.source;
    out.problems = inventory.problems;
    out.reason = inventory.reason;
    for (const Endpoint& endpoint : inventory.endpoints)
        out.endpoints.append(known(endpoint, target, false));
    for (const Endpoint& endpoint : inventory.leftOut)
        out.endpoints.append(known(endpoint, target, true));
    std::stable_sort(out.endpoints.begin(), out.endpoints.end(),
                     [](const KnownEndpoint& a, const KnownEndpoint& b) {
                         return a.path != b.path ? a.path < b.path : a.method < b.method;
                     });
    return out;
}

QStringList HttpEndpointSource::places(const HttpTarget& target) const
{
    return describedAt(target);
}

} // namespace awb
