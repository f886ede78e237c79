#include "tests/cli/sample_process.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace awb::test;

namespace
{

QJsonObject checkOf(const QJsonObject& result, const char* id)
{
    for (const QJsonValue& value : result.value(QStringLiteral("checks")).toArray()) {
        if (value.toObject().value(QStringLiteral("id")).toString() == QLatin1String(id))
            return value.toObject();
    }
    return {};
}

QString said(const QJsonObject& result, const char* id)
{
    const QJsonObject check = checkOf(result, id);
    return check.value(QStringLiteral("suggestion")).toString() + QLatin1Char(' ') +
           check.value(QStringLiteral("summary")).toString();
}

} // namespace

// The program's load against a whole backend, and results of another tool taken over.
class CliLoadTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> home_;
    std::unique_ptr<SampleProcess> world_;

    // The sample's profile with these seconds of load, and of its endpoints two only.
    QString profileFor(int seconds)
    {
        QFile file(world_->profile());
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QString text = QString::fromUtf8(file.readAll());
        static const QRegularExpression load(QStringLiteral("load: \\{.*\\}"));
        static const QRegularExpression description(QStringLiteral("  openapi: .*\n"));
        text.replace(load, QStringLiteral("load: {duration: %1s, rate: 40}").arg(seconds));
        text.replace(description, QStringLiteral("  openapi: none.json\n"));
        text.replace(QStringLiteral("  endpoints:\n"),
                     QStringLiteral("  endpoints:\n    - {path: /products/7, public: true}\n"));
        QFile changed(home_->filePath(QStringLiteral("profile.yaml")));
        return changed.open(QIODevice::WriteOnly) && changed.write(text.toUtf8()) > 0 ? changed.fileName()
                                                                                      : QString();
    }
    QString url() const
    {
        QFile file(world_->profile());
        static const QRegularExpression base(QStringLiteral("base_url: (\\S+)"));
        return file.open(QIODevice::ReadOnly) ? base.match(QString::fromUtf8(file.readAll())).captured(1)
                                              : QString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        home_ = std::make_unique<QTemporaryDir>();
        QVERIFY(home_->isValid());
        QFile::setPermissions(home_->path(), QFile::permissions(home_->path()) | QFileDevice::ExeOther |
                                                 QFileDevice::ReadOther);
        world_ =
            std::make_unique<SampleProcess>(home_->filePath(QStringLiteral("world")), QStringLiteral("none"),
                                            QStringList{QStringLiteral("--traffic"), QStringLiteral("0"),
                                                        QStringLiteral("--warm"), QStringLiteral("0")});
        QVERIFY2(world_->isReady(), world_->log().constData());
    }

    void aShortRunIsALookAndNoVerdict()
    {
        const Cli cli = cliFor(*world_, home_->path());
        const CliRun run = cli.run({QStringLiteral("run"), profileFor(2), QStringLiteral("--allow"),
                                    QStringLiteral("load,write"), QStringLiteral("--checks"),
                                    QStringLiteral("1.1,1.2,1.3,1.4"), QStringLiteral("--json"),
                                    QStringLiteral("-"), QStringLiteral("--quiet")},
                                   120000);
        const QJsonObject result = run.json();
        for (const char* id : {"1.1", "1.2", "1.3", "1.4"})
            QVERIFY2(said(result, id).startsWith(QLatin1String("inconclusive ")),
                     qPrintable(said(result, id)));
        QVERIFY2(said(result, "1.1").contains(QLatin1String("too short")), qPrintable(said(result, "1.1")));
    }

    void withoutConsentNothingIsSent()
    {
        const Cli cli = cliFor(*world_, home_->path());
        const CliRun run = cli.run({QStringLiteral("run"), profileFor(2), QStringLiteral("--checks"),
                                    QStringLiteral("1.1,2.4,7.4"), QStringLiteral("--json"),
                                    QStringLiteral("-"), QStringLiteral("--quiet")},
                                   120000);
        const QJsonObject result = run.json();
        for (const char* id : {"1.1", "2.4", "7.4"}) {
            const QString verdict = said(result, id);
            QVERIFY2(verdict.startsWith(QLatin1String("not-measured")) ||
                         verdict.startsWith(QLatin1String("none")),
                     qPrintable(verdict));
        }
    }

    void aResultOfWrkIsShownAsReportedAndNeverPasses()
    {
        const QString wrk = QStandardPaths::findExecutable(QStringLiteral("wrk"));
        if (wrk.isEmpty())
            QSKIP("wrk is not installed");
        QProcess tool;
        tool.start(wrk, {QStringLiteral("-t1"), QStringLiteral("-c2"), QStringLiteral("-d2s"),
                         QStringLiteral("--latency"), url() + QStringLiteral("/products/7")});
        QVERIFY(tool.waitForFinished(30000));
        const QByteArray text = tool.readAllStandardOutput();
        QVERIFY2(text.contains("Latency Distribution"), text.constData());
        QFile file(home_->filePath(QStringLiteral("wrk.txt")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        file.close();

        const Cli cli = cliFor(*world_, home_->path());
        const CliRun run =
            cli.run({QStringLiteral("run"), profileFor(2), QStringLiteral("--checks"), QStringLiteral("2.5"),
                     QStringLiteral("--json"), QStringLiteral("-"), QStringLiteral("--quiet")},
                    120000);
        const QString audit =
            run.json().value(QStringLiteral("audit")).toObject().value(QStringLiteral("id")).toString();
        const CliRun imported = cli.run({QStringLiteral("import"), QStringLiteral("wrk"), file.fileName(),
                                         QStringLiteral("--audit"), audit, QStringLiteral("--endpoint"),
                                         QStringLiteral("GET /products/7")});
        QVERIFY2(imported.code == 0, imported.all().constData());
        QVERIFY2(imported.out.contains("1.1 Inconclusive") && !imported.out.contains("Pass"),
                 imported.out.constData());
    }
};

QTEST_GUILESS_MAIN(CliLoadTest)
#include "tst_cli_load.moc"
