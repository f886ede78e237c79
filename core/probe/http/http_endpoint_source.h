#pragma once

#include "core/probe/endpoint_source.h"

namespace awb
{

// The endpoint inventory (endpoint_inventory.h) for whoever shows it: no ids are harvested, nothing is tried.
class HttpEndpointSource final : public EndpointSource
{
public:
    Result<std::shared_ptr<const ServiceDescription>> read(const ProbeTarget& target,
                                                           ProbeContext& context) const override;
    KnownEndpoints list(const HttpTarget& target, const ServiceDescription* description) const override;
    QStringList places(const HttpTarget& target) const override;
};

} // namespace awb
