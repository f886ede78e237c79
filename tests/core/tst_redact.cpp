// What must not travel with a report does not, and what a reader needs stays.
#include "core/report/redact.h"
#include "core/report/reports.h"
#include "tests/support/sample_result.h"

#include <QTest>

using namespace awb;

class TestRedact : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void literalsLeaveQueries_data();
    void literalsLeaveQueries();
    void plansKeepTheirNumbers();
    void idsLeaveKeyNames_data();
    void idsLeaveKeyNames();
    void credentialsAndAddressesLeaveTexts_data();
    void credentialsAndAddressesLeaveTexts();
    void textsOfUnknownKindAreTreatedByTheirForm_data();
    void textsOfUnknownKindAreTreatedByTheirForm();
    void remediesKeepOurSettingsAndLoseTheirLiterals_data();
    void remediesKeepOurSettingsAndLoseTheirLiterals();
    void nothingPlantedIsInAnyReport_data();
    void nothingPlantedIsInAnyReport();
    void withTheSwitchTheTextsAreThere();
    void redactingTwiceChangesNothing();
    void hostileTextsEnd_data();
    void hostileTextsEnd();
};

void TestRedact::literalsLeaveQueries_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("redacted");
    const auto row = [](const char* name, const char* sql, const char* redacted) {
        QTest::newRow(name) << QString::fromUtf8(sql) << QString::fromUtf8(redacted);
    };
    row("text", "SELECT 1 FROM t WHERE a = 'x'", "SELECT ? FROM t WHERE a = ?");
    row("a quote inside", "a = 'it''s' AND b", "a = ? AND b");
    row("a backslash is no escape", "a = 'x\\' AND b = 'y'", "a = ? AND b = ?");
    row("E text with an escaped quote", "a = E'x\\' y' AND b", "a = ? AND b");
    row("the E flag ends with its literal", "a = E'x' AND b = 'y\\' AND c", "a = ? AND b = ? AND c");
    row("bit string", "a = B'0101' OR b = x'ff'", "a = ? OR b = ?");
    row("dollar quotes", "SELECT $$secret$$, $tag$ a $$ b $tag$, c", "SELECT ?, ?, c");
    row("parameters stay", "a = $1 AND b > $23", "a = $1 AND b > $23");
    row("numbers", "LIMIT 50 OFFSET 1.5e+3, .5", "LIMIT ? OFFSET ?, ?");
    row("digits in identifiers stay", "SELECT c1, t2.x3 FROM order_items_2024",
        "SELECT c1, t2.x3 FROM order_items_2024");
    row("quoted identifiers stay", "SELECT \"Order 7\" FROM t", "SELECT \"Order 7\" FROM t");
    row("line comment", "SELECT a -- by jane 4711\nFROM t", "SELECT a -- …\nFROM t");
    row("block comments nest", "/* a /* 4711 */ b */SELECT a", "/* … */SELECT a");
    row("cut off inside a literal", "a = 'Miller and", "a = ?");
    row("cut off after a backslash", "a = E'x\\", "a = ?");
    row("operators stay", "a -> 'b' ->> $1 >= 3", "a -> ? ->> $1 >= ?");
    row("hexadecimal number", "a = 0xFF", "a = ?");
    row("umlauts in identifiers", "SELECT größe FROM t", "SELECT größe FROM t");
    row("empty", "", "");
}

void TestRedact::literalsLeaveQueries()
{
    QFETCH(QString, sql);
    QFETCH(QString, redacted);
    QCOMPARE(redactQuery(sql), redacted);
    QCOMPARE(redactQuery(redacted), redacted);
}

void TestRedact::plansKeepTheirNumbers()
{
    const QString plan =
        QStringLiteral("Index Scan using o_idx on orders  (cost=0.42..8.44 rows=1 width=46)\n"
                       "  Index Cond: ((mail = 'jane''s'::text) AND (id > 4711))\n"
                       "  Rows Removed by Filter: 12");
    const QString shown =
        QStringLiteral("Index Scan using o_idx on orders  (cost=0.42..8.44 rows=1 width=46)\n"
                       "  Index Cond: ((mail = ?::text) AND (id > ?))\n"
                       "  Rows Removed by Filter: ?");
    QCOMPARE(redactPlan(plan), shown);
    QCOMPARE(redactPlan(shown), shown);
    QCOMPARE(redactPlan(QStringLiteral("Scan 'cut off")), QStringLiteral("Scan ?"));
}

void TestRedact::idsLeaveKeyNames_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("redacted");
    const auto row = [](const char* name, const char* key, const char* redacted) {
        QTest::newRow(name) << QString::fromUtf8(key) << QString::fromUtf8(redacted);
    };
    row("number", "user:1234:cart", "user:{id}:cart");
    row("uuid", "sess:123e4567-e89b-12d3-a456-426614174000", "sess:{id}");
    row("hash", "page:5d41402abc4b2a76", "page:{id}");
    row("number in a word", "user1234", "user{id}");
    row("version stays", "v2:product:17", "v2:product:{id}");
    row("words stay", "config:feature-flags", "config:feature-flags");
    row("address", "mail:jane.doe@customer.example:x", "mail:{id}:x");
    row("random", "tok:aGVsbG8gd29ybGQxMjM", "tok:{id}");
    row("no ids", "leaderboard", "leaderboard");
    row("hash slot", "{user:17}:x", "{user:{id}}:x");
    row("empty", "", "");
}

void TestRedact::idsLeaveKeyNames()
{
    QFETCH(QString, key);
    QFETCH(QString, redacted);
    QCOMPARE(redactKeyName(key), redacted);
    QCOMPARE(redactKeyName(redacted), redacted);
}

void TestRedact::credentialsAndAddressesLeaveTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("redacted");
    const auto row = [](const char* name, const char* text, const char* redacted) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(redacted);
    };
    row("password in a URL", "see postgresql://app:hunter22@db.example/shop",
        "see postgresql://app:***@db.example/shop");
    row("token as the user of a URL", "https://abcdefghijklmnopqrst@git.example/x",
        "https://***@git.example/x");
    row("a login in a URL stays", "postgresql://audit@db.example/shop", "postgresql://audit@db.example/shop");
    row("authorization header", "GET / Authorization: Bearer abc.def", "GET / Authorization: ***");
    row("bearer elsewhere", "curl with bearer abcdefgh12345", "curl with bearer ***");
    row("cookie", "Cookie: sid=17", "Cookie: ***");
    row("JWT", "got eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln back", "got *** back");
    row("AWS key", "key AKIAIOSFODNN7EXAMPLE.", "key ***.");
    row("GitHub token", "ghp_abcdefghijklmnopqrstuvwx0123", "***");
    row("e-mail", "ask jane.doe+x@customer.example, please", "ask {e-mail}, please");
    row("e-mail in a query string", "/u?mail=jane%40customer.example", "/u?mail={e-mail}");
    row("no address", "a @ b, @mention, 5@", "a @ b, @mention, 5@");
    row("plain prose", "The index was dropped in migration 0142.",
        "The index was dropped in migration 0142.");
    row("empty", "", "");
}

void TestRedact::credentialsAndAddressesLeaveTexts()
{
    QFETCH(QString, text);
    QFETCH(QString, redacted);
    QCOMPARE(redactText(text), redacted);
    QCOMPARE(redactText(redacted), redacted);
}

void TestRedact::textsOfUnknownKindAreTreatedByTheirForm_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("redacted");
    const auto row = [](const char* name, const char* text, const char* redacted) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(redacted);
    };
    row("a query", "SELECT total FROM orders WHERE id = 4711", "SELECT total FROM orders WHERE id = ?");
    row("a query without literals", "SELECT id FROM orders", "SELECT id FROM orders");
    row("a commented query", "/* user 7 */ SELECT a FROM t", "/* … */ SELECT a FROM t");
    row("a key", "user:4711", "user:{id}");
    row("an address with a port", "db.example:5432", "db.example:5432");
    row("an IP address", "10.0.0.5:6379", "10.0.0.5:6379");
    row("a time", "13:48:31", "13:48:31");
    row("a table", "order_items_2024", "order_items_2024");
    row("a sentence", "14 of 15 are covered", "14 of 15 are covered");
    row("an update", "UPDATE t SET a = 4711", "UPDATE t SET a = ?");
    row("an insert", "insert into t select 4711, b", "insert into t select ?, b");
    row("a call", "SELECT f(4711)", "SELECT f(?)");
    row("a sentence that selects", "Select all 15 rows", "Select all 15 rows");
    row("a sentence that sets", "Set 15 of them", "Set 15 of them");
    row("a sentence that updates", "Update 15 of them", "Update 15 of them");
}

void TestRedact::textsOfUnknownKindAreTreatedByTheirForm()
{
    QFETCH(QString, text);
    QFETCH(QString, redacted);
    QCOMPARE(redactForeign(text), redacted);
}

void TestRedact::remediesKeepOurSettingsAndLoseTheirLiterals_data()
{
    QTest::addColumn<QString>("remedy");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char* name, const char* remedy, const char* shown) {
        QTest::newRow(name) << QString::fromUtf8(remedy) << QString::fromUtf8(shown);
    };
    row("a setting", "ALTER ROLE shop SET statement_timeout = '5s';",
        "ALTER ROLE shop SET statement_timeout = '5s';");
    row("an index", "CREATE INDEX CONCURRENTLY ON public.t2 (c1);",
        "CREATE INDEX CONCURRENTLY ON public.t2 (c1);");
    row("their query after our words",
        "-- with sample values for $1\nBEGIN;\nEXPLAIN (ANALYZE, BUFFERS)\n"
        "SELECT a FROM t WHERE mail = 'jane@customer.example' AND n > 4711 /* jane */;\nROLLBACK;",
        "-- with sample values for $1\nBEGIN;\nEXPLAIN (ANALYZE, BUFFERS)\n"
        "SELECT a FROM t WHERE mail = ? AND n > ? /* … */;\nROLLBACK;");
}

void TestRedact::remediesKeepOurSettingsAndLoseTheirLiterals()
{
    QFETCH(QString, remedy);
    QFETCH(QString, shown);
    AuditResult result;
    CheckResult check;
    Facts facts;
    facts.remedies = {{QStringLiteral("2.7"), QStringLiteral("sql"), remedy}};
    check.evidence = {facts};
    result.checks = {check};
    QCOMPARE(redacted(result).checks.first().evidence.first().remedies.first().text, shown);
}

void TestRedact::nothingPlantedIsInAnyReport_data()
{
    QTest::addColumn<QByteArray>("report");
    const AuditResult result = test::sampleResult();
    QTest::newRow("markdown") << markdownReport(result);
    QTest::newRow("text") << textReport(result);
    QTest::newRow("json") << jsonReport(result);
    QTest::newRow("csv") << csvReport(result);
    QTest::newRow("junit") << junitReport(result);
    QTest::newRow("html") << htmlReport(result);
}

void TestRedact::nothingPlantedIsInAnyReport()
{
    QFETCH(QByteArray, report);
    QVERIFY(report.size() > 5000);
    for (const QString& secret : test::plantedSecrets())
        QVERIFY2(!report.contains(secret.toUtf8()), qPrintable(secret));
}

void TestRedact::withTheSwitchTheTextsAreThere()
{
    const QByteArray report = jsonReport(test::sampleResult(), {.redact = false});
    // The URL's password and the cookie are no texts to show; the query's address is.
    QVERIFY(report.contains(test::plantedSecrets().at(1).toUtf8()));
    QVERIFY(report.contains(test::plantedSecrets().at(2).toUtf8()));
}

void TestRedact::redactingTwiceChangesNothing()
{
    const AuditResult once = redacted(test::sampleResult());
    QCOMPARE(resultToJson(redacted(once)), resultToJson(once));
}

void TestRedact::hostileTextsEnd_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("quotes") << QString(200000, QLatin1Char('\''));
    QTest::newRow("comment opens") << QStringLiteral("/*").repeated(100000);
    QTest::newRow("dollars") << QStringLiteral("$a$").repeated(50001);
    QTest::newRow("at signs") << QString(100000, QLatin1Char('@'));
    QTest::newRow("address without end") << QStringLiteral("a.").repeated(100000) + QStringLiteral("@b");
    QTest::newRow("colons") << QStringLiteral("1:").repeated(100000);
    QTest::newRow("select") << QStringLiteral("select ").repeated(30000);
    QTest::newRow("lone surrogates") << QString(1000, QChar(0xD800));
}

void TestRedact::hostileTextsEnd()
{
    QFETCH(QString, text);
    const QString query = redactQuery(text);
    const QString key = redactKeyName(text);
    const QString foreign = redactForeign(text);
    QVERIFY(query.size() <= text.size() * 4 + 16);
    QVERIFY(key.size() <= text.size() * 4 + 16);
    QVERIFY(foreign.size() <= text.size() * 4 + 16);
}

QTEST_GUILESS_MAIN(TestRedact)
#include "tst_redact.moc"
