#include "core/probe/postgres/pg_environment.h"

#include <QFileInfo>
#include <QString>

#include <cstdlib>
#include <libpq-fe.h>
#include <memory>
#include <mutex>
#include <pwd.h>
#include <unistd.h>

namespace awb
{

namespace
{

// No keyword answers these. glibc's unsetenv() only moves pointers and frees nothing, so a thread that reads
// the environment at this moment sees a whole one; once gone they stay gone.
void forgetVariables()
{
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    for (const char* name : {"PGSERVICE", "PGSERVICEFILE", "PGDATESTYLE", "PGTZ", "PGGEQO"}) {
        if (std::getenv(name) != nullptr)
            ::unsetenv(name);
    }
}

} // namespace

QVector<std::pair<QByteArray, QByteArray>> neutralKeywords(const QSet<QByteArray>& given)
{
    forgetVariables();
    QVector<std::pair<QByteArray, QByteArray>> out;
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(PQconndefaults(),
                                                                               &PQconninfoFree);
    for (const PQconninfoOption* o = options.get(); o != nullptr && o->keyword != nullptr; ++o) {
        const QByteArray keyword(o->keyword);
        const bool isSet = o->envvar != nullptr && std::getenv(o->envvar) != nullptr;
        if (isSet && !given.contains(keyword))
            out.append({keyword, QByteArray(o->compiled)});
    }
    return out;
}

QByteArray systemAuthorities()
{
    for (const char* file : {"/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt",
                             "/etc/ssl/ca-bundle.pem", "/etc/ssl/cert.pem"}) {
        if (QFileInfo(QString::fromLatin1(file)).isReadable())
            return file;
    }
    return {};
}

QByteArray ownUserName()
{
    char buffer[4096];
    passwd entry{};
    passwd* found = nullptr;
    if (::getpwuid_r(::geteuid(), &entry, buffer, sizeof buffer, &found) != 0 || found == nullptr)
        return {};
    return found->pw_name;
}

} // namespace awb
