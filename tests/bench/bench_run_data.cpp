// The whole of sections 2, 3 and 4 on the sample backend with the standard window of 60 s: wall time, beside
// what the probes would take one after another.

#include "tests/bench/figure.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>

namespace
{

QProcessEnvironment withSecrets(const QString& path)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    QFile file(path);
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray& line : file.readAll().split('\n')) {
            const qsizetype sign = line.indexOf('=');
            if (sign > 0)
                environment.insert(
                    QString::fromUtf8(line.left(sign)).remove(QStringLiteral("export ")).trimmed(),
                    QString::fromUtf8(line.mid(sign + 1)).remove(QLatin1Char('\'')));
        }
    }
    return environment;
}

double oneAfterAnother(const QString& resultPath)
{
    QFile file(resultPath);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    QMap<QString, double> durations;
    const QJsonArray checks =
        QJsonDocument::fromJson(file.readAll()).object().value(QStringLiteral("checks")).toArray();
    for (const QJsonValue& check : checks) {
        for (const QJsonValue& value : check.toObject().value(QStringLiteral("evidence")).toArray()) {
            const QJsonObject facts = value.toObject();
            durations.insert(facts.value(QStringLiteral("probe")).toString(),
                             facts.value(QStringLiteral("duration_ms")).toDouble() / 1000.0);
        }
    }
    double sum = 0;
    for (const double seconds : durations)
        sum += seconds;
    return sum;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QString bin = QCoreApplication::applicationDirPath();
    const QTemporaryDir home;
    QFile::setPermissions(home.path(),
                          QFile::permissions(home.path()) | QFileDevice::ExeOther | QFileDevice::ReadOther);
    const QString folder = home.filePath(QStringLiteral("world"));
    QProcess world;
    world.start(bin + QStringLiteral("/sample_backend"),
                {QStringLiteral("--world"), folder, QStringLiteral("--flaws"), QStringLiteral("default")});
    QByteArray said;
    while (!said.contains("READY") && world.waitForReadyRead(300000))
        said += world.readAllStandardOutput();
    const QString result = home.filePath(QStringLiteral("result.json"));
    QProcess run;
    run.setProcessEnvironment(withSecrets(folder + QStringLiteral("/env")));
    QElapsedTimer timer;
    timer.start();
    run.start(bin + QStringLiteral("/auditbench-cli"),
              {QStringLiteral("run"), folder + QStringLiteral("/profile.yaml"), QStringLiteral("--quiet"),
               QStringLiteral("--store"), home.filePath(QStringLiteral("audits.db")),
               QStringLiteral("--allow"), QStringLiteral("scan"), QStringLiteral("--checks"),
               QStringLiteral("2.1,2.2,2.3,2.5,2.6,2.7,2.8,3.*,4.*"), QStringLiteral("--json"), result});
    const bool ended = run.waitForFinished(600000);
    const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    world.closeWriteChannel();
    world.waitForFinished(30000);
    const double serial = oneAfterAnother(result);
    if (!ended || (run.exitCode() != 0 && run.exitCode() != 3) || serial <= 0) {
        std::fprintf(stderr, "the run failed: %s\n", run.readAllStandardError().constData());
        return 1;
    }
    awb::bench::printFigure({QStringLiteral("run-data"), seconds, QStringLiteral("s"),
                             QStringLiteral("the probes one after another"), serial, serial / seconds, 1});
    return 0;
}
