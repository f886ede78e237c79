// The PDF as a reader gets it: its text, its fonts, its pages, through poppler's tools.
#include "core/audit/comparison.h"
#include "core/report_pdf/pdf_flow.h"
#include "core/report_pdf/pdf_outline.h"
#include "core/report_pdf/pdf_report.h"
#include "tests/support/sample_result.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace awb;

class TestPdf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyCheckIsThere();
    void theTemplateIsFilledIn();
    void marksCanBeSearched();
    void everyFontIsEmbedded();
    void theFileNamesItselfAndItsAuthor();
    void pagesAreNumberedToTheLast();
    void bookmarksLeadToEverySection();
    void nothingPlantedIsThere();
    void overridesOfDirectionAreShown();
    void textKeepsEverySign();
    void teamNamesInOtherScriptsStay();
    void whatNoFontCanDrawIsSaid();
    void aLongTableRepeatsItsHead();
    void evidenceOfSeveralChecksIsPrintedOnce();
    void anEmptyAuditIsAReportToo();
    void manyRowsAndLongTextsStayWhole();
    void theComparisonTellsWhatMoved();
    void aFailedWriteSaysWhere();
    void anOldFileSurvivesAFailure();
    void theFlowKeepsTogetherWhatBelongsTogether();
    void otherFilesAreNotTouched();

private:
    QString run(const QString& program, const QStringList& arguments) const;
    QString textOf(const QString& path, const QStringList& options = {QStringLiteral("-layout")}) const;
    QString pathOf(const QString& name) const;
    QString write(const AuditResult& result, const QString& name);

    QTemporaryDir folder_;
    QString path_;
    QString text_;
    PdfWritten written_;
};

QString TestPdf::run(const QString& program, const QStringList& arguments) const
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(30000);
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return QStringLiteral("failed: ") + QString::fromUtf8(process.readAllStandardError());
    return QString::fromUtf8(process.readAllStandardOutput());
}

QString TestPdf::textOf(const QString& path, const QStringList& options) const
{
    return run(QStringLiteral("pdftotext"), options + QStringList{path, QStringLiteral("-")});
}

// To look at the pages afterwards: AWB_KEEP_PDF names a folder.
QString TestPdf::pathOf(const QString& name) const
{
    const QString kept = qEnvironmentVariable("AWB_KEEP_PDF");
    return kept.isEmpty() ? folder_.filePath(name) : kept + QLatin1Char('/') + name;
}

QString TestPdf::write(const AuditResult& result, const QString& name)
{
    const QString path = pathOf(name);
    const auto written = writePdf(result, path);
    if (!written)
        qFatal("%s", qUtf8Printable(written.error().message));
    written_ = *written;
    return path;
}

void TestPdf::initTestCase()
{
    for (const char* tool : {"pdftotext", "pdffonts", "pdfinfo"}) {
        if (QStandardPaths::findExecutable(QLatin1String(tool)).isEmpty())
            QSKIP("poppler-utils is not installed");
    }
    path_ = write(test::sampleResult(), QStringLiteral("sample.pdf"));
    text_ = textOf(path_);
    QVERIFY(text_.size() > 10000);
    QVERIFY2(written_.warnings.isEmpty(), qPrintable(written_.warnings.join(QLatin1Char('\n'))));
}

void TestPdf::everyCheckIsThere()
{
    const Checklist checklist = test::sampleChecklist();
    const QString flat = textOf(path_, {}).simplified();
    QCOMPARE(checklist.checkCount(), 71);
    for (const Section& section : checklist.sections) {
        for (const Check& check : section.checks) {
            const QRegularExpression id(
                QStringLiteral("(?<![0-9.])%1(?![0-9.])").arg(QRegularExpression::escape(check.id)));
            QVERIFY2(flat.contains(id), qPrintable(check.id));
            QVERIFY2(flat.contains(check.check.simplified().left(24)), qPrintable(check.check));
        }
    }
}

void TestPdf::theTemplateIsFilledIn()
{
    const AuditResult result = test::sampleResult();
    const QString summary = textOf(path_, {QStringLiteral("-layout"), QStringLiteral("-f"),
                                           QStringLiteral("2"), QStringLiteral("-l"), QStringLiteral("2")});
    QVERIFY(summary.contains(QStringLiteral("Score summary")));
    for (const SectionScore& section : result.score.sections) {
        const QRegularExpression row(QStringLiteral("%1\\. %2\\s+%3\\s+%4\\s+%5\\s%")
                                         .arg(section.number)
                                         .arg(QRegularExpression::escape(section.title))
                                         .arg(section.points)
                                         .arg(section.max)
                                         .arg(QRegularExpression::escape(QString::number(
                                             percentOneDecimal(section.points, section.max), 'f', 1))));
        QVERIFY2(summary.contains(row), qPrintable(section.title + QLatin1Char('\n') + summary));
    }
    QVERIFY(summary.contains(QRegularExpression(QStringLiteral("TOTAL\\s+49\\s+70\\s+70\\.0\\s%"))));
    QVERIFY(summary.contains(QStringLiteral("Top 3 action items")));
    QVERIFY(summary.contains(QStringLiteral("Data team")));
    QVERIFY(summary.contains(QStringLiteral("5 Dec 2026")));
    QVERIFY(textOf(path_, {}).simplified().contains(QStringLiteral("provisional: 2 checks are undecided")));
    QVERIFY(summary.contains(QStringLiteral("Checkout")));
    QVERIFY(summary.contains(QStringLiteral("R. Sample")));
}

void TestPdf::marksCanBeSearched()
{
    const AuditResult result = test::sampleResult();
    const QString summary =
        textOf(path_, {QStringLiteral("-f"), QStringLiteral("2"), QStringLiteral("-l"), QStringLiteral("2")});
    // Each mark of the table, and one of each kind in the row of totals.
    QCOMPARE(summary.count(QStringLiteral("✓")), result.score.pass + 1);
    QCOMPARE(summary.count(QStringLiteral("⚠")), result.score.warn + 1);
    QCOMPARE(summary.count(QStringLiteral("✗")), result.score.fail + 1);
}

void TestPdf::everyFontIsEmbedded()
{
    const QStringList lines =
        run(QStringLiteral("pdffonts"), {path_}).split(QLatin1Char('\n'), Qt::SkipEmptyParts).mid(2);
    QVERIFY(lines.size() >= 3);
    for (const QString& line : lines) {
        // name, type, encoding, emb, sub, uni, object id
        const QRegularExpression form(
            QStringLiteral("\\s(yes|no)\\s+(yes|no)\\s+(yes|no)\\s+\\d+\\s+\\d+\\s*$"));
        const QRegularExpressionMatch match = form.match(line);
        QVERIFY2(match.hasMatch(), qPrintable(line));
        QCOMPARE(match.captured(1), QStringLiteral("yes"));
        QCOMPARE(match.captured(3), QStringLiteral("yes"));
    }
}

void TestPdf::theFileNamesItselfAndItsAuthor()
{
    const QString info = run(QStringLiteral("pdfinfo"), {path_});
    QVERIFY2(info.contains(QRegularExpression(QStringLiteral("Title:\\s+Checkout API · Q4 2026"))),
             qPrintable(info));
    QVERIFY(info.contains(QRegularExpression(QStringLiteral("Author:\\s+R\\. Sample"))));
    QVERIFY(info.contains(
        QRegularExpression(QStringLiteral("Page size:\\s+59\\d(\\.\\d+)? x 84\\d(\\.\\d+)? pts \\(A4\\)"))));
    QVERIFY(info.contains(QRegularExpression(QStringLiteral("Pages:\\s+%1").arg(written_.pages))));
}

void TestPdf::pagesAreNumberedToTheLast()
{
    QVERIFY(written_.pages > 9);
    for (int page = 1; page <= written_.pages; ++page)
        QVERIFY2(text_.contains(QRegularExpression(
                     QStringLiteral("Page %1 of %2(?!\\d)").arg(page).arg(written_.pages))),
                 qPrintable(QString::number(page)));
}

void TestPdf::bookmarksLeadToEverySection()
{
    QFile file(path_);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray pdf = file.readAll();
    QVERIFY(pdf.contains("/PageMode /UseOutlines"));
    // One entry for each check and section at least.
    QVERIFY(pdf.count("/Dest [") >= 71 + 9);
    // "2. Database" as UTF-16
    QVERIFY(pdf.contains("<FEFF0032002E002000440061007400610062006100730065>"));
}

void TestPdf::nothingPlantedIsThere()
{
    const QString flat =
        textOf(path_, {QStringLiteral("-raw")}).remove(QRegularExpression(QStringLiteral("\\s")));
    for (const QString& secret : test::plantedSecrets())
        QVERIFY2(!flat.contains(secret), qPrintable(secret));
    QVERIFY(flat.contains(QStringLiteral("{e-mail}")));
}

void TestPdf::overridesOfDirectionAreShown()
{
    const QString flat = textOf(path_, {}).simplified();
    QVERIFY(!flat.contains(QChar(0x202E)));
    QVERIFY(flat.contains(QStringLiteral("⟦U+202E⟧gnp.exe⟦U+202C⟧")));
    QVERIFY(flat.contains(QStringLiteral("⟦U+001B⟧")));
}

void TestPdf::textKeepsEverySign()
{
    const QString flat = textOf(path_, {}).simplified();
    QVERIFY(flat.contains(QStringLiteral("o.state ->")));
    QVERIFY(flat.contains(QStringLiteral(">= $1")));
    QVERIFY(flat.contains(QStringLiteral("> 10,000 rows")));
    QVERIFY(flat.contains(QStringLiteral("1,284,310")));
    QVERIFY(flat.contains(QStringLiteral("(cost=0.00..31274.88")));
}

void TestPdf::teamNamesInOtherScriptsStay()
{
    // The two characters whose glyphs no other character shares: a PDF text layer may name a look-alike of
    // the others.
    QVERIFY(text_.contains(QStringLiteral("团队")));
}

void TestPdf::whatNoFontCanDrawIsSaid()
{
    AuditResult result = test::sampleResult({.empty = true});
    const char32_t nowhere = 0x10FFFD; // private use
    result.meta.team = QStringLiteral("Team ") + QString::fromUcs4(&nowhere, 1);
    write(result, QStringLiteral("boxes.pdf"));
    QCOMPARE(written_.warnings.size(), 1);
    QVERIFY(written_.warnings.constFirst().contains(QStringLiteral("Install the package fonts-")));
    write(test::sampleResult(), QStringLiteral("again.pdf"));
    QVERIFY(written_.warnings.isEmpty());
}

void TestPdf::aLongTableRepeatsItsHead()
{
    const QString section = text_.mid(text_.indexOf(QStringLiteral("Statements by total time")));
    const QString table = section.left(section.indexOf(QStringLiteral("more rows, in the JSON result")));
    QVERIFY(table.contains(QStringLiteral("Page ")));
    QVERIFY(table.count(QRegularExpression(QStringLiteral("Query\\s+Calls\\s+Mean\\s+At most"))) >= 2);
}

void TestPdf::evidenceOfSeveralChecksIsPrintedOnce()
{
    AuditResult result = test::sampleResult({.empty = true});
    Facts facts;
    facts.probe = QStringLiteral("postgres.settings");
    facts.complete = true;
    Table table;
    table.title = Message::verbatim(QStringLiteral("Zebra settings"));
    table.columns.append(
        Column{QStringLiteral("name"), Message::verbatim(QStringLiteral("Name")), {}, false, 1});
    table.rows = {{QStringLiteral("statement_zebra")}};
    table.total = 1;
    facts.tables = {table};
    result.checks[10].evidence = {facts};
    result.checks[11].evidence = {facts};
    const QString text = textOf(write(result, QStringLiteral("once.pdf")));
    QCOMPARE(text.count(QStringLiteral("statement_zebra")), 1);
    QVERIFY(
        text.contains(QStringLiteral("Zebra settings: printed under %1.").arg(result.checks[10].check.id)));

    // a second run of the probe is other evidence
    result.checks[11].evidence[0].started = QDateTime::currentDateTimeUtc();
    QCOMPARE(textOf(write(result, QStringLiteral("twice.pdf"))).count(QStringLiteral("statement_zebra")), 2);
}

void TestPdf::anEmptyAuditIsAReportToo()
{
    const QString text = textOf(write(test::sampleResult({.empty = true}), QStringLiteral("empty.pdf")));
    QVERIFY(text.contains(QRegularExpression(QStringLiteral("TOTAL\\s+0\\s+71\\s+0\\.0\\s%"))));
    QVERIFY(!text.contains(QStringLiteral("✓")) ||
            text.count(QStringLiteral("✓")) == 1); // the scoring rule names it
    QVERIFY(text.contains(QStringLiteral("provisional: 71 checks are undecided")));
}

void TestPdf::manyRowsAndLongTextsStayWhole()
{
    AuditResult result = test::sampleResult({.evidenceRows = 2000});
    result.checks[3].judgment.note = QStringLiteral("word ").repeated(3000);
    result.checks[4].judgment.note = QString(30000, QLatin1Char('w'));
    result.meta.name = QString(3000, QLatin1Char('N'));
    const QString text = textOf(write(result, QStringLiteral("long.pdf")), {});
    QCOMPARE(text.count(QRegularExpression(QStringLiteral("\\bword\\b"))), 3000);
    QVERIFY(written_.pages < 80);
}

void TestPdf::theComparisonTellsWhatMoved()
{
    const QString path = pathOf(QStringLiteral("comparison.pdf"));
    const auto written = writeComparisonPdf(
        compareResults(test::earlierSampleResult(), test::sampleResult({.allDecided = true})), path);
    QVERIFY(written.has_value());
    const QString text = textOf(path);
    QVERIFY(text.contains(QStringLiteral("What moved since Q3 2026")));
    QVERIFY(text.indexOf(QStringLiteral("Regressed, 2")) < text.indexOf(QStringLiteral("Improved, 6")));
    QVERIFY(text.contains(QRegularExpression(QStringLiteral("4\\. Connection Management\\s+8\\s+7\\s+−1"))));
    QVERIFY(QString(text).replace(QChar(0xA0), QLatin1Char(' ')).contains(QStringLiteral("63.8 % → 91.2 %")));
    QVERIFY(text.contains(QStringLiteral("Judgment")));
}

void TestPdf::aFailedWriteSaysWhere()
{
    const QString path = folder_.filePath(QStringLiteral("no/such/folder.pdf"));
    const auto written = writePdf(test::sampleResult({.empty = true}), path);
    QVERIFY(!written.has_value());
    QCOMPARE(written.error().code, ErrorCode::Io);
    QVERIFY(written.error().message.contains(path));
}

void TestPdf::anOldFileSurvivesAFailure()
{
    QBuffer closed; // not open: nothing can be written
    const auto written = writePdf(test::sampleResult({.empty = true}), closed);
    QVERIFY(!written.has_value());
    QCOMPARE(written.error().code, ErrorCode::Io);
}

void TestPdf::theFlowKeepsTogetherWhatBelongsTogether()
{
    PdfFlow flow(100, 100);
    const auto add = [&flow](double height, bool keep, qsizetype repeat = -1) {
        FlowItem item;
        item.height = height;
        item.keepWithNext = keep;
        item.repeat = repeat;
        return flow.add(std::move(item));
    };
    add(80, false);
    add(10, true);  // a title …
    add(15, false); // … goes where its text goes
    const qsizetype head = add(10, true);
    for (int i = 0; i < 5; ++i)
        add(30, false, head);
    add(250, false); // taller than a page: placed alone, never lost
    flow.paginate();
    QCOMPARE(flow.pages().at(0).items.size(), 1);
    QCOMPARE(flow.pages().at(1).items.at(0).item, 1);
    QCOMPARE(flow.pages().at(1).items.at(1).y, 10.0);
    QCOMPARE(flow.pages().at(2).items.at(0).item, head);
    QCOMPARE(flow.pages().at(2).items.at(1).y, 10.0);
    qsizetype placed = 0;
    for (const FlowPage& page : flow.pages()) {
        for (const FlowPage::Placed& item : page.items) {
            placed += item.item == head && &item == &page.items.constFirst() && &page != &flow.pages().at(1)
                          ? 0
                          : 1;
            QVERIFY(item.y + flow.at(item.item).height <= 100 || flow.at(item.item).height > 100);
        }
    }
    QCOMPARE(placed, flow.size());
}

void TestPdf::otherFilesAreNotTouched()
{
    const QByteArray foreign("%PDF-1.7\nxref stream instead\nstartxref\n9\n%%EOF\n");
    QCOMPARE(withAdditions(foreign, {{{QStringLiteral("a"), 0, 0, 0}}, {}, {}, {}}), foreign);
    QCOMPARE(withAdditions({}, {}), QByteArray());
}

QTEST_MAIN(TestPdf)
#include "tst_pdf.moc"
