#include "core/target/target_profile.h"

#include "core/target/profile_fields.h"

namespace awb
{

namespace
{

QString hostAndPort(const QUrl& url, int defaultPort)
{
    QString host = url.host().isEmpty() ? QStringLiteral("localhost") : url.host();
    if (host.contains(QLatin1Char(':')))
        host = QLatin1Char('[') + host + QLatin1Char(']');
    return host + QLatin1Char(':') + QString::number(url.port(defaultPort));
}

QString withPath(const QUrl& url, int defaultPort)
{
    QString path = url.path();
    while (path.startsWith(QLatin1Char('/')))
        path.remove(0, 1);
    const QString host = hostAndPort(url, defaultPort);
    return path.isEmpty() ? host : host + QLatin1Char('/') + path;
}

Status unknownCheck(const QString& part, const QString& id, const QStringList& knownChecks)
{
    const QString nearest = nearestWord(id, knownChecks);
    return Error{
        ErrorCode::Parse,
        QStringLiteral("%1: the checklist has no check '%2'%3.")
            .arg(part, id.left(60),
                 nearest.isEmpty() ? QString() : QStringLiteral("; did you mean '%1'?").arg(nearest)),
        {},
        {}};
}

} // namespace

QString SecretRef::text() const
{
    switch (kind) {
    case Kind::None:
        break;
    case Kind::Env:
        return QStringLiteral("env:") + name;
    case Kind::File:
        return QStringLiteral("file:") + name;
    case Kind::Keychain:
        return QStringLiteral("keychain:") + name;
    case Kind::Ask:
        return QStringLiteral("ask");
    }
    return {};
}

QString PostgresTarget::label() const
{
    return withPath(url, 5432);
}

QString RedisTarget::label() const
{
    return withPath(url, 6379);
}

QString TargetProfile::displayTarget() const
{
    QStringList parts;
    if (http && !http->baseUrl.isEmpty())
        parts.append(http->baseUrl.host());
    for (const PostgresTarget& target : postgres)
        parts.append(target.label());
    if (redis)
        parts.append(redis->label());
    if (parts.isEmpty())
        parts = hosts();
    parts.removeDuplicates();
    return parts.join(QStringLiteral(" · "));
}

QStringList loadEngineWords()
{
    return {QStringLiteral("native"), QStringLiteral("curl"), QStringLiteral("wrk"), QStringLiteral("k6")};
}

Status validateProfile(const TargetProfile& profile, const QStringList& knownChecks)
{
    for (auto it = profile.thresholds.cbegin(); it != profile.thresholds.cend(); ++it) {
        if (!knownChecks.contains(it.key()))
            return unknownCheck(QStringLiteral("thresholds"), it.key(), knownChecks);
    }
    for (auto it = profile.notApplicable.cbegin(); it != profile.notApplicable.cend(); ++it) {
        if (!knownChecks.contains(it.key()))
            return unknownCheck(QStringLiteral("not_applicable"), it.key(), knownChecks);
        if (it.value().trimmed().isEmpty())
            return Error{
                ErrorCode::Parse, QStringLiteral("not_applicable: %1 needs a reason.").arg(it.key()), {}, {}};
    }
    return Done();
}

} // namespace awb
