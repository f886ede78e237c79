// A real service on loopback whose answers take their time, and the real probe with a short plan: for tests
// and pictures of load.
#pragma once

#include "core/probe/probe_table.h"
#include "tests/support/scripted_http_server.h"

#include <chrono>

namespace awb::test
{

class LoadTarget
{
public:
    LoadTarget();

    // An audit's profile with `endpoints` reads of this service, each 60 times a second.
    QString profileText(int endpoints = 1) const;
    // http.latency; warmUp and duration of each endpoint.
    static ProbeTable probes(std::chrono::milliseconds warmUp, std::chrono::milliseconds duration);

    ScriptedHttpServer server;
};

} // namespace awb::test
