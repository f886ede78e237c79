// Where a Redis is by the profile, and what its errors mean.
#include "core/probe/redis/redis_client.h"

#include <QDir>
#include <QFileInfo>

namespace awb
{

namespace
{

// Foreign text for a person: one bounded line without control characters.
QString foreignLine(const QByteArray& bytes, const Secret& password)
{
    QString text = QString::fromUtf8(bytes.left(400));
    for (QChar& c : text) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
            c = QLatin1Char(' ');
    }
    return redactSecrets(text.simplified(), {password});
}

struct ErrorPrefix
{
    const char* prefix;
    ErrorCode code;
    const char* sentence; // %1 the server, %2 its words
};

constexpr ErrorPrefix errorPrefixes[] = {
    {"WRONGPASS", ErrorCode::Auth, "%1 refused the login: wrong user or password."},
    {"NOAUTH", ErrorCode::Auth, "%1 asks for a login: give the profile's redis part a secret."},
    {"ERR invalid password", ErrorCode::Auth, "%1 refused the login: wrong password."},
    {"ERR AUTH", ErrorCode::Auth, "%1 takes no such login: %2"},
    {"ERR Client sent AUTH", ErrorCode::Auth, "%1 has no password set, but the profile gives one."},
    {"NOPERM", ErrorCode::Permission, "This login may not do that on %1: %2"},
    {"LOADING", ErrorCode::Unreachable, "%1 is still loading its data; try again later."},
    {"MASTERDOWN", ErrorCode::Unreachable, "%1 is a replica that lost its master."},
    {"CLUSTERDOWN", ErrorCode::Unreachable, "The cluster of %1 is down."},
    {"MOVED", ErrorCode::Unsupported, "%1 belongs to a cluster and sends us elsewhere."},
    {"ASK", ErrorCode::Unsupported, "%1 belongs to a cluster and sends us elsewhere."},
    {"CROSSSLOT", ErrorCode::Unsupported, "%1 belongs to a cluster and refuses keys of several slots."},
    {"DENIED", ErrorCode::Refused, "%1 runs in protected mode and refuses remote connections."},
    {"ERR max number of clients", ErrorCode::Refused, "%1 has reached its number of connections."},
    {"ERR DB index", ErrorCode::NotFound, "%1 has no such database; check the number in the URL."},
    {"ERR invalid DB index", ErrorCode::NotFound, "%1 has no such database; check the number in the URL."},
    {"ERR unknown command", ErrorCode::Unsupported, "%1 does not know the command: %2"},
    {"ERR unknown subcommand", ErrorCode::Unsupported, "%1 does not know the command: %2"},
    {"ERR Unknown subcommand", ErrorCode::Unsupported, "%1 does not know the command: %2"},
    {"BUSY", ErrorCode::Unreachable, "%1 is busy running a script."},
};

} // namespace

QString RedisEndpoint::label() const
{
    const bool v6 = host.contains(QLatin1Char(':'));
    return (v6 ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2")).arg(host).arg(port);
}

Result<RedisEndpoint> redisEndpoint(const TargetProfile& profile)
{
    if (!profile.redis)
        return Error{ErrorCode::NotFound, QStringLiteral("The profile has no redis part."), {}, {}};
    const RedisTarget& target = *profile.redis;
    const QString scheme = target.url.scheme().toLower();
    if (scheme != QLatin1String("redis") && scheme != QLatin1String("rediss"))
        return Error{ErrorCode::Usage,
                     QStringLiteral("The profile's redis url must begin with redis:// or rediss://."),
                     {},
                     {}};
    RedisEndpoint endpoint;
    endpoint.host = target.url.host().isEmpty() ? QStringLiteral("127.0.0.1") : target.url.host();
    endpoint.port = static_cast<quint16>(target.url.port(6379));
    endpoint.tls = scheme == QLatin1String("rediss");
    endpoint.user = target.url.userName(QUrl::FullyDecoded);
    const QString path = target.url.path().mid(1);
    if (!path.isEmpty()) {
        bool ok = false;
        endpoint.database = path.toInt(&ok);
        if (!ok || endpoint.database < 0)
            return Error{ErrorCode::Usage,
                         QStringLiteral("The profile's redis url must end in the number of a database, as "
                                        "in redis://host:6379/0."),
                         {},
                         {}};
    }
    if (!target.caFile.isEmpty()) {
        const QDir base =
            QFileInfo(profile.path.isEmpty() ? QStringLiteral(".") : profile.path).absoluteDir();
        endpoint.caFile = base.absoluteFilePath(target.caFile);
    }
    return endpoint;
}

Error redisError(const QByteArray& text, const QString& label, const Secret& password)
{
    const QString words = foreignLine(text, password);
    for (const ErrorPrefix& known : errorPrefixes) {
        if (text.startsWith(known.prefix)) {
            QString sentence = QString::fromLatin1(known.sentence);
            const qsizetype at = sentence.indexOf(QLatin1String("%2")); // first: the label holds no %2
            if (at >= 0)
                sentence.replace(at, 2, words);
            const qsizetype who = sentence.indexOf(QLatin1String("%1"));
            sentence.replace(who, 2, label);
            return Error{known.code, sentence, words, {}};
        }
    }
    return Error{
        ErrorCode::Protocol, QStringLiteral("%1 answered with an error: %2").arg(label, words), words, {}};
}

} // namespace awb
