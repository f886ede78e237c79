#pragma once

#include "core/probe/external_process.h"
#include "core/probe/load/engine_choice.h"
#include "tests/core/load_world.h"
#include "tests/core/machine_lag.h"

#include <QDir>
#include <QElapsedTimer>

#include <sys/wait.h>

#include <cerrno>

namespace awb::test
{

// No process that we started is left, not even as a zombie.
inline bool hasNoChildren()
{
    return ::waitpid(-1, nullptr, WNOHANG) == -1 && errno == ECHILD;
}

// An environment variable with another value for a while.
class SetVariable
{
public:
    SetVariable(const char* name, const QByteArray& value)
        : name_(name),
          before_(qgetenv(name)),
          was_(qEnvironmentVariableIsSet(name))
    {
        qputenv(name, value);
    }
    ~SetVariable()
    {
        if (was_)
            qputenv(name_, before_);
        else
            qunsetenv(name_);
    }
    SetVariable(const SetVariable&) = delete;
    SetVariable& operator=(const SetVariable&) = delete;

private:
    const char* name_;
    QByteArray before_;
    bool was_;
};

// A program of the user's that this script plays, first on the PATH.
class PlayedTool
{
public:
    PlayedTool(const QString& name, const QByteArray& script)
        : path_("PATH", folder_.path().toLocal8Bit() + ':' + qgetenv("PATH"))
    {
        if (const auto file = folder_.write(name, script))
            QFile::setPermissions(*file, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    QString filePath(const QString& name) const { return folder_.filePath(name); }

private:
    PrivateFolder folder_;
    SetVariable path_;
};

// One GET at 50/s for two seconds, for tools that know whole seconds only.
inline LoadPlan foreignPlan(quint16 port, const QByteArray& path = "/")
{
    LoadPlan plan = planFor(port, path);
    plan.rate = 50;
    plan.duration = std::chrono::seconds(2);
    plan.timeout = std::chrono::seconds(1);
    return plan;
}

// With the real wrk.
inline Result<LoadResult> sendWithWrk(const LoadPlan& plan, const LoadEngine::Observer& observer = {},
                                      std::stop_token stop = {})
{
    auto engine = chooseLoadEngine(QStringLiteral("wrk"), {});
    if (!engine)
        return engine.error();
    return (*engine)->run(plan, observer, stop);
}

#define AWB_WRK(variable, ...)                                                                               \
    const auto variable = awb::test::sendWithWrk(__VA_ARGS__);                                               \
    QVERIFY2(variable.has_value(), variable ? "" : qPrintable((variable).error().message))

} // namespace awb::test
