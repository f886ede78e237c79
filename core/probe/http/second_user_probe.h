#pragma once

#include "core/probe/http/http_probe.h"

namespace awb
{

// The defaults are the shipped numbers (policy of 6.2).
struct SecondUserOptions
{
    qsizetype objects = 20; // in all
    qsizetype perList = 3;
};

// 6.2, with the capability `second-user`: objects out of the first credential's lists, each asked for with
// the second one. Reads only. Evidence for a person: never a mark by itself.
//
// details: objects [{endpoint, object, first, second (statuses), state: same (the second one gets what the
// first one gets) different refused (401, 403, 404, 410) shared (the second one's own list has it) public
// (nobody's credential is needed) unserved (any path answers so) unknown}], second_works (it was answered 2xx
// anywhere), hint. Measured: objects, same, refused.
class SecondUserProbe final : public HttpProbe
{
public:
    explicit SecondUserProbe(std::shared_ptr<HttpPace> pace, SecondUserOptions options = {})
        : HttpProbe("http.second_user", std::move(pace)),
          options_(options)
    {
    }

protected:
    Status measure(const ProbeTarget&, HttpClient&, ProbeContext&, Facts&) override;

private:
    const SecondUserOptions options_;
};

ProbeDescriptor secondUserProbe(const std::shared_ptr<HttpPace>& pace);

} // namespace awb
