#include "core/probe/load/latency_plan.h"

#include <QUrlQuery>
#include <QUuid>

#include <algorithm>
#include <cmath>

namespace awb
{

namespace
{

constexpr double usPerMs = 1000;

// Credentials of the target as header lines; a query parameter goes into the URL instead.
QByteArray credentialLines(const ProbeTarget& target, QUrl& url)
{
    const std::optional<AuthTarget>& auth = target.profile.http->auth;
    if (!auth)
        return {};
    const Secret secret = target.secret(QStringLiteral("http"));
    const QByteArray& value = secret.reveal();
    const QByteArray name = auth->name.toUtf8();
    if (auth->kind == QLatin1String("bearer"))
        return "Authorization: Bearer " + value + "\r\n";
    if (auth->kind == QLatin1String("basic"))
        return "Authorization: Basic " + (auth->user.toUtf8() + ':' + value).toBase64() + "\r\n";
    if (auth->kind == QLatin1String("header"))
        return name + ": " + value + "\r\n";
    if (auth->kind == QLatin1String("cookie"))
        return "Cookie: " + name + '=' + value + "\r\n";
    if (auth->kind == QLatin1String("query")) {
        QUrlQuery query(url);
        query.addQueryItem(auth->name, QString::fromUtf8(QUrl::toPercentEncoding(QString::fromUtf8(value))));
        url.setQuery(query);
    }
    return {};
}

bool hasLineBreak(const QByteArray& text)
{
    return text.contains('\r') || text.contains('\n') || text.contains('\0');
}

quint16 portOf(const QUrl& url)
{
    return static_cast<quint16>(url.port(url.scheme() == QLatin1String("https") ? 443 : 80));
}

QByteArray hostLine(const QUrl& url)
{
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':'))
        host = '[' + host + ']';
    if (url.port() > 0)
        host += ':' + QByteArray::number(url.port());
    return host;
}

LoadProxy proxyOf(const HttpTarget& http)
{
    constexpr int socksPort = 1080; // without a port, as libcurl takes it
    const QUrl url(http.proxy);
    LoadProxy proxy;
    proxy.scheme = url.scheme();
    proxy.host = url.host();
    proxy.port = proxy.scheme.startsWith(QLatin1String("socks")) ? static_cast<quint16>(url.port(socksPort))
                                                                 : portOf(url);
    if (!url.userName().isEmpty())
        proxy.authorization =
            "Basic " + (url.userName() + QLatin1Char(':') + url.password()).toUtf8().toBase64();
    return proxy;
}

QUrl endpointUrl(const QUrl& base, const QString& filled)
{
    QUrl url(base);
    const qsizetype question = filled.indexOf(QLatin1Char('?'));
    QString before = url.path(QUrl::FullyEncoded);
    while (before.endsWith(QLatin1Char('/')))
        before.chop(1);
    url.setPath(before + filled.left(question), QUrl::TolerantMode);
    url.setQuery(question < 0 ? QString() : filled.mid(question + 1));
    return url;
}

} // namespace

qint64 latencyThreshold(const TargetProfile& profile, const QString& check)
{
    const double ms = check == QLatin1String("1.1") ? 200 : check == QLatin1String("1.2") ? 500 : 1000;
    for (const Threshold& threshold : profile.thresholds.value(check)) {
        if ((threshold.id.isEmpty() || threshold.id == QLatin1String("p99")) && threshold.value > 0)
            return static_cast<qint64>(threshold.value * usPerMs);
    }
    return static_cast<qint64>(ms * usPerMs);
}

QVector<qint64> latencyEdges(const TargetProfile& profile)
{
    QVector<qint64> edges{500,    1000,   2000,   5000,    10000,   20000,   50000,
                          100000, 200000, 500000, 1000000, 2000000, 5000000, 10000000};
    for (const char* check : {"1.1", "1.2", "1.3"})
        edges.append(latencyThreshold(profile, QLatin1String(check)));
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    return edges;
}

Result<LoadRequest> loadRequest(const ProbeTarget& target, const Endpoint& endpoint, const QByteArray& runId)
{
    QUrl url = endpointUrl(target.profile.http->baseUrl,
                           endpoint.filled.isEmpty() ? endpoint.path : endpoint.filled);
    const QByteArray credential = credentialLines(target, url);
    LoadRequest request;
    request.name = endpoint.title();
    const QByteArray method = endpoint.method.toLatin1();
    request.isHead = method == "HEAD";
    request.isSafe = !endpoint.isWrite();
    request.hasCredential = target.profile.http->auth && !target.secret(QStringLiteral("http")).isEmpty();
    QByteArray place = url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
    if (place.isEmpty() || place.front() != '/')
        place.prepend('/');
    QByteArray forProxy;
    if (!target.profile.http->proxy.isEmpty() && url.scheme() == QLatin1String("http")) {
        place = "http://" + hostLine(url) + place; // the proxy must see where it goes
        if (const QByteArray line = proxyOf(*target.profile.http).authorization; !line.isEmpty())
            forProxy = "Proxy-Authorization: " + line + "\r\n";
    }
    if (hasLineBreak(method) || hasLineBreak(credential.chopped(std::min<qsizetype>(2, credential.size()))))
        return Error{ErrorCode::Usage,
                     QStringLiteral("A line break in a method or credential cannot be sent."),
                     {},
                     {}};
    request.bytes = method + ' ' + place + " HTTP/1.1\r\nHost: " + hostLine(url) +
                    "\r\nUser-Agent: auditbench\r\nAccept: */*\r\nX-Audit-Run: " + runId + "\r\n" + forProxy +
                    credential;
    if (endpoint.isWrite()) {
        request.bytes += "Idempotency-Key: ";
        request.uuidAt = request.bytes.size();
        request.bytes += QUuid().toString(QUuid::WithoutBraces).toLatin1() + "\r\n";
        const QByteArray type =
            endpoint.bodyType.isEmpty() ? QByteArray("application/json") : endpoint.bodyType.toLatin1();
        if (!endpoint.body.isEmpty())
            request.bytes += "Content-Type: " + type + "\r\n";
        request.bytes += "Content-Length: " + QByteArray::number(endpoint.body.size()) + "\r\n";
    }
    request.bytes += "\r\n" + endpoint.body;
    return request;
}

double normalRate(const TargetProfile& profile, const Endpoint& endpoint, double allWeights, double otherwise)
{
    if (endpoint.rate > 0)
        return endpoint.rate;
    if (profile.loadRate > 0 && allWeights > 0 && endpoint.weight > 0)
        return profile.loadRate * endpoint.weight / allWeights;
    return otherwise;
}

Result<LoadPlan> sharedPlan(const ProbeTarget& target, const LatencyOptions& options)
{
    const HttpTarget& http = *target.profile.http;
    LoadPlan plan;
    plan.host = http.baseUrl.host();
    plan.port = portOf(http.baseUrl);
    plan.seed = target.seed != 0 ? target.seed : 1;
    plan.warmUp = options.warmUp;
    plan.ramp = options.ramp;
    plan.timeout = options.timeout;
    plan.duration = target.profile.loadDurationMs > 0
                        ? std::chrono::milliseconds(target.profile.loadDurationMs)
                        : options.duration;
    plan.warmUp = std::min(plan.warmUp, plan.duration); // a short look is a short look in all
    plan.edgesUs = latencyEdges(target.profile);
    if (const QString& engine = target.profile.loadEngine;
        engine.isEmpty() || engine == QLatin1String("native") || engine == QLatin1String("curl"))
        plan.mostBytes = options.mostBytes; // the user's own tools know no such bound
    if (http.baseUrl.scheme() == QLatin1String("https")) {
        plan.tls = LoadTls{plan.host, http.caFile, http.pin, {}, {}};
        if (http.auth && http.auth->kind == QLatin1String("client-cert")) {
            plan.tls->certificateFile = http.auth->certificate;
            plan.tls->keyFile = http.auth->key;
        }
    }
    if (!http.proxy.isEmpty())
        plan.proxy = proxyOf(http);
    return plan;
}

bool isLongEnough(const LoadPlan& shared, const LatencyOptions& options)
{
    return shared.duration >= options.duration;
}

LoadPlan planAlone(const LoadPlan& shared, const MeasuredEndpoint& endpoint, const LatencyOptions& options)
{
    LoadPlan plan = shared;
    plan.rate = endpoint.rate;
    plan.requests = {endpoint.request};
    if (isLongEnough(shared, options)) {
        // arrivals are random: three standard deviations more, so that as many come as are needed
        const auto fewest = static_cast<double>(options.fewestSamples);
        const double due = fewest + 3 * std::sqrt(fewest);
        const auto needed = std::chrono::milliseconds(static_cast<qint64>(1000 * due / endpoint.rate) + 1000);
        plan.duration = std::max(plan.duration, std::min(needed, options.longest));
    }
    if (!endpoint.endpoint.isWrite())
        return plan;
    // each one leaves something behind: warm up with a few only
    const auto few = std::chrono::milliseconds(static_cast<qint64>(20'000 / endpoint.rate));
    plan.warmUp = std::min(plan.warmUp, few);
    plan.requests[0].most = options.mostWrites;
    return plan;
}

LoadPlan planMix(const LoadPlan& shared, const QVector<MeasuredEndpoint>& endpoints)
{
    LoadPlan plan = shared;
    plan.rate = 0;
    for (const MeasuredEndpoint& endpoint : endpoints) {
        plan.requests.append(endpoint.request);
        plan.requests.last().weight = endpoint.rate;
        plan.rate += endpoint.rate;
    }
    return plan;
}

} // namespace awb
