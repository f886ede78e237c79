#pragma once

#include "core/probe/http/http_client.h"

#include <QJsonObject>

namespace awb
{

// Where the same host would answer plain HTTP: the profile's plain_port; 80 when base_url is https on its
// usual port; 0: not to be asked. Behind https on another port, port 80 may be somebody else's.
int plainPort(const HttpTarget& target);

// Asks for `path` over plain HTTP, without a credential, and follows at most five redirects, on that very
// host and port only. {url, status, location, state}: redirects (to https), served (an answer, or it asks for
// a credential there), refused (4xx), silent (nobody answers), elsewhere (a redirect to plain HTTP at another
// host or port), unclear (5xx, 429, a circle). Errors: Cancelled.
Result<QJsonObject> askPlainHttp(HttpClient& client, int port, const QString& path);

} // namespace awb
