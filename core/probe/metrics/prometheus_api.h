#pragma once

#include "core/probe/http/http_client.h"
#include "core/probe/metrics/promql.h"

#include <QJsonValue>

namespace awb
{

// A Prometheus (or Mimir, Thanos) API; every answer is {"status": "success", "data": …}. Errors: those of
// HttpClient; Auth when it asks for a credential, Protocol when it does not answer as such an API does.
class PrometheusApi
{
public:
    PrometheusApi(const QUrl& url, ProbeContext& context);

    // `data` of the answer. `countedAs` is the template of what was sent.
    Result<QJsonValue> get(const QString& path, const QString& countedAs);
    // How many series match now.
    Result<double> countSeries(const QVector<PromMatcher>& matchers);

private:
    HttpClient client_;
};

// 'job="shop", env=~"prod.*"', with or without braces, as matchers. Errors: Usage with the reason.
Result<QVector<PromMatcher>> parseSelector(const QString& text);

} // namespace awb
