#include "tests/cli/cli_process.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QProcess>

#include <csignal>

namespace awb::test
{

namespace
{

QString program()
{
    return qEnvironmentVariable("AWB_BIN_DIR") + QStringLiteral("/auditbench-cli");
}

CliRun collect(QProcess& process, QByteArray errSoFar)
{
    CliRun run;
    run.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
    run.out = process.readAllStandardOutput();
    run.err = std::move(errSoFar) + process.readAllStandardError();
    return run;
}

} // namespace

QJsonObject CliRun::json() const
{
    return QJsonDocument::fromJson(out).object();
}

Cli::Cli(const QString& home) : home_(home), environment_(QProcessEnvironment::systemEnvironment())
{
    environment_.insert(QStringLiteral("HOME"), home);
    environment_.insert(QStringLiteral("XDG_DATA_HOME"), home + QStringLiteral("/data"));
    environment_.insert(QStringLiteral("XDG_CONFIG_HOME"), home + QStringLiteral("/config"));
    environment_.remove(QStringLiteral("AUDITBENCH_STORE"));
    environment_.remove(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"));
}

void Cli::setEnvironment(const QString& name, const QString& value)
{
    environment_.insert(name, value);
}

CliRun Cli::run(const QStringList& arguments, int timeoutMs) const
{
    QProcess process;
    process.setProcessEnvironment(environment_);
    process.setWorkingDirectory(home_);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(program(), arguments);
    if (!process.waitForFinished(timeoutMs)) {
        process.kill();
        process.waitForFinished(5000);
        return {-3, {}, "timed out: " + arguments.join(QLatin1Char(' ')).toUtf8()};
    }
    return collect(process, {});
}

CliRun Cli::interrupt(const QStringList& arguments, const QByteArray& text, qint64& elapsedMs) const
{
    QProcess process;
    process.setProcessEnvironment(environment_);
    process.setWorkingDirectory(home_);
    process.start(program(), arguments);
    QByteArray err;
    QElapsedTimer patience;
    patience.start();
    while (!err.contains(text) && patience.elapsed() < 30000 && process.state() != QProcess::NotRunning) {
        process.waitForReadyRead(100);
        err += process.readAllStandardError();
    }
    QElapsedTimer timer;
    timer.start();
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    process.waitForFinished(30000);
    elapsedMs = timer.elapsed();
    return collect(process, err);
}

} // namespace awb::test
