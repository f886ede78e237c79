#include "core/target/target_profile.h"

#include <QRegularExpression>

namespace awb
{

namespace
{

QString bareHost(const QString& text)
{
    QString host = text.trimmed().toLower();
    if (host.startsWith(QLatin1Char('[')) && host.endsWith(QLatin1Char(']')))
        host = host.mid(1, host.size() - 2);
    return host;
}

void add(QStringList& hosts, const QUrl& url)
{
    if (url.isEmpty() || url.isRelative())
        return;
    // postgresql:///db?host=/run/postgresql: a socket of this machine
    const QString host = url.host().isEmpty() ? QStringLiteral("localhost") : bareHost(url.host());
    if (!hosts.contains(host))
        hosts.append(host);
}

void addHttp(QStringList& hosts, const HttpTarget& http)
{
    add(hosts, http.baseUrl);
    // A proxy is the machine that traffic reaches first, and "localhost" means the proxy itself there.
    if (!http.proxy.isEmpty())
        add(hosts, QUrl(http.proxy));
}

void addDataServers(QStringList& hosts, const TargetProfile& profile)
{
    for (const PostgresTarget& target : profile.postgres)
        add(hosts, target.url);
    if (profile.pgbouncer)
        add(hosts, profile.pgbouncer->url);
    if (profile.redis)
        add(hosts, profile.redis->url);
}

Capabilities httpCapabilities()
{
    return Capabilities(Capability::Load) | Capability::Burst | Capability::Body | Capability::Write |
           Capability::SecondUser;
}

Error refusal(const QString& message)
{
    return {ErrorCode::Refused, message, {}, {}};
}

} // namespace

bool isLoopbackHost(const QString& host)
{
    if (host == QLatin1String("localhost") || host == QLatin1String("::1"))
        return true;
    static const QRegularExpression dotted(
        QStringLiteral("\\A127\\.([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})\\z"));
    const QRegularExpressionMatch match = dotted.match(host);
    if (!match.hasMatch())
        return false;
    for (int i = 1; i <= 3; ++i) {
        if (match.captured(i).toInt() > 255)
            return false;
    }
    return true;
}

QStringList TargetProfile::hosts() const
{
    QStringList hosts;
    if (http) {
        addHttp(hosts, *http);
        if (http->openapi.contains(QLatin1String("://")))
            add(hosts, QUrl(http->openapi));
        add(hosts, http->metricsUrl);
        for (const QUrl& instance : http->instances)
            add(hosts, instance);
    }
    addDataServers(hosts, *this);
    add(hosts, prometheusUrl);
    add(hosts, tracesUrl);
    return hosts;
}

bool TargetProfile::onlyLoopback() const
{
    const QStringList all = hosts();
    return std::all_of(all.begin(), all.end(), isLoopbackHost);
}

QStringList hostsReachedBy(const TargetProfile& profile, Capabilities capabilities)
{
    QStringList hosts;
    if (profile.http && (capabilities & httpCapabilities()))
        addHttp(hosts, *profile.http);
    if (capabilities.testFlag(Capability::Scan))
        addDataServers(hosts, profile);
    return hosts;
}

Status checkConsent(const TargetProfile& profile, const Consent& consent)
{
    QStringList named;
    for (const QString& part : consent.host.split(QLatin1Char(','), Qt::SkipEmptyParts))
        named.append(bareHost(part));
    const QStringList known = profile.hosts();
    for (const QString& host : std::as_const(named)) {
        if (!known.contains(host))
            return refusal(QStringLiteral("--target %1: the profile names no such host; it names %2.")
                               .arg(host.left(100), known.isEmpty() ? QStringLiteral("none")
                                                                    : known.join(QStringLiteral(", "))));
    }
    if (!consent.allowed)
        return Done();
    const QString allowed = capabilityIds(consent.allowed).join(QLatin1Char(','));
    if (profile.isProduction() && !consent.production)
        return refusal(
            QStringLiteral("The profile says environment: production: --allow %1 also needs --production.")
                .arg(allowed));
    if (profile.http && (consent.allowed & httpCapabilities()) && profile.http->baseUrl.isEmpty())
        return refusal(
            QStringLiteral("--allow %1 needs http.base_url in the profile: consent is given for a host "
                           "that is named.")
                .arg(allowed));
    // A capability that reaches nothing in this profile is no way around naming its hosts.
    const QStringList reached = hostsReachedBy(profile, consent.allowed);
    for (const QString& host : reached.isEmpty() ? known : reached) {
        if (!isLoopbackHost(host) && !named.contains(host))
            return refusal(QStringLiteral("%1 is not this machine: --allow %2 there also needs --target %1.")
                               .arg(host, allowed));
    }
    return Done();
}

} // namespace awb
