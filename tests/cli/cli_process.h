#pragma once

#include <QJsonObject>
#include <QProcessEnvironment>
#include <QStringList>

namespace awb::test
{

// One finished run of auditbench-cli.
struct CliRun
{
    int code = -1;
    QByteArray out;
    QByteArray err;

    QJsonObject json() const;
    QByteArray all() const { return out + err; }
};

// Runs auditbench-cli in a temporary home; `home` holds the store and everything else it may write.
class Cli
{
public:
    explicit Cli(const QString& home);

    void setEnvironment(const QString& name, const QString& value);
    CliRun run(const QStringList& arguments, int timeoutMs = 60000) const;
    // Starts, waits for `text` on standard error, sends SIGINT, waits for the end. elapsedMs: from the signal
    // to the end.
    CliRun interrupt(const QStringList& arguments, const QByteArray& text, qint64& elapsedMs) const;

private:
    QString home_;
    QProcessEnvironment environment_;
};

} // namespace awb::test
