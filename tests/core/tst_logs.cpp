#include "core/probe/logs/log_sample.h"
#include "core/probe/logs/logs_probe.h"
#include "tests/core/rule_table.h"

#include <QTemporaryDir>

#include <sys/stat.h>

using namespace awb;
using namespace awb::test;

namespace
{

FactsByProbe logOf(double json, double lines, bool complete = true)
{
    return only(factsOf("logs.sample", {{"json_lines", lines > 0 ? 100 * json / lines : 0}},
                        {{QStringLiteral("json"), json}, {QStringLiteral("lines"), lines}}, complete));
}

} // namespace

class TestLogs : public QObject
{
    Q_OBJECT

    QTemporaryDir folder_;

    Result<Facts> measure(const QString& path)
    {
        ProbeTarget target;
        target.profile.logsFile = path;
        const SystemClock clock;
        ProbeContext context(clock, std::chrono::seconds(10), {}, {});
        return LogsProbe().run(target, context);
    }
    QString write(const QByteArray& bytes)
    {
        QFile file(folder_.filePath(QStringLiteral("app.log")));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        return file.fileName();
    }

private Q_SLOTS:
    void logs_are_judged_data()
    {
        ruleColumns();
        row("5.3 passes when every line is JSON", "5.3", logOf(1000, 1000), Verdict::Pass);
        row("5.3 is open after few lines", "5.3", logOf(299, 299), Verdict::Inconclusive);
        row("5.3 warns of one line in a hundred", "5.3", logOf(990, 1000), Verdict::Warn, Verdict::Fail);
        row("5.3 fails for one in ten", "5.3", logOf(900, 1000), Verdict::Fail);
        row("5.3 fails for plain text, however little", "5.3", logOf(0, 3), Verdict::Fail);
        row("5.3 is not measured without a line", "5.3", logOf(0, 0, false), Verdict::NotMeasured);
    }
    void logs_are_judged()
    {
        QFETCH(QString, check);
        QFETCH(FactsByProbe, facts);
        const Suggestion suggestion = judge(check, facts);
        const QString said = verdictId(suggestion.verdict) + QLatin1String(": ") + suggestion.summary.text();
        QFETCH(QString, verdict);
        QVERIFY2(verdictId(suggestion.verdict) == verdict, qPrintable(said));
        QTEST(verdictId(suggestion.byLetter), "letter");
    }

    void lines_are_counted_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("cut");
        QTest::addColumn<int>("lines");
        QTest::addColumn<int>("json");
        QTest::addColumn<bool>("wrapped");
        const auto add = [](const char* name, const QByteArray& bytes, int lines, int json,
                            bool wrapped = false, bool cut = false) {
            QTest::newRow(name) << bytes << cut << lines << json << wrapped;
        };
        add("JSON", "{\"a\":1}\n{\"b\":2}\n", 2, 2);
        add("with carriage returns and empty lines", "{\"a\":1}\r\n\r\n\n{\"b\":2}\r\n", 2, 2);
        add("text", "INFO started\n{\"a\":1}\n", 2, 1);
        add("a stack trace", "{\"a\":1}\njava.lang.Error\n\tat x.y(Z.java:1)\nCaused by: z\n", 4, 1);
        add("an unfinished last line", "{\"a\":1}\n{\"b\":", 1, 1);
        add("a cut first line", "\"a\":1}\n{\"b\":2}\n", 1, 1, false, true);
        add("one line without an end", "xxxx", 0, 0, false, true);
        add("arrays and numbers are no objects", "[1]\n1\n\"x\"\nnull\n{}\n", 5, 0);
        add("two objects on a line are none", "{\"a\":1}{\"b\":2}\n", 1, 0);
        const auto docker = [](const char* line) {
            return QJsonDocument(QJsonObject{{QStringLiteral("log"), QLatin1String(line)},
                                             {QStringLiteral("stream"), QStringLiteral("stdout")},
                                             {QStringLiteral("time"), QStringLiteral("2026-11-24")}})
                       .toJson(QJsonDocument::Compact) +
                   '\n';
        };
        add("docker around text", docker("plain text\n"), 1, 0, true);
        add("docker around JSON", docker("{\"a\":1}\n"), 1, 1, true);
        add("CRI around JSON", "2026-11-24T00:00:00.1Z stdout F {\"a\":1}\n", 1, 1, true);
        add("CRI around text", "2026-11-24T00:00:00.1Z stderr F oops\n", 1, 0, true);
        add("compose around JSON", "web-1  | {\"a\":1}\n", 1, 1, true);
        add("invalid UTF-8", "{\"a\":\"\xff\xfe\"}\n\xff\n", 2, 0);
        add("nested beyond reason", QByteArray(20000, '{') + "\n", 1, 0);
        add("a very long line", "{\"a\":\"" + QByteArray(70000, 'x') + "\"}\n", 1, 0);
        add("nothing", "", 0, 0);
    }
    void lines_are_counted()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, cut);
        const LogSample sample = readLogSample(bytes, cut);
        QTEST(int(sample.lines), "lines");
        QTEST(int(sample.json), "json");
        QTEST(sample.wrapped, "wrapped");
        QCOMPARE(sample.json + sample.text + sample.continued + sample.tooLong, sample.lines);
    }

    void a_log_is_measured_and_none_of_its_text_is_kept()
    {
        QByteArray text;
        for (int i = 0; i < 400; ++i)
            text += "{\"token\":\"secret-planted\",\"i\":" + QByteArray::number(i) + "}\n";
        const auto good = measure(write(text));
        QVERIFY(good && good->complete);
        QCOMPARE(judge(QStringLiteral("5.3"), only(*good)).verdict, Verdict::Pass);
        const auto mixed = measure(write(text + "password=secret-planted\n"));
        QVERIFY(mixed && mixed->complete);
        QCOMPARE(judge(QStringLiteral("5.3"), only(*mixed)).verdict, Verdict::Warn);
        QVERIFY(!QJsonDocument(toJson(*mixed)).toJson().contains("secret-planted"));
    }

    void only_the_end_of_a_large_log_is_read()
    {
        const auto facts = measure(
            write(QByteArray("text\n").repeated(1'000'000) + QByteArray("{\"a\":1}\n").repeated(600'000)));
        QVERIFY(facts && facts->complete);
        QCOMPARE(facts->value(QStringLiteral("json_lines")), 100.0);
        QVERIFY(facts->find(QStringLiteral("json_lines"))->n < 600'000);
    }

    void what_cannot_be_read_is_said()
    {
        const QString pipe = folder_.filePath(QStringLiteral("pipe"));
        QCOMPARE(::mkfifo(qPrintable(pipe), 0600), 0);
        for (const QString& path :
             {folder_.filePath(QStringLiteral("absent")), pipe, QStringLiteral("/dev/zero"), folder_.path(),
              write(QByteArray("\x1f\x8b\x08\0zip", 7)), write("")}) {
            const auto facts = measure(path);
            QVERIFY2(facts && !facts->complete && !facts->reason.isEmpty(), qPrintable(path));
            QCOMPARE(judge(QStringLiteral("5.3"), only(*facts)).verdict, Verdict::NotMeasured);
        }
    }

    void the_doctor_looks_at_the_file()
    {
        ProbeTarget target;
        const SystemClock clock;
        ProbeContext context(clock, std::chrono::seconds(10), {}, {});
        QVERIFY(examineLogs(target, context).isEmpty());
        target.profile.logsFile = write("{\"a\":1}\n");
        QCOMPARE(examineLogs(target, context).first().sights.first().state, StepState::Ok);
        target.profile.logsFile = folder_.filePath(QStringLiteral("absent"));
        QCOMPARE(examineLogs(target, context).first().unmeasuredChecks, QStringList{QStringLiteral("5.3")});
    }
};

QTEST_GUILESS_MAIN(TestLogs)
#include "tst_logs.moc"
