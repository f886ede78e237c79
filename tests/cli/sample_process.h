#pragma once

#include "tests/cli/cli_process.h"

#include <QFile>
#include <QMap>
#include <QProcess>

namespace awb::test
{

inline QString sampleBackend()
{
    return qEnvironmentVariable("AWB_BIN_DIR") + QStringLiteral("/sample_backend");
}

// A running sample world: PostgreSQL, Redis, PgBouncer, the service and its traffic; ends with its standard
// input.
class SampleProcess
{
public:
    SampleProcess(const QString& folder, const QString& flaws, const QStringList& more = {})
    {
        process_.setProcessChannelMode(QProcess::SeparateChannels);
        process_.start(sampleBackend(),
                       QStringList{QStringLiteral("--world"), folder, QStringLiteral("--flaws"), flaws} +
                           more);
        while (process_.waitForReadyRead(300000)) {
            out_ += process_.readAllStandardOutput();
            if (out_.contains("READY"))
                break;
        }
        folder_ = folder;
    }
    ~SampleProcess()
    {
        process_.closeWriteChannel();
        if (!process_.waitForFinished(30000))
            process_.terminate();
        process_.waitForFinished(10000);
    }
    bool isReady() const { return out_.contains("READY"); }
    QByteArray log() { return out_ + process_.readAllStandardError(); }
    QString profile() const { return folder_ + QStringLiteral("/profile.yaml"); }
    // NAME=value lines: the secrets that the profile names
    QMap<QString, QString> environment() const
    {
        QMap<QString, QString> values;
        QFile file(folder_ + QStringLiteral("/env"));
        if (!file.open(QIODevice::ReadOnly))
            return values;
        for (const QByteArray& line : file.readAll().split('\n')) {
            const qsizetype sign = line.indexOf('=');
            if (sign > 0)
                values.insert(QString::fromUtf8(line.left(sign)).remove(QStringLiteral("export ")).trimmed(),
                              QString::fromUtf8(line.mid(sign + 1)).remove(QLatin1Char('\'')));
        }
        return values;
    }

private:
    QProcess process_;
    QString folder_;
    QByteArray out_;
};

// The program in `home`, with the secrets that the world's profile names.
inline Cli cliFor(const SampleProcess& world, const QString& home)
{
    Cli cli(home);
    const auto values = world.environment();
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        cli.setEnvironment(it.key(), it.value());
    return cli;
}

} // namespace awb::test
