#pragma once

#include "core/probe/http/http_probe.h"

namespace awb
{

// The defaults are the shipped numbers (policy of 6.4); tests take shorter.
struct LoginLimitOptions
{
    int attempts = 12;
    std::chrono::milliseconds interval{4500}; // between two; all within window_s
};

// The body of the profile with an account that cannot exist and a wrong password in place of its own; the
// account is always replaced, so no real one is ever locked. Nothing when there is no field for an account or
// none for a password: such a body is never sent.
std::optional<QByteArray> strangersLogin(const QByteArray& body, const QString& account,
                                         const QString& password);

// 6.4, with the capability `write`: failed logins of one account that does not exist, to each login that the
// profile lists with a body, until the first refusal.
//
// details: endpoints [{endpoint, state: limited none accepted absent failed, attempts, refused_at, status,
// limit, window_s (of its headers)}], skipped [{endpoint, why}], general_per_minute (of a public read's
// headers; absent: unknown). Measured: attempts (failed logins a minute before the limit, of the laxest),
// logins.
class LoginLimitProbe final : public HttpProbe
{
public:
    explicit LoginLimitProbe(std::shared_ptr<HttpPace> pace, LoginLimitOptions options = {})
        : HttpProbe("http.login_limit", std::move(pace)),
          options_(options)
    {
    }

protected:
    Status measure(const ProbeTarget&, HttpClient&, ProbeContext&, Facts&) override;

private:
    const LoginLimitOptions options_;
};

ProbeDescriptor loginLimitProbe(const std::shared_ptr<HttpPace>& pace);

} // namespace awb
