// The endpoints of the service for whoever shows and edits them, without the room that reads them.
#pragma once

#include "core/probe/probe.h"

#include <memory>

namespace awb
{

// One endpoint as a person sees it: what the description and the method say, and what the profile says
// instead.
struct KnownEndpoint
{
    QString method;
    QString path; // "/users/{id}"
    bool isPublic = false;
    bool isWrite = false;   // what it counts as
    bool mayChange = false; // what it may do, by its method: asked only where it is taken in by name
    bool takenIn = false;   // probes may ask it; a write also needs `write` to be allowed
    bool described = false;
    bool needsBody = false; // none is known, and without one it is not sent
    bool isLogin = false;   // never under load: many failed logins lock accounts
    double weight = 1;
    double rate = 0;      // 0: not said
    qsizetype entry = -1; // its item in http.endpoints; -1: none
    EndpointTarget said;  // that item
    QString problem;      // of the description
};

struct KnownEndpoints
{
    QVector<KnownEndpoint> endpoints; // by path, then method
    bool described = false;
    QUrl source; // of the description
    QStringList problems;
    Message reason; // why there is no description; empty otherwise
};

// What was read of a service: kept by whoever read it, the same for every profile of the service.
class ServiceDescription
{
public:
    virtual ~ServiceDescription() = default;
};

// Thread-safe.
class EndpointSource
{
public:
    virtual ~EndpointSource() = default;
    // Sends at most five GETs (the description, or the usual places of one). Errors: Unreachable, Cancelled,
    // Usage (no service is named). No description, or none that can be read, is no Error.
    virtual Result<std::shared_ptr<const ServiceDescription>> read(const ProbeTarget& target,
                                                                   ProbeContext& context) const = 0;
    // Sends nothing. Without a description: what the profile lists.
    virtual KnownEndpoints list(const HttpTarget& target, const ServiceDescription* description) const = 0;
    // What read() would ask, for a person to see before.
    virtual QStringList places(const HttpTarget& target) const = 0;
};

} // namespace awb
