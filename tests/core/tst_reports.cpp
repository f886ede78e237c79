// The completed template and everything after it, in every text format.
#include "core/audit/action_items.h"
#include "core/report/reports.h"
#include "core/report/safe_text.h"
#include "tests/support/json_schema.h"
#include "tests/support/sample_result.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace awb;

namespace
{

QString sourcePath(const QString& relative)
{
    return qEnvironmentVariable("AWB_SOURCE_DIR") + QLatin1Char('/') + relative;
}

QByteArray fileText(const QString& relative)
{
    QFile file(sourcePath(relative));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject schemaOf(const char* name)
{
    return QJsonDocument::fromJson(fileText(QStringLiteral("resources/schemas/") + QLatin1String(name)))
        .object();
}

// The rows of a CSV text by RFC 4180.
QVector<QStringList> csvRows(const QString& text)
{
    QVector<QStringList> rows;
    QStringList row;
    QString field;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (quoted) {
            if (c != QLatin1Char('"'))
                field += c;
            else if (i + 1 < text.size() && text.at(i + 1) == QLatin1Char('"'))
                field += text.at(++i);
            else
                quoted = false;
        } else if (c == QLatin1Char('"')) {
            quoted = true;
        } else if (c == QLatin1Char(',') || c == QLatin1Char('\n')) {
            row.append(field);
            field.clear();
            if (c == QLatin1Char('\n')) {
                rows.append(row);
                row.clear();
            }
        } else if (c != QLatin1Char('\r')) {
            field += c;
        }
    }
    return rows;
}

} // namespace

class TestReports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTemplateIsFilledIn_data();
    void theTemplateIsFilledIn();
    void everyCheckIsThere_data();
    void everyCheckIsThere();
    void reportsMatchTheGoldenFiles_data();
    void reportsMatchTheGoldenFiles();
    void hostileTextStaysText();
    void invisibleCharactersAreShown_data();
    void invisibleCharactersAreShown();
    void markdownIsEscaped_data();
    void markdownIsEscaped();
    void jsonFollowsItsSchema_data();
    void jsonFollowsItsSchema();
    void jsonIsTheSameEveryTime();
    void comparisonFollowsItsSchema();
    void comparisonTellsWhatMoved();
    void csvHasOneRowForEachCheck();
    void spreadsheetFormulasAreDisarmed();
    void junitFollowsTheMarks();
    void htmlIsOneFileWithoutScripts();
    void anEmptyAuditIsNoPass_data();
    void anEmptyAuditIsNoPass();
};

void TestReports::theTemplateIsFilledIn_data()
{
    QTest::addColumn<bool>("allDecided");
    QTest::newRow("all decided") << true;
    QTest::newRow("two undecided") << false;
}

void TestReports::theTemplateIsFilledIn()
{
    QFETCH(bool, allDecided);
    const AuditResult result = test::sampleResult({.allDecided = allDecided});
    const QString text = QString::fromUtf8(textReport(result));
    QVERIFY(text.contains(QStringLiteral("Team: 支付团队 Checkout Date: 24 Nov 2026 Reviewer: R. Sample\n")));
    const QStringList lines = text.split(QLatin1Char('\n'));
    const auto hasRow = [&lines](const QString& pattern) {
        return lines.indexOf(QRegularExpression(QLatin1Char('^') + pattern + QLatin1Char('$'))) >= 0;
    };
    QVERIFY(hasRow(QStringLiteral("Section +Score +Max +% *")));
    for (const SectionScore& section : result.score.sections)
        QVERIFY2(hasRow(QStringLiteral("%1\\. %2 +%3 +%4 +%5 *")
                            .arg(section.number)
                            .arg(QRegularExpression::escape(section.title))
                            .arg(section.points)
                            .arg(section.max)
                            .arg(percentOneDecimal(section.points, section.max), 0, 'f', 1)),
                 qPrintable(section.title));
    // 51 of 70: 4.10 does not apply and leaves the maximum; with two undecided 49.
    QVERIFY(hasRow(allDecided ? QStringLiteral("TOTAL +51 +70 +72\\.9 %")
                              : QStringLiteral("TOTAL +49 +70 +70\\.0 %")));
    QVERIFY(text.contains(allDecided ? QStringLiteral("Band: Some gaps, addressable within one sprint\n")
                                     : QStringLiteral("(provisional: 2 checks are undecided)")));
    QVERIFY(text.contains(QStringLiteral(" of 71 strict · ")));
    QVERIFY(text.contains(QStringLiteral("(N/A: 4.10)")));
    QVERIFY(text.contains(QStringLiteral("1 stale (2.5) · 1 overruled (8.8)")));
    for (int i = 1; i <= 3; ++i)
        QVERIFY(hasRow(QStringLiteral("%1\\. .{10,}").arg(i)));
}

void TestReports::everyCheckIsThere_data()
{
    QTest::addColumn<QByteArray>("report");
    const AuditResult result = test::sampleResult();
    QTest::newRow("markdown") << markdownReport(result);
    QTest::newRow("text") << textReport(result);
    QTest::newRow("csv") << csvReport(result);
    QTest::newRow("junit") << junitReport(result);
    QTest::newRow("html") << htmlReport(result);
    QTest::newRow("json") << jsonReport(result);
}

void TestReports::everyCheckIsThere()
{
    QFETCH(QByteArray, report);
    const QString text = QString::fromUtf8(report);
    const QStringList ids = test::sampleChecklist().checkIds();
    QCOMPARE(ids.size(), 71);
    for (const QString& id : ids) {
        const QRegularExpression word(
            QStringLiteral("(?<![0-9.])%1(?![0-9.])").arg(QRegularExpression::escape(id)));
        QVERIFY2(text.contains(word), qPrintable(id));
    }
}

void TestReports::reportsMatchTheGoldenFiles_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("report");
    const AuditResult result = test::sampleResult({.evidenceRows = 3});
    QTest::newRow("text") << QStringLiteral("tests/data/sample-report.txt") << textReport(result);
    QTest::newRow("markdown") << QStringLiteral("tests/data/sample-report.md") << markdownReport(result);
    QTest::newRow("comparison") << QStringLiteral("tests/data/sample-comparison.md")
                                << markdownComparison(compareResults(
                                       test::earlierSampleResult(),
                                       test::sampleResult({.allDecided = true, .hostile = false})));
}

// To renew the files after a wanted change: AWB_WRITE_GOLDEN=1, then read the difference.
void TestReports::reportsMatchTheGoldenFiles()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, report);
    if (qEnvironmentVariableIsSet("AWB_WRITE_GOLDEN")) {
        QFile golden(sourcePath(file));
        QVERIFY(golden.open(QIODevice::WriteOnly));
        QCOMPARE(golden.write(report), report.size());
    }
    const QList<QByteArray> expected = fileText(file).split('\n');
    const QList<QByteArray> lines = report.split('\n');
    for (qsizetype i = 0; i < std::min(lines.size(), expected.size()); ++i)
        QVERIFY2(lines.at(i) == expected.at(i),
                 qPrintable(QStringLiteral("line %1 is\n%2\ninstead of\n%3")
                                .arg(QString::number(i + 1), QString::fromUtf8(lines.at(i)),
                                     QString::fromUtf8(expected.at(i)))));
    QCOMPARE(lines.size(), expected.size());
}

void TestReports::hostileTextStaysText()
{
    const AuditResult result = test::sampleResult();
    for (const QByteArray& report : {markdownReport(result), textReport(result), htmlReport(result),
                                     csvReport(result), junitReport(result)}) {
        const QString text = QString::fromUtf8(report);
        QVERIFY(!text.contains(QChar(0x202E)));
        QVERIFY(!text.contains(QChar(0x1B)));
        QVERIFY(!text.contains(QChar(0)));
        QVERIFY(text.contains(QStringLiteral("⟦U+202E⟧")));
    }
    const QByteArray html = htmlReport(result);
    QVERIFY(!html.contains("<img"));
    QVERIFY(!html.contains("<script"));
    const QByteArray markdown = markdownReport(result);
    QVERIFY(!markdown.contains("<img"));
    QVERIFY(!markdown.contains("<script>alert(1)</script>|")); // in a code span its pipe is escaped
    QVERIFY(!markdown.contains("\n# not a heading"));
    QVERIFY(!markdown.contains("[a](javascript:x)"));
}

void TestReports::invisibleCharactersAreShown_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("bidi override") << QString(QChar(0x202E)) << QStringLiteral("⟦U+202E⟧");
    QTest::newRow("isolate") << QString(QChar(0x2066)) << QStringLiteral("⟦U+2066⟧");
    QTest::newRow("escape") << QString(QChar(0x1B)) << QStringLiteral("⟦U+001B⟧");
    QTest::newRow("delete") << QString(QChar(0x7F)) << QStringLiteral("⟦U+007F⟧");
    QTest::newRow("zero width space") << QString(QChar(0x200B)) << QStringLiteral("⟦U+200B⟧");
    QTest::newRow("byte order mark") << QString(QChar(0xFEFF)) << QStringLiteral("⟦U+FEFF⟧");
    QTest::newRow("line separator") << QString(QChar(0x2028)) << QStringLiteral("⟦U+2028⟧");
    QTest::newRow("lone surrogate") << QString(QChar(0xD800)) << QStringLiteral("⟦U+D800⟧");
    const char32_t tag = 0xE0041;
    QTest::newRow("tag letter") << QString::fromUcs4(&tag, 1) << QStringLiteral("⟦U+E0041⟧");
    QTest::newRow("Hangul filler") << QString(QChar(0x3164)) << QStringLiteral("⟦U+3164⟧");
    QTest::newRow("carriage return") << QStringLiteral("a\r\nb\rc") << QStringLiteral("a\nb\nc");
    QTest::newRow("letters, signs and joiners stay")
        << QStringLiteral("支付 Ünï ✓ \u200D\t\n") << QStringLiteral("支付 Ünï ✓ \u200D\t\n");
}

void TestReports::invisibleCharactersAreShown()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    QCOMPARE(visibleText(text), shown);
}

void TestReports::markdownIsEscaped_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("markdown");
    const auto row = [](const char* name, const char* text, const char* markdown) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(markdown);
    };
    row("pipe", "a|b", "a\\|b");
    row("html", "<b>&", "&lt;b&gt;&amp;");
    row("emphasis", "*a* _b_ ~c~", "\\*a\\* \\_b\\_ \\~c\\~");
    row("link", "[a](http://b)", "\\[a\\](http\\://b)");
    row("bare address", "see http://x and www.x.y", "see http\\://x and www\\.x.y");
    row("heading", "# x", "\\# x");
    row("list", "- x", "\\- x");
    row("numbered list", "1. x", "1\\. x");
    row("a number is no list", "1.5 s", "1.5 s");
    row("mention", "@team", "\\@team");
    row("backslash", "a\\b", "a\\\\b");
    row("lines", "a\nb", "a b");
    row("plain", "14 of 15 (93.3 %), p99 < 200 ms", "14 of 15 (93.3 %), p99 &lt; 200 ms");
}

void TestReports::markdownIsEscaped()
{
    QFETCH(QString, text);
    QFETCH(QString, markdown);
    QCOMPARE(markdownText(text), markdown);
    QCOMPARE(markdownCode(QStringLiteral("a`b")), QStringLiteral("``a`b``"));
    QCOMPARE(markdownCode(QStringLiteral("`a")), QStringLiteral("`` `a ``"));
    QVERIFY(markdownBlock(QStringLiteral("a\n````\nb"), QStringLiteral("sql;x"))
                .startsWith(QStringLiteral("`````sqlx\n")));
}

void TestReports::jsonFollowsItsSchema_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("complete") << jsonReport(test::sampleResult({.allDecided = true}));
    QTest::newRow("provisional, not redacted") << jsonReport(test::sampleResult(), {.redact = false});
    QTest::newRow("empty") << jsonReport(test::sampleResult({.empty = true}));
}

void TestReports::jsonFollowsItsSchema()
{
    QFETCH(QByteArray, json);
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const QStringList violations = test::schemaViolations(object, schemaOf("result-1.schema.json"));
    QVERIFY2(violations.isEmpty(), qPrintable(violations.mid(0, 5).join(QLatin1Char('\n'))));
    const auto read = resultFromJson(object);
    QVERIFY2(read.has_value(), "the result must read back");
    QCOMPARE(read->checks.size(), 71);
    QCOMPARE(textReport(*read, {.redact = false}).isEmpty(), false);
}

void TestReports::jsonIsTheSameEveryTime()
{
    QCOMPARE(jsonReport(test::sampleResult()), jsonReport(test::sampleResult()));
    QLocale::setDefault(QLocale(QLocale::German));
    const QByteArray german = jsonReport(test::sampleResult());
    QLocale::setDefault(QLocale::c());
    QCOMPARE(german, jsonReport(test::sampleResult()));
}

void TestReports::comparisonFollowsItsSchema()
{
    const AuditComparison comparison =
        compareResults(test::earlierSampleResult(), test::sampleResult({.allDecided = true}));
    const QJsonObject object = QJsonDocument::fromJson(jsonComparison(comparison)).object();
    const QStringList violations = test::schemaViolations(object, schemaOf("compare-1.schema.json"));
    QVERIFY2(violations.isEmpty(), qPrintable(violations.mid(0, 5).join(QLatin1Char('\n'))));
}

void TestReports::comparisonTellsWhatMoved()
{
    const AuditComparison comparison =
        compareResults(test::earlierSampleResult(), test::sampleResult({.allDecided = true}));
    const QString markdown = QString::fromUtf8(markdownComparison(comparison));
    const qsizetype regressed = markdown.indexOf(QStringLiteral("## Regressed, 2"));
    const qsizetype improved = markdown.indexOf(QStringLiteral("## Improved, 6"));
    QVERIFY(regressed > 0);
    QVERIFY(improved > regressed);
    QVERIFY(markdown.contains(QStringLiteral("| 4.4 | ")));
    QVERIFY(htmlComparison(comparison).contains("Regressed, 2"));
}

void TestReports::csvHasOneRowForEachCheck()
{
    const QVector<QStringList> rows = csvRows(QString::fromUtf8(csvReport(test::sampleResult())));
    QCOMPARE(rows.size(), 72);
    for (const QStringList& row : rows)
        QCOMPARE(row.size(), rows.constFirst().size());
    QCOMPARE(rows.at(1).at(0), QStringLiteral("1.1"));
    QCOMPARE(rows.at(1).at(10), QStringLiteral("187"));
    QCOMPARE(rows.at(1).at(11), QStringLiteral("171"));
}

void TestReports::spreadsheetFormulasAreDisarmed()
{
    QCOMPARE(csvField(QStringLiteral("=cmd|' /C calc'!A0")), QStringLiteral("\"'=cmd|' /C calc'!A0\""));
    QCOMPARE(csvField(QStringLiteral("@SUM(A1)")), QStringLiteral("'@SUM(A1)"));
    QCOMPARE(csvField(QStringLiteral("-12.5")), QStringLiteral("-12.5"));
    QCOMPARE(csvField(QStringLiteral("a\"b")), QStringLiteral("\"a\"\"b\""));
}

void TestReports::junitFollowsTheMarks()
{
    const AuditResult result = test::sampleResult();
    QXmlStreamReader xml(junitReport(result));
    int cases = 0;
    int failures = 0;
    int skipped = 0;
    int outputs = 0;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        cases += xml.name() == QLatin1String("testcase") ? 1 : 0;
        failures += xml.name() == QLatin1String("failure") ? 1 : 0;
        outputs += xml.name() == QLatin1String("system-out") ? 1 : 0;
        if (xml.name() == QLatin1String("skipped")) {
            ++skipped;
            QVERIFY(!xml.attributes().value(QLatin1String("message")).isEmpty());
        }
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(cases, 71);
    QCOMPARE(failures, immediateActions(result).size());
    QCOMPARE(outputs, improvements(result).size());
    QCOMPARE(skipped, 3); // two undecided, one not applicable
}

void TestReports::htmlIsOneFileWithoutScripts()
{
    const QString html = QString::fromUtf8(htmlReport(test::sampleResult()));
    QVERIFY(html.startsWith(QStringLiteral("<!DOCTYPE html>")));
    QVERIFY(html.contains(QStringLiteral("prefers-color-scheme:dark")));
    QVERIFY(html.contains(QStringLiteral("default-src 'none'")));
    static const QRegularExpression outside(QStringLiteral("(?:src|href)=\"(?!#)"));
    QVERIFY(!html.contains(outside));
    QVERIFY(!html.contains(QRegularExpression(QStringLiteral("url\\("))));
    QVERIFY(!html.contains(QStringLiteral("<script")));
}

void TestReports::anEmptyAuditIsNoPass_data()
{
    QTest::addColumn<QByteArray>("report");
    const AuditResult result = test::sampleResult({.empty = true});
    QTest::newRow("markdown") << markdownReport(result);
    QTest::newRow("text") << textReport(result);
    QTest::newRow("html") << htmlReport(result);
    AuditResult none = result;
    for (CheckResult& check : none.checks)
        check.judgment.mark = Mark::NotApplicable;
    none.score = Scorecard{};
    QTest::newRow("nothing applies") << textReport(none);
}

void TestReports::anEmptyAuditIsNoPass()
{
    QFETCH(QByteArray, report);
    const QString text = QString::fromUtf8(report);
    const qsizetype checks = text.indexOf(QStringLiteral("1. API Performance:"));
    QVERIFY(!text.mid(std::max<qsizetype>(checks, 0)).contains(QStringLiteral("✓ ")) || checks < 0);
    QVERIFY(text.contains(QStringLiteral("High risk")) ||
            text.contains(QStringLiteral("No band: no check applies")));
    QVERIFY(!text.contains(QStringLiteral("100.0")));
}

QTEST_GUILESS_MAIN(TestReports)
#include "tst_reports.moc"
