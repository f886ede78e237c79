#include "core/audit/audit_document.h"
#include "core/probe/probe_runner.h"
#include "core/report/reports.h"
#include "core/report_pdf/pdf_report.h"
#include "tests/core/data_world.h"

#include <QGuiApplication>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace awb;
using namespace awb::test;

namespace
{

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

// Everything that Qt's logging saw.
QByteArray logged;
void keepLog(QtMsgType, const QMessageLogContext&, const QString& text)
{
    logged += text.toUtf8() + '\n';
}

} // namespace

// Secrets are planted where a target can have them, every probe runs, rightly and wrongly logged in, and
// every output of the program is searched for them.
class TestPlantedSecrets : public QObject
{
    Q_OBJECT

private:
    DataWorld world_;
    SystemClock clock_;
    QVector<Facts> facts_;

    // The login's own, a wrong one, and data that stands as literals in queries, names and keys.
    static QList<QByteArray> planted()
    {
        return {DataWorld::password, "planted-wrong-4711", "planted-literal-1234",
                "planted-session-9f8e7d6c5b4a"};
    }

    void run(const ProbeTarget& target)
    {
        ProbeRunner runner(clock_);
        bool over = false;
        connect(&runner, &ProbeRunner::probeLogged, this,
                [&](const QString&, const QString& line) { logged += line.toUtf8() + '\n'; });
        connect(&runner, &ProbeRunner::probeProgressed, this,
                [&](const QString&, double, const Message& text) { logged += text.text().toUtf8() + '\n'; });
        connect(&runner, &ProbeRunner::probeFinished, this,
                [&](const ProbeOutcome& outcome) { facts_.append(outcome.facts); });
        connect(&runner, &ProbeRunner::finished, this, [&] { over = true; });
        runner.start(dataProbes(), std::make_shared<const ProbeTarget>(target));
        QTRY_VERIFY_WITH_TIMEOUT(over, 60000);
    }

    void plantData()
    {
        PgLink shop;
        QVERIFY(shop.open(world_.postgres->url(s("shop"), s("shop"), QLatin1String(DataWorld::password))));
        for (int i = 0; i < 30; ++i) {
            QVERIFY(shop.exec(s("SELECT count(*) FROM orders WHERE code = 'planted-literal-1234'")).ok);
            QVERIFY(shop.exec(s("SELECT 1 AS \"planted-password-0815\"")).ok);
            QVERIFY(shop.exec(s("SELECT id FROM open_orders WHERE id > 3")).ok);
            // pg_stat_statements keeps this one's text as it is
            QVERIFY(shop.exec(s("DO $$ BEGIN PERFORM 'planted-literal-1234'; END $$")).ok);
        }
        // statements that pg_stat_statements keeps with their literals
        QVERIFY(shop.exec(s("SET application_name = 'planted-literal-1234'")).ok);
        QVERIFY(!shop.exec(s("SELECT 'planted-literal-1234'::int")).ok);
        for (const QByteArrayList& write : {QByteArrayList{"SET", "sess:planted-session-9f8e7d6c5b4a", "x"},
                                            QByteArrayList{"SET", "planted-session-9f8e7d6c5b4a", "x"}})
            QVERIFY(!world_.redis->command(write).isError());
    }

    AuditResult audit() const
    {
        AuditDocument document(checklist(), s("audit"));
        for (const Facts& facts : facts_)
            document.apply(makeEntry(clock_, s("audit"), EntryKind::Evidence, toJson(facts)));
        return evaluate(document, s("0"), QDate(2026, 11, 24));
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString reason = DataWorld::missing(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        const QString failure = world_.start();
        QVERIFY2(failure.isEmpty(), qPrintable(failure));
        QVERIFY(world_.postgres
                    ->sql(s("CREATE VIEW open_orders AS SELECT id FROM orders WHERE code <> "
                            "'planted-literal-1234'; "
                            "GRANT SELECT ON open_orders TO shop"),
                          s("shop"))
                    .ok);
        qInstallMessageHandler(keepLog);
        plantData();
    }
    void cleanupTestCase() { qInstallMessageHandler(nullptr); }

    void nothingPlantedIsInAnyOutput_data()
    {
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<bool>("rightly");
        QTest::newRow("logged in") << QByteArray(DataWorld::password) << true;
        QTest::newRow("refused") << QByteArray("planted-wrong-4711") << false;
    }
    void nothingPlantedIsInAnyOutput()
    {
        QFETCH(QByteArray, secret);
        QFETCH(bool, rightly);
        facts_.clear();
        logged.clear();
        ProbeTarget target = world_.target();
        for (Secret& one : target.secrets)
            one = Secret(secret);
        run(target);
        QCOMPARE(facts_.size(), static_cast<qsizetype>(dataProbes().size()));
        for (const Facts& facts : std::as_const(facts_))
            QVERIFY2(facts.failed != rightly, qPrintable(facts.probe + s(": ") + facts.reason.text()));
        const AuditResult result = audit();
        QMap<QString, QByteArray> outputs{{s("log"), logged},
                                          {s("JSON"), jsonReport(result)},
                                          {s("HTML"), htmlReport(result)},
                                          {s("Markdown"), markdownReport(result)},
                                          {s("text"), textReport(result)},
                                          {s("CSV"), csvReport(result)},
                                          {s("JUnit"), junitReport(result)}};
        if (!QStandardPaths::findExecutable(s("pdftotext")).isEmpty())
            outputs.insert(s("PDF"), pdfText(result));
        QVERIFY(outputs.value(s("JSON")).contains("postgres.statements"));
        // What is looked for is there to be found: the switch that shows more shows it.
        QCOMPARE(jsonReport(result, {.redact = false}).contains("planted-literal-1234"), rightly);
        for (auto it = outputs.cbegin(); it != outputs.cend(); ++it) {
            for (const QByteArray& word : planted())
                QVERIFY2(!it->contains(word), qPrintable(it.key() + s(": ") + around(*it, word)));
        }
        // The store keeps the facts as they are, without the logins' secrets.
        for (const Facts& facts : std::as_const(facts_)) {
            const QByteArray stored = QJsonDocument(toJson(facts)).toJson();
            QVERIFY2(!stored.contains(secret), qPrintable(facts.probe + around(stored, secret)));
        }
    }

private:
    static QString around(const QByteArray& text, const QByteArray& word)
    {
        return QString::fromUtf8(text.mid(std::max<qsizetype>(0, text.indexOf(word) - 150), 300));
    }

    QByteArray pdfText(const AuditResult& result)
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(s("report.pdf"));
        if (!writePdf(result, path))
            return {};
        QProcess tool;
        tool.start(s("pdftotext"), {s("-raw"), path, s("-")});
        if (!tool.waitForFinished(30000))
            return {};
        return tool.readAllStandardOutput().replace("\n", "");
    }
};

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication app(argc, argv);
    TestPlantedSecrets test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_planted_secrets.moc"
