// The checklist as data: its words against the printed checklist, and one row for every way it can be wrong.
#include "core/audit/checklist.h"

#include "tests/core/named_probes.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <functional>

using namespace awb;

namespace
{

// The probes that exist; the product passes ProbeTable::ids().
QSet<QString> probeIds()
{
    return test::namedProbes();
}

QByteArray readFile(const QString& relative)
{
    QFile file(qEnvironmentVariable("AWB_SOURCE_DIR") + QLatin1Char('/') + relative);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString printedChecklist()
{
    return QString::fromUtf8(readFile(QStringLiteral("tests/data/backend-audit-checklist.md")));
}

struct PrintedRow
{
    QString check, threshold, method;
};

// Rows of the tables, by check id.
QMap<QString, PrintedRow> printedRows()
{
    static const QRegularExpression form(QStringLiteral("^\\| (\\d\\.\\d+) \\| (.*) \\| (.*) \\| (.*) \\|$"),
                                         QRegularExpression::MultilineOption);
    QMap<QString, PrintedRow> rows;
    auto it = form.globalMatch(printedChecklist());
    while (it.hasNext()) {
        const QRegularExpressionMatch row = it.next();
        rows.insert(row.captured(1), {row.captured(2), row.captured(3), row.captured(4)});
    }
    return rows;
}

// Title of each printed section, and what stands under its table without the line that introduces it.
QMap<int, QPair<QString, QString>> printedSections()
{
    QMap<int, QPair<QString, QString>> sections;
    const QStringList parts = printedChecklist().split(QStringLiteral("\n## "));
    for (const QString& part : parts) {
        QStringList lines = part.split(QLatin1Char('\n'));
        static const QRegularExpression heading(QStringLiteral("^(\\d)\\. (.*)$"));
        const QRegularExpressionMatch match = heading.match(lines.takeFirst());
        if (!match.hasMatch())
            continue;
        while (!lines.isEmpty() && lines.first().startsWith(QLatin1Char('|')))
            lines.removeFirst();
        if (!lines.isEmpty() && lines.first().endsWith(QLatin1Char(':')))
            lines.removeFirst();
        sections.insert(match.captured(1).toInt(),
                        {match.captured(2), lines.join(QLatin1Char('\n')).trimmed()});
    }
    return sections;
}

QByteArray builtInJson()
{
    return readFile(QStringLiteral("resources/checklist/backend-audit.json"));
}

// Changes the value at a path such as "sections.1.checks.3.id"; the edit gets what stands there.
using Edit = std::function<QJsonValue(const QJsonValue&)>;

QJsonValue edited(const QJsonValue& value, QStringList path, const Edit& edit)
{
    if (path.isEmpty())
        return edit(value);
    const QString step = path.takeFirst();
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        array.replace(step.toInt(), edited(array.at(step.toInt()), path, edit));
        return array;
    }
    QJsonObject object = value.toObject();
    const QJsonValue member = edited(object.value(step), path, edit);
    if (member.isUndefined())
        object.remove(step);
    else
        object.insert(step, member);
    return object;
}

Edit set(const QJsonValue& value)
{
    return [value](const QJsonValue&) { return value; };
}

Edit removeAt(int index)
{
    return [index](const QJsonValue& old) {
        QJsonArray array = old.toArray();
        array.removeAt(index);
        return QJsonValue(array);
    };
}

Edit repeatAt(int index)
{
    return [index](const QJsonValue& old) {
        QJsonArray array = old.toArray();
        array.append(array.at(index));
        return QJsonValue(array);
    };
}

Edit swapFirstTwo()
{
    return [](const QJsonValue& old) {
        QJsonArray array = old.toArray();
        const QJsonValue first = array.at(0);
        array.replace(0, QJsonValue(array.at(1)));
        array.replace(1, first);
        return QJsonValue(array);
    };
}

} // namespace

class ChecklistTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(!printedChecklist().isEmpty(), "tests/data/backend-audit-checklist.md is missing");
        const Result<Checklist> loaded = loadBuiltInChecklist(probeIds());
        QVERIFY2(loaded.has_value(), loaded ? "" : qPrintable(loaded.error().message));
        checklist_ = loaded.value();
    }

    void builtInBytesAreTheFileOfTheRepository()
    {
        QFile resource(QStringLiteral(":/auditbench/checklist/backend-audit.json"));
        QVERIFY(resource.open(QIODevice::ReadOnly));
        QCOMPARE(resource.readAll(), builtInJson());
    }

    void everyCheckHasThePrintedWords_data()
    {
        QTest::addColumn<QString>("id");
        const QMap<QString, PrintedRow> rows = printedRows();
        QCOMPARE(rows.size(), 71);
        for (const QString& id : rows.keys())
            QTest::newRow(qPrintable(id)) << id;
    }
    void everyCheckHasThePrintedWords()
    {
        QFETCH(QString, id);
        const PrintedRow row = printedRows().value(id);
        const Check* check = checklist_.find(id);
        QVERIFY(check);
        QCOMPARE(check->check, row.check);
        QCOMPARE(check->threshold, row.threshold);
        QCOMPARE(check->method, row.method);
    }

    void sectionsHaveThePrintedTitlesSizesAndSnippets()
    {
        const QVector<int> sizes{6, 8, 8, 10, 8, 10, 8, 8, 5};
        const auto printed = printedSections();
        QCOMPARE(printed.size(), sizes.size());
        QCOMPARE(checklist_.sections.size(), sizes.size());
        QCOMPARE(checklist_.checkCount(), 71);
        for (const Section& section : checklist_.sections) {
            QCOMPARE(section.max, sizes.at(section.number - 1));
            QCOMPARE(section.checks.size(), section.max);
            QCOMPARE(section.title, printed.value(section.number).first);
            QStringList texts;
            for (const Snippet& snippet : section.snippets) {
                if (snippet.corrects.isEmpty())
                    texts.append(snippet.text);
            }
            QCOMPARE(texts.join(QLatin1Char('\n')), printed.value(section.number).second);
            const QString total = QStringLiteral("%1. %2").arg(section.number).arg(section.title);
            static const QRegularExpression gap(QStringLiteral(" ___ (\\d+) ___"));
            const QString line =
                printedChecklist().section(QLatin1Char('\n') + total + QStringLiteral(" ___"), 1, 1);
            QCOMPARE(line.section(QLatin1Char('\n'), 0, 0).trimmed(),
                     QStringLiteral("%1 ___").arg(section.max));
        }
    }

    void introductionAndBandsArePrinted()
    {
        const QString text = printedChecklist();
        QVERIFY(text.contains(QStringLiteral("\n\n") + checklist_.intro + QStringLiteral("\n- 90")));
        QVERIFY(text.startsWith(QStringLiteral("# ") + checklist_.title + QLatin1Char('\n')));
        for (const Band& band : checklist_.bands) {
            QVERIFY2(text.contains(QStringLiteral("%: ") + band.title + QLatin1Char('\n')),
                     qPrintable(band.title));
            QVERIFY(band.title.startsWith(band.shortTitle));
        }
    }

    void aScoreFallsIntoTheBandOfItsExactRatio_data()
    {
        QTest::addColumn<int>("points");
        QTest::addColumn<int>("max");
        QTest::addColumn<QString>("band");
        QTest::newRow("all") << 71 << 71 << "production-ready";
        QTest::newRow("64 of 71 is 90.1 %") << 64 << 71 << "production-ready";
        QTest::newRow("exactly 90 %") << 63 << 70 << "production-ready";
        QTest::newRow("63 of 71 is 88.7 %") << 63 << 71 << "some-gaps";
        QTest::newRow("exactly 70 %") << 49 << 70 << "some-gaps";
        QTest::newRow("49 of 71 is 69.01 %") << 49 << 71 << "significant-technical-debt";
        // 69.96 % is shown as 70.0 % and still is no 70
        QTest::newRow("rounds up to 70.0 %") << 1749 << 2500 << "significant-technical-debt";
        QTest::newRow("exactly 50 %") << 35 << 70 << "significant-technical-debt";
        QTest::newRow("35 of 71 is 49.3 %") << 35 << 71 << "high-risk";
        QTest::newRow("nothing") << 0 << 71 << "high-risk";
    }
    void aScoreFallsIntoTheBandOfItsExactRatio()
    {
        QFETCH(int, points);
        QFETCH(int, max);
        QTEST(checklist_.bandFor(static_cast<double>(points) / max).id, "band");
    }

    void kindsAreThoseOfTheSpecification()
    {
        QStringList assisted;
        for (const QString& id : checklist_.checkIds()) {
            if (checklist_.find(id)->kind == CheckKind::Assisted)
                assisted.append(id);
        }
        QCOMPARE(
            assisted.join(QLatin1Char(' ')),
            QStringLiteral("1.5 3.6 3.7 4.3 4.6 4.8 4.9 4.10 6.2 6.5 6.6 6.10 7.1 7.2 7.3 7.4 7.6 7.7 7.8 "
                           "8.1 8.2 8.3 8.4 8.5 8.6 9.1 9.2 9.3 9.4 9.5"));
    }

    void thresholdsSayWhatThePrintedOnesSay_data()
    {
        QTest::addColumn<QString>("check");
        QTest::addColumn<QString>("threshold");
        QTest::addColumn<QString>("symbol");
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("unit");
        QTest::newRow("1.1") << "1.1"
                             << "p99"
                             << "<" << 200.0 << "ms";
        QTest::newRow("1.2") << "1.2"
                             << "p99"
                             << "<" << 500.0 << "ms";
        QTest::newRow("1.3") << "1.3"
                             << "p99"
                             << "≤" << 1000.0 << "ms";
        QTest::newRow("1.4") << "1.4"
                             << "ratio"
                             << "<" << 4.0 << "ratio";
        QTest::newRow("2.1") << "2.1"
                             << "p99"
                             << "≤" << 100.0 << "ms";
        QTest::newRow("2.2") << "2.2"
                             << "covered"
                             << "=" << 100.0 << "percent";
        QTest::newRow("2.3") << "2.3"
                             << "rows"
                             << ">" << 10000.0 << "rows";
        QTest::newRow("2.4") << "2.4"
                             << "queries_per_request"
                             << "≤" << 10.0 << "count";
        QTest::newRow("2.5") << "2.5"
                             << "timeout"
                             << ">" << 0.0 << "ms";
        QTest::newRow("2.6") << "2.6"
                             << "min_duration"
                             << "≤" << 100.0 << "ms";
        QTest::newRow("2.7") << "2.7"
                             << "calls_per_day"
                             << ">" << 1000.0 << "per_day";
        QTest::newRow("2.8") << "2.8"
                             << "bloat"
                             << "<" << 20.0 << "percent";
        QTest::newRow("3.1") << "3.1"
                             << "hit_rate"
                             << ">" << 80.0 << "percent";
        QTest::newRow("3.2") << "3.2"
                             << "with_ttl"
                             << "=" << 100.0 << "percent";
        QTest::newRow("3.8") << "3.8"
                             << "eviction_rate"
                             << "<" << 5.0 << "per_hour";
        QTest::newRow("4.3") << "4.3"
                             << "acquire_timeout"
                             << "≤" << 30.0 << "s";
        QTest::newRow("4.4") << "4.4"
                             << "lifetime"
                             << "<" << 1800.0 << "s";
        QTest::newRow("4.5") << "4.5"
                             << "idle_time"
                             << "<" << 600.0 << "s";
        QTest::newRow("5.5") << "5.5"
                             << "error_rate"
                             << "≤" << 1.0 << "percent";
        QTest::newRow("5.6") << "5.6"
                             << "latency"
                             << "≤" << 500.0 << "ms";
        QTest::newRow("6.4") << "6.4"
                             << "attempts"
                             << "≤" << 10.0 << "per_minute";
        QTest::newRow("8.1") << "8.1"
                             << "instances"
                             << ">" << 1.0 << "count";
        QTest::newRow("9.2") << "9.2"
                             << "requests_per_day"
                             << ">" << 100.0 << "per_day";
    }
    void thresholdsSayWhatThePrintedOnesSay()
    {
        QFETCH(QString, check);
        QFETCH(QString, threshold);
        const Threshold* found = checklist_.find(check)->findThreshold(threshold);
        QVERIFY(found);
        QTEST(comparisonSymbol(found->comparison), "symbol");
        QTEST(found->value, "value");
        QTEST(found->unit, "unit");
        QCOMPARE(checklist_.find(check)->mainThreshold().id, checklist_.find(check)->thresholds.first().id);
    }

    void snippetsAreShownWithTheirChecks_data()
    {
        QTest::addColumn<QString>("check");
        QTest::addColumn<QStringList>("snippets");
        QTest::newRow("FK audit") << "2.2"
                                  << QStringList{QStringLiteral("fk-index-audit"),
                                                 QStringLiteral("fk-index-audit-corrected")};
        QTest::newRow("calculator") << "4.2" << QStringList{QStringLiteral("pool-calculator")};
        QTest::newRow("metric set") << "5.2" << QStringList{QStringLiteral("minimum-metric-set")};
        QTest::newRow("breaker") << "7.1" << QStringList{QStringLiteral("circuit-breaker")};
        QTest::newRow("none") << "9.1" << QStringList{};
    }
    void snippetsAreShownWithTheirChecks()
    {
        QFETCH(QString, check);
        QStringList ids;
        for (const Snippet& snippet : checklist_.snippetsFor(check))
            ids.append(snippet.id);
        QTEST(ids, "snippets");
    }

    void theForeignKeyQueryIsReplacedAndSaysWhy()
    {
        const QVector<Snippet> snippets = checklist_.snippetsFor(QStringLiteral("2.2"));
        QCOMPARE(snippets.at(1).corrects, snippets.at(0).id);
        for (const char* reason : {"HAVING", "schema", "LIKE", "information_schema"})
            QVERIFY2(snippets.at(1).note.contains(QLatin1String(reason)), reason);
        QVERIFY(snippets.at(0).note.contains(QStringLiteral("not valid SQL")));
        QCOMPARE(checklist_.find(QStringLiteral("2.2"))->howToMeasure.first().text, snippets.at(1).text);
    }

    void checksThatOneActionClearsShareItsText()
    {
        const Check* missing = checklist_.find(QStringLiteral("2.2"));
        QCOMPARE(missing->sharedCauses, checklist_.find(QStringLiteral("2.3"))->sharedCauses);
        QCOMPARE(missing->sharedAction, QStringLiteral("Add the missing indexes"));
        QCOMPARE(checklist_.find(QStringLiteral("2.8"))->sharedAction, QString());
    }

    void unknownIdsAreNotFound()
    {
        QVERIFY(!checklist_.find(QStringLiteral("2.9")));
        QVERIFY(!checklist_.find(QString()));
        QVERIFY(!checklist_.find(QStringLiteral("2.2"))->findThreshold(QStringLiteral("no")));
        QCOMPARE(checklist_.find(QStringLiteral("2.8"))->policyValue(QStringLiteral("fail_above_percent")),
                 40.0);
    }

    void aMistakeIsNamedWithItsPlace_data();
    void aMistakeIsNamedWithItsPlace()
    {
        QFETCH(QString, path);
        QFETCH(Edit, edit);
        QFETCH(QString, expected);
        const QJsonObject root = QJsonDocument::fromJson(builtInJson()).object();
        const QStringList steps = path.isEmpty() ? QStringList() : path.split(QLatin1Char('.'));
        const QJsonObject wrong = edited(root, steps, edit).toObject();
        QVERIFY(wrong != root);
        const Result<Checklist> loaded = loadChecklist(QJsonDocument(wrong).toJson(), probeIds());
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code, ErrorCode::Parse);
        QCOMPARE(loaded.error().message, QStringLiteral("The checklist cannot be used: ") + expected);
    }

    void textThatIsNoChecklistIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("expected");
        QTest::newRow("empty") << QByteArray() << "line 1: not JSON";
        QTest::newRow("broken off") << QByteArray("{\n\"schema\": \"x\",\n") << "line 3: not JSON";
        QTest::newRow("a list") << QByteArray("[]") << "it must be a JSON object";
        QTest::newRow("deep") << QByteArray(5000, '[') << "not JSON";
        QTest::newRow("too large") << QByteArray(9 * 1024 * 1024, ' ') << "larger than";
        QTest::newRow("not UTF-8") << QByteArray("{\"schema\": \"\xff\xfe\"}") << "not JSON";
    }
    void textThatIsNoChecklistIsRefused()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, expected);
        const Result<Checklist> loaded = loadChecklist(json, probeIds());
        QVERIFY(!loaded);
        QVERIFY2(loaded.error().message.contains(expected), qPrintable(loaded.error().message));
    }

    void aProbeThatIsNotInTheTableIsRefused()
    {
        QSet<QString> fewer = probeIds();
        fewer.remove(QStringLiteral("redis.memory"));
        const Result<Checklist> loaded = loadBuiltInChecklist(fewer);
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().message,
                 QStringLiteral(
                     "The checklist cannot be used: sections[2].checks[2].probes[0]: no probe is called "
                     "'redis.memory'"));
    }

private:
    Checklist checklist_;
};

void ChecklistTest::aMistakeIsNamedWithItsPlace_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* path, const Edit& edit, const char* expected) {
        QTest::newRow(name) << QString::fromLatin1(path) << edit << QString::fromUtf8(expected);
    };
    const QJsonValue nothing(QJsonValue::Undefined);
    row("another schema", "schema", set(QStringLiteral("auditbench/checklist-data/2")),
        "schema: 'auditbench/checklist-data/2' is unknown; known are auditbench/checklist-data/1");
    row("another checklist", "id", set(QStringLiteral("mine")),
        "id: 'mine' is unknown; known are backend-audit/1");
    row("no introduction", "intro", set(nothing), "intro: is missing");
    row("unknown key at the top", "extra", set(1),
        "extra: unknown key; known here are schema, id, title, intro, bands, causes, sections");
    row("a band is missing", "bands", removeAt(3), "bands: there must be 4 bands, not 3");
    row("bands out of order", "bands", swapFirstTwo(),
        "bands[0].id: 'production-ready' must stand here, not 'some-gaps'");
    row("another band limit", "bands.1.min_percent", set(75), "bands[1].min_percent: must be 70");
    row("a section is missing", "sections", removeAt(8), "sections: there must be 9 sections, not 8");
    row("a section too many", "sections", repeatAt(8),
        "sections[9].number: must be 10: sections stand in order");
    row("sections is no list", "sections", set(QStringLiteral("x")), "sections: must be a list");
    row("a section is no object", "sections.4", set(7), "sections[4]: must be an object");
    row("another maximum", "sections.3.max", set(9), "sections[3].max: must be 10, as the checklist says");
    row("a check is missing", "sections.1.checks", removeAt(3), "sections[1].checks: check 2.4 is missing");
    row("a check is there twice", "sections.1.checks", repeatAt(2),
        "sections[1].checks[8].id: check 2.3 is there twice");
    row("checks out of order", "sections.1.checks", swapFirstTwo(),
        "sections[1].checks[0].id: check 2.1 must stand here");
    row("a check of another section", "sections.1.checks.3.id", set(QStringLiteral("3.4")),
        "sections[1].checks[3].id: '3.4' is not a check of section 2");
    row("a check that does not exist", "sections.1.checks.3.id", set(QStringLiteral("2.9")),
        "sections[1].checks[3].id: '2.9' is not a check of section 2");
    row("a misspelt key", "sections.0.checks.0.remdy", set(QStringLiteral("x")),
        "sections[0].checks[0].remdy: unknown key; known here are id, short, check, threshold, method, kind, "
        "thresholds, policy, letter, question, remedy, remedy_code, effort, severity, shared_cause, action, "
        "how_to_measure, references, probes");
    row("no threshold text", "sections.0.checks.0.threshold", set(QStringLiteral("  ")),
        "sections[0].checks[0].threshold: must not be empty");
    row("a number for a text", "sections.0.checks.0.method", set(3),
        "sections[0].checks[0].method: must be a text");
    row("a label too long", "sections.0.checks.0.short", set(QString(33, QLatin1Char('x'))),
        "sections[0].checks[0].short: must have at most 32 characters");
    row("unknown kind", "sections.0.checks.0.kind", set(QStringLiteral("guessed")),
        "sections[0].checks[0].kind: 'guessed' is unknown; known are measured, assisted");
    row("no typed threshold", "sections.0.checks.0.thresholds", set(QJsonArray()),
        "sections[0].checks[0].thresholds: must have at least one threshold");
    row("a threshold twice", "sections.0.checks.0.thresholds", repeatAt(0),
        "sections[0].checks[0].thresholds[1].id: threshold 'p99' is there twice");
    row("unknown comparison", "sections.2.checks.0.thresholds.0.comparison", set(QStringLiteral("above")),
        "sections[2].checks[0].thresholds[0].comparison: 'above' is unknown; known are lt, le, gt, ge, eq");
    row("unknown unit", "sections.2.checks.0.thresholds.0.unit", set(QStringLiteral("furlongs")),
        "sections[2].checks[0].thresholds[0].unit: 'furlongs' is unknown; known are ms, s, percent, bytes, "
        "count, "
        "ratio, per_hour, per_day, per_minute, per_second, rows, keys, calls, connections, bool");
    row("a text for a value", "sections.2.checks.0.thresholds.0.value", set(QStringLiteral("80")),
        "sections[2].checks[0].thresholds[0].value: must be a number");
    row("policy is no object", "sections.2.checks.0.policy", set(QJsonArray()),
        "sections[2].checks[0].policy: must be an object of numbers");
    row("policy holds a text", "sections.2.checks.0.policy.min_window_s", set(QStringLiteral("60s")),
        "sections[2].checks[0].policy.min_window_s: must be a number");
    row("policy name in capitals", "sections.2.checks.0.policy.minWindow", set(60),
        "sections[2].checks[0].policy.minWindow: a policy number is named in lower case with _");
    row("unknown effort", "sections.2.checks.0.effort", set(QStringLiteral("XL")),
        "sections[2].checks[0].effort: 'XL' is unknown; known are S, M, L");
    row("severity out of range", "sections.2.checks.0.severity", set(4),
        "sections[2].checks[0].severity: must be a whole number from 1 to 3");
    row("a misspelt cause", "sections.0.checks.5.shared_cause",
        set(QJsonArray{QStringLiteral("mising-index")}),
        "sections[0].checks[5].shared_cause[0]: 'mising-index' is not in causes");
    row("a cause nobody shares", "sections.1.checks.1.shared_cause", set(QJsonArray()),
        "sections[1].checks[2].shared_cause[0]: no other check shares 'missing-index'");
    row("two causes", "sections.1.checks.1.shared_cause",
        set(QJsonArray{QStringLiteral("missing-index"), QStringLiteral("plan-review")}),
        "sections[1].checks[1].shared_cause[1]: a check has one shared cause at most");
    row("a cause twice", "sections.1.checks.1.shared_cause", repeatAt(0),
        "sections[1].checks[1].shared_cause[1]: 'missing-index' is there twice");
    row("a cause of no check", "causes.lunar-phase", set(QStringLiteral("Wait")),
        "causes.lunar-phase: no check has this cause");
    row("a cause without an action", "causes.missing-index", set(QString()),
        "causes.missing-index: must not be empty");
    row("causes is a list", "causes", set(QJsonArray()), "causes: must be an object of texts");
    row("unknown probe", "sections.1.checks.1.probes.0", set(QStringLiteral("postgres.foreign_key")),
        "sections[1].checks[1].probes[0]: no probe is called 'postgres.foreign_key'");
    row("a probe twice", "sections.1.checks.1.probes", repeatAt(0),
        "sections[1].checks[1].probes[1]: 'postgres.foreign_keys' is there twice");
    row("a reference that is no address", "sections.1.checks.1.references.0.url",
        set(QStringLiteral("javascript:1")),
        "sections[1].checks[1].references[0].url: must be an https address");
    row("a remedy in an unknown language", "sections.1.checks.1.remedy_code.0.language",
        set(QStringLiteral("cobol")),
        "sections[1].checks[1].remedy_code[0].language: 'cobol' is unknown; known are sh, sql, text, "
        "prometheus, "
        "promql, yaml, json, ini, nginx, dockerfile, markdown, http, python, go, java, javascript, ruby");
    row("an empty command", "sections.1.checks.1.how_to_measure.0.text", set(QString()),
        "sections[1].checks[1].how_to_measure[0].text: must not be empty");
    row("a snippet twice", "sections.1.snippets", repeatAt(0),
        "sections[1].snippets[2].id: snippet 'fk-index-audit' is there twice");
    row("a snippet of no check", "sections.1.snippets.0.checks", set(QJsonArray()),
        "sections[1].snippets[0].checks: must name the checks it belongs to");
    row("a snippet of an unknown check", "sections.1.snippets.0.checks.0", set(QStringLiteral("3.9")),
        "sections[1].snippets[0].checks[0]: '3.9' is no check");
    row("a correction of nothing", "sections.1.snippets.1.corrects", set(QStringLiteral("fk")),
        "sections[1].snippets[1].corrects: 'fk' is no other snippet");
}

QTEST_GUILESS_MAIN(ChecklistTest)
#include "tst_checklist.moc"
