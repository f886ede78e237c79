#include "tests/cli/cli_process.h"

#include <QFile>
#include <QJsonArray>
#include <QSet>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using awb::test::Cli;
using awb::test::CliRun;

// The commands of auditbench-cli without a server to audit: words, exit codes, files, refusals. What the
// probes find is tested where they live; the run against the sample backend is tst_cli_sample.
class CliTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> home_;
    std::unique_ptr<Cli> cli_;

    QString write(const QString& name, const QByteArray& text) const
    {
        QFile file(home_->filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write %s", qPrintable(name));
        return file.fileName();
    }

    static QString read(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    // a profile whose servers nobody listens on: port 1 of loopback
    QString deadProfile() const
    {
        return write(QStringLiteral("dead.yaml"),
                     "name: Dead\nteam: Payments\nenvironment: local\nobserve: 1s\n"
                     "postgres: {url: \"postgresql://audit@127.0.0.1:1/shop\", secret: env:AWB_TEST_SECRET}\n"
                     "redis: {url: \"redis://127.0.0.1:1/0\"}\n");
    }

    // an audit that was made by hand: its id
    QString recordedAudit() const
    {
        const CliRun run = cli_->run({QStringLiteral("run"), deadProfile(), QStringLiteral("--quiet"),
                                      QStringLiteral("--json"), QStringLiteral("-")});
        return run.json().value(QStringLiteral("audit")).toObject().value(QStringLiteral("id")).toString();
    }

private Q_SLOTS:
    void init()
    {
        home_ = std::make_unique<QTemporaryDir>();
        QVERIFY(home_->isValid());
        cli_ = std::make_unique<Cli>(home_->path());
        cli_->setEnvironment(QStringLiteral("AWB_TEST_SECRET"), QStringLiteral("planted-secret-7731"));
    }

    void wrongWordsAreOneSentenceAndExit2_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const auto row = [](const char* name, const char* words) {
            QTest::newRow(name) << QString::fromLatin1(words).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        };
        row("nothing", "");
        row("unknown command", "explode");
        row("unknown option", "list --loud");
        row("missing argument", "run");
        row("too many arguments", "list a b");
        row("no such profile", "run nowhere.yaml");
        row("a mark that is none", "judge --audit x 2.2 maybe");
        row("judge without an audit", "judge 2.2 pass");
        row("a REF that is not there", "report nowhere.json --text -");
        row("a report without an output", "report something");
        row("unknown capability", "run nowhere.yaml --allow everything");
    }

    void wrongWordsAreOneSentenceAndExit2()
    {
        QFETCH(QStringList, arguments);
        const CliRun run = cli_->run(arguments);
        QVERIFY2(run.code == 2, run.all().constData());
        QVERIFY(run.out.isEmpty());
        QVERIFY2(run.err.startsWith("auditbench-cli: "), run.err.constData());
    }

    void helpIsThere()
    {
        const CliRun run = cli_->run({QStringLiteral("--help")});
        QCOMPARE(run.code, 0);
        for (const char* command :
             {"init", "validate", "doctor", "run", "report", "compare", "judge", "snapshot", "list"})
            QVERIFY2(run.out.contains(command), command);
        QCOMPARE(cli_->run({QStringLiteral("run"), QStringLiteral("--help")}).code, 0);
    }

    void initWritesAProfileThatValidatesAndNeverOverwrites()
    {
        const QString path = home_->filePath(QStringLiteral("shop.yaml"));
        QCOMPARE(cli_->run({QStringLiteral("init"), path}).code, 0);
        const CliRun valid = cli_->run({QStringLiteral("validate"), path});
        QVERIFY2(valid.code == 0, valid.err.constData());
        const QString before = read(path);
        QVERIFY(before.contains(QLatin1String("postgres")));
        QCOMPARE(cli_->run({QStringLiteral("init"), path}).code, 2);
        QCOMPARE(read(path), before);
    }

    void aBadProfileNamesFileAndLine()
    {
        const QString path =
            write(QStringLiteral("bad.yaml"), "name: x\npostgress: {url: \"postgresql://a@b/c\"}\n");
        const CliRun run = cli_->run({QStringLiteral("validate"), path});
        QCOMPARE(run.code, 2);
        QVERIFY2(run.err.contains("bad.yaml:2"), run.err.constData());
        QVERIFY2(run.err.contains("postgres"), run.err.constData());
    }

    void theChecklistHas71ChecksAndKnownProbes()
    {
        const QJsonObject checklist =
            cli_->run({QStringLiteral("checklist"), QStringLiteral("--json")}).json();
        const QJsonObject probes = cli_->run({QStringLiteral("probes"), QStringLiteral("--json")}).json();
        QCOMPARE(checklist.value(QStringLiteral("schema")).toString(),
                 QStringLiteral("auditbench/checklist/1"));
        QCOMPARE(probes.value(QStringLiteral("schema")).toString(), QStringLiteral("auditbench/probes/1"));
        QSet<QString> known;
        for (const QJsonValue& probe : probes.value(QStringLiteral("probes")).toArray())
            known.insert(probe.toObject().value(QStringLiteral("id")).toString());
        int count = 0;
        for (const QJsonValue& section : checklist.value(QStringLiteral("sections")).toArray()) {
            for (const QJsonValue& check : section.toObject().value(QStringLiteral("checks")).toArray()) {
                ++count;
                for (const QJsonValue& probe : check.toObject().value(QStringLiteral("probes")).toArray())
                    QVERIFY2(known.contains(probe.toString()), qPrintable(probe.toString()));
            }
        }
        QCOMPARE(count, 71);
        QVERIFY(known.size() >= 13);
    }

    void unreachableServersAreNotMeasuredAndExit3()
    {
        const CliRun run =
            cli_->run({QStringLiteral("run"), deadProfile(), QStringLiteral("--json"), QStringLiteral("-")});
        QVERIFY2(run.code == 3, run.err.constData());
        const QJsonObject result = run.json();
        QCOMPARE(result.value(QStringLiteral("schema")).toString(), QStringLiteral("auditbench/result/1"));
        const QJsonArray checks = result.value(QStringLiteral("checks")).toArray();
        QCOMPARE(checks.size(), 71);
        for (const QJsonValue& value : checks) {
            const QJsonObject check = value.toObject();
            QCOMPARE(check.value(QStringLiteral("mark")).toString(), QStringLiteral("undecided"));
            const QString suggestion = check.value(QStringLiteral("suggestion")).toString();
            QVERIFY2(suggestion == QLatin1String("none") || suggestion == QLatin1String("not-measured"),
                     qPrintable(check.value(QStringLiteral("id")).toString() + suggestion));
        }
        const QJsonObject score = result.value(QStringLiteral("score")).toObject();
        QCOMPARE(score.value(QStringLiteral("measured")).toInt(), 0);
        QVERIFY(score.value(QStringLiteral("provisional")).toBool());
        QVERIFY(!run.all().contains("planted-secret"));
    }

    void aMissingSecretIsNamed()
    {
        const QString profile =
            write(QStringLiteral("secret.yaml"),
                  "postgres: {url: \"postgresql://a@127.0.0.1:1/x\", secret: env:AWB_NOT_SET}\n");
        const CliRun run = cli_->run({QStringLiteral("run"), profile});
        QCOMPARE(run.code, 2);
        QVERIFY2(run.err.contains("AWB_NOT_SET"), run.err.constData());
    }

    void capabilitiesNeedConsentForEveryHost_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QStringList>("more");
        QTest::addColumn<int>("code");
        const QByteArray remote = "redis: {url: \"redis://cache.example:6379/0\"}\n";
        const QByteArray local = "redis: {url: \"redis://127.0.0.1:1/0\"}\n";
        QTest::newRow("loopback needs only --allow") << local << QStringList{} << 0;
        QTest::newRow("another host must be named") << remote << QStringList{} << 2;
        QTest::newRow("the wrong host is refused")
            << remote << QStringList{QStringLiteral("--target"), QStringLiteral("db.example")} << 2;
        QTest::newRow("the named host is allowed")
            << remote << QStringList{QStringLiteral("--target"), QStringLiteral("cache.example")} << 0;
        QTest::newRow("production needs a second word")
            << "environment: production\n" + remote
            << QStringList{QStringLiteral("--target"), QStringLiteral("cache.example")} << 2;
        QTest::newRow("production with both")
            << "environment: production\n" + remote
            << QStringList{QStringLiteral("--target"), QStringLiteral("cache.example"),
                           QStringLiteral("--production")}
            << 0;
    }

    void capabilitiesNeedConsentForEveryHost()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(QStringList, more);
        QFETCH(int, code);
        const QString profile = write(QStringLiteral("consent.yaml"), yaml);
        const CliRun run = cli_->run(QStringList{QStringLiteral("run"), profile, QStringLiteral("--dry-run"),
                                                 QStringLiteral("--allow"), QStringLiteral("scan")} +
                                     more);
        QVERIFY2(run.code == code, run.all().constData());
    }

    void aDryRunPrintsTheBoundsAndSendsNothing()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const QByteArray port = QByteArray::number(server.serverPort());
        const QString profile = write(QStringLiteral("dry.yaml"),
                                      "postgres: {url: \"postgresql://a@127.0.0.1:" + port +
                                          "/x\"}\nredis: {url: \"redis://127.0.0.1:" + port + "/0\"}\n");
        const CliRun run = cli_->run({QStringLiteral("run"), profile, QStringLiteral("--dry-run")});
        QVERIFY2(run.code == 0, run.err.constData());
        QVERIFY(!server.waitForNewConnection(200));
        for (const char* word : {"postgres.foreign_keys", "redis.keys", "SCAN", "pg_constraint"})
            QVERIFY2(run.out.contains(word), word);
        QVERIFY(!QFile::exists(home_->filePath(QStringLiteral("data/auditbench/audits.db"))));
    }

    void judgmentsAreRecordedGuardedAndReported()
    {
        const QString id = recordedAudit();
        QVERIFY(!id.isEmpty());
        const auto judge = [&](const QString& check, const QString& mark, const QString& note) {
            QStringList words{QStringLiteral("judge"), QStringLiteral("--audit"), id, check, mark};
            if (!note.isEmpty())
                words << QStringLiteral("--note") << note;
            return cli_->run(words);
        };
        QCOMPARE(judge(QStringLiteral("1.5"), QStringLiteral("pass"), {}).code, 0);
        const CliRun refused = judge(QStringLiteral("2.2"), QStringLiteral("pass"), {});
        QVERIFY2(refused.code == 2, refused.all().constData());
        QVERIFY2(refused.err.contains("--note"), refused.err.constData());
        QCOMPARE(judge(QStringLiteral("2.2"), QStringLiteral("pass"), QStringLiteral("seen in review")).code,
                 0);
        QCOMPARE(judge(QStringLiteral("4.10"), QStringLiteral("na"), {}).code, 2);
        QCOMPARE(judge(QStringLiteral("4.10"), QStringLiteral("na"), QStringLiteral("not serverless")).code,
                 0);
        QCOMPARE(judge(QStringLiteral("6.7"), QStringLiteral("fail"), {}).code, 0);
        const CliRun report =
            cli_->run({QStringLiteral("report"), id, QStringLiteral("--json"), QStringLiteral("-")});
        QCOMPARE(report.code, 0);
        const QJsonObject score = report.json().value(QStringLiteral("score")).toObject();
        QCOMPARE(score.value(QStringLiteral("points")).toInt(), 2);
        QCOMPARE(score.value(QStringLiteral("max")).toInt(), 70);
        QCOMPARE(score.value(QStringLiteral("decided")).toInt(), 4);
        const CliRun text =
            cli_->run({QStringLiteral("report"), id, QStringLiteral("--text"), QStringLiteral("-")});
        QVERIFY2(text.out.contains("TOTAL"), text.out.constData());
        QVERIFY(text.out.contains("not serverless"));
    }

    void everyFormatIsWritten()
    {
        const QString id = recordedAudit();
        QStringList words{QStringLiteral("report"), id};
        const QStringList formats{QStringLiteral("json"),     QStringLiteral("pdf"),  QStringLiteral("html"),
                                  QStringLiteral("markdown"), QStringLiteral("text"), QStringLiteral("csv"),
                                  QStringLiteral("junit")};
        for (const QString& format : formats)
            words << QStringLiteral("--") + format << home_->filePath(QStringLiteral("out.") + format);
        const CliRun run = cli_->run(words);
        QVERIFY2(run.code == 0, run.err.constData());
        for (const QString& format : formats) {
            QFile file(home_->filePath(QStringLiteral("out.") + format));
            QVERIFY2(file.open(QIODevice::ReadOnly) && file.size() > 200, qPrintable(format));
            QVERIFY(!file.readAll().contains("planted-secret"));
        }
    }

    void aPlaceThatCannotBeWrittenIsExit5()
    {
        const QString id = recordedAudit();
        const CliRun run = cli_->run({QStringLiteral("report"), id, QStringLiteral("--json"),
                                      home_->filePath(QStringLiteral("no/such/dir.json"))});
        QVERIFY2(run.code == 5, run.err.constData());
        const CliRun twice = cli_->run({QStringLiteral("report"), id, QStringLiteral("--json"),
                                        QStringLiteral("-"), QStringLiteral("--text"), QStringLiteral("-")});
        QCOMPARE(twice.code, 2);
    }

    void snapshotsAreListedAndCompared()
    {
        const QString id = recordedAudit();
        const QStringList on{QStringLiteral("--audit"), id};
        QCOMPARE(cli_->run(QStringList{QStringLiteral("judge")} + on +
                           QStringList{QStringLiteral("6.7"), QStringLiteral("pass"),
                                       QStringLiteral("--note"), QStringLiteral("scanned")})
                     .code,
                 0);
        QCOMPARE(
            cli_->run(QStringList{QStringLiteral("snapshot")} + on + QStringList{QStringLiteral("q3")}).code,
            0);
        QCOMPARE(cli_->run(QStringList{QStringLiteral("judge")} + on +
                           QStringList{QStringLiteral("6.7"), QStringLiteral("fail")})
                     .code,
                 0);
        QCOMPARE(
            cli_->run(QStringList{QStringLiteral("snapshot")} + on + QStringList{QStringLiteral("q4")}).code,
            0);
        const CliRun list = cli_->run({QStringLiteral("list"), QStringLiteral("--json")});
        QCOMPARE(list.json().value(QStringLiteral("audits")).toArray().size(), 1);
        const CliRun worse = cli_->run({QStringLiteral("compare"), QStringLiteral("q3"), QStringLiteral("q4"),
                                        QStringLiteral("--json"), QStringLiteral("-")});
        QVERIFY2(worse.code == 4, worse.all().constData());
        const QJsonObject first = worse.json().value(QStringLiteral("changes")).toArray().at(0).toObject();
        QCOMPARE(first.value(QStringLiteral("check")).toString(), QStringLiteral("6.7"));
        QCOMPARE(first.value(QStringLiteral("change")).toString(), QStringLiteral("regressed"));
        QCOMPARE(cli_->run({QStringLiteral("compare"), QStringLiteral("q4"), QStringLiteral("q3")}).code, 0);
    }

    void gatesDecideTheExitCode()
    {
        const CliRun under = cli_->run({QStringLiteral("run"), deadProfile(), QStringLiteral("--quiet"),
                                        QStringLiteral("--fail-under"), QStringLiteral("50")});
        QVERIFY2(under.code == 1, under.err.constData());
        const CliRun nonsense = cli_->run(
            {QStringLiteral("run"), deadProfile(), QStringLiteral("--fail-under"), QStringLiteral("lots")});
        QCOMPARE(nonsense.code, 2);
    }

    void ctrlCKeepsWhatWasMeasuredAndExits130()
    {
        QTcpServer silent; // accepts, never answers
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        const QByteArray port = QByteArray::number(silent.serverPort());
        const QString profile =
            write(QStringLiteral("silent.yaml"), "name: Silent\nredis: {url: \"redis://127.0.0.1:" + port +
                                                     "/0\"}\n"
                                                     "postgres: {url: \"postgresql://a@127.0.0.1:1/x\"}\n");
        qint64 elapsed = 0;
        const CliRun run =
            cli_->interrupt({QStringLiteral("run"), profile, QStringLiteral("--json"), QStringLiteral("-")},
                            "postgres.foreign_keys", elapsed);
        QVERIFY2(run.code == 130, run.all().constData());
        QVERIFY2(elapsed < 3000, qPrintable(QString::number(elapsed)));
        QCOMPARE(run.json().value(QStringLiteral("checks")).toArray().size(), 71);
    }

    void aProfileSetsThresholdsAndNotApplicable()
    {
        const QString profile =
            write(QStringLiteral("over.yaml"), "name: Over\nthresholds: {\"1.1\": 250ms}\n"
                                               "not_applicable: {\"4.10\": \"not serverless\"}\n");
        const CliRun run =
            cli_->run({QStringLiteral("run"), profile, QStringLiteral("--json"), QStringLiteral("-")});
        QVERIFY2(run.code == 0, run.err.constData());
        for (const QJsonValue& value : run.json().value(QStringLiteral("checks")).toArray()) {
            const QJsonObject check = value.toObject();
            if (check.value(QStringLiteral("id")).toString() == QLatin1String("1.1"))
                QVERIFY(check.value(QStringLiteral("threshold_override"))
                            .toString()
                            .contains(QLatin1String("250")));
            if (check.value(QStringLiteral("id")).toString() == QLatin1String("4.10")) {
                QCOMPARE(check.value(QStringLiteral("mark")).toString(), QStringLiteral("na"));
                QCOMPARE(check.value(QStringLiteral("origin")).toString(), QStringLiteral("profile"));
            }
        }
    }
};

QTEST_GUILESS_MAIN(CliTest)
#include "tst_cli.moc"
