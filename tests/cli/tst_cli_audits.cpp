#include "tests/cli/cli_process.h"
#include "tests/support/json_schema.h"
#include "tests/support/private_redis.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
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

QString text(const QJsonObject& object, const char* key)
{
    return object.value(QLatin1String(key)).toString();
}

QString schemaProblems(const QJsonObject& document, const char* name)
{
    QFile file(QDir(qEnvironmentVariable("AWB_SOURCE_DIR"))
                   .filePath(QStringLiteral("resources/schemas/%1.schema.json").arg(QLatin1String(name))));
    if (!file.open(QIODevice::ReadOnly))
        return file.fileName() + QStringLiteral(" is not there");
    return schemaViolations(document, QJsonDocument::fromJson(file.readAll()).object())
        .mid(0, 5)
        .join(QLatin1Char('\n'));
}

} // namespace

// Audits that follow each other on a real Redis whose eviction policy changes: what the command line carries
// on, compares, gates and hands out.
class CliAuditsTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<PrivateRedis> redis_;
    std::unique_ptr<QTemporaryDir> home_;
    std::unique_ptr<Cli> cli_;

    QString profile(const QByteArray& more = {}) const
    {
        QFile file(home_->filePath(QStringLiteral("shop.yaml")));
        if (!file.open(QIODevice::WriteOnly) ||
            file.write("name: Shop\nteam: Payments\nenvironment: local\nobserve: 1s\n"
                       "redis: {url: \"" +
                       redis_->url().toUtf8() + "\", prefixes: {shop: catalogue}}\n" + more) <= 0)
            qFatal("no profile could be written");
        return file.fileName();
    }

    void setPolicy(const char* policy) const
    {
        redis_->command({"CONFIG", "SET", "maxmemory-policy", policy});
    }

    CliRun run(const QStringList& more = {}) const
    {
        return cli_->run(QStringList{QStringLiteral("run"), profile(), QStringLiteral("--quiet"),
                                     QStringLiteral("--json"), QStringLiteral("-")} +
                         more);
    }

    static QString idOf(const QJsonObject& result)
    {
        return text(result.value(QStringLiteral("audit")).toObject(), "id");
    }

    QString file(const char* name) const { return home_->filePath(QLatin1String(name)); }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString missing = PrivateRedis::missing(); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        redis_ =
            std::make_unique<PrivateRedis>(PrivateRedisOptions{{QStringLiteral("maxmemory 64mb")}, {}, {}});
        QVERIFY2(redis_->start(), qPrintable(redis_->error()));
        for (int i = 0; i < 200; ++i)
            redis_->command({"SET", "shop:item:" + QByteArray::number(i), "v", "EX", "3600"});
    }

    void init()
    {
        home_ = std::make_unique<QTemporaryDir>();
        QVERIFY(home_->isValid());
        cli_ = std::make_unique<Cli>(home_->path());
        setPolicy("allkeys-lru");
    }

    void whatIsPrintedFollowsItsSchema_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("schema");
        QTest::newRow("checklist") << QStringList{QStringLiteral("checklist")}
                                   << QStringLiteral("checklist-1");
        QTest::newRow("probes") << QStringList{QStringLiteral("probes")} << QStringLiteral("probes-1");
        QTest::newRow("doctor") << QStringList{QStringLiteral("doctor"), QStringLiteral("PROFILE")}
                                << QStringLiteral("doctor-1");
        QTest::newRow("list") << QStringList{QStringLiteral("list")} << QStringLiteral("list-1");
    }
    void whatIsPrintedFollowsItsSchema()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, schema);
        if (schema == QLatin1String("list-1"))
            QCOMPARE(run({QStringLiteral("--snapshot"), QStringLiteral("first")}).code, 0);
        arguments.replaceInStrings(QStringLiteral("PROFILE"), profile());
        const CliRun printed = cli_->run(arguments << QStringLiteral("--json"));
        QVERIFY2(printed.code == 0, printed.err.constData());
        QVERIFY2(schemaProblems(printed.json(), schema.toLatin1().constData()).isEmpty(),
                 qPrintable(schemaProblems(printed.json(), schema.toLatin1().constData())));
    }

    void theDoctorSaysHowFarItGetsAndWhatStaysUnmeasured()
    {
        const QString good = profile();
        const CliRun well = cli_->run({QStringLiteral("doctor"), good});
        QVERIFY2(well.code == 0, well.all().constData());
        QVERIFY2(well.out.contains("redis.keys"), well.out.constData());

        const QString half = profile("postgres: {url: \"postgresql://audit@127.0.0.1:1/shop\"}\n");
        const CliRun ill = cli_->run({QStringLiteral("doctor"), half});
        QVERIFY2(ill.code == 3, ill.all().constData());
        QVERIFY2(ill.out.contains("redis.keys") && ill.out.contains("Stay unmeasured: 2.1"),
                 ill.out.constData());
        const QJsonArray parts = cli_->run({QStringLiteral("doctor"), half, QStringLiteral("--json")})
                                     .json()
                                     .value(QStringLiteral("parts"))
                                     .toArray();
        QCOMPARE(parts.size(), 2);
        for (const QJsonValue& part : parts)
            QCOMPARE(part.toObject().value(QStringLiteral("reachable")).toBool(),
                     text(part.toObject(), "source") == QLatin1String("redis"));
    }

    void aWorseResultThanTheBaselineIsExit4()
    {
        const CliRun before = run({QStringLiteral("--snapshot"), QStringLiteral("before")});
        QVERIFY2(before.code == 0, before.err.constData());
        QCOMPARE(text(checkOf(before.json(), "3.3"), "mark"), QStringLiteral("pass"));
        const CliRun same = run({QStringLiteral("--baseline"), QStringLiteral("before")});
        QVERIFY2(same.code == 0, same.err.constData());

        setPolicy("noeviction");
        // 4 comes before the gate's 1
        const CliRun worse = run({QStringLiteral("--baseline"), QStringLiteral("before"),
                                  QStringLiteral("--fail-under"), QStringLiteral("100")});
        QVERIFY2(worse.code == 4, worse.err.constData());
        QVERIFY2(worse.err.contains("Worse than the baseline: 3.3"), worse.err.constData());
        QCOMPARE(text(checkOf(worse.json(), "3.3"), "mark"), QStringLiteral("fail"));
        QCOMPARE(run({QStringLiteral("--baseline"), QStringLiteral("nowhere")}).code, 2);
    }

    void theMeasuredGateCountsOnlyWhatWasMeasured()
    {
        const QStringList only{QStringLiteral("--checks"), QStringLiteral("3.3"),
                               QStringLiteral("--fail-under-measured"), QStringLiteral("100")};
        QCOMPARE(run(only).code, 0); // one measured check, one pass; --fail-under 100 would fail
        setPolicy("noeviction");
        const CliRun failed = run(only);
        QVERIFY2(failed.code == 1, failed.err.constData());
        QVERIFY2(failed.err.contains("measured checks"), failed.err.constData());
        // nothing measured is no pass
        const CliRun none = run({QStringLiteral("--checks"), QStringLiteral("6.7"),
                                 QStringLiteral("--fail-under-measured"), QStringLiteral("1")});
        QVERIFY2(none.code == 1, none.all().constData());
    }

    void marksAreCarriedToBeConfirmed()
    {
        const QString from = idOf(run().json());
        const CliRun judged =
            cli_->run({QStringLiteral("judge"), QStringLiteral("--audit"), from, QStringLiteral("6.7"),
                       QStringLiteral("pass"), QStringLiteral("--note"), QStringLiteral("scanned"),
                       QStringLiteral("--by"), QStringLiteral("Ana"), QStringLiteral("--seat"),
                       QStringLiteral("lead")});
        QVERIFY2(judged.code == 0, judged.err.constData());

        const CliRun next = run({QStringLiteral("--carry-from"), from});
        QVERIFY2(next.code == 0, next.err.constData());
        const QJsonObject result = next.json();
        QVERIFY(idOf(result) != from);
        const QJsonObject carried = checkOf(result, "6.7");
        QCOMPARE(text(carried, "mark"), QStringLiteral("pass"));
        QCOMPARE(text(carried, "origin"), QStringLiteral("carried"));
        // what was measured is measured anew, never carried
        QCOMPARE(text(checkOf(result, "3.3"), "origin"), QStringLiteral("automatic"));

        const CliRun both = run({QStringLiteral("--carry-from"), from, QStringLiteral("--audit"), from});
        QCOMPARE(both.code, 2);
        QCOMPARE(run({QStringLiteral("--carry-from"), QStringLiteral("nowhere")}).code, 2);
    }

    void aSecondRunIntoAnAuditKeepsPeoplesMarks()
    {
        const QString id = idOf(run().json());
        QCOMPARE(cli_->run({QStringLiteral("judge"), QStringLiteral("--audit"), id, QStringLiteral("3.3"),
                            QStringLiteral("warn"), QStringLiteral("--note"), QStringLiteral("until March"),
                            QStringLiteral("--by"), QStringLiteral("Ana")})
                     .code,
                 0);
        setPolicy("noeviction");
        const CliRun again = run({QStringLiteral("--audit"), id});
        QVERIFY2(again.code == 0, again.err.constData());
        QCOMPARE(idOf(again.json()), id);
        const QJsonObject check = checkOf(again.json(), "3.3");
        QCOMPARE(text(check, "mark"), QStringLiteral("warn"));
        QCOMPARE(text(check, "suggestion"), QStringLiteral("fail"));
        QCOMPARE(text(check, "author"), QStringLiteral("Ana"));
        const QJsonArray audits = cli_->run({QStringLiteral("list"), QStringLiteral("--json")})
                                      .json()
                                      .value(QStringLiteral("audits"))
                                      .toArray();
        QCOMPARE(audits.size(), 1);
    }

    void aSeatIsReviewerOrLead()
    {
        const QString id = idOf(run().json());
        const CliRun judged =
            cli_->run({QStringLiteral("judge"), QStringLiteral("--audit"), id, QStringLiteral("6.7"),
                       QStringLiteral("fail"), QStringLiteral("--seat"), QStringLiteral("owner")});
        QCOMPARE(judged.code, 2);
        QVERIFY2(judged.err.contains("--seat takes reviewer or lead"), judged.err.constData());
    }

    void aReferenceIsAResultFileAnAuditFileOrALabel()
    {
        const CliRun before = run({QStringLiteral("--snapshot"), QStringLiteral("q3")});
        QCOMPARE(before.code, 0);
        QFile result(file("q3.json"));
        QVERIFY(result.open(QIODevice::WriteOnly) && result.write(before.out) > 0);
        result.close();
        QVERIFY(QFile::copy(file("data/auditbench/audits.db"), file("q3.audit")));
        setPolicy("noeviction");
        QCOMPARE(run({QStringLiteral("--snapshot"), QStringLiteral("q4")}).code, 0);
        for (const QString& from : {result.fileName(), file("q3.audit"), QStringLiteral("q3")}) {
            const CliRun compared = cli_->run({QStringLiteral("compare"), from, QStringLiteral("q4"),
                                               QStringLiteral("--json"), QStringLiteral("-")});
            QVERIFY2(compared.code == 4, compared.all().constData());
            QCOMPARE(schemaProblems(compared.json(), "compare-1"), QString());
            QVERIFY2(compared.out.contains("\"3.3\""), compared.out.constData());
        }
    }

    void aComparisonIsWrittenInEveryFormat()
    {
        QCOMPARE(run({QStringLiteral("--snapshot"), QStringLiteral("q3")}).code, 0);
        setPolicy("noeviction");
        QCOMPARE(run({QStringLiteral("--snapshot"), QStringLiteral("q4")}).code, 0);
        QStringList words{QStringLiteral("compare"), QStringLiteral("q3"), QStringLiteral("q4")};
        const QMap<QString, QByteArray> formats{{QStringLiteral("json"), "{"},
                                                {QStringLiteral("html"), "<!DOCTYPE html>"},
                                                {QStringLiteral("markdown"), "# "},
                                                {QStringLiteral("pdf"), "%PDF-"}};
        for (auto it = formats.begin(); it != formats.end(); ++it)
            words << QStringLiteral("--") + it.key() << home_->filePath(QStringLiteral("c.") + it.key());
        const CliRun compared = cli_->run(words);
        QVERIFY2(compared.code == 4, compared.all().constData());
        for (auto it = formats.begin(); it != formats.end(); ++it) {
            QFile written(home_->filePath(QStringLiteral("c.") + it.key()));
            QVERIFY2(written.open(QIODevice::ReadOnly), qPrintable(it.key()));
            const QByteArray bytes = written.readAll();
            QVERIFY2(bytes.startsWith(*it),
                     qPrintable(it.key() + QLatin1Char(' ') + QString::fromUtf8(bytes.left(60))));
            if (it.key() != QLatin1String("pdf"))
                QVERIFY2(bytes.contains("3.3"), qPrintable(it.key()));
        }
        words.replaceInStrings(home_->path(), file("no/such"));
        QCOMPARE(cli_->run(words).code, 5);
    }

    void aSeedIsAWholeNumber()
    {
        QCOMPARE(run({QStringLiteral("--seed"), QStringLiteral("42")}).code, 0);
        const CliRun refused = run({QStringLiteral("--seed"), QStringLiteral("lots")});
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.err.contains("--seed takes a whole number"), refused.err.constData());
    }
};

QTEST_GUILESS_MAIN(CliAuditsTest)
#include "tst_cli_audits.moc"
