#include "core/target/secret_store.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace awb
{

namespace
{

constexpr qint64 maxSecretFile = 64 * 1024;

Result<Secret> fromEnvironment(const QString& name, const QString& what)
{
    const QByteArray variable = name.toLocal8Bit();
    if (!qEnvironmentVariableIsSet(variable.constData()))
        return Error{ErrorCode::NotFound,
                     QStringLiteral("%1: the environment variable %2 is not set.").arg(what, name),
                     {},
                     {}};
    Secret secret(qgetenv(variable.constData()));
    if (secret.isEmpty())
        return Error{ErrorCode::NotFound,
                     QStringLiteral("%1: the environment variable %2 is empty.").arg(what, name),
                     {},
                     {}};
    return secret;
}

Result<Secret> fromFile(const QString& name, const QString& profilePath, const QString& what)
{
    const QDir base = profilePath.isEmpty() ? QDir::current() : QFileInfo(profilePath).absoluteDir();
    const QString path = QDir::cleanPath(base.absoluteFilePath(name));
    const QFileInfo info(path);
    if (!info.exists())
        return Error{ErrorCode::NotFound, QStringLiteral("%1: there is no file %2.").arg(what, path), {}, {}};
    if (!info.isFile())
        return Error{ErrorCode::Io, QStringLiteral("%1: %2 is not a regular file.").arg(what, path), {}, {}};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Error{ErrorCode::Io,
                     QStringLiteral("%1: %2 cannot be read (%3).").arg(what, path, file.errorString()),
                     {},
                     {}};
    QByteArray bytes = file.read(maxSecretFile + 1);
    if (bytes.size() > maxSecretFile)
        return Error{ErrorCode::Limit,
                     QStringLiteral("%1: %2 is larger than 64 KiB, which no secret is.").arg(what, path),
                     {},
                     {}};
    if (bytes.endsWith('\n'))
        bytes.chop(1);
    if (bytes.endsWith('\r'))
        bytes.chop(1);
    if (bytes.isEmpty())
        return Error{ErrorCode::NotFound, QStringLiteral("%1: %2 is empty.").arg(what, path), {}, {}};
    return Secret(std::move(bytes));
}

Result<Secret> fromStore(SecretStore& store, const QString& name, const QString& what)
{
    Result<Secret> found = store.read(name);
    if (found || found.error().code != ErrorCode::NotFound)
        return found;
    Error error = found.error();
    error.message = QStringLiteral("%1: the %2 has no entry '%3'.").arg(what, store.describe(), name);
    return error;
}

Result<Secret> fromPerson(const AskSecret& ask, const QString& what)
{
    if (!ask)
        return Error{ErrorCode::Refused,
                     QStringLiteral("%1: the profile says ask, and nobody can be asked here; use env:NAME or "
                                    "file:PATH.")
                         .arg(what),
                     {},
                     {}};
    std::optional<Secret> answer = ask(what);
    if (!answer)
        return Error{ErrorCode::Cancelled, QStringLiteral("%1: no secret was given.").arg(what), {}, {}};
    return std::move(*answer);
}

} // namespace

Result<Secret> resolveSecret(const SecretRef& ref, SecretStore& store, const QString& profilePath,
                             const QString& what, const AskSecret& ask)
{
    switch (ref.kind) {
    case SecretRef::Kind::None:
        break;
    case SecretRef::Kind::Env:
        return fromEnvironment(ref.name, what);
    case SecretRef::Kind::File:
        return fromFile(ref.name, profilePath, what);
    case SecretRef::Kind::Keychain:
        return fromStore(store, ref.name, what);
    case SecretRef::Kind::Ask:
        return fromPerson(ask, what);
    }
    return Secret();
}

} // namespace awb
