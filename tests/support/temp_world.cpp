#include "tests/support/temp_world.h"

#include <QDir>
#include <QFile>

namespace awb::test
{

TempWorld::TempWorld()
{
    const std::pair<const char*, const char*> folders[] = {{"HOME", "home"},
                                                           {"XDG_DATA_HOME", "share"},
                                                           {"XDG_CONFIG_HOME", "config"},
                                                           {"XDG_CACHE_HOME", "cache"},
                                                           {"XDG_STATE_HOME", "state"},
                                                           {"XDG_RUNTIME_DIR", "run"}};
    for (const auto& [variable, folder] : folders) {
        const QString path = dir_.filePath(QString::fromLatin1(folder));
        QDir().mkpath(path);
        QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
        set(variable, QFile::encodeName(path));
    }
    set("DBUS_SESSION_BUS_ADDRESS", QByteArrayLiteral("disabled:"));
    set("AUDITBENCH_STORE", {});
}

TempWorld::~TempWorld()
{
    for (const Saved& saved : saved_) {
        if (saved.wasSet)
            qputenv(saved.name.constData(), saved.value);
        else
            qunsetenv(saved.name.constData());
    }
}

void TempWorld::set(const char* name, const QByteArray& value)
{
    saved_.append({QByteArray(name), qEnvironmentVariableIsSet(name), qgetenv(name)});
    if (value.isEmpty())
        qunsetenv(name);
    else
        qputenv(name, value);
}

} // namespace awb::test
